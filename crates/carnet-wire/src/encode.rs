//! Typed value to request.

use crate::message::{Message, body_artifact, check, written};
use crate::{BaseUrl, EncodeError};
use carnet_core::auth::Authentication;
use carnet_core::contract::Carrier;
use carnet_core::json::Writer;
use carnet_core::parameters::ParameterWriter;
use carnet_core::{Operation, Profile};
use carnet_validate::Report;
use http::Request;

/// Makes the HTTP request of an operation. Implemented for every [`Operation`].
///
/// # Shape
/// The payload is the JSON of the body. Where the contract says that members travel as parameters,
/// they are the query of the URL instead and the body is empty: arrays and objects as JSON,
/// everything else bare, percent-encoded as RFC 3986 has it, the credentials last.
/// [`EncodeForm`](crate::EncodeForm) puts the same parameters into the body.
pub trait Encode: Operation {
    /// The request, if the strict profile has nothing against it.
    ///
    /// Absent members are left out; members stand in the vendor's order, without white space.
    ///
    /// # Errors
    /// [`EncodeError`] with every finding, when the payload does not satisfy the contract; when the
    /// vendor documents no host and `base` names none; when no header can hold the credentials;
    /// when the URL has more than the 65,534 bytes that an [`http::Uri`] can hold.
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
        let artifact = Self::CONTRACT.request_artifact();
        let payload = |out: &mut _| write_payload(self, auth, out);
        Message::write(Self::CONTRACT, artifact, base, payload)?.request(profile, auth.header())
    }

    /// Appends the text that carries the payload to a buffer, if `profile` has nothing against it:
    /// the JSON of the body, or the parameters, which a query and a form body have alike.
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
        write_payload(self, auth, out);
        let artifact = body_artifact(Self::CONTRACT);
        let report = check(Self::CONTRACT, artifact, profile, &out[start..]);
        if report.passes() {
            return Ok(());
        }
        out.truncate(start);
        Err(EncodeError::refused(Self::CONTRACT.id, report.findings))
    }

    /// Everything that `profile` has to say about the request, warnings included.
    ///
    /// Where the payload travels in the URL, that is the URL with the documented host: its length
    /// is judged as well.
    fn check(&self, profile: Profile, auth: &Self::Auth) -> Report {
        let artifact = Self::CONTRACT.request_artifact();
        // What stands for the account has a length of its own that nobody knows here.
        let url = Self::CONTRACT.url.replace(['{', '}'], "");
        let text = written(artifact, &url, |out| write_payload(self, auth, out));
        check(Self::CONTRACT, artifact, profile, &text)
    }
}

impl<T: Operation> Encode for T {}

/// Appends the payload and its credentials as the contract has them carried.
pub(crate) fn write_payload<T>(payload: &T, auth: &T::Auth, out: &mut Vec<u8>)
where
    T: Operation + ?Sized,
{
    match T::CONTRACT.carrier {
        Carrier::JsonBody => Writer::new(out).object(|members| {
            auth.write_members(members);
            payload.write_members(members);
        }),
        Carrier::Parameters => {
            let mut parameters = ParameterWriter::new(out);
            payload.write_parameters(&mut parameters);
            auth.write_parameters(&mut parameters);
        }
    }
}
