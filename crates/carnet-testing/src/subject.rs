//! An operation under test, and what reads each of its bodies.

use carnet_core::auth::Auth;
use carnet_core::contract::{Carrier, Outcome};
use carnet_core::payload::to_vec;
use carnet_core::{Artifact, Contract, Operation, Payload, Shape};
use carnet_validate::decode::from_slice;
use serde::de::DeserializeOwned;
use std::fmt;

/// An operation under test: its contract, and the Rust types that its bodies are read as.
///
/// Which constructor fits depends on what reads a request:
///
/// | the request | |
/// |---|---|
/// | is a JSON body that its own type reads | [`of`](Self::of) |
/// | is a JSON body with the credentials among its members | [`authenticated`](Self::authenticated) |
/// | travels as parameters, or is a type that only writes | [`written`](Self::written) |
///
/// Replies are read as the types that the operation names.
#[derive(Clone, Copy)]
pub struct Subject {
    contract: &'static Contract,
    request: Option<Reader>,
    success: Reader,
    failure: Reader,
}

impl Subject {
    /// An operation whose request is read as its own type. Parameters are never read: of a list of
    /// parameters it is the same as [`written`](Self::written).
    ///
    /// # Panics
    /// When the credentials stand in the body: [`authenticated`](Self::authenticated) reads them.
    /// In a constant, that is a compile error.
    #[must_use]
    pub const fn of<O>() -> Self
    where
        O: Operation<Success: Payload, Failure: Payload> + DeserializeOwned,
    {
        assert!(
            !matches!(O::CONTRACT.auth, Auth::Body(_)),
            "the credentials of this call stand in its body: use `Subject::authenticated`"
        );
        let subject = Self::written::<O>();
        match O::CONTRACT.carrier {
            Carrier::Parameters => subject,
            Carrier::JsonBody => Self {
                request: Some(Reader::of::<O>()),
                ..subject
            },
        }
    }

    /// An operation whose request body holds the credentials and, behind them, its own members.
    #[must_use]
    pub const fn authenticated<O>() -> Self
    where
        O: Operation<Auth: DeserializeOwned + Payload, Success: Payload, Failure: Payload>
            + DeserializeOwned,
    {
        Self {
            request: Some(Reader {
                decode: |text| decode::<O>(text).and_then(|()| decode::<O::Auth>(text)),
                decode_plainly: |text| {
                    decode_plainly::<O>(text).and_then(|()| decode_plainly::<O::Auth>(text))
                },
                rewrite: |text| {
                    Ok(side_by_side(
                        rewrite::<O::Auth>(text)?,
                        &rewrite::<O>(text)?,
                    ))
                },
            }),
            ..Self::written::<O>()
        }
    }

    /// An operation whose request is written and never read.
    #[must_use]
    pub const fn written<O>() -> Self
    where
        O: Operation<Success: Payload, Failure: Payload>,
    {
        Self {
            contract: O::CONTRACT,
            request: None,
            success: Reader::of::<O::Success>(),
            failure: Reader::of::<O::Failure>(),
        }
    }

    /// What is known about the call.
    #[must_use]
    pub const fn contract(&self) -> &'static Contract {
        self.contract
    }

    /// What the emitted schemas describe of the call: not the URL that a JSON body is sent to.
    pub fn artifacts(&self) -> impl Iterator<Item = Artifact> + use<> {
        let Contract {
            carrier, replies, ..
        } = *self.contract;
        let artifacts = self.contract.artifacts().into_iter();
        artifacts.filter(move |artifact| match artifact {
            Artifact::RequestUrl => carrier == Carrier::Parameters,
            Artifact::ReplyBody => !replies.is_empty(),
            Artifact::RequestBody | Artifact::RequestForm => true,
        })
    }

    /// The kinds of bodies that an artifact may be.
    pub(crate) fn parts(&self, artifact: Artifact) -> Vec<Part> {
        if artifact != Artifact::ReplyBody {
            return vec![Part {
                outcome: None,
                shape: &self.contract.request.shape,
                reader: self.request,
            }];
        }
        let readers = [
            (Outcome::Success, self.success),
            (Outcome::Failure, self.failure),
        ];
        let part = |(outcome, reader)| {
            let mut replies = self.contract.replies.iter();
            let reply = replies.find(|reply| reply.outcome == outcome)?;
            Some(Part {
                outcome: Some(outcome),
                shape: &reply.body.shape,
                reader: Some(reader),
            })
        };
        readers.into_iter().filter_map(part).collect()
    }
}

impl fmt::Debug for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Subject").field(&self.contract.id).finish()
    }
}

/// One kind of body.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    /// Which reply it is; `None` for the request.
    pub(crate) outcome: Option<Outcome>,
    pub(crate) shape: &'static Shape,
    /// What reads it; `None` where nothing does.
    pub(crate) reader: Option<Reader>,
}

/// What reads a type.
#[derive(Clone, Copy)]
pub(crate) struct Reader {
    /// Carnet's own decoding, and why not.
    pub(crate) decode: fn(&[u8]) -> Result<(), String>,
    /// `serde_json`'s decoding of the same type, and why not.
    pub(crate) decode_plainly: fn(&[u8]) -> Result<(), String>,
    /// Decodes and writes again.
    pub(crate) rewrite: fn(&[u8]) -> Result<Vec<u8>, String>,
}

impl Reader {
    const fn of<T: DeserializeOwned + Payload>() -> Self {
        Self {
            decode: decode::<T>,
            decode_plainly: decode_plainly::<T>,
            rewrite: rewrite::<T>,
        }
    }
}

fn decode<T: DeserializeOwned>(text: &[u8]) -> Result<(), String> {
    from_slice::<T>(text)
        .map(drop)
        .map_err(|error| error.to_string())
}

fn decode_plainly<T: DeserializeOwned>(text: &[u8]) -> Result<(), String> {
    serde_json::from_slice::<T>(text)
        .map(drop)
        .map_err(|error| error.to_string())
}

fn rewrite<T: DeserializeOwned + Payload>(text: &[u8]) -> Result<Vec<u8>, String> {
    from_slice::<T>(text)
        .map(|payload| to_vec(&payload))
        .map_err(|error| error.to_string())
}

/// The members of two objects as one object.
fn side_by_side(mut one: Vec<u8>, other: &[u8]) -> Vec<u8> {
    one.pop();
    if one.len() > 1 && other.len() > 2 {
        one.push(b',');
    }
    one.extend(other.get(1..).unwrap_or_default());
    one
}
