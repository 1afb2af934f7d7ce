use alloc::vec::Vec;

use super::resolve::resolve;
use super::{Absolute, Form, Formula, Input, NotComputable, Operand, Relative, Role};
use crate::id::Id;
use crate::quantity::{Ratio, Rounded, Rounding};
use crate::record::{GrowthForm, Relation, Term};
use crate::report::Report;

/// A figure computed again from the figures it is said to follow from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recomputed {
    /// A ratio.
    Relative(Relative),
    /// A sum or a difference.
    Absolute(Absolute),
}

impl Recomputed {
    /// The formula.
    #[must_use]
    pub const fn formula(&self) -> Formula {
        match self {
            Self::Relative(relative) => relative.formula(),
            Self::Absolute(absolute) => absolute.formula(),
        }
    }

    /// The operands.
    #[must_use]
    pub fn operands(&self) -> &[Operand] {
        match self {
            Self::Relative(relative) => relative.operands(),
            Self::Absolute(absolute) => absolute.operands(),
        }
    }

    /// The exact value, not in percent: 92/107, or 11370/1.
    #[must_use]
    pub const fn value(&self) -> Ratio {
        match self {
            Self::Relative(relative) => relative.ratio(),
            Self::Absolute(absolute) => absolute.value(),
        }
    }

    /// How it is written.
    #[must_use]
    pub const fn form(&self) -> Form {
        self.formula().form()
    }

    /// The value as it would be written, rounded.
    #[must_use]
    pub fn round(&self, rounding: Rounding) -> Rounded {
        match self {
            Self::Relative(relative) => relative.round(rounding),
            Self::Absolute(absolute) => absolute.value().round(rounding),
        }
    }
}

/// Computes the result of a relation again, from the other figures of the report.
///
/// ```
/// # use thuocdo::{NaiveDate, id::*, period::*, plan::*, quantity::*, report::*};
/// # use thuocdo::record::{Source, StatedFigure};
/// use thuocdo::measure::recompute;
/// use thuocdo::record::Relation;
///
/// # let period = Period::year(2021)?;
/// # let cut_off = NaiveDate::from_ymd_opt(2021, 11, 15).unwrap();
/// # let households = |id, number: &str| Ok::<_, Box<dyn std::error::Error>>(StatedFigure { id: Id::new(id)?,
/// #     subject: Text::new("Số hộ người có công")?, source: Source::default(), as_of: None,
/// #     figure: Figure::new(Reading::Exactly(number.parse()?), Unit::HOUSEHOLD)? });
/// # let department = Organisation { code: Id::new("sldtbxh-lang-son")?,
/// #     name: Text::new("Sở LĐTBXH tỉnh Lạng Sơn")? };
/// # let content = ReportContent {
/// #     id: Id::new("bao-cao-2021")?, organisation: department.code.clone(), organisations: vec![department],
/// #     period, cut_off, state: ReportState::Draft, document: None, indicators: vec![],
/// #     plan: Plan { period, tasks: vec![] }, proposals: None, observations: vec![],
/// #     stated: vec![households("ho-ngheo", "02")?, households("ho", "2552")?],
/// #     relations: vec![], causes: vec![], evidence: vec![], grades: vec![], mentions: vec![],
/// # };
/// let report = Report::new(content)?;
/// // "02 hộ nghèo, chiếm 0,12%" of 2.552 hộ
/// let share = Relation::Share { parts: vec![Id::new("ho-ngheo")?], whole: Id::new("ho")? };
/// let recomputed = recompute(&report, &share)?;
/// assert_eq!(recomputed.round(Rounding::half_away::<2>()).to_string(), "0.08");
/// assert_eq!(recomputed.formula().expression(), "100 × Σx / y");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`NotComputable`] if a figure it follows from is missing or is only a bound.
pub fn recompute(report: &Report, relation: &Relation) -> Result<Recomputed, NotComputable> {
    match relation {
        Relation::Count { of } => Absolute::count(report.count(of)).map(Recomputed::Absolute),
        relation => recompute_from(relation, |id| resolve(report, id)),
    }
}

/// The same from figures that `one` finds by id.
pub(crate) fn recompute_from(
    relation: &Relation,
    one: impl Fn(&Id) -> Result<Input, NotComputable>,
) -> Result<Recomputed, NotComputable> {
    let all = |ids: &[Id]| ids.iter().map(&one).collect::<Result<Vec<Input>, _>>();
    let relative = |relative: Result<Relative, _>| relative.map(Recomputed::Relative);
    let absolute = |absolute: Result<Absolute, _>| absolute.map(Recomputed::Absolute);
    match relation {
        Relation::Sum { parts } => absolute(Absolute::sum(all(parts)?)),
        Relation::Difference { from, less } => absolute(Absolute::difference(one(from)?, all(less)?)),
        Relation::Remainder { whole, parts } => absolute(Absolute::remainder(one(whole)?, all(parts)?)),
        Relation::Share { parts, whole } => relative(Relative::share_of_sum(all(parts)?, one(whole)?)),
        Relation::Ratio { numerator, denominator } => relative(Relative::quotient(one(numerator)?, one(denominator)?)),
        Relation::Completion { actual, target } => relative(Relative::completion(one(actual)?, one(target)?)),
        Relation::Growth { from, to, form } => {
            let (base, current) = (one(from)?, one(to)?);
            relative(match form {
                GrowthForm::Percent => Relative::growth(base, current),
                GrowthForm::Index => Relative::growth_index(base, current),
                GrowthForm::Multiple => Relative::multiple(base, current),
            })
        }
        Relation::Points { from, to } => absolute(Absolute::change(one(from)?, one(to)?)),
        Relation::RatePer { numerator, denominator, per } => {
            relative(Relative::rate_per(*per, one(numerator)?, one(denominator)?))
        }
        Relation::Same { other } | Relation::AtMost { other } | Relation::AtLeast { other } => {
            absolute(Absolute::reference(one(other)?))
        }
        // what is counted is not among the figures
        Relation::Count { .. } => Err(NotComputable::NoActual { name: None, as_of: None }),
        Relation::Balance { terms, constant } => {
            let term =
                |term: &Term| Ok(Operand { weight: term.weight, ..Operand::new(Role::Part, one(&term.figure)?) });
            let terms = terms.iter().map(term).collect::<Result<_, NotComputable>>()?;
            absolute(Absolute::balance(terms, *constant))
        }
    }
}
