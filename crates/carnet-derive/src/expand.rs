//! The passes of each derive, from tokens to tokens.

use crate::errors::Errors;
use crate::{check, emit, parse, raw};
use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

/// `#[derive(Payload)]`.
pub(crate) fn payload(input: &DeriveInput) -> TokenStream {
    let errors = Errors::new();
    let raw = parse::payload(&errors, input);
    let checked = check::payload(&errors, &raw);
    match (errors.finish(), checked) {
        (None, Some(payload)) => emit::payload(&raw.target, &payload),
        (found, _) => {
            let is_object =
                matches!(raw.data, raw::Data::Named(_)) && !raw.serde.transparent.is_given();
            let fallback = emit::payload_fallback(&raw.target, is_object);
            quote!(#found #fallback)
        }
    }
}

/// `#[derive(Operation)]`.
pub(crate) fn operation(input: &DeriveInput) -> TokenStream {
    let errors = Errors::new();
    let raw = parse::operation(&errors, input);
    let checked = check::operation(&errors, &raw);
    match (errors.finish(), checked) {
        (None, Some(operation)) => emit::operation(&raw.target, &operation),
        // Without a struct there are no members for it to stand on.
        (found, _) if !raw.is_struct => found.unwrap_or_default(),
        (found, _) => {
            let fallback = emit::operation_fallback(&raw);
            quote!(#found #fallback)
        }
    }
}

/// `#[derive(Authentication)]`.
pub(crate) fn authentication(input: &DeriveInput) -> TokenStream {
    let errors = Errors::new();
    let target = parse::authentication(&errors, input);
    match errors.finish() {
        None => emit::authentication(&target),
        Some(found) => {
            let fallback = emit::authentication_fallback(&target);
            quote!(#found #fallback)
        }
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use syn::parse_quote;

    /// The expansion as rustfmt would lay it out.
    fn formatted(tokens: TokenStream) -> String {
        prettyplease::unparse(&syn::parse2(tokens).unwrap())
    }

    #[test]
    fn a_small_struct() {
        let expansion = super::payload(&parse_quote! {
            /// A person to write to.
            #[carnet(required_together(name, role))]
            struct Contact<'a> {
                /// Full name.
                #[carnet(max_length(50, decided_by = RV_17, lenient = info))]
                name: Option<&'a str>,
                #[serde(rename = "type")]
                role: Option<Role>,
            }
        });
        insta::assert_snapshot!("a_small_struct", formatted(expansion));
    }

    #[test]
    fn a_struct_with_errors() {
        let expansion = super::payload(&parse_quote! {
            struct Contact {
                #[carnet(max_lenght = 50)]
                name: String,
            }
        });
        insta::assert_snapshot!("a_struct_with_errors", formatted(expansion));
    }
}
