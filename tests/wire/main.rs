//! What is written is read back as the same report, in JSON, TOML and postcard, and always as the same bytes; version 1
//! stays readable; whatever the constructors refuse is refused in a document too, with its place.
#![cfg(feature = "serde")]

mod constructs;
mod doors;
mod fields;
mod generators;
mod golden;
mod refusals;
mod round_trip;
mod rule_sets;
