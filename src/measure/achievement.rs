use alloc::{boxed::Box, vec::Vec};

use chrono::NaiveDate;

use super::requirement::{Requirement, requirement};
use super::{Formula, Input, Label, NotComputable, Operand, Relative, Role, Shortfall};
use crate::plan::{AchievementFormula, Direction, Goal, Indicator, Target, TargetVersion};
use crate::quantity::{End, Figure, Quantity, QuantityError, Ratio, Reading, Scale};
use crate::record::{Judgement, Observed};

/// Achievement of a target (mức thực hiện): whether it is met, by which formula how far, and what is missing.
///
/// Each of the three is a value or the reason why there is none; a target may be met although no percentage exists, as
/// "fewer than last year" is.
///
/// ```
/// use thuocdo::id::{Id, Text};
/// use thuocdo::measure::Achievement;
/// use thuocdo::plan::{Accumulation, Direction, Indicator, Target};
/// use thuocdo::quantity::{Rounding, Unit};
///
/// let trained = Indicator {
///     id: Id::new("huan-luyen-atvsld")?,
///     name: Text::new("Số người lao động được huấn luyện ATVSLĐ")?,
///     unit: Unit::PERSON,
///     direction: Direction::HigherIsBetter,
///     accumulation: Accumulation::RunningTotal,
///     breakdowns: vec![],
/// };
/// let target = Target::at_least(&trained, 2000)?;                 // ít nhất 2.000 người
/// let done = Achievement::of(&trained, &target, 3088)?;
/// assert!(done.is_exceeded());
/// assert_eq!(done.rate()?.round(Rounding::half_away::<1>()).to_string(), "154.4");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "mức thực hiện")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Achievement {
    version: TargetVersion,
    verdict: Result<Verdict, NotComputable>,
    rate: Result<Relative, NotComputable>,
    shortfall: Option<Shortfall>,
    actual: Option<Input>,
}

/// Whether a target is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Chưa đạt, and the due day has come.
    NotMet,
    /// Chưa đạt, chưa đến hạn: it counts as not met so far and is listed as such.
    NotYet,
    /// Done, after the due day (hoàn thành chậm).
    Late,
    /// Đạt.
    Met,
    /// Vượt: beyond the level in the better direction, by a stated amount.
    Exceeded,
}

/// What an achievement is computed from; whatever is missing stays none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Operands<'o> {
    /// What was observed.
    pub actual: Option<&'o Observed>,
    /// Which figure of a report that is, if it is one of a report.
    pub label: Option<Label>,
    /// The figure of the base period.
    pub baseline: Option<Input>,
    /// The whole that a share is of.
    pub whole: Option<Input>,
    /// The day as of which it is judged.
    pub as_of: Option<NaiveDate>,
    /// The day it is due, where the target's version says none.
    pub due: Option<NaiveDate>,
}

impl Achievement {
    /// The achievement of the target's latest version by a bare number, which is taken to be in the indicator's unit, or a
    /// figure. A baseline stated by the version is used.
    ///
    /// # Errors
    /// [`NotComputable`] if the actual is no legal figure of the indicator.
    pub fn of<A>(indicator: &Indicator, target: &Target, actual: A) -> Result<Self, NotComputable>
    where
        A: TryInto<Input>,
        NotComputable: From<A::Error>,
    {
        let actual: Input = actual.try_into()?;
        let actual = actual.or_of(&indicator.unit)?;
        let Some(version) = target.versions().last() else {
            return Err(NotComputable::NoTarget { name: Some(indicator.name.clone()) });
        };
        let observed = Observed::Figure(actual.figure().clone());
        let operands = Operands { actual: Some(&observed), label: actual.label().cloned(), ..Operands::default() };
        Ok(Self::with(indicator, target, version, operands))
    }

    /// The achievement of one version of a target by what `operands` give.
    #[must_use]
    pub fn with(indicator: &Indicator, target: &Target, version: &TargetVersion, operands: Operands<'_>) -> Self {
        let stated = version.baseline.as_ref().and_then(|baseline| baseline.figure.clone());
        let baseline = stated.map(Input::from).or(operands.baseline);
        let (due, as_of) = (version.due.or(operands.due), operands.as_of);
        let is_due = !matches!((due, as_of), (Some(due), Some(as_of)) if as_of < due);
        let not_met = if is_due { Verdict::NotMet } else { Verdict::NotYet };
        let finish =
            |verdict, rate, shortfall, actual| Self { version: version.clone(), verdict, rate, shortfall, actual };

        let name = || Some(indicator.name.clone());
        let no_rate = || Err(NotComputable::NoSingleLevel { name: name() });
        let fail = |reason: NotComputable| finish(Err(reason.clone()), Err(reason), None, None);
        match (&version.goal, operands.actual) {
            (Goal::Qualitative(words), None | Some(Observed::NotStated)) => {
                fail(NotComputable::NotJudged { name: Some(words.clone()) })
            }
            (_, None | Some(Observed::NotStated)) => {
                let no_level = version.goal == Goal::NotStated;
                let reason = NotComputable::NoActual { name: name(), as_of };
                fail(if no_level { NotComputable::NoTarget { name: name() } } else { reason })
            }
            (_, Some(Observed::NotApplicable(reason))) => fail(NotComputable::NotApplicable { reason: reason.clone() }),
            (Goal::Done, Some(Observed::Done(on))) => {
                let is_late = matches!((on, due), (Some(on), Some(due)) if due < *on);
                finish(Ok(if is_late { Verdict::Late } else { Verdict::Met }), no_rate(), None, None)
            }
            (Goal::Done, Some(Observed::NotDone)) => finish(Ok(not_met), no_rate(), None, None),
            (Goal::Qualitative(_), Some(Observed::Judged(judgement))) => {
                let verdict = match judgement {
                    Judgement::Met { .. } => Verdict::Met,
                    Judgement::NotMet { .. } => not_met,
                };
                finish(Ok(verdict), no_rate(), None, None)
            }
            (Goal::Qualitative(words), Some(_)) => fail(NotComputable::NotJudged { name: Some(words.clone()) }),
            (Goal::Done, Some(_)) | (_, Some(Observed::Done(_) | Observed::NotDone | Observed::Judged(_))) => {
                fail(NotComputable::KindsDiffer { name: name() })
            }
            (goal, Some(Observed::Figure(figure))) => {
                let actual = match operands.label {
                    Some(label) => Input::labelled(figure.clone(), label),
                    None => figure.clone().into(),
                };
                let inputs = Inputs { actual, baseline, whole: operands.whole };
                match requirement(indicator, goal, inputs.baseline.as_ref(), inputs.whole.as_ref()) {
                    Err(reason) => finish(Err(reason.clone()), Err(reason), None, Some(inputs.actual)),
                    Ok(required) => {
                        let verdict = judge(indicator, goal, &inputs.actual, &required, not_met);
                        let rate = rate(indicator, target, goal, &inputs, &required);
                        let shortfall = match verdict {
                            Ok(Verdict::NotMet | Verdict::NotYet) => inputs
                                .actual
                                .figure()
                                .exact()
                                .and_then(|actual| Shortfall::of(indicator, &actual, &required)),
                            _ => None,
                        };
                        finish(verdict, rate, shortfall, Some(inputs.actual))
                    }
                }
            }
        }
    }

    /// The version of the target that was used.
    #[must_use]
    pub const fn version(&self) -> &TargetVersion {
        &self.version
    }

    /// The actual, if it is a figure.
    #[must_use]
    pub const fn actual(&self) -> Option<&Input> {
        self.actual.as_ref()
    }

    /// Whether the target is met.
    ///
    /// # Errors
    /// [`NotComputable`] if that is left open.
    pub fn verdict(&self) -> Result<Verdict, NotComputable> {
        self.verdict.clone()
    }

    /// Whether the target is known to be met, in time as far as is known.
    #[must_use]
    pub const fn is_met(&self) -> bool {
        matches!(self.verdict, Ok(Verdict::Met | Verdict::Exceeded))
    }

    /// Whether the target is known to be exceeded.
    #[must_use]
    pub const fn is_exceeded(&self) -> bool {
        matches!(self.verdict, Ok(Verdict::Exceeded))
    }

    /// How far, by the target's formula; not clamped.
    ///
    /// # Errors
    /// [`NotComputable`] if there is no such number.
    pub fn rate(&self) -> Result<&Relative, NotComputable> {
        self.rate.as_ref().map_err(Clone::clone)
    }

    /// What is missing; none if the target is met or the distance is not known.
    #[must_use]
    pub const fn shortfall(&self) -> Option<&Shortfall> {
        self.shortfall.as_ref()
    }
}

/// The figures of one evaluation.
struct Inputs {
    actual: Input,
    baseline: Option<Input>,
    whole: Option<Input>,
}

/// Whether the actual, which may be a bound, is enough.
fn judge(
    indicator: &Indicator,
    goal: &Goal,
    actual: &Input,
    required: &Requirement,
    not_met: Verdict,
) -> Result<Verdict, NotComputable> {
    check_measure(indicator, actual)?;
    let left_open = || {
        let level = match goal {
            Goal::Level(reading) => Figure::new(*reading, indicator.unit.clone()).ok().map(Box::new),
            _ => None,
        };
        NotComputable::LeftOpen { stated: Box::new(actual.figure().clone()), required: level }
    };
    let stated = actual.figure().interval().ok_or_else(left_open)?;
    if required.enough.is_some_and(|enough| stated.is_within(&enough)) {
        let beyond = match indicator.direction {
            Direction::HigherIsBetter => stated.low().zip(exceeding_level(goal, required)),
            Direction::LowerIsBetter => stated.high().zip(exceeding_level(goal, required)),
            Direction::OnTargetIsBest | Direction::Neutral => None,
        };
        let is_beyond = beyond.is_some_and(|((nearest, _), level)| match indicator.direction {
            Direction::HigherIsBetter => level < nearest,
            _ => nearest < level,
        });
        return Ok(if is_beyond { Verdict::Exceeded } else { Verdict::Met });
    }
    if stated.meets(&required.possible) { Err(left_open()) } else { Ok(not_met) }
}

/// The level beyond which the target is exceeded and not just met. A goal that excludes its own level ("fewer than last
/// year", "trên 16.000") names none: to meet it is to be beyond it.
fn exceeding_level(goal: &Goal, required: &Requirement) -> Option<Ratio> {
    let is_level =
        |reading: &Reading| matches!(reading, Reading::AtLeast(_) | Reading::AtMost(_) | Reading::Between(_));
    match goal {
        Goal::Level(reading) | Goal::ShareOf { share: reading, .. } if !is_level(reading) => return None,
        Goal::Maintain => return None,
        _ => {}
    }
    let enough = required.enough?;
    let (level, end) = enough.low().or(enough.high())?;
    (end == End::Closed).then_some(level)
}

fn check_measure(indicator: &Indicator, actual: &Input) -> Result<(), NotComputable> {
    let (left, right) = (actual.figure().unit(), &indicator.unit);
    if left.is_same_measure(right) {
        return Ok(());
    }
    Err(NotComputable::UnitsDiffer { left: left.clone(), right: right.clone() })
}

/// The achievement by the formula that the target states, or by plan completion for a target of at least so much.
fn rate(
    indicator: &Indicator,
    target: &Target,
    goal: &Goal,
    inputs: &Inputs,
    required: &Requirement,
) -> Result<Relative, NotComputable> {
    let name = || Some(indicator.name.clone());
    check_measure(indicator, &inputs.actual)?;
    let is_at_least =
        matches!(goal, Goal::Level(Reading::AtLeast(_)) | Goal::ShareOf { share: Reading::AtLeast(_), .. });
    let formula = match target.formula() {
        Some(formula) => formula,
        None if is_at_least => AchievementFormula::PlanCompletion,
        None => return Err(NotComputable::FormulaNotStated { name: name() }),
    };
    let actual = Ratio::from(inputs.actual.quantity()?.ones());
    let level = || required.level.ok_or_else(|| NotComputable::NoSingleLevel { name: name() });
    let baseline = || -> Result<(Ratio, &Input), NotComputable> {
        let input = inputs.baseline.as_ref().ok_or_else(|| NotComputable::NoBase { name: name(), period: None })?;
        check_measure(indicator, input)?;
        Ok((Ratio::from(input.quantity()?.ones()), input))
    };
    let zero = || NotComputable::ZeroDenominator { name: name() };
    let over = |above: Ratio, below: Ratio| -> Result<Ratio, NotComputable> {
        if below == Ratio::ZERO {
            return Err(zero());
        }
        if below.is_negative() {
            return Err(NotComputable::NegativeBase { name: name() });
        }
        divide(above, below).map_err(NotComputable::from)
    };
    let mut operands = Vec::from([Operand { role: Role::Actual, input: inputs.actual.clone() }]);
    let ratio = match formula {
        AchievementFormula::PlanCompletion => over(actual, level()?)?,
        AchievementFormula::Inverse => over(level()?, actual)?,
        AchievementFormula::Complement => {
            let two = Ratio::ONE.checked_add(Ratio::ONE)?;
            two.checked_sub(over(actual, level()?)?)?
        }
        AchievementFormula::FromBaseline => {
            let (base, input) = baseline()?;
            let span = level()?.checked_sub(base)?;
            if span == Ratio::ZERO {
                return Err(NotComputable::ZeroSpan { level: Box::new(input.figure().clone()) });
            }
            // the span may run downwards, so its sign is the direction and not an error
            divide(actual.checked_sub(base)?, span)?
        }
        AchievementFormula::Change => {
            let (base, _) = baseline()?;
            over(actual.checked_sub(base)?, base)?
        }
    };
    if let Some(level) = required.level.filter(|_| formula != AchievementFormula::Change) {
        operands.extend(level_operand(indicator, level));
    }
    let uses_baseline = matches!(formula, AchievementFormula::FromBaseline | AchievementFormula::Change);
    if let Some(baseline) = inputs.baseline.as_ref().filter(|_| uses_baseline) {
        operands.push(Operand { role: Role::Baseline, input: baseline.clone() });
    }
    if let Some(whole) = &inputs.whole {
        operands.push(Operand { role: Role::Whole, input: whole.clone() });
    }
    Ok(Relative::from_parts(Formula::Achievement(formula), operands, ratio))
}

/// Divides and, where both are amounts, keeps the pair as it is: 92/107.
fn divide(above: Ratio, below: Ratio) -> Result<Ratio, QuantityError> {
    match (above.to_amount(), below.to_amount()) {
        (Some(above), Some(below)) => Ratio::of(above, below),
        _ => above.checked_mul(below.inverse()?),
    }
}

/// The level as an operand, where it is an amount that the unit allows.
fn level_operand(indicator: &Indicator, level: Ratio) -> Option<Operand> {
    let unit = indicator.unit.scaled(Scale::One).ok()?;
    let quantity = Quantity::new(level.to_amount()?, unit).ok()?;
    Some(Operand { role: Role::Target, input: quantity.into() })
}
