use alloc::{collections::BTreeSet, vec::Vec};

use super::consequence::grade_changes;
use super::{Finding, GradeChange, ReportCheck};
use crate::grade::ByBasis;
use crate::report::{Report, ReportDiff, ReportError};

/// Two drafts of a report beside each other (so sánh hai bản dự thảo): the figures that changed, and the findings and grades
/// that change with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftComparison<'r> {
    /// The figures.
    pub figures: ReportDiff<'r>,
    /// Findings that the earlier draft did not have, or not of these figures.
    pub new: Vec<Finding>,
    /// Findings of the earlier draft that are settled, or are of other figures now.
    pub gone: Vec<Finding>,
    /// Findings that both have.
    pub kept: Vec<Finding>,
    /// The bases on which another grade comes out.
    pub grades: Vec<GradeChange>,
}

impl<'r> DraftComparison<'r> {
    /// A later draft against an earlier one, graded as `assess` does.
    ///
    /// ```
    /// # #[cfg(feature = "builtin")] {
    /// use thuocdo::builtin;
    /// use thuocdo::check::{DraftComparison, ReportCheck};
    /// use thuocdo::report::Report;
    ///
    /// # let json = include_str!("../../examples/data/lang-son-2021.json");
    /// let draft: Report = serde_json::from_str(json)?;
    /// let rules = builtin::rule_set("vn-nd90-2020-unit")?;
    /// let finding = ReportCheck::of(&draft)?.findings().next().unwrap();
    /// let corrected = finding.detail.corrections()[0].applied_to(&draft)?; // 02 → 03 hộ
    ///
    /// let comparison = DraftComparison::of(&draft, &corrected, |report| rules.assess_report_by_analogy(report))?;
    /// assert_eq!(comparison.figures.changed.len(), 1);
    /// assert_eq!((comparison.gone.len(), comparison.new.len()), (1, 0));
    /// assert!(comparison.grades.is_empty());
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`ReportCheck::of`].
    pub fn of<'s>(
        earlier: &'r Report,
        later: &'r Report,
        assess: impl Fn(&Report) -> ByBasis<'s>,
    ) -> Result<Self, ReportError> {
        let old: Vec<Finding> = ReportCheck::of(earlier)?.findings().collect();
        let all: Vec<Finding> = ReportCheck::of(later)?.findings().collect();
        let old_keys: BTreeSet<_> = old.iter().map(|finding| finding.key.clone()).collect();
        let keys: BTreeSet<_> = all.iter().map(|finding| finding.key.clone()).collect();
        let (kept, new) = all.into_iter().partition(|finding| old_keys.contains(&finding.key));
        let gone = old.into_iter().filter(|finding| !keys.contains(&finding.key)).collect();
        let grades = grade_changes(&assess(earlier), &assess(later));
        Ok(Self { figures: later.diff(earlier), new, gone, kept, grades })
    }
}
