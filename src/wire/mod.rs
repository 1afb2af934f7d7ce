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

mod grade;
mod leaf;
mod plan;
mod record;
mod report;
mod version;

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

use through_mirror;
