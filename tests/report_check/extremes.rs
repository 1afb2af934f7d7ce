//! However much, however little and however large: every report and every table is checked to the end, and told in words.

use thuocdo::check::{CheckFigure, CheckTable, CheckTableContent, Precision, ReportCheck};
use thuocdo::plan::{Accumulation, Goal, Parts};
use thuocdo::quantity::{Amount, Figure, RoundMode, Unit};
use thuocdo::record::{Counted, GrowthForm, Relation, Term};
use thuocdo::report::Report;
use thuocdo::text::{CheckLanguage, English, Vietnamese};

use crate::build::{
    at, breakdown, checked, codes, empty, id, ids, indicator, observation, printed, reading, relation, stated, sum,
    target, task, text, with,
};
use crate::every_code::everything;

const LARGEST: &str = "999999999999999999.999999";
const SMALLEST: &str = "-999999999999999999.999999";
const HUGE: &str = "100000000000000000";

/// Works out all there is and puts it into words; how many findings there are.
fn exhaust(report: &Report) -> usize {
    let check = ReportCheck::of(report).unwrap();
    for finding in check.findings() {
        assert!(!Vietnamese.finding(&finding, check.table()).is_empty());
        assert!(!English.finding(&finding, check.table()).is_empty());
        for correction in finding.detail.corrections() {
            // a figure so changed may be too large for its unit, which is an error and no panic
            let _ = correction.applied_to(report);
        }
    }
    exhaust_table(check.table());
    check.findings().count()
}

fn exhaust_table(table: &CheckTable) {
    let check = table.check();
    for statement in check.statements() {
        assert!(!Vietnamese.statement(statement, table).is_empty());
        let _ = Vietnamese.power(statement, &check);
    }
    for figure in &table.content().figures {
        let _ = check.derived(&figure.id);
    }
    for finding in check.findings() {
        assert!(!Vietnamese.finding(&finding, table).is_empty());
    }
    let _ = check.trail();
}

/// Every kind of relation between `a`, `b` and the result `c`.
fn relations() -> Vec<Relation> {
    let (a, b) = (id("a"), id("b"));
    let growth = |form| Relation::Growth { from: id("a"), to: id("b"), form };
    let term = |weight, name: &str| Term { weight, figure: id(name) };
    vec![
        Relation::Sum { parts: ids(["a", "b"]) },
        Relation::Sum { parts: ids(["a", "a", "b"]) },
        Relation::Difference { from: a.clone(), less: ids(["b"]) },
        Relation::Remainder { whole: a.clone(), parts: ids(["b"]) },
        Relation::Share { parts: ids(["a"]), whole: b.clone() },
        Relation::Share { parts: ids(["a", "b"]), whole: b.clone() },
        Relation::Ratio { numerator: a.clone(), denominator: b.clone() },
        Relation::Completion { actual: a.clone(), target: b.clone() },
        growth(GrowthForm::Percent),
        growth(GrowthForm::Index),
        growth(GrowthForm::Multiple),
        Relation::RatePer { numerator: a.clone(), denominator: b.clone(), per: Amount::MAX },
        Relation::Same { other: a.clone() },
        Relation::AtMost { other: a.clone() },
        Relation::AtLeast { other: a },
        Relation::Balance { terms: vec![term(Amount::MAX, "a"), term(Amount::MIN, "b")], constant: Amount::MAX },
    ]
}

/// The unit that the result of a relation is stated in.
fn unit(relation: &Relation) -> Unit {
    match relation {
        Relation::Share { .. }
        | Relation::Completion { .. }
        | Relation::Growth { form: GrowthForm::Percent | GrowthForm::Index, .. } => Unit::PERCENT,
        _ => Unit::BARE,
    }
}

#[test]
fn nothing_at_all_is_no_finding() {
    assert_eq!(exhaust(&checked(empty())), 0);
    assert!(ReportCheck::of(&checked(empty())).unwrap().is_clean());
}

#[test]
fn one_figure_is_no_finding() {
    for said in ["0", "1", HUGE, LARGEST, SMALLEST] {
        assert_eq!(exhaust(&with(|content| content.stated.push(stated("one", said, Unit::BARE)))), 0);
    }
    let whole = with(|content| content.stated.push(stated("one", "999999999999999999", Unit::HOUSEHOLD)));
    assert_eq!(exhaust(&whole), 0);
}

#[test]
fn every_finding_can_be_told() {
    assert_eq!(exhaust(&everything()), 21);
}

#[test]
fn figures_of_18_digits_are_added_to_the_unit() {
    let report = |all: &str| {
        with(|content| {
            for (name, said) in [("a", HUGE), ("b", HUGE), ("c", all)] {
                content.stated.push(stated(name, said, Unit::DONG));
            }
            content.relations.push(sum("add up", "c", &["a", "b"]));
        })
    };
    assert_eq!(exhaust(&report("200000000000000000")), 0);
    assert_eq!(exhaust(&report("200000000000000001")), 1);
    assert_eq!(exhaust(&report("200000000000000000.000001")), 1);
}

#[test]
fn parts_that_are_more_than_any_amount_are_judged_all_the_same() {
    let report = with(|content| {
        let by_level = breakdown("level", Parts::AddUp, &["short", "long"]);
        content.indicators.push(indicator("x", Unit::PERSON, Accumulation::RunningTotal, vec![by_level]));
        for (name, parts) in [("all", vec![]), ("short", at("level", "short")), ("long", at("level", "long"))] {
            content.observations.push(observation(name, "x", parts, "999999999999999999"));
        }
        let goal = Goal::Level(reading(">=999999999999999999"));
        content.plan.tasks.push(task("task", vec![target("plan", "x", vec![], goal)]));
        content.stated.push(stated("counted", "999999999999999999", Unit::BARE));
        content.relations.push(relation("counts", "counted", Relation::Count { of: Counted::Tasks }));
    });
    assert_eq!(codes(&report).len(), 2);
    assert_eq!(exhaust(&report), 2);
}

#[test]
fn every_relation_of_every_extreme_comes_to_an_end() {
    let values = ["0", HUGE, LARGEST, SMALLEST];
    let pairs = || values.into_iter().flat_map(|a| values.into_iter().map(move |b| (a, b)));
    let cases = relations().into_iter().flat_map(|between| pairs().map(move |pair| (between.clone(), pair)));
    // as long lists as have no factor in common with each other, nor with the pairs
    let results = [LARGEST, SMALLEST, "0.000001"].into_iter().cycle();
    let precisions = [
        Precision::ByUnit,
        Precision::Exact,
        Precision::Nearest,
        Precision::Rounded(RoundMode::Down),
        Precision::Rounded(RoundMode::HalfEven),
    ];
    for (((between, (a, b)), c), precision) in cases.zip(results).zip(precisions.into_iter().cycle()) {
        let given = |name: &str, said: &str, unit: Unit| {
            let figure = Figure::new(printed(said), unit).unwrap();
            CheckFigure { precision, ..CheckFigure::new(id(name), text(name), figure) }
        };
        let figures = vec![given("a", a, Unit::BARE), given("b", b, Unit::BARE), given("c", c, unit(&between))];
        let relations = vec![relation("r", "c", between)];
        exhaust_table(&CheckTable::new(CheckTableContent { as_of: None, figures, relations }).unwrap());
    }
}

#[test]
fn a_thousand_mistakes_are_a_thousand_findings() {
    let report = with(|content| {
        for number in 0..1000 {
            let name = |part: &str| format!("{number:04}{part}");
            for (part, said) in [("a", "02"), ("b", "12"), ("c", "15")] {
                content.stated.push(stated(&name(part), said, Unit::HOUSEHOLD));
            }
            content.relations.push(sum(&name("sum"), &name("c"), &[&name("a"), &name("b")]));
        }
    });
    let check = ReportCheck::of(&report).unwrap();
    assert_eq!(check.findings().count(), 1000);
}
