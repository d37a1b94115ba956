//! Documented calls.

use super::generics::{detached, itself, split};
use super::ruling::{rule_id, ruling};
use crate::model::{Condition, Operation, Outcome, Reply, Ruling, Target, TextRuling};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Path, Type, parse_quote};

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
    let text = texts(root, &operation.text);
    let reply_text = texts(root, &operation.reply_text);
    let replies = operation
        .replies
        .iter()
        .map(|item| reply(root, item, &reply_text));
    let (carrier, assertion) = carrier(root, operation, &auth);
    let kept = kept(root);
    let shape = operation
        .batch
        .as_ref()
        .map_or_else(|| quote!(__CARNET_SHAPE), |raw| batch(root, raw));
    let marker = operation.parameters.then(|| {
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

            const CONTRACT: &'static #root::Contract = {
                const __CARNET_AUTH: #root::auth::Auth =
                    <#auth_alone as #root::Authentication>::AUTH;
                #assertion
                const __CARNET_OWN: &[#root::Field] = <#itself as #root::Members>::OBJECT.fields;
                const __CARNET_ALL: &[#root::Field] = &#root::auth::with_credentials::<
                    { #root::auth::fields(__CARNET_AUTH).len() + __CARNET_OWN.len() },
                >(__CARNET_AUTH, __CARNET_OWN);
                const __CARNET_SHAPE: #root::Shape = #root::Shape {
                    kind: #root::Kind::Object(&#root::Object {
                        fields: __CARNET_ALL,
                        ..<#itself as #root::Members>::OBJECT
                    }),
                    ..<#itself as #root::Payload>::SHAPE
                };
                &#root::Contract {
                    id: #id,
                    vendor: &#vendor,
                    summary: #summary,
                    page: #page,
                    method: #method,
                    url: #url,
                    auth: <#auth as #root::Authentication>::AUTH,
                    carrier: #carrier,
                    request: #root::contract::Body {
                        media_type: #media_type,
                        shape: #shape,
                        text: #text,
                    },
                    replies: &[#(#replies),*],
                }
            };

            #kept
        }
        #marker
    }
}

/// The method that gives the place of what is kept. It is written for every operation, since a
/// static of a generic function would be one for all of them.
fn kept(root: &Path) -> TokenStream {
    quote! {
        fn kept() -> ::core::option::Option<&'static #root::operation::Kept> {
            static __CARNET_KEPT: #root::operation::Kept = #root::operation::Kept::new();
            ::core::option::Option::Some(&__CARNET_KEPT)
        }
    }
}

/// Where the members travel, and the assertion, told at their type, that the credentials can
/// travel there as well.
fn carrier(root: &Path, operation: &Operation, auth: &Type) -> (TokenStream, TokenStream) {
    let (carrier, other, message) = if operation.parameters {
        (
            quote!(Parameters),
            quote!(Body),
            "credentials that travel in the JSON body do not fit a call that says `parameters`",
        )
    } else {
        (
            quote!(JsonBody),
            quote!(Query),
            "credentials that travel in the query fit a call that says `parameters`, and no other",
        )
    };
    let assertion = quote_spanned! {auth.span().resolved_at(Span::call_site())=>
        const _: () = ::core::assert!(
            !::core::matches!(__CARNET_AUTH, #root::auth::Auth::#other(_)),
            #message
        );
    };
    (quote!(#root::contract::Carrier::#carrier), assertion)
}

/// The shape of the request, with the reading that an array of such objects is one as well.
fn batch(root: &Path, raw: &Ruling) -> TokenStream {
    let ruling = ruling(root, raw);
    quote! {
        #root::Shape {
            readings: &[#root::shape::Reading {
                shape: #root::Shape {
                    kind: #root::Kind::Array(&#root::shape::Items {
                        shape: __CARNET_SHAPE,
                        null: ::core::option::Option::Some(#root::Ruling::ERROR),
                    }),
                    ..#root::Shape::ANY
                },
                ruling: #ruling,
            }],
            ..__CARNET_SHAPE
        }
    }
}

fn texts(root: &Path, rulings: &[TextRuling]) -> TokenStream {
    let rulings = rulings.iter().map(|item| text(root, item));
    quote!(&[#(#rulings),*])
}

fn text(root: &Path, text: &TextRuling) -> TokenStream {
    let rule = rule_id(root, text.rule);
    let words = &text.words;
    let ruling = ruling(root, &text.ruling);
    quote! {
        #root::contract::TextRuling { rule: #rule, words: &[#(#words),*], ruling: #ruling }
    }
}

fn reply(root: &Path, reply: &Reply, text: &TokenStream) -> TokenStream {
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
        Condition::Word(member, words) => {
            quote!(#root::contract::Condition::Word(#member, &[#(#words),*]))
        }
    });
    quote! {
        #root::contract::Reply {
            outcome: #root::contract::Outcome::#outcome,
            when: &[#(#when),*],
            body: #root::contract::Body {
                media_type: "application/json",
                shape: <#ty as #root::Payload>::SHAPE,
                text: #text,
            },
        }
    }
}
