//! A report as a check table: every figure of it, the relations it states, and those that its breakdowns imply.

use alloc::{collections::BTreeMap, format, vec::Vec};

use super::trail::digest;
use super::{CheckFigure, CheckTable, CheckTableContent, CheckValue, Precision};
use crate::id::Id;
use crate::period::PeriodName;
use crate::plan::{Goal, Indicator, PartRef, Parts, Target};
use crate::quantity::{Amount, Figure, Reading, Scale, Unit};
use crate::record::{Observation, Observed, Relation, Source, StatedRelation};
use crate::report::{FigureRef, Report, ReportError};

impl CheckTable {
    /// The table of a report.
    ///
    /// Figures keep their ids. A target is the number that was assigned: "ít nhất 2.000 người" is 2.000 here; over, under and
    /// about so much are taken as said. A figure that the report leads to and does not state is [`CheckValue::NotStated`].
    /// Where the parts of an indicator are declared to add up, and the whole and all of them are given for one day, or set
    /// as targets, that they do is a statement of its own, unless the report states it already.
    ///
    /// ```
    /// # #[cfg(feature = "serde")] {
    /// use thuocdo::check::CheckTable;
    /// use thuocdo::id::Id;
    /// use thuocdo::report::Report;
    ///
    /// # let json = include_str!("../../examples/data/lang-son-2021.json");
    /// let report: Report = serde_json::from_str(json)?;
    /// let table = CheckTable::of(&report)?;
    /// let poor = table.figure(&Id::new("ho-ngheo-1121")?).unwrap();
    /// assert_eq!(poor.figure().unwrap().exact().unwrap().amount().to_string(), "2"); // 02 hộ
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ReportError`] where the report gives an implied statement's id to another one.
    pub fn of(report: &Report) -> Result<Self, ReportError> {
        let content = report.content();
        let mut figures: Vec<CheckFigure> =
            report.figures().filter_map(|(_, figure)| check_figure(report, figure)).collect();
        let mut relations = content.relations.clone();
        for stated in &mut relations {
            if let Some(counted) = counted(report, stated) {
                stated.relation = Relation::Same { other: counted.id.clone() };
                figures.push(counted);
            }
        }
        relations.extend(implied(report));
        Self::new(CheckTableContent { as_of: Some(content.cut_off), figures, relations })
    }
}

fn check_figure(report: &Report, figure: FigureRef<'_>) -> Option<CheckFigure> {
    let (subject, value, as_of, period) = match figure {
        FigureRef::Observation(observation) => {
            let indicator = report.indicator(&observation.indicator)?;
            let value = match &observation.value {
                Observed::Figure(figure) => CheckValue::Figure(figure.clone()),
                _ => CheckValue::NotStated(indicator.unit.clone()),
            };
            let period = Some(observation.period.name());
            (indicator.name_at(&observation.at), value, Some(observation.as_of), period)
        }
        FigureRef::Target(target) => {
            let indicator = report.indicator(target.indicator())?;
            (indicator.name_at(target.at()), level(report, indicator, target), None, period_of(report, target))
        }
        FigureRef::Stated(stated) => {
            (stated.subject.clone(), CheckValue::Figure(stated.figure.clone()), stated.as_of, None)
        }
    };
    let source = figure.source().cloned().unwrap_or_default();
    let id = figure.id().clone();
    Some(CheckFigure { id, subject, value, precision: Precision::ByUnit, is_fixed: false, as_of, period, source })
}

/// What a report counts, as a figure that is certain, because it can be counted again.
fn counted(report: &Report, stated: &StatedRelation) -> Option<CheckFigure> {
    let Relation::Count { of } = &stated.relation else { return None };
    let result = check_figure(report, report.figure(&stated.result)?)?;
    let unit = result.unit().scaled(Scale::One).ok()?;
    let number = Amount::try_from(report.count(of)).ok()?;
    let figure = Figure::new(number, unit).ok()?;
    let (id, subject) = (counted_id(stated), result.subject);
    let source = stated.source.clone();
    Some(CheckFigure { is_fixed: true, source, ..CheckFigure::new(id, subject, figure) })
}

/// The id, in the table, of what a relation of the report counts; an id too long for a mark stays as it is.
pub(crate) fn counted_id(stated: &StatedRelation) -> Id {
    Id::new(&format!("{}#", stated.id)).unwrap_or_else(|_| stated.id.clone())
}

fn level(report: &Report, indicator: &Indicator, target: &Target) -> CheckValue {
    let version = target.in_force(report.content().cut_off).or_else(|| target.versions().first());
    let not_stated = |unit: &Unit| CheckValue::NotStated(unit.clone());
    let Some(Goal::Level(reading)) = version.map(|version| &version.goal) else { return not_stated(&indicator.unit) };
    let reading = match *reading {
        Reading::AtLeast(number) | Reading::AtMost(number) => Reading::Exactly(number),
        other => other,
    };
    Figure::new(reading, indicator.unit.clone()).map_or_else(|_| not_stated(&indicator.unit), CheckValue::Figure)
}

/// The period of the plan that a target stands in.
fn period_of(report: &Report, target: &Target) -> Option<PeriodName> {
    let content = report.content();
    let mut plans = core::iter::once(&content.plan).chain(&content.proposals);
    let plan =
        plans.find(|plan| plan.tasks.iter().flat_map(|task| &task.targets).any(|other| other.id() == target.id()));
    plan.map(|plan| plan.period.name())
}

/// Where a figure stands: its indicator, its part, and what else must be the same for parts to add up to a whole.
struct Placed<'r, K> {
    indicator: &'r Id,
    at: &'r [PartRef],
    key: K,
    id: &'r Id,
}

/// The sums that the breakdowns of the report's indicators declare and that it does not state.
fn implied(report: &Report) -> Vec<StatedRelation> {
    let content = report.content();
    let observations =
        content.observations.iter().filter(|observation| matches!(observation.value, Observed::Figure(_)));
    let placed = |observation: &'_ Observation| {
        let Observation { period, as_of, extent, stage, .. } = observation;
        (*period, *as_of, *extent, *stage)
    };
    let observed: Vec<Placed<'_, _>> = observations
        .map(|found| Placed { indicator: &found.indicator, at: &found.at, key: placed(found), id: &found.id })
        .collect();
    let has_level = |target: &&Target| {
        target.in_force(content.cut_off).is_some_and(|version| matches!(version.goal, Goal::Level(_)))
    };
    let plans = core::iter::once(&content.plan).chain(&content.proposals);
    let targets: Vec<Placed<'_, _>> = plans
        .enumerate()
        .flat_map(|(key, plan)| plan.tasks.iter().flat_map(|task| &task.targets).map(move |target| (key, target)))
        .filter(|(_, target)| has_level(target))
        .map(|(key, target)| Placed { indicator: target.indicator(), at: target.at(), key, id: target.id() })
        .collect();
    let mut sums = sums(report, &observed);
    sums.extend(self::sums(report, &targets));
    sums
}

fn sums<K: Ord + Copy>(report: &Report, placed: &[Placed<'_, K>]) -> Vec<StatedRelation> {
    let content = report.content();
    let mut by_place: BTreeMap<(&Id, K, &[PartRef]), Vec<&Id>> = BTreeMap::new();
    for found in placed {
        by_place.entry((found.indicator, found.key, found.at)).or_default().push(found.id);
    }
    // two figures for one place are for other checks to compare
    let only = |indicator: &Id, key: K, at: &[PartRef]| match by_place.get(&(indicator, key, at)).map(Vec::as_slice) {
        Some([id]) => Some((*id).clone()),
        _ => None,
    };
    let wholes = placed.iter().filter(|found| found.at.is_empty());
    wholes
        .flat_map(|whole| {
            let indicator = report.indicator(whole.indicator);
            let breakdowns = indicator.into_iter().flat_map(|indicator| &indicator.breakdowns);
            let only = &only;
            breakdowns.filter(|breakdown| breakdown.parts() == Parts::AddUp).filter_map(move |breakdown| {
                let result = only(whole.indicator, whole.key, &[])?;
                let part = |category: &Id| {
                    let at = [PartRef { breakdown: breakdown.id().clone(), part: category.clone() }];
                    only(whole.indicator, whole.key, &at)
                };
                let parts: Vec<Id> =
                    breakdown.categories().iter().map(|category| part(&category.id)).collect::<Option<_>>()?;
                let is_stated = content.relations.iter().any(|stated| states_sum(stated, &result, &parts));
                if is_stated {
                    return None;
                }
                let id = implied_id(&result, breakdown.id())?;
                Some(StatedRelation { id, result, relation: Relation::Sum { parts }, source: Source::default() })
            })
        })
        .collect()
}

/// What names an implied sum; where both ids are too long for one, a digest of them.
fn implied_id(result: &Id, breakdown: &Id) -> Option<Id> {
    let name = format!("{result}={breakdown}");
    Id::new(&name).or_else(|_| Id::new(&format!("={}", digest(&[name])))).ok()
}

/// Whether a relation of the report says that the parts add up to the whole, as a sum or as what remains of it.
fn states_sum(stated: &StatedRelation, whole: &Id, parts: &[Id]) -> bool {
    let (stated_whole, mut stated_parts) = match &stated.relation {
        Relation::Sum { parts } => (&stated.result, parts.clone()),
        Relation::Remainder { whole, parts } | Relation::Difference { from: whole, less: parts } => {
            (whole, parts.iter().chain([&stated.result]).cloned().collect())
        }
        _ => return false,
    };
    let mut parts = parts.to_vec();
    parts.sort_unstable();
    stated_parts.sort_unstable();
    stated_whole == whole && stated_parts == parts
}
