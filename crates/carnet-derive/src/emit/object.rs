//! Structs with named fields.

use super::fields::{fields, rules};
use super::generics::split;
use super::member::dynamic;
use super::payload_impl;
use super::ruling::{ruling, source};
use super::write::{Destination, members};
use crate::model::{Entry, Object, Target};
use proc_macro2::TokenStream;
use quote::quote;

/// The impls of `Payload` and `Members`.
pub(crate) fn object(target: &Target, object: &Object) -> TokenStream {
    let Target { ident, root, .. } = target;
    let mismatch = object.mismatch.as_ref().map(|raw| {
        let mismatch = ruling(root, raw);
        quote!(mismatch: #mismatch,)
    });
    let payload = payload_impl(
        target,
        &quote! {
            #root::Shape {
                kind: #root::Kind::Object(&<Self as #root::Members>::OBJECT),
                #mismatch
                ..#root::Shape::ANY
            }
        },
        &TokenStream::new(),
        &quote!(carnet_out),
        &quote! {
            carnet_out.object(|carnet_members| {
                #root::Members::write_members(self, carnet_members)
            });
        },
    );
    let value = value(target, object);
    let writes = members(root, object, Destination::Object);
    let parameters = members(root, object, Destination::Parameters);
    let out = if object.entries.is_empty() && object.constants.is_empty() {
        quote!(_)
    } else {
        quote!(carnet_out)
    };
    let title = object
        .operation
        .as_ref()
        .map(|id| quote!(const TITLE: &'static ::core::primitive::str = #id;));
    let (impl_generics, ty_generics, where_clause) = &split(target);
    quote! {
        #payload
        #[automatically_derived]
        impl #impl_generics #root::Members for #ident #ty_generics #where_clause {
            const OBJECT: #root::Object = #value;
            #title
            fn write_members<__CarnetSink: #root::json::Sink>(
                &self,
                #out: &mut #root::json::ObjectWriter<'_, __CarnetSink>,
            ) {
                #writes
            }
            fn write_parameters<__CarnetSink: #root::json::Sink>(
                &self,
                #out: &mut #root::parameters::ParameterWriter<'_, __CarnetSink>,
            ) {
                #parameters
            }
        }
    }
}

/// The value of `OBJECT`.
fn value(target: &Target, object: &Object) -> TokenStream {
    let root = &target.root;
    let Object {
        name,
        description,
        adopts,
        empty_is_absent,
        ..
    } = object;
    let unknown_keys = ruling(root, &object.unknown_keys);
    let key_spelling = ruling(root, &object.key_spelling);
    let (mut items, rules) = rules(target, object);
    let dynamic = object.entries.iter().find_map(|entry| match entry {
        Entry::Dynamic(item) => Some(dynamic(root, item)),
        Entry::Field(_) | Entry::Flatten(_) => None,
    });
    let dynamic = dynamic.map_or_else(
        || quote!(::core::option::Option::None),
        |dynamic| quote!(::core::option::Option::Some(&#dynamic)),
    );
    let source = source(root, &object.source);
    let (joining, fields) = fields(target, object);
    items.extend(joining);
    let object = quote! {
        #root::Object {
            name: #name,
            description: #description,
            fields: #fields,
            unknown_keys: #unknown_keys,
            key_spelling: #key_spelling,
            adopts: #adopts,
            empty_is_absent: #empty_is_absent,
            dynamic: #dynamic,
            rules: #rules,
            source: #source,
        }
    };
    if items.is_empty() {
        object
    } else {
        quote!({ #items #object })
    }
}
