use alloc::vec::Vec;

use chrono::NaiveDate;

use super::resolve::{input_of, label_of, resolve};
use super::{Absolute, Achievement, Input, NotComputable, Operands, Relative, Schedule};
use crate::id::Id;
use crate::period::Period;
use crate::plan::{Goal, Indicator, PartRef, Plan, Target, Task};
use crate::record::{Extent, Observation, Relation, StatedRelation};
use crate::report::Report;

/// What a report says of one target (kết quả thực hiện một chỉ tiêu): to the cut-off, for the full period, in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetResult<'r> {
    /// The task it stands on.
    pub task: &'r Task,
    /// The target.
    pub target: &'r Target,
    /// Its indicator.
    pub indicator: &'r Indicator,
    /// The achievement by what was done to the cut-off.
    pub to_cutoff: Achievement,
    /// What was observed to the cut-off, if anything was.
    pub observation: Option<&'r Observation>,
    /// The achievement by the estimate for the full period, if the report gives one.
    pub full_period: Option<(&'r Observation, Achievement)>,
    /// The change from the baseline and the growth, if the target has one.
    pub change: Option<(Result<Absolute, NotComputable>, Result<Relative, NotComputable>)>,
    /// The share done against the time gone by, if the target says when work starts and is due.
    pub schedule: Option<Result<Schedule, NotComputable>>,
}

/// Evaluates every target of the report's plan, in its order.
///
/// ```
/// # use thuocdo::{NaiveDate, id::*, period::*, plan::*, quantity::*, record::*, report::*};
/// use thuocdo::measure::{Verdict, evaluate};
///
/// # let period = Period::year(2021)?;
/// # let cut_off = NaiveDate::from_ymd_opt(2021, 11, 15).unwrap();
/// # let supported = Indicator { id: Id::new("ho-tro")?, name: Text::new("Số hộ được hỗ trợ")?,
/// #     unit: Unit::HOUSEHOLD,
/// #     direction: Direction::HigherIsBetter, accumulation: Accumulation::RunningTotal, breakdowns: vec![] };
/// # let task = Task { id: Id::new("nv-1")?, name: Text::new("Nâng cao mức sống người có công")?, lead: None,
/// #     cooperating: vec![], deadline: None, origin: Origin::Assigned(None),
/// #     targets: vec![Target::at_least(&supported, 107)?] };
/// # let done = Observation { id: Id::new("ho-tro-1121")?, indicator: supported.id.clone(), at: vec![], period,
/// #     as_of: cut_off,
/// #     extent: Extent::ToCutoff, stage: Stage::Official, source: Source::default(),
/// #     value: Observed::Figure(Figure::new(Reading::Exactly("92".parse()?), Unit::HOUSEHOLD)?) };
/// # let department = Organisation { code: Id::new("sldtbxh-lang-son")?,
/// #     name: Text::new("Sở LĐTBXH tỉnh Lạng Sơn")? };
/// # let content = ReportContent {
/// #     id: Id::new("bao-cao-2021")?, organisation: department.code.clone(), organisations: vec![department],
/// #     period, cut_off, state: ReportState::Draft, document: None, indicators: vec![supported],
/// #     plan: Plan { period, tasks: vec![task] }, proposals: None, observations: vec![done], stated: vec![],
/// #     relations: vec![], causes: vec![], evidence: vec![], grades: vec![], mentions: vec![],
/// # };
/// let report = Report::new(content)?; // 92/107 hộ đến ngày 15/11/2021
/// let results = evaluate(&report);
/// let supported = &results[0].to_cutoff;
/// assert_eq!(supported.rate()?.round(Rounding::half_away::<2>()).to_string(), "85.98");
/// assert_eq!(supported.verdict(), Ok(Verdict::NotYet)); // chưa đạt, chưa đến hạn
/// assert_eq!(supported.shortfall().unwrap().ones(), Ratio::of(15, 1)?); // còn thiếu 15 hộ
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn evaluate(report: &Report) -> Vec<TargetResult<'_>> {
    let content = report.content();
    let targets = content.plan.tasks.iter().flat_map(|task| task.targets.iter().map(move |target| (task, target)));
    targets.filter_map(|(task, target)| evaluate_target(report, &content.plan, task, target)).collect()
}

fn evaluate_target<'r>(
    report: &'r Report,
    plan: &'r Plan,
    task: &'r Task,
    target: &'r Target,
) -> Option<TargetResult<'r>> {
    let cut_off = report.content().cut_off;
    // INVARIANT: a report names only indicators it has
    let indicator = report.indicator(target.indicator())?;
    // a target that counts from a later day is judged by its first version, which is the only one there is to name
    let version = target.in_force(cut_off).or_else(|| target.versions().first())?;
    let due = version.due.or(task.deadline).unwrap_or(plan.period.last());

    let find = |period, extent| latest(report, target.indicator(), target.at(), period, extent, cut_off);
    let observation = find(plan.period, Extent::ToCutoff);
    let baseline = version.baseline.as_ref().and_then(|baseline| baseline_input(report, target, baseline.period));
    let whole = |extent| match &version.goal {
        Goal::ShareOf { whole, .. } => whole_input(report, whole, plan.period, extent),
        _ => None,
    };
    let achieve = |observation: Option<&Observation>, extent, as_of: NaiveDate| {
        let operands = Operands {
            actual: observation.map(|observation| &observation.value),
            label: observation.and_then(|observation| label_of(report, observation)),
            baseline: baseline.clone(),
            whole: whole(extent),
            stated_completion: stated_completion(report, target),
            as_of: Some(as_of),
            due: Some(due),
        };
        Achievement::with(indicator, target, version, operands)
    };

    let to_cutoff = achieve(observation, Extent::ToCutoff, cut_off);
    // an estimate speaks of the end of the period, when everything in it is due
    let full_period = find(plan.period, Extent::FullPeriod)
        .map(|estimate| (estimate, achieve(Some(estimate), Extent::FullPeriod, plan.period.last())));
    let change = version.baseline.as_ref().map(|base| {
        let no_base =
            NotComputable::NoBase { name: Some(indicator.name_at(target.at())), period: Some(base.period.name()) };
        let base = base.figure.clone().map(Input::from).or_else(|| baseline.clone()).ok_or(no_base);
        let no_actual = || NotComputable::NoActual { name: Some(indicator.name_at(target.at())), as_of: Some(cut_off) };
        let current = observation.ok_or_else(no_actual).and_then(|observation| input_of(report, observation));
        let both = base.and_then(|base| current.map(|current| (base, current)));
        let absolute = both.clone().and_then(|(base, current)| Absolute::change(base, current));
        let growth = both.and_then(|(base, current)| Relative::growth(base, current));
        (absolute, growth)
    });
    let schedule = version.start.map(|start| {
        let done = to_cutoff.rate()?.ratio();
        Schedule::of(start, due, observation.map_or(cut_off, |observation| observation.as_of), done)
    });
    Some(TargetResult { task, target, indicator, to_cutoff, observation, full_period, change, schedule })
}

/// The observation that counts: the latest as-of day, then the firmest stage, then the later in the document. Figures to
/// the cut-off count only up to it.
pub(crate) fn latest<'r>(
    report: &'r Report,
    indicator: &Id,
    at: &[PartRef],
    period: Period,
    extent: Extent,
    cut_off: NaiveDate,
) -> Option<&'r Observation> {
    let fits = |observation: &&Observation| {
        observation.indicator == *indicator
            && observation.at == at
            && observation.period == period
            && observation.extent == extent
            && (extent != Extent::ToCutoff || period.last() < cut_off || observation.as_of <= cut_off)
    };
    report.content().observations.iter().filter(fits).max_by_key(|observation| (observation.as_of, observation.stage))
}

fn baseline_input(report: &Report, target: &Target, period: Period) -> Option<Input> {
    let cut_off = report.content().cut_off;
    let observation = latest(report, target.indicator(), target.at(), period, Extent::ToCutoff, cut_off)
        .or_else(|| latest(report, target.indicator(), target.at(), period, Extent::FullPeriod, cut_off))?;
    input_of(report, observation).ok()
}

/// The whole that goes with a part of that extent; where only the whole to the cut-off is known, that one.
fn whole_input(report: &Report, whole: &Id, period: Period, extent: Extent) -> Option<Input> {
    let find = |extent| latest(report, whole, &[], period, extent, report.content().cut_off);
    find(extent).or_else(|| find(Extent::ToCutoff)).and_then(|observation| input_of(report, observation).ok())
}

/// The completion that the report states for a target: `đạt 60% kế hoạch`.
fn stated_completion(report: &Report, target: &Target) -> Option<Input> {
    let is_of_target = |relation: &&StatedRelation| matches!(&relation.relation, Relation::Completion { target: id, .. } if id == target.id());
    let stated = report.content().relations.iter().find(is_of_target)?;
    resolve(report, &stated.result).ok()
}
