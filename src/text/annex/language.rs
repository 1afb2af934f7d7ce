//! The words of an annex.

use alloc::{format, string::String};

use chrono::NaiveDate;

use super::{AnnexColumn, AnnexLack, AnnexTimes};
use crate::id::DocumentRef;
use crate::measure::NotComputable;
use crate::period::PeriodName;
use crate::record::{Author, Judgement, Stage};
use crate::text::GradeLanguage;

/// The words of an annex: its heads, what cells say where there is no figure, and the notes.
///
/// ```
/// use thuocdo::measure::NotComputable;
/// use thuocdo::text::{AnnexLack, AnnexLanguage, English, Vietnamese};
///
/// let no_plan = AnnexLack::Measure(NotComputable::NoTarget { name: None });
/// assert_eq!(Vietnamese.lack(&no_plan), "chưa nêu số KH");
/// assert_eq!(English.lack(&no_plan), "no plan figure");
/// ```
pub trait AnnexLanguage: GradeLanguage {
    /// The language's tag for programs that read aloud: `vi`.
    fn tag(&self) -> &'static str;

    /// Which annex it is: `Phụ lục II`.
    fn annex(&self, number: Option<&str>) -> String;

    /// The title, if the caller gives none.
    fn annex_title(&self, times: &AnnexTimes) -> String;

    /// Which document it goes with, in brackets; a number or date that is not there is left blank.
    fn attached_to(&self, document: Option<&DocumentRef>, issuer: &str) -> String;

    /// What the table shows.
    fn annex_caption(&self, cut_off: NaiveDate) -> String;

    /// The head of a column; a rate that has no formula under its head is to name what it compares.
    fn annex_head(&self, column: AnnexColumn, times: &AnnexTimes, has_formula: bool) -> String;

    /// The heading of what is only proposed for a period.
    fn proposed_rows(&self, next: PeriodName) -> String;

    /// The heading of the notes.
    fn notes_heading(&self) -> &'static str;

    /// The report has no task.
    fn no_tasks(&self) -> &'static str;

    /// Why a cell has no value, in a few words.
    fn lack(&self, lack: &AnnexLack) -> String;

    /// Why a measure has no value, in a few words.
    fn brief(&self, reason: &NotComputable) -> &'static str;

    /// There is no estimate for the full period, in a sentence.
    fn no_estimate(&self, period: PeriodName) -> String;

    /// The indicator does not apply.
    fn not_applicable(&self) -> &'static str;

    /// It is done, on the day if that is said.
    fn done(&self, day: Option<NaiveDate>) -> String;

    /// It is not done.
    fn not_done(&self) -> &'static str;

    /// How a person judged it.
    fn judged(&self, judgement: &Judgement) -> String;

    /// A grade by rules that do not bind: by analogy, or the library's own.
    fn for_reference(&self, level: &str) -> String;

    /// By which rules and on which basis grades were computed; `others` are those whom the rules grade, where they are asked
    /// by analogy.
    fn graded_by(&self, rules: &str, basis: &str, others: Option<&str>) -> String;

    /// A remark.
    fn remark(&self, remark: &AnnexRemark<'_>) -> String;

    /// Why a rate has no value, in full sentences; nothing where there is nothing to say beyond the few words.
    fn lack_in_full(&self, lack: &AnnexLack, period: PeriodName) -> Option<String> {
        match lack {
            AnnexLack::Measure(reason) => Some(self.not_computable(reason)),
            AnnexLack::NoEstimate => Some(self.no_estimate(period)),
            _ => None,
        }
    }

    /// A rate with what it is, where that is not what the head says: `(3)/(1): 64,29%`.
    fn named_rate(&self, name: &str, rate: &str) -> String {
        format!("{name}: {rate}")
    }
}

/// What a remark of an annex says (nội dung ghi chú); everything in it is in words already.
///
/// ```
/// use thuocdo::text::{AnnexLanguage, AnnexRemark, Vietnamese};
///
/// let fewer = AnnexRemark::Change { absolute: "giảm 10 vụ", growth: "giảm 35,71%", base: "năm 2020" };
/// assert_eq!(Vietnamese.remark(&fewer), "giảm 10 vụ, giảm 35,71% so với năm 2020");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnnexRemark<'w> {
    /// The change from the baseline, absolute and in percent.
    Change {
        /// `giảm 10 vụ`.
        absolute: &'w str,
        /// `giảm 35,71%`.
        growth: &'w str,
        /// `năm 2020`.
        base: &'w str,
    },
    /// The baseline is of another period than the column has.
    Baseline {
        /// The figure.
        figure: &'w str,
        /// The period.
        period: &'w str,
    },
    /// There is no actual of the plan's period, and one of the report's.
    OtherPeriod {
        /// The figure.
        figure: &'w str,
        /// The report's period.
        period: &'w str,
    },
    /// The actual is of an earlier day than the cut-off.
    AsOf(NaiveDate),
    /// The actual is not official yet.
    Stage(Stage),
    /// Who estimated, where that is not the reporting office.
    EstimatedBy(&'w str),
    /// The document that set the level.
    AssignedBy(&'w str),
    /// The day it is due.
    Due(NaiveDate),
    /// Why it does not apply.
    NotApplicable(&'w str),
    /// A grade by somebody else than the office itself.
    Grade {
        /// Who gave it.
        author: Author,
        /// The level.
        level: &'w str,
    },
    /// The reason given for a self-grade.
    GradeReason(&'w str),
    /// A cause, and how far it has been confirmed.
    Cause {
        /// The reason.
        reason: &'w str,
        /// How far it has been confirmed.
        confirmation: &'w str,
    },
}
