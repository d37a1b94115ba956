//! Type parameters, and types that stand outside of the impl that declares them.

use crate::model::Target;
use proc_macro2::{Group, Ident, Punct, Spacing, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{GenericParam, Generics, WhereClause, parse_quote};

/// The generics of an impl: every type parameter is a payload.
pub(crate) fn split(target: &Target) -> (TokenStream, TokenStream, Option<WhereClause>) {
    let root = &target.root;
    let mut generics: Generics = target.generics.clone();
    let parameters: Vec<_> = generics
        .type_params()
        .map(|param| param.ident.clone())
        .collect();
    if !parameters.is_empty() {
        let clause = generics.make_where_clause();
        for parameter in parameters {
            clause
                .predicates
                .push(parse_quote!(#parameter: #root::Payload));
        }
    }
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    (
        impl_generics.to_token_stream(),
        ty_generics.to_token_stream(),
        where_clause.cloned(),
    )
}

/// A type of the target as it may stand in an item of its own, where neither `Self` nor the
/// target's lifetimes are known: its constants are those of `'static`.
pub(crate) fn detached(target: &Target, ty: &impl ToTokens) -> TokenStream {
    let lifetimes: Vec<_> = target
        .generics
        .lifetimes()
        .map(|param| param.lifetime.ident.to_string())
        .collect();
    rewrite(ty.to_token_stream(), &lifetimes, &itself(target))
}

/// The target itself, with every lifetime `'static`. It has no other parameters.
pub(crate) fn itself(target: &Target) -> TokenStream {
    let ident = &target.ident;
    let lifetimes = target
        .generics
        .params
        .iter()
        .filter_map(|param| match param {
            GenericParam::Lifetime(_) => Some(quote!('static)),
            GenericParam::Type(_) | GenericParam::Const(_) => None,
        });
    if target.generics.params.is_empty() {
        quote!(#ident)
    } else {
        quote!(#ident<#(#lifetimes),*>)
    }
}

fn rewrite(tokens: TokenStream, lifetimes: &[String], itself: &TokenStream) -> TokenStream {
    let mut after_quote = false;
    let mut output = TokenStream::new();
    for token in tokens {
        let was_quote = std::mem::replace(
            &mut after_quote,
            matches!(&token, TokenTree::Punct(punct) if is_quote(punct)),
        );
        match token {
            TokenTree::Ident(ident) if was_quote && lifetimes.contains(&ident.to_string()) => {
                output.extend([TokenTree::Ident(Ident::new("static", ident.span()))]);
            }
            TokenTree::Ident(ident) if !was_quote && ident == "Self" => {
                output.extend(itself.clone());
            }
            TokenTree::Group(group) => {
                let inner = rewrite(group.stream(), lifetimes, itself);
                let mut rewritten = Group::new(group.delimiter(), inner);
                rewritten.set_span(group.span());
                output.extend([TokenTree::Group(rewritten)]);
            }
            other => output.extend([other]),
        }
    }
    output
}

/// Whether this begins a lifetime.
fn is_quote(punct: &Punct) -> bool {
    punct.as_char() == '\'' && punct.spacing() == Spacing::Joint
}
