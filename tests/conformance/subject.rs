//! The kinds of bodies under test, and what reads each of them.

use crate::engines;
use carnet_core::contract::{Carrier, Outcome};
use carnet_core::payload::to_vec;
use carnet_core::{Artifact, Contract, Operation, Payload, Shape};
use carnet_schema::Side;
use carnet_validate::decode::from_slice;
use carnet_vendors::apptivo::{self, UpdateByContact, UpdateByName};
use carnet_vendors::aptania::{CreateAccount, Token};
use carnet_vendors::kapture::{
    AddContact, AddCustomer, SearchCustomer, SelectCustomers, UpdateCustomer,
};
use carnet_vendors::revnue::CreateCustomer;
use serde::de::DeserializeOwned;

/// One kind of body.
pub(crate) struct Subject {
    pub(crate) contract: &'static Contract,
    /// Which reply it is; `None` for the request.
    pub(crate) outcome: Option<Outcome>,
    /// What reads it; `None` for parameters, which are written only.
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

impl Subject {
    const fn request<O: Operation + DeserializeOwned>() -> Self {
        Self {
            contract: O::CONTRACT,
            outcome: None,
            reader: Some(Reader::of::<O>()),
        }
    }

    const fn parameters<O: Operation>() -> Self {
        assert!(matches!(O::CONTRACT.carrier, Carrier::Parameters));
        Self {
            contract: O::CONTRACT,
            outcome: None,
            reader: None,
        }
    }

    const fn success<O: Operation<Success: Payload>>() -> Self {
        Self {
            contract: O::CONTRACT,
            outcome: Some(Outcome::Success),
            reader: Some(Reader::of::<O::Success>()),
        }
    }

    const fn failure<O: Operation<Failure: Payload>>() -> Self {
        Self {
            contract: O::CONTRACT,
            outcome: Some(Outcome::Failure),
            reader: Some(Reader::of::<O::Failure>()),
        }
    }

    pub(crate) fn artifact(&self) -> Artifact {
        match self.outcome {
            None => self.contract.request_artifact(),
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
const ACCOUNT: Subject = Subject {
    contract: CreateAccount::CONTRACT,
    outcome: None,
    reader: Some(Reader {
        decode: |text| decode::<CreateAccount>(text).and_then(|()| decode::<Token>(text)),
        decode_plainly: |text| {
            decode_plainly::<CreateAccount>(text).and_then(|()| decode_plainly::<Token>(text))
        },
        rewrite: |text| {
            let token = rewrite::<Token>(text)?;
            let account = rewrite::<CreateAccount>(text)?;
            Ok([&token[..token.len() - 1], &account[1..]].join(&b','))
        },
    }),
};

/// An operation whose request is read as its own type.
const fn of_body<O>() -> [Subject; 3]
where
    O: Operation<Success: Payload, Failure: Payload> + DeserializeOwned,
{
    [
        Subject::request::<O>(),
        Subject::success::<O>(),
        Subject::failure::<O>(),
    ]
}

/// An operation whose request is written only.
const fn of_parameters<O>() -> [Subject; 3]
where
    O: Operation<Success: Payload, Failure: Payload>,
{
    [
        Subject::parameters::<O>(),
        Subject::success::<O>(),
        Subject::failure::<O>(),
    ]
}

/// Every kind of body of the catalog.
static ALL: [[Subject; 3]; 10] = [
    of_body::<CreateCustomer>(),
    [
        ACCOUNT,
        Subject::success::<CreateAccount>(),
        Subject::failure::<CreateAccount>(),
    ],
    of_parameters::<apptivo::CreateCustomer>(),
    of_parameters::<UpdateByName>(),
    of_parameters::<UpdateByContact>(),
    of_body::<AddCustomer>(),
    of_body::<SelectCustomers>(),
    of_body::<SearchCustomer>(),
    of_body::<UpdateCustomer>(),
    of_body::<AddContact>(),
];

/// The kinds of bodies on one side of an operation.
pub(crate) fn of(contract: &Contract, side: Side) -> impl Iterator<Item = &'static Subject> {
    let id = contract.id;
    ALL.iter()
        .flatten()
        .filter(move |it| it.contract.id == id && engines::side(it.artifact()) == side)
}
