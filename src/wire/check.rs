//! The check: a table is read and written, what was found in it is only written.
//!
//! Reading a finding back would be a second door to a result. An acknowledgement is read and written, because a person gives
//! it.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::leaf::{date, optional_date};
use super::version::Version;
use super::{located, through_mirror};
use crate::check::{
    Acknowledgement, Agreement, Change, CheckFigure, CheckTable, CheckTableContent, CheckValue, Correction, Diagnosis,
    DiagnosisVerdict, Finding, FindingClass, FindingDetail, NewFigure, Precision, Slip, Statement, Trail,
};
use crate::id::{Id, Text};
use crate::period::PeriodName;
use crate::quantity::{Figure, Interval, Printed, Ratio, RoundMode, Unit};
use crate::record::{Mention, Source, StatedRelation};

through_mirror! {
    CheckValue => CheckValueV1,
    Precision => PrecisionV1,
    CheckFigure => CheckFigureV1,
    Acknowledgement => AcknowledgementV1,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "CheckValue", rename_all = "snake_case", expecting = "what a figure says")]
enum CheckValueV1 {
    Figure(Figure),
    NotStated(Unit),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Precision", rename_all = "snake_case", expecting = "a precision")]
enum PrecisionV1 {
    ByUnit,
    Exact,
    Rounded(RoundMode),
    Nearest,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "CheckFigure", deny_unknown_fields, expecting = "a figure of a check table")]
struct CheckFigureV1 {
    id: Id,
    subject: Text,
    value: CheckValue,
    #[serde(default = "by_unit")]
    precision: Precision,
    #[serde(default, rename = "fixed")]
    is_fixed: bool,
    #[serde(default, with = "optional_date")]
    as_of: Option<NaiveDate>,
    #[serde(default)]
    period: Option<PeriodName>,
    #[serde(default)]
    source: Source,
}

fn by_unit() -> Precision {
    Precision::ByUnit
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Acknowledgement", deny_unknown_fields, expecting = "an acknowledgement")]
struct AcknowledgementV1 {
    key: Text,
    by: Text,
    #[serde(with = "date")]
    on: NaiveDate,
    reason: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "CheckTable", expecting = "a check table")]
struct CheckTableIn {
    #[serde(rename = "version")]
    _version: Version,
    #[serde(default, with = "optional_date")]
    as_of: Option<NaiveDate>,
    figures: Vec<CheckFigure>,
    relations: Vec<StatedRelation>,
}

#[derive(Serialize)]
#[serde(rename = "CheckTable")]
struct CheckTableOut<'t> {
    version: Version,
    #[serde(with = "optional_date")]
    as_of: Option<NaiveDate>,
    figures: &'t [CheckFigure],
    relations: &'t [StatedRelation],
}

impl Serialize for CheckTable {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let CheckTableContent { as_of, figures, relations } = self.content();
        CheckTableOut { version: Version, as_of: *as_of, figures, relations }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for CheckTable {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let CheckTableIn { _version, as_of, figures, relations } = located(deserializer)?;
        Self::new(CheckTableContent { as_of, figures, relations }).map_err(de::Error::custom)
    }
}

/// The values between two ends, as fractions in lowest terms: `15/1`, or `2500/29`.
#[derive(Serialize)]
struct IntervalOut {
    low: Option<String>,
    high: Option<String>,
}

impl From<&Interval> for IntervalOut {
    fn from(interval: &Interval) -> Self {
        let end = |end: Option<(Ratio, _)>| end.map(|(value, _)| fraction(value));
        Self { low: end(interval.low()), high: end(interval.high()) }
    }
}

fn fraction(value: Ratio) -> String {
    let (numerator, denominator) = value.lowest_terms();
    alloc::format!("{numerator}/{denominator}")
}

#[derive(Serialize)]
struct StatementOut<'s> {
    relation: &'s Id,
    result: &'s Id,
    agreement: &'static str,
    recomputed: Option<IntervalOut>,
    rounded: Option<Printed>,
    gap: Option<IntervalOut>,
    last_places: Option<String>,
    approximate: bool,
}

impl Serialize for Statement<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let comparison = self.comparison.as_ref();
        let out = StatementOut {
            relation: &self.relation.id,
            result: &self.relation.result,
            agreement: agreement(&self.agreement),
            recomputed: comparison.map(|comparison| (&comparison.recomputed).into()),
            rounded: comparison.and_then(|comparison| comparison.rounded),
            gap: comparison.map(|comparison| (&comparison.gap).into()),
            last_places: comparison.and_then(crate::check::Comparison::last_places).map(fraction),
            approximate: self.is_approximate,
        };
        out.serialize(serializer)
    }
}

fn agreement(agreement: &Agreement) -> &'static str {
    match agreement {
        Agreement::Exact => "exact",
        Agreement::ByRounding => "by_rounding",
        Agreement::Cut => "cut",
        Agreement::Padded => "padded",
        Agreement::Nudged => "nudged",
        Agreement::PointsOrPercent(_) => "points_or_percent",
        Agreement::Off => "off",
        Agreement::NotChecked(_) => "not_checked",
    }
}

#[derive(Serialize)]
struct TrailOut<'t> {
    library: &'static str,
    digest: &'t str,
    #[serde(with = "optional_date")]
    as_of: Option<NaiveDate>,
}

impl Serialize for Trail {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        TrailOut { library: self.library, digest: &self.digest, as_of: self.as_of }.serialize(serializer)
    }
}

#[derive(Serialize)]
struct ChangeOut<'c> {
    figure: &'c Id,
    old: Printed,
    new: Printed,
    low: Option<Printed>,
    high: Option<Printed>,
    distance: usize,
    slip: Option<&'static str>,
}

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { figure, old, new: NewFigure { likely, low, high }, distance, slip } = self;
        let slip = slip.map(self::slip);
        ChangeOut { figure, old: *old, new: *likely, low: *low, high: *high, distance: *distance, slip }
            .serialize(serializer)
    }
}

fn slip(slip: Slip) -> &'static str {
    match slip {
        Slip::SwappedDigits => "swapped_digits",
        Slip::LostDigit => "lost_digit",
        Slip::AddedDigit => "added_digit",
        Slip::ReplacedDigit => "replaced_digit",
        Slip::MovedComma => "moved_comma",
        Slip::Thousandfold => "thousandfold",
        Slip::Sign => "sign",
        Slip::WrongBase => "wrong_base",
    }
}

#[derive(Serialize)]
struct CorrectionOut<'c> {
    changes: &'c [Change],
    explains: &'c [Id],
    keeps: &'c [Id],
    family: bool,
}

impl Serialize for Correction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { changes, explains, keeps, is_family } = self;
        CorrectionOut { changes, explains, keeps, family: *is_family }.serialize(serializer)
    }
}

#[derive(Serialize)]
struct DiagnosisOut<'d> {
    verdict: &'static str,
    at_least: usize,
    statements: &'d [Id],
    broken: &'d [Id],
    proof: &'d [Id],
    corrections: &'d [Correction],
    common: &'d [Change],
    settled_by: &'d [Id],
    inferred: &'d [Id],
    complete: bool,
    approximate: bool,
    joint: bool,
}

impl Serialize for Diagnosis {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let verdict = match self.verdict {
            DiagnosisVerdict::Unique => "unique",
            DiagnosisVerdict::Suggested => "suggested",
            DiagnosisVerdict::Range => "range",
            DiagnosisVerdict::Several => "several",
            DiagnosisVerdict::Beyond(_) => "beyond",
            DiagnosisVerdict::Contradictory => "contradictory",
        };
        let out = DiagnosisOut {
            verdict,
            at_least: self.at_least(),
            statements: &self.statements,
            broken: &self.broken,
            proof: &self.proof,
            corrections: &self.corrections,
            common: &self.common,
            settled_by: &self.settled_by,
            inferred: &self.inferred,
            complete: self.is_complete,
            approximate: self.is_approximate,
            joint: self.is_joint,
        };
        out.serialize(serializer)
    }
}

#[derive(Serialize)]
struct FindingOut<'f> {
    key: String,
    code: &'static str,
    class: &'static str,
    relation: Option<&'f Id>,
    figures: Vec<&'f Id>,
    mentions: Vec<&'f Mention>,
    diagnosis: Option<&'f Diagnosis>,
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let class = match self.class() {
            FindingClass::Correct => "correct",
            FindingClass::Clarify => "clarify",
            FindingClass::Note => "note",
        };
        let mut out = FindingOut {
            key: self.key.to_string(),
            code: self.code().row().name,
            class,
            relation: None,
            figures: Vec::new(),
            mentions: Vec::new(),
            diagnosis: None,
        };
        match &self.detail {
            FindingDetail::Diagnosed(diagnosis) => out.diagnosis = Some(diagnosis),
            FindingDetail::Statement(found) => out.relation = Some(&found.relation),
            FindingDetail::Document(found) => out.mentions = found.mentions(),
            FindingDetail::RunningTotalFalls { earlier, later } => out.figures = Vec::from([earlier, later]),
            FindingDetail::AfterCutOff { figure, .. } | FindingDetail::OutsidePeriod { figure, .. } => {
                out.figures.push(figure);
            }
            FindingDetail::Incomplete(_) | FindingDetail::CutOffOffGrid(_) => {}
        }
        out.serialize(serializer)
    }
}
