use super::{Assessment, Facts, RuleSet, SubjectKind, report_facts};
use crate::measure::evaluate;
use crate::report::Report;

/// Basis (căn cứ tính): which figures of a report count.
///
/// ```
/// # #[cfg(feature = "builtin")] {
/// use thuocdo::grade::{Basis, FactValue, Facts};
/// use thuocdo::id::Id;
/// use thuocdo::quantity::Ratio;
/// use thuocdo::report::Report;
///
/// # let json = include_str!("../../examples/data/lang-son-2021.json");
/// let report: Report = serde_json::from_str(json)?;
/// let id = Id::new("targets-completed")?;
/// let completed = |basis| Facts::of_report(&report, basis).get(&id).map(|fact| fact.value.clone());
/// assert_eq!(completed(Basis::AtCutoff), Some(FactValue::Exactly(Ratio::of(4, 7)?)));
/// assert_eq!(completed(Basis::FullPeriodEstimate), Some(FactValue::Exactly(Ratio::of(6, 7)?)));
/// // a cause is stated, but no document confirms it
/// assert_eq!(completed(Basis::ConfirmedCauses), completed(Basis::FullPeriodEstimate));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "căn cứ tính")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// Theo số thực hiện đến ngày chốt: a target that is not due counts as not met so far, and is listed.
    AtCutoff,
    /// Theo ước thực hiện cả kỳ: where the report gives an estimate for the full period, it counts.
    FullPeriodEstimate,
    /// Khi tính cả nguyên nhân khách quan đã được xác nhận: as with the estimate, and a target that an objective cause bears
    /// on counts as completed if the authority has confirmed the cause.
    ConfirmedCauses,
}

impl Basis {
    /// The three, in this order.
    pub const ALL: [Self; 3] = [Self::AtCutoff, Self::FullPeriodEstimate, Self::ConfirmedCauses];
}

/// The assessments of one report on the three bases, beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByBasis<'s> {
    /// By what was done to the cut-off.
    pub at_cutoff: Assessment<'s>,
    /// With the estimate for the full period.
    pub full_period_estimate: Assessment<'s>,
    /// With objective causes that are confirmed.
    pub confirmed_causes: Assessment<'s>,
}

impl<'s> ByBasis<'s> {
    /// The assessment on one basis.
    #[must_use]
    pub const fn at(&self, basis: Basis) -> &Assessment<'s> {
        match basis {
            Basis::AtCutoff => &self.at_cutoff,
            Basis::FullPeriodEstimate => &self.full_period_estimate,
            Basis::ConfirmedCauses => &self.confirmed_causes,
        }
    }
}

impl RuleSet {
    /// Assesses the organisation of a report, as a subject of `subject` kind, on the three bases. Only what the report says
    /// of its targets and tasks is known; what else the rules read leaves them open.
    ///
    /// ```
    /// # #[cfg(feature = "builtin")] {
    /// use thuocdo::builtin;
    /// use thuocdo::grade::{Basis, Outcome, SubjectKind};
    /// use thuocdo::report::Report;
    /// use thuocdo::text::{GradeLanguage, Vietnamese};
    ///
    /// # let json = include_str!("../../examples/data/lang-son-2021.json");
    /// let report: Report = serde_json::from_str(json)?;
    /// let rules = builtin::rule_set("vn-nd90-2020-unit")?;
    /// let by_basis = rules.assess_report(SubjectKind::Manager, &report);
    /// assert_eq!(*by_basis.at_cutoff.outcome(), Outcome::NoRuleMatched);           // 4/7 at the cut-off
    /// let estimated = by_basis.at(Basis::FullPeriodEstimate);                      // 6/7 if the estimates come true
    /// assert_eq!(Vietnamese.outcome(estimated), "Mức xếp loại tính được: “Hoàn thành nhiệm vụ”.");
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn assess_report(&self, subject: SubjectKind, report: &Report) -> ByBasis<'_> {
        on_each_basis(report, |facts| self.assess(subject, &facts))
    }

    /// The same by analogy, for a subject that this rule set does not grade.
    #[must_use]
    pub fn assess_report_by_analogy(&self, report: &Report) -> ByBasis<'_> {
        on_each_basis(report, |facts| self.assess_by_analogy(&facts))
    }
}

fn on_each_basis<'s>(report: &Report, assess: impl Fn(Facts) -> Assessment<'s>) -> ByBasis<'s> {
    let results = evaluate(report);
    let on = |basis| assess(report_facts::facts_of(report, &results, basis));
    ByBasis {
        at_cutoff: on(Basis::AtCutoff),
        full_period_estimate: on(Basis::FullPeriodEstimate),
        confirmed_causes: on(Basis::ConfirmedCauses),
    }
}
