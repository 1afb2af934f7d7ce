//! Where the parts of an indicator are declared to add up and the whole and all of them are given alike, that they do is a
//! statement; anywhere else nothing follows.

use thuocdo::check::{Agreement, CheckTable, FindingCode};
use thuocdo::plan::{Accumulation, Breakdown, Goal, PartRef, Parts, Plan, Target, TargetVersion};
use thuocdo::quantity::Unit;
use thuocdo::record::{Extent, Observation, Observed, Stage, StatedRelation};
use thuocdo::report::{Report, ReportContent};

use crate::build::{
    agreements, at, breakdown, checked, codes, corrections, day, diagnosis, empty, id, indicator, names, observation,
    only, reading, sum, table, target, task, with, year,
};

fn by_level() -> Breakdown {
    breakdown("level", Parts::AddUp, &["short", "long"])
}

/// A report on enrolment, broken down so, with these observations: name, part (none for the whole), what is said.
fn observed(breakdowns: Vec<Breakdown>, figures: &[(&str, &str, &str)]) -> ReportContent {
    let mut content = empty();
    content.indicators.push(indicator("enrolled", Unit::PERSON, Accumulation::RunningTotal, breakdowns));
    content
        .observations
        .extend(figures.iter().map(|(name, part, said)| observation(name, "enrolled", place(part), said)));
    content
}

fn place(part: &str) -> Vec<PartRef> {
    match part {
        "" => vec![],
        part => at("level", part),
    }
}

fn ten_of(short: &str, long: &str) -> ReportContent {
    observed(vec![by_level()], &[("all", "", "10"), ("short", "short", short), ("long", "long", long)])
}

/// The same as targets of one task of the plan.
fn assigned(figures: &[(&str, &str, &str)]) -> Report {
    with(|content| {
        content.indicators.push(indicator("enrolled", Unit::PERSON, Accumulation::RunningTotal, vec![by_level()]));
        content.plan.tasks.push(task("task", targets(figures)));
    })
}

fn targets(figures: &[(&str, &str, &str)]) -> Vec<Target> {
    let level =
        |(name, part, said): &(&str, &str, &str)| target(name, "enrolled", place(part), Goal::Level(reading(said)));
    figures.iter().map(level).collect()
}

fn observation_of<'c>(content: &'c mut ReportContent, name: &str) -> &'c mut Observation {
    content.observations.iter_mut().find(|found| found.id == id(name)).unwrap()
}

#[track_caller]
fn assert_statement(report: &Report, statement: &str, agreement: Agreement) {
    assert_eq!(agreements(&table(report)), [(statement.to_owned(), agreement)]);
}

/// No statement, and no finding for the want of one.
#[track_caller]
fn assert_none(content: ReportContent) {
    let report = checked(content);
    assert_eq!(agreements(&table(&report)), []);
    assert_eq!(codes(&report), []);
}

#[test]
fn parts_that_add_up_are_a_statement_of_their_own() {
    let report = checked(ten_of("4", "6"));
    assert_statement(&report, "all=level", Agreement::Exact);
    assert_eq!(codes(&report), []);
}

#[test]
fn parts_that_do_not_add_up_are_found() {
    let found = diagnosis(only(&checked(ten_of("4", "5"))));
    assert_eq!(names(&found.broken), ["all=level"]);
    assert_eq!(corrections(&found), ["long: 5 -> 6", "short: 4 -> 5", "all: 10 -> 9"]);
}

#[test]
fn bounds_add_up_as_bounds() {
    let parts = |all, short, long| {
        checked(observed(vec![by_level()], &[("all", "", all), ("short", "short", short), ("long", "long", long)]))
    };
    for (all, short, long) in [(">100", "60", ">=41"), ("100", "60", "<=40"), ("<=100", ">=60", "30")] {
        assert_statement(&parts(all, short, long), "all=level", Agreement::ByRounding);
    }
    for (all, short, long) in
        [("100", "60", "<40"), (">100", "60", "<=40"), ("<100", ">=60", "40"), ("100", "60..70", "41..50")]
    {
        let report = parts(all, short, long);
        assert_statement(&report, "all=level", Agreement::Off);
        assert_eq!(codes(&report), [FindingCode::FiguresDisagree]);
    }
}

#[test]
fn a_part_that_is_not_given_leaves_nothing_to_say() {
    assert_none(observed(vec![by_level()], &[("all", "", "10"), ("short", "short", "4")]));
    assert_none(observed(vec![by_level()], &[("short", "short", "4"), ("long", "long", "5")]));
    let mut content = ten_of("4", "5");
    observation_of(&mut content, "long").value = Observed::NotStated;
    assert_none(content);
}

#[test]
fn parts_that_overlap_need_not_add_up() {
    let overlapping = breakdown("level", Parts::Overlap, &["short", "long"]);
    assert_none(observed(vec![overlapping], &[("all", "", "10"), ("short", "short", "4"), ("long", "long", "5")]));
}

#[test]
fn what_the_report_states_itself_is_not_said_twice() {
    let stated = |sum: StatedRelation| {
        let mut content = ten_of("4", "5");
        content.relations.push(sum);
        checked(content)
    };
    for parts in [["short", "long"], ["long", "short"]] {
        let report = stated(sum("total", "all", &parts));
        assert_statement(&report, "total", Agreement::Off);
        assert_eq!(names(&diagnosis(only(&report)).broken), ["total"]);
    }
    // a sum of something else is no reason to be silent
    let report = stated(sum("one", "all", &["short"]));
    assert_eq!(names(&diagnosis(only(&report)).broken), ["one", "all=level"]);
}

#[test]
fn the_id_of_an_implied_statement_may_not_be_taken() {
    let mut content = ten_of("4", "6");
    content.relations.push(sum("all=level", "short", &["long"]));
    let refused = CheckTable::of(&checked(content)).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "at `relations[1]`: `all=level` is already the id of another relation, give each one of its own"
    );
}

#[test]
fn two_figures_for_one_place_are_not_chosen_between() {
    for (name, part) in [("all again", ""), ("short again", "short")] {
        let mut content = ten_of("4", "5");
        content.observations.push(observation(name, "enrolled", place(part), "4"));
        assert_none(content);
    }
}

#[test]
fn only_figures_of_one_day_period_extent_and_stage_are_added() {
    let changes: [fn(&mut Observation); 4] = [
        |found| found.as_of = day(11, 15),
        |found| (found.period, found.as_of) = (year(2020), "2020-12-14".parse().unwrap()),
        |found| found.extent = Extent::FullPeriod,
        |found| found.stage = Stage::Estimate,
    ];
    for change in changes {
        let mut content = ten_of("4", "5");
        change(observation_of(&mut content, "long"));
        assert_none(content);
    }
}

#[test]
fn each_breakdown_is_a_statement_and_a_cross_of_two_is_none() {
    let sex = breakdown("sex", Parts::AddUp, &["women", "men"]);
    let mut content = ten_of("4", "6");
    content.indicators[0].breakdowns.push(sex);
    for (name, said) in [("women", "5"), ("men", "4")] {
        content.observations.push(observation(name, "enrolled", at("sex", name), said));
    }
    let crossed = [at("level", "short"), at("sex", "women")].concat();
    content.observations.push(observation("short women", "enrolled", crossed, "9"));
    let report = checked(content);
    let found = agreements(&table(&report));
    assert_eq!(found, [("all=level".to_owned(), Agreement::Exact), ("all=sex".to_owned(), Agreement::Off)]);
    // the whole is in both, so one block has both
    assert_eq!(names(&diagnosis(only(&report)).statements), ["all=level", "all=sex"]);
}

#[test]
fn targets_add_up_as_observations_do() {
    let report = assigned(&[("all", "", "100"), ("short", "short", "60"), ("long", "long", "40")]);
    assert_statement(&report, "all=level", Agreement::Exact);
    // "at least 100" and "at least 60" are the numbers assigned; "more than" stays a bound
    let report = assigned(&[("all", "", ">=100"), ("short", "short", ">=60"), ("long", "long", "40")]);
    assert_statement(&report, "all=level", Agreement::Exact);
    let report = assigned(&[("all", "", ">100"), ("short", "short", "60"), ("long", "long", "40..50")]);
    assert_statement(&report, "all=level", Agreement::ByRounding);
    let report = assigned(&[("all", "", ">100"), ("short", "short", "60"), ("long", "long", "40")]);
    assert_statement(&report, "all=level", Agreement::Off);
    assert_eq!(corrections(&diagnosis(only(&report))), ["long: 40 -> 41", "short: 60 -> 61", "all: 100 -> 99"]);
    assert_eq!(codes(&assigned(&[("all", "", "100"), ("short", "short", "60")])), []);
}

#[test]
fn targets_of_two_plans_and_observations_are_kept_apart() {
    let content = |change: fn(&mut ReportContent)| {
        let mut content = assigned(&[("all", "", "100"), ("short", "short", "60")]).into_content();
        change(&mut content);
        content
    };
    assert_none(content(|content| {
        let tasks = vec![task("next", targets(&[("long", "long", "50")]))];
        content.proposals = Some(Plan { period: year(2022), tasks });
    }));
    assert_none(content(|content| content.observations.push(observation("long", "enrolled", place("long"), "50"))));
    // two tasks of one plan are one plan
    let report = checked(content(|content| content.plan.tasks.push(task("other", targets(&[("long", "long", "50")])))));
    assert_statement(&report, "all=level", Agreement::Off);
}

#[test]
fn only_levels_in_force_at_the_cut_off_are_added() {
    let with_long = |versions: Vec<TargetVersion>| {
        let mut content = assigned(&[("all", "", "100"), ("short", "short", "60")]).into_content();
        let long = Target::new(id("long"), id("enrolled"), place("long"), None, versions).unwrap();
        content.plan.tasks[0].targets.push(long);
        content
    };
    let version = |name: &str, said: &str| TargetVersion::new(id(name), Goal::Level(reading(said)));
    let from = |date, version| TargetVersion { counts_from: Some(date), ..version };
    let old_and_new = |date| with_long(vec![version("1", "40"), from(date, version("2", "50"))]);
    assert_statement(&checked(old_and_new(day(12, 15))), "all=level", Agreement::Exact);
    assert_statement(&checked(old_and_new(day(12, 14))), "all=level", Agreement::Off);
    assert_none(with_long(vec![from(day(12, 15), version("1", "50"))]));
    let share = Goal::ShareOf { whole: id("enrolled"), share: reading("50") };
    assert_none(with_long(vec![TargetVersion::new(id("1"), share)]));
    assert_none(with_long(vec![TargetVersion::new(id("1"), Goal::NotStated)]));
}
