//! Scores as data: a small expression over facts, computed exactly.

use alloc::{boxed::Box, vec::Vec};

use super::{Comparing, Condition, FactDeclaration, FactValue, Facts, Truth};
use crate::id::Id;
use crate::quantity::{Amount, QuantityError, Ratio};

/// How a rule set computes its score (cách tính điểm), and under which name rules read it.
///
/// ```
/// # #[cfg(feature = "builtin")] {
/// # use thuocdo::builtin;
/// # use thuocdo::grade::{Fact, FactValue, Facts, SubjectKind};
/// # use thuocdo::id::Id;
/// # use thuocdo::quantity::Ratio;
/// let rules = builtin::rule_set("vn-nd335-2025-person")?;      // 30 general + (a + b + c)/3 × 70
/// let mut facts = Facts::new();
/// let (a, b, c) = (("quantity", 10, 11), ("quality", 9, 11), ("progress", 17, 22));
/// for (id, part, whole) in [("general-criteria", 30, 1), a, b, c] {
///     facts.insert(Id::new(id)?, Fact::given(FactValue::Exactly(Ratio::of(part, whole)?)));
/// }
/// let assessment = rules.assess(SubjectKind::Person, &facts);
/// let (_, score) = assessment.explanation().score.as_ref().unwrap();
/// assert_eq!(score.value, FactValue::Exactly(Ratio::of(265, 3)?));      // 30 + 175/3
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "cách tính điểm")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scoring {
    /// The fact that the score becomes, unless the caller gives that fact.
    pub into: Id,
    /// The expression.
    pub score: Score,
}

/// An expression that gives points. A share counts in percent: 85.98 for 92/107.
///
/// ```
/// # #[cfg(feature = "builtin")] {
/// # use thuocdo::builtin;
/// # use thuocdo::grade::Score;
/// # use thuocdo::id::{Id, IdError};
/// let fact = |id| Ok::<_, IdError>(Score::Fact(Id::new(id)?));
/// let mean = Score::Mean(vec![fact("quantity")?, fact("quality")?, fact("progress")?]);
/// let tasks = Score::Times { of: Box::new(mean), by: "0.7".parse()? };      // of percent, so 70 points at most
/// let score = Score::Sum(vec![fact("general-criteria")?, tasks]);
///
/// let decree = builtin::rule_set("vn-nd335-2025-person")?.into_content();
/// assert_eq!(decree.scoring.unwrap().score, score);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Score {
    /// A fact that is a number or a share.
    Fact(Id),
    /// So many points.
    Points(Amount),
    /// The sum.
    Sum(Vec<Score>),
    /// The mean.
    Mean(Vec<Score>),
    /// The product with a weight.
    Times {
        /// What is weighted.
        of: Box<Score>,
        /// The weight.
        by: Amount,
    },
    /// One less another.
    Less {
        /// What is taken from.
        from: Box<Score>,
        /// What is taken away.
        take: Box<Score>,
    },
    /// Not more than a limit: a ratio capped at 100, a bonus at its maximum.
    AtMost {
        /// What is limited.
        of: Box<Score>,
        /// The limit.
        limit: Amount,
    },
    /// Not less than a limit.
    AtLeast {
        /// What is limited.
        of: Box<Score>,
        /// The limit.
        limit: Amount,
    },
    /// A table of steps: the points of the last step that is reached, none of them below the first.
    Steps {
        /// What is looked up.
        of: Box<Score>,
        /// The steps, rising.
        steps: Vec<ScoreStep>,
        /// The points below the first step.
        below: Amount,
    },
    /// Straight lines through points; level before the first and after the last.
    Linear {
        /// What is looked up.
        of: Box<Score>,
        /// The points, rising in `x`.
        points: Vec<Point>,
    },
    /// One expression or another.
    When {
        /// The condition.
        condition: Condition,
        /// If it holds.
        then: Box<Score>,
        /// If it does not.
        otherwise: Box<Score>,
    },
}

/// A step of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreStep {
    /// From where on, included.
    pub from: Amount,
    /// The points.
    pub points: Amount,
}

/// A point that a line goes through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// What is looked up.
    pub x: Amount,
    /// The points there.
    pub y: Amount,
}

/// What an expression reads.
#[derive(Clone, Copy)]
pub(super) struct ScoreInput<'i> {
    pub(super) declared: &'i [FactDeclaration],
    pub(super) facts: &'i Facts,
    pub(super) comparing: Comparing,
}

impl Scoring {
    /// The score, or not known if a fact it needs is not.
    pub(super) fn compute(&self, input: ScoreInput<'_>) -> FactValue {
        match self.score.value(input) {
            Ok(Some(score)) => FactValue::Exactly(score),
            Ok(None) | Err(_) => FactValue::Unknown(None),
        }
    }
}

impl Score {
    fn value(&self, input: ScoreInput<'_>) -> Result<Option<Ratio>, QuantityError> {
        let one = |of: &Self| of.value(input);
        let all = |of: &[Self]| of.iter().map(one).collect::<Result<Option<Vec<Ratio>>, _>>();
        Ok(match self {
            Self::Fact(id) => {
                let kind = input.declared.iter().find(|declaration| declaration.id == *id).map(|found| found.kind);
                match (kind, input.facts.get(id).map(|fact| &fact.value)) {
                    (Some(kind), Some(FactValue::Exactly(value))) => kind.in_threshold_unit(*value),
                    _ => None,
                }
            }
            Self::Points(points) => Some((*points).into()),
            Self::Sum(of) => all(of)?.map(|values| sum(&values)).transpose()?,
            Self::Mean(of) => {
                let Some(values) = all(of)? else { return Ok(None) };
                let count = Ratio::of(values.len(), 1)?;
                Some(sum(&values)?.checked_mul(count.inverse()?)?)
            }
            Self::Times { of, by } => one(of)?.map(|value| value.checked_mul((*by).into())).transpose()?,
            Self::Less { from, take } => match (one(from)?, one(take)?) {
                (Some(from), Some(take)) => Some(from.checked_sub(take)?),
                _ => None,
            },
            Self::AtMost { of, limit } => one(of)?.map(|value| value.min((*limit).into())),
            Self::AtLeast { of, limit } => one(of)?.map(|value| value.max((*limit).into())),
            Self::Steps { of, steps, below } => one(of)?.map(|value| {
                let reached = steps.iter().rev().find(|step| Ratio::from(step.from) <= value);
                reached.map_or(*below, |step| step.points).into()
            }),
            Self::Linear { of, points } => one(of)?.map(|value| interpolate(value, points)).transpose()?.flatten(),
            Self::When { condition, then, otherwise } => {
                match condition.check(input.declared, input.facts, input.comparing).truth {
                    Truth::Met => one(then)?,
                    Truth::NotMet => one(otherwise)?,
                    Truth::Open => None,
                }
            }
        })
    }
}

fn sum(values: &[Ratio]) -> Result<Ratio, QuantityError> {
    values.iter().try_fold(Ratio::ZERO, |sum, value| sum.checked_add(*value))
}

fn interpolate(value: Ratio, points: &[Point]) -> Result<Option<Ratio>, QuantityError> {
    let Some(after) = points.iter().position(|point| value < Ratio::from(point.x)) else {
        return Ok(points.last().map(|last| last.y.into()));
    };
    let (Some(right), Some(left)) = (points.get(after), after.checked_sub(1).and_then(|before| points.get(before)))
    else {
        return Ok(points.first().map(|first| first.y.into()));
    };
    let (x0, y0): (Ratio, Ratio) = (left.x.into(), left.y.into());
    let (x1, y1): (Ratio, Ratio) = (right.x.into(), right.y.into());
    // INVARIANT: the points rise in `x`, so the width is not zero
    let part = value.checked_sub(x0)?.checked_mul(x1.checked_sub(x0)?.inverse()?)?;
    Ok(Some(y0.checked_add(part.checked_mul(y1.checked_sub(y0)?)?)?))
}
