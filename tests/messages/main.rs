//! What people read, word for word: every error in English, every reason why there is no value in Vietnamese and
//! English, and numbers, dates, periods, goals, changes, documents, grades and what a check finds in both; with the
//! laws that all of it keeps.

mod annex;
mod build;
mod calculations;
mod changes;
mod check_build;
mod check_days;
mod check_diagnoses;
mod check_documents;
mod check_references;
#[cfg(feature = "serde")]
mod check_report;
mod check_report_build;
mod check_several;
mod check_statements;
mod check_unchecked;
mod check_words;
mod dates;
mod documents;
mod errors;
mod figure_errors;
mod goals;
mod grade_build;
mod grade_corners;
mod grade_findings;
mod grade_words;
mod grades;
mod laws;
mod message;
mod numbers;
mod phrases;
mod reading;
mod reasons;
mod report_errors;
mod rule_set_errors;
