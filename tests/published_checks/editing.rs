//! The cases of `tests/data/editing.json`, each kind with its number, and what no check table can say.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::build::{items, text};

/// The cases of each kind.
const KINDS: [(&str, usize); 8] = [
    ("balance", 20),
    ("grim", 9),
    ("interval-overlap", 1),
    ("ratio-check", 1),
    ("rounded-sum", 9),
    ("typing-distance", 1),
    ("unknown-cells", 5),
    ("unround", 1),
];

/// The rows and records of each kind; the module of a kind lists and counts those it leaves out.
const ROWS: [(&str, usize); 8] = [
    ("balance", 27),
    ("grim", 98),
    ("interval-overlap", 2),
    ("ratio-check", 34),
    ("rounded-sum", 9),
    ("typing-distance", 10),
    ("unknown-cells", 5),
    ("unround", 14),
];

#[test]
fn every_case_has_a_kind_with_a_test() {
    let (mut kinds, mut rows) = (BTreeMap::new(), BTreeMap::new());
    for case in all() {
        let kind = text(&case, "kind").to_owned();
        let count = items(&case, "rows").len() + items(&case, "records").len();
        *kinds.entry(kind.clone()).or_insert(0_usize) += 1;
        *rows.entry(kind).or_insert(0_usize) += count.max(1);
    }
    let owned = |counts: [(&str, usize); 8]| counts.map(|(kind, count)| (kind.to_owned(), count)).to_vec();
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), owned(KINDS));
    assert_eq!(rows.into_iter().collect::<Vec<_>>(), owned(ROWS));
}

pub(crate) fn cases(kind: &str) -> Vec<Value> {
    let cases: Vec<Value> = all().into_iter().filter(|case| case["kind"] == kind).collect();
    assert!(!cases.is_empty(), "no case of `{kind}`");
    cases
}

fn all() -> Vec<Value> {
    serde_json::from_str(include_str!("../data/editing.json")).expect("the data are a list")
}
