use alloc::vec::Vec;

use super::{Absolute, Form, Formula, Input, Label, NotComputable, Operand, Relative, Role};
use crate::id::{Id, Text};
use crate::plan::Goal;
use crate::quantity::{Amount, Figure, Ratio, Rounded, Rounding};
use crate::record::{GrowthForm, Observation, Observed, Relation, StatedFigure};
use crate::report::{FigureRef, Report};

/// A stated figure computed again from the figures it is said to follow from.
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

/// Computes a stated figure again, by its relation, from the other figures of the report.
///
/// # Errors
/// [`NotComputable`] if it stands alone, or a figure it follows from is missing or is only a bound.
pub fn recompute(report: &Report, stated: &StatedFigure) -> Result<Recomputed, NotComputable> {
    let relation = stated.relation.as_ref().ok_or(NotComputable::NoRelation)?;
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
            let operands = Vec::from([Operand { role: Role::Part, input: one(other)? }]);
            absolute(Absolute::weighted(Formula::Reference, operands, &[], Amount::ZERO))
        }
        Relation::Balance { terms, constant } => {
            let weights: Vec<Amount> = terms.iter().map(|term| term.weight).collect();
            let operands = terms
                .iter()
                .map(|term| Ok(Operand { role: Role::Part, input: one(&term.figure)? }))
                .collect::<Result<_, NotComputable>>()?;
            absolute(Absolute::weighted(Formula::Balance(*constant), operands, &weights, *constant))
        }
    }
}

/// The figure of a report with that id, as an input.
fn resolve(report: &Report, id: &Id) -> Result<Input, NotComputable> {
    match report.figure(id) {
        Some(FigureRef::Observation(observation)) => input_of(report, observation),
        Some(FigureRef::Stated(stated)) => {
            let label = Label {
                id: stated.id.clone(),
                name: stated.subject.clone(),
                period: None,
                as_of: stated.as_of,
                place: stated.source.place.clone(),
                inferred_from: stated.source.inferred_from.clone(),
            };
            Ok(Input::labelled(stated.figure.clone(), label))
        }
        Some(FigureRef::Target(target)) => {
            let indicator = report.indicator(target.indicator());
            let name = indicator.map(|indicator| indicator.name.clone());
            let version = target.in_force(report.content().cut_off);
            let (Some(indicator), Some(version)) = (indicator, version) else {
                return Err(NotComputable::NoTarget { name });
            };
            match &version.goal {
                Goal::Level(reading) => {
                    // the level itself is the number, whichever way it binds
                    let level = reading.numbers().next().filter(|_| reading.numbers().count() == 1);
                    let level = level.ok_or(NotComputable::NoSingleLevel { name: name.clone() })?;
                    let label = Label {
                        id: target.id().clone(),
                        name: indicator.name.clone(),
                        period: None,
                        as_of: version.counts_from,
                        place: None,
                        inferred_from: None,
                    };
                    Ok(Input::labelled(Figure::new(level, indicator.unit.clone())?, label))
                }
                Goal::NotStated => Err(NotComputable::NoTarget { name }),
                _ => Err(NotComputable::NoSingleLevel { name }),
            }
        }
        None => Err(NotComputable::NoActual { name: None, as_of: None }),
    }
}

/// An observation as an input, named after its indicator and part.
pub(super) fn input_of(report: &Report, observation: &Observation) -> Result<Input, NotComputable> {
    let name = observation_name(report, observation);
    let period = Some(observation.period.name());
    match &observation.value {
        Observed::Figure(figure) => {
            let label = Label {
                id: observation.id.clone(),
                name: name.ok_or(NotComputable::NoActual { name: None, as_of: Some(observation.as_of) })?,
                period,
                as_of: Some(observation.as_of),
                place: observation.source.place.clone(),
                inferred_from: observation.source.inferred_from.clone(),
            };
            Ok(Input::labelled(figure.clone(), label))
        }
        Observed::NotStated if observation.period == report.content().period => {
            Err(NotComputable::NoActual { name, as_of: Some(observation.as_of) })
        }
        Observed::NotStated => Err(NotComputable::NoBase { name, period }),
        Observed::NotApplicable(reason) => Err(NotComputable::NotApplicable { reason: reason.clone() }),
        Observed::Done(_) | Observed::NotDone | Observed::Judged(_) => Err(NotComputable::KindsDiffer { name }),
    }
}

/// The indicator's name, and the part's if it is about one: `Hộ người có công: hộ nghèo`.
fn observation_name(report: &Report, observation: &Observation) -> Option<Text> {
    let indicator = report.indicator(&observation.indicator)?;
    Some(indicator.name_at(&observation.at))
}
