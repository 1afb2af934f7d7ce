//! Leaves: values that are one string, read by the type's own `FromStr`.

use alloc::{
    format,
    string::{String, ToString},
};
use core::{fmt, str::FromStr};

use chrono::NaiveDate;
use serde::{Deserializer, Serializer, de};

use crate::id::{DocumentCode, Id, Text};
use crate::quantity::{Amount, Printed, Unit};

/// Reads a string into `T`, saying what is expected where something else stands.
struct LeafVisitor<T> {
    expected: &'static str,
    read: fn(&str) -> Result<T, String>,
}

impl<T> de::Visitor<'_> for LeafVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.read)(text).map_err(E::custom)
    }
}

macro_rules! leaf {
    ($($domain:ty, $expected:literal;)*) => {$(
        impl serde::Serialize for $domain {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $domain {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let read = |text: &str| text.parse().map_err(|error: <$domain as FromStr>::Err| error.to_string());
                deserializer.deserialize_str(LeafVisitor { expected: $expected, read })
            }
        }
    )*};
}

leaf! {
    Id, "an id in a string";
    Text, "a text in a string";
    DocumentCode, "a document number and symbol in a string, such as \"14/KH-SLĐTBXH\"";
    Unit, "a unit in a string, such as \"người\"";
    Amount, "a decimal in a string, such as \"3088\"";
    Printed, "a figure as printed in a string, such as \"02\" or \"95.80\"";
}

/// Dates, `2021-11-15` and no other spelling.
pub(super) mod date {
    use super::{Deserializer, LeafVisitor, NaiveDate, Serializer, read_date};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    pub(in crate::wire) fn serialize<S: Serializer>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(date)
    }

    pub(in crate::wire) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
        let expected = "a date in a string, such as \"2021-11-15\"";
        deserializer.deserialize_str(LeafVisitor { expected, read: read_date })
    }
}

/// Dates that may be unsaid.
pub(super) mod optional_date {
    use serde::{Deserialize, Serialize};

    use super::{Deserializer, NaiveDate, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(transparent)]
    struct Date(#[serde(with = "super::date")] NaiveDate);

    #[expect(clippy::trivially_copy_pass_by_ref, clippy::ref_option, reason = "serde calls it so")]
    pub(in crate::wire) fn serialize<S: Serializer>(
        date: &Option<NaiveDate>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        date.map(Date).serialize(serializer)
    }

    pub(in crate::wire) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<NaiveDate>, D::Error> {
        Ok(Option::<Date>::deserialize(deserializer)?.map(|date| date.0))
    }
}

fn read_date(text: &str) -> Result<NaiveDate, String> {
    // chrono also takes `2026-1-2` and outer spaces; printing back finds them out
    match NaiveDate::from_str(text) {
        Ok(date) if format!("{date}") == text => Ok(date),
        _ => Err(format!("`{text}` is not a date of the calendar, write year, month and day such as `2021-11-15`")),
    }
}
