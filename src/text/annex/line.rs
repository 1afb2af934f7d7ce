//! One target with everything that the report says of it, this period, before it and after it.

use super::AnnexLack;
use crate::id::Text;
use crate::measure::{Formula, Input, NotComputable, Relative, TargetResult, input_of, latest};
use crate::period::Period;
use crate::plan::{AchievementFormula, Goal, Indicator, Target, TargetVersion};
use crate::quantity::Figure;
use crate::record::{Extent, Observation};
use crate::report::Report;

/// A target of the plan, or one that is only proposed for the next period.
pub(super) struct Line<'r> {
    pub(super) target: &'r Target,
    pub(super) indicator: &'r Indicator,
    /// None for a target that is only proposed.
    pub(super) result: Option<&'r TargetResult<'r>>,
    pub(super) observation: Option<&'r Observation>,
    pub(super) estimate: Option<&'r Observation>,
    pub(super) previous: Option<Previous<'r>>,
    pub(super) proposed: Option<&'r TargetVersion>,
}

/// Where the figure of the previous period comes from.
#[derive(Clone, Copy)]
pub(super) enum Previous<'r> {
    /// The target itself states it, as its baseline.
    Stated(&'r Figure),
    /// The record has it.
    Recorded(&'r Observation),
}

/// A rate against the previous period.
pub(super) struct Growth {
    pub(super) rate: Relative,
    /// There is no estimate, so what was done to the cut-off is compared.
    pub(super) is_to_cutoff: bool,
}

impl<'r> Line<'r> {
    /// A target of the plan.
    pub(super) fn of_plan(report: &'r Report, result: &'r TargetResult<'r>, previous: Option<Period>) -> Self {
        let target = result.target;
        let proposed = proposals(report).find(|proposed| is_same_subject(proposed, target));
        Self {
            target,
            indicator: result.indicator,
            result: Some(result),
            observation: result.observation,
            estimate: result.full_period.as_ref().map(|(estimate, _)| *estimate),
            previous: previous.and_then(|period| previous_figure(report, target, stated_baseline(result), period)),
            proposed: proposed.and_then(|target| version_at_end(report, target)),
        }
    }

    /// A target that is only proposed.
    pub(super) fn of_proposal(report: &'r Report, target: &'r Target, previous: Option<Period>) -> Option<Self> {
        let content = report.content();
        let find =
            |extent| latest(report, target.indicator(), target.at(), content.plan.period, extent, content.cut_off);
        Some(Self {
            target,
            indicator: report.indicator(target.indicator())?,
            result: None,
            observation: find(Extent::ToCutoff),
            estimate: find(Extent::FullPeriod),
            previous: previous.and_then(|period| previous_figure(report, target, None, period)),
            proposed: version_at_end(report, target),
        })
    }

    pub(super) fn name(&self) -> Text {
        self.indicator.name_at(self.target.at())
    }

    /// The version that the plan sets, as far as the target is in it.
    pub(super) fn version(&self) -> Option<&TargetVersion> {
        self.result.map(|result| result.to_cutoff.version())
    }

    /// Whether nothing can be divided by its goal, which is done or judged and not reached.
    pub(super) fn is_without_level(&self) -> bool {
        let goal = self.version().or(self.proposed).map(|version| &version.goal);
        matches!(goal, Some(Goal::Done | Goal::Qualitative(_)))
    }

    /// Whether the rate by the target's own formula is a change from the baseline, which says nothing of the plan column.
    pub(super) fn is_measured_by_change(&self) -> bool {
        self.target.formula() == Some(AchievementFormula::Change)
    }

    /// What is estimated, or where nothing is what was done to the cut-off, in percent of the previous period.
    pub(super) fn growth(&self, report: &Report, previous: Option<Period>) -> Result<Growth, AnnexLack> {
        if self.is_without_level() {
            return Err(self.no_single_level());
        }
        let base: Input = match self.previous {
            Some(Previous::Stated(figure)) => figure.clone().into(),
            Some(Previous::Recorded(observation)) => input_of(report, observation).map_err(AnnexLack::Measure)?,
            None => {
                let period = previous.map(|period| period.name());
                return Err(AnnexLack::Measure(NotComputable::NoBase { name: Some(self.name()), period }));
            }
        };
        let current = self.estimate.or(self.observation).ok_or(AnnexLack::NoEstimate)?;
        let current = input_of(report, current).map_err(AnnexLack::Measure)?;
        let rate = Relative::growth_index(base, current).map_err(AnnexLack::Measure)?;
        Ok(Growth { rate, is_to_cutoff: self.estimate.is_none() })
    }

    pub(super) fn no_single_level(&self) -> AnnexLack {
        AnnexLack::Measure(NotComputable::NoSingleLevel { name: Some(self.name()) })
    }
}

/// Whether a rate is what stands above and below the line in the heads: the actual over the plan.
pub(super) fn is_plan_completion(rate: &Relative) -> bool {
    rate.formula() == Formula::Achievement(AchievementFormula::PlanCompletion)
}

/// Every target that is proposed.
pub(super) fn proposals(report: &Report) -> impl Iterator<Item = &Target> {
    report.content().proposals.iter().flat_map(|plan| &plan.tasks).flat_map(|task| &task.targets)
}

pub(super) fn is_same_subject(left: &Target, right: &Target) -> bool {
    left.indicator() == right.indicator() && left.at() == right.at()
}

/// The version that counts at the end of the period that is proposed for.
fn version_at_end<'r>(report: &'r Report, target: &'r Target) -> Option<&'r TargetVersion> {
    let plan = report.content().proposals.as_ref()?;
    target.in_force(plan.period.last()).or_else(|| target.versions().first())
}

/// The baseline that the target states itself.
fn stated_baseline<'r>(result: &'r TargetResult<'r>) -> Option<(Period, &'r Figure)> {
    let baseline = result.to_cutoff.version().baseline.as_ref()?;
    Some((baseline.period, baseline.figure.as_ref()?))
}

/// As a measure takes it: what the target states comes before the record.
fn previous_figure<'r>(
    report: &'r Report,
    target: &Target,
    stated: Option<(Period, &'r Figure)>,
    period: Period,
) -> Option<Previous<'r>> {
    let cut_off = report.content().cut_off;
    let find = |extent| latest(report, target.indicator(), target.at(), period, extent, cut_off);
    let stated = stated.filter(|(of, _)| *of == period).map(|(_, figure)| Previous::Stated(figure));
    stated.or_else(|| find(Extent::ToCutoff).or_else(|| find(Extent::FullPeriod)).map(Previous::Recorded))
}
