//! Typed value to request, its parameters in the body.

use crate::encode::Typed;
use crate::message::{Call, Message, Written, written};
use crate::{BaseUrl, EncodeError};
use carnet_core::auth::Authentication;
use carnet_core::operation::Parameters;
use carnet_core::{Artifact, EncodeAs, Mapped, Profile};
use carnet_validate::Report;
use http::Request;

/// Makes the HTTP request of an operation whose members are parameters, with these in a form body.
///
/// For every operation that says `parameters`, and what is mapped to one. The parameters are those that
/// [`Encode`](crate::Encode) writes into the URL, byte for byte, as
/// `application/x-www-form-urlencoded`. A body may be as long as it likes, while proxies cut URLs of
/// more than some 8,000 bytes; and a body is not written into logs, where a URL's credentials end
/// up.
///
/// # Example
/// ```
/// use carnet_vendors::apptivo::{CreateCustomer, Customer, Keys};
/// use carnet_wire::{BaseUrl, EncodeForm};
///
/// let customer = Customer { customer_name: Some("Example Ltd".into()), ..Customer::default() };
/// let keys = Keys { api_key: "key".into(), access_key: "access".into() };
/// let request = CreateCustomer::new(customer).encode_form(&keys, &BaseUrl::documented())?;
///
/// assert_eq!(request.uri(), "https://api.apptivo.com/app/dao/v6/customers");
/// assert_eq!(
///     String::from_utf8_lossy(request.body()),
///     "a=save&customerData=%7B%22customerName%22%3A%22Example%20Ltd%22%7D&apiKey=key&accessKey=access"
/// );
/// # Ok::<(), carnet_wire::EncodeError>(())
/// ```
pub trait EncodeForm: Mapped {
    /// The request, if the strict profile has nothing against it; of a mapping that says
    /// `profile = lenient`, if that has not.
    ///
    /// # Errors
    /// [`EncodeError`] with every finding, when the payload does not satisfy the contract; when the
    /// vendor documents no host and `base` names none; when no header can hold the credentials.
    fn encode_form<O>(
        &self,
        auth: &O::Auth,
        base: &BaseUrl,
    ) -> Result<Request<Vec<u8>>, EncodeError>
    where
        O: Parameters,
        Self: EncodeAs<O>,
    {
        self.encode_form_under(<Self as EncodeAs<O>>::PROFILE, auth, base)
    }

    /// The request, if `profile` has nothing against it.
    ///
    /// # Errors
    /// As [`encode_form`](Self::encode_form).
    fn encode_form_under<O>(
        &self,
        profile: Profile,
        auth: &O::Auth,
        base: &BaseUrl,
    ) -> Result<Request<Vec<u8>>, EncodeError>
    where
        O: Parameters,
        Self: EncodeAs<O>,
    {
        let call = Call::of::<Self, O>(Artifact::RequestForm);
        let payload = Typed::<Self, O>::new(self, auth);
        Message::write(call, profile, base, &payload)?.request(auth.token())
    }

    /// Everything that `profile` has to say about the form, warnings included.
    fn check_form<O>(&self, profile: Profile, auth: &O::Auth) -> Report
    where
        O: Parameters,
        Self: EncodeAs<O>,
    {
        let artifact = Artifact::RequestForm;
        let text = written(artifact, "", |out| {
            Typed::<Self, O>::new(self, auth).write(out);
        });
        Call::of::<Self, O>(artifact).check(profile, &text)
    }
}

impl<T: Mapped> EncodeForm for T {}
