//! What a payload is checked against: an operation of the catalog, or a JSON Schema of one's own.

use crate::Exit;
use crate::complaint::Complaint;
use carnet_core::{Artifact, Contract, Span};
use carnet_jsonschema::{ANYTHING, Documents, Schema};
use carnet_validate::masked::Masked;
use carnet_validate::{Report, Settings, lint};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a payload is checked against.
#[derive(Clone, Debug)]
pub(crate) enum Against {
    /// An operation of the catalog.
    Operation(&'static Contract),
    /// A schema.
    Schema(Arc<OwnSchema>),
    /// Whichever of these operations each call of a recording is.
    Calls(Arc<[&'static Contract]>),
}

impl Against {
    /// The contract; where it is not one operation's, one that demands nothing but JSON.
    pub(crate) const fn contract(&self) -> &'static Contract {
        match self {
            Self::Operation(contract) => contract,
            Self::Schema(_) | Self::Calls(_) => &ANYTHING,
        }
    }

    /// The id of the operation, or what the schema is called.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Operation(contract) => contract.id,
            Self::Schema(own) => &own.name,
            Self::Calls(_) => "recorded calls",
        }
    }

    /// Everything that is found in a text.
    pub(crate) fn lint(&self, artifact: Artifact, text: &[u8], settings: &Settings) -> Report {
        match self {
            Self::Operation(_) | Self::Calls(_) => lint(self.contract(), artifact, text, settings),
            Self::Schema(own) => own.schema.lint(text, settings),
        }
    }
}

/// A schema from a file.
#[derive(Debug)]
pub(crate) struct OwnSchema {
    schema: Schema,
    /// Its `$id`, or the name of its file.
    name: String,
}

impl OwnSchema {
    /// Reads the text of a schema; `file` is its absolute path, `shown` that in complaints.
    pub(crate) fn parse(file: &Path, shown: &Path, text: &[u8]) -> Result<Self, Complaint> {
        let base = url(file);
        let documents = Beside {
            folder: file.parent().unwrap_or(file).to_owned(),
            address: address(text),
        };
        let schema = Schema::compile(text, Some(&base), documents).map_err(|error| {
            let span = Span {
                start: error.position,
                end: error.position,
            };
            let excerpt = Masked::open(text).excerpt(span);
            Complaint {
                exit: Exit::Usage,
                ..Complaint::configuration(shown, excerpt, error.to_string())
            }
        })?;
        let name = schema.id().map(str::to_owned);
        let name = name.or_else(|| Some(file.file_name()?.to_string_lossy().into_owned()));
        Ok(Self {
            schema,
            name: name.unwrap_or_default(),
        })
    }
}

/// What stands before the name of the document in its own `$id`.
fn address(text: &[u8]) -> Option<String> {
    let value: serde_json::Value = serde_json::from_slice(text).ok()?;
    let id = value.get("$id").or_else(|| value.get("id"))?.as_str()?;
    let (address, _) = id.rsplit_once('/')?;
    Some(format!("{address}/"))
}

/// The path as a URL.
fn url(file: &Path) -> String {
    let path = file.to_string_lossy().replace('\\', "/");
    let path = path.trim_start_matches('/');
    let encoded = percent_encoding::utf8_percent_encode(path, UNSAFE);
    format!("{FILE}{encoded}")
}

/// What the URL of a file begins with.
const FILE: &str = "file:///";

/// Characters that a path in a URL cannot hold.
const UNSAFE: &percent_encoding::AsciiSet = &percent_encoding::CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The documents in the folder of a schema, also where the schema calls that by another address.
struct Beside {
    folder: PathBuf,
    address: Option<String>,
}

impl Documents for Beside {
    fn read(&self, url: &str) -> Result<Vec<u8>, String> {
        let address = self.address.as_deref().filter(|it| !it.is_empty());
        let own = address.and_then(|address| url.strip_prefix(address));
        let (folder, path) = match (own, url.strip_prefix(FILE)) {
            (Some(name), _) => (self.folder.as_path(), name),
            (None, Some(path)) => (root(), path),
            (None, None) => {
                return Err(
                    "the network is not asked; save the document beside the schema and \
                            refer to it by its file name"
                        .to_owned(),
                );
            }
        };
        let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
        let file = folder.join(&*path);
        fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))
    }
}

/// What paths of URLs begin at; on Windows with the letter of a drive.
fn root() -> &'static Path {
    Path::new(if cfg!(windows) { "" } else { "/" })
}
