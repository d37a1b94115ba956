//! Typed value to request.

use crate::{BaseUrl, EncodeError};
use carnet_core::auth::Authentication;
use carnet_core::json::Writer;
use carnet_core::{Artifact, Contract, Operation, Profile};
use carnet_validate::{Report, Settings, Surface, lint};
use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue, InvalidHeaderValue};
use http::{Request, Uri};

/// Makes the HTTP request of an operation. Implemented for every [`Operation`].
pub trait Encode: Operation {
    /// The request, if the strict profile has nothing against it.
    ///
    /// Absent members are left out; members stand in the vendor's order, without white space.
    ///
    /// # Errors
    /// [`EncodeError`] with every finding, when the payload does not satisfy the contract; when the
    /// vendor documents no host and `base` names none; when no header can hold the credentials.
    fn encode(&self, auth: &Self::Auth, base: &BaseUrl) -> Result<Request<Vec<u8>>, EncodeError> {
        self.encode_under(Profile::Strict, auth, base)
    }

    /// The request, if `profile` has nothing against it.
    ///
    /// # Errors
    /// As [`encode`](Self::encode).
    fn encode_under(
        &self,
        profile: Profile,
        auth: &Self::Auth,
        base: &BaseUrl,
    ) -> Result<Request<Vec<u8>>, EncodeError> {
        let uri = base.url_of(Self::CONTRACT)?;
        let mut body = Vec::with_capacity(512);
        self.encode_body(profile, auth, &mut body)?;
        request(Self::CONTRACT, uri, auth.header(), body)
    }

    /// Appends the body to a buffer, if `profile` has nothing against it.
    ///
    /// # Errors
    /// [`EncodeError`] with every finding; the buffer is then as it was.
    fn encode_body(
        &self,
        profile: Profile,
        auth: &Self::Auth,
        out: &mut Vec<u8>,
    ) -> Result<(), EncodeError> {
        let start = out.len();
        write_body(self, auth, out);
        let report = check(Self::CONTRACT, profile, &out[start..]);
        if report.passes() {
            return Ok(());
        }
        out.truncate(start);
        Err(EncodeError::refused(Self::CONTRACT.id, report.findings))
    }

    /// Everything that `profile` has to say about the payload, warnings included.
    fn check(&self, profile: Profile, auth: &Self::Auth) -> Report {
        let mut body = Vec::with_capacity(512);
        write_body(self, auth, &mut body);
        check(Self::CONTRACT, profile, &body)
    }
}

impl<T: Operation> Encode for T {}

fn write_body<T: Operation + ?Sized>(payload: &T, auth: &T::Auth, out: &mut Vec<u8>) {
    Writer::new(out).object(|members| {
        auth.write_members(members);
        payload.write_members(members);
    });
}

pub(crate) fn check(contract: &Contract, profile: Profile, body: &[u8]) -> Report {
    let settings = Settings {
        profile,
        surface: Surface::Wire,
        ..Settings::default()
    };
    lint(contract, Artifact::RequestBody, body, &settings)
}

/// The request around a body that was checked.
pub(crate) fn request(
    contract: &Contract,
    uri: Uri,
    credentials: Option<Result<HeaderValue, InvalidHeaderValue>>,
    body: Vec<u8>,
) -> Result<Request<Vec<u8>>, EncodeError> {
    let mut request = Request::builder().method(contract.method).uri(uri).header(
        CONTENT_TYPE,
        HeaderValue::from_static(contract.request.media_type),
    );
    if let Some(credentials) = credentials {
        request = request.header(AUTHORIZATION, credentials.map_err(http::Error::from)?);
    }
    Ok(request.body(body)?)
}
