//! Rules about several members.

use super::ruling::{ruling, source};
use crate::case::pascal;
use crate::model::{MemberAssertion, MemberRule};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Path;

/// The expression of a rule.
pub(crate) fn rule(root: &Path, rule: &MemberRule) -> TokenStream {
    let assertion = match &rule.assertion {
        MemberAssertion::List(word, names) => {
            let variant = format_ident!("{}", pascal(word));
            quote!(#variant(&[#(#names),*]))
        }
        MemberAssertion::Tuple(word, values) => {
            let variant = format_ident!("{}", pascal(word));
            quote!(#variant(#(#values),*))
        }
        MemberAssertion::CalendarDay {
            year,
            month,
            day,
            january,
        } => quote!(CalendarDay { year: #year, month: #month, day: #day, january: #january }),
    };
    let ruling = ruling(root, &rule.ruling);
    let source = source(root, &rule.source);
    quote! {
        #root::shape::MemberRule {
            assertion: #root::shape::MemberAssertion::#assertion,
            ruling: #ruling,
            source: #source,
        }
    }
}
