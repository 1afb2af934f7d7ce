//! Percentages and means that a whole number of parts can give, and the typing distance of figures.

use std::collections::BTreeMap;

use serde_json::Value;
use thuocdo::check::{possible_parts, possible_wholes, typing_distance};
use thuocdo::quantity::Amount;

use crate::build::{flag, items, number, printed, text};
use crate::editing::cases;
use crate::rounding::precision;

/// Half down is no mode of ours.
const SKIPPED: [(&str, usize); 1] = [("grim-n80-down", 12)];

/// The rows in which the source's own test says otherwise, because it adds floating dust before it rounds.
const SOURCE_DIFFERS: [(&str, usize); 2] = [("grim-n40-anti_trunc", 1), ("grim-n40-even", 3)];

#[test]
fn a_share_of_whole_parts_is_possible_or_not() {
    let (mut skipped, mut differing) = (Vec::new(), BTreeMap::new());
    for case in cases("grim") {
        let (id, rows) = (text(&case, "id").to_owned(), items(&case, "rows"));
        assert_eq!(case["items"], 1, "{id}: a mean of several items has a larger whole");
        let Some(precision) = precision(text(&case, "rounding"), false) else {
            skipped.push((id, rows.len()));
            continue;
        };
        let per = if flag(&case, "percent") { Amount::HUNDRED } else { Amount::ONE };
        for row in rows {
            let (stated, whole) = (printed(text(row, "x")), number(&row["n"]));
            let parts = possible_parts(stated, per, precision, whole).unwrap().parts;
            assert_eq!(parts.is_some(), flag(row, "expected"), "{id}: {row}: {parts:?}");
            assert_ne!(row["source_says"], row["expected"], "{id}: {row}");
            if row["source_says"].is_boolean() {
                *differing.entry(id.clone()).or_insert(0_usize) += 1;
            }
            let largest = u32::try_from(whole.millionths() / 1_000_000).unwrap();
            let wholes = possible_wholes(stated, per, precision, largest).unwrap();
            assert_eq!(wholes.last() == Some(&largest), flag(row, "expected"), "{id}: {row}");
        }
    }
    let owned = |(id, count): (&str, usize)| (id.to_owned(), count);
    assert_eq!(skipped, SKIPPED.map(owned));
    assert_eq!(differing.into_iter().collect::<Vec<_>>(), SOURCE_DIFFERS.map(owned));
}

#[test]
fn distances_are_those_of_the_peer_both_ways() {
    let [case] = <[Value; 1]>::try_from(cases("typing-distance")).unwrap();
    for row in items(&case, "rows") {
        let (one, other) = (printed(text(row, "a")), printed(text(row, "b")));
        assert_eq!(typing_distance(one, other), typing_distance(other, one), "{row}");
        assert_eq!(row["expected"], typing_distance(one, other), "{row}");
    }
}
