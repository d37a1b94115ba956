//! Impls without contents, for types whose attributes have errors.

use super::generics::split;
use super::{json_schema, payload_impl, to_json};
use crate::model::Target;
use crate::raw;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Type, parse_quote};

/// The impls of the `Payload` derive; `Members` where there are named fields.
pub(crate) fn payload(target: &Target, is_object: bool) -> TokenStream {
    let Target { ident, root, .. } = target;
    let (impl_generics, ty_generics, where_clause) = &split(target);
    let payload = payload_impl(
        target,
        &quote!(#root::Shape::ANY),
        &TokenStream::new(),
        &quote!(_),
        &TokenStream::new(),
    );
    let members = is_object.then(|| {
        quote! {
            #[automatically_derived]
            impl #impl_generics #root::Members for #ident #ty_generics #where_clause {
                const OBJECT: #root::Object = #root::Object {
                    name: "",
                    description: "",
                    fields: &[],
                    unknown_keys: #root::Ruling::ALLOW,
                    key_spelling: #root::Ruling::ALLOW,
                    adopts: false,
                    empty_is_absent: false,
                    dynamic: ::core::option::Option::None,
                    rules: &[],
                    source: #root::Source::section(""),
                };
                fn write_members<__CarnetSink: #root::json::Sink>(
                    &self,
                    _: &mut #root::json::ObjectWriter<'_, __CarnetSink>,
                ) {}
                fn write_parameters<__CarnetSink: #root::json::Sink>(
                    &self,
                    _: &mut #root::parameters::ParameterWriter<'_, __CarnetSink>,
                ) {}
            }
        }
    });
    let to_json = to_json(target, &quote!(JsonAny));
    let schema = json_schema(target);
    quote!(#payload #members #to_json #schema)
}

/// The impl of `ToJson`, which stands for anything.
pub(crate) fn encode(target: &Target) -> TokenStream {
    let Target { ident, root, .. } = target;
    let (impl_generics, ty_generics, where_clause) = target.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #root::ToJson for #ident #ty_generics #where_clause {
            type Type = #root::json_type::JsonAny;
            const KNOWN: #root::to_json::Known = #root::to_json::Known::Any;
            fn write_form<__CarnetSink: #root::json::Sink>(
                &self,
                _: ::core::primitive::usize,
                _: &mut #root::json::Writer<'_, __CarnetSink>,
            ) {}
        }
    }
}

/// The impl of `Operation`, with the types that could be read.
pub(crate) fn operation(raw: &raw::Operation) -> TokenStream {
    let target = &raw.target;
    let Target { ident, root, .. } = target;
    let (impl_generics, ty_generics, where_clause) = &split(target);
    let auth: Type = match raw.auth.get() {
        Some(ty) => ty.clone(),
        None => parse_quote!(#root::auth::NoAuth),
    };
    let reply = |slot: &raw::Slot<raw::Reply>| -> Type {
        slot.get()
            .map_or_else(|| parse_quote!(()), |reply| reply.ty.clone())
    };
    let (success, failure) = (reply(&raw.success), reply(&raw.failure));
    let marker = raw.parameters.is_given().then(|| {
        quote! {
            #[automatically_derived]
            impl #impl_generics #root::operation::Parameters for #ident #ty_generics #where_clause {}
        }
    });
    quote! {
        #[automatically_derived]
        impl #impl_generics #root::Operation for #ident #ty_generics #where_clause {
            type Auth = #auth;
            type Success = #success;
            type Failure = #failure;

            const CONTRACT: &'static #root::Contract = &#root::Contract {
                id: "",
                vendor: &#root::Vendor { id: "", name: "", discrepancies: &[] },
                summary: "",
                page: "",
                method: "",
                url: "",
                auth: #root::auth::Auth::None,
                carrier: #root::contract::Carrier::JsonBody,
                request: #root::contract::Body {
                    media_type: "",
                    shape: #root::Shape::ANY,
                    text: &[],
                },
                replies: &[],
            };
        }
        #marker
    }
}

/// The impl of `Authentication`.
pub(crate) fn authentication(target: &Target) -> TokenStream {
    let Target { ident, root, .. } = target;
    let (impl_generics, ty_generics, where_clause) = &split(target);
    quote! {
        #[automatically_derived]
        impl #impl_generics #root::Authentication for #ident #ty_generics #where_clause {
            const AUTH: #root::auth::Auth = #root::auth::Auth::None;
        }
    }
}
