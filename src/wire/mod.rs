//! Reading and writing the domain in any serde format; the domain itself knows none of it.
//!
//! - A leaf (id, text, unit, number, date) is a string and is read by its own `FromStr`, the same door a caller uses.
//! - A record is a struct with the field names of its Rust type; an unknown field is refused, a missing optional one is
//!   none.
//! - An enum is tagged from outside: `{"at_least": "2000"}`, `"done"`. Nothing is flattened, untagged or skipped, so JSON,
//!   TOML and postcard all work.
//! - A report begins with `version`, is read whole and then goes through [`Report::new`](crate::report::Report::new).
//!
//! The shapes of version 1 are written once, as mirrors of the types they stand for (serde's `remote`); a field added to
//! a type does not compile until it is added here.

mod check;
mod grade;
mod integer;
mod leaf;
mod period;
mod plan;
mod record;
mod report;
mod rule_set;
mod version;

use serde::{Deserialize, Deserializer, de};

/// Implements `Serialize` and `Deserialize` for a type through its mirror.
macro_rules! through_mirror {
    ($($domain:ty => $mirror:ty),* $(,)?) => {$(
        impl serde::Serialize for $domain {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                <$mirror>::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $domain {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <$mirror>::deserialize(deserializer)
            }
        }
    )*};
}

/// A module for `#[serde(with = …)]` on a variant whose value may be unsaid: the value becomes a field, because TOML has
/// no way to write a variant of nothing.
macro_rules! optional_payload {
    ($name:ident, $field:ident: $kind:ty, $($attribute:tt)*) => {
        mod $name {
            use serde::{Deserialize, Deserializer, Serialize, Serializer};

            #[derive(Serialize, Deserialize)]
            #[serde(deny_unknown_fields, expecting = "fields in braces, or `{}`")]
            struct Payload {
                #[serde($($attribute)*)]
                $field: Option<$kind>,
            }

            #[expect(clippy::ref_option, reason = "serde calls it so")]
            pub(super) fn serialize<S: Serializer>(value: &Option<$kind>, serializer: S) -> Result<S::Ok, S::Error> {
                Payload { $field: value.clone() }.serialize(serializer)
            }

            pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<$kind>, D::Error> {
                Ok(Payload::deserialize(deserializer)?.$field)
            }
        }
    };
}

/// Reads a whole document; what goes wrong in it is told with its place.
fn located<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    serde_path_to_error::deserialize(deserializer)
        .map_err(|error| de::Error::custom(format_args!("at `{}`: {}", error.path(), error.inner())))
}

use optional_payload;
use through_mirror;
