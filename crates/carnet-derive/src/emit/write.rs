//! Writing the members of an object.

use crate::model::{Constant, Dynamic, Entry, Object};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

/// What members are written into.
#[derive(Clone, Copy)]
pub(crate) enum Destination {
    Object,
    Parameters,
}

impl Destination {
    /// The function that writes one member, and what it takes for a name that is known.
    fn known(self, root: &Path, name: &str) -> (TokenStream, TokenStream) {
        match self {
            Self::Object => (
                quote!(write_known_member),
                quote!(const { &#root::json::Key::new(#name) }),
            ),
            Self::Parameters => (quote!(write_parameter), quote!(#name)),
        }
    }

    /// The function that writes one member under a name that another one tells.
    fn named(self) -> TokenStream {
        match self {
            Self::Object => quote!(write_member),
            Self::Parameters => quote!(write_parameter),
        }
    }

    /// The method that writes all members of an object.
    fn all(self) -> TokenStream {
        match self {
            Self::Object => quote!(write_members),
            Self::Parameters => quote!(write_parameters),
        }
    }
}

/// The statements that write every member, in order.
pub(crate) fn members(root: &Path, object: &Object, into: Destination) -> TokenStream {
    let constants = object
        .constants
        .iter()
        .map(|item| constant(root, item, into));
    let entries = object.entries.iter().map(|item| entry(root, item, into));
    quote!(#(#constants)* #(#entries)*)
}

fn constant(root: &Path, constant: &Constant, into: Destination) -> TokenStream {
    let Constant { name, value, .. } = constant;
    let (one, name) = into.known(root, name);
    quote! {
        #root::payload::#one::<_, &::core::primitive::str>(carnet_out, #name, &#value);
    }
}

/// The statement that writes one field. It names the type, so that a type which is no payload is
/// told of once, where it stands.
fn entry(root: &Path, entry: &Entry, into: Destination) -> TokenStream {
    let (write, member, skip_if) = match entry {
        Entry::Field(field) => {
            let (name, member, ty) = (&field.name, &field.member, &field.ty);
            let (one, name) = into.known(root, name);
            let write = quote! {
                #root::payload::#one::<_, #ty>(carnet_out, #name, &self.#member);
            };
            (write, member, &field.skip_if)
        }
        Entry::Flatten(flatten) => {
            let (member, ty) = (&flatten.member, &flatten.ty);
            let all = into.all();
            let write = quote! {
                <#ty as #root::Members>::#all(&self.#member, carnet_out);
            };
            (write, member, &flatten.skip_if)
        }
        Entry::Dynamic(item) => {
            let field = &item.field;
            (dynamic(root, item, into), &field.member, &field.skip_if)
        }
    };
    match skip_if {
        Some(path) => quote!(if !#path(&self.#member) { #write }),
        None => write,
    }
}

/// The key is the first text that is there and not empty; without one, nothing is written.
fn dynamic(root: &Path, dynamic: &Dynamic, into: Destination) -> TokenStream {
    let one = into.named();
    let (member, ty) = (&dynamic.field.member, &dynamic.field.ty);
    let keys = dynamic.named_by.iter().map(|naming| {
        let (member, ty) = (&naming.member, &naming.ty);
        quote! {
            if carnet_key.is_empty() && !<#ty as #root::Payload>::is_absent(&self.#member) {
                <#ty as #root::Payload>::write(
                    &self.#member,
                    &mut #root::json::Writer::bare(&mut carnet_key),
                );
            }
        }
    });
    quote! {
        if !<#ty as #root::Payload>::is_absent(&self.#member) {
            let mut carnet_key: ::std::vec::Vec<::core::primitive::u8> = ::std::vec::Vec::new();
            #(#keys)*
            let carnet_key = ::core::str::from_utf8(&carnet_key).unwrap_or_default();
            if !carnet_key.is_empty() {
                #root::payload::#one::<_, #ty>(carnet_out, carnet_key, &self.#member);
            }
        }
    }
}
