//! The table of codes: every code can be reached, names are unique and stable in form, and the order is that of the work:
//! figures first, then documents, then days and periods.

use std::collections::BTreeSet;

use thuocdo::check::{CodeRow, Finding, FindingClass, FindingCode};

use crate::build::{changed, codes, empty, findings};
use crate::every_code::{CASES, everything};

fn rows<T>(of: impl Fn(&CodeRow) -> T) -> Vec<T> {
    FindingCode::TABLE.iter().map(of).collect()
}

#[test]
fn every_code_is_reached() {
    let mut reached = Vec::new();
    for (code, case) in CASES {
        let found = codes(&changed(empty(), case));
        assert_eq!(found, [code]);
        reached.extend(found);
    }
    assert_eq!(reached, rows(|row| row.code));
}

#[test]
fn cases_in_one_report_do_not_hide_each_other() {
    let found: BTreeSet<FindingCode> = codes(&everything()).into_iter().collect();
    let expected = rows(|row| row.code).into_iter().filter(|code| *code != FindingCode::Incomplete);
    assert_eq!(found, expected.collect());
    assert_eq!(codes(&everything()).len(), FindingCode::TABLE.len() - 1);
}

#[test]
fn findings_come_in_the_order_of_the_table_of_figures_documents_and_days() {
    let place = |code: FindingCode| match code {
        code if code < FindingCode::SeveralDates => 0,
        code if code < FindingCode::Incomplete => 1,
        _ => 2,
    };
    let found: Vec<i32> = codes(&everything()).into_iter().map(place).collect();
    assert!(found.is_sorted(), "{found:?}");
    let table = rows(|row| place(row.code));
    assert!(table.is_sorted(), "{table:?}");
}

#[test]
fn rows_are_in_the_order_of_the_codes() {
    assert!(FindingCode::TABLE.is_sorted_by(|one, next| one.code < next.code));
    for row in FindingCode::TABLE {
        assert_eq!(row.code.row(), row);
    }
}

#[test]
fn names_are_those_of_the_codes_and_statements_say_what_holds() {
    let names: BTreeSet<&str> = rows(|row| row.name).into_iter().collect();
    let statements: BTreeSet<&str> = rows(|row| row.statement).into_iter().collect();
    assert_eq!((names.len(), statements.len()), (FindingCode::TABLE.len(), FindingCode::TABLE.len()));
    for row in FindingCode::TABLE {
        assert_eq!(format!("{:?}", row.code).to_lowercase(), row.name.replace('_', ""));
        assert!(row.name.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{}", row.name);
        assert!(row.statement.len() > row.name.len() && !row.statement.ends_with('.'), "{}", row.statement);
    }
}

#[test]
fn only_notes_ask_for_nothing() {
    assert!(FindingClass::Correct < FindingClass::Clarify && FindingClass::Clarify < FindingClass::Note);
    for finding in findings(&everything()) {
        assert_eq!(finding.class(), finding.code().row().class);
        assert_eq!(finding.asks(), finding.class() != FindingClass::Note, "{}", finding.key);
    }
    let notes = FindingCode::TABLE.iter().filter(|row| row.class == FindingClass::Note).map(|row| row.name);
    let expected = ["nudged", "several_subjects", "dated_on_sunday", "incomplete", "cut_off_off_grid"];
    assert_eq!(notes.collect::<Vec<_>>(), expected);
}

#[test]
fn a_key_starts_with_the_name_of_its_code_and_is_its_own() {
    let found = findings(&everything());
    for finding in &found {
        assert!(finding.key.to_string().starts_with(&format!("{} ", finding.code().row().name)), "{}", finding.key);
    }
    let keys: BTreeSet<_> = found.iter().map(|finding: &Finding| finding.key.clone()).collect();
    assert_eq!(keys.len(), found.len());
}
