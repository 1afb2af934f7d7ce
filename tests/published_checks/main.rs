//! Figures that others have published, checked as a check table: the statements that hold and those that do not, the
//! corrections with their verdict, what is derived, and what a printed figure may stand for.
//!
//! - `tests/data/editing.json`, 47 cases, each with its source: worked examples of data editing, the test suites of
//!   peers, and cases derived from the report of the examples. Where a source and exact arithmetic differ, `exact` (or
//!   `expected` beside `source_says`) is what exact arithmetic gives, and the test is against that.
//! - `tests/data/mistakes.json`, 11 reports, most of them Vietnamese, in which published figures contradict each other,
//!   with the corrections that make them agree.
//! - `tests/data/claims.json`, 130 claims of real reports; `published_claims` recomputes them without a table.
//!
//! What is skipped is listed where it is skipped, with the reason, and counted.

mod balance;
mod build;
mod claims;
mod editing;
mod mistakes;
mod outcome;
mod possible;
mod rounding;
mod unknown;
