//! What a correction would do: the report with the new figures, in the words of the old ones, and the grades that come out
//! of it.

use thuocdo::builtin;
use thuocdo::check::{Consequence, Correction, FindingDetail, GradeChange, ReportCheck};
use thuocdo::grade::{Basis, RuleSet};
use thuocdo::id::Id;
use thuocdo::plan::{Accumulation, Breakdown, Goal, Parts, Target, TargetVersion};
use thuocdo::quantity::{Figure, Reading, Unit};
use thuocdo::record::{Extent, Observation, Relation, Stage};
use thuocdo::report::{FigureRef, Report};

use crate::build::{
    at, breakdown, changed, checked, codes, corrections, day, diagnosis, findings, id, indicator, observation, only,
    reading, relation, stated, target, task, with,
};

fn decree() -> RuleSet {
    builtin::rule_set("vn-nd90-2020-unit").unwrap()
}

fn by_level() -> Breakdown {
    breakdown("level", Parts::AddUp, &["short", "long"])
}

/// At least 2.000 were to be trained; `done` is stated, 1.500 and 1.588 by level, 154,4% of the plan.
fn trained(done: &str, goal: Goal) -> Report {
    with(|content| {
        content.indicators.push(indicator("trained", Unit::PERSON, Accumulation::RunningTotal, vec![by_level()]));
        content.plan.tasks.push(task("task", vec![target("plan", "trained", vec![], goal)]));
        content.observations.push(observation("done", "trained", vec![], done));
        for (level, said) in [("short", "1500"), ("long", "1588")] {
            content.observations.push(observation(level, "trained", at("level", level), said));
        }
        content.stated.push(stated("rate", "154.4", Unit::PERCENT));
        let completion = Relation::Completion { actual: id("done"), target: id("plan") };
        content.relations.push(relation("rate is", "rate", completion));
    })
}

fn level(said: &str) -> Goal {
    Goal::Level(reading(said))
}

#[track_caller]
fn only_correction(report: &Report) -> Correction {
    let found = diagnosis(only(report));
    let [correction] = <[Correction; 1]>::try_from(found.corrections).unwrap_or_else(|found| panic!("{found:#?}"));
    correction
}

#[track_caller]
fn consequence(correction: &Correction, report: &Report) -> Consequence {
    let decree = decree();
    correction.consequence(report, |report| decree.assess_report_by_analogy(report)).unwrap()
}

fn on(basis: Basis, before: Option<&str>, after: Option<&str>) -> GradeChange {
    GradeChange { basis, before: before.map(id), after: after.map(id) }
}

fn reading_of(report: &Report, name: &str) -> Reading {
    report.figure(&id(name)).and_then(FigureRef::figure).map(Figure::reading).unwrap()
}

#[test]
fn a_correction_that_lifts_a_target_over_its_threshold_lifts_the_grade() {
    let report = trained("1088", level(">=2000"));
    let correction = only_correction(&report);
    assert_eq!(correction.changes[0].new.likely.to_string(), "3088");
    let expected = Basis::ALL.map(|basis| on(basis, Some("not-completed"), Some("excellent")));
    let consequence = consequence(&correction, &report);
    assert_eq!(consequence.changed, expected);
    assert!(!consequence.is_none());
    // nothing is applied by itself
    assert_eq!(reading_of(&report, "done"), reading("1088"));
    assert_eq!(reading_of(&correction.applied_to(&report).unwrap(), "done"), reading("3088"));
}

#[test]
fn a_correction_on_the_same_side_of_the_threshold_changes_no_grade() {
    let report = trained("3080", level(">=2000"));
    let correction = only_correction(&report);
    assert_eq!(correction.changes[0].new.likely.to_string(), "3088");
    assert!(consequence(&correction, &report).is_none());
}

#[test]
fn a_corrected_target_keeps_its_words_and_its_other_versions() {
    // assigned were 2.000, later 20.000 is printed
    let mut content = trained("3088", level(">=2000")).into_content();
    let version =
        |name: &str, said: &str, from| TargetVersion { counts_from: from, ..TargetVersion::new(id(name), level(said)) };
    let versions = vec![version("1", ">=1900", None), version("2", ">=20000", Some(day(6, 1)))];
    content.plan.tasks[0].targets[0] = Target::new(id("plan"), id("trained"), vec![], None, versions).unwrap();
    let report = checked(content);
    let found = diagnosis(only(&report));
    let position = corrections(&found).iter().position(|said| said == "plan: 20000 -> 2000").unwrap();
    let correction = &found.corrections[position];
    let corrected = correction.applied_to(&report).unwrap();
    let Some(FigureRef::Target(target)) = corrected.figure(&id("plan")) else { panic!() };
    let goals: Vec<&Goal> = target.versions().iter().map(|version| &version.goal).collect();
    assert_eq!(goals, [&level(">=1900"), &level(">=2000")]);
    assert_eq!(codes(&corrected), []);
    assert_eq!(consequence(correction, &report).changed.len(), 3);
}

#[test]
fn a_bound_that_is_corrected_stays_a_bound() {
    let jobs = |here: &str, away: &str, all: &str| {
        with(|content| {
            for (name, said) in [("here", here), ("away", away), ("all", all)] {
                content.stated.push(stated(name, said, Unit::PERSON));
            }
            content.relations.push(relation("add up", "all", Relation::Sum { parts: vec![id("here"), id("away")] }));
        })
    };
    for (here, away, all) in
        [("~7000", "<=8000", ">16000"), ("~7000", ">=8000", "<=14000"), ("~7000", "<8000", "16000")]
    {
        let report = jobs(here, away, all);
        for correction in diagnosis(only(&report)).corrections {
            let corrected = correction.applied_to(&report).unwrap();
            assert_eq!(codes(&corrected), []);
            for name in ["here", "away", "all"] {
                let words = |report: &Report| core::mem::discriminant(&reading_of(report, name));
                assert_eq!(words(&corrected), words(&report), "{name}");
            }
        }
    }
}

#[test]
fn every_correction_of_one_number_settles_the_finding() {
    for done in ["1088", "3080", "3098", "308", "30880", "3808"] {
        let report = trained(done, level(">=2000"));
        for finding in findings(&report) {
            for correction in finding.detail.corrections() {
                assert!(correction.is_single());
                assert_eq!(codes(&correction.applied_to(&report).unwrap()), [], "{done}");
            }
        }
    }
}

#[test]
fn what_is_no_diagnosis_offers_no_correction() {
    let report = with(|content| content.cut_off = day(12, 15));
    assert_eq!(only(&report).detail.corrections(), []);
}

#[test]
fn only_the_basis_that_reads_the_corrected_figure_changes() {
    // 1.088 to the cut-off, of which the statements speak; the year's estimate meets the plan by itself
    let report = changed(trained("1088", level(">=2000")).into_content(), |content| {
        let estimate = observation("year", "trained", vec![], "3200");
        content.observations.push(Observation { extent: Extent::FullPeriod, stage: Stage::Estimate, ..estimate });
    });
    let found = consequence(&only_correction(&report), &report);
    assert_eq!(found.changed, [on(Basis::AtCutoff, Some("not-completed"), Some("excellent"))]);
}

#[test]
fn a_correction_for_a_figure_that_another_draft_lacks_changes_nothing_there() {
    let report = trained("1088", level(">=2000"));
    let correction = only_correction(&report);
    let other = with(|content| content.stated.push(stated("number", "5", Unit::PERSON)));
    assert_eq!(correction.applied_to(&other).unwrap(), other);
    let detail: Vec<FindingDetail> = ReportCheck::of(&other).unwrap().findings().map(|found| found.detail).collect();
    assert_eq!(detail, []);
    assert!(consequence(&correction, &other).is_none());
    let changed: Vec<&Id> = correction.changes.iter().map(|change| &change.figure).collect();
    assert_eq!(changed, [&id("done")]);
}
