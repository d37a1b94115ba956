//! Typed value to request.

use crate::message::{Call, Message, Written, body_artifact, written};
use crate::{BaseUrl, EncodeError};
use carnet_core::auth::Authentication;
use carnet_core::contract::Carrier;
use carnet_core::json::{Sink, Writer};
use carnet_core::parameters::ParameterWriter;
use carnet_core::{EncodeAs, Mapped, Operation, Profile};
use carnet_validate::Report;
use http::Request;

/// Makes the HTTP request of an operation: of the operation that a value is, or of any that its
/// type is mapped to.
///
/// Implemented for every [`Operation`], and by the derive of the same name for structs of one's own.
/// Of an operation, and of a struct that is mapped to one only, the type parameter is inferred:
/// `customer.encode(…)`; else it says which is meant: `lead.encode::<revnue::CreateCustomer>(…)`.
///
/// # Shape
/// The payload is the JSON of the body. Where the contract says that members travel as parameters,
/// they are the query of the URL instead and the body is empty: arrays and objects as JSON,
/// everything else bare, percent-encoded as RFC 3986 has it, the credentials last.
/// [`EncodeForm`](crate::EncodeForm) puts the same parameters into the body.
pub trait Encode: Mapped {
    /// The request, if the strict profile has nothing against it; of a mapping that says
    /// `profile = lenient`, if that has not.
    ///
    /// Absent members are left out; members stand in the vendor's order, without white space.
    ///
    /// # Errors
    /// [`EncodeError`] with every finding, when the payload does not satisfy the contract; when the
    /// vendor documents no host and `base` names none; when no header can hold the credentials;
    /// when the URL has more than the 65,534 bytes that an [`http::Uri`] can hold.
    fn encode<O>(&self, auth: &O::Auth, base: &BaseUrl) -> Result<Request<Vec<u8>>, EncodeError>
    where
        O: Operation,
        Self: EncodeAs<O>,
    {
        self.encode_under(<Self as EncodeAs<O>>::PROFILE, auth, base)
    }

    /// The request, if `profile` has nothing against it.
    ///
    /// # Errors
    /// As [`encode`](Self::encode).
    fn encode_under<O>(
        &self,
        profile: Profile,
        auth: &O::Auth,
        base: &BaseUrl,
    ) -> Result<Request<Vec<u8>>, EncodeError>
    where
        O: Operation,
        Self: EncodeAs<O>,
    {
        let call = Call::of::<Self, O>(O::CONTRACT.request_artifact());
        let payload = Typed::<Self, O>::new(self, auth);
        Message::write(call, profile, base, &payload)?.request(auth.token())
    }

    /// Appends the text that carries the payload to a buffer, if `profile` has nothing against it:
    /// the JSON of the body, or the parameters, which a query and a form body have alike.
    ///
    /// # Errors
    /// [`EncodeError`] with every finding; the buffer is then as it was.
    fn encode_body<O>(
        &self,
        profile: Profile,
        auth: &O::Auth,
        out: &mut Vec<u8>,
    ) -> Result<(), EncodeError>
    where
        O: Operation,
        Self: EncodeAs<O>,
    {
        let start = out.len();
        let call = Call::of::<Self, O>(body_artifact(O::CONTRACT));
        if call.write(profile, out, &Typed::<Self, O>::new(self, auth)) {
            return Ok(());
        }
        let admitted = call.admit(profile, &out[start..]);
        if admitted.is_err() {
            out.truncate(start);
        }
        admitted
    }

    /// Everything that `profile` has to say about the request, warnings included.
    ///
    /// Where the payload travels in the URL, that is the URL with the documented host: its length
    /// is judged as well.
    fn check<O>(&self, profile: Profile, auth: &O::Auth) -> Report
    where
        O: Operation,
        Self: EncodeAs<O>,
    {
        let artifact = O::CONTRACT.request_artifact();
        // What stands for the account has a length of its own that nobody knows here.
        let url = O::CONTRACT.url.replace(['{', '}'], "");
        let text = written(artifact, &url, |out| {
            Typed::<Self, O>::new(self, auth).write(out);
        });
        Call::of::<Self, O>(artifact).check(profile, &text)
    }
}

impl<T: Mapped> Encode for T {}

/// A payload with its credentials, as the request of an operation.
pub(crate) struct Typed<'p, T: ?Sized, O: Operation> {
    payload: &'p T,
    auth: &'p O::Auth,
}

impl<'p, T: ?Sized, O: Operation> Typed<'p, T, O> {
    pub(crate) const fn new(payload: &'p T, auth: &'p O::Auth) -> Self {
        Self { payload, auth }
    }
}

/// As the contract has them carried.
impl<T, O> Written for Typed<'_, T, O>
where
    T: EncodeAs<O> + ?Sized,
    O: Operation,
{
    fn write<S: Sink>(&self, out: &mut S) {
        match O::CONTRACT.carrier {
            Carrier::JsonBody => Writer::new(out).object(|members| {
                self.auth.write_members(members);
                self.payload.write_members(members);
            }),
            Carrier::Parameters => {
                let mut parameters = ParameterWriter::new(out);
                self.payload.write_parameters(&mut parameters);
                self.auth.write_parameters(&mut parameters);
                parameters.end();
            }
        }
    }
}
