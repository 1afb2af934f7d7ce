//! Every threshold of every built-in set, found by walking its conditions: at it, just beside it and a hundredth beside it
//! each test says what its comparison means.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use thuocdo::grade::{Comparison, Condition, Fact, Facts, RuleSet, Test, Truth};
use thuocdo::quantity::Amount;

use crate::build::{declared, every_rule_set, value};

/// One millionth, and one hundredth.
const STEPS: [i128; 2] = [1, 10_000];

#[test]
fn every_test_means_what_its_comparison_says() {
    for rules in every_rule_set() {
        for test in &tests(&rules) {
            let fact = declared(&rules, &test.fact);
            let threshold = test.threshold.millionths();
            let near = STEPS.iter().flat_map(|step| [threshold - step, threshold + step]);
            for millionths in near.chain([threshold]) {
                let measured = Amount::from_millionths(millionths).unwrap();
                let mut facts = Facts::new();
                facts.insert(test.fact.clone(), Fact::given(value(fact.kind, measured)));
                let condition = Condition::Compare(test.clone());
                let said = condition.check(&rules.content().facts, &facts, rules.content().comparing).truth;
                let expected =
                    if is_met(test.comparison, millionths.cmp(&threshold)) { Truth::Met } else { Truth::NotMet };
                assert_eq!(said, expected, "{}: {test:?} of {measured}", rules.content().id);
            }
        }
    }
}

/// The thresholds of the sources, written down once more: each fact with those that it is compared with.
const THRESHOLDS: &[(&str, &str)] = &[
    ("vn-nd90-2020-unit", "targets-completed < 50, > 70, = 100; targets-exceeded >= 50; targets-on-time >= 80"),
    ("vn-nd90-2020-manager", MANAGER),
    ("vn-nd90-2020-person", PERSON),
    ("vn-nd48-2023-manager", MANAGER),
    ("vn-nd48-2023-person", PERSON),
    ("vn-nd335-2025-person", "score < 50, >= 50, >= 70, >= 90"),
    ("vn-nd335-2025-manager", "score < 50, >= 50, >= 70, >= 90"),
    ("vn-nd335-2025-unit", ""),
    ("vn-qd124-2023-collective", "targets-completed < 50; units-disciplined > 20"),
    ("vn-qd124-2023-person", "own-tasks-exceeded >= 50; own-tasks-on-time = 100"),
    (
        "vn-qd366-2025-collective",
        "score < 50, >= 50, >= 70, >= 90; tasks-completed < 50, = 100; tasks-exceeded >= 30; tasks-late <= 20; \
         tasks-on-time = 100",
    ),
    (
        "vn-qd366-2025-person",
        "own-tasks-completed < 50, = 100; own-tasks-exceeded >= 30; own-tasks-late <= 20; own-tasks-on-time = 100; \
         score < 50, >= 50, >= 70, >= 90",
    ),
    (
        "vn-qd366-2025-manager",
        "low-confidence-votes > 50; own-tasks-completed < 50; score < 50, >= 50, >= 70, >= 90; tasks-completed < 70, = \
         100; tasks-exceeded >= 30; tasks-late <= 20; tasks-on-time = 100",
    ),
    ("dno-1748-2018", "score < 50, >= 50, <= 74, >= 75, <= 89, >= 90, <= 100"),
    ("dng-2014", "score < 70, >= 70, <= 80, >= 80, <= 85, >= 85"),
    ("hn-3814-2018", "score < 50, >= 50, < 70, >= 70, <= 90, >= 90, <= 100"),
    (
        "library-key-task",
        "targets-completed < 100, = 100; targets-exceeded > 0; targets-late <= 0; targets-pending <= 0",
    ),
];

const PERSON: &str = "criteria-not-assured <= 20, > 50; own-tasks-completed = 100; own-tasks-exceeded >= 50; \
                      own-tasks-on-time = 100";

const MANAGER: &str = "criteria-not-assured <= 20, > 50; own-tasks-completed = 100; own-tasks-on-time = 100; \
                       targets-completed < 50, > 70, = 100; targets-exceeded >= 50; targets-on-time >= 80; \
                       units-completed-or-better >= 70, = 100; units-good-or-better >= 70";

#[test]
fn the_thresholds_are_those_of_the_sources() {
    let written = every_rule_set().map(|rules| {
        let mut facts: BTreeMap<String, Vec<(Amount, &str)>> = BTreeMap::new();
        for test in tests(&rules) {
            let sign = match test.comparison {
                Comparison::AtLeast => ">=",
                Comparison::MoreThan => ">",
                Comparison::AtMost => "<=",
                Comparison::LessThan => "<",
                Comparison::Exactly => "=",
            };
            facts.entry(test.fact.to_string()).or_default().push((test.threshold, sign));
        }
        let facts = facts.into_iter().map(|(fact, mut thresholds)| {
            thresholds.sort_unstable();
            thresholds.dedup();
            let thresholds: Vec<_> = thresholds.iter().map(|(threshold, sign)| format!("{sign} {threshold}")).collect();
            format!("{fact} {}", thresholds.join(", "))
        });
        (rules.content().id.to_string(), facts.collect::<Vec<_>>().join("; "))
    });
    let expected = THRESHOLDS.iter().map(|(id, thresholds)| (id.to_string(), thresholds.to_string()));
    assert_eq!(written.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}

/// What is not known leaves a test open.
#[test]
fn no_test_is_decided_without_its_fact() {
    for rules in every_rule_set() {
        for test in tests(&rules) {
            let condition = Condition::Compare(test);
            let checked = condition.check(&rules.content().facts, &Facts::new(), rules.content().comparing);
            assert_eq!((checked.truth, checked.measured), (Truth::Open, None), "{}", rules.content().id);
        }
    }
}

/// The five comparisons, written down once more.
fn is_met(comparison: Comparison, order: Ordering) -> bool {
    match comparison {
        Comparison::AtLeast => order != Ordering::Less,
        Comparison::MoreThan => order == Ordering::Greater,
        Comparison::AtMost => order != Ordering::Greater,
        Comparison::LessThan => order == Ordering::Less,
        Comparison::Exactly => order == Ordering::Equal,
    }
}

/// Every comparison in the rules of a set.
fn tests(rules: &RuleSet) -> Vec<Test> {
    let content = rules.content();
    let all = content.forced.iter().chain(&content.rules);
    let mut tests = Vec::new();
    all.flat_map(|rule| rule.band.iter().chain([&rule.requires])).for_each(|condition| walk(condition, &mut tests));
    tests
}

fn walk(condition: &Condition, tests: &mut Vec<Test>) {
    match condition {
        Condition::Compare(test) => tests.push(test.clone()),
        Condition::Holds(_) => {}
        Condition::All(parts) | Condition::Any(parts) | Condition::AtLeastOf { of: parts, .. } => {
            for part in parts {
                walk(part, tests);
            }
        }
        Condition::Not(part) => walk(part, tests),
    }
}
