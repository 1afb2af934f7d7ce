//! A check table is read and written like a report: the same in three formats and always in the same spelling; version
//! 1 stays readable.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;
use thuocdo::check::{CheckTable, CheckValue, Precision};
use thuocdo::quantity::{Reading, RoundMode};
use thuocdo::record::{GrowthForm, Relation};

use crate::generators;

/// Written by hand for version 1 and laid out as the writer does. Later versions must read it; it is never changed.
pub(crate) const CHECK_TABLE: &str = include_str!("../data/check-table-v1.json");

pub(crate) fn golden_table() -> CheckTable {
    serde_json::from_str(CHECK_TABLE).unwrap()
}

/// The golden document with another value in one place.
pub(crate) fn table_with(pointer: &str, new: Value) -> Value {
    let mut document: Value = serde_json::from_str(CHECK_TABLE).unwrap();
    *document.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} is not in the golden document")) = new;
    document
}

#[test]
fn version_1_of_a_check_table_is_read_and_written_as_it_was() {
    let table = golden_table();
    assert_eq!(serde_json::to_string_pretty(&table).unwrap() + "\n", CHECK_TABLE);
    let text = toml::to_string(&table).unwrap();
    assert!(text.starts_with("version = 1\nas_of = \"2021-11-15\"\n"), "{text}");
    assert_eq!(toml::from_str::<CheckTable>(&text).unwrap(), table);
    let bytes = postcard::to_allocvec(&table).unwrap();
    assert_eq!(bytes[0], 1);
    assert_eq!(postcard::from_bytes::<CheckTable>(&bytes).unwrap(), table);
}

#[test]
fn version_1_of_a_check_table_has_every_construct() {
    let seen = constructs(&golden_table());
    let missing: Vec<_> = EVERY_CONSTRUCT.into_iter().filter(|name| !seen.contains(name)).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn the_generator_of_check_tables_reaches_every_construct() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..1000 {
        seen.extend(constructs(&generators::check_table().new_tree(&mut runner).unwrap().current()));
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), BTreeSet::from(EVERY_CONSTRUCT).into_iter().collect::<Vec<_>>());
}

/// What need not be said is not asked for.
#[test]
fn the_shortest_table_and_figure_are_read() {
    let empty: CheckTable = serde_json::from_str(r#"{"version":1,"figures":[],"relations":[]}"#).unwrap();
    assert!(empty.content().as_of.is_none() && empty.check().is_clean());
    let short =
        r#"{"version":1,"figures":[{"id":"a","subject":"Hộ nghèo","value":{"not_stated":"hộ"}}],"relations":[]}"#;
    let table: CheckTable = serde_json::from_str(short).unwrap();
    let figure = &table.content().figures[0];
    assert_eq!(
        (figure.precision, figure.is_fixed, figure.as_of, figure.period),
        (Precision::ByUnit, false, None, None)
    );
    assert_eq!(figure.source, thuocdo::record::Source::default());
}

/// The table of the example is the one that the example's report has, as far as its households go.
#[test]
fn the_table_of_the_example_is_read_back() {
    let table: CheckTable = serde_json::from_str(include_str!("../../examples/data/ho-nguoi-co-cong.json")).unwrap();
    let json = serde_json::to_string(&table).unwrap();
    assert_eq!(serde_json::from_str::<CheckTable>(&json).unwrap(), table);
    assert_eq!(table.check().trail(), serde_json::from_str::<CheckTable>(&json).unwrap().check().trail());
}

proptest! {
    #![proptest_config(Config { cases: 192, failure_persistence: None, ..Config::default() })]

    #[test]
    fn a_check_table_is_read_as_it_was_written(table in generators::check_table()) {
        let json = serde_json::to_string(&table).unwrap();
        prop_assert!(json.starts_with("{\"version\":1,\"as_of\":"), "{}", json);
        let read: CheckTable = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&read, &table);
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), json.as_str());
        // the fields in another order: that of the alphabet
        let value = serde_json::to_value(&table).unwrap();
        prop_assert_eq!(&serde_json::from_value::<CheckTable>(value).unwrap(), &table);

        let text = toml::to_string(&table).unwrap();
        let read: CheckTable = toml::from_str(&text).unwrap();
        prop_assert_eq!(&read, &table);
        prop_assert_eq!(toml::to_string(&read).unwrap(), text);

        let bytes = postcard::to_allocvec(&table).unwrap();
        let read: CheckTable = postcard::from_bytes(&bytes).unwrap();
        prop_assert_eq!(postcard::to_allocvec(&read).unwrap(), bytes);
        prop_assert_eq!(read, table);
    }

    /// However a table is cut off or damaged, reading ends in an answer; and what is read is valid.
    #[test]
    fn a_damaged_check_table_is_refused_or_read(
        table in generators::check_table(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut bytes = postcard::to_allocvec(&table).unwrap();
        let at = at.index(bytes.len());
        prop_assert!(postcard::from_bytes::<CheckTable>(&bytes[..at]).is_err(), "cut off");
        bytes[at] = byte;
        if let Ok(read) = postcard::from_bytes::<CheckTable>(&bytes) {
            prop_assert_eq!(CheckTable::new(read.content().clone()), Ok(read));
        }
    }
}

const EVERY_CONSTRUCT: [&str; 37] = [
    "about",
    "as_of",
    "at_least",
    "at_least of",
    "at_most",
    "at_most of",
    "balance",
    "between",
    "by_unit",
    "ceiling",
    "completion",
    "difference",
    "exact",
    "exactly",
    "figure as_of",
    "fixed",
    "floor",
    "half_away",
    "half_even",
    "index",
    "less_than",
    "more_than",
    "multiple",
    "nearest",
    "not_stated",
    "percent",
    "period",
    "points",
    "rate_per",
    "ratio",
    "remainder",
    "rounded down",
    "rounded up",
    "same",
    "share",
    "source",
    "sum",
];

/// The constructs of a table; a variant that is added does not compile until it has a name here.
fn constructs(table: &CheckTable) -> BTreeSet<&'static str> {
    let content = table.content();
    let mut seen = BTreeSet::new();
    seen.extend(content.as_of.map(|_| "as_of"));
    for figure in &content.figures {
        seen.insert(match &figure.value {
            CheckValue::NotStated(_) => "not_stated",
            CheckValue::Figure(figure) => match figure.reading() {
                Reading::Exactly(_) => "exactly",
                Reading::AtLeast(_) => "at_least",
                Reading::MoreThan(_) => "more_than",
                Reading::AtMost(_) => "at_most",
                Reading::LessThan(_) => "less_than",
                Reading::Between(_) => "between",
                Reading::About(_) => "about",
            },
        });
        seen.insert(match figure.precision {
            Precision::ByUnit => "by_unit",
            Precision::Exact => "exact",
            Precision::Nearest => "nearest",
            Precision::Rounded(RoundMode::HalfAway) => "half_away",
            Precision::Rounded(RoundMode::HalfEven) => "half_even",
            Precision::Rounded(RoundMode::Down) => "rounded down",
            Precision::Rounded(RoundMode::Up) => "rounded up",
            Precision::Rounded(RoundMode::Floor) => "floor",
            Precision::Rounded(RoundMode::Ceiling) => "ceiling",
        });
        seen.extend(figure.is_fixed.then_some("fixed"));
        seen.extend(figure.as_of.map(|_| "figure as_of"));
        seen.extend(figure.period.map(|_| "period"));
        let source = &figure.source;
        let is_full = source.place.is_some() && source.document.is_some() && source.provider.is_some();
        seen.extend((is_full && source.inferred_from.is_some()).then_some("source"));
    }
    for stated in &content.relations {
        seen.insert(match &stated.relation {
            Relation::Sum { .. } => "sum",
            Relation::Difference { .. } => "difference",
            Relation::Remainder { .. } => "remainder",
            Relation::Share { .. } => "share",
            Relation::Ratio { .. } => "ratio",
            Relation::Completion { .. } => "completion",
            Relation::Growth { form: GrowthForm::Percent, .. } => "percent",
            Relation::Growth { form: GrowthForm::Index, .. } => "index",
            Relation::Growth { form: GrowthForm::Multiple, .. } => "multiple",
            Relation::Points { .. } => "points",
            Relation::RatePer { .. } => "rate_per",
            Relation::Same { .. } => "same",
            Relation::AtMost { .. } => "at_most of",
            Relation::AtLeast { .. } => "at_least of",
            Relation::Balance { .. } => "balance",
            Relation::Count { .. } => panic!("a table counts nothing"),
        });
    }
    seen
}
