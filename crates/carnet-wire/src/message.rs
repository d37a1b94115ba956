//! A request while it is being made: written, then checked, then handed over.

use crate::clean::pass;
use crate::{BaseUrl, EncodeError};
use carnet_core::auth::Auth;
use carnet_core::contract::Carrier;
use carnet_core::json::Sink;
use carnet_core::mapping::{Mapping, field_at};
use carnet_core::operation::Kept;
use carnet_core::{Artifact, Contract, EncodeAs, Level, Operation, Profile, RuleId, Secret};
use carnet_validate::{Choice, CleanPass, Report, Settings, Surface, lint};
use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use http::{Request, Uri};
use std::collections::BTreeMap;

/// What [`Uri`] can hold.
const LONGEST_URL: usize = (u16::MAX - 1) as usize;

/// Room for what most payloads take.
const ROOM: usize = 1 << 10;

/// Rules about the part of a URL that the caller's base is: a server under test is no mistake.
const CALLERS_OWN: [RuleId; 3] = [RuleId::UrlScheme, RuleId::UrlHost, RuleId::UrlPath];

/// What can be written to where an artifact has it.
pub(crate) trait Written {
    /// Appends all of it.
    fn write<S: Sink>(&self, out: &mut S);
}

/// What is made: an artifact of a call, and the fields that it is made from.
#[derive(Clone, Copy)]
pub(crate) struct Call<'c> {
    pub(crate) contract: &'c Contract,
    pub(crate) artifact: Artifact,
    /// `None` where the payload is that of the contract itself.
    pub(crate) mapping: Option<&'static Mapping>,
    /// What is kept of the contract.
    pub(crate) kept: Option<&'static Kept>,
}

impl Call<'static> {
    /// The call of an operation, with a value that is encoded as its request.
    pub(crate) fn of<T, O>(artifact: Artifact) -> Self
    where
        T: EncodeAs<O> + ?Sized,
        O: Operation,
    {
        Self {
            contract: O::CONTRACT,
            artifact,
            mapping: T::MAPPING,
            kept: O::kept(),
        }
    }
}

impl Call<'_> {
    /// Everything that `profile` has to say about a text on its way to the vendor.
    pub(crate) fn check(&self, profile: Profile, text: &[u8]) -> Report {
        let mut report = check(self.contract, self.artifact, profile, text);
        if let Some(mapping) = self.mapping {
            for finding in &mut report.findings {
                finding.field = field_at(mapping, &finding.at);
            }
        }
        report
    }

    /// Appends a payload to a text: whether it is known already that `profile` has nothing at all to
    /// say.
    ///
    /// It is watched while it is written: to read it again takes longer, and most of all where it
    /// would have to be decoded.
    pub(crate) fn write(
        &self,
        profile: Profile,
        out: &mut Vec<u8>,
        payload: &impl Written,
    ) -> bool {
        make_room(out);
        if let Some(pass) = self.pass(profile) {
            let mut watch = pass.watch(out);
            payload.write(&mut watch);
            return watch.is_clean();
        }
        payload.write(out);
        false
    }

    fn pass(&self, profile: Profile) -> Option<&'static CleanPass> {
        pass(self.kept, self.contract, self.artifact, profile)
    }

    /// Refuses a text that `profile` has something against.
    ///
    /// Most have nothing wrong with them, and it takes little to see that; only for the others is
    /// it worth while to find out what.
    pub(crate) fn admit(&self, profile: Profile, text: &[u8]) -> Result<(), EncodeError> {
        let pass = self.pass(profile);
        if pass.is_some_and(|pass| pass.is_clean(text)) {
            return Ok(());
        }
        let report = self.check(profile, text);
        if report.passes() {
            return Ok(());
        }
        Err(EncodeError::refused(self.contract.id, report.findings))
    }
}

/// A request whose payload is written and not yet checked.
pub(crate) struct Message<'c> {
    call: Call<'c>,
    profile: Profile,
    url: String,
    /// What the artifact is: the URL with its query, or the body.
    text: Vec<u8>,
    /// Whether nothing is to be said of it, for certain.
    is_clean: bool,
}

impl<'c> Message<'c> {
    /// Writes the payload to where `artifact` has it.
    pub(crate) fn write(
        call: Call<'c>,
        profile: Profile,
        base: &BaseUrl,
        payload: &impl Written,
    ) -> Result<Self, EncodeError> {
        let url = base.url_of(call.contract)?;
        let mut is_clean = false;
        let text = written(call.artifact, &url, |text| {
            is_clean = call.write(profile, text, payload);
        });
        // Of another URL than the documented one there may be more to say.
        is_clean &= call.artifact != Artifact::RequestUrl || url == call.contract.url;
        Ok(Self {
            call,
            profile,
            url,
            text,
            is_clean,
        })
    }

    /// The request, if the profile has nothing against it. The token is that of the header, which
    /// only some contracts have.
    pub(crate) fn request(self, token: Option<&Secret>) -> Result<Request<Vec<u8>>, EncodeError> {
        if !self.is_clean {
            self.call.admit(self.profile, &self.text)?;
        }
        let contract = self.call.contract;
        let request = Request::builder().method(contract.method);
        let request = match (contract.auth, token) {
            (Auth::Header(scheme), Some(token)) => {
                request.header(AUTHORIZATION, credentials(scheme, token)?)
            }
            _ => request,
        };
        if self.call.artifact == Artifact::RequestUrl {
            return Ok(request.uri(uri(self.text)?).body(Vec::new())?);
        }
        let media_type = HeaderValue::from_static(contract.request.media_type);
        let request = request.header(CONTENT_TYPE, media_type);
        Ok(request.uri(uri(self.url.into())?).body(self.text)?)
    }
}

/// The text of an artifact: a URL begins with `url`, a body does not have it.
pub(crate) fn written(
    artifact: Artifact,
    url: &str,
    payload: impl FnOnce(&mut Vec<u8>),
) -> Vec<u8> {
    // A URL comes before what is written.
    let mut text = Vec::with_capacity(url.len() + 1 + ROOM);
    if artifact == Artifact::RequestUrl {
        text.extend_from_slice(url.as_bytes());
        text.push(b'?');
    }
    let start = text.len();
    payload(&mut text);
    if start > 0 && text.len() == start {
        text.pop();
    }
    text
}

/// Makes room for what most payloads take: to grow would take longer, and what is empty need not be
/// copied.
fn make_room(out: &mut Vec<u8>) {
    if out.is_empty() && out.capacity() < ROOM {
        *out = Vec::with_capacity(ROOM);
    } else {
        out.reserve(ROOM);
    }
}

/// The value of the `Authorization` header.
fn credentials(scheme: &str, token: &Secret) -> Result<HeaderValue, http::Error> {
    let mut value = HeaderValue::try_from(format!("{scheme} {}", token.expose()))?;
    value.set_sensitive(true);
    Ok(value)
}

fn uri(url: Vec<u8>) -> Result<Uri, EncodeError> {
    if url.len() > LONGEST_URL {
        return Err(EncodeError::too_long(url.len()));
    }
    Uri::try_from(url).map_err(|error| EncodeError::from(http::Error::from(error)))
}

/// The text of a request that a body buffer holds.
pub(crate) const fn body_artifact(contract: &Contract) -> Artifact {
    match contract.carrier {
        Carrier::JsonBody => Artifact::RequestBody,
        Carrier::Parameters => Artifact::RequestForm,
    }
}

/// Everything that `profile` has to say about a text on its way to the vendor.
pub(crate) fn check(
    contract: &Contract,
    artifact: Artifact,
    profile: Profile,
    text: &[u8],
) -> Report {
    lint(contract, artifact, text, &settings(artifact, profile))
}

/// How texts on their way to the vendor are judged.
pub(crate) fn settings(artifact: Artifact, profile: Profile) -> Settings {
    let allowed = |rule: RuleId| (rule.as_str().to_owned(), Choice::Level(Level::Allow));
    Settings {
        profile,
        surface: Surface::Wire,
        overrides: match artifact {
            Artifact::RequestUrl => CALLERS_OWN.into_iter().map(allowed).collect(),
            _ => BTreeMap::new(),
        },
        ..Settings::default()
    }
}
