use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use chrono::NaiveDate;

use super::finding_words::{changes, finding, statement};
use super::{GradeLanguage, StatementWords};
use crate::check::{
    Acknowledgement, Agreement, Check, CheckFigure, CheckTable, Consequence, Diagnosis, DocumentFinding, Finding,
    FindingClass, PointsOrPercent, Slip, Statement,
};
use crate::id::{DocumentRef, Text};
use crate::period::PeriodName;
use crate::quantity::{Ratio, RoundMode, Rounding};

/// The words of the check: whether statements agree, what to correct, and where.
///
/// As in [`Language`](super::Language), required methods are sentences, provided ones find out what goes into them.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use thuocdo::check::ReportCheck;
/// use thuocdo::report::Report;
/// use thuocdo::text::{CheckLanguage, Vietnamese};
///
/// # let json = include_str!("../../examples/data/lang-son-2021.json");
/// let report: Report = serde_json::from_str(json)?;
/// let check = ReportCheck::of(&report)?;
/// let first = check.findings().next().unwrap();
/// assert!(Vietnamese.finding(&first, check.table()).contains("chỉ có một phương án sửa: 02 hộ → 03 hộ"));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait CheckLanguage: GradeLanguage {
    /// How much a finding asks.
    fn finding_class(&self, class: FindingClass) -> &'static str;

    /// Whether a statement agrees, and what to do if not; for one that was compared.
    fn agreement(&self, agreement: &Agreement, words: &StatementWords) -> String;

    /// The same in a list, without what to do: `02/2.552 = 0,08%, báo cáo ghi 0,12%`.
    fn disagreement(&self, words: &StatementWords) -> String;

    /// A figure that a statement needs is not stated.
    fn not_stated(&self, words: &NotStatedWords) -> String;

    /// Figures that a statement cannot see to one unit of the last place.
    fn unseen(&self, figures: &[String]) -> String;

    /// A rate of nothing, or of less.
    fn no_rate(&self, subject: &Text, is_zero: bool) -> String;

    /// Figures too large to compute with.
    fn statement_too_large(&self) -> String;

    /// The two readings of a change of a rate.
    fn two_readings(&self, words: &TwoReadings) -> String;

    /// A share that no whole number of parts gives.
    fn impossible_share(&self, stated: &str, whole: &str, nearest: (&str, &str)) -> String;

    /// Statements that do not hold, and what may be wrong.
    fn diagnosis(&self, words: &DiagnosisWords<'_>) -> String;

    /// A slip of the hand or the eye.
    fn slip(&self, slip: Slip) -> &'static str;

    /// A figure that could be any from one number to another, either of which may be absent: `từ 7.851 trở lên`.
    fn number_between(&self, low: Option<&str>, high: Option<&str>) -> String;

    /// A document out of line with the others, or with itself.
    fn document_finding(&self, finding: &DocumentFinding) -> String;

    /// The report's own number or date is blank.
    fn incomplete(&self, own: Option<&DocumentRef>) -> String;

    /// A cut-off on no known grid.
    fn cut_off_off_grid(&self, cut_off: NaiveDate) -> String;

    /// A running total that falls.
    fn running_total_falls(
        &self,
        subject: &Text,
        earlier: (&str, Option<NaiveDate>),
        later: (&str, Option<NaiveDate>),
    ) -> String;

    /// A figure of a day after the cut-off.
    fn after_cut_off(&self, subject: &Text, figure: &str, as_of: NaiveDate, cut_off: NaiveDate) -> String;

    /// An observation of a period after the reporting one.
    fn outside_period(&self, subject: &Text, figure: &str, period: PeriodName) -> String;

    /// A finding that was set aside.
    fn acknowledged(&self, acknowledgement: &Acknowledgement) -> String;

    /// Whether a correction changes a grade; `levels` are the basis and the levels before and after, in words.
    fn consequence(&self, levels: &[(String, String, String)]) -> String;

    /// No level comes out.
    fn no_level(&self) -> &'static str;

    /// A statement and whether it agrees.
    fn statement(&self, found: &Statement<'_>, table: &CheckTable) -> String {
        statement(self, table, found.relation, &found.agreement, found.comparison.as_ref())
    }

    /// What a statement cannot see, in one sentence; empty if it sees every unit.
    fn power(&self, found: &Statement<'_>, check: &Check<'_>) -> String {
        let unseen = check.unseen(&found.relation.id);
        let figures: Vec<String> = unseen.iter().filter_map(|id| check.table().figure(id)).map(named).collect();
        if figures.is_empty() { String::new() } else { self.unseen(&figures) }
    }

    /// A finding, with what to correct and where.
    fn finding(&self, found: &Finding, table: &CheckTable) -> String {
        finding(self, found, table)
    }

    /// The changes of a correction: `02 hộ → 03 hộ`.
    fn correction(&self, correction: &crate::check::Correction, table: &CheckTable) -> String {
        changes(self, &correction.changes, table, true)
    }

    /// What a correction does to the grades of a rule set.
    fn grade_consequence(&self, consequence: &Consequence, rules: &crate::grade::RuleSet) -> String {
        let level = |id: &Option<crate::id::Id>| {
            let level = id.as_ref().and_then(|id| rules.content().scale.level(id));
            level.map_or_else(|| self.no_level().to_string(), |level| format!("“{}”", self.pick(&level.name)))
        };
        let changed = consequence.changed.iter();
        let levels: Vec<_> = changed
            .map(|change| (self.basis(change.basis).to_string(), level(&change.before), level(&change.after)))
            .collect();
        self.consequence(&levels)
    }
}

/// The pieces of a sentence about a statement that lacks a figure.
#[expect(clippy::struct_excessive_bools, reason = "they are independent, and a sentence asks for each")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotStatedWords {
    /// What is printed: `60%`.
    pub stated: String,
    /// What it is of.
    pub subject: String,
    /// Whether the statement is the completion of a plan.
    pub is_completion: bool,
    /// Whether the figure that lacks is the plan's.
    pub lacks_plan: bool,
    /// The figures that lack.
    pub missing: Vec<String>,
    /// How many decimals are printed.
    pub decimals: u8,
    /// Whether the stated figure was rounded.
    pub is_rounded: bool,
    /// What the only missing figure would have to be, with its unit, if that is known.
    pub possible: Option<String>,
    /// Whether that is a single value.
    pub is_single: bool,
}

/// The pieces of a sentence about a change of a rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwoReadings {
    /// The later rate, if it is stated: `57,2%`.
    pub later: Option<String>,
    /// The change as printed: `tăng 1,2%`.
    pub change: String,
    /// The change without its direction and unit.
    pub size: String,
    /// The direction and size in percentage points: `tăng 1,2 điểm phần trăm`.
    pub in_points: String,
    /// What it is compared with: `năm 2020`.
    pub base: String,
    /// The base by the first reading: `56,0%`.
    pub base_if_points: Option<String>,
    /// The base by the second reading: `56,5%`.
    pub base_if_percent: Option<String>,
    /// The readings themselves.
    pub readings: PointsOrPercent,
}

/// The pieces of a sentence about statements that do not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiagnosisWords<'d> {
    /// The diagnosis.
    pub diagnosis: &'d Diagnosis,
    /// What the only corrected figure is of, and where it stands.
    pub about: Option<(String, Option<String>)>,
    /// The statements that do not hold, with the numbers in them.
    pub broken: Vec<String>,
    /// The pieces of the only broken statement, if there is one.
    pub only: Option<StatementWords>,
    /// What the only broken statement's result is of.
    pub result: String,
    /// What was taken from elsewhere, in the report's words.
    pub inferred: Vec<String>,
    /// Of stated shares that no whole number of parts gives, the sentence about each.
    pub impossible: Vec<String>,
    /// The corrections, the figures named where that is needed to tell them apart.
    pub corrections: Vec<String>,
    /// What all corrections share.
    pub common: String,
    /// The figures to look up.
    pub settled_by: Vec<String>,
}

/// Where a figure is named: its subject in quotes.
pub(super) fn named(figure: &CheckFigure) -> String {
    format!("“{}”", figure.subject)
}

/// A rate in percent with as many decimals as `like`.
pub(super) fn rate_like<L: CheckLanguage + ?Sized>(language: &L, value: Ratio, decimals: u8) -> String {
    let rounding = Rounding::new(RoundMode::HalfAway, decimals);
    rounding.map_or_else(|_| String::new(), |rounding| format!("{}%", language.number(value.round(rounding))))
}
