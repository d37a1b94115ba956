//! A vendor whose types do, and do not, read what the contracts say.

use carnet_core::auth::NoAuth;
use carnet_core::{Authentication, Operation, Payload, Secret, Vendor};
use serde::{Deserialize, Deserializer};

const ACME: Vendor = Vendor {
    id: "acme",
    name: "Acme",
    discrepancies: &[],
};

/// What proves who is calling.
#[derive(Clone, Debug, Deserialize, Payload, Authentication)]
#[carnet(body)]
pub(crate) struct Token {
    /// The token.
    #[carnet(secret, max_length = 12)]
    pub(crate) token: Secret,
}

/// Sends a note: a call with its credentials in the body.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload, Operation)]
#[carnet(
    operation = "acme.note.send",
    vendor = ACME,
    page = "https://acme.example/docs/send-note",
    post = "https://acme.example/notes",
    auth = Token,
    success(Note, status = "2xx"),
    failure(Refusal)
)]
pub(crate) struct SendNote {
    /// What it says.
    #[carnet(max_length = 20)]
    pub(crate) text: Option<String>,
}

/// Finds notes, which travels as parameters.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload, Operation)]
#[carnet(
    operation = "acme.note.find",
    vendor = ACME,
    page = "https://acme.example/docs/find-notes",
    get = "https://acme.example/notes",
    auth = NoAuth,
    parameters,
    success(Note, status = "2xx"),
    failure(Refusal)
)]
pub(crate) struct FindNotes {
    /// Words in it.
    #[carnet(max_length = 20)]
    pub(crate) words: String,
}

/// Renames a note, and its type reads no names with a capital.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload, Operation)]
#[carnet(
    operation = "acme.note.rename",
    vendor = ACME,
    page = "https://acme.example/docs/rename-note",
    put = "https://acme.example/notes",
    success(Forgetful, status = "2xx"),
    failure(Refusal)
)]
pub(crate) struct RenameNote {
    /// The name.
    pub(crate) name: Name,
}

/// A text.
#[derive(Clone, Debug, PartialEq, Eq, Payload)]
pub(crate) struct Name(pub(crate) String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        if name.chars().any(char::is_uppercase) {
            return Err(serde::de::Error::custom(format!("`{name}` has a capital")));
        }
        Ok(Self(name))
    }
}

/// A note as the vendor has stored it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(reply)]
pub(crate) struct Note {
    /// ID of the note.
    pub(crate) id: i64,
}

/// A reply whose type reads a member and forgets it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(reply)]
pub(crate) struct Forgetful {
    /// ID of the note.
    pub(crate) id: Forgotten,
}

/// An ID that is always read as 0.
#[derive(Clone, Debug, PartialEq, Eq, Payload)]
pub(crate) struct Forgotten(pub(crate) i64);

impl<'de> Deserialize<'de> for Forgotten {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::deserialize(deserializer).map(|_| Self(0))
    }
}

/// Why the vendor refused.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(reply)]
pub(crate) struct Refusal {
    /// The reason, in words.
    pub(crate) error: String,
}
