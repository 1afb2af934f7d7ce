//! Version 1 of the record: observations, stated figures and relations, causes, evidence, grades, mentions.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::leaf::{date, optional_date};
use super::{optional_payload, through_mirror};
use crate::id::{DocumentRef, Id, Text};
use crate::period::Period;
use crate::plan::PartRef;
use crate::quantity::{Amount, Figure};
use crate::record::{
    Author, Cause, CauseKind, Confirmation, Counted, Evidence, Extent, GrowthForm, Judgement, Mention, Observation,
    Observed, Relation, Source, Stage, StatedFigure, StatedGrade, StatedRelation, Subject, Term,
};

through_mirror! {
    Source => SourceV1,
    Judgement => JudgementV1,
    Observed => ObservedV1,
    Extent => ExtentV1,
    Stage => StageV1,
    Observation => ObservationV1,
    GrowthForm => GrowthFormV1,
    Term => TermV1,
    Counted => CountedV1,
    Relation => RelationV1,
    StatedFigure => StatedFigureV1,
    StatedRelation => StatedRelationV1,
    CauseKind => CauseKindV1,
    Confirmation => ConfirmationV1,
    Cause => CauseV1,
    Evidence => EvidenceV1,
    Mention => MentionV1,
    Subject => SubjectV1,
    Author => AuthorV1,
    StatedGrade => StatedGradeV1,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Source", deny_unknown_fields, expecting = "a source")]
struct SourceV1 {
    #[serde(default)]
    place: Option<Text>,
    #[serde(default)]
    document: Option<DocumentRef>,
    #[serde(default)]
    provider: Option<Id>,
    #[serde(default)]
    inferred_from: Option<Text>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Judgement", rename_all = "snake_case", deny_unknown_fields, expecting = "a judgement")]
enum JudgementV1 {
    Met { by: Text },
    NotMet { by: Text },
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Observed", rename_all = "snake_case", expecting = "what was observed")]
enum ObservedV1 {
    Figure(Figure),
    NotStated,
    Done(#[serde(with = "on_day")] Option<NaiveDate>),
    NotDone,
    Judged(Judgement),
    NotApplicable(#[serde(with = "for_reason")] Option<Text>),
}

optional_payload!(on_day, day: chrono::NaiveDate, default, with = "crate::wire::leaf::optional_date");
optional_payload!(for_reason, reason: crate::id::Text, default);

#[derive(Serialize, Deserialize)]
#[serde(remote = "Extent", rename_all = "snake_case", expecting = "an extent")]
enum ExtentV1 {
    ToCutoff,
    FullPeriod,
    Projection,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Stage", rename_all = "snake_case", expecting = "a stage")]
enum StageV1 {
    Estimate,
    Preliminary,
    Official,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Observation", deny_unknown_fields, expecting = "an observation")]
struct ObservationV1 {
    id: Id,
    indicator: Id,
    #[serde(default)]
    at: Vec<PartRef>,
    period: Period,
    #[serde(with = "date")]
    as_of: NaiveDate,
    extent: Extent,
    stage: Stage,
    value: Observed,
    #[serde(default)]
    source: Source,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "GrowthForm", rename_all = "snake_case", expecting = "a form of growth")]
enum GrowthFormV1 {
    Percent,
    Index,
    Multiple,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Term", deny_unknown_fields, expecting = "a figure and its weight")]
struct TermV1 {
    weight: Amount,
    figure: Id,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Relation", rename_all = "snake_case", deny_unknown_fields, expecting = "a relation")]
enum RelationV1 {
    Sum { parts: Vec<Id> },
    Difference { from: Id, less: Vec<Id> },
    Remainder { whole: Id, parts: Vec<Id> },
    Share { parts: Vec<Id>, whole: Id },
    Ratio { numerator: Id, denominator: Id },
    Completion { actual: Id, target: Id },
    Growth { from: Id, to: Id, form: GrowthForm },
    Points { from: Id, to: Id },
    RatePer { numerator: Id, denominator: Id, per: Amount },
    Same { other: Id },
    AtMost { other: Id },
    AtLeast { other: Id },
    Balance { terms: Vec<Term>, constant: Amount },
    Count { of: Counted },
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Counted", rename_all = "snake_case", deny_unknown_fields, expecting = "what is counted")]
enum CountedV1 {
    Tasks,
    ProposedTasks,
    Grades { author: Author, level: Text },
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "StatedFigure", deny_unknown_fields, expecting = "a stated figure")]
struct StatedFigureV1 {
    id: Id,
    subject: Text,
    figure: Figure,
    #[serde(default, with = "optional_date")]
    as_of: Option<NaiveDate>,
    #[serde(default)]
    source: Source,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "StatedRelation", deny_unknown_fields, expecting = "a stated relation")]
struct StatedRelationV1 {
    id: Id,
    result: Id,
    relation: Relation,
    #[serde(default)]
    source: Source,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "CauseKind", rename_all = "snake_case", expecting = "a kind of cause")]
enum CauseKindV1 {
    Objective,
    Subjective,
    NotSaid,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Confirmation", rename_all = "snake_case", deny_unknown_fields, expecting = "a confirmation")]
enum ConfirmationV1 {
    Stated,
    Requested { document: DocumentRef },
    Confirmed { authority: Text, document: DocumentRef },
    Rejected { authority: Text, document: DocumentRef },
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Cause", deny_unknown_fields, expecting = "a cause")]
struct CauseV1 {
    id: Id,
    #[serde(default)]
    task: Option<Id>,
    #[serde(default)]
    targets: Vec<Id>,
    kind: CauseKind,
    reason: Text,
    confirmation: Confirmation,
    #[serde(default)]
    source: Source,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Evidence", deny_unknown_fields, expecting = "a piece of evidence")]
struct EvidenceV1 {
    id: Id,
    title: Text,
    #[serde(default)]
    document: Option<DocumentRef>,
    supports: Vec<Id>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Mention", deny_unknown_fields, expecting = "a mention of a document")]
struct MentionV1 {
    document: DocumentRef,
    #[serde(default)]
    place: Option<Text>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Subject", rename_all = "snake_case", expecting = "what is graded")]
enum SubjectV1 {
    Task(Id),
    Organisation(Id),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Author", rename_all = "snake_case", expecting = "who graded")]
enum AuthorV1 {
    SelfAssessed,
    Reviewed,
    Decided,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "StatedGrade", deny_unknown_fields, expecting = "a grade given")]
struct StatedGradeV1 {
    subject: Subject,
    author: Author,
    level: Text,
    #[serde(default)]
    reason: Option<Text>,
    #[serde(default)]
    source: Source,
}
