//! The flaws of every built-in set, as spans of facts: the holes that the texts have, and no others.

use thuocdo::grade::{Flaw, Proof, Values, Witness};
use thuocdo::quantity::End;

use crate::build::rules;

/// A flaw in a line: `gap targets-completed [50, 70]`.
fn written(flaw: &Flaw) -> String {
    match flaw {
        Flaw::Gap { witness } => format!("gap{}", place(witness)),
        Flaw::Overlap { witness, rules } => {
            let rules: Vec<_> = rules.iter().map(ToString::to_string).collect();
            format!("overlap of {}:{}", rules.join(", "), place(witness))
        }
        Flaw::Unreachable { rule } => format!("unreachable {rule}"),
        Flaw::NotMonotone { fact, higher, lower, .. } => format!("{fact} from {higher} to {lower}"),
    }
}

fn place(witness: &Witness) -> String {
    let places = witness.facts.iter().map(|fact| match fact.values {
        Values::Flag(holds) => format!(" {}={}", fact.fact, if holds { "yes" } else { "no" }),
        Values::From { low, high, .. } => {
            let from = if low.1 == End::Closed { "[" } else { "(" };
            let to = if high.1 == End::Closed { "]" } else { ")" };
            format!(" {} {from}{}, {}{to}", fact.fact, low.0, high.0)
        }
    });
    let note = if witness.is_perhaps_unreachable { " perhaps" } else { "" };
    places.chain([note.to_string()]).collect()
}

#[track_caller]
fn assert_flaws(rule_set: &str, cases: usize, expected: &[&str]) {
    let Proof { cases: visited, flaws } = rules(rule_set).prove().unwrap();
    assert_eq!(flaws.iter().map(written).collect::<Vec<_>>(), expected, "{rule_set}");
    assert_eq!(visited, cases, "{rule_set}");
}

/// Between the two numbers of the decree, and nowhere else.
#[test]
fn decree_90_on_the_targets_of_a_unit() {
    assert_flaws("vn-nd90-2020-unit", 11, &["gap targets-completed [50, 70]"]);
}

const PERSON: [&str; 2] = [
    "gap own-tasks-completed [0, 100) criteria-not-assured [0, 50]",
    "gap own-tasks-on-time [0, 100) criteria-not-assured (20, 50]",
];

const MANAGER: [&str; 11] = [
    "gap criteria-not-assured [0, 50] targets-completed [50, 100] units-completed-or-better [0, 70)",
    "gap criteria-not-assured [0, 50] targets-completed [50, 70]",
    "gap own-tasks-completed [0, 100) criteria-not-assured [0, 50] targets-completed [50, 100]",
    "gap criteria-not-assured (20, 50] targets-completed [50, 100] units-good-or-better [0, 70)",
    "gap criteria-not-assured (20, 50] targets-completed [50, 100] units-completed-or-better [0, 100)",
    "gap criteria-not-assured (20, 50] targets-completed [50, 100] targets-exceeded [0, 50) targets-on-time [0, 80)",
    "gap criteria-not-assured (20, 50] targets-completed [0, 100) targets-on-time [80, 100]",
    "gap criteria-not-assured (20, 50] targets-completed [0, 100) targets-exceeded [50, 100]",
    "gap own-tasks-on-time [0, 100) criteria-not-assured (20, 50] targets-on-time [80, 100]",
    "gap own-tasks-highly-effective=no criteria-not-assured (20, 50] targets-exceeded [50, 100] targets-on-time [0, 80)",
    "gap own-tasks-on-time [0, 100) criteria-not-assured (20, 50] targets-exceeded [50, 100]",
];

/// Every beginning with every end.
fn each(beginnings: &[&str], ends: &[&str]) -> Vec<String> {
    beginnings.iter().flat_map(|beginning| ends.iter().map(move |end| format!("{beginning}{end}"))).collect()
}

/// The decree of 2023 has the holes of that of 2020, each once without discipline and once with discipline that was counted.
#[test]
fn both_decrees_on_persons_and_managers() {
    let counted_or_not = [" disciplined=no", " discipline-already-counted=yes"];
    let of_managers = [" unit-handled=no disciplined=no", " unit-handled=no discipline-already-counted=yes"];
    for (rule_set, cases, gaps, ends) in [
        ("vn-nd90-2020-person", 72, &PERSON[..], &[" disciplined-on-duty=no"][..]),
        ("vn-nd48-2023-person", 144, &PERSON, &counted_or_not),
        ("vn-nd90-2020-manager", 3960, &MANAGER, &[" unit-handled=no disciplined-on-duty=no"]),
        ("vn-nd48-2023-manager", 7920, &MANAGER, &of_managers),
    ] {
        let expected = each(gaps, ends);
        assert_flaws(rule_set, cases, &expected.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

#[test]
fn decree_335_has_none() {
    assert_flaws("vn-nd335-2025-person", 16, &[]);
    assert_flaws("vn-nd335-2025-manager", 32, &[]);
    assert_flaws("vn-nd335-2025-unit", 1, &[]);
}

/// Two levels were not seen, so that no rule gives one is no flaw of the set.
#[test]
fn regulation_124_has_none() {
    assert_flaws("vn-qd124-2023-collective", 512, &[]);
    assert_flaws("vn-qd124-2023-person", 16, &[]);
}

/// 50 points or more without the condition of any level. The score is computed from other facts, so it is said that these
/// may be out of reach.
#[test]
fn regulation_366() {
    assert_flaws(
        "vn-qd366-2025-collective",
        512,
        &[
            "gap score [50, 100] tasks-completed [50, 100) disciplined=no perhaps",
            "gap score [50, 100] tasks-completed [50, 100] tasks-on-time [0, 100) tasks-late (20, 100] disciplined=no perhaps",
            "gap score [50, 70) tasks-on-time [100, 100] tasks-late (20, 100] disciplined=no perhaps",
        ],
    );
    assert_flaws(
        "vn-qd366-2025-person",
        128,
        &[
            "gap score [50, 100] own-tasks-completed [50, 100) disciplined=no perhaps",
            "gap score [50, 100] own-tasks-completed [50, 100] own-tasks-on-time [0, 100) own-tasks-late (20, 100] \
         disciplined=no perhaps",
            "gap score [50, 70) own-tasks-on-time [100, 100] own-tasks-late (20, 100] disciplined=no perhaps",
        ],
    );
    assert_flaws(
        "vn-qd366-2025-manager",
        512,
        &[
            "gap score [50, 100] tasks-completed [70, 100) own-tasks-completed [50, 100] low-confidence-votes [0, 50] \
         disciplined=no perhaps",
            "gap score [50, 100] tasks-completed [70, 100] tasks-on-time [0, 100) tasks-exceeded [0, 30) tasks-late (20, 100] \
         own-tasks-completed [50, 100] low-confidence-votes [0, 50] disciplined=no perhaps",
            "gap score [50, 90) tasks-completed [70, 100] tasks-on-time [0, 100) tasks-late (20, 100] own-tasks-completed [50, \
         100] low-confidence-votes [0, 50] disciplined=no perhaps",
            "gap score [50, 70) tasks-on-time [100, 100] tasks-late (20, 100] own-tasks-completed [50, 100] \
         low-confidence-votes [0, 50] disciplined=no perhaps",
        ],
    );
}

#[test]
fn local_rules_as_printed() {
    assert_flaws("dno-1748-2018", 6, &["gap score (74, 75)", "gap score (89, 90)"]);
    assert_flaws(
        "dng-2014",
        6,
        &["overlap of good, completed-with-limits: score [80, 80]", "overlap of excellent, good: score [85, 85]"],
    );
    assert_flaws("hn-3814-2018", 5, &["overlap of a, b: score [90, 90] perhaps"]);
}

/// What is not completed and still pending is left open on purpose.
#[test]
fn the_librarys_own_set() {
    assert_flaws("library-key-task", 16, &["gap targets-completed [0, 100) targets-pending (0, 100]"]);
}
