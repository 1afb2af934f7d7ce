//! Two drafts beside each other: findings that are new, gone or kept, with the figures and grades that changed.

use thuocdo::builtin;
use thuocdo::check::{DraftComparison, Finding, FindingCode};
use thuocdo::plan::{Accumulation, Goal};
use thuocdo::quantity::Unit;
use thuocdo::record::{Observed, StatedFigure};
use thuocdo::report::{Report, ReportContent};

use crate::build::{
    changed, checked, day, empty, figure, id, indicator, mention, observation, reading, source, stated, sum, target,
    task, with,
};
use crate::every_code::everything;

/// Codes of what is new, gone and kept; ids of the figures that were added, removed and changed.
#[derive(Debug, PartialEq, Eq)]
struct Compared {
    new: Vec<FindingCode>,
    gone: Vec<FindingCode>,
    kept: usize,
    figures: [Vec<String>; 3],
    grades: usize,
}

fn compared(earlier: &Report, later: &Report) -> Compared {
    let decree = builtin::rule_set("vn-nd90-2020-unit").unwrap();
    let comparison =
        DraftComparison::of(earlier, later, |report| decree.assess_report_by_analogy(report)).expect("two reports");
    let codes = |findings: &[Finding]| findings.iter().map(Finding::code).collect();
    let figures = [
        comparison.figures.added.iter().map(|figure| figure.id().to_string()).collect(),
        comparison.figures.removed.iter().map(|figure| figure.id().to_string()).collect(),
        comparison.figures.changed.iter().map(|change| change.id.to_string()).collect(),
    ];
    Compared {
        new: codes(&comparison.new),
        gone: codes(&comparison.gone),
        kept: comparison.kept.len(),
        figures,
        grades: comparison.grades.len(),
    }
}

fn nothing(kept: usize) -> Compared {
    Compared { new: vec![], gone: vec![], kept, figures: [vec![], vec![], vec![]], grades: 0 }
}

/// 02 and 12 make 15 households.
fn households(poor: &str, near: &str, both: &str) -> ReportContent {
    let figures = [("poor", poor), ("near", near), ("both", both)];
    let mut content = empty();
    content.stated.extend(figures.map(|(name, said)| stated(name, said, Unit::HOUSEHOLD)));
    content.relations.push(sum("add up", "both", &["poor", "near"]));
    content
}

#[test]
fn a_draft_and_itself_have_all_findings_in_common() {
    for (report, kept) in [(source(), 9), (everything(), 21), (checked(empty()), 0)] {
        assert_eq!(compared(&report, &report), nothing(kept));
    }
}

#[test]
fn what_is_corrected_is_gone_and_what_is_spoilt_is_new() {
    let (wrong, right) = (checked(households("02", "12", "15")), checked(households("03", "12", "15")));
    let changed = || [vec![], vec![], vec!["poor".to_owned()]];
    let corrected = Compared { gone: vec![FindingCode::FiguresDisagree], figures: changed(), ..nothing(0) };
    assert_eq!(compared(&wrong, &right), corrected);
    let spoilt = Compared { new: vec![FindingCode::FiguresDisagree], figures: changed(), ..nothing(0) };
    assert_eq!(compared(&right, &wrong), spoilt);
}

#[test]
fn a_finding_of_other_figures_is_gone_and_new() {
    let (earlier, later) = (checked(households("02", "12", "15")), checked(households("01", "12", "15")));
    let expected = Compared {
        new: vec![FindingCode::FiguresDisagree],
        gone: vec![FindingCode::FiguresDisagree],
        figures: [vec![], vec![], vec!["poor".to_owned()]],
        ..nothing(0)
    };
    assert_eq!(compared(&earlier, &later), expected);
}

#[test]
fn what_is_added_or_left_out_is_a_figure_that_changed() {
    let earlier = checked(households("02", "12", "15"));
    let later = changed(households("02", "12", "15"), |content| {
        content.relations.clear();
        content.stated.retain(|stated| stated.id != id("both"));
        content.stated.push(StatedFigure { as_of: Some(day(12, 20)), ..stated("late", "1", Unit::HOUSEHOLD) });
    });
    let expected = Compared {
        new: vec![FindingCode::AfterCutOff],
        gone: vec![FindingCode::FiguresDisagree],
        figures: [vec!["late".to_owned()], vec!["both".to_owned()], vec![]],
        ..nothing(0)
    };
    assert_eq!(compared(&earlier, &later), expected);
}

#[test]
fn documents_change_findings_and_no_figures() {
    let cited = |months: [u32; 2]| {
        with(|content| {
            content.mentions = vec![mention("1/KH-A", day(months[0], 1)), mention("2/KH-A", day(months[1], 1))];
        })
    };
    let expected = Compared { gone: vec![FindingCode::OutOfOrder], ..nothing(0) };
    assert_eq!(compared(&cited([3, 2]), &cited([2, 3])), expected);
}

#[test]
fn a_figure_that_reaches_its_target_changes_the_grade() {
    let trained = |said: &str| {
        with(|content| {
            content.indicators.push(indicator("trained", Unit::PERSON, Accumulation::RunningTotal, vec![]));
            let at_least = target("mt", "trained", vec![], Goal::Level(reading(">=2000")));
            content.plan.tasks.push(task("task", vec![at_least]));
            content.observations.push(observation("done", "trained", vec![], said));
        })
    };
    let changed = || [vec![], vec![], vec!["done".to_owned()]];
    // on each of the three bases
    assert_eq!(compared(&trained("1999"), &trained("2000")), Compared { figures: changed(), grades: 3, ..nothing(0) });
    assert_eq!(compared(&trained("1998"), &trained("1999")), Compared { figures: changed(), ..nothing(0) });
}

#[test]
fn the_source_report_with_an_older_figure_differs_in_what_rests_on_it() {
    let later = source();
    let mut content = source().into_content();
    let enrolled = content.observations.iter_mut().find(|found| found.id == id("ts-2021")).unwrap();
    enrolled.value = Observed::Figure(figure("11307", Unit::PERSON));
    let expected = Compared {
        // 11.307 is no sum of the parts, by either breakdown, and gives another range for the plan
        new: vec![FindingCode::NotStated],
        gone: vec![FindingCode::FiguresDisagree, FindingCode::NotStated],
        kept: 8,
        figures: [vec![], vec![], vec!["ts-2021".to_owned()]],
        grades: 0,
    };
    assert_eq!(compared(&checked(content), &later), expected);
}
