//! Version 1 of rule sets. Assessments and proofs are not read: reading one back would be a second door to a grade.

use alloc::{boxed::Box, vec::Vec};

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::leaf::{date, optional_date};
use super::through_mirror;
use super::version::Version;
use crate::grade::{
    AfterFailure, Better, Cap, Comparing, Comparison, Condition, Correction, FactDeclaration, FactKind, GradeScale,
    Level, MatchPolicy, Point, Rule, RuleSet, RuleSetContent, RuleSource, Score, ScoreStep, Scoring, SubjectKind, Test,
};
use crate::id::{Bilingual, Citation, DocumentCode, DocumentRef, Id, Text, TextStatus};
use crate::quantity::{Amount, RoundMode, Rounding};

through_mirror! {
    Bilingual => BilingualV1,
    TextStatus => TextStatusV1,
    Citation => CitationV1,
    Level => LevelV1,
    FactKind => FactKindV1,
    Better => BetterV1,
    FactDeclaration => FactDeclarationV1,
    Comparison => ComparisonV1,
    Test => TestV1,
    Condition => ConditionV1,
    ScoreStep => ScoreStepV1,
    Point => PointV1,
    Score => ScoreV1,
    Scoring => ScoringV1,
    Rule => RuleV1,
    SubjectKind => SubjectKindV1,
    RuleSource => RuleSourceV1,
    Correction => CorrectionV1,
    RoundMode => RoundModeV1,
    Comparing => ComparingV1,
    MatchPolicy => MatchPolicyV1,
    AfterFailure => AfterFailureV1,
    Cap => CapV1,
}

impl Serialize for Rounding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RoundingV1 { mode: self.mode(), decimals: self.decimals() }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Rounding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = RoundingV1::deserialize(deserializer)?;
        Self::new(raw.mode, raw.decimals).map_err(de::Error::custom)
    }
}

impl Serialize for GradeScale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.levels().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for GradeScale {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(Vec::deserialize(deserializer)?).map_err(|error| de::Error::custom(error.problem))
    }
}

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
            policy: content.policy,
            after_failure: content.after_failure,
            caps: &content.caps,
        };
        out.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for RuleSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw: RuleSetIn = serde_path_to_error::deserialize(deserializer)
            .map_err(|error| de::Error::custom(format_args!("at `{}`: {}", error.path(), error.inner())))?;
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
            policy: raw.policy,
            after_failure: raw.after_failure,
            caps: raw.caps,
        };
        Self::new(content).map_err(de::Error::custom)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "RuleSet")]
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
    policy: MatchPolicy,
    after_failure: AfterFailure,
    caps: &'r [Cap],
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Bilingual", deny_unknown_fields)]
struct BilingualV1 {
    vietnamese: Text,
    english: Text,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "TextStatus", rename_all = "snake_case")]
enum TextStatusV1 {
    Seen,
    SecondHand,
    Recalled,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Citation", deny_unknown_fields)]
struct CitationV1 {
    document: DocumentCode,
    #[serde(default)]
    article: Option<Text>,
    #[serde(default)]
    clause: Option<Text>,
    #[serde(default)]
    point: Option<Text>,
    status: TextStatus,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Level", deny_unknown_fields)]
struct LevelV1 {
    id: Id,
    name: Bilingual,
    abbreviation: Text,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "FactKind", rename_all = "snake_case")]
enum FactKindV1 {
    Share,
    Number,
    Flag,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Better", rename_all = "snake_case")]
enum BetterV1 {
    Higher,
    Lower,
    Neither,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "FactDeclaration", deny_unknown_fields)]
struct FactDeclarationV1 {
    id: Id,
    name: Bilingual,
    kind: FactKind,
    better: Better,
    low: Amount,
    high: Amount,
    #[serde(default)]
    step: Option<Amount>,
    #[serde(default)]
    at_most: Option<Id>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Comparison", rename_all = "snake_case")]
enum ComparisonV1 {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    Exactly,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Test", deny_unknown_fields)]
struct TestV1 {
    fact: Id,
    comparison: Comparison,
    threshold: Amount,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Condition", rename_all = "snake_case", deny_unknown_fields)]
enum ConditionV1 {
    Compare(Test),
    Holds(Id),
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    AtLeastOf { count: u32, of: Vec<Condition> },
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "ScoreStep", deny_unknown_fields)]
struct ScoreStepV1 {
    from: Amount,
    points: Amount,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Point", deny_unknown_fields)]
struct PointV1 {
    x: Amount,
    y: Amount,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Score", rename_all = "snake_case", deny_unknown_fields)]
enum ScoreV1 {
    Fact(Id),
    Points(Amount),
    Sum(Vec<Score>),
    Mean(Vec<Score>),
    Times { of: Box<Score>, by: Amount },
    Less { from: Box<Score>, take: Box<Score> },
    AtMost { of: Box<Score>, limit: Amount },
    AtLeast { of: Box<Score>, limit: Amount },
    Steps { of: Box<Score>, steps: Vec<ScoreStep>, below: Amount },
    Linear { of: Box<Score>, points: Vec<Point> },
    When { condition: Condition, then: Box<Score>, otherwise: Box<Score> },
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Scoring", deny_unknown_fields)]
struct ScoringV1 {
    into: Id,
    score: Score,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Rule", deny_unknown_fields)]
struct RuleV1 {
    id: Id,
    level: Id,
    #[serde(default)]
    band: Option<Condition>,
    requires: Condition,
    #[serde(default)]
    citation: Option<Citation>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "SubjectKind", rename_all = "snake_case")]
enum SubjectKindV1 {
    Person,
    Manager,
    Unit,
    Collective,
    Task,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "RuleSource", rename_all = "snake_case")]
enum RuleSourceV1 {
    Document(DocumentRef),
    Library,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Correction", deny_unknown_fields)]
struct CorrectionV1 {
    #[serde(with = "date")]
    date: NaiveDate,
    what: Text,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "RoundMode", rename_all = "snake_case")]
enum RoundModeV1 {
    HalfAway,
    HalfEven,
    Down,
    Up,
    Floor,
    Ceiling,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Rounding")]
struct RoundingV1 {
    mode: RoundMode,
    decimals: u8,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Comparing", rename_all = "snake_case")]
enum ComparingV1 {
    Exact,
    Rounded(Rounding),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "MatchPolicy", rename_all = "snake_case")]
enum MatchPolicyV1 {
    First,
    One,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "AfterFailure", rename_all = "snake_case")]
enum AfterFailureV1 {
    NextLower,
    NoLevel,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Cap", deny_unknown_fields)]
struct CapV1 {
    level: Id,
    of: Vec<Id>,
    percent: Amount,
    #[serde(default)]
    exception: Option<Amount>,
    #[serde(default)]
    citation: Option<Citation>,
}
