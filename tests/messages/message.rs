//! What an error says, beside what it should say.

use std::{error::Error, fmt::Debug};

/// An error: its variant, what it says and what it should say, and the input it must quote.
pub(crate) struct Message {
    pub(crate) variant: String,
    pub(crate) said: String,
    pub(crate) expected: &'static str,
    pub(crate) input: &'static str,
}

/// The messages of one enum; an empty input where there is none to quote.
pub(crate) fn messages<E: Error>(
    name: &str,
    rows: impl IntoIterator<Item = (E, &'static str, &'static str)>,
) -> Vec<Message> {
    let message = |(error, input, expected): (E, _, _)| Message {
        variant: variant(name, &error),
        said: error.to_string(),
        expected,
        input,
    };
    rows.into_iter().map(message).collect()
}

pub(crate) fn variant(name: &str, value: &impl Debug) -> String {
    format!("{name}::{}", format!("{value:?}").split(|c: char| !c.is_alphanumeric()).next().unwrap())
}
