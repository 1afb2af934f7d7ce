use alloc::vec::Vec;

use super::{Change, Correction, FindingDetail, NewFigure};
use crate::grade::{Basis, ByBasis};
use crate::id::Id;
use crate::plan::Plan;
use crate::quantity::{Figure, Printed, Reading};
use crate::record::Observed;
use crate::report::{Report, ReportContent, ReportError};

/// What a correction would do to the grades of a report (ảnh hưởng đến kết quả xếp loại).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consequence {
    /// The bases on which another grade would come out, with the levels before and after; none where no level does.
    pub changed: Vec<GradeChange>,
}

/// One basis on which a correction changes the grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradeChange {
    /// Which figures count.
    pub basis: Basis,
    /// The level by the figures as they are.
    pub before: Option<Id>,
    /// The level by the corrected figures.
    pub after: Option<Id>,
}

impl Consequence {
    /// Whether the grade is the same on every basis.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.changed.is_empty()
    }
}

impl Correction {
    /// The report with the likeliest new figures in place of the old ones: to look at, not to send. Nothing is ever applied by
    /// itself.
    ///
    /// # Errors
    /// [`ReportError`] if the report with these figures is none.
    pub fn applied_to(&self, report: &Report) -> Result<Report, ReportError> {
        let mut content = report.clone().into_content();
        for Change { figure, new: NewFigure { likely, .. }, .. } in &self.changes {
            replace(&mut content, figure, *likely);
        }
        Report::new(content)
    }

    /// Which grades would change with it, as `assess` computes them.
    ///
    /// ```
    /// # #[cfg(feature = "builtin")] {
    /// use thuocdo::builtin;
    /// use thuocdo::check::{FindingDetail, ReportCheck};
    /// use thuocdo::report::Report;
    ///
    /// # let json = include_str!("../../examples/data/lang-son-2021.json");
    /// let report: Report = serde_json::from_str(json)?;
    /// let rules = builtin::rule_set("vn-nd90-2020-unit")?;
    /// let check = ReportCheck::of(&report)?;
    /// let FindingDetail::Diagnosed(diagnosis) = check.findings().next().unwrap().detail else { unreachable!() };
    /// // 02 → 03 hộ nghèo: no target depends on it
    /// let consequence = diagnosis.corrections[0].consequence(&report, |report| rules.assess_report_by_analogy(report))?;
    /// assert!(consequence.is_none());
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`applied_to`](Self::applied_to).
    pub fn consequence<'s>(
        &self,
        report: &Report,
        assess: impl Fn(&Report) -> ByBasis<'s>,
    ) -> Result<Consequence, ReportError> {
        let corrected = self.applied_to(report)?;
        Ok(Consequence { changed: grade_changes(&assess(report), &assess(&corrected)) })
    }
}

impl FindingDetail {
    /// The corrections that a finding offers.
    #[must_use]
    pub fn corrections(&self) -> &[Correction] {
        match self {
            Self::Diagnosed(diagnosis) => &diagnosis.corrections,
            _ => &[],
        }
    }
}

/// The bases on which two sets of assessments differ.
pub(super) fn grade_changes(before: &ByBasis<'_>, after: &ByBasis<'_>) -> Vec<GradeChange> {
    let level = |by_basis: &ByBasis<'_>, basis| by_basis.at(basis).outcome().level().cloned();
    let changes =
        Basis::ALL.map(|basis| GradeChange { basis, before: level(before, basis), after: level(after, basis) });
    changes.into_iter().filter(|change| change.before != change.after).collect()
}

fn replace(content: &mut ReportContent, figure: &Id, new: Printed) {
    let cut_off = content.cut_off;
    for observation in content.observations.iter_mut().filter(|found| found.id == *figure) {
        if let Observed::Figure(old) = &mut observation.value {
            renew(old, new);
        }
    }
    for stated in content.stated.iter_mut().filter(|stated| stated.id == *figure) {
        renew(&mut stated.figure, new);
    }
    let plans = core::iter::once(&mut content.plan).chain(&mut content.proposals);
    for target in plans.flat_map(|Plan { tasks, .. }| tasks).flat_map(|task| &mut task.targets) {
        if target.id() == figure {
            let counts =
                target.in_force(cut_off).or_else(|| target.versions().first()).map(|version| version.id.clone());
            if let Some(version) = counts {
                target.change_level(&version, |reading| renewed(reading, new));
            }
        }
    }
}

fn renew(figure: &mut Figure, new: Printed) {
    if let Ok(renewed) = Figure::new(renewed(figure.reading(), new), figure.unit().clone()) {
        *figure = renewed;
    }
}

/// The same words with another number; a range is no single number and stays.
fn renewed(reading: Reading, new: Printed) -> Reading {
    match reading {
        Reading::Exactly(_) => Reading::Exactly(new),
        Reading::AtLeast(_) => Reading::AtLeast(new),
        Reading::MoreThan(_) => Reading::MoreThan(new),
        Reading::AtMost(_) => Reading::AtMost(new),
        Reading::LessThan(_) => Reading::LessThan(new),
        Reading::About(_) => Reading::About(new),
        Reading::Between(range) => Reading::Between(range),
    }
}
