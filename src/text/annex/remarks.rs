//! Remarks in the rows, and the notes below the table.

use alloc::{format, string::String, vec::Vec};

use super::build::Builder;
use super::line::Line;
use super::{AnnexCell, AnnexColumn, AnnexLack, AnnexLanguage, AnnexRemark, AnnexValue};
use crate::id::Id;
use crate::measure::{NotComputable, TargetResult, latest};
use crate::plan::{Baseline, Task};
use crate::record::{Author, Evidence, Extent, Observation, Observed, Stage, StatedGrade, Subject};
use crate::text::telling::TWO_DECIMALS;

impl<L: AnnexLanguage + ?Sized> Builder<'_, L> {
    /// The result in words, and what the figures of the row rest on.
    pub(super) fn target_remark(&self, line: &Line<'_>) -> String {
        let mut parts = Vec::new();
        if let Some(result) = line.result {
            if let Ok(verdict) = result.to_cutoff.verdict() {
                parts.push(String::from(self.language.verdict(verdict)));
            }
            if let Some(shortfall) = result.to_cutoff.shortfall() {
                parts.push(self.language.shortfall(line.indicator, shortfall));
            }
            parts.extend(self.change(result));
            parts.extend(self.other_baseline(line, result));
        }
        if let Some(observation) = line.observation {
            parts.extend(self.observation_remarks(observation));
        }
        parts.extend(self.of_report_period(line));
        parts.extend(line.estimate.and_then(|estimate| self.estimated_by(estimate)));
        if let Some(version) = line.version() {
            let by = version.assigned_by.as_ref().map(|document| self.language.document(document));
            parts.extend(by.map(|document| self.language.remark(&AnnexRemark::AssignedBy(&document))));
            parts.extend(version.due.map(|due| self.language.remark(&AnnexRemark::Due(due))));
        }
        parts.join("; ")
    }

    /// The actual of the report's period, where the plan has another and none of its own.
    fn of_report_period(&self, line: &Line<'_>) -> Option<String> {
        let content = self.report.content();
        if line.observation.is_some() || content.plan.period == content.period {
            return None;
        }
        let (indicator, at) = (line.target.indicator(), line.target.at());
        let found = latest(self.report, indicator, at, content.period, Extent::ToCutoff, content.cut_off)?;
        let Observed::Figure(figure) = &found.value else { return None };
        let (figure, period) = (self.language.figure(figure), self.language.period(content.period.name()));
        Some(self.language.remark(&AnnexRemark::OtherPeriod { figure: &figure, period: &period }))
    }

    /// When it is due, and what others than the office itself decided.
    pub(super) fn task_remark(&self, task: &Task) -> String {
        let due = task.deadline.map(|due| self.language.remark(&AnnexRemark::Due(due)));
        let others = self.grades(task).filter(|grade| grade.author != Author::SelfAssessed);
        let others = others.map(|grade| {
            self.language.remark(&AnnexRemark::Grade { author: grade.author, level: grade.level.as_str() })
        });
        let parts: Vec<String> = due.into_iter().chain(others).collect();
        parts.join("; ")
    }

    /// The reasons given for grades, and the causes given for results.
    pub(super) fn task_notes(&self, task: &Task) -> Vec<String> {
        let reasons = self.grades(task).filter_map(|grade| grade.reason.as_ref());
        let reasons = reasons.map(|reason| self.language.remark(&AnnexRemark::GradeReason(reason.as_str())));
        reasons.chain(self.causes(Some(&task.id))).collect()
    }

    /// The causes of one task, or those that are given for the report as a whole.
    pub(super) fn causes(&self, task: Option<&Id>) -> impl Iterator<Item = String> {
        let causes = self.report.content().causes.iter().filter(move |cause| cause.task.as_ref() == task);
        causes.map(|cause| {
            let confirmation = self.language.confirmation(&cause.confirmation);
            self.language.remark(&AnnexRemark::Cause { reason: cause.reason.as_str(), confirmation: &confirmation })
        })
    }

    /// Why a plan or a rate of a row has no value, each reason once and without the name, which the row has.
    pub(super) fn lack_notes(&self, cells: &[AnnexCell]) -> Vec<String> {
        let mut sentences: Vec<String> = Vec::new();
        for (column, cell) in self.settings.columns.as_slice().iter().zip(cells) {
            let is_asked = *column == AnnexColumn::Plan || column.formula().is_some();
            let AnnexValue::Lacking(lack) = &cell.value else { continue };
            if !is_asked {
                continue;
            }
            let lack = match lack {
                AnnexLack::Measure(reason) => AnnexLack::Measure(without_name(reason.clone())),
                other => other.clone(),
            };
            let sentence = self.language.lack_in_full(&lack, self.times.period);
            sentences.extend(sentence.filter(|sentence| !sentences.contains(sentence)));
        }
        sentences
    }

    /// Who leads the task.
    pub(super) fn lead(&self, task: &Task) -> AnnexCell {
        match task.lead.as_ref().and_then(|code| self.report.organisation(code)) {
            Some(organisation) => AnnexCell::words(organisation.name.as_str()),
            None => self.lacking(AnnexLack::NotStated),
        }
    }

    /// The level that the office gave itself, in its words.
    pub(super) fn self_grade(&self, task: &Task) -> AnnexCell {
        let own = self.grades(task).filter(|grade| grade.author == Author::SelfAssessed);
        let levels: Vec<&str> = own.map(|grade| grade.level.as_str()).collect();
        if levels.is_empty() { self.lacking(AnnexLack::NotStated) } else { AnnexCell::words(levels.join("; ")) }
    }

    /// What proves a task; what proves only one of its targets stands there.
    pub(super) fn evidence_of_task(&self, task: &Task) -> AnnexCell {
        let of_task = self.evidence(|id| *id == task.id);
        let is_below = || {
            let mut lines = task.targets.iter().map(|target| self.evidence_of_target(target.id(), target.indicator()));
            lines.any(|cell| cell.value != AnnexValue::Empty)
        };
        if of_task.is_empty() && is_below() {
            return AnnexCell::empty();
        }
        if of_task.is_empty() { self.lacking(AnnexLack::NotStated) } else { AnnexCell::words(of_task) }
    }

    /// What proves a target, or a figure of its indicator.
    pub(super) fn evidence_of_target(&self, target: &Id, indicator: &Id) -> AnnexCell {
        let observations = &self.report.content().observations;
        let is_figure = |id: &Id| observations.iter().any(|found| found.id == *id && found.indicator == *indicator);
        let found = self.evidence(|id| id == target || is_figure(id));
        if found.is_empty() { AnnexCell::empty() } else { AnnexCell::words(found) }
    }

    fn evidence(&self, supports: impl Fn(&Id) -> bool) -> String {
        let all = self.report.content().evidence.iter();
        let found = all.filter(|evidence| evidence.supports.iter().any(&supports));
        let words = found.map(|Evidence { title, document, .. }| match document {
            Some(document) => format!("{title} ({})", self.language.document(document)),
            None => title.as_str().into(),
        });
        let words: Vec<String> = words.collect();
        words.join("; ")
    }

    fn grades(&self, task: &Task) -> impl Iterator<Item = &StatedGrade> {
        let grades = self.report.content().grades.iter();
        grades.filter(|grade| matches!(&grade.subject, Subject::Task(id) if *id == task.id))
    }

    fn change(&self, result: &TargetResult<'_>) -> Option<String> {
        let (Ok(absolute), Ok(growth)) = result.change.as_ref()? else { return None };
        let base = result.to_cutoff.version().baseline.as_ref()?.period.name();
        Some(self.language.remark(&AnnexRemark::Change {
            absolute: &self.language.change(absolute.value(), absolute.unit()),
            growth: &self.language.growth(growth.ratio(), TWO_DECIMALS),
            base: &self.language.period(base),
        }))
    }

    /// A baseline that the column of the previous period does not show.
    fn other_baseline(&self, line: &Line<'_>, result: &TargetResult<'_>) -> Option<String> {
        let Baseline { period, figure } = result.to_cutoff.version().baseline.as_ref()?;
        let figure = figure.as_ref().filter(|_| Some(*period) != self.previous || line.previous.is_none())?;
        let (figure, period) = (self.language.figure(figure), self.language.period(period.name()));
        Some(self.language.remark(&AnnexRemark::Baseline { figure: &figure, period: &period }))
    }

    fn observation_remarks(&self, observation: &Observation) -> Vec<String> {
        let mut remarks = Vec::new();
        if observation.as_of != self.times.cut_off {
            remarks.push(self.language.remark(&AnnexRemark::AsOf(observation.as_of)));
        }
        if observation.stage != Stage::Official {
            remarks.push(self.language.remark(&AnnexRemark::Stage(observation.stage)));
        }
        if let Observed::NotApplicable(Some(reason)) = &observation.value {
            remarks.push(self.language.remark(&AnnexRemark::NotApplicable(reason.as_str())));
        }
        remarks
    }

    fn estimated_by(&self, estimate: &Observation) -> Option<String> {
        let provider = estimate.source.provider.as_ref().filter(|code| **code != self.report.content().organisation)?;
        let name = self.report.organisation(provider)?.name.as_str();
        Some(self.language.remark(&AnnexRemark::EstimatedBy(name)))
    }
}

/// The same reason of what the row is about, whose name stands in it.
fn without_name(reason: NotComputable) -> NotComputable {
    match reason {
        NotComputable::NoActual { as_of, .. } => NotComputable::NoActual { name: None, as_of },
        NotComputable::NoTarget { .. } => NotComputable::NoTarget { name: None },
        NotComputable::NoBase { period, .. } => NotComputable::NoBase { name: None, period },
        NotComputable::NotJudged { .. } => NotComputable::NotJudged { name: None },
        NotComputable::FormulaNotStated { .. } => NotComputable::FormulaNotStated { name: None },
        NotComputable::NoSingleLevel { .. } => NotComputable::NoSingleLevel { name: None },
        NotComputable::KindsDiffer { .. } => NotComputable::KindsDiffer { name: None },
        // what these name may be another figure than the row's
        other => other,
    }
}
