//! The annex of a report says what the report and its measures say, cell by cell: no figure is changed, filled in or left
//! out; what is missing, what does not apply and what is zero look different; and its pages are whole whatever stands in
//! the report.
#![cfg(feature = "builtin")]

mod build;
mod columns;
mod corners;
// reports that are valid by construction are made in one place
#[expect(dead_code, reason = "check tables are made there too")]
#[path = "../wire/generators/mod.rs"]
mod generators;
mod grades;
mod heading;
mod laws;
mod pages;
mod periods;
mod source_report;
