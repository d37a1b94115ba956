//! Members whose key is the value of another one.

use super::fit::{Json, json, may_be_null};
use super::names::Names;
use super::ruling::ruling;
use crate::errors::Errors;
use crate::model::{Base, Dynamic, Field, Naming, Required, Source};
use crate::raw;
use crate::raw::{Argument, Rule};
use quote::ToTokens;
use syn::Error;

/// Checks the field `raw`, which would be `field` under a name of its own.
pub(crate) fn dynamic(
    errors: &Errors,
    raw: &raw::Field,
    rule: &Rule,
    field: Field,
    names: &Names<'_>,
) -> Dynamic {
    unused(errors, raw);
    if rule.arguments.is_empty() && rule.complete {
        let word = &rule.word;
        errors.at(
            word,
            format!(
                "`{word}` names the fields whose value is the key: write `{word}(other_field)`"
            ),
        );
    }
    let named_by: Vec<_> = rule
        .arguments
        .iter()
        .filter_map(|argument| naming(errors, argument, names))
        .collect();
    let wires: Vec<_> = named_by.iter().map(|naming| naming.name.as_str()).collect();
    // It has no name of its own to stand on the page.
    let section = match raw.source.section.get() {
        Some(own) => own.clone(),
        None => wires.join(", "),
    };
    let place = Source {
        section,
        ..field.source.clone()
    };
    Dynamic {
        stray: ruling(&rule.ruling, Base::Error, &place),
        named_by,
        field: Field {
            // What the struct says of absence is about members that have a name.
            required: Required::ByType,
            source: place,
            ..field
        },
    }
}

/// The field whose value may be the key.
fn naming(errors: &Errors, argument: &Argument, names: &Names<'_>) -> Option<Naming> {
    let (field, wire) = names.argument(errors, argument)?;
    if json(&field.ty).is_some_and(|json| json != Json::String) {
        let name = argument.to_token_stream();
        errors.at(
            argument,
            format!("`{name}` is no text, so it names nothing"),
        );
    } else if may_be_null(&field.ty) {
        let name = argument.to_token_stream();
        errors.at(
            argument,
            format!("`{name}` may be `null`, which names nothing; make it an `Option`"),
        );
    }
    Some(Naming {
        member: field.member.clone(),
        ty: field.ty.clone(),
        name: wire.to_owned(),
    })
}

/// Reports what is said of a member under one name, which this is not.
fn unused(errors: &Errors, raw: &raw::Field) {
    let words = [
        &raw.required.word,
        &raw.optional.word,
        &raw.empty.word,
        &raw.undocumented.word,
    ];
    let requires = raw.requires.iter().map(|rule| rule.word.span());
    let spans = words.into_iter().flatten().map(syn::Ident::span);
    let aliases = raw.aliases.iter().map(|alias| alias.span);
    let rename = raw.serde.rename.word.iter().map(syn::Ident::span);
    for span in spans.chain(requires).chain(aliases).chain(rename) {
        errors.push(Error::new(
            span,
            "a dynamic member has no name under which this could hold; remove it",
        ));
    }
    if let Some(path) = raw.see.first() {
        errors.at(
            path,
            "a dynamic member is no place for `see`; write it on a field that names it",
        );
    }
}
