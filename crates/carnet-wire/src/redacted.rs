//! A request as people may see it.

use crate::message::{body_artifact, check};
use carnet_core::auth::Auth;
use carnet_core::{Artifact, Contract, Profile};
use carnet_validate::masked::{CREDENTIAL, Masked};
use http::Request;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};
use std::fmt;
use std::ops::Range;

/// A request of an operation as text, its credentials as stars wherever they travel and wherever
/// else one of them is repeated: to print it or to write it into a log.
///
/// # Shape
/// As HTTP/1.1 has it: method and path, `Host`, the headers, a blank line, the body. Without
/// `Content-Length`, which would tell the length of a credential. Bytes that are no UTF-8 become
/// replacement characters.
///
/// # Example
/// ```
/// use carnet_core::{Operation, auth::Bearer};
/// use carnet_vendors::revnue::CreateCustomer;
/// use carnet_wire::{BaseUrl, Encode, Redacted};
///
/// let base = BaseUrl::new("https://api.example.com")?;
/// let customer = CreateCustomer::new(1, "Example Ltd");
/// let request = customer.encode(&Bearer("geheim".into()), &base)?;
/// assert_eq!(
///     Redacted::new(CreateCustomer::CONTRACT, &request).to_string(),
///     "POST /api/v2/customer HTTP/1.1\n\
///      Host: api.example.com\n\
///      authorization: Bearer ********\n\
///      content-type: application/json\n\
///      \n\
///      {\"company\":1,\"name\":\"Example Ltd\"}\n",
/// );
/// # Ok::<(), carnet_wire::EncodeError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Redacted<'a> {
    contract: &'a Contract,
    request: &'a Request<Vec<u8>>,
}

impl<'a> Redacted<'a> {
    /// A request, and the contract that knows where its credentials are.
    #[must_use]
    pub const fn new(contract: &'a Contract, request: &'a Request<Vec<u8>>) -> Self {
        Self { contract, request }
    }

    /// Where credentials stand in a part of the request, which no profile changes.
    fn secrets(&self, artifact: Artifact, text: &[u8]) -> Vec<Range<usize>> {
        check(self.contract, artifact, Profile::Strict, text).secrets
    }

    /// The URL from its path on.
    fn target(&self, others: &[&str]) -> String {
        let uri = self.request.uri();
        let url = uri.to_string();
        let target = uri.path_and_query().map_or("/", |target| target.as_str());
        let before = url.len().saturating_sub(target.len());
        let secrets = self.secrets(Artifact::RequestUrl, url.as_bytes());
        let secrets: Vec<_> = secrets
            .into_iter()
            .filter(|secret| secret.end > before)
            .map(|secret| secret.start.saturating_sub(before)..secret.end - before)
            .collect();
        Masked::with_others(target.as_bytes(), &secrets, others).whole()
    }

    /// The credentials in the headers, without their schemes.
    fn in_headers(&self) -> Vec<&'a str> {
        let headers = self.request.headers().iter();
        let credentials = headers.filter(|(name, value)| is_credential(name, value));
        let texts = credentials.filter_map(|(_, value)| value.to_str().ok());
        texts
            .map(|text| text.split_once(' ').map_or(text, |(_, token)| token))
            .collect()
    }

    fn header(&self) -> String {
        match self.contract.auth {
            Auth::Header(scheme) => format!("{scheme} {CREDENTIAL}"),
            Auth::None | Auth::Body(_) | Auth::Query(_) => CREDENTIAL.to_owned(),
        }
    }
}

/// Whether a header is not to be shown. One that was copied may have lost its mark.
fn is_credential(name: &HeaderName, value: &HeaderValue) -> bool {
    value.is_sensitive() || name == AUTHORIZATION
}

impl fmt::Display for Redacted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let request = self.request;
        let others = self.in_headers();
        let target = self.target(&others);
        writeln!(f, "{} {target} HTTP/1.1", request.method())?;
        if let Some(host) = request.uri().authority() {
            writeln!(f, "Host: {host}")?;
        }
        for (name, value) in request.headers() {
            if is_credential(name, value) {
                writeln!(f, "{name}: {}", self.header())?;
            } else {
                writeln!(f, "{name}: {}", String::from_utf8_lossy(value.as_bytes()))?;
            }
        }
        writeln!(f)?;
        let body = request.body();
        if !body.is_empty() {
            let secrets = self.secrets(body_artifact(self.contract), body);
            let masked = Masked::with_others(body, &secrets, &others);
            writeln!(f, "{}", masked.whole())?;
        }
        Ok(())
    }
}

impl fmt::Debug for Redacted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
