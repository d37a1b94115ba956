//! Credentials that travel in the body.

use super::generics::split;
use crate::model::Target;
use proc_macro2::TokenStream;
use quote::quote;

/// The impl of `Authentication`.
pub(crate) fn authentication(target: &Target) -> TokenStream {
    let Target { ident, root, .. } = target;
    let (impl_generics, ty_generics, where_clause) = &split(target);
    quote! {
        #[automatically_derived]
        impl #impl_generics #root::Authentication for #ident #ty_generics #where_clause {
            const AUTH: #root::auth::Auth =
                #root::auth::Auth::Body(<Self as #root::Members>::OBJECT.fields);
            fn write_members<__CarnetSink: #root::json::Sink>(
                &self,
                carnet_out: &mut #root::json::ObjectWriter<'_, __CarnetSink>,
            ) {
                #root::Members::write_members(self, carnet_out);
            }
        }
    }
}
