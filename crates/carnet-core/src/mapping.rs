//! How the fields of a struct of one's own become members of a vendor's payload.
//!
//! The derive [`Encode`](derive@crate::Encode) writes a [`Mapping`] as constant data and everything
//! else reads it: [`place`], [`value`] and [`required`] hold it against the contract while the crate
//! is compiled, [`members`] and [`parameters`] write by the [steps](Order) that follow from it, and
//! [`field_at`] tells which field a finding is about.
//!
//! Deliberately absent: any constraint. What a vendor takes stands in the contract.

mod bound;
mod check;
mod constant;
mod field_at;
mod fit;
mod message;
mod name;
mod number;
mod plan;
mod presence;
mod spot;
mod types;
mod write;

pub use check::{constant, place, required, result, value, word};
pub use constant::{Constant, Given};
pub use field_at::field_at;
pub use fit::form;
pub use plan::{Order, Step, Value};
pub use types::Types;
pub use write::{Fields, Slot, members, parameters};

use crate::Profile;
use crate::json::{ObjectWriter, Sink};
use crate::json_type::StandsFor;
use crate::parameters::ParameterWriter;
use crate::payload::Members;
use crate::shape::Object;
use crate::to_json::{Known, ToJson};
use std::fmt;
use std::marker::PhantomData;

/// A type that can be encoded as the request of at least one operation: an operation itself, or a
/// struct that derives [`Encode`](derive@crate::Encode).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is mapped to no operation",
    label = "mapped to no operation",
    note = "derive `carnet::Encode` on it, with `#[carnet(to(vendor::Operation))]`"
)]
pub trait Mapped {}

impl<O: crate::Operation> Mapped for O {}

/// A type whose values can be written as an `O`: `O` itself, or a struct that is mapped to it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not mapped to `{O}`",
    label = "not mapped to `{O}`",
    note = "derive `carnet::Encode` on it, with `#[carnet(to({O}))]`"
)]
pub trait EncodeAs<O> {
    /// The profile that the mapping was checked under, and that requests are held to.
    const PROFILE: Profile = Profile::Strict;
    /// Which field stands where; `None` for `O` itself.
    const MAPPING: Option<&'static Mapping>;

    /// Writes the members without the braces, in the vendor's order.
    fn write_members<S: Sink>(&self, out: &mut ObjectWriter<'_, S>);

    /// Writes every member as a parameter, in the vendor's order.
    fn write_parameters<S: Sink>(&self, out: &mut ParameterWriter<'_, S>);
}

impl<O: Members> EncodeAs<O> for O {
    const MAPPING: Option<&'static Mapping> = None;

    fn write_members<S: Sink>(&self, out: &mut ObjectWriter<'_, S>) {
        Members::write_members(self, out);
    }

    fn write_parameters<S: Sink>(&self, out: &mut ParameterWriter<'_, S>) {
        Members::write_parameters(self, out);
    }
}

/// The fields of a struct, and the places in an object that they are mapped to.
#[derive(Clone, Copy, Debug)]
pub struct Mapping {
    /// The Rust type's name.
    pub name: &'static str,
    /// What the attributes of its fields call the object: `revnue`.
    pub key: &'static str,
    /// What messages call the object: the id of the operation, or the type's name.
    pub title: &'static str,
    /// The object.
    pub object: &'static Object,
    /// The profile that it is held to.
    pub profile: Profile,
    /// What is mapped.
    pub links: &'static [Link],
}

/// A value and the place that it is mapped to.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// The place: names of members, and numbers of items, from the outside in.
    pub path: &'static [&'static str],
    /// What stands there.
    pub origin: Origin,
    /// Whether the place need not be documented.
    pub undocumented: bool,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug)]
pub enum Origin {
    /// Origin a field.
    Field {
        /// Its name.
        name: &'static str,
        /// Whether it may be absent; `None` where that depends on a type parameter.
        optional: Option<bool>,
        /// What is known of its JSON.
        known: Known,
    },
    /// Origin the attribute.
    Set(Constant),
}

/// The JSON type that a place takes, as a [code](Types::code). One that no contract
/// knows takes anything: that there is none is told where it is named.
#[must_use]
pub const fn taken(mapping: &Mapping, path: &[&str]) -> u8 {
    match spot::at(mapping.object, path) {
        Some(spot) => Types::taken_by(spot.shape, mapping.profile).code(),
        None => Types::ANY.code(),
    }
}

/// Nothing, where a JSON type stands for the one that is wanted. The derive calls it for every
/// mapped field, so that the compiler tells of those that do not.
pub const fn stands_for<Found: StandsFor<Wanted>, Wanted>() {}

/// What is known of a type, where it becomes JSON at all; if not, what [`Unprobed`] says. So one
/// field that does not keeps nothing from being told about the others.
#[derive(Debug)]
pub struct Probe<T: ?Sized>(PhantomData<T>);

impl<T: ToJson + ?Sized> Probe<T> {
    /// What is known of the JSON.
    pub const KNOWN: Known = T::KNOWN;
    /// Whether a member of this type may be absent.
    pub const OPTIONAL: Option<bool> = Some(T::OPTIONAL);
}

/// What a [`Probe`] of a type says that does not become JSON.
pub trait Unprobed {
    /// Nothing is known.
    const KNOWN: Known = Known::Any;
    /// Nor whether it may be absent.
    const OPTIONAL: Option<bool> = None;
}

impl<T: ?Sized> Unprobed for Probe<T> {}

/// A function that gives what is written of a field, and what is known of that.
///
/// Only what makes one asks for anything, so that a function that does not fit is told of there and
/// not wherever the conversion is used.
pub struct Conversion<'a, T: ?Sized, R, J, F> {
    convert: F,
    known: Known,
    optional: bool,
    from: PhantomData<&'a T>,
    into: PhantomData<(R, J)>,
}

impl<T: ?Sized, R, J, F> fmt::Debug for Conversion<'_, T, R, J, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Conversion").finish_non_exhaustive()
    }
}

/// A conversion of a field.
#[must_use]
pub const fn conversion<'a, T, R, F>(convert: F) -> Conversion<'a, T, R, R::Type, F>
where
    T: ?Sized + 'a,
    R: ToJson,
    F: Copy + Fn(&'a T) -> R,
{
    Conversion {
        convert,
        known: R::KNOWN,
        optional: R::OPTIONAL,
        from: PhantomData,
        into: PhantomData,
    }
}

impl<'a, T: ?Sized, R, J, F: Copy> Conversion<'a, T, R, J, F> {
    /// Nothing, where the result becomes the JSON type that is wanted.
    pub const fn stands_for<Wanted>(&self)
    where
        J: StandsFor<Wanted>,
    {
    }

    /// What is known of the result.
    #[must_use]
    pub const fn known(&self) -> Known {
        self.known
    }

    /// Whether the result may be absent.
    #[must_use]
    pub const fn optional(&self) -> Option<bool> {
        Some(self.optional)
    }

    /// The result.
    #[must_use]
    pub fn apply(&self, value: &'a T) -> R
    where
        F: Fn(&'a T) -> R,
    {
        (self.convert)(value)
    }
}

/// Whether an object is the same one as another: members of the same names under one name.
const fn is_same(one: &Object, other: &Object) -> bool {
    if !name::same(one.name, other.name) || one.fields.len() != other.fields.len() {
        return false;
    }
    let mut i = 0;
    while i < one.fields.len() {
        if !name::same(one.fields[i].name, other.fields[i].name) {
            return false;
        }
        i += 1;
    }
    true
}
