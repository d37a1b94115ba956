//! The lists of an object: its members, and the statements about them.

use super::generics::detached;
use super::member::{constant, field};
use super::rule::rule;
use crate::model::{Entry, Object, Target};
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

/// The list of members, and the items that it needs when some are those of other objects.
pub(crate) fn fields(target: &Target, object: &Object) -> (TokenStream, TokenStream) {
    let root = &target.root;
    let constants = object.constants.iter();
    let mut own: Vec<TokenStream> = constants.map(|item| constant(root, item)).collect();
    let mut runs: Vec<TokenStream> = Vec::new();
    let mut items = TokenStream::new();
    for entry in &object.entries {
        match entry {
            Entry::Field(checked) => own.push(field(root, checked)),
            Entry::Dynamic(_) => {}
            Entry::Flatten(flatten) => {
                if !own.is_empty() {
                    runs.push(detached(target, &quote!(&[#(#own),*])));
                    own.clear();
                }
                let ty = detached(target, &flatten.ty);
                runs.push(quote!(<#ty as #root::Members>::OBJECT.fields));
                items.extend(not_dynamic(target, &flatten.ty));
            }
        }
    }
    if runs.is_empty() {
        return (TokenStream::new(), quote!(&[#(#own),*]));
    }
    if !own.is_empty() {
        runs.push(detached(target, &quote!(&[#(#own),*])));
    }
    let (joining, joined) = join(target, List::Fields, &runs);
    items.extend(joining);
    (items, joined)
}

/// The list of statements about members, those of flattened objects included, and the items that
/// it needs for those.
pub(crate) fn rules(target: &Target, object: &Object) -> (TokenStream, TokenStream) {
    let root = &target.root;
    let own = object.rules.iter().map(|item| rule(root, item));
    let own = quote!(&[#(#own),*]);
    let flattened = object.entries.iter().filter_map(|entry| match entry {
        Entry::Flatten(flatten) => {
            let ty = detached(target, &flatten.ty);
            Some(quote!(<#ty as #root::Members>::OBJECT.rules))
        }
        Entry::Field(_) | Entry::Dynamic(_) => None,
    });
    let mut runs: Vec<TokenStream> = flattened.collect();
    if runs.is_empty() {
        return (TokenStream::new(), own);
    }
    runs.push(detached(target, &own));
    join(target, List::Rules, &runs)
}

/// Asserts that a flattened object has no dynamic member: there is one place for it in an object.
fn not_dynamic(target: &Target, ty: &Type) -> TokenStream {
    let root = &target.root;
    let detached = detached(target, ty);
    quote_spanned! {ty.span().resolved_at(Span::call_site())=>
        const _: () = ::core::assert!(
            <#detached as #root::Members>::OBJECT.dynamic.is_none(),
            "a flattened struct cannot have a dynamic member; write it on the struct that \
             flattens it"
        );
    }
}

/// What is joined.
#[derive(Clone, Copy)]
enum List {
    Fields,
    Rules,
}

/// The items that join lists one after the other, and the name of the last.
fn join(target: &Target, list: List, runs: &[TokenStream]) -> (TokenStream, TokenStream) {
    let root = &target.root;
    let (item, join, name) = match list {
        List::Fields => (quote!(#root::Field), quote!(join), "FIELDS"),
        List::Rules => (
            quote!(#root::shape::MemberRule),
            quote!(join_rules),
            "RULES",
        ),
    };
    let mut items = TokenStream::new();
    let mut joined = quote!(&[]);
    for (i, run) in runs.iter().enumerate() {
        let (part, all) = (
            format_ident!("__CARNET_{name}_{i}"),
            format_ident!("__CARNET_ALL_{name}_{i}"),
        );
        items.extend(quote! {
            const #part: &[#item] = #run;
        });
        items.extend(if i == 0 {
            quote!(const #all: &[#item] = #part;)
        } else {
            quote! {
                const #all: &[#item] =
                    &#root::shape::#join::<{ #joined.len() + #part.len() }>(#joined, #part);
            }
        });
        joined = quote!(#all);
    }
    (items, joined)
}
