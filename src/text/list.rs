//! Names in a row, the same for every language but for the word before the last.

use alloc::{format, string::String};

/// A, B `and` C.
pub(super) fn joined(names: &[String], and: &str) -> String {
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} {and} {last}", others.join(", ")),
        _ => names.join(", "),
    }
}
