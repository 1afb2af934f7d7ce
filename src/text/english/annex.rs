//! The annex: heads, what cells say where there is no figure, notes.

use alloc::{format, string::String};

use chrono::NaiveDate;

use super::{English, kind_of};
use crate::id::DocumentRef;
use crate::measure::NotComputable;
use crate::period::PeriodName;
use crate::record::{Judgement, Stage};
use crate::text::{AnnexColumn, AnnexLack, AnnexLanguage, AnnexRemark, AnnexTimes, Language};

impl AnnexLanguage for English {
    fn tag(&self) -> &'static str {
        "en"
    }

    fn annex(&self, number: Option<&str>) -> String {
        number.map_or_else(|| "Annex".into(), |number| format!("Annex {number}"))
    }

    fn annex_title(&self, times: &AnnexTimes) -> String {
        let next = times.next.map_or_else(String::new, |next| format!(" and proposals for {}", self.period(next)));
        format!("Tasks and targets of {}: results{next}", self.period(times.period))
    }

    fn attached_to(&self, document: Option<&DocumentRef>, issuer: &str) -> String {
        let number = match document {
            Some(DocumentRef { code, .. }) if code.number().is_some() => format!("{} {code}", kind_of(code)),
            // a draft leaves room for the number
            Some(DocumentRef { code, .. }) => format!("{} {BLANK}{code}", kind_of(code)),
            None => format!("report {BLANK}/BC-{BLANK}"),
        };
        let day = match document.and_then(|document| document.date) {
            Some(date) => self.long_date(date),
            None => [BLANK; 3].join(" "),
        };
        let by = if issuer.is_empty() { String::new() } else { format!(" by {issuer}") };
        format!("(Attached to {number} of {day}{by})")
    }

    fn annex_caption(&self, cut_off: NaiveDate) -> String {
        format!("Results by task and target; figures as of {}", self.date(cut_off))
    }

    fn annex_head(&self, column: AnnexColumn, times: &AnnexTimes, has_formula: bool) -> String {
        // what is measured is measured against the plan, over its period
        let period = self.period(times.plan);
        let previous = times.previous.map_or_else(|| "the period before".into(), |previous| self.period(previous));
        let actual = format!("Actual as of {}", self.date(times.cut_off));
        let estimate = format!("Estimate for all of {period}");
        match column {
            AnnexColumn::Number => "No.".into(),
            AnnexColumn::Name => "Task, target".into(),
            AnnexColumn::Unit => "Unit".into(),
            AnnexColumn::Previous => format!("Actual of {previous}"),
            AnnexColumn::Plan => format!("Plan for {period}"),
            AnnexColumn::Actual => actual,
            AnnexColumn::Estimate => estimate,
            AnnexColumn::ActualRate if has_formula => "Actual against plan (%)".into(),
            AnnexColumn::ActualRate => format!("{actual} against plan for {period} (%)"),
            AnnexColumn::EstimateRate if has_formula => "Estimate against plan (%)".into(),
            AnnexColumn::EstimateRate => format!("{estimate} against plan for {period} (%)"),
            AnnexColumn::Growth if has_formula => format!("Estimate against {previous} (%)"),
            AnnexColumn::Growth => format!("{estimate} against actual of {previous} (%)"),
            AnnexColumn::NextPlan => {
                let next = times.next.map_or_else(|| "the next period".into(), |next| self.period(next));
                format!("Plan for {next}")
            }
            AnnexColumn::Lead => "Lead".into(),
            AnnexColumn::SelfGrade => "Self-grade".into(),
            AnnexColumn::ComputedGrade => "Computed grade".into(),
            AnnexColumn::Evidence => "Evidence".into(),
            AnnexColumn::Remark => "Remarks".into(),
        }
    }

    fn proposed_rows(&self, next: PeriodName) -> String {
        format!("Tasks and targets newly proposed for {}", self.period(next))
    }

    fn notes_heading(&self) -> &'static str {
        "Notes:"
    }

    fn no_tasks(&self) -> &'static str {
        "The report has no task."
    }

    fn lack(&self, lack: &AnnexLack) -> String {
        let words = match lack {
            AnnexLack::Measure(reason) => self.brief(reason),
            AnnexLack::NoPrevious | AnnexLack::NoActual => "no figure",
            AnnexLack::NoEstimate => "no estimate",
            AnnexLack::NotProposed => "not proposed",
            AnnexLack::NotAssigned => "not assigned",
            AnnexLack::NotStated => "not stated",
            AnnexLack::NotComputed => "not computed",
            AnnexLack::NoLevel => "no grade",
        };
        words.into()
    }

    fn brief(&self, reason: &NotComputable) -> &'static str {
        match reason {
            NotComputable::NoActual { .. } => "no actual",
            NotComputable::NoTarget { .. } => "no plan figure",
            NotComputable::NoBase { .. } => "no base figure",
            NotComputable::NoWhole { .. } => "no total",
            NotComputable::PartsMissing { .. } => "parts missing",
            NotComputable::ZeroDenominator { .. } => "denominator is 0",
            NotComputable::NegativeBase { .. } => "base is negative",
            NotComputable::ZeroSpan { .. } => "plan equals baseline",
            NotComputable::UnitsDiffer { .. } => "units differ",
            NotComputable::NotApplicable { .. } => self.not_applicable(),
            NotComputable::NotJudged { .. } => "no judgement",
            NotComputable::LeftOpen { .. } => "left open",
            NotComputable::OnlyBounds { .. } => "only a bound",
            NotComputable::FormulaNotStated { .. } => "formula not stated",
            NotComputable::NoSingleLevel { .. } => "no rate",
            NotComputable::KindsDiffer { .. } => "not the kind asked",
            NotComputable::NoDates { .. } => "no days",
            NotComputable::Quantity(_) => "not computable",
        }
    }

    fn no_estimate(&self, period: PeriodName) -> String {
        format!("The estimated rate cannot be computed yet: no full-period estimate ({}).", self.period(period))
    }

    fn not_applicable(&self) -> &'static str {
        "does not apply"
    }

    fn done(&self, day: Option<NaiveDate>) -> String {
        match day {
            Some(day) => format!("done on {}", self.date(day)),
            None => self.goal_of_doing().into(),
        }
    }

    fn not_done(&self) -> &'static str {
        "not done"
    }

    fn judged(&self, judgement: &Judgement) -> String {
        match judgement {
            Judgement::Met { by } => format!("met (judged by {by})"),
            Judgement::NotMet { by } => format!("not met (judged by {by})"),
        }
    }

    fn for_reference(&self, level: &str) -> String {
        format!("FOR REFERENCE: {level}")
    }

    fn graded_by(&self, rules: &str, basis: &str, others: Option<&str>) -> String {
        let analogy = others.map_or_else(String::new, |others| format!(" (it grades {others}; for reference only)"));
        format!("Computed grades: {rules}{analogy}. {basis}.")
    }

    fn remark(&self, remark: &AnnexRemark<'_>) -> String {
        match *remark {
            AnnexRemark::Change { absolute, growth, base } if absolute == growth => format!("{absolute} on {base}"),
            AnnexRemark::Change { absolute, growth, base } => format!("{absolute}, {growth} on {base}"),
            AnnexRemark::Baseline { figure, period } => format!("baseline ({period}): {figure}"),
            AnnexRemark::OtherPeriod { figure, period } => format!("actual of {period}: {figure}"),
            AnnexRemark::AsOf(day) => format!("figure as of {}", self.date(day)),
            AnnexRemark::Stage(Stage::Estimate) => "the actual is an estimate".into(),
            AnnexRemark::Stage(Stage::Preliminary) => "the actual is preliminary".into(),
            AnnexRemark::Stage(Stage::Official) => "the actual is official".into(),
            AnnexRemark::EstimatedBy(name) => format!("estimated by {name}"),
            AnnexRemark::AssignedBy(document) => format!("set by {document}"),
            AnnexRemark::Due(day) => format!("due {}", self.date(day)),
            AnnexRemark::NotApplicable(reason) => format!("does not apply because: {reason}"),
            AnnexRemark::Grade { author, level } => format!("{}: {level}", self.author(author)),
            AnnexRemark::GradeReason(reason) => {
                format!("Reason given for the self-grade: {}.", reason.trim_end_matches('.'))
            }
            AnnexRemark::Cause { reason, confirmation } => format!("Cause: {reason} ({confirmation})."),
        }
    }
}

/// Room to write by hand; of spaces that no program joins.
const BLANK: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";
