//! The rule set as a document: `version` first, then its content, then its own checks.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::leaf::{date, optional_date};
use super::located;
use super::version::Version;
use crate::grade::{
    AfterFailure, Cap, Comparing, Correction, Coverage, FactDeclaration, GradeScale, MatchPolicy, Rule, RuleSet,
    RuleSetContent, RuleSource, Scoring, SubjectKind,
};
use crate::id::{Bilingual, Id, Text};

impl Serialize for RuleSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let content = self.content();
        let out = RuleSetOut {
            version: Version,
            id: &content.id,
            name: &content.name,
            jurisdiction: &content.jurisdiction,
            subject: content.subject,
            source: &content.source,
            in_force_from: content.in_force_from,
            in_force_to: content.in_force_to,
            corrections: &content.corrections,
            remarks: &content.remarks,
            comparing: content.comparing,
            scale: &content.scale,
            facts: &content.facts,
            scoring: &content.scoring,
            forced: &content.forced,
            rules: &content.rules,
            coverage: content.coverage,
            policy: content.policy,
            after_failure: content.after_failure,
            caps: &content.caps,
        };
        out.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for RuleSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw: RuleSetIn = located(deserializer)?;
        let content = RuleSetContent {
            id: raw.id,
            name: raw.name,
            jurisdiction: raw.jurisdiction,
            subject: raw.subject,
            source: raw.source,
            in_force_from: raw.in_force_from,
            in_force_to: raw.in_force_to,
            corrections: raw.corrections,
            remarks: raw.remarks,
            comparing: raw.comparing,
            scale: raw.scale,
            facts: raw.facts,
            scoring: raw.scoring,
            forced: raw.forced,
            rules: raw.rules,
            coverage: raw.coverage,
            policy: raw.policy,
            after_failure: raw.after_failure,
            caps: raw.caps,
        };
        Self::new(content).map_err(de::Error::custom)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "RuleSet", expecting = "a rule set")]
struct RuleSetIn {
    #[serde(rename = "version")]
    _version: Version,
    id: Id,
    name: Bilingual,
    jurisdiction: Text,
    subject: SubjectKind,
    source: RuleSource,
    #[serde(with = "date")]
    in_force_from: NaiveDate,
    #[serde(default, with = "optional_date")]
    in_force_to: Option<NaiveDate>,
    #[serde(default)]
    corrections: Vec<Correction>,
    #[serde(default)]
    remarks: Vec<Bilingual>,
    comparing: Comparing,
    scale: GradeScale,
    facts: Vec<FactDeclaration>,
    #[serde(default)]
    scoring: Option<Scoring>,
    #[serde(default)]
    forced: Vec<Rule>,
    rules: Vec<Rule>,
    coverage: Coverage,
    policy: MatchPolicy,
    after_failure: AfterFailure,
    #[serde(default)]
    caps: Vec<Cap>,
}

#[derive(Serialize)]
#[serde(rename = "RuleSet")]
struct RuleSetOut<'r> {
    version: Version,
    id: &'r Id,
    name: &'r Bilingual,
    jurisdiction: &'r Text,
    subject: SubjectKind,
    source: &'r RuleSource,
    #[serde(with = "date")]
    in_force_from: NaiveDate,
    #[serde(with = "optional_date")]
    in_force_to: Option<NaiveDate>,
    corrections: &'r [Correction],
    remarks: &'r [Bilingual],
    comparing: Comparing,
    scale: &'r GradeScale,
    facts: &'r [FactDeclaration],
    scoring: &'r Option<Scoring>,
    forced: &'r [Rule],
    rules: &'r [Rule],
    coverage: Coverage,
    policy: MatchPolicy,
    after_failure: AfterFailure,
    caps: &'r [Cap],
}
