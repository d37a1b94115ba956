//! Derive macros that turn annotated structs into vendor contracts.

mod case;
mod check;
mod emit;
mod errors;
mod expand;
mod model;
mod nearest;
mod parse;
mod raw;
mod symbol;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Makes a type a part of a vendor's payload.
#[proc_macro_derive(Payload, attributes(carnet, serde))]
pub fn payload(input: TokenStream) -> TokenStream {
    expand::payload(&parse_macro_input!(input as DeriveInput)).into()
}

/// Makes a payload the request of a documented call.
#[proc_macro_derive(Operation, attributes(carnet))]
pub fn operation(input: TokenStream) -> TokenStream {
    expand::operation(&parse_macro_input!(input as DeriveInput)).into()
}

/// Makes a payload credentials that travel in the body.
#[proc_macro_derive(Authentication, attributes(carnet))]
pub fn authentication(input: TokenStream) -> TokenStream {
    expand::authentication(&parse_macro_input!(input as DeriveInput)).into()
}
