//! The tie between a Rust type and its shape.

use crate::json::{Key, ObjectWriter, Sink, Writer};
use crate::parameters::ParameterWriter;
use crate::ruling::Ruling;
use crate::shape::{Items, Kind, Map, Object, Shape};
use crate::{Level, Levels};
use std::collections::BTreeMap;

/// A type that has a place in a vendor's payload. Derive it.
///
/// # Shape
/// [`SHAPE`](Self::SHAPE) says what the JSON may be, [`write`](Self::write) writes it.
///
/// # Example
/// ```
/// # extern crate carnet_core as carnet;
/// use carnet::Payload;
///
/// /// A person to write to.
/// #[derive(Payload)]
/// struct Contact {
///     #[carnet(max_length = 50)]
///     name: String,
///     #[serde(rename = "type")]
///     role: Option<String>,
/// }
///
/// let contact = Contact { name: "Ada".into(), role: None };
/// assert_eq!(carnet::payload::to_vec(&contact), br#"{"name":"Ada"}"#);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no place in a vendor's payload",
    label = "not a payload type",
    note = "derive `carnet::Payload` on it, or use a type that stands for JSON: String, i64, bool, \
            carnet::Decimal, Vec, Option, carnet::Member"
)]
pub trait Payload {
    /// What the JSON may be.
    const SHAPE: Shape;
    /// Whether a member of this type may be absent.
    const OPTIONAL: bool = false;
    /// Whether a member of this type may be `null`.
    const NULLABLE: bool = false;

    /// Whether a member with this value is left out.
    fn is_absent(&self) -> bool {
        false
    }

    /// Writes the value as JSON.
    fn write<S: Sink>(&self, out: &mut Writer<'_, S>);
}

/// A payload type that is an object with known members. Derived with [`Payload`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an object whose members are known",
    label = "no known members",
    note = "derive `carnet::Payload` on a struct with named fields"
)]
pub trait Members: Payload {
    /// The object.
    const OBJECT: Object;
    /// What messages call it: the id of the operation that it is the request of, else its name.
    const TITLE: &'static str = Self::OBJECT.name;

    /// Writes the members without the braces.
    fn write_members<S: Sink>(&self, out: &mut ObjectWriter<'_, S>);

    /// Writes every member as a parameter.
    fn write_parameters<S: Sink>(&self, out: &mut ParameterWriter<'_, S>);
}

/// The JSON text of a payload.
#[must_use]
pub fn to_vec<T: Payload>(payload: &T) -> Vec<u8> {
    let mut text = Vec::with_capacity(256);
    payload.write(&mut Writer::new(&mut text));
    text
}

/// Writes a member unless it is absent. What the derive calls for every field whose name it knows.
#[inline]
pub fn write_known_member<S: Sink, T: Payload>(
    out: &mut ObjectWriter<'_, S>,
    key: &Key,
    value: &T,
) {
    if !value.is_absent() {
        value.write(&mut out.known_key(key));
    }
}

/// Writes a member unless it is absent. What the derive calls for a field whose value names another.
pub fn write_member<S: Sink, T: Payload>(out: &mut ObjectWriter<'_, S>, name: &str, value: &T) {
    if !value.is_absent() {
        value.write(&mut out.key(name));
    }
}

/// Writes a parameter unless it is absent. What the derive calls for every field.
pub fn write_parameter<S: Sink, T: Payload>(
    out: &mut ParameterWriter<'_, S>,
    name: &str,
    value: &T,
) {
    if !value.is_absent() {
        value.write(&mut Writer::bare(&mut out.key(name)));
    }
}

impl Payload for String {
    const SHAPE: Shape = Shape::of(Kind::String);

    #[expect(clippy::inline_always, reason = "most of what is written is a text")]
    #[inline(always)]
    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        out.string(self);
    }
}

impl Payload for &str {
    const SHAPE: Shape = Shape::of(Kind::String);

    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        out.string(self);
    }
}

impl Payload for std::borrow::Cow<'_, str> {
    const SHAPE: Shape = Shape::of(Kind::String);

    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        out.string(self);
    }
}

impl Payload for bool {
    const SHAPE: Shape = Shape::of(Kind::Boolean);

    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        out.boolean(*self);
    }
}

macro_rules! integers {
    ($($integer:ty)*) => {$(
        impl Payload for $integer {
            const SHAPE: Shape = Shape::of(Kind::Integer);

            fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
                out.integer(*self);
            }
        }
    )*};
}

// Types that do not hold every documented integer stay out: the contract says "64 bits".
integers! { i64 }

impl<T: Payload> Payload for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    const OPTIONAL: bool = true;
    const NULLABLE: bool = T::NULLABLE;

    #[inline]
    fn is_absent(&self) -> bool {
        self.is_none()
    }

    #[expect(clippy::inline_always, reason = "most of what is written is a text")]
    #[inline(always)]
    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        match self {
            Some(value) => value.write(out),
            None => out.null(),
        }
    }
}

impl<T: Payload> Payload for Box<T> {
    const SHAPE: Shape = T::SHAPE;
    const OPTIONAL: bool = T::OPTIONAL;
    const NULLABLE: bool = T::NULLABLE;

    fn is_absent(&self) -> bool {
        T::is_absent(self)
    }

    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        T::write(self, out);
    }
}

impl<T: Payload> Payload for Vec<T> {
    const SHAPE: Shape = Shape {
        kind: Kind::Array(&Items {
            shape: T::SHAPE,
            null: if T::OPTIONAL || T::NULLABLE {
                None
            } else {
                Some(Ruling::ERROR)
            },
        }),
        ..Shape::ANY
    };

    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        out.array(self, Payload::write);
    }
}

impl<T: Payload> Payload for BTreeMap<String, T> {
    const SHAPE: Shape = Shape {
        kind: Kind::Map(&Map {
            value: T::SHAPE,
            null: if T::OPTIONAL || T::NULLABLE {
                None
            } else {
                Some(Ruling::ERROR)
            },
            empty_key: Ruling::plain(Levels::new(Level::Error, Level::Allow)),
        }),
        ..Shape::ANY
    };

    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        out.object(|members| {
            for (key, value) in self {
                value.write(&mut members.key(key));
            }
        });
    }
}

/// Any value, for what a vendor's pages leave open.
impl Payload for serde_json::Value {
    const SHAPE: Shape = Shape::ANY;
    const NULLABLE: bool = true;

    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        out.raw(&self.to_string());
    }
}

/// Any object, for what a vendor's pages leave open.
impl Payload for serde_json::Map<String, serde_json::Value> {
    const SHAPE: Shape = Shape::of(Kind::Map(&Map {
        value: Shape::ANY,
        null: None,
        empty_key: Ruling::ALLOW,
    }));

    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        out.object(|members| {
            for (key, value) in self {
                value.write(&mut members.key(key));
            }
        });
    }
}

/// Implements what follows from a [`Payload`] that is written by hand:
/// [`ToJson`](crate::ToJson) and `schemars::JsonSchema`.
///
/// # Example
/// ```
/// use carnet_core::json::{Sink, Writer};
/// use carnet_core::{Kind, Payload, Shape, impl_by_payload};
///
/// struct Flag(bool);
///
/// impl Payload for Flag {
///     const SHAPE: Shape = Shape::of(Kind::Boolean);
///
///     fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
///         self.0.write(out);
///     }
/// }
///
/// impl_by_payload!(Flag);
/// assert_eq!(schemars::schema_for!(Flag).get("type").unwrap(), "boolean");
/// ```
#[macro_export]
macro_rules! impl_by_payload {
    ($ty:ident) => {
        impl $crate::schemars::JsonSchema for $ty {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                ::std::borrow::Cow::Borrowed(stringify!($ty))
            }

            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                $crate::json_schema::id(&<$ty as $crate::Payload>::SHAPE).into()
            }

            fn json_schema(
                generator: &mut $crate::schemars::SchemaGenerator,
            ) -> $crate::schemars::Schema {
                $crate::json_schema::of(&<$ty as $crate::Payload>::SHAPE, generator)
            }
        }

        impl $crate::ToJson for $ty {
            type Type = $crate::json_type::JsonAny;
            const KNOWN: $crate::to_json::Known =
                $crate::to_json::Known::Forms(&[$crate::to_json::Form {
                    key: "",
                    json: $crate::to_json::FormOf::Shape(&<Self as $crate::Payload>::SHAPE),
                }]);
            const OPTIONAL: bool = <Self as $crate::Payload>::OPTIONAL;

            fn is_absent(&self) -> bool {
                <Self as $crate::Payload>::is_absent(self)
            }

            fn write_form<S: $crate::json::Sink>(
                &self,
                _: usize,
                out: &mut $crate::json::Writer<'_, S>,
            ) {
                <Self as $crate::Payload>::write(self, out);
            }
        }
    };
}
