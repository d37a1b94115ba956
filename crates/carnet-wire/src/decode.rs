//! Response to typed reply.

use carnet_core::Operation;
use carnet_core::contract::Outcome;
use carnet_validate::decode::{DecodeError, from_reply, from_reply_as};
use carnet_validate::{reply_of, tree};
use http::Response;
use std::fmt;

/// What a vendor answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply<S, F> {
    /// It did what was asked.
    Success(S),
    /// It refused, in its documented way.
    Failure(F),
    /// It said something that its pages do not document.
    Unrecognised(Unrecognised),
}

impl<S, F> Reply<S, F> {
    /// The success, if it is one.
    pub fn success(self) -> Option<S> {
        match self {
            Self::Success(success) => Some(success),
            Self::Failure(_) | Self::Unrecognised(_) => None,
        }
    }
}

/// A reply that is neither the documented success nor the documented failure.
#[derive(Clone, PartialEq, Eq)]
pub struct Unrecognised {
    /// The HTTP status.
    pub status: u16,
    /// The body, byte for byte.
    pub body: Vec<u8>,
    /// Why it was not recognised.
    pub reason: String,
}

impl fmt::Debug for Unrecognised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unrecognised")
            .field("status", &self.status)
            .field("body", &String::from_utf8_lossy(&self.body))
            .field("reason", &self.reason)
            .finish()
    }
}

/// Reads the response to an operation. Implemented for every [`Operation`].
pub trait Decode: Operation {
    /// What the vendor answered: told apart by the HTTP status and the body, as its pages say.
    ///
    /// A body is taken as the lenient profile takes it: what the vendor's pages leave open (a number
    /// for a text, a list for an object, a key in another case or by another name) is read as what
    /// it means, and so are a byte order mark, a trailing comma and a trailing semicolon. This never
    /// fails: what cannot be read is [`Reply::Unrecognised`] and keeps its bytes.
    ///
    /// # Example
    /// ```
    /// use carnet_vendors::revnue::CreateCustomer;
    /// use carnet_wire::{Decode, Reply};
    ///
    /// let response = http::Response::builder().status(502).body("<html>").unwrap();
    /// let Reply::Unrecognised(reply) = CreateCustomer::decode(&response) else {
    ///     panic!("no vendor documents this")
    /// };
    /// assert_eq!((reply.status, &reply.body[..]), (502, &b"<html>"[..]));
    /// ```
    fn decode(response: &Response<impl AsRef<[u8]>>) -> Reply<Self::Success, Self::Failure> {
        let status = response.status().as_u16();
        let body = response.body().as_ref();
        let document = tree::parse(body);
        let unrecognised = |error: DecodeError| {
            Reply::Unrecognised(Unrecognised {
                status,
                body: body.to_vec(),
                reason: error.to_string(),
            })
        };
        match reply_of(Self::CONTRACT, &document, Some(status)) {
            Some(reply) if reply.outcome == Outcome::Failure => {
                from_reply_as(document, reply).map_or_else(unrecognised, Reply::Failure)
            }
            Some(reply) => from_reply_as(document, reply).map_or_else(unrecognised, Reply::Success),
            None => from_reply(&document).map_or_else(unrecognised, Reply::Success),
        }
    }
}

impl<T: Operation> Decode for T {}
