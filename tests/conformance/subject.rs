//! The kinds of bodies under test, and what reads each of them.

use carnet_core::auth::Bearer;
use carnet_core::contract::Outcome;
use carnet_core::payload::to_vec;
use carnet_core::{Artifact, Contract, Operation, Payload, Shape};
use carnet_validate::decode::from_slice;
use carnet_vendors::aptania::{CreateAccount, Status, Token};
use carnet_vendors::revnue::{CreateCustomer, Customer, Problem};
use serde::de::DeserializeOwned;

/// One kind of body.
pub(crate) struct Subject {
    pub(crate) contract: &'static Contract,
    /// Which reply it is; `None` for the request.
    pub(crate) outcome: Option<Outcome>,
    /// Carnet's own decoding, and why not.
    pub(crate) decode: fn(&[u8]) -> Result<(), String>,
    /// `serde_json`'s decoding of the same type, and why not.
    pub(crate) decode_plainly: fn(&[u8]) -> Result<(), String>,
    /// Decodes and writes again.
    pub(crate) rewrite: fn(&[u8]) -> Result<Vec<u8>, String>,
}

impl Subject {
    pub(crate) fn artifact(&self) -> Artifact {
        match self.outcome {
            None => Artifact::RequestBody,
            Some(_) => Artifact::ReplyBody,
        }
    }

    pub(crate) fn shape(&self) -> &'static Shape {
        match self.outcome {
            None => &self.contract.request.shape,
            Some(outcome) => {
                let mut replies = self.contract.replies.iter();
                let reply = replies.find(|reply| reply.outcome == outcome);
                &reply.expect("the contract has such a reply").body.shape
            }
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

/// The body of an Aptania request is the token and the account, side by side.
fn rewrite_account(text: &[u8]) -> Result<Vec<u8>, String> {
    let token = rewrite::<Token>(text)?;
    let account = rewrite::<CreateAccount>(text)?;
    Ok([&token[..token.len() - 1], &account[1..]].join(&b','))
}

/// Every kind of body of the catalog.
pub(crate) const ALL: [Subject; 6] = [
    Subject {
        contract: CreateCustomer::CONTRACT,
        outcome: None,
        decode: decode::<CreateCustomer>,
        decode_plainly: decode_plainly::<CreateCustomer>,
        rewrite: rewrite::<CreateCustomer>,
    },
    Subject {
        contract: CreateCustomer::CONTRACT,
        outcome: Some(Outcome::Success),
        decode: decode::<Customer>,
        decode_plainly: decode_plainly::<Customer>,
        rewrite: rewrite::<Customer>,
    },
    Subject {
        contract: CreateCustomer::CONTRACT,
        outcome: Some(Outcome::Failure),
        decode: decode::<Problem>,
        decode_plainly: decode_plainly::<Problem>,
        rewrite: rewrite::<Problem>,
    },
    Subject {
        contract: CreateAccount::CONTRACT,
        outcome: None,
        decode: |text| decode::<CreateAccount>(text).and_then(|()| decode::<Token>(text)),
        decode_plainly: |text| {
            decode_plainly::<CreateAccount>(text).and_then(|()| decode_plainly::<Token>(text))
        },
        rewrite: rewrite_account,
    },
    Subject {
        contract: CreateAccount::CONTRACT,
        outcome: Some(Outcome::Success),
        decode: decode::<Status>,
        decode_plainly: decode_plainly::<Status>,
        rewrite: rewrite::<Status>,
    },
    Subject {
        contract: CreateAccount::CONTRACT,
        outcome: Some(Outcome::Failure),
        decode: decode::<Status>,
        decode_plainly: decode_plainly::<Status>,
        rewrite: rewrite::<Status>,
    },
];

// The subjects decode the types that the operations name: another type there is an error here.
const _: fn() = || {
    fn names<O: Operation<Auth = A, Success = S, Failure = F>, A, S, F>() {}
    names::<CreateCustomer, Bearer, Customer, Problem>();
    names::<CreateAccount, Token, Status, Status>();
};
