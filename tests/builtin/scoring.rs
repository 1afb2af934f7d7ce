//! The points of Decree 335/2025, of Regulation 366-QĐ/TW and of Hà Nội, exactly as their expressions give them.

use thuocdo::grade::{Fact, FactValue, Facts, Product, ProductDenominator, ProductTally};
use thuocdo::quantity::Amount;

use crate::build::{answer, facts, id, rules};

/// The score that a set computes from facts, in lowest terms; none if a fact it needs is not known.
#[track_caller]
fn score(rule_set: &str, facts: &Facts) -> Option<(i128, i128)> {
    let rules = rules(rule_set);
    let assessment = rules.assess(rules.content().subject, facts);
    let (into, score) = assessment.explanation().score.clone().expect("the set computes it");
    assert_eq!(into, id("score"));
    match score.value {
        FactValue::Exactly(score) => Some(score.lowest_terms()),
        _ => None,
    }
}

#[track_caller]
fn assert_scores(rule_set: &str, always: &str, rows: &[(&str, Option<(i128, i128)>)]) {
    for (written, expected) in rows {
        let written = format!("{always} {written}");
        assert_eq!(score(rule_set, &facts(&rules(rule_set), &written)), *expected, "{rule_set}: {written}");
    }
}

/// Two products, of weight 300 and 100: 4 and 10 assigned, 4 and 8 completed, one fault, one delay.
fn products(denominator: ProductDenominator) -> Facts {
    let product = |factor, completed, assigned, faults, delays| Product { factor, assigned, completed, faults, delays };
    let products = [product(300.into(), 4, 4, 0, 1), product(100.into(), 8, 10, 1, 0)];
    let tally = ProductTally::of(&products, denominator).unwrap();
    let mut facts = Facts::new();
    for (name, fact) in ["quantity", "quality", "progress"].into_iter().zip(tally.facts()) {
        facts.insert(id(name), fact);
    }
    facts.insert(id("general-criteria"), Fact::given(FactValue::Exactly(Amount::ZERO.into())));
    facts
}

/// `(a + b + c) / 3 x 70`, and the general criteria.
#[test]
fn decree_335_on_persons() {
    assert_scores(
        "vn-nd335-2025-person",
        "quantity=10/11 quality=9/11 progress=17/22",
        &[
            ("general-criteria=0", Some((175, 3))),
            ("general-criteria=30", Some((265, 3))),
            ("general-criteria=25.5", Some((503, 6))),
            ("general-criteria=0.000001", Some((175_000_003, 3_000_000))),
            ("", None),
        ],
    );
    assert_scores(
        "vn-nd335-2025-person",
        "general-criteria=30",
        &[
            ("quantity=100 quality=100 progress=100", Some((100, 1))),
            ("quantity=0 quality=0 progress=0", Some((30, 1))),
            ("quantity=1/3 quality=1/3 progress=1/3", Some((160, 3))),
            ("quantity=100 quality=100", None),
        ],
    );
    assert_eq!(score("vn-nd335-2025-person", &products(ProductDenominator::Assigned)), Some((175, 3)));
    assert_eq!(score("vn-nd335-2025-person", &products(ProductDenominator::Completed)), Some((1365, 22)));
}

/// The band is that of the exact score: 60 of 70 and 30 are 90, and what is a little less is not.
#[test]
fn decree_335_grades_by_the_exact_score() {
    let rules = rules("vn-nd335-2025-person");
    let fine = "ideological-decline=no disciplined-on-duty=no";
    for (written, expected) in [
        ("general-criteria=30 quantity=6/7 quality=6/7 progress=6/7", "excellent"),
        ("general-criteria=29.999999 quantity=6/7 quality=6/7 progress=6/7", "good"),
        ("general-criteria=30 quantity=6/7 quality=6/7 progress=85714285/100000000", "good"),
        ("general-criteria=30 quantity=10/11 quality=9/11 progress=17/22", "good"),
        ("general-criteria=12 quantity=10/11 quality=9/11 progress=17/22", "good"),
        ("general-criteria=11.666666 quantity=10/11 quality=9/11 progress=17/22", "completed"),
        ("general-criteria=0 quantity=5/7 quality=5/7 progress=5/7", "completed"),
        ("general-criteria=0 quantity=0 quality=0 progress=0", "not-completed"),
        // more than was assigned is no share of it
        ("general-criteria=30 quantity=15/14 quality=1/1 progress=1/1", "outside: quantity"),
        ("general-criteria=30.01 quantity=1/1 quality=1/1 progress=1/1", "outside: general-criteria"),
        // a score that the caller gives is taken as it is
        ("general-criteria=0 quantity=0 quality=0 progress=0 score=90", "excellent"),
        // what the forced rules leave open is not settled by an unknown score
        (
            "general-criteria=30 quantity=100 quality=100",
            "open: excellent, good, completed, not-completed for want of score",
        ),
    ] {
        assert_eq!(answer(&rules, &format!("{fine} {written}")), expected, "{written}");
    }
}

/// `(a + b + c + d + đ + e) / 6 x 70`: 89.1667 % of 70 are 62.4167.
#[test]
fn decree_335_on_managers() {
    let unit = "quantity=96 quality=95 progress=94 unit-result=100 organising=50 cohesion=100";
    assert_scores(
        "vn-nd335-2025-manager",
        unit,
        &[("general-criteria=0", Some((749, 12))), ("general-criteria=30", Some((1109, 12))), ("", None)],
    );
    let rules = rules("vn-nd335-2025-manager");
    let fine = "ideological-decline=no disciplined-on-duty=no unit-handled=no";
    for (general, expected) in
        [("30", "excellent"), ("27.583334", "excellent"), ("27.583333", "good"), ("0", "completed")]
    {
        assert_eq!(answer(&rules, &format!("{fine} {unit} general-criteria={general}")), expected, "{general}");
    }
    let half = unit.replace("organising=50", "organising=49.999999");
    assert_eq!(answer(&rules, &format!("{fine} {half} general-criteria=30")), "outside: organising");
}

#[test]
fn the_other_scores_are_sums() {
    for rule_set in ["vn-qd366-2025-collective", "vn-qd366-2025-person", "vn-qd366-2025-manager", "vn-nd335-2025-unit"]
    {
        assert_scores(rule_set, "general-criteria=28.5", &[("task-results=61.5", Some((90, 1))), ("", None)]);
    }
    assert_scores(
        "hn-3814-2018",
        "discipline-and-ethics=18.5 task-results=65.25",
        &[("bonus=0", Some((335, 4))), ("bonus=10", Some((375, 4))), ("", None)],
    );
    for rule_set in ["vn-nd90-2020-unit", "vn-qd124-2023-person", "dno-1748-2018", "dng-2014", "library-key-task"] {
        assert_eq!(rules(rule_set).content().scoring, None);
    }
}
