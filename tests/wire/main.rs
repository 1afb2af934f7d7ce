//! What is written is read back as the same report, rule set or check table, in JSON, TOML and postcard, and always as
//! the same bytes; version 1 stays readable; whatever the constructors refuse is refused in a document too, with its
//! place.
#![cfg(feature = "serde")]

mod check_findings;
mod check_refusals;
mod check_tables;
mod constructs;
mod doors;
mod fields;
mod generators;
mod golden;
mod refusals;
mod round_trip;
mod rule_sets;
