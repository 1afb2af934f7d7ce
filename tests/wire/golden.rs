//! Version 1 is read and written as it was, whatever comes later.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use thuocdo::report::{Report, ReportState};

use crate::constructs::{census, every_construct};

/// Written by hand for version 1 and laid out as the writer does. Later versions must read it; it is never changed.
pub(crate) const GOLDEN: &str = include_str!("../data/report-v1.json");

#[test]
fn version_1_is_read_and_written_as_it_was() {
    let report: Report = serde_json::from_str(GOLDEN).unwrap();
    assert_eq!(serde_json::to_string_pretty(&report).unwrap() + "\n", GOLDEN);
    let bytes = postcard::to_allocvec(&report).unwrap();
    assert_eq!(postcard::from_bytes::<Report>(&bytes).unwrap(), report);
}

#[test]
fn version_1_has_every_construct() {
    let report = serde_json::from_str(GOLDEN).unwrap();
    let missing: Vec<_> = every_construct().into_iter().filter(|name| !census(&report).contains(name)).collect();
    // one report is in one state
    let states = ["Submitted", "Returned", "Signed", "Corrected"].map(|state| format!("ReportState::{state}"));
    let absent = ["Report.document: none", "Report.proposals: none"].map(String::from);
    // came after the file
    let later = ["Scale::TenThousand".to_string()];
    assert_eq!(BTreeSet::from_iter(missing), states.into_iter().chain(absent).chain(later).collect());

    let with_later = GOLDEN.replace("nghìn người", "vạn người");
    let report: Report = serde_json::from_str(&with_later).unwrap();
    assert!(census(&report).contains("Scale::TenThousand"));
    assert_eq!(serde_json::to_string_pretty(&report).unwrap() + "\n", with_later);

    for (word, state) in [
        ("draft", ReportState::Draft),
        ("submitted", ReportState::Submitted),
        ("returned", ReportState::Returned),
        ("signed", ReportState::Signed),
        ("corrected", ReportState::Corrected),
    ] {
        let report: Report = serde_json::from_value(golden_with("/state", json!(word))).unwrap();
        assert_eq!(report.content().state, state);
    }
}

/// A document of a later version may be unlike this one in everything but its first field.
#[test]
fn the_version_is_checked_first() {
    let first = |text: &str| serde_json::from_str::<Report>(text).unwrap_err().to_string();
    let unknown = "at `version`: version `2` is not known, version `1` is read at line 1 column 12";
    assert_eq!(first("{\"version\":2,\"id\":\"\",\"blocks\":[1,2],\"period\":{\"week\":7}}"), unknown);
    assert_eq!(first("{}"), "at `.`: missing field `version` at line 1 column 2");

    let mut bytes = postcard::to_allocvec(&serde_json::from_str::<Report>(GOLDEN).unwrap()).unwrap();
    assert!(postcard::from_bytes::<Report>(&bytes).is_ok());
    bytes[0] = 2;
    assert!(postcard::from_bytes::<Report>(&bytes).is_err());
    assert!(toml::from_str::<Report>("version = 2").unwrap_err().to_string().contains("version `2` is not known"));
}

pub(crate) fn golden() -> Value {
    serde_json::from_str(GOLDEN).unwrap()
}

/// The golden document with another value in one place.
pub(crate) fn golden_with(pointer: &str, new: Value) -> Value {
    let mut document = golden();
    *document.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} is not in the golden document")) = new;
    document
}
