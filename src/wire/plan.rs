//! Version 1 of everything up to plans: documents, figures, periods, indicators, targets, tasks.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::leaf::optional_date;
use super::{optional_payload, through_mirror};
use crate::id::{DocumentCode, DocumentRef, Id, Organisation, Text};
use crate::period::Period;
use crate::plan::{
    Accumulation, AchievementFormula, Baseline, Breakdown, Category, Direction, Goal, Indicator, Origin, PartRef,
    Parts, Plan, PlanError, Sense, Step, Target, TargetVersion, Task,
};
use crate::quantity::{Amount, Figure, Printed, Range, Reading, Unit};

through_mirror! {
    Organisation => OrganisationV1,
    DocumentRef => DocumentRefV1,
    Reading => ReadingV1,
    Parts => PartsV1,
    Category => CategoryV1,
    PartRef => PartRefV1,
    Direction => DirectionV1,
    Accumulation => AccumulationV1,
    Indicator => IndicatorV1,
    AchievementFormula => AchievementFormulaV1,
    Sense => SenseV1,
    Step => StepV1,
    Goal => GoalV1,
    Baseline => BaselineV1,
    TargetVersion => TargetVersionV1,
    Origin => OriginV1,
    Task => TaskV1,
    Plan => PlanV1,
}

/// Implements `Serialize` and `Deserialize` for a type with a constructor: raw fields out, raw fields in and through it.
macro_rules! through_constructor {
    ($domain:ident, $expecting:literal, $raw:ident { $($field:ident : $kind:ty $(= $default:ident)?),* }, $parts:expr, $build:expr) => {
        #[derive(Serialize, Deserialize)]
        #[serde(deny_unknown_fields, expecting = $expecting)]
        struct $raw { $($(#[serde($default)])? $field: $kind),* }

        impl Serialize for $domain {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let parts: fn(&$domain) -> $raw = $parts;
                parts(self).serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $domain {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let build: fn($raw) -> Result<$domain, _> = $build;
                build($raw::deserialize(deserializer)?).map_err(de::Error::custom)
            }
        }
    };
}

through_constructor!(
    Range,
    "a range, such as {\"low\": \"120\", \"high\": \"150\"}",
    RangeV1 { low: Printed, high: Printed },
    |range| RangeV1 { low: range.low(), high: range.high() },
    |raw| Range::new(raw.low, raw.high)
);

through_constructor!(
    Figure,
    "a figure, such as {\"reading\": {\"exactly\": \"3088\"}, \"unit\": \"người\"}",
    FigureV1 { reading: Reading, unit: Unit },
    |figure| FigureV1 { reading: figure.reading(), unit: figure.unit().clone() },
    |raw| Figure::new(raw.reading, raw.unit)
);

through_constructor!(
    Breakdown,
    "a breakdown",
    BreakdownV1 { id: Id, name: Text, parts: Parts, categories: Vec<Category> },
    |breakdown| BreakdownV1 {
        id: breakdown.id().clone(),
        name: breakdown.name().clone(),
        parts: breakdown.parts(),
        categories: breakdown.categories().to_vec(),
    },
    |raw| Breakdown::new(raw.id, raw.name, raw.parts, raw.categories)
);

through_constructor!(
    Target,
    "a target",
    TargetV1 {
        id: Id,
        indicator: Id,
        at: Vec<PartRef> = default,
        step_to: Option<Id> = default,
        formula: Option<AchievementFormula> = default,
        versions: Vec<TargetVersion>
    },
    |target| TargetV1 {
        id: target.id().clone(),
        indicator: target.indicator().clone(),
        at: target.at().to_vec(),
        step_to: target.step_to().cloned(),
        formula: target.formula(),
        versions: target.versions().to_vec(),
    },
    |raw| {
        let target = Target::new(raw.id, raw.indicator, raw.at, raw.formula, raw.versions)?;
        Ok::<_, PlanError>(match raw.step_to {
            Some(other) => target.as_step_to(other),
            None => target,
        })
    }
);

#[derive(Serialize, Deserialize)]
#[serde(remote = "Organisation", deny_unknown_fields, expecting = "an organisation")]
struct OrganisationV1 {
    code: Id,
    name: Text,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "DocumentRef", deny_unknown_fields, expecting = "a document")]
struct DocumentRefV1 {
    code: DocumentCode,
    #[serde(default, with = "optional_date")]
    date: Option<NaiveDate>,
    #[serde(default)]
    subject: Option<Text>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Reading", rename_all = "snake_case", expecting = "a reading, such as {\"exactly\": \"3088\"}")]
enum ReadingV1 {
    Exactly(Printed),
    AtLeast(Printed),
    MoreThan(Printed),
    AtMost(Printed),
    LessThan(Printed),
    Between(Range),
    About(Printed),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Parts", rename_all = "snake_case", expecting = "how parts relate")]
enum PartsV1 {
    AddUp,
    Overlap,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Category", deny_unknown_fields, expecting = "a part of a breakdown")]
struct CategoryV1 {
    id: Id,
    name: Text,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "PartRef", deny_unknown_fields, expecting = "the name of a part")]
struct PartRefV1 {
    breakdown: Id,
    part: Id,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Direction", rename_all = "snake_case", expecting = "a direction")]
enum DirectionV1 {
    HigherIsBetter,
    LowerIsBetter,
    OnTargetIsBest,
    Neutral,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Accumulation", rename_all = "snake_case", expecting = "a way of accumulating")]
enum AccumulationV1 {
    Flow,
    RunningTotal,
    Stock,
    Rate,
    NotAdditive,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Indicator", deny_unknown_fields, expecting = "an indicator")]
struct IndicatorV1 {
    id: Id,
    name: Text,
    unit: Unit,
    direction: Direction,
    accumulation: Accumulation,
    #[serde(default)]
    breakdowns: Vec<Breakdown>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "AchievementFormula", rename_all = "snake_case", expecting = "a formula")]
enum AchievementFormulaV1 {
    PlanCompletion,
    FromBaseline,
    Inverse,
    Complement,
    Change,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Sense", rename_all = "snake_case", expecting = "up or down")]
enum SenseV1 {
    Raise,
    Reduce,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Step", rename_all = "snake_case", expecting = "a step")]
enum StepV1 {
    By(Amount),
    Percent(Amount),
    Points(Amount),
    PercentOrPoints(Amount),
    Any,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Goal", rename_all = "snake_case", deny_unknown_fields, expecting = "a goal")]
enum GoalV1 {
    Level(Reading),
    ShareOf { whole: Id, share: Reading },
    Move { sense: Sense, step: Step },
    Maintain,
    Done,
    Qualitative(Text),
    NotStated,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Baseline", deny_unknown_fields, expecting = "a baseline")]
struct BaselineV1 {
    period: Period,
    #[serde(default)]
    figure: Option<Figure>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "TargetVersion", deny_unknown_fields, expecting = "a version of a target")]
struct TargetVersionV1 {
    id: Id,
    goal: Goal,
    #[serde(default)]
    baseline: Option<Baseline>,
    #[serde(default, with = "optional_date")]
    start: Option<NaiveDate>,
    #[serde(default, with = "optional_date")]
    due: Option<NaiveDate>,
    #[serde(default)]
    assigned_by: Option<DocumentRef>,
    #[serde(default, with = "optional_date")]
    counts_from: Option<NaiveDate>,
    #[serde(default)]
    replaces: Option<Id>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Origin", rename_all = "snake_case", expecting = "where a task comes from")]
enum OriginV1 {
    Assigned(#[serde(with = "by_document")] Option<DocumentRef>),
    Arising(#[serde(with = "by_document")] Option<DocumentRef>),
    Proposed(#[serde(with = "by_document")] Option<DocumentRef>),
}

optional_payload!(by_document, document: crate::id::DocumentRef, default);

#[derive(Serialize, Deserialize)]
#[serde(remote = "Task", deny_unknown_fields, expecting = "a task")]
struct TaskV1 {
    id: Id,
    name: Text,
    #[serde(default)]
    lead: Option<Id>,
    #[serde(default)]
    cooperating: Vec<Id>,
    #[serde(default, with = "optional_date")]
    deadline: Option<NaiveDate>,
    origin: Origin,
    targets: Vec<Target>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Plan", deny_unknown_fields, expecting = "a plan")]
struct PlanV1 {
    period: Period,
    tasks: Vec<Task>,
}
