//! How a caller is authenticated: a typed input of its own, given when a request is made.

use crate::Secret;
use crate::json::{ObjectWriter, Sink};
use crate::parameters::ParameterWriter;
use crate::shape::{Field, join};

/// Where the credentials of a call travel.
#[derive(Clone, Copy, Debug)]
pub enum Auth {
    /// The call takes none.
    None,
    /// In the `Authorization` header, under this scheme.
    Header(&'static str),
    /// As members of the JSON body, before the payload's own.
    Body(&'static [Field]),
    /// As parameters, after the payload's own.
    Query(&'static [Field]),
}

/// The credentials of a call.
///
/// Derive it, beside [`Payload`](crate::Payload), for credentials that travel in the body.
pub trait Authentication {
    /// Where they travel.
    const AUTH: Auth;

    /// What stands behind the scheme in the `Authorization` header.
    fn token(&self) -> Option<&Secret> {
        None
    }

    /// Writes the members that travel in the body.
    fn write_members<S: Sink>(&self, _out: &mut ObjectWriter<'_, S>) {}

    /// Writes the parameters that travel in the query, or in a form body.
    fn write_parameters<S: Sink>(&self, _out: &mut ParameterWriter<'_, S>) {}
}

/// The credentials that travel among the members of the request.
#[must_use]
pub const fn fields(auth: Auth) -> &'static [Field] {
    match auth {
        Auth::Body(fields) | Auth::Query(fields) => fields,
        Auth::None | Auth::Header(_) => &[],
    }
}

/// The members of a request with those that the credentials add, in the order they are sent in.
/// `N` is their number together. For the derive.
///
/// # Panics
/// At compile time, when `N` is another number.
#[must_use]
pub const fn with_credentials<const N: usize>(auth: Auth, own: &[Field]) -> [Field; N] {
    match auth {
        Auth::Query(credentials) => join(own, credentials),
        _ => join(fields(auth), own),
    }
}

/// No credentials.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoAuth;

impl Authentication for NoAuth {
    const AUTH: Auth = Auth::None;
}

/// `Authorization: Bearer <token>` (RFC 6750).
#[derive(Clone, Debug)]
pub struct Bearer(pub Secret);

impl Authentication for Bearer {
    const AUTH: Auth = Auth::Header("Bearer");

    fn token(&self) -> Option<&Secret> {
        Some(&self.0)
    }
}

/// `Authorization: Basic <token>`, the token as the vendor hands it out.
#[derive(Clone, Debug)]
pub struct Basic(pub Secret);

impl Authentication for Basic {
    const AUTH: Auth = Auth::Header("Basic");

    fn token(&self) -> Option<&Secret> {
        Some(&self.0)
    }
}
