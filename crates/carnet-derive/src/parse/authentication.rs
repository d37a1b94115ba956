//! What credentials say of themselves.

use super::word::{attributes, skip};
use super::{is_struct, root, target};
use crate::errors::Errors;
use crate::raw::{Authentication, Slot};
use crate::symbol;
use syn::DeriveInput;

/// Reads the input of the `Authentication` derive. What is wrong with other words is told by
/// `Payload`.
pub(crate) fn authentication(errors: &Errors, input: &DeriveInput) -> Authentication {
    let mut authentication = Authentication {
        target: target(input, root(input)),
        is_struct: is_struct(input),
        body: Slot::default(),
        query: Slot::default(),
    };
    let quiet = Errors::new();
    attributes(&quiet, &input.attrs, symbol::CARNET, |word| {
        let slot = match word.name.as_str() {
            symbol::BODY => Some(&mut authentication.body),
            symbol::QUERY => Some(&mut authentication.query),
            _ => None,
        };
        if let Some(slot) = slot
            && let Err(error) = word.once(errors, slot, || word.nothing())
        {
            errors.push(error);
        }
        skip(word.input);
        Ok(())
    });
    quiet.finish();
    authentication
}
