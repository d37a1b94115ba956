//! JSON's types as Rust types, so that the compiler compares them and says so in JSON's words.

use crate::mapping::Types;

/// `true` or `false`.
#[derive(Debug)]
pub enum JsonBoolean {}
/// A number without a fraction.
#[derive(Debug)]
pub enum JsonInteger {}
/// Any number.
#[derive(Debug)]
pub enum JsonNumber {}
/// Text.
#[derive(Debug)]
pub enum JsonString {}
/// A list.
#[derive(Debug)]
pub enum JsonArray {}
/// Members by name.
#[derive(Debug)]
pub enum JsonObject {}
/// One of several types, which the constants of a mapping know better.
#[derive(Debug)]
pub enum JsonAny {}

/// A JSON type whose values may stand where a `Wanted` is asked for.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot stand where the vendor takes a `{Wanted}`",
    label = "becomes a `{Self}`, and the vendor takes a `{Wanted}`",
    note = "give the field another type, or convert it: `#[carnet(vendor(\"member\", with = function))]`"
)]
pub trait StandsFor<Wanted> {}

macro_rules! types {
    ($($name:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl StandsFor<$name> for $name {}
        #[diagnostic::do_not_recommend]
        impl StandsFor<JsonAny> for $name {}
        #[diagnostic::do_not_recommend]
        impl StandsFor<$name> for JsonAny {}
    )*};
}

types! { JsonBoolean JsonInteger JsonNumber JsonString JsonArray JsonObject }
#[diagnostic::do_not_recommend]
impl StandsFor<JsonNumber> for JsonInteger {}
#[diagnostic::do_not_recommend]
impl StandsFor<Self> for JsonAny {}

/// The one JSON type that a place takes, by its [code](Types::code).
#[derive(Debug)]
pub enum Taken<const CODE: u8> {}

/// What a [`Taken`] is the code of.
pub trait Wanted {
    /// The type.
    type Type;
}

macro_rules! codes {
    ($($name:ident = $types:ident)*) => {$(
        impl Wanted for Taken<{ Types::$types.code() }> {
            type Type = $name;
        }
    )*};
}

codes! {
    JsonAny = ANY
    JsonBoolean = BOOLEAN
    JsonInteger = INTEGER
    JsonNumber = NUMBER
    JsonString = STRING
    JsonArray = ARRAY
    JsonObject = OBJECT
}
