//! Credentials that travel among the members of the request.

use crate::errors::Errors;
use crate::model::{Authentication, Carrier};
use crate::raw;

/// Checks the input of the `Authentication` derive.
pub(crate) fn authentication(errors: &Errors, raw: &raw::Authentication) -> Authentication {
    let ident = &raw.target.ident;
    match (&raw.body.word, &raw.query.word) {
        (None, None) => errors.at(
            ident,
            "where do these credentials travel? Write `#[carnet(body)]` for members of the JSON \
             body, `#[carnet(query)]` for parameters; for the `Authorization` header use \
             `carnet::auth::Bearer` or `Basic`, or implement `Authentication` by hand",
        ),
        (Some(_), Some(query)) => errors.at(
            query,
            "credentials travel in the `body` or in the `query`; remove one of the two",
        ),
        _ => {}
    }
    let carrier = if raw.query.is_given() {
        Carrier::Query
    } else {
        Carrier::Body
    };
    if !raw.is_struct {
        let place = match carrier {
            Carrier::Body => "body",
            Carrier::Query => "query",
        };
        errors.at(
            ident,
            format!(
                "credentials that travel in the {place} are a struct with named fields: write \
                 `struct {ident} {{ … }}`"
            ),
        );
    }
    Authentication { carrier }
}
