//! Figures of a report as inputs of formulas, each with the label that says which figure it is.

use super::{Input, Label, NotComputable};
use crate::id::Id;
use crate::plan::{Goal, Indicator, Target};
use crate::quantity::{Figure, Reading};
use crate::record::{Observation, Observed, StatedFigure};
use crate::report::{FigureRef, Report};

/// The figure with that id.
pub(super) fn resolve(report: &Report, id: &Id) -> Result<Input, NotComputable> {
    match report.figure(id) {
        Some(FigureRef::Observation(observation)) => input_of(report, observation),
        Some(FigureRef::Stated(stated)) => Ok(Input::labelled(stated.figure.clone(), label_of_stated(stated))),
        Some(FigureRef::Target(target)) => match report.indicator(target.indicator()) {
            Some(indicator) => level_of(report, indicator, target),
            None => Err(NotComputable::NoTarget { name: None }),
        },
        None => Err(NotComputable::NoActual { name: None, as_of: None }),
    }
}

/// The figure of an observation, if it has one.
pub(crate) fn input_of(report: &Report, observation: &Observation) -> Result<Input, NotComputable> {
    let label = label_of(report, observation);
    let name = label.as_ref().map(|label| label.name.clone());
    match &observation.value {
        Observed::Figure(figure) => Ok(match label {
            Some(label) => Input::labelled(figure.clone(), label),
            None => figure.clone().into(),
        }),
        Observed::NotStated if observation.period == report.content().period => {
            Err(NotComputable::NoActual { name, as_of: Some(observation.as_of) })
        }
        Observed::NotStated => Err(NotComputable::NoBase { name, period: Some(observation.period.name()) }),
        Observed::NotApplicable(reason) => Err(NotComputable::NotApplicable { reason: reason.clone() }),
        Observed::Done(_) | Observed::NotDone | Observed::Judged(_) => Err(NotComputable::KindsDiffer { name }),
    }
}

/// Which figure an observation is: its indicator and part, period, day and place.
pub(super) fn label_of(report: &Report, observation: &Observation) -> Option<Label> {
    Some(Label {
        id: observation.id.clone(),
        name: report.indicator(&observation.indicator)?.name_at(&observation.at),
        period: Some(observation.period.name()),
        as_of: Some(observation.as_of),
        place: observation.source.place.clone(),
        inferred_from: observation.source.inferred_from.clone(),
    })
}

fn label_of_stated(stated: &StatedFigure) -> Label {
    Label {
        id: stated.id.clone(),
        name: stated.subject.clone(),
        period: None,
        as_of: stated.as_of,
        place: stated.source.place.clone(),
        inferred_from: stated.source.inferred_from.clone(),
    }
}

/// The level of a target as a number: "at least 2,000" is 2,000 here; a range stays a range.
fn level_of(report: &Report, indicator: &Indicator, target: &Target) -> Result<Input, NotComputable> {
    let name = || Some(indicator.name_at(target.at()));
    let Some(version) = target.in_force(report.content().cut_off) else {
        return Err(NotComputable::NoTarget { name: name() });
    };
    let level = match &version.goal {
        Goal::Level(reading @ (Reading::Between(_) | Reading::About(_))) => *reading,
        Goal::Level(reading) => match reading.numbers().next() {
            Some(level) => Reading::Exactly(level),
            None => return Err(NotComputable::NoSingleLevel { name: name() }),
        },
        Goal::NotStated => return Err(NotComputable::NoTarget { name: name() }),
        _ => return Err(NotComputable::NoSingleLevel { name: name() }),
    };
    let label = Label {
        id: target.id().clone(),
        name: indicator.name_at(target.at()),
        period: None,
        as_of: version.counts_from,
        place: None,
        inferred_from: None,
    };
    Ok(Input::labelled(Figure::new(level, indicator.unit.clone())?, label))
}
