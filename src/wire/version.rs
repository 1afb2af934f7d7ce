//! The version that every document begins with.

use super::integer;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The version of a document; only 1 exists.
pub(super) struct Version;

const VERSION: u32 = 1;

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(VERSION)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match integer::deserialize::<_, u32>(deserializer)? {
            VERSION => Ok(Self),
            other => {
                Err(de::Error::custom(format_args!("version `{other}` is not known, version `{VERSION}` is read")))
            }
        }
    }
}
