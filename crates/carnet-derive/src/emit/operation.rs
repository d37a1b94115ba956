//! Documented calls.

use super::generics::{detached, itself, split};
use super::ruling::{rule_id, ruling};
use crate::model::{Condition, Operation, Outcome, Reply, Target, TextRuling};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Path, parse_quote};

/// The impl of `Operation`.
pub(crate) fn operation(target: &Target, operation: &Operation) -> TokenStream {
    let Target { ident, root, .. } = target;
    let (impl_generics, ty_generics, where_clause) = &split(target);
    let Operation {
        id,
        vendor,
        summary,
        page,
        method,
        url,
        success,
        failure,
        ..
    } = operation;
    let auth = operation
        .auth
        .clone()
        .unwrap_or_else(|| parse_quote!(#root::auth::NoAuth));
    let (auth_alone, itself) = (detached(target, &auth), itself(target));
    let media_type = &operation.media_type;
    let text = operation.text.iter().map(|item| text(root, item));
    let replies = operation.replies.iter().map(|item| reply(root, item));
    quote! {
        #[automatically_derived]
        impl #impl_generics #root::Operation for #ident #ty_generics #where_clause {
            type Auth = #auth;
            type Success = #success;
            type Failure = #failure;

            const CONTRACT: &'static #root::Contract = {
                const __CARNET_AUTH: #root::auth::Auth =
                    <#auth_alone as #root::Authentication>::AUTH;
                const __CARNET_OWN: &[#root::Field] = <#itself as #root::Members>::OBJECT.fields;
                const __CARNET_ALL: &[#root::Field] = &#root::auth::with_credentials::<
                    { #root::auth::fields(__CARNET_AUTH).len() + __CARNET_OWN.len() },
                >(__CARNET_AUTH, __CARNET_OWN);
                &#root::Contract {
                    id: #id,
                    vendor: &#vendor,
                    summary: #summary,
                    page: #page,
                    method: #method,
                    url: #url,
                    auth: <#auth as #root::Authentication>::AUTH,
                    carrier: #root::contract::Carrier::JsonBody,
                    request: #root::contract::Body {
                        media_type: #media_type,
                        shape: #root::Shape {
                            kind: #root::Kind::Object(&#root::Object {
                                fields: __CARNET_ALL,
                                ..<Self as #root::Members>::OBJECT
                            }),
                            ..<Self as #root::Payload>::SHAPE
                        },
                        text: &[#(#text),*],
                    },
                    replies: &[#(#replies),*],
                }
            };
        }
    }
}

fn text(root: &Path, text: &TextRuling) -> TokenStream {
    let rule = rule_id(root, text.rule);
    let words = &text.words;
    let ruling = ruling(root, &text.ruling);
    quote! {
        #root::contract::TextRuling { rule: #rule, words: &[#(#words),*], ruling: #ruling }
    }
}

fn reply(root: &Path, reply: &Reply) -> TokenStream {
    let outcome = match reply.outcome {
        Outcome::Success => quote!(Success),
        Outcome::Failure => quote!(Failure),
    };
    let ty = &reply.ty;
    let when = reply.when.iter().map(|condition| match condition {
        Condition::Status(from, to) => quote!(#root::contract::Condition::Status(#from, #to)),
        Condition::Prefix(member, prefix) => {
            quote!(#root::contract::Condition::Prefix(#member, #prefix))
        }
        Condition::Present(member) => quote!(#root::contract::Condition::Present(#member)),
    });
    quote! {
        #root::contract::Reply {
            outcome: #root::contract::Outcome::#outcome,
            when: &[#(#when),*],
            body: #root::contract::Body {
                media_type: "application/json",
                shape: <#ty as #root::Payload>::SHAPE,
                text: &[],
            },
        }
    }
}
