//! Enums whose variants are words of vendors.

use super::checks::Tokens;
use super::constant;
use crate::model::Target;
use crate::model::encode::{Constant, Form, Words};
use proc_macro2::TokenStream;
use quote::quote;

/// The impl of `ToJson`, and the constants that hold the words against the types they are of.
pub(super) fn words(target: &Target, words: &Words) -> TokenStream {
    let Target { ident, root, .. } = target;
    let (impl_generics, ty_generics, where_clause) = target.generics.split_for_impl();
    let all = words.forms.iter().map(|form| {
        let list = form.words.iter().map(|(word, _)| constant(root, word));
        quote!(&[#(#list),*])
    });
    let forms = words.forms.iter().enumerate().map(|(i, form)| {
        let key = &form.key;
        quote! {
            #root::to_json::Form {
                key: #key,
                json: #root::to_json::FormOf::Words(__CARNET_WORDS[#i]),
            }
        }
    });
    let variants = words
        .variants
        .iter()
        .enumerate()
        .map(|(i, variant)| quote!(Self::#variant => #i,));
    let checks = words.forms.iter().map(|form| checks(target, form));
    let json_type = json_type(words);
    quote! {
        const _: () = {
            const __CARNET_WORDS: &[&[#root::mapping::Constant]] = &[#(#all),*];
            #(#checks)*
            #[automatically_derived]
            impl #impl_generics #root::ToJson for #ident #ty_generics #where_clause {
                type Type = #root::json_type::#json_type;
                const KNOWN: #root::to_json::Known = #root::to_json::Known::Forms(&[#(#forms),*]);
                fn write_form<__CarnetSink: #root::json::Sink>(
                    &self,
                    carnet_form: ::core::primitive::usize,
                    carnet_out: &mut #root::json::Writer<'_, __CarnetSink>,
                ) {
                    let carnet_variant: ::core::primitive::usize = match *self {
                        #(#variants)*
                    };
                    __CARNET_WORDS[carnet_form][carnet_variant].write(carnet_out);
                }
            }
        };
    }
}

/// A constant for every word of a type that was named.
fn checks(target: &Target, form: &Form) -> TokenStream {
    let Some(ty) = &form.ty else {
        return TokenStream::new();
    };
    let checks = form.words.iter().map(|(word, span)| {
        let word = constant(&target.root, word);
        let root = &target.root;
        let arguments = quote!(&#word, &<#ty as #root::Payload>::SHAPE);
        let call = Tokens::at(*span).call(target, "word", &arguments);
        quote!(const _: () = #call;)
    });
    checks.collect()
}

/// The JSON type of every word, if all are texts.
fn json_type(words: &Words) -> TokenStream {
    let mut all = words.forms.iter().flat_map(|form| &form.words);
    if all.all(|(word, _)| matches!(word, Constant::Text(_))) {
        quote!(JsonString)
    } else {
        quote!(JsonAny)
    }
}
