//! A member that may be absent, `null`, or a value.

use crate::json::{Sink, Writer};
use crate::payload::Payload;
use crate::shape::Shape;
use serde::de::{Deserialize, Deserializer, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// A member of an object whose absence, `null` and value are three different things.
///
/// `Option<T>` is for members that are absent or a value; this is for those where `null` is
/// documented or seen as well.
///
/// # Decoding
/// Carnet's decoder tells all three apart. A deserializer that reports `null` as "none", as
/// `serde_json` does for an optional value, yields [`Member::Absent`] for both.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Member<T> {
    /// The key does not stand in the object.
    #[default]
    Absent,
    /// The key stands there with `null`.
    Null,
    /// The key stands there with a value.
    Value(T),
}

impl<T> Member<T> {
    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value, if there is one.
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }
}

impl<T> From<T> for Member<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T: Payload> Payload for Member<T> {
    const SHAPE: Shape = T::SHAPE;
    const OPTIONAL: bool = true;
    const NULLABLE: bool = true;

    fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        match self {
            Self::Value(value) => value.write(out),
            Self::Absent | Self::Null => out.null(),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Member<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MemberVisitor<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for MemberVisitor<T> {
            type Value = Member<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value or null")
            }

            fn visit_none<E>(self) -> Result<Member<T>, E> {
                Ok(Member::Absent)
            }

            fn visit_unit<E>(self) -> Result<Member<T>, E> {
                Ok(Member::Null)
            }

            fn visit_some<D: Deserializer<'de>>(
                self,
                deserializer: D,
            ) -> Result<Member<T>, D::Error> {
                T::deserialize(deserializer).map(Member::Value)
            }
        }

        deserializer.deserialize_option(MemberVisitor(PhantomData))
    }
}
