//! Attributes to the raw model. Every attribute is read to its end, whatever is wrong with it.

mod authentication;
mod constraint;
mod container;
mod doc;
mod encode;
mod field;
mod operation;
mod reply;
mod ruling;
mod serde;
mod value;
mod word;

pub(crate) use authentication::authentication;
pub(crate) use encode::encode;
pub(crate) use operation::operation;
pub(crate) use word::quoted;

use crate::errors::Errors;
use crate::model::Target;
use crate::{raw, symbol};
use syn::{Data, DeriveInput, Fields, Path, parse_quote};
use word::{attributes, skip};

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

fn is_struct(input: &DeriveInput) -> bool {
    matches!(&input.data, Data::Struct(data) if matches!(data.fields, Fields::Named(_)))
}

/// The path of the `carnet` crate, whose errors the `Payload` derive tells.
fn root(input: &DeriveInput) -> Option<Path> {
    let quiet = Errors::new();
    let mut root = None;
    attributes(&quiet, &input.attrs, symbol::CARNET, |word| {
        if word.name == symbol::CRATE {
            root = word
                .value("::carnet", |input| input.call(Path::parse_mod_style))
                .ok();
        }
        skip(word.input);
        Ok(())
    });
    quiet.finish();
    root
}
