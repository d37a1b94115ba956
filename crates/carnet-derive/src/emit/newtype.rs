//! Structs around one value.

use super::generics::detached;
use super::payload_impl;
use super::shape::{checks, with};
use crate::model::{Newtype, Target};
use proc_macro2::TokenStream;
use quote::quote;

/// The impl of `Payload`.
pub(crate) fn newtype(target: &Target, newtype: &Newtype) -> TokenStream {
    let root = &target.root;
    let Newtype { member, ty, change } = newtype;
    let own = checks(root, &change.checks);
    let inherent = own.as_ref().map(|_| quote!(inherent: __CARNET_ALL,));
    let shape = with(root, ty, change, inherent.as_ref());
    let shape = match own {
        // The constraints of the value's own type hold as well, first.
        Some(own) => {
            let ty = detached(target, ty);
            quote! {{
                const __CARNET_PART_0: &[#root::shape::Check] =
                    <#ty as #root::Payload>::SHAPE.inherent;
                const __CARNET_PART_1: &[#root::shape::Check] = #own;
                const __CARNET_ALL: &[#root::shape::Check] = &#root::shape::join_checks::<
                    { __CARNET_PART_0.len() + __CARNET_PART_1.len() },
                >(__CARNET_PART_0, __CARNET_PART_1);
                #shape
            }}
        }
        None => shape,
    };
    payload_impl(
        target,
        &shape,
        &quote! {
            const OPTIONAL: ::core::primitive::bool = <#ty as #root::Payload>::OPTIONAL;
            const NULLABLE: ::core::primitive::bool = <#ty as #root::Payload>::NULLABLE;
            fn is_absent(&self) -> ::core::primitive::bool {
                <#ty as #root::Payload>::is_absent(&self.#member)
            }
        },
        &quote!(carnet_out),
        &quote!(<#ty as #root::Payload>::write(&self.#member, carnet_out);),
    )
}
