//! Attributes to the raw model. Every attribute is read to its end, whatever is wrong with it.

mod constraint;
mod container;
mod doc;
mod field;
mod operation;
mod ruling;
mod serde;
mod value;
mod word;

pub(crate) use operation::{authentication, operation};

use crate::errors::Errors;
use crate::model::Target;
use crate::raw;
use syn::{Data, DeriveInput, Fields, Path, parse_quote};

/// Reads the input of the `Payload` derive.
pub(crate) fn payload(errors: &Errors, input: &DeriveInput) -> raw::Payload {
    let container = container::container(errors, &input.attrs);
    let data = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => raw::Data::Named(field::fields(errors, &fields.named)),
            Fields::Unnamed(fields) => raw::Data::Tuple(field::fields(errors, &fields.unnamed)),
            Fields::Unit => raw::Data::Unit,
        },
        Data::Enum(data) => raw::Data::Enum(
            data.variants
                .iter()
                .map(|variant| field::variant(errors, variant))
                .collect(),
        ),
        Data::Union(_) => raw::Data::Untyped,
    };
    raw::Payload {
        target: target(input, container.root.get().cloned()),
        description: doc::description(&input.attrs),
        serde: serde::container(errors, &input.attrs),
        container,
        data,
    }
}

fn target(input: &DeriveInput, root: Option<Path>) -> Target {
    Target {
        ident: input.ident.clone(),
        generics: input.generics.clone(),
        root: root.unwrap_or_else(|| parse_quote!(::carnet)),
    }
}
