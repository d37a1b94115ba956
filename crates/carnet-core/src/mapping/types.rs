//! Sets of JSON types.

use super::message::Message;
use crate::shape::{Kind, Shape};
use crate::{Level, Profile};

/// A set of JSON types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Types(u8);

impl Types {
    /// No type.
    pub const NONE: Self = Self(0);
    /// `true` or `false`.
    pub const BOOLEAN: Self = Self(1);
    /// Numbers without a fraction.
    pub const INTEGER: Self = Self(1 << 1);
    /// All numbers.
    pub const NUMBER: Self = Self(1 << 2 | Self::INTEGER.0);
    /// Texts.
    pub const STRING: Self = Self(1 << 3);
    /// Lists.
    pub const ARRAY: Self = Self(1 << 4);
    /// Members by name.
    pub const OBJECT: Self = Self(1 << 5);
    /// Every type.
    pub const ANY: Self = Self((1 << 6) - 1);

    const NAMED: [(Self, &'static str); 6] = [
        (Self::BOOLEAN, "boolean"),
        // Before the integers, which are numbers as well.
        (Self::NUMBER, "number"),
        (Self::INTEGER, "integer"),
        (Self::STRING, "string"),
        (Self::ARRAY, "array"),
        (Self::OBJECT, "object"),
    ];

    /// The types of both sets.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of them are in the other set.
    #[must_use]
    pub const fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether a type of the other set is one of these.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// A number for a set of one type, and another one for all that hold several.
    #[must_use]
    pub const fn code(self) -> u8 {
        let mut i = 0;
        while i < Self::NAMED.len() {
            if self.0 == Self::NAMED[i].0.0 {
                return self.0;
            }
            i += 1;
        }
        Self::ANY.0
    }

    /// What a shape takes under a profile: its own type, and those of readings that pass.
    #[must_use]
    pub const fn taken_by(shape: &Shape, profile: Profile) -> Self {
        if !matches!(shape.mismatch.levels.of(profile), Level::Error) {
            return Self::ANY;
        }
        let mut types = Self::of(&shape.kind, profile);
        let mut i = 0;
        while i < shape.readings.len() {
            let reading = &shape.readings[i];
            if !matches!(reading.ruling.levels.of(profile), Level::Error) {
                types = types.or(Self::of(&reading.shape.kind, profile));
            }
            i += 1;
        }
        types
    }

    const fn of(kind: &Kind, profile: Profile) -> Self {
        match kind {
            Kind::Any => Self::ANY,
            Kind::Boolean => Self::BOOLEAN,
            Kind::Integer => Self::INTEGER,
            Kind::Number => Self::NUMBER,
            Kind::String | Kind::Enum(_) => Self::STRING,
            Kind::Array(_) => Self::ARRAY,
            Kind::Object(_) | Kind::Map(_) => Self::OBJECT,
            Kind::Union(union) => {
                let mut types = Self::NONE;
                let mut i = 0;
                while i < union.variants.len() {
                    types = types.or(Self::taken_by(&union.variants[i].shape, profile));
                    i += 1;
                }
                types
            }
        }
    }

    /// Appends the names of the types: `integer or string`.
    pub(super) const fn describe(self, message: &mut Message) {
        if self.0 == Self::ANY.0 {
            message.push("any value");
            return;
        }
        let mut rest = self.0;
        let mut first = true;
        let mut i = 0;
        while i < Self::NAMED.len() {
            let (types, name) = Self::NAMED[i];
            if rest & types.0 == types.0 {
                rest &= !types.0;
                if !first {
                    message.push(" or ");
                }
                message.push(name);
                first = false;
            }
            i += 1;
        }
    }
}
