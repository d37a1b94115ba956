//! What a place adds to the shape of a type.

use super::ruling::ruling;
use crate::model::{Assertion, Change, Check, Format, Reading, ReadingKind};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Path, Type};

/// The shape of a type in a place that adds `change` to it.
pub(crate) fn placed(root: &Path, ty: &Type, change: &Change) -> TokenStream {
    let constraints = checks(root, &change.checks).map(|checks| quote!(checks: #checks,));
    with(root, ty, change, constraints.as_ref())
}

/// The shape of a type, changed; `constraints` sets the member that holds them.
pub(crate) fn with(
    root: &Path,
    ty: &Type,
    change: &Change,
    constraints: Option<&TokenStream>,
) -> TokenStream {
    let base = quote!(<#ty as #root::Payload>::SHAPE);
    if change.is_empty() {
        return base;
    }
    let readings = (!change.readings.is_empty()).then(|| {
        let readings = change.readings.iter().map(|item| reading(root, item));
        quote!(readings: &[#(#readings),*],)
    });
    let mismatch = change.mismatch.as_ref().map(|raw| {
        let mismatch = ruling(root, raw);
        quote!(mismatch: #mismatch,)
    });
    let sensitive = change.sensitive.then(|| quote!(sensitive: true,));
    quote! {
        #root::Shape { #constraints #readings #mismatch #sensitive ..#base }
    }
}

/// A list of checks; `None` when there are none.
pub(crate) fn checks(root: &Path, checks: &[Check]) -> Option<TokenStream> {
    if checks.is_empty() {
        return None;
    }
    let checks = checks.iter().map(|check| {
        let assertion = assertion(root, &check.assertion);
        let ruling = ruling(root, &check.ruling);
        quote! {
            #root::shape::Check {
                assertion: #root::shape::Assertion::#assertion,
                ruling: #ruling,
            }
        }
    });
    Some(quote!(&[#(#checks),*]))
}

fn assertion(root: &Path, assertion: &Assertion) -> TokenStream {
    match assertion {
        Assertion::MinLength(count) => quote!(MinLength(#count)),
        Assertion::MaxLength(count) => quote!(MaxLength(#count)),
        Assertion::MaxUtf16Length(count) => quote!(MaxUtf16Length(#count)),
        Assertion::Minimum(number) => quote!(Minimum(#root::decimal::Literal(#number))),
        Assertion::Maximum(number) => quote!(Maximum(#root::decimal::Literal(#number))),
        Assertion::Const(number) => quote!(Const(#root::decimal::Literal(#number))),
        Assertion::MaxDecimals(count) => quote!(MaxDecimals(#count)),
        Assertion::Format(Format::Named(name)) => {
            let constant = format_ident!("{}", name.replace('-', "_").to_uppercase());
            quote!(Format(&#root::format::#constant))
        }
        Assertion::Format(Format::Path(path)) => quote!(Format(&#path)),
        Assertion::MinItems(count) => quote!(MinItems(#count)),
        Assertion::MaxItems(count) => quote!(MaxItems(#count)),
        Assertion::Placeholder => quote!(Placeholder),
    }
}

fn reading(root: &Path, reading: &Reading) -> TokenStream {
    let ruling = ruling(root, &reading.ruling);
    let kind = match &reading.kind {
        ReadingKind::Type(ty) => {
            return quote! {
                #root::shape::Reading { shape: <#ty as #root::Payload>::SHAPE, ruling: #ruling }
            };
        }
        ReadingKind::String => quote!(String),
        ReadingKind::Integer => quote!(Integer),
        ReadingKind::Number => quote!(Number),
        ReadingKind::Boolean => quote!(Boolean),
        ReadingKind::Any => quote!(Any),
        ReadingKind::Object => quote! {
            Map(&#root::shape::Map {
                value: #root::Shape::ANY,
                null: ::core::option::Option::None,
                empty_key: #root::Ruling::ALLOW,
            })
        },
        ReadingKind::Array => quote! {
            Array(&#root::shape::Items {
                shape: #root::Shape::ANY,
                null: ::core::option::Option::None,
            })
        },
    };
    quote! {
        #root::shape::Reading {
            shape: #root::Shape { kind: #root::Kind::#kind, ..#root::Shape::ANY },
            ruling: #ruling,
        }
    }
}
