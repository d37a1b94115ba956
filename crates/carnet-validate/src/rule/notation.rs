//! How members are written: as JSON, or as the parameters of a call.

use carnet_core::RuleId;
use carnet_core::json::Writer;

/// How a member or a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notation {
    /// `"id": 7`
    Json,
    /// `id=7`
    Parameter,
}

impl Notation {
    /// The rule about members that the contract does not know.
    pub(crate) const fn unknown(self) -> RuleId {
        match self {
            Self::Json => RuleId::UnknownKey,
            Self::Parameter => RuleId::UnknownParameter,
        }
    }

    /// The rule about members that are not spelt as documented.
    pub(crate) const fn spelling(self) -> RuleId {
        match self {
            Self::Json => RuleId::KeySpelling,
            Self::Parameter => RuleId::ParameterSpelling,
        }
    }

    /// The rule about members that stand there twice.
    pub(crate) const fn duplicate(self) -> RuleId {
        match self {
            Self::Json => RuleId::DuplicateKey,
            Self::Parameter => RuleId::DuplicateParameter,
        }
    }

    /// What a message calls the name of a member.
    pub(crate) const fn noun(self) -> &'static str {
        match self {
            Self::Json => "key",
            Self::Parameter => "parameter",
        }
    }

    /// A text as it is written here, before it is percent-encoded.
    pub(crate) fn text(self, text: &str) -> String {
        match self {
            Self::Json => {
                let mut quoted = Vec::with_capacity(text.len() + 2);
                Writer::new(&mut quoted).string(text);
                String::from_utf8_lossy(&quoted).into_owned()
            }
            Self::Parameter => text.to_owned(),
        }
    }

    /// A member with a value; a text among values stands in quotes.
    pub(crate) fn assign(self, name: &str, value: &str) -> String {
        match self {
            Self::Json => format!("\"{name}\": {value}"),
            Self::Parameter => format!("{name}={}", value.trim_matches('"')),
        }
    }
}
