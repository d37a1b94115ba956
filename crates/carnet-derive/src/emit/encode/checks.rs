//! The constants that hold a mapping against the contract.

use super::{alone, mapping_name, wanted};
use crate::model::Target;
use crate::model::encode::{Field, Mapping, Origin};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, Path};

/// A constant for every token that an error may be about.
pub(super) fn checks(target: &Target, index: usize, mapping: &Mapping) -> TokenStream {
    let name = mapping_name(index);
    let links = mapping.links.iter().enumerate();
    let of_links = links.map(|(at, link)| {
        let place = Tokens::of(&link.tokens).call(target, "place", &quote!(#name, #at));
        let value = match &link.origin {
            Origin::Field(field) if field.is_generic => TokenStream::new(),
            Origin::Field(field) => of_field(target, index, at, field),
            Origin::Set(_, span) => {
                let call = Tokens::at(*span).call(target, "constant", &quote!(#name, #at));
                quote!(const _: () = #call;)
            }
        };
        quote!(const _: () = #place; #value)
    });
    let required = mapping.is_whole.then(|| {
        let call = Tokens::of(&mapping.ty).call(target, "required", &quote!(#name));
        quote!(const _: () = #call;)
    });
    quote!(#(#of_links)* #required)
}

/// What a field becomes, held against its place: first the JSON type, which the compiler compares.
fn of_field(target: &Target, index: usize, at: usize, field: &Field) -> TokenStream {
    let name = mapping_name(index);
    let ty = alone(target, &field.ty);
    let wanted = wanted(&target.root, index, at);
    let tokens = (field.with.as_ref()).map_or_else(|| Tokens::of(&field.ty), Tokens::of);
    let (root, span) = (tokens.root(&target.root), tokens.first);
    let (stands_for, fits) = if let Some(with) = &field.with {
        let conversion = conversion(&target.root, with, &ty);
        let stands_for = quote_spanned!(span=> #conversion.stands_for::<#wanted>());
        let result = quote!(#name, #at, #conversion.optional(), &#conversion.known());
        (stands_for, tokens.call(target, "result", &result))
    } else {
        let stands_for = quote_spanned! {span=>
            #root::mapping::stands_for::<<#ty as #root::ToJson>::Type, #wanted>()
        };
        (
            stands_for,
            tokens.call(target, "value", &quote!(#name, #at)),
        )
    };
    quote! {
        const _: () = {
            #stands_for;
            #fits
        };
    }
}

/// A conversion, written alike wherever it is meant: then an error about it is told once.
///
/// A function that is named is called by a closure, so that it may take what a reference to the field
/// dereferences to: `&[T]` where the field is a `Vec<T>`.
pub(super) fn conversion(root: &Path, with: &Expr, ty: &TokenStream) -> TokenStream {
    let tokens = Tokens::of(with);
    let root = tokens.root(root);
    let function = if let Expr::Path(_) = with {
        let span = Span::mixed_site().located_at(tokens.first);
        quote_spanned!(span=> |value| #with(value))
    } else {
        with.to_token_stream()
    };
    quote_spanned!(tokens.first=> #root::mapping::conversion::<#ty, _, _>(#function))
}

/// The tokens that an error is about.
#[derive(Clone, Copy)]
pub(super) struct Tokens {
    pub(super) first: Span,
    last: Span,
}

impl Tokens {
    pub(super) fn at(span: Span) -> Self {
        let span = span.resolved_at(Span::call_site());
        Self {
            first: span,
            last: span,
        }
    }

    pub(super) fn of(tokens: &impl ToTokens) -> Self {
        let mut spans = tokens.to_token_stream().into_iter().map(|it| it.span());
        let first = spans.next().unwrap_or_else(Span::call_site);
        let last = spans.last().unwrap_or(first);
        Self {
            first: first.resolved_at(Span::call_site()),
            last: last.resolved_at(Span::call_site()),
        }
    }

    /// A call of a function of `carnet::mapping` that begins and ends where the tokens do, since
    /// that is where the compiler says that it failed.
    pub(super) fn call(self, target: &Target, name: &str, arguments: &TokenStream) -> TokenStream {
        let (root, name) = (self.root(&target.root), Ident::new(name, self.first));
        let mut arguments = Group::new(Delimiter::Parenthesis, arguments.clone());
        arguments.set_span(self.last);
        let span = self.first;
        quote_spanned!(span=> #root::mapping::#name #arguments)
    }

    /// The path of the `carnet` crate as if it stood there.
    pub(super) fn root(self, root: &Path) -> TokenStream {
        let tokens = root.to_token_stream().into_iter();
        let tokens = tokens.map(|mut token| {
            token.set_span(token.span().located_at(self.first));
            token
        });
        tokens.collect()
    }
}
