//! Every construct that a report can use is used by what the tests read and write.

use std::collections::BTreeSet;

use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};
use thuocdo::id::{DocumentRef, DocumentStyle};
use thuocdo::period::PeriodName;
use thuocdo::plan::{Accumulation, AchievementFormula, Direction, Goal, Origin, Parts, Plan, Sense, Step};
use thuocdo::quantity::{Figure, Reading, Scale, UnitKind};
use thuocdo::record::{
    Author, CauseKind, Confirmation, Counted, Extent, GrowthForm, Judgement, Observed, Relation, Source, Stage, Subject,
};
use thuocdo::report::{Report, ReportContent, ReportState};

use crate::generators;

#[test]
fn the_generators_reach_every_construct() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..400 {
        seen.extend(census(&generators::report().new_tree(&mut runner).unwrap().current()));
    }
    let missing: Vec<_> = every_construct().into_iter().filter(|name| !seen.contains(name)).collect();
    assert_eq!(missing, [""; 0]);
}

/// Which variant a value is: `Goal::Level`.
trait Variant {
    fn variant(&self) -> String;
}

/// Lists the variants of each enum; one that is added does not compile until it is listed.
macro_rules! variants {
    ($($name:ident { $($variant:ident),+ $(,)? })+) => {
        const VARIANTS: &[&str] = &[$($(concat!(stringify!($name), "::", stringify!($variant))),+),+];

        $(impl Variant for $name {
            fn variant(&self) -> String {
                match self { $(Self::$variant { .. } => concat!(stringify!($name), "::", stringify!($variant)).into()),+ }
            }
        })+
    };
}

variants! {
    DocumentStyle { Administrative, Normative, Party }
    Scale { One, Thousand, TenThousand, Million, Billion, ThousandBillion }
    UnitKind { Whole, Count, Measure, Money, Percent, Points, Bare, Other }
    Reading { Exactly, AtLeast, MoreThan, AtMost, LessThan, Between, About }
    PeriodName { Year, Years, Half, NineMonths, Quarter, Month, Range }
    Direction { HigherIsBetter, LowerIsBetter, OnTargetIsBest, Neutral }
    Accumulation { Flow, RunningTotal, Stock, Rate, NotAdditive }
    Parts { AddUp, Overlap }
    Goal { Level, ShareOf, Move, Maintain, Done, Qualitative, NotStated }
    Sense { Raise, Reduce }
    Step { By, Percent, Points, PercentOrPoints, Any }
    AchievementFormula { PlanCompletion, FromBaseline, Inverse, Complement, Change }
    Origin { Assigned, Arising, Proposed }
    Observed { Figure, NotStated, Done, NotDone, Judged, NotApplicable }
    Judgement { Met, NotMet }
    Extent { ToCutoff, FullPeriod, Projection }
    Stage { Estimate, Preliminary, Official }
    Relation {
        Sum, Difference, Remainder, Share, Ratio, Completion, Growth, Points, RatePer, Same, AtMost, AtLeast, Balance,
        Count,
    }
    Counted { Tasks, ProposedTasks, Grades }
    GrowthForm { Percent, Index, Multiple }
    CauseKind { Objective, Subjective, NotSaid }
    Confirmation { Stated, Requested, Confirmed, Rejected }
    Subject { Task, Organisation }
    Author { SelfAssessed, Reviewed, Decided }
    ReportState { Draft, Submitted, Returned, Signed, Corrected }
}

/// What may be said or not.
const OPTIONS: [&str; 27] = [
    "Cause.task",
    "Cause.targets",
    "DocumentRef.date",
    "DocumentRef.subject",
    "Evidence.document",
    "Indicator.breakdowns",
    "Baseline.figure",
    "Mention.place",
    "Observation.at",
    "Observed::Done",
    "Observed::NotApplicable",
    "Origin.document",
    "Report.document",
    "Report.proposals",
    "Source.document",
    "Source.inferred_from",
    "Source.place",
    "Source.provider",
    "StatedFigure.as_of",
    "StatedGrade.reason",
    "Target.formula",
    "Target.step_to",
    "Task.deadline",
    "Task.lead",
    "TargetVersion.baseline",
    "TargetVersion.counts_from",
    "TargetVersion.replaces",
];

pub(crate) fn every_construct() -> Vec<String> {
    let options = OPTIONS.iter().flat_map(|name| [format!("{name}: some"), format!("{name}: none")]);
    VARIANTS.iter().map(ToString::to_string).chain(options).collect()
}

/// The constructs that `report` uses.
pub(crate) fn census(report: &Report) -> BTreeSet<String> {
    let mut seen = Census(BTreeSet::new());
    seen.report(report.content());
    seen.0
}

struct Census(BTreeSet<String>);

impl Census {
    fn see(&mut self, value: &impl Variant) {
        self.0.insert(value.variant());
    }

    fn option(&mut self, name: &str, is_some: bool) {
        self.0.insert(format!("{name}: {}", if is_some { "some" } else { "none" }));
    }

    fn document(&mut self, document: &DocumentRef) {
        self.see(&document.code.style());
        self.option("DocumentRef.date", document.date.is_some());
        self.option("DocumentRef.subject", document.subject.is_some());
    }

    fn figure(&mut self, figure: &Figure) {
        self.see(&figure.reading());
        self.see(&figure.unit().kind());
        self.see(&figure.unit().scale());
    }

    fn source(&mut self, source: &Source) {
        self.option("Source.place", source.place.is_some());
        self.option("Source.document", source.document.is_some());
        self.option("Source.provider", source.provider.is_some());
        self.option("Source.inferred_from", source.inferred_from.is_some());
        if let Some(document) = &source.document {
            self.document(document);
        }
    }

    fn plan(&mut self, plan: &Plan) {
        self.see(&plan.period.name());
        for task in &plan.tasks {
            self.see(&task.origin);
            let (Origin::Assigned(by) | Origin::Arising(by) | Origin::Proposed(by)) = &task.origin;
            self.option("Origin.document", by.is_some());
            self.option("Task.lead", task.lead.is_some());
            self.option("Task.deadline", task.deadline.is_some());
            if let Some(document) = by {
                self.document(document);
            }
            for target in &task.targets {
                self.option("Target.formula", target.formula().is_some());
                self.option("Target.step_to", target.step_to().is_some());
                if let Some(formula) = target.formula() {
                    self.see(&formula);
                }
                for version in target.versions() {
                    self.option("TargetVersion.baseline", version.baseline.is_some());
                    self.option("TargetVersion.counts_from", version.counts_from.is_some());
                    self.option("TargetVersion.replaces", version.replaces.is_some());
                    self.goal(&version.goal);
                    if let Some(baseline) = &version.baseline {
                        self.see(&baseline.period.name());
                        self.option("Baseline.figure", baseline.figure.is_some());
                    }
                }
            }
        }
    }

    fn goal(&mut self, goal: &Goal) {
        self.see(goal);
        match goal {
            Goal::Level(reading) | Goal::ShareOf { share: reading, .. } => self.see(reading),
            Goal::Move { sense, step } => {
                self.see(sense);
                self.see(step);
            }
            Goal::Maintain | Goal::Done | Goal::Qualitative(_) | Goal::NotStated => {}
        }
    }

    fn report(&mut self, content: &ReportContent) {
        self.see(&content.state);
        self.see(&content.period.name());
        self.option("Report.document", content.document.is_some());
        self.option("Report.proposals", content.proposals.is_some());
        for indicator in &content.indicators {
            self.see(&indicator.direction);
            self.see(&indicator.accumulation);
            self.see(&indicator.unit.kind());
            self.see(&indicator.unit.scale());
            self.option("Indicator.breakdowns", !indicator.breakdowns.is_empty());
            indicator.breakdowns.iter().for_each(|breakdown| self.see(&breakdown.parts()));
        }
        std::iter::once(&content.plan).chain(&content.proposals).for_each(|plan| self.plan(plan));
        for observation in &content.observations {
            self.see(&observation.period.name());
            self.see(&observation.extent);
            self.see(&observation.stage);
            self.see(&observation.value);
            self.option("Observation.at", !observation.at.is_empty());
            self.source(&observation.source);
            match &observation.value {
                Observed::Figure(figure) => self.figure(figure),
                Observed::Done(on) => self.option("Observed::Done", on.is_some()),
                Observed::NotApplicable(reason) => self.option("Observed::NotApplicable", reason.is_some()),
                Observed::Judged(judgement) => self.see(judgement),
                Observed::NotStated | Observed::NotDone => {}
            }
        }
        for stated in &content.stated {
            self.figure(&stated.figure);
            self.option("StatedFigure.as_of", stated.as_of.is_some());
            self.source(&stated.source);
        }
        for stated in &content.relations {
            self.see(&stated.relation);
            if let Relation::Growth { form, .. } = &stated.relation {
                self.see(form);
            }
            if let Relation::Count { of } = &stated.relation {
                self.see(of);
            }
        }
        for cause in &content.causes {
            self.see(&cause.kind);
            self.see(&cause.confirmation);
            self.option("Cause.task", cause.task.is_some());
            self.option("Cause.targets", !cause.targets.is_empty());
        }
        content.evidence.iter().for_each(|evidence| self.option("Evidence.document", evidence.document.is_some()));
        for grade in &content.grades {
            self.see(&grade.subject);
            self.see(&grade.author);
            self.option("StatedGrade.reason", grade.reason.is_some());
        }
        for mention in &content.mentions {
            self.document(&mention.document);
            self.option("Mention.place", mention.place.is_some());
        }
    }
}
