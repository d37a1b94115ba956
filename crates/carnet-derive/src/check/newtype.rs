//! Structs around one value.

use super::constraint::{Place, change};
use super::ruling::source;
use crate::errors::Errors;
use crate::model::{Newtype, Source};
use crate::raw::{Field, Payload};
use quote::ToTokens;

/// Checks `struct Name(Type);`.
pub(crate) fn tuple(errors: &Errors, raw: &Payload, fields: &[Field]) -> Option<Newtype> {
    if let [field] = fields {
        return Some(newtype(errors, raw, field));
    }
    let ident = &raw.target.ident;
    errors.at(
        ident,
        format!(
            "a tuple struct of {} fields has no place in a payload; write a struct with named \
             fields for an object, or `struct {ident}(Type);` around one value",
            fields.len()
        ),
    );
    None
}

/// Checks a struct with `#[serde(transparent)]`.
pub(crate) fn transparent(errors: &Errors, raw: &Payload, fields: &[Field]) -> Option<Newtype> {
    let mut kept = fields.iter().filter(|field| !field.serde.skip.is_given());
    if let (Some(field), None) = (kept.next(), kept.next()) {
        return Some(newtype(errors, raw, field));
    }
    errors.at(
        &raw.serde.transparent.word,
        "a transparent struct stands for its one field; skip the others with `#[serde(skip)]`, or \
         remove `transparent`",
    );
    None
}

fn newtype(errors: &Errors, raw: &Payload, field: &Field) -> Newtype {
    let container = &raw.container;
    if let Some(word) = &field.first_word {
        errors.at(
            word,
            format!(
                "a newtype struct is constrained as a whole: write `#[carnet({word}…)]` above \
                 `struct {}`",
                raw.target.ident
            ),
        );
    }
    for (word, is_given) in [
        (
            field.serde.flatten.word.as_ref(),
            field.serde.flatten.is_given(),
        ),
        (
            field.serde.skip_if.word.as_ref(),
            field.serde.skip_if.is_given(),
        ),
    ] {
        if is_given {
            errors.at(
                word.to_token_stream(),
                "the one value of a newtype struct is no member of an object; remove this",
            );
        }
    }
    let place = source(&container.source, &Source::default());
    let change = change(
        errors,
        &container.constraints,
        &Place {
            source: &place,
            length: container.length_decided_by.get(),
            ty: &field.ty,
        },
    );
    if raw.target.generics.type_params().next().is_some() && !change.checks.is_empty() {
        errors.at(
            container.constraints.words.first(),
            "a generic newtype struct cannot add constraints to those of its parameter; write them \
             where the type is used, or make the struct concrete",
        );
    }
    Newtype {
        member: field.member.clone(),
        ty: field.ty.clone(),
        change,
    }
}
