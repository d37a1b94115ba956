//! The checked model to tokens. Cannot fail.
//!
//! Every path is absolute, local names begin with `carnet_` or `__CARNET`, so that nothing in the
//! user's scope can be meant instead. Constants nest struct literals rather than call functions on
//! borrowed values, since only the former live as long as the constant.

mod authentication;
mod choice;
mod encode;
mod fallback;
mod fields;
mod generics;
mod member;
mod newtype;
mod object;
mod operation;
mod rule;
mod ruling;
mod shape;
mod write;

pub(crate) use authentication::authentication;
pub(crate) use encode::encode;
pub(crate) use operation::operation;

use crate::model::{Payload, Target};
use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

/// Empty impls, so that the user sees our errors and none that follow from them.
pub(crate) use fallback::{
    authentication as authentication_fallback, encode as encode_fallback,
    operation as operation_fallback, payload as payload_fallback,
};

/// The impls of the `Payload` derive.
pub(crate) fn payload(target: &Target, payload: &Payload) -> TokenStream {
    let (impls, json_type) = match payload {
        Payload::Object(object) => (object::object(target, object), quote!(JsonObject)),
        Payload::Newtype(newtype) => (newtype::newtype(target, newtype), quote!(JsonAny)),
        Payload::Enum(list) => (choice::list(target, list), quote!(JsonString)),
        Payload::Union(union) => (choice::union(target, union), quote!(JsonAny)),
    };
    let to_json = to_json(target, &json_type);
    let schema = json_schema(target);
    quote!(#impls #to_json #schema)
}

/// The impl of `ToJson`, with which a part of a contract may be a field of somebody's struct.
fn to_json(target: &Target, json_type: &TokenStream) -> TokenStream {
    let Target { ident, root, .. } = target;
    let (impl_generics, ty_generics, where_clause) = &generics::split(target);
    quote! {
        #[automatically_derived]
        impl #impl_generics #root::ToJson for #ident #ty_generics #where_clause {
            type Type = #root::json_type::#json_type;
            const KNOWN: #root::to_json::Known =
                #root::to_json::Known::Forms(&[#root::to_json::Form {
                    key: "",
                    json: #root::to_json::FormOf::Shape(&<Self as #root::Payload>::SHAPE),
                }]);
            const OPTIONAL: ::core::primitive::bool = <Self as #root::Payload>::OPTIONAL;
            fn is_absent(&self) -> ::core::primitive::bool {
                <Self as #root::Payload>::is_absent(self)
            }
            fn write_form<__CarnetSink: #root::json::Sink>(
                &self,
                _: ::core::primitive::usize,
                carnet_out: &mut #root::json::Writer<'_, __CarnetSink>,
            ) {
                <Self as #root::Payload>::write(self, carnet_out);
            }
        }
    }
}

/// The impl of `schemars::JsonSchema`, which reads the contract.
fn json_schema(target: &Target) -> TokenStream {
    let Target { ident, root, .. } = target;
    let (impl_generics, ty_generics, where_clause) = &generics::split(target);
    let name = ident.unraw().to_string();
    quote! {
        #[automatically_derived]
        impl #impl_generics #root::schemars::JsonSchema for #ident #ty_generics #where_clause {
            fn schema_name() -> ::std::borrow::Cow<'static, ::core::primitive::str> {
                ::std::borrow::Cow::Borrowed(#name)
            }
            fn schema_id() -> ::std::borrow::Cow<'static, ::core::primitive::str> {
                ::std::borrow::Cow::Owned(#root::json_schema::id(&<Self as #root::Payload>::SHAPE))
            }
            fn json_schema(
                carnet_generator: &mut #root::schemars::SchemaGenerator,
            ) -> #root::schemars::Schema {
                #root::json_schema::of(&<Self as #root::Payload>::SHAPE, carnet_generator)
            }
        }
    }
}

/// An impl of `Payload`, given the shape, the other items, and the body of `write`.
fn payload_impl(
    target: &Target,
    shape: &TokenStream,
    others: &TokenStream,
    out: &TokenStream,
    write: &TokenStream,
) -> TokenStream {
    let Target { ident, root, .. } = target;
    let (impl_generics, ty_generics, where_clause) = &generics::split(target);
    quote! {
        #[automatically_derived]
        impl #impl_generics #root::Payload for #ident #ty_generics #where_clause {
            const SHAPE: #root::Shape = #shape;
            #others
            fn write<__CarnetSink: #root::json::Sink>(
                &self,
                #out: &mut #root::json::Writer<'_, __CarnetSink>,
            ) {
                #write
            }
        }
    }
}
