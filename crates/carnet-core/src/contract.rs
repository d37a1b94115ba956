//! One documented operation as constant data.

use crate::auth::{self, Auth};
use crate::rule::RuleId;
use crate::shape::Shape;
use crate::{Discrepancy, Ruling};
use std::fmt;
use std::str::FromStr;

/// The company that owns an API.
#[derive(Clone, Copy, Debug)]
pub struct Vendor {
    /// The first word of its operation ids.
    pub id: &'static str,
    /// The name a person knows it by.
    pub name: &'static str,
    /// Its discrepancy register.
    pub discrepancies: &'static [&'static Discrepancy],
}

/// Everything known about one documented call.
#[derive(Clone, Copy, Debug)]
pub struct Contract {
    /// `vendor.resource.action`.
    pub id: &'static str,
    /// The company that owns it.
    pub vendor: &'static Vendor,
    /// One line: what the call does.
    pub summary: &'static str,
    /// URL of the vendor's page.
    pub page: &'static str,
    /// The HTTP method, in capitals.
    pub method: &'static str,
    /// The URL, with `{name}` for what the caller supplies.
    pub url: &'static str,
    /// How the caller is authenticated.
    pub auth: Auth,
    /// Where the members of the request travel.
    pub carrier: Carrier,
    /// What is sent. Its `text` also holds what the vendor says about the URL and the parameters.
    pub request: Body,
    /// What may come back; the first whose conditions hold is meant.
    pub replies: &'static [Reply],
}

impl Contract {
    /// What there is to check of a call: its URL always, and the body that it is sent with.
    #[must_use]
    pub const fn artifacts(&self) -> [Artifact; 3] {
        let body = match self.carrier {
            Carrier::JsonBody => Artifact::RequestBody,
            Carrier::Parameters => Artifact::RequestForm,
        };
        [body, Artifact::RequestUrl, Artifact::ReplyBody]
    }

    /// What its request is taken for unless somebody says otherwise.
    #[must_use]
    pub const fn request_artifact(&self) -> Artifact {
        match self.carrier {
            Carrier::JsonBody => Artifact::RequestBody,
            Carrier::Parameters => Artifact::RequestUrl,
        }
    }

    /// Everything that the call is made with, and where each travels: what the URL leaves open, the
    /// credentials, the members of the body.
    ///
    /// # Example
    /// ```
    /// use carnet_core::auth::Auth;
    /// use carnet_core::contract::{Body, Carrier, Contract, Parameter, Transport, Vendor};
    /// use carnet_core::{Kind, Shape};
    ///
    /// let contract = Contract {
    ///     id: "acme.ping.send",
    ///     vendor: &Vendor { id: "acme", name: "Acme", discrepancies: &[] },
    ///     summary: "Sends a number",
    ///     page: "https://acme.example/docs/ping",
    ///     method: "POST",
    ///     url: "https://{base_url}/ping",
    ///     auth: Auth::Header("Bearer"),
    ///     carrier: Carrier::JsonBody,
    ///     request: Body { media_type: "application/json", shape: Shape::of(Kind::Integer), text: &[] },
    ///     replies: &[],
    /// };
    /// let parameters: Vec<_> = contract.parameters().collect();
    /// assert_eq!(parameters[0], Parameter { name: "base_url", transport: Transport::Url, credential: false });
    /// assert_eq!(parameters[1], Parameter { name: "Authorization", transport: Transport::Header, credential: true });
    /// ```
    pub fn parameters(&self) -> impl Iterator<Item = Parameter> + use<> {
        let url = self
            .url
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}'));
        let url = url.map(|(name, _)| Parameter {
            name,
            transport: Transport::Url,
            credential: false,
        });
        let header = matches!(self.auth, Auth::Header(_)).then_some(Parameter {
            name: "Authorization",
            transport: Transport::Header,
            credential: true,
        });
        let credentials = auth::fields(self.auth);
        let members = self
            .request
            .shape
            .object()
            .map_or(&[][..], |object| object.fields);
        let transport = match self.carrier {
            Carrier::JsonBody => Transport::Body,
            Carrier::Parameters => Transport::Query,
        };
        let body = members.iter().map(move |field| Parameter {
            name: field.name,
            transport,
            credential: credentials
                .iter()
                .any(|credential| credential.name == field.name),
        });
        url.chain(header).chain(body)
    }
}

/// Where the members of a request travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Carrier {
    /// Together, as the JSON of the body.
    #[default]
    JsonBody,
    /// Each as a parameter, in the query of the URL or in a form body: arrays and objects as JSON,
    /// everything else bare.
    Parameters,
}

/// Something that a call is made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// The name in the URL template, of the header, or of the member.
    pub name: &'static str,
    /// Where it travels.
    pub transport: Transport,
    /// Whether it is given as credentials and not with the payload.
    pub credential: bool,
}

/// Where a parameter of a call travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// In the URL, at a `{name}` of its template.
    Url,
    /// In a header.
    Header,
    /// In the query of the URL, or in a form body.
    Query,
    /// In the JSON body, as a member.
    Body,
}

impl Transport {
    /// The word used in schemas and output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Url => "url",
            Self::Header => "header",
            Self::Query => "query",
            Self::Body => "body",
        }
    }
}

/// The body of a message.
#[derive(Clone, Copy, Debug)]
pub struct Body {
    /// Media type, such as `application/json`.
    pub media_type: &'static str,
    /// The JSON it holds.
    pub shape: Shape,
    /// What this body says about its text, beyond the rules that hold for all JSON.
    pub text: &'static [TextRuling],
}

/// A ruling on the text of a body rather than on a value in it.
#[derive(Clone, Copy, Debug)]
pub struct TextRuling {
    /// The rule about text that is ruled upon.
    pub rule: RuleId,
    /// Texts that the rule is about, where the rule needs them (placeholders).
    pub words: &'static [&'static str],
    /// What happens.
    pub ruling: Ruling,
}

/// One documented kind of reply.
#[derive(Clone, Copy, Debug)]
pub struct Reply {
    /// Whether the vendor did what was asked.
    pub outcome: Outcome,
    /// All of these hold of a reply of this kind.
    pub when: &'static [Condition],
    /// Its body.
    pub body: Body,
}

/// What a reply means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The vendor did what was asked.
    Success,
    /// The vendor refused, in a documented way.
    Failure,
}

impl Outcome {
    /// The word used in schemas and output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Failure => "failure",
        }
    }
}

/// How one kind of reply is told from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The HTTP status lies in this range, both ends included. Where the status is not known,
    /// the required members of the reply being present decides instead.
    Status(u16, u16),
    /// A top-level member is a string with this prefix.
    Prefix(&'static str, &'static str),
    /// A top-level member is present.
    Present(&'static str),
    /// A top-level member is one of these words. Case does not matter, neither in the key nor in
    /// the word.
    Word(&'static str, &'static [&'static str]),
}

/// The part of a call that a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Artifact {
    /// The JSON body that is sent.
    #[default]
    RequestBody,
    /// The URL that is called, with its query.
    RequestUrl,
    /// The body that is sent, in `application/x-www-form-urlencoded`.
    RequestForm,
    /// The body that comes back.
    ReplyBody,
}

impl Artifact {
    /// Every artifact.
    pub const ALL: [Self; 4] = [
        Self::RequestBody,
        Self::RequestUrl,
        Self::RequestForm,
        Self::ReplyBody,
    ];

    /// The name used on the command line, in configuration and in output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RequestBody => "request-body",
            Self::RequestUrl => "request-url",
            Self::RequestForm => "request-form",
            Self::ReplyBody => "reply-body",
        }
    }
}

impl fmt::Display for Artifact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Artifact {
    type Err = crate::ruling::UnknownName;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|artifact| artifact.as_str() == name)
            .ok_or(crate::ruling::UnknownName)
    }
}
