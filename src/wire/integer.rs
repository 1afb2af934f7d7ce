//! Whole numbers, refused in words a reader knows.

use core::{fmt, marker::PhantomData};

use serde::{Deserializer, Serialize, Serializer, de};

/// An integer type, with the method by which a format reads it.
pub(super) trait Integer: Copy + Serialize + TryFrom<i64> {
    fn read<'de, D: Deserializer<'de>, V: de::Visitor<'de>>(deserializer: D, visitor: V) -> Result<V::Value, D::Error>;
}

macro_rules! integer {
    ($($kind:ty => $read:ident),*) => {$(
        impl Integer for $kind {
            fn read<'de, D: Deserializer<'de>, V: de::Visitor<'de>>(
                deserializer: D,
                visitor: V,
            ) -> Result<V::Value, D::Error> {
                deserializer.$read(visitor)
            }
        }
    )*};
}

integer!(i32 => deserialize_i32, u8 => deserialize_u8, u32 => deserialize_u32);

pub(super) fn serialize<S: Serializer, T: Integer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>, T: Integer>(deserializer: D) -> Result<T, D::Error> {
    T::read(deserializer, IntegerVisitor(PhantomData))
}

struct IntegerVisitor<T>(PhantomData<T>);

impl<T: Integer> de::Visitor<'_> for IntegerVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number that is not too large, such as 2021")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        T::try_from(number).map_err(|_| E::invalid_value(de::Unexpected::Signed(number), &self))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        let refused = || E::invalid_value(de::Unexpected::Unsigned(number), &self);
        i64::try_from(number).ok().and_then(|number| T::try_from(number).ok()).ok_or_else(refused)
    }
}
