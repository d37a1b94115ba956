//! Enums.

use super::payload_impl;
use super::ruling::ruling;
use super::shape::placed;
use crate::model::{Enum, Select, Target, Union};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

/// The impl of `Payload` for a closed list of texts.
pub(crate) fn list(target: &Target, list: &Enum) -> TokenStream {
    let root = &target.root;
    let Enum {
        name, description, ..
    } = list;
    let idents: Vec<_> = list.variants.iter().map(|variant| &variant.ident).collect();
    let texts: Vec<_> = list.variants.iter().map(|variant| &variant.text).collect();
    let other_case = ruling(root, &list.other_case);
    let text = quote!(match self { #(Self::#idents => #texts,)* });
    payload_impl(
        target,
        &quote! {
            #root::Shape {
                kind: #root::Kind::Enum(&#root::shape::Enum {
                    name: #name,
                    description: #description,
                    values: &[#(#texts),*],
                    other_case: #other_case,
                }),
                ..#root::Shape::ANY
            }
        },
        &TokenStream::new(),
        &quote!(carnet_out),
        &quote!(carnet_out.string(#text);),
    )
}

/// The impl of `Payload` for a value of one of several shapes.
pub(crate) fn union(target: &Target, union: &Union) -> TokenStream {
    let root = &target.root;
    let Union {
        name, description, ..
    } = union;
    let arms = union.variants.iter().map(|variant| {
        let (ident, ty) = (&variant.ident, &variant.ty);
        quote! {
            Self::#ident(carnet_value) => <#ty as #root::Payload>::write(carnet_value, carnet_out),
        }
    });
    let variants = union.variants.iter().map(|variant| {
        let (name, description) = (&variant.name, &variant.description);
        let shape = placed(root, &variant.ty, &variant.change);
        quote! {
            #root::shape::Variant { name: #name, description: #description, shape: #shape }
        }
    });
    let select = select(root, union.select.as_ref());
    let mismatch = union.mismatch.as_ref().map(|raw| {
        let mismatch = ruling(root, raw);
        quote!(mismatch: #mismatch,)
    });
    payload_impl(
        target,
        &quote! {
            #root::Shape {
                kind: #root::Kind::Union(&#root::shape::Union {
                    name: #name,
                    description: #description,
                    variants: &[#(#variants),*],
                    select: #select,
                }),
                #mismatch
                ..#root::Shape::ANY
            }
        },
        &TokenStream::new(),
        &quote!(carnet_out),
        &quote!(match self { #(#arms)* }),
    )
}

fn select(root: &Path, select: Option<&Select>) -> TokenStream {
    let Some(select) = select else {
        return quote!(::core::option::Option::None);
    };
    let Select { context, key, .. } = select;
    let disputed = select.disputed.iter().map(|(name, raw)| {
        let ruling = ruling(root, raw);
        quote!(#root::shape::Disputed { name: #name, ruling: #ruling })
    });
    quote! {
        ::core::option::Option::Some(#root::shape::Select {
            context: #context,
            key: #key,
            disputed: &[#(#disputed),*],
        })
    }
}
