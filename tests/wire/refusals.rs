//! Whatever the constructors refuse is refused in a document too, with its place and what would be accepted.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use thuocdo::report::Report;

use crate::golden::{GOLDEN, golden_with};

/// Under each heading pairs of lines: what the golden document has instead in one place, and the answer word for word.
const REFUSALS: &str = include_str!("../data/refusals-v1.txt");

#[test]
fn every_refusal_names_the_place_and_what_would_be_accepted() {
    for (_, change, expected) in refusals() {
        let (pointer, new) = change.split_once(" = ").unwrap();
        assert_eq!(refusal(golden_with(pointer, serde_json::from_str(new).unwrap())), expected, "{change}");
    }
    // a letter and its marks as three characters, which look like one
    let decomposed = "ho\u{323}\u{302}";
    assert_eq!(
        refusal(golden_with("/indicators/1/id", json!(decomposed))),
        format!(
            "at `indicators[1].id`: id `{decomposed}` is not composed Unicode (NFC), write each letter with its marks as \
             one character"
        )
    );
}

/// The enums are `non_exhaustive`, so their variants are read from where they are defined.
#[test]
fn every_variant_that_a_document_can_raise_is_raised() {
    let sources = [
        ("IdError", include_str!("../../src/id/error.rs")),
        ("QuantityError", include_str!("../../src/quantity/error.rs")),
        ("PeriodError", include_str!("../../src/period/mod.rs")),
        ("PlanError", include_str!("../../src/plan/error.rs")),
        ("ReportProblem", include_str!("../../src/report/error.rs")),
    ];
    // a document does not compute, a goal's figure meets its unit only in the report, and a report has what it counts
    let out_of_reach = [
        "ReportProblem::CountWithoutReport",
        "ReportProblem::Period",
        // only a list of periods raises these
        "PeriodError::NotListed",
        "PeriodError::Untiled",
        "PlanError::Quantity",
        "QuantityError::ResultTooLarge",
        "QuantityError::RoundingTooFine",
        "QuantityError::ZeroDenominator",
    ];
    let beside_the_table = ["IdError::NotComposed", "IdError::TooLong"];
    let raised: BTreeSet<_> = refusals().into_iter().map(|it| it.0).filter(|it| it.contains("::")).collect();
    let named = raised.into_iter().chain(out_of_reach).chain(beside_the_table).map(String::from).collect();
    let defined: BTreeSet<_> = sources.iter().flat_map(|(name, source)| variants_in(source, name)).collect();
    assert_eq!(defined, named);
}

/// Nobody who writes a report knows what an `i32` or a `RangeV1` is.
#[test]
fn no_refusal_names_a_rust_type() {
    let changes = [
        ("/version", json!("1")),
        ("/version", json!(-1)),
        ("/period/year", json!("2021")),
        ("/observations/5/period/half/half", json!(300)),
        ("/organisations/0", json!("sở")),
        ("/document", json!("14/KH-SLĐTBXH")),
        ("/indicators/1/breakdowns/0", json!("mức sống")),
        ("/indicators/1/breakdowns/0/categories/0", json!("nghèo")),
        ("/plan/tasks/0", Value::Null),
        ("/plan/tasks/0/targets/0", json!("2000")),
        ("/plan/tasks/0/targets/0/versions/0", json!("2000")),
        ("/observations/0", json!("3088")),
        ("/observations/0/value/figure", json!("3088 người")),
        ("/observations/2/at/0", json!("nghèo")),
        ("/stated/12/figure/reading/between", json!("120-150")),
    ];
    let mut named = Vec::new();
    for (pointer, new) in changes {
        let message = refusal(golden_with(pointer, new));
        let words = message.split(|c: char| !c.is_alphanumeric() && c != '_');
        let is_integer = |word: &str| ["i32", "u32", "u16", "u8"].contains(&word);
        let is_type = |word: &str| word == "struct" || is_integer(word) || word.ends_with("V1");
        if words.into_iter().any(is_type) {
            named.push(message);
        }
    }
    assert!(named.is_empty(), "{} refusals name a type:\n{}", named.len(), named.join("\n"));
}

#[test]
fn a_refusal_in_a_text_says_the_line_once() {
    let text = GOLDEN.replacen("\"28\"", "\"2,8\"", 1);
    let (before, _) = text.split_once("\"2,8\"").unwrap();
    let line = before.lines().count();
    let message = serde_json::from_str::<Report>(&text).unwrap_err().to_string();
    let expected = format!(
        "at `plan.tasks[0].targets[1].versions[0].baseline.figure.reading.exactly`: `2,8` is not a decimal: write the \
         decimal point as `.` and no group marks, such as `85.98` at line {line} column "
    );
    assert!(message.starts_with(&expected), "{message}");
    // what only the whole report shows has a place and no line
    let text = GOLDEN.replacen("\"cut_off\": \"2021-11-15\"", "\"cut_off\": \"2020-11-15\"", 1);
    let message = serde_json::from_str::<Report>(&text).unwrap_err().to_string();
    assert_eq!(message, "at `cut_off`: the date `2020-11-15` is not in the period from 2021-01-01 to 2021-12-31");
}

/// Tasks of the plan and of the proposals share one set of ids; the place is that of the second one.
#[test]
fn a_task_proposed_under_a_planned_ones_id_is_named_where_it_stands() {
    assert_eq!(
        refusal(golden_with("/proposals/tasks/0/id", json!("nv-1"))),
        "at `proposals.tasks[0]`: `nv-1` is already the id of another task, give each one of its own"
    );
}

/// The variant behind each refusal of the table (or what it has in common with others), the change that raises it,
/// and what is said.
fn refusals() -> Vec<(&'static str, &'static str, &'static str)> {
    let mut lines = REFUSALS.trim().lines().peekable();
    let mut rows = Vec::new();
    while let Some(heading) = lines.next() {
        while let Some(change) = lines.next_if(|line| line.starts_with(' ')) {
            rows.push((heading, change.trim(), lines.next().unwrap().trim()));
        }
    }
    rows
}

pub(crate) fn refusal(document: Value) -> String {
    match serde_json::from_value::<Report>(document) {
        Ok(_) => "it is accepted".into(),
        Err(error) => error.to_string(),
    }
}

/// The variants of `name`, as they are written in its definition: `Name::Variant`.
fn variants_in(source: &str, name: &str) -> Vec<String> {
    let (_, body) = source.split_once(&format!("pub enum {name} {{\n")).unwrap();
    let (body, _) = body.split_once("\n}").unwrap();
    // one level deep, as rustfmt lays it out
    let lines = body.lines().filter_map(|line| line.strip_prefix("    "));
    let variants = lines.filter(|line| line.starts_with(char::is_uppercase));
    variants.map(|line| format!("{name}::{}", line.split(|c: char| !c.is_alphanumeric()).next().unwrap())).collect()
}
