//! What the validator has to say about a request, as it would read a recorded one: bytes.
//!
//! Encoding has linted the request under the strict profile before there was one. This is for the
//! warnings, and for the profile that a CI gate over older payloads takes.

use carnet::contract::Carrier;
use carnet::http::Request;
use carnet::validate::{Report, Settings, Surface, lint};
use carnet::{Artifact, Contract, Profile};

/// Everything that a profile finds in the body of a request.
#[must_use]
pub fn body(contract: &Contract, request: &Request<Vec<u8>>, profile: Profile) -> Report {
    let artifact = match contract.carrier {
        Carrier::JsonBody => Artifact::RequestBody,
        Carrier::Parameters => Artifact::RequestForm,
    };
    // On the wire a credential is real; in a file it would have to be a placeholder.
    let settings = Settings {
        profile,
        surface: Surface::Wire,
        ..Settings::default()
    };
    lint(contract, artifact, request.body(), &settings)
}
