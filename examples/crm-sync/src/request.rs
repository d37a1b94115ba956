//! The five requests of a lead.

use crate::accounts::Accounts;
use crate::lead::Lead;
use crate::ledgerly;
use carnet::http::Request;
use carnet::{
    BaseUrl, Contract, Encode, EncodeAs, EncodeError, EncodeForm, Operation, apptivo, aptania,
    kapture, revnue,
};

/// A request of one of the vendors, or every reason why there is none.
#[derive(Debug)]
pub struct Attempt {
    /// What the vendor documents.
    pub contract: &'static Contract,
    /// What an HTTP client would send.
    pub request: Result<Request<Vec<u8>>, EncodeError>,
}

/// The requests that tell every vendor of a lead.
///
/// Apptivo's parameters go into a form body: in the URL, its keys would end up in everybody's logs.
#[must_use]
pub fn all(lead: &Lead, accounts: &Accounts) -> [Attempt; 5] {
    let documented = BaseUrl::documented();
    [
        attempt::<revnue::CreateCustomer>(lead, &accounts.revnue, &accounts.revnue_base),
        attempt::<kapture::AddCustomer>(lead, &accounts.kapture, &accounts.kapture_base),
        attempt::<aptania::CreateAccount>(lead, &accounts.aptania, &documented),
        Attempt {
            contract: apptivo::CreateCustomer::CONTRACT,
            request: lead.encode_form::<apptivo::CreateCustomer>(&accounts.apptivo, &documented),
        },
        attempt::<ledgerly::OpenAccount>(lead, &accounts.ledgerly, &documented),
    ]
}

fn attempt<O>(lead: &Lead, auth: &O::Auth, base: &BaseUrl) -> Attempt
where
    O: Operation,
    Lead: EncodeAs<O>,
{
    Attempt {
        contract: O::CONTRACT,
        request: lead.encode::<O>(auth, base),
    }
}
