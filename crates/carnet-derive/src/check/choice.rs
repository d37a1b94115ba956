//! Enums: a closed list of texts, or a value of one of several shapes.

use super::constraint::{Place, change};
use super::ruling::{ruling, source};
use crate::errors::Errors;
use crate::model::{Base, Enum, EnumVariant, Payload, Ruling, Select, Source, Union, UnionVariant};
use crate::raw;
use quote::ToTokens;
use syn::Type;
use syn::ext::IdentExt;

/// Checks an enum.
pub(crate) fn choice(
    errors: &Errors,
    raw: &raw::Payload,
    variants: &[raw::Variant],
) -> Option<Payload> {
    let ident = &raw.target.ident;
    if variants.is_empty() {
        errors.at(
            ident,
            "an enum without variants has no value; list the vendor's texts",
        );
        return None;
    }
    distinct(errors, raw, variants);
    let newtypes: Vec<_> = variants
        .iter()
        .filter_map(|variant| match &variant.payload {
            raw::VariantPayload::Newtype(ty) => Some((variant, &**ty)),
            _ => None,
        })
        .collect();
    if newtypes.len() == variants.len() {
        return Some(Payload::Union(union(errors, raw, &newtypes)));
    }
    let mut mixed = false;
    for variant in variants {
        let hint = match &variant.payload {
            raw::VariantPayload::Unit if newtypes.is_empty() => continue,
            raw::VariantPayload::Unit => "has no value, and others have one",
            raw::VariantPayload::Newtype(_) => "has a value, and not all variants have one",
            raw::VariantPayload::Other => "has fields of its own",
        };
        mixed = true;
        errors.at(
            &variant.ident,
            format!(
                "`{0}` {hint}; write `{0}` in an enum that is a list of texts, or `{0}(Type)` in \
                 one that is, with `#[serde(untagged)]`, a value of one of several types",
                variant.ident
            ),
        );
    }
    (!mixed).then(|| Payload::Enum(list(errors, raw, variants)))
}

fn list(errors: &Errors, raw: &raw::Payload, variants: &[raw::Variant]) -> Enum {
    if raw.serde.untagged.is_given() {
        errors.at(
            &raw.serde.untagged.word,
            "unit variants without a tag are all `null`; remove `untagged` for a closed list of \
             texts",
        );
    }
    for variant in variants {
        if let Some(word) = &variant.first_word {
            errors.at(
                word,
                "the variants of a closed list of texts are texts and nothing more; remove this",
            );
        }
    }
    let place = source(&raw.container.source, &Source::default());
    Enum {
        name: raw.target.ident.unraw().to_string(),
        description: raw.description.clone(),
        variants: variants
            .iter()
            .map(|variant| EnumVariant {
                ident: variant.ident.clone(),
                text: name(raw, variant),
            })
            .collect(),
        other_case: match raw.container.other_case.get() {
            Some(raw) => ruling(raw, Base::Error, &place),
            None => Ruling::plain(Base::Error),
        },
    }
}

fn union(errors: &Errors, raw: &raw::Payload, variants: &[(&raw::Variant, &Type)]) -> Union {
    let ident = &raw.target.ident;
    let container = &raw.container;
    if !raw.serde.untagged.is_given() {
        errors.at(
            ident,
            format!(
                "serde writes the variants of `{ident}` as objects keyed by their names; add \
                 `#[serde(untagged)]` for a value of one of several types"
            ),
        );
    }
    let place = source(&container.source, &Source::default());
    Union {
        name: ident.unraw().to_string(),
        description: raw.description.clone(),
        variants: variants
            .iter()
            .map(|(variant, ty)| {
                let source = source(&variant.source, &place);
                let length = container.length_decided_by.get();
                let place = Place {
                    source: &source,
                    length,
                    ty,
                };
                UnionVariant {
                    ident: variant.ident.clone(),
                    ty: (*ty).clone(),
                    name: name(raw, variant),
                    description: variant.description.clone(),
                    change: change(errors, &variant.constraints, &place),
                }
            })
            .collect(),
        select: select(errors, container, &place),
        mismatch: container
            .constraints
            .mismatch
            .get()
            .map(|raw| ruling(raw, Base::Error, &place)),
    }
}

fn select(errors: &Errors, container: &raw::Container, place: &Source) -> Option<Select> {
    let Some(raw) = container.select.get() else {
        if let (Some(disputed), false) = (container.disputed.first(), container.select.is_given()) {
            errors.push(syn::Error::new(
                disputed.span,
                "a name is disputed only where the context selects the variant; add \
                 `select(context = \"…\", key = \"…\")`",
            ));
        }
        return None;
    };
    for (slot, example) in [
        (&raw.context, "context = \"name of a map in the context\""),
        (&raw.key, "key = \"sibling member that is the key\""),
    ] {
        if !slot.is_given() && raw.complete {
            errors.at(
                &container.select.word,
                format!("`select` needs `{example}`"),
            );
        }
    }
    Some(Select {
        context: raw.context.get()?.value(),
        key: raw.key.get()?.value(),
        disputed: container
            .disputed
            .iter()
            .map(|disputed| {
                (
                    disputed.value.clone(),
                    ruling(&disputed.ruling, Base::Error, place),
                )
            })
            .collect(),
    })
}

/// The name by serde's rules.
fn name(raw: &raw::Payload, variant: &raw::Variant) -> String {
    if let Some(name) = variant.rename.get() {
        return name.value();
    }
    let name = variant.ident.unraw().to_string();
    raw.serde
        .rename_all
        .get()
        .map_or_else(|| name.clone(), |case| case.of_variant(&name))
}

/// Reports two variants of one name.
fn distinct(errors: &Errors, raw: &raw::Payload, variants: &[raw::Variant]) {
    let names: Vec<_> = variants.iter().map(|variant| name(raw, variant)).collect();
    for (i, variant) in variants.iter().enumerate() {
        if let Some(first) = names[..i].iter().position(|earlier| *earlier == names[i]) {
            let tokens = match variant.rename.get() {
                Some(rename) => rename.to_token_stream(),
                None => variant.ident.to_token_stream(),
            };
            errors.at(
                tokens,
                format!(
                    "`{}` is already the wire name of the variant `{}`; rename one",
                    names[i], variants[first].ident
                ),
            );
        }
    }
}
