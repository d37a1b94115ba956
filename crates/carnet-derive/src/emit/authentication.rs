//! Credentials that travel among the members of the request.

use super::generics::split;
use crate::model::{Authentication, Carrier, Target};
use proc_macro2::TokenStream;
use quote::quote;

/// The impl of `Authentication`.
pub(crate) fn authentication(target: &Target, authentication: &Authentication) -> TokenStream {
    let Target { ident, root, .. } = target;
    let (impl_generics, ty_generics, where_clause) = &split(target);
    let (place, write, out) = match authentication.carrier {
        Carrier::Body => (
            quote!(Body),
            quote!(write_members),
            quote!(json::ObjectWriter),
        ),
        Carrier::Query => (
            quote!(Query),
            quote!(write_parameters),
            quote!(parameters::ParameterWriter),
        ),
    };
    quote! {
        #[automatically_derived]
        impl #impl_generics #root::Authentication for #ident #ty_generics #where_clause {
            const AUTH: #root::auth::Auth =
                #root::auth::Auth::#place(<Self as #root::Members>::OBJECT.fields);
            fn #write<__CarnetSink: #root::json::Sink>(
                &self,
                carnet_out: &mut #root::#out<'_, __CarnetSink>,
            ) {
                #root::Members::#write(self, carnet_out);
            }
        }
    }
}
