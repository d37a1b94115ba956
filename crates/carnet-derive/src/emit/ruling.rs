//! Rulings and sources.

use crate::case::pascal;
use crate::model::{Base, Level, Ruling, Source, Strength};
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Path;
use syn::spanned::Spanned;

/// The expression of a ruling.
pub(crate) fn ruling(root: &Path, ruling: &Ruling) -> TokenStream {
    let base = base(root, &ruling.base);
    let levelled = match (ruling.strict, ruling.lenient) {
        (None, None) => base,
        (Some(strict), Some(lenient)) => {
            let (strict, lenient) = (level(root, strict), level(root, lenient));
            quote!(#base.with_levels(#root::Levels::new(#strict, #lenient)))
        }
        (Some(strict), None) => {
            let strict = level(root, strict);
            quote!(#base.with_levels(#root::Levels { strict: #strict, ..#base.levels }))
        }
        (None, Some(lenient)) => {
            let lenient = level(root, lenient);
            quote!(#base.with_levels(#root::Levels { lenient: #lenient, ..#base.levels }))
        }
    };
    match &ruling.source {
        Some(own) => {
            let own = source(root, own);
            quote!(#levelled.with_source(#own))
        }
        None => levelled,
    }
}

fn base(root: &Path, base: &Base) -> TokenStream {
    match base {
        Base::Error => quote!(#root::Ruling::ERROR),
        Base::Allow => quote!(#root::Ruling::ALLOW),
        Base::UnknownKeysClosed => quote!(#root::shape::UNKNOWN_KEYS_CLOSED),
        Base::UnknownKeysOpen => quote!(#root::shape::UNKNOWN_KEYS_OPEN),
        Base::UnknownKeysReply => quote!(#root::shape::UNKNOWN_KEYS_REPLY),
        Base::KeySpelling => quote!(#root::shape::KEY_SPELLING),
        Base::NullOptional => quote!(#root::shape::NULL_OPTIONAL),
        Base::NullOf(ty) => quote! {
            (if <#ty as #root::Payload>::OPTIONAL {
                #root::shape::NULL_OPTIONAL
            } else {
                #root::shape::NULL_REQUIRED
            })
        },
        Base::EmptyRequired => quote!(#root::shape::EMPTY_REQUIRED),
        Base::By(path) => by(root, path),
        Base::ErrorBy(path) => {
            let by = by(root, path);
            quote!(#by.with_levels(#root::Levels::ERROR))
        }
    }
}

/// A mismatch of types is told at the path.
fn by(root: &Path, path: &Path) -> TokenStream {
    let borrowed = quote_spanned!(path.span().resolved_at(Span::call_site())=> &#path);
    quote!(#root::Ruling::by(#borrowed))
}

fn level(root: &Path, level: Level) -> TokenStream {
    match level {
        Level::Allow => quote!(#root::Level::Allow),
        Level::Info => quote!(#root::Level::Info),
        Level::Warning => quote!(#root::Level::Warning),
        Level::Error => quote!(#root::Level::Error),
    }
}

/// The expression of a source.
pub(crate) fn source(root: &Path, source: &Source) -> TokenStream {
    let Source {
        page,
        section,
        strength,
    } = source;
    let strength = match strength {
        Strength::Normative => quote!(Normative),
        Strength::Skeleton => quote!(Skeleton),
        Strength::Sample => quote!(Sample),
        Strength::Outside => quote!(Outside),
        Strength::Inferred => quote!(Inferred),
    };
    quote! {
        #root::Source {
            url: #page,
            section: #section,
            strength: #root::Strength::#strength,
        }
    }
}

/// The path of a rule's id, given in snake case.
pub(crate) fn rule_id(root: &Path, rule: &str) -> TokenStream {
    let variant = format_ident!("{}", pascal(rule));
    quote!(#root::RuleId::#variant)
}
