//! What is mapped, and writing it.

use super::checks::{Tokens, conversion};
use super::{Split, alone, constant, mapping_name, type_name};
use crate::model::Target;
use crate::model::encode::{Field, Link, Mapping, Origin, Profile};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Path;
use syn::ext::IdentExt;

/// The mapping as constants that stand outside of the impls. What depends on a type parameter is left
/// open in them, and so is what a conversion gives: where that is nothing that can be written, it
/// keeps nothing from being told of the other fields.
///
/// The mapping is a reference, not a value: of a value every use would be a constant of its own,
/// which the compiler would validate with all of the contract behind it.
pub(super) fn constants(target: &Target, index: usize, mapping: &Mapping) -> TokenStream {
    let root = &target.root;
    let Mapping { ty, key, .. } = mapping;
    let ident = target.ident.unraw().to_string();
    let name = mapping_name(index);
    let (plan, profile) = (plan_name(index), profile(root, mapping));
    let order = format_ident!("__CARNET_ORDER_{index}");
    let count = mapping.links.len();
    let depth = (mapping.links.iter().map(|link| link.path.len()))
        .max()
        .unwrap_or(0);
    let links = mapping.links.iter().map(|item| {
        let origin = match &item.origin {
            Origin::Field(field) if field.is_open() => open_field(root, field),
            Origin::Field(field) => {
                let ty = alone(target, &field.ty);
                closed_field(root, field, &ty, &quote!(#root::mapping::Probe::<#ty>))
            }
            Origin::Set(..) => set(root, item),
        };
        link(root, item, &origin)
    });
    let codes = mapping.links.iter().enumerate().map(|(at, link)| {
        let (code, path) = (type_name(index, at), &link.path);
        quote! {
            const #code: ::core::primitive::u8 = #root::mapping::taken(#name, &[#(#path),*]);
        }
    });
    quote! {
        const #name: &#root::mapping::Mapping = &#root::mapping::Mapping {
            name: #ident,
            key: #key,
            title: <#ty as #root::Members>::TITLE,
            object: &<#ty as #root::Members>::OBJECT,
            profile: #profile,
            links: {
                #[allow(unused_imports)]
                use #root::mapping::Unprobed as _;
                &[#(#links),*]
            },
        };
        const #order: #root::mapping::Order<#count, #depth> = #root::mapping::Order::of(#name);
        const #plan: [#root::mapping::Step; #order.steps(#name)] = #order.plan(#name);
        #(#codes)*
    }
}

/// The impls of `EncodeAs` and of what it stands on.
pub(super) fn impls(
    target: &Target,
    split: &Split,
    index: usize,
    mapping: &Mapping,
) -> TokenStream {
    let Target { ident, root, .. } = target;
    let Split {
        impls,
        types,
        clause,
    } = split;
    let ty = &mapping.ty;
    let plan = plan_name(index);
    let profile = profile(root, mapping);
    let whole = whole(target, index, mapping);
    let fields = || {
        let links = mapping.links.iter().enumerate();
        links.filter_map(|(at, link)| match &link.origin {
            Origin::Field(field) => Some((at, link, &**field)),
            Origin::Set(..) => None,
        })
    };
    let absent = fields().map(|(at, _, field)| absent(root, at, field));
    let writes = fields().map(|(at, link, field)| write(root, index, at, link, field));
    let writes_members = write_members(target, index, mapping);
    let late = late(target, mapping);
    quote! {
        #[automatically_derived]
        impl #impls #root::mapping::Fields<#ty> for #ident #types #clause {
            const MAPPING: &'static #root::mapping::Mapping = #whole;
            fn is_absent(&self, carnet_link: ::core::primitive::usize) -> ::core::primitive::bool {
                match carnet_link {
                    #(#absent)*
                    _ => false,
                }
            }
            fn write<__CarnetSink: #root::json::Sink>(
                &self,
                carnet_link: ::core::primitive::usize,
                carnet_slot: #root::mapping::Slot<'_, '_, __CarnetSink>,
            ) {
                match carnet_link {
                    #(#writes)*
                    _ => {}
                }
            }
        }
        #[automatically_derived]
        impl #impls #root::EncodeAs<#ty> for #ident #types #clause {
            const PROFILE: #root::Profile = #profile;
            const MAPPING: ::core::option::Option<&'static #root::mapping::Mapping> =
                ::core::option::Option::Some(<Self as #root::mapping::Fields<#ty>>::MAPPING);
            fn write_members<__CarnetSink: #root::json::Sink>(
                &self,
                carnet_out: &mut #root::json::ObjectWriter<'_, __CarnetSink>,
            ) {
                #writes_members
            }
            fn write_parameters<__CarnetSink: #root::json::Sink>(
                &self,
                carnet_out: &mut #root::parameters::ParameterWriter<'_, __CarnetSink>,
            ) {
                #late
                #root::mapping::parameters::<#ty, Self, __CarnetSink>(self, &#plan, carnet_out);
            }
        }
    }
}

/// Writes the members to `carnet_out`. This asks nothing of the target that the impl does not ask:
/// where it is no object, that is told once.
pub(super) fn write_members(target: &Target, index: usize, mapping: &Mapping) -> TokenStream {
    let Target { root, .. } = target;
    let ty = &mapping.ty;
    let plan = plan_name(index);
    let late = late(target, mapping);
    quote! {
        #late
        #root::mapping::members::<#ty, Self, __CarnetSink>(self, &#plan, carnet_out);
    }
}

/// The checks of fields whose types depend on a parameter.
fn late(target: &Target, mapping: &Mapping) -> TokenStream {
    let Target { root, .. } = target;
    let ty = &mapping.ty;
    let links = mapping.links.iter().enumerate();
    let checks = links.filter_map(|(at, link)| match &link.origin {
        Origin::Field(field) if field.is_generic => {
            let whole = quote!(<Self as #root::mapping::Fields<#ty>>::MAPPING, #at);
            let call = Tokens::of(&field.ty).call(target, "value", &whole);
            Some(quote!(const { #call };))
        }
        _ => None,
    });
    checks.collect()
}

fn plan_name(mapping: usize) -> syn::Ident {
    format_ident!("__CARNET_PLAN_{mapping}")
}

fn profile(root: &Path, mapping: &Mapping) -> TokenStream {
    match mapping.profile {
        Profile::Strict => quote!(#root::Profile::Strict),
        Profile::Lenient => quote!(#root::Profile::Lenient),
    }
}

/// The mapping with what the constants leave open.
fn whole(target: &Target, index: usize, mapping: &Mapping) -> TokenStream {
    let root = &target.root;
    let name = mapping_name(index);
    let is_open = |link: &Link| matches!(&link.origin, Origin::Field(field) if field.is_open());
    if !mapping.links.iter().any(is_open) {
        return quote!(#name);
    }
    let links = mapping
        .links
        .iter()
        .enumerate()
        .map(|(at, item)| match &item.origin {
            Origin::Field(field) if field.is_open() => {
                let ty = &field.ty;
                let ty = &quote!(#ty);
                let origin = closed_field(root, field, ty, &quote!(#root::mapping::Probe::<#ty>));
                link(root, item, &origin)
            }
            _ => quote!(#name.links[#at]),
        });
    quote! {
        &#root::mapping::Mapping {
            links: &[#(#links),*],
            ..*#name
        }
    }
}

fn link(root: &Path, link: &Link, origin: &TokenStream) -> TokenStream {
    let path = &link.path;
    let undocumented = matches!(&link.origin, Origin::Field(field) if field.undocumented);
    quote! {
        #root::mapping::Link {
            path: &[#(#path),*],
            origin: #origin,
            undocumented: #undocumented,
        }
    }
}

fn set(root: &Path, link: &Link) -> TokenStream {
    match &link.origin {
        Origin::Set(value, _) => {
            let value = constant(root, value);
            quote!(#root::mapping::Origin::Set(#value))
        }
        Origin::Field(_) => TokenStream::new(),
    }
}

/// A field of which only the name is known.
fn open_field(root: &Path, field: &Field) -> TokenStream {
    let name = field.member.unraw().to_string();
    quote! {
        #root::mapping::Origin::Field {
            name: #name,
            optional: ::core::option::Option::None,
            known: #root::to_json::Known::Any,
        }
    }
}

/// A field with what its type, or that of the conversion's result, tells.
fn closed_field(root: &Path, field: &Field, ty: &TokenStream, of: &TokenStream) -> TokenStream {
    let name = field.member.unraw().to_string();
    let known = known(root, field, ty, of);
    let optional = if let Some(with) = &field.with {
        let conversion = conversion(root, with, ty);
        quote!(#conversion.optional())
    } else {
        quote!(#of::OPTIONAL)
    };
    quote! {
        #root::mapping::Origin::Field { name: #name, optional: #optional, known: #known }
    }
}

/// What is known of the JSON that a field becomes; `of` is what knows it of its type.
fn known(root: &Path, field: &Field, ty: &TokenStream, of: &TokenStream) -> TokenStream {
    if let Some(with) = &field.with {
        let conversion = conversion(root, with, ty);
        quote!(#conversion.known())
    } else {
        quote!(#of::KNOWN)
    }
}

/// The value of a field as it is mapped.
fn value(root: &Path, field: &Field) -> TokenStream {
    let Field {
        member, ty, with, ..
    } = field;
    if let Some(with) = with {
        let conversion = conversion(root, with, &ty.to_token_stream());
        let span = Tokens::of(with).first;
        quote_spanned!(span=> &#conversion.apply(&self.#member))
    } else {
        quote!(&self.#member)
    }
}

/// What of `ToJson` is meant, on a field's type: an error about it is the same in every place.
fn to_json(root: &Path, field: &Field) -> TokenStream {
    match (&field.with, &field.ty) {
        (Some(_), _) => quote!(#root::ToJson),
        (None, ty) => quote!(<#ty as #root::ToJson>),
    }
}

fn absent(root: &Path, at: usize, field: &Field) -> TokenStream {
    let (to_json, value) = (to_json(root, field), value(root, field));
    quote!(#at => #to_json::is_absent(#value),)
}

fn write(root: &Path, index: usize, at: usize, link: &Link, field: &Field) -> TokenStream {
    let (name, path, ty) = (mapping_name(index), &link.path, &field.ty);
    let (to_json, value) = (to_json(root, field), value(root, field));
    let known = known(root, field, &quote!(#ty), &to_json);
    // An error about the result of a conversion is told once, where the conversion stands.
    let with = field.with.as_ref();
    let span = with.map_or_else(Span::call_site, |with| Tokens::of(with).first);
    let given = quote_spanned!(span=> carnet_value);
    quote! {
        #at => {
            let #given = #value;
            if !#to_json::is_absent(#given) {
                #to_json::write_form(
                    #given,
                    const { #root::mapping::form(&#known, #name, &[#(#path),*]) },
                    &mut carnet_slot.open(),
                );
            }
        }
    }
}
