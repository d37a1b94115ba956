//! The raw model to the checked one. Runs to its end, also when reading found errors.

mod authentication;
mod choice;
mod constant;
mod constraint;
mod dynamic;
mod encode;
mod fit;
mod member;
mod names;
mod newtype;
mod object;
mod operation;
mod placement;
mod rule;
mod ruling;

pub(crate) use authentication::authentication;
pub(crate) use encode::encode;
pub(crate) use operation::operation;

use crate::errors::Errors;
use crate::model::Payload;
use crate::raw;

/// Checks the input of the `Payload` derive. `None` when the type has no JSON at all.
pub(crate) fn payload(errors: &Errors, raw: &raw::Payload) -> Option<Payload> {
    let ident = &raw.target.ident;
    placement::placement(errors, raw);
    match &raw.data {
        raw::Data::Named(fields) if raw.serde.transparent.is_given() => {
            newtype::transparent(errors, raw, fields).map(Payload::Newtype)
        }
        raw::Data::Named(fields) => Some(Payload::Object(object::object(errors, raw, fields))),
        raw::Data::Tuple(fields) => newtype::tuple(errors, raw, fields).map(Payload::Newtype),
        raw::Data::Enum(variants) => choice::choice(errors, raw, variants),
        raw::Data::Unit => {
            errors.at(
                ident,
                format!(
                    "a unit struct is no JSON object; write `struct {ident} {{}}` for an object \
                     without members"
                ),
            );
            None
        }
        raw::Data::Untyped => {
            errors.at(
                ident,
                format!(
                    "a `union` has no JSON; for a value of one of several types write an enum \
                     `{ident}` with `#[serde(untagged)]`"
                ),
            );
            None
        }
    }
}
