//! Version 1 of rule sets. Assessments and proofs are not read: reading one back would be a second door to a grade.

use alloc::{boxed::Box, vec::Vec};

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::integer;
use super::leaf::date;
use super::through_mirror;
use crate::grade::{
    AfterFailure, Better, Cap, Comparing, Comparison, Condition, Correction, Coverage, FactDeclaration, FactKind,
    GradeScale, Level, MatchPolicy, Point, Rule, RuleSource, Score, ScoreStep, Scoring, SubjectKind, Test,
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
    Coverage => CoverageV1,
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

#[derive(Serialize, Deserialize)]
#[serde(remote = "Bilingual", deny_unknown_fields, expecting = "a name in both languages")]
struct BilingualV1 {
    vietnamese: Text,
    english: Text,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "TextStatus", rename_all = "snake_case", expecting = "how well a text is known")]
enum TextStatusV1 {
    Seen,
    SecondHand,
    Recalled,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Citation", deny_unknown_fields, expecting = "a citation")]
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
#[serde(remote = "Level", deny_unknown_fields, expecting = "a level")]
struct LevelV1 {
    id: Id,
    name: Bilingual,
    abbreviation: Text,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "FactKind", rename_all = "snake_case", expecting = "a kind of fact")]
enum FactKindV1 {
    Share,
    Number,
    Flag,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Better", rename_all = "snake_case", expecting = "which way is better")]
enum BetterV1 {
    Higher,
    Lower,
    Neither,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "FactDeclaration", deny_unknown_fields, expecting = "a fact")]
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
#[serde(remote = "Comparison", rename_all = "snake_case", expecting = "a comparison")]
enum ComparisonV1 {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    Exactly,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Test", deny_unknown_fields, expecting = "a test of a fact")]
struct TestV1 {
    fact: Id,
    comparison: Comparison,
    threshold: Amount,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Condition", rename_all = "snake_case", deny_unknown_fields, expecting = "a condition")]
enum ConditionV1 {
    Compare(Test),
    Holds(Id),
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    AtLeastOf {
        #[serde(with = "integer")]
        count: u32,
        of: Vec<Condition>,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "ScoreStep", deny_unknown_fields, expecting = "a step of points")]
struct ScoreStepV1 {
    from: Amount,
    points: Amount,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Point", deny_unknown_fields, expecting = "a point of a line")]
struct PointV1 {
    x: Amount,
    y: Amount,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Score", rename_all = "snake_case", deny_unknown_fields, expecting = "an expression of points")]
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
#[serde(remote = "Scoring", deny_unknown_fields, expecting = "a way of scoring")]
struct ScoringV1 {
    into: Id,
    score: Score,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Rule", deny_unknown_fields, expecting = "a rule")]
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
#[serde(remote = "SubjectKind", rename_all = "snake_case", expecting = "a kind of subject")]
enum SubjectKindV1 {
    Person,
    Manager,
    Unit,
    Collective,
    Task,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "RuleSource", rename_all = "snake_case", expecting = "a source of rules")]
enum RuleSourceV1 {
    Document(DocumentRef),
    Library,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Correction", deny_unknown_fields, expecting = "a correction")]
struct CorrectionV1 {
    #[serde(with = "date")]
    date: NaiveDate,
    what: Text,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "RoundMode", rename_all = "snake_case", expecting = "a mode of rounding")]
enum RoundModeV1 {
    HalfAway,
    HalfEven,
    Down,
    Up,
    Floor,
    Ceiling,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Rounding", expecting = "a rounding")]
struct RoundingV1 {
    mode: RoundMode,
    #[serde(with = "integer")]
    decimals: u8,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Comparing", rename_all = "snake_case", expecting = "a way of comparing")]
enum ComparingV1 {
    Exact,
    Rounded(Rounding),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "MatchPolicy", rename_all = "snake_case", expecting = "a policy")]
enum MatchPolicyV1 {
    First,
    One,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "AfterFailure", rename_all = "snake_case", expecting = "what follows a failure")]
enum AfterFailureV1 {
    NextLower,
    NoLevel,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Cap", deny_unknown_fields, expecting = "a cap")]
struct CapV1 {
    level: Id,
    of: Vec<Id>,
    percent: Amount,
    #[serde(default)]
    exception: Option<Amount>,
    #[serde(default)]
    citation: Option<Citation>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Coverage", rename_all = "snake_case", expecting = "complete or partial")]
enum CoverageV1 {
    Complete,
    Partial,
}
