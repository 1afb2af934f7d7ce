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
/// # Errors
/// [`NotComputable`] if a figure it follows from is missing or is only a bound.
pub fn recompute(report: &Report, relation: &Relation) -> Result<Recomputed, NotComputable> {
    let one = |id: &Id| resolve(report, id);
    let all = |ids: &[Id]| ids.iter().map(one).collect::<Result<Vec<Input>, _>>();
    let relative = |relative: Result<Relative, _>| relative.map(Recomputed::Relative);
    let absolute = |absolute: Result<Absolute, _>| absolute.map(Recomputed::Absolute);
    match relation {
        Relation::Sum { parts } => absolute(Absolute::sum(all(parts)?)),
        Relation::Difference { from: whole, less: parts } | Relation::Remainder { whole, parts } => {
            absolute(Absolute::remainder(one(whole)?, all(parts)?))
        }
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
        Relation::Balance { terms, constant } => {
            let term =
                |term: &Term| Ok(Operand { weight: term.weight, ..Operand::new(Role::Part, one(&term.figure)?) });
            let terms = terms.iter().map(term).collect::<Result<_, NotComputable>>()?;
            absolute(Absolute::balance(terms, *constant))
        }
    }
}
