//! The report as a document: `version` first, then its content, then the report's own checks.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::leaf::date;
use super::located;
use super::through_mirror;
use super::version::Version;
use crate::id::{DocumentRef, Id, Organisation};
use crate::period::Period;
use crate::plan::{Indicator, Plan};
use crate::record::{Cause, Evidence, Mention, Observation, StatedFigure, StatedGrade, StatedRelation};
use crate::report::{Report, ReportContent, ReportState};

through_mirror! {
    ReportState => ReportStateV1,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "ReportState", rename_all = "snake_case", expecting = "a state of a report")]
enum ReportStateV1 {
    Draft,
    Submitted,
    Returned,
    Signed,
    Corrected,
}

/// What is read; the lists of the record may be left out where there is nothing to list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Report", expecting = "a report")]
struct ReportIn {
    #[serde(rename = "version")]
    _version: Version,
    id: Id,
    organisation: Id,
    organisations: Vec<Organisation>,
    period: Period,
    #[serde(with = "date")]
    cut_off: NaiveDate,
    state: ReportState,
    #[serde(default)]
    document: Option<DocumentRef>,
    indicators: Vec<Indicator>,
    plan: Plan,
    #[serde(default)]
    proposals: Option<Plan>,
    #[serde(default)]
    observations: Vec<Observation>,
    #[serde(default)]
    stated: Vec<StatedFigure>,
    #[serde(default)]
    relations: Vec<StatedRelation>,
    #[serde(default)]
    causes: Vec<Cause>,
    #[serde(default)]
    evidence: Vec<Evidence>,
    #[serde(default)]
    grades: Vec<StatedGrade>,
    #[serde(default)]
    mentions: Vec<Mention>,
}

/// What is written: the same fields in the same order, every one of them, without copying.
#[derive(Serialize)]
#[serde(rename = "Report")]
struct ReportOut<'r> {
    version: Version,
    id: &'r Id,
    organisation: &'r Id,
    organisations: &'r [Organisation],
    period: Period,
    #[serde(with = "date")]
    cut_off: NaiveDate,
    state: ReportState,
    document: &'r Option<DocumentRef>,
    indicators: &'r [Indicator],
    plan: &'r Plan,
    proposals: &'r Option<Plan>,
    observations: &'r [Observation],
    stated: &'r [StatedFigure],
    relations: &'r [StatedRelation],
    causes: &'r [Cause],
    evidence: &'r [Evidence],
    grades: &'r [StatedGrade],
    mentions: &'r [Mention],
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let content = self.content();
        let out = ReportOut {
            version: Version,
            id: &content.id,
            organisation: &content.organisation,
            organisations: &content.organisations,
            period: content.period,
            cut_off: content.cut_off,
            state: content.state,
            document: &content.document,
            indicators: &content.indicators,
            plan: &content.plan,
            proposals: &content.proposals,
            observations: &content.observations,
            stated: &content.stated,
            relations: &content.relations,
            causes: &content.causes,
            evidence: &content.evidence,
            grades: &content.grades,
            mentions: &content.mentions,
        };
        out.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Report {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw: ReportIn = located(deserializer)?;
        let content = ReportContent {
            id: raw.id,
            organisation: raw.organisation,
            organisations: raw.organisations,
            period: raw.period,
            cut_off: raw.cut_off,
            state: raw.state,
            document: raw.document,
            indicators: raw.indicators,
            plan: raw.plan,
            proposals: raw.proposals,
            observations: raw.observations,
            stated: raw.stated,
            relations: raw.relations,
            causes: raw.causes,
            evidence: raw.evidence,
            grades: raw.grades,
            mentions: raw.mentions,
        };
        Self::new(content).map_err(de::Error::custom)
    }
}
