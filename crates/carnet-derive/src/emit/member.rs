//! Members of an object.

use super::ruling::{ruling, source};
use super::shape::placed;
use crate::model::{Alias, Constant, Dynamic, Empty, Field, Null, Required};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

/// The expression of a member.
pub(crate) fn field(root: &Path, field: &Field) -> TokenStream {
    let Field {
        ty,
        name,
        description,
        see,
        ..
    } = field;
    let shape = placed(root, ty, &field.change);
    let presence = &presence(root, field);
    let required = &presence.required;
    let null = null(root, field, presence);
    let empty = empty(root, field, presence);
    let undocumented = field
        .undocumented
        .as_ref()
        .map_or_else(|| quote!(#root::Ruling::ALLOW), |raw| ruling(root, raw));
    let aliases = field.aliases.iter().map(|item| alias(root, item));
    let source = source(root, &field.source);
    quote! {
        #root::Field {
            name: #name,
            description: #description,
            shape: #shape,
            required: #required,
            null: #null,
            empty: #empty,
            undocumented: #undocumented,
            aliases: &[#(#aliases),*],
            source: #source,
            see: &[#(&#see),*],
        }
    }
}

/// The expression of a member that is always the same text.
pub(crate) fn constant(root: &Path, constant: &Constant) -> TokenStream {
    let Constant {
        name,
        value,
        description,
        see,
        ..
    } = constant;
    let own = ruling(root, &constant.ruling);
    let required = ruling(root, &constant.required);
    let source = source(root, &constant.source);
    quote! {
        #root::Field {
            name: #name,
            description: #description,
            shape: #root::Shape {
                kind: #root::Kind::Enum(&#root::shape::Enum {
                    name: "",
                    description: "",
                    values: &[#value],
                    other_case: #own,
                }),
                mismatch: #own,
                ..#root::Shape::ANY
            },
            required: #required,
            null: ::core::option::Option::Some(#required),
            empty: #root::Ruling::ALLOW,
            undocumented: #root::Ruling::ALLOW,
            aliases: &[],
            source: #source,
            see: &[#(&#see),*],
        }
    }
}

/// The expression of a member whose key is the value of another one.
pub(crate) fn dynamic(root: &Path, dynamic: &Dynamic) -> TokenStream {
    let Field {
        ty, description, ..
    } = &dynamic.field;
    let named_by = dynamic.named_by.iter().map(|naming| &naming.name);
    let shape = placed(root, ty, &dynamic.field.change);
    let null = null(root, &dynamic.field, &presence(root, &dynamic.field));
    let stray = ruling(root, &dynamic.stray);
    let source = source(root, &dynamic.field.source);
    quote! {
        #root::shape::Dynamic {
            named_by: &[#(#named_by),*],
            description: #description,
            shape: #shape,
            null: #null,
            stray: #stray,
            source: #source,
        }
    }
}

fn alias(root: &Path, alias: &Alias) -> TokenStream {
    let name = &alias.name;
    let ruling = ruling(root, &alias.ruling);
    quote!(#root::shape::Alias { name: #name, ruling: #ruling })
}

/// What is said of a member that is absent.
struct Presence {
    /// The ruling.
    required: TokenStream,
    /// Whether the defaults of optional members are its own.
    optional: TokenStream,
}

fn presence(root: &Path, field: &Field) -> Presence {
    let ty = &field.ty;
    // The type says whether a member may be absent, unless the member says that it may not.
    let by_type = quote!(<#ty as #root::Payload>::OPTIONAL);
    match &field.required {
        Required::Own(own) => {
            let required = ruling(root, own);
            let strict = quote!(#required.levels.strict);
            Presence {
                optional: quote! {
                    (#by_type && !::core::matches!(#strict, #root::Level::Error))
                },
                required,
            }
        }
        Required::All(all) => Presence {
            required: ruling(root, all),
            optional: by_type,
        },
        Required::ByType => Presence {
            required: quote!(if #by_type { #root::Ruling::ALLOW } else { #root::Ruling::ERROR }),
            optional: by_type,
        },
    }
}

fn null(root: &Path, field: &Field, presence: &Presence) -> TokenStream {
    let Presence { optional, .. } = presence;
    let ty = &field.ty;
    let some = |ruling: &TokenStream| quote!(::core::option::Option::Some(#ruling));
    let unless_nullable = |ruling: &TokenStream| {
        let some = some(ruling);
        quote! {
            if <#ty as #root::Payload>::NULLABLE { ::core::option::Option::None } else { #some }
        }
    };
    let when_required = quote!(#root::shape::NULL_REQUIRED);
    let when_optional = quote!(#root::shape::NULL_OPTIONAL);
    match &field.null {
        Null::Own(own) => some(&ruling(root, own)),
        Null::Optional(all) => {
            let all = some(&ruling(root, all));
            let when_required = unless_nullable(&when_required);
            quote!(if #optional { #all } else { #when_required })
        }
        Null::Default => {
            unless_nullable(&quote!(if #optional { #when_optional } else { #when_required }))
        }
        Null::LikeAbsent => {
            let otherwise = quote!(if #optional { #when_optional } else { #when_required });
            unless_nullable(&like_absent(root, field, presence, &otherwise))
        }
    }
}

fn empty(root: &Path, field: &Field, presence: &Presence) -> TokenStream {
    let Presence { optional, .. } = presence;
    let of_required = |all| {
        let all = ruling(root, all);
        quote!(if #optional { #root::Ruling::ALLOW } else { #all })
    };
    match &field.empty {
        Empty::Own(own) => ruling(root, own),
        Empty::Required(all) => of_required(all),
        Empty::LikeAbsent(all) => like_absent(root, field, presence, &of_required(all)),
    }
}

/// What is said of absence, where anything is said of it.
fn like_absent(
    root: &Path,
    field: &Field,
    presence: &Presence,
    otherwise: &TokenStream,
) -> TokenStream {
    let Presence { required, optional } = presence;
    match &field.required {
        Required::Own(ruling) | Required::All(ruling) if ruling.is_allow() => otherwise.clone(),
        Required::Own(_) | Required::All(_) => required.clone(),
        Required::ByType => {
            quote!(if #optional { #otherwise } else { #root::Ruling::ERROR })
        }
    }
}
