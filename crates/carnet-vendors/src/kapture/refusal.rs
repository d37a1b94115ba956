//! What Kapture answers when it does not do what was asked: the same for every call.

use super::discrepancies::*;
use carnet_core::Payload;
use carnet_core::format::Format;
use serde::Deserialize;

/// Why the vendor refused.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(
    reply,
    adopts,
    key_spelling(decided_by = KP_07),
    section = "Failure response",
    strength = sample
)]
pub struct Refusal {
    /// The reason: free words in every sample, a code by the table of errors.
    #[serde(rename = "Message")]
    #[carnet(min_length(1, decided_by = KP_09, strict = error), format(KNOWN_WORDING, decided_by = KP_09))]
    pub message: String,
    /// That it was not done.
    #[serde(rename = "Status")]
    #[carnet(reading(LaterFailure, decided_by = KP_08))]
    pub status: Failure,
}

impl Refusal {
    /// The documented code that the message is, if it is one.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        ErrorCode::from(self.message.as_str())
    }
}

/// That the vendor did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(other_case(decided_by = KP_08))]
pub enum Failure {
    /// It was not done.
    #[serde(alias = "failed", alias = "Failed", alias = "FAILED")]
    Fail,
}

/// The same, as the vendor's later pages write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Payload)]
#[serde(rename_all = "lowercase")]
#[carnet(other_case(decided_by = KP_08))]
pub enum LaterFailure {
    /// It was not done.
    Failed,
}

/// A code of the table of errors. Where a code appears, the pages do not say.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorCode {
    /// The auth key is wrong.
    AuthKeyInvalid,
    /// The vendor failed.
    ServerFailure,
    /// A mandatory member is missing.
    ReqFieldMissing,
    /// The call has expired.
    ApiExpired,
    /// Another text, kept as it is.
    Other(String),
}

impl ErrorCode {
    /// The code as the vendor writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::AuthKeyInvalid => "AuthKeyInvalid",
            Self::ServerFailure => "ServerFailure",
            Self::ReqFieldMissing => "ReqFieldMissing",
            Self::ApiExpired => "APIExpired",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ErrorCode {
    fn from(text: &str) -> Self {
        match text {
            "AuthKeyInvalid" => Self::AuthKeyInvalid,
            "ServerFailure" => Self::ServerFailure,
            "ReqFieldMissing" => Self::ReqFieldMissing,
            "APIExpired" => Self::ApiExpired,
            text => Self::Other(text.to_owned()),
        }
    }
}

/// The codes of the table, and what the samples say in words.
const WORDINGS: &[&str] = &[
    "AuthKeyInvalid",
    "ServerFailure",
    "ReqFieldMissing",
    "APIExpired",
    "Message Key Expired",
    "Auth Key Expired",
    "Auth Key Invalid",
    "Invalid Auth Key",
];

const KNOWN_WORDING: Format = Format {
    name: "known-wording",
    expects: "a code of the table of errors, or the wording of a sample",
    example: "AuthKeyInvalid",
    check: |text| WORDINGS.contains(&text),
    keyword: None,
    pattern: Some(
        "^(?:AuthKeyInvalid|ServerFailure|ReqFieldMissing|APIExpired|Message Key Expired\
         |Auth Key Expired|Auth Key Invalid|Invalid Auth Key)$",
    ),
};
