//! Contracts as JSON Schema 2020-12: whole documents, their catalog, and whether files agree.
//!
//! A document is the strict profile of one side of a call. What a schema cannot say is listed in
//! it as `x-carnet-not-expressed`, computed from the contract.
//!
//! A crate with contracts of its own keeps its schemas in a [`Folder`]: one call writes them, one
//! call in a test finds the [`Drift`] between them and the contracts.
//!
//! Deliberately absent: the mapping of single shapes, which is
//! [`carnet_core::json_schema`]. Only [`Folder`] and what is beneath it, [`Generated`], read and write
//! files; everything else is data in, data out.

mod catalog;
mod document;
mod drift;
mod example;
pub mod folder;
mod generated;
mod not_expressed;
mod place;
mod reply;

pub use carnet_core::json_schema::Tree;
pub use catalog::{catalog, files};
pub use document::{document, file_name, id};
pub use drift::{Changed, Drift};
pub use folder::Folder;
pub use generated::{Change, Generated};
pub use not_expressed::{NotExpressed, not_expressed};

use carnet_core::ruling::UnknownName;
use std::fmt;
use std::str::FromStr;

/// The text of a document, the same on every machine and with every feature of every dependency:
/// keys in reading order, indented by two blanks, a newline at its end.
#[must_use]
pub fn to_text(document: &Tree) -> String {
    document.to_text()
}

/// The half of a call that a document describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// What is sent: a body, or parameters.
    Request,
    /// The body that comes back, whether the vendor did what was asked or refused.
    Response,
}

impl Side {
    /// Both sides.
    pub const ALL: [Self; 2] = [Self::Request, Self::Response];

    /// The word used on the command line and in file names.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Side {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        Self::ALL
            .into_iter()
            .find(|side| side.as_str() == name)
            .ok_or(UnknownName)
    }
}
