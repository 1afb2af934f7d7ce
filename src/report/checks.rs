//! The checks behind [`Report::new`](super::Report::new): ids, references, units and dates. Each stands once, and names
//! the place by the fields of [`ReportContent`].

use alloc::collections::{BTreeMap, BTreeSet};

use super::content::FigurePosition;
use super::relation_checks::check_relation;
use super::{FigureRef, ReportContent, ReportError, ReportProblem};
use crate::id::{Id, Place};
use crate::plan::{Breakdown, Direction, Goal, Indicator, PartRef, Plan, Sense, Step, Target};
use crate::quantity::{Figure, QuantityError, Reading, Unit, UnitKind};
use crate::record::{Extent, Observed, Source, Subject};

/// Where every figure stands, if all is well.
pub(super) fn check(content: &ReportContent) -> Result<BTreeMap<Id, FigurePosition>, ReportError> {
    let root = Place::root();
    check_unique(
        &root.field("organisations"),
        "organisation",
        content.organisations.iter().map(|organisation| &organisation.code),
    )?;
    check_unique(&root.field("indicators"), "indicator", content.indicators.iter().map(|indicator| &indicator.id))?;
    for (index, indicator) in content.indicators.iter().enumerate() {
        let place = root.field("indicators").item(index).field("breakdowns");
        check_unique(&place, "breakdown", indicator.breakdowns.iter().map(Breakdown::id))?;
    }
    check_tasks_unique(content)?;
    check_unique(&root.field("causes"), "cause", content.causes.iter().map(|cause| &cause.id))?;
    check_unique(&root.field("evidence"), "piece of evidence", content.evidence.iter().map(|evidence| &evidence.id))?;

    let figures = collect_figures(content)?;
    check_organisation(content, &root.field("organisation"), &content.organisation)?;
    if content.cut_off < content.period.first() {
        let problem = ReportProblem::OutsidePeriod { date: content.cut_off, period: content.period };
        return Err(problem.at(root.field("cut_off")));
    }
    check_plan(content, &root.field("plan"), &content.plan)?;
    if let Some(proposals) = &content.proposals {
        check_plan(content, &root.field("proposals"), proposals)?;
    }
    check_observations(content)?;
    for (index, stated) in content.stated.iter().enumerate() {
        let place = root.field("stated").item(index);
        check_source(content, &place, &stated.source)?;
    }
    check_unique(&root.field("relations"), "relation", content.relations.iter().map(|relation| &relation.id))?;
    for (index, stated) in content.relations.iter().enumerate() {
        let place = root.field("relations").item(index);
        check_source(content, &place, &stated.source)?;
        let find_unit = |id: &Id| figures.get(id).map(|position| unit_at(content, *position));
        check_relation(find_unit, "a figure of this report", &place, stated)?;
    }
    check_causes_and_grades(content, &figures)?;
    Ok(figures)
}

/// The unit of a figure: that of its indicator, where no figure says its own.
fn unit_at(content: &ReportContent, position: FigurePosition) -> Option<&Unit> {
    let figure = content.figure_at(position)?;
    let of_indicator =
        |id: &Id| content.indicators.iter().find(|indicator| indicator.id == *id).map(|found| &found.unit);
    match figure {
        FigureRef::Target(target) => of_indicator(target.indicator()),
        FigureRef::Observation(observation) => {
            figure.figure().map(Figure::unit).or_else(|| of_indicator(&observation.indicator))
        }
        FigureRef::Stated(_) => figure.figure().map(Figure::unit),
    }
}

impl ReportProblem {
    pub(crate) fn at(self, place: Place) -> ReportError {
        ReportError { place, problem: self }
    }
}

/// Each id of a list is its own.
pub(crate) fn check_unique<'c>(
    place: &Place,
    what: &'static str,
    ids: impl Iterator<Item = &'c Id>,
) -> Result<(), ReportError> {
    let mut seen = BTreeSet::new();
    for (index, id) in ids.enumerate() {
        if !seen.insert(id) {
            return Err(ReportProblem::DuplicateId { id: id.clone(), what }.at(place.item(index)));
        }
    }
    Ok(())
}

/// The tasks of the plan and of the proposals share one set of ids.
fn check_tasks_unique(content: &ReportContent) -> Result<(), ReportError> {
    let mut seen = BTreeSet::new();
    let plans =
        core::iter::once(("plan", &content.plan)).chain(content.proposals.iter().map(|plan| ("proposals", plan)));
    for (field, plan) in plans {
        for (index, task) in plan.tasks.iter().enumerate() {
            if !seen.insert(&task.id) {
                let problem = ReportProblem::DuplicateId { id: task.id.clone(), what: "task" };
                return Err(problem.at(Place::root().field(field).field("tasks").item(index)));
            }
        }
    }
    Ok(())
}

/// Observations, targets and stated figures share one set of ids, so that a relation needs only an id.
fn collect_figures(content: &ReportContent) -> Result<BTreeMap<Id, FigurePosition>, ReportError> {
    let root = Place::root();
    let mut figures = BTreeMap::new();
    let mut add = |id: &Id, position, place: Place| match figures.insert(id.clone(), position) {
        Some(_) => Err(ReportProblem::DuplicateId { id: id.clone(), what: "figure" }.at(place.field("id"))),
        None => Ok(()),
    };
    for (index, observation) in content.observations.iter().enumerate() {
        add(&observation.id, FigurePosition::Observation(index), root.field("observations").item(index))?;
    }
    for (index, stated) in content.stated.iter().enumerate() {
        add(&stated.id, FigurePosition::Stated(index), root.field("stated").item(index))?;
    }
    for (task, position) in content.plan.tasks.iter().enumerate() {
        for (target, found) in position.targets.iter().enumerate() {
            add(
                found.id(),
                FigurePosition::PlanTarget { task, target },
                target_place(&root.field("plan"), task, target),
            )?;
        }
    }
    for (task, position) in content.proposals.iter().flat_map(|plan| &plan.tasks).enumerate() {
        for (target, found) in position.targets.iter().enumerate() {
            add(
                found.id(),
                FigurePosition::ProposedTarget { task, target },
                target_place(&root.field("proposals"), task, target),
            )?;
        }
    }
    Ok(figures)
}

fn target_place(plan: &Place, task: usize, target: usize) -> Place {
    plan.field("tasks").item(task).field("targets").item(target)
}

fn check_organisation(content: &ReportContent, place: &Place, code: &Id) -> Result<(), ReportError> {
    if content.organisations.iter().any(|organisation| organisation.code == *code) {
        return Ok(());
    }
    Err(ReportProblem::UnknownId { id: code.clone(), what: "an organisation of this report" }.at(place.clone()))
}

fn check_source(content: &ReportContent, place: &Place, source: &Source) -> Result<(), ReportError> {
    match &source.provider {
        Some(provider) => check_organisation(content, &place.field("source").field("provider"), provider),
        None => Ok(()),
    }
}

fn find_indicator<'c>(content: &'c ReportContent, place: &Place, id: &Id) -> Result<&'c Indicator, ReportError> {
    content.indicators.iter().find(|indicator| indicator.id == *id).ok_or_else(|| {
        ReportProblem::UnknownId { id: id.clone(), what: "an indicator of this report" }.at(place.clone())
    })
}

fn check_parts(place: &Place, indicator: &Indicator, at: &[PartRef]) -> Result<(), ReportError> {
    for (index, part) in at.iter().enumerate() {
        if indicator.category(part).is_none() {
            let problem = ReportProblem::UnknownPart {
                indicator: indicator.id.clone(),
                breakdown: part.breakdown.clone(),
                part: part.part.clone(),
            };
            return Err(problem.at(place.field("at").item(index)));
        }
    }
    check_unique(&place.field("at"), "part of this figure", at.iter().map(|part| &part.breakdown))
}

fn check_same_measure(place: &Place, left: &Unit, right: &Unit) -> Result<(), ReportError> {
    if left.is_same_measure(right) {
        return Ok(());
    }
    let problem = QuantityError::UnitsDiffer { left: left.clone(), right: right.clone() };
    Err(ReportProblem::from(problem).at(place.clone()))
}

fn check_figure(place: &Place, reading: Reading, unit: &Unit) -> Result<(), ReportError> {
    Figure::new(reading, unit.clone()).map(drop).map_err(|error| ReportProblem::from(error).at(place.clone()))
}

fn check_plan(content: &ReportContent, place: &Place, plan: &Plan) -> Result<(), ReportError> {
    for (index, task) in plan.tasks.iter().enumerate() {
        let place_of_task = place.field("tasks").item(index);
        if let Some(lead) = &task.lead {
            check_organisation(content, &place_of_task.field("lead"), lead)?;
        }
        for (index, code) in task.cooperating.iter().enumerate() {
            check_organisation(content, &place_of_task.field("cooperating").item(index), code)?;
        }
        for (number, target) in task.targets.iter().enumerate() {
            let place = target_place(place, index, number);
            check_target(content, &place, target)?;
            if let Some(step_to) = target.step_to() {
                let is_other = |other: &Target| other.id() == step_to && other.id() != target.id();
                if !task.targets.iter().any(is_other) {
                    let problem = ReportProblem::UnknownId { id: step_to.clone(), what: "another target of this task" };
                    return Err(problem.at(place.field("step_to")));
                }
            }
        }
    }
    Ok(())
}

fn check_target(content: &ReportContent, place: &Place, target: &Target) -> Result<(), ReportError> {
    let indicator = find_indicator(content, &place.field("indicator"), target.indicator())?;
    check_parts(place, indicator, target.at())?;
    if indicator.direction == Direction::Neutral {
        return Err(ReportProblem::NeutralIndicator { indicator: indicator.id.clone() }.at(place.field("indicator")));
    }
    for (index, version) in target.versions().iter().enumerate() {
        let place = place.field("versions").item(index);
        check_goal(content, &place.field("goal"), indicator, &version.goal)?;
        if let Some(figure) = version.baseline.as_ref().and_then(|baseline| baseline.figure.as_ref()) {
            let place = place.field("baseline").field("figure");
            check_same_measure(&place, &indicator.unit, figure.unit())?;
        }
    }
    Ok(())
}

fn check_goal(content: &ReportContent, place: &Place, indicator: &Indicator, goal: &Goal) -> Result<(), ReportError> {
    let wrong_side = |goal| ReportProblem::WrongSide { goal, indicator: indicator.id.clone() }.at(place.clone());
    let check_side = |reading: &Reading| match (reading, indicator.direction) {
        (Reading::AtLeast(_), Direction::LowerIsBetter) => Err(wrong_side("at least")),
        (Reading::MoreThan(_), Direction::LowerIsBetter) => Err(wrong_side("more than")),
        (Reading::AtMost(_), Direction::HigherIsBetter) => Err(wrong_side("at most")),
        (Reading::LessThan(_), Direction::HigherIsBetter) => Err(wrong_side("less than")),
        _ => Ok(()),
    };
    match goal {
        Goal::Level(reading) => {
            check_side(reading)?;
            check_figure(place, *reading, &indicator.unit)
        }
        Goal::ShareOf { whole, share } => {
            check_side(share)?;
            let whole = find_indicator(content, &place.field("whole"), whole)?;
            check_same_measure(&place.field("whole"), &indicator.unit, &whole.unit)
        }
        Goal::Move { sense, step } => {
            match (sense, indicator.direction) {
                (Sense::Raise, Direction::LowerIsBetter) => return Err(wrong_side("raise")),
                (Sense::Reduce, Direction::HigherIsBetter) => return Err(wrong_side("reduce")),
                _ => {}
            }
            if let Step::By(amount) = step {
                check_figure(&place.field("step"), Reading::from(*amount), &indicator.unit)?;
            }
            if matches!(step, Step::Points(_) | Step::PercentOrPoints(_)) && indicator.unit.kind() != UnitKind::Percent
            {
                let (indicator, unit) = (indicator.id.clone(), indicator.unit.clone());
                return Err(ReportProblem::PointsNeedPercent { indicator, unit }.at(place.field("step")));
            }
            Ok(())
        }
        Goal::Maintain | Goal::Done | Goal::Qualitative(_) | Goal::NotStated => Ok(()),
    }
}

fn check_observations(content: &ReportContent) -> Result<(), ReportError> {
    for (index, observation) in content.observations.iter().enumerate() {
        let place = Place::root().field("observations").item(index);
        let indicator = find_indicator(content, &place.field("indicator"), &observation.indicator)?;
        check_parts(&place, indicator, &observation.at)?;
        check_source(content, &place, &observation.source)?;
        if let Observed::Figure(figure) = &observation.value {
            check_same_measure(&place.field("value"), &indicator.unit, figure.unit())?;
        }
        // an estimate of the full period may be made on any day; what was done to a day must be of that day's period
        if observation.extent == Extent::ToCutoff && !observation.period.contains(observation.as_of) {
            let problem = ReportProblem::OutsidePeriod { date: observation.as_of, period: observation.period };
            return Err(problem.at(place.field("as_of")));
        }
    }
    Ok(())
}

fn check_causes_and_grades(content: &ReportContent, figures: &BTreeMap<Id, FigurePosition>) -> Result<(), ReportError> {
    let root = Place::root();
    let tasks = || content.plan.tasks.iter().chain(content.proposals.iter().flat_map(|plan| &plan.tasks));
    let find_task = |place: Place, id: &Id| {
        let unknown = || ReportProblem::UnknownId { id: id.clone(), what: "a task of this report" }.at(place);
        tasks().find(|task| task.id == *id).ok_or_else(unknown)
    };
    for (index, cause) in content.causes.iter().enumerate() {
        let place = root.field("causes").item(index);
        check_source(content, &place, &cause.source)?;
        let task = cause.task.as_ref().map(|id| find_task(place.field("task"), id)).transpose()?;
        for (index, id) in cause.targets.iter().enumerate() {
            if !task.is_some_and(|task| task.targets.iter().any(|target| target.id() == id)) {
                let problem = ReportProblem::UnknownId { id: id.clone(), what: "a target of this task" };
                return Err(problem.at(place.field("targets").item(index)));
            }
        }
    }
    for (index, evidence) in content.evidence.iter().enumerate() {
        for (number, id) in evidence.supports.iter().enumerate() {
            if !figures.contains_key(id) && !tasks().any(|task| task.id == *id) {
                let problem =
                    ReportProblem::UnknownId { id: id.clone(), what: "a figure, target or task of this report" };
                return Err(problem.at(root.field("evidence").item(index).field("supports").item(number)));
            }
        }
    }
    for (index, grade) in content.grades.iter().enumerate() {
        let place = root.field("grades").item(index);
        check_source(content, &place, &grade.source)?;
        match &grade.subject {
            Subject::Task(id) => find_task(place.field("subject"), id).map(drop)?,
            Subject::Organisation(code) => check_organisation(content, &place.field("subject"), code)?,
        }
    }
    Ok(())
}
