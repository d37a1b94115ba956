//! The checked model to tokens. Cannot fail.
//!
//! Every path is absolute, local names begin with `carnet_` or `__CARNET`, so that nothing in the
//! user's scope can be meant instead. Constants nest struct literals rather than call functions on
//! borrowed values, since only the former live as long as the constant.

mod authentication;
mod choice;
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
pub(crate) use operation::operation;

use crate::model::{Payload, Target};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;
use syn::ext::IdentExt;

/// Empty impls, so that the user sees our errors and none that follow from them.
pub(crate) use fallback::{
    authentication as authentication_fallback, operation as operation_fallback,
    payload as payload_fallback,
};

/// The impls of the `Payload` derive.
pub(crate) fn payload(target: &Target, payload: &Payload) -> TokenStream {
    let impls = match payload {
        Payload::Object(object) => object::object(target, object),
        Payload::Newtype(newtype) => newtype::newtype(target, newtype),
        Payload::Enum(list) => choice::list(target, list),
        Payload::Union(union) => choice::union(target, union),
    };
    let schema = json_schema(target);
    quote!(#impls #schema)
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

/// The method that writes a value into a parameter, given its body.
fn write_bare(root: &Path, body: &TokenStream) -> TokenStream {
    quote! {
        fn write_bare<__CarnetSink: #root::json::Sink>(&self, carnet_out: &mut __CarnetSink) {
            #body
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
