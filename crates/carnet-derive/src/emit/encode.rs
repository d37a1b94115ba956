//! Types of one's own that are mapped to those of vendors.
//!
//! What a struct is mapped to is written once, as a constant; the calls beside it, each a constant
//! of its own on the token to edit, hold it against the contract while the crate is compiled.

mod checks;
mod mapping;
mod words;

use super::generics::detached;
use crate::model::Target;
use crate::model::encode::{Constant, Encode, Mapping, Origin};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Expr, Generics, Ident, Member, Path, Type, WhereClause, parse_quote};

/// The impls of the `Encode` derive.
pub(crate) fn encode(target: &Target, encode: &Encode) -> TokenStream {
    match encode {
        Encode::Struct(mappings) => structure(target, mappings),
        Encode::Newtype(member, ty) => newtype(target, member, ty),
        Encode::Enum(words) => words::words(target, words),
    }
}

fn structure(target: &Target, mappings: &[Mapping]) -> TokenStream {
    let Target { ident, root, .. } = target;
    let split = &Split::of(target, mappings);
    let Split {
        impls,
        types,
        clause,
    } = split;
    let constants = mappings.iter().enumerate().map(|(i, mapping)| {
        let constants = mapping::constants(target, i, mapping);
        let checks = checks::checks(target, i, mapping);
        let impls = mapping::impls(target, split, i, mapping);
        quote!(#constants #checks #impls)
    });
    let forms = mappings.iter().map(|mapping| {
        let Mapping { ty, key, .. } = mapping;
        quote! {
            #root::to_json::Form {
                key: #key,
                json: #root::to_json::FormOf::Object(
                    &<#ty as #root::Members>::OBJECT,
                    <Self as #root::mapping::Fields<#ty>>::MAPPING,
                ),
            }
        }
    });
    let arms = mappings.iter().enumerate().map(|(i, mapping)| {
        let ty = &mapping.ty;
        quote! {
            #i => carnet_out.object(|carnet_members| {
                <Self as #root::EncodeAs<#ty>>::write_members(self, carnet_members)
            }),
        }
    });
    quote! {
        const _: () = {
            #(#constants)*
            #[automatically_derived]
            impl #impls #root::Mapped for #ident #types #clause {}
            #[automatically_derived]
            impl #impls #root::ToJson for #ident #types #clause {
                type Type = #root::json_type::JsonObject;
                const KNOWN: #root::to_json::Known =
                    #root::to_json::Known::Forms(&[#(#forms),*]);
                fn write_form<__CarnetSink: #root::json::Sink>(
                    &self,
                    carnet_form: ::core::primitive::usize,
                    carnet_out: &mut #root::json::Writer<'_, __CarnetSink>,
                ) {
                    match carnet_form {
                        #(#arms)*
                        _ => {}
                    }
                }
            }
        };
    }
}

/// A struct around one value is what the value is.
fn newtype(target: &Target, member: &Member, ty: &Type) -> TokenStream {
    let Target { ident, root, .. } = target;
    let mut generics = target.generics.clone();
    if generics.type_params().next().is_some() {
        let clause = generics.make_where_clause();
        clause.predicates.push(parse_quote!(#ty: #root::ToJson));
    }
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #root::ToJson for #ident #ty_generics #where_clause {
            type Type = <#ty as #root::ToJson>::Type;
            const KNOWN: #root::to_json::Known = <#ty as #root::ToJson>::KNOWN;
            const OPTIONAL: ::core::primitive::bool = <#ty as #root::ToJson>::OPTIONAL;
            fn is_absent(&self) -> ::core::primitive::bool {
                <#ty as #root::ToJson>::is_absent(&self.#member)
            }
            fn write_form<__CarnetSink: #root::json::Sink>(
                &self,
                carnet_form: ::core::primitive::usize,
                carnet_out: &mut #root::json::Writer<'_, __CarnetSink>,
            ) {
                <#ty as #root::ToJson>::write_form(&self.#member, carnet_form, carnet_out);
            }
        }
    }
}

/// The generics of the impls: what mentions a parameter becomes what its place takes.
struct Split {
    impls: TokenStream,
    types: TokenStream,
    clause: Option<WhereClause>,
}

impl Split {
    fn of(target: &Target, mappings: &[Mapping]) -> Self {
        let root = &target.root;
        let mut generics: Generics = target.generics.clone();
        for (i, mapping) in mappings.iter().enumerate() {
            for (at, link) in mapping.links.iter().enumerate() {
                let Origin::Field(field) = &link.origin else {
                    continue;
                };
                if !field.is_generic || field.with.is_some() {
                    continue;
                }
                let (ty, wanted) = (&field.ty, wanted(root, i, at));
                let clause = generics.make_where_clause();
                clause.predicates.push(parse_quote!(#ty: #root::ToJson));
                clause.predicates.push(parse_quote! {
                    <#ty as #root::ToJson>::Type: #root::json_type::StandsFor<#wanted>
                });
            }
        }
        let (impls, types, clause) = generics.split_for_impl();
        Self {
            impls: impls.to_token_stream(),
            types: types.to_token_stream(),
            clause: clause.cloned(),
        }
    }
}

/// The constant that holds a mapping.
fn mapping_name(mapping: usize) -> Ident {
    format_ident!("__CARNET_MAPPING_{mapping}")
}

/// The constant that holds the code of the JSON type that a link's place takes.
fn type_name(mapping: usize, link: usize) -> Ident {
    format_ident!("__CARNET_TYPE_{mapping}_{link}")
}

/// The JSON type that a link's place takes.
fn wanted(root: &Path, mapping: usize, link: usize) -> TokenStream {
    let code = type_name(mapping, link);
    quote!(<#root::json_type::Taken<#code> as #root::json_type::Wanted>::Type)
}

/// A value of an attribute.
fn constant(root: &Path, constant: &Constant) -> TokenStream {
    let variant = match constant {
        Constant::Null => quote!(Null),
        Constant::Boolean(flag) => quote!(Boolean(#flag)),
        Constant::Number(number) => quote!(Number(#root::decimal::Literal(#number))),
        Constant::Text(text) => quote!(Text(#text)),
        Constant::Array(items) => {
            let items = items.iter().map(|item| self::constant(root, item));
            quote!(Array(&[#(#items),*]))
        }
        Constant::Expression(expression) => {
            return quote!(#root::mapping::Given(#expression).constant());
        }
    };
    quote!(#root::mapping::Constant::#variant)
}

/// The function that a field is converted with. One that is named is called by a closure, so that it
/// may take what a reference to the field dereferences to: `&[T]` where the field is a `Vec<T>`.
fn conversion(with: &Expr) -> TokenStream {
    if !matches!(with, Expr::Path(_)) {
        return with.to_token_stream();
    }
    let span = Span::mixed_site().located_at(with.span());
    quote_spanned!(span=> |value| #with(value))
}

/// The type of a field as it may stand in an item of its own.
fn alone(target: &Target, ty: &Type) -> TokenStream {
    detached(target, ty)
}
