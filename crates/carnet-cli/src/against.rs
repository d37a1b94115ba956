//! What a payload is checked against: an operation of the catalog, or a JSON Schema of one's own.

use crate::complaint::Complaint;
use crate::{Exit, Network};
use carnet_core::{Artifact, Contract, Span};
use carnet_jsonschema::{ANYTHING, Documents, Schema};
use carnet_validate::masked::Masked;
use carnet_validate::{Report, Settings, lint};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

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
    /// Reads the text of a schema; `file` is its absolute path, `shown` that in complaints. The
    /// network is asked where there is one.
    pub(crate) fn parse(
        file: &Path,
        shown: &Path,
        text: &[u8],
        network: Option<Network>,
    ) -> Result<Self, Complaint> {
        let base = url(file);
        let documents = Beside {
            folder: file.parent().unwrap_or(file).to_owned(),
            address: address(text),
            network,
            asked: AtomicUsize::new(0),
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

/// How many documents of the network a schema may lead to: each may name others without end.
const MOST: usize = 256;

/// The documents in the folder of a schema, also where the schema calls that by another address;
/// and those of the network, where it is allowed.
struct Beside {
    folder: PathBuf,
    address: Option<String>,
    network: Option<Network>,
    /// How many documents the network was asked for.
    asked: AtomicUsize,
}

impl Documents for Beside {
    fn read(&self, url: &str) -> Result<Vec<u8>, String> {
        let Some(file) = self.file(url) else {
            return self.ask(url);
        };
        match fs::read(&file) {
            Err(error) if error.kind() == ErrorKind::NotFound && is_remote(url) => {
                self.ask(url).map_err(|why| {
                    let path = file.display();
                    format!("there is no {path}, and {why}")
                })
            }
            read => read.map_err(|error: io::Error| format!("{}: {error}", file.display())),
        }
    }
}

impl Beside {
    /// The file that a URL leads to.
    fn file(&self, url: &str) -> Option<PathBuf> {
        let address = self.address.as_deref().filter(|it| !it.is_empty());
        let own = address.and_then(|address| url.strip_prefix(address));
        let (folder, path) = match (own, url.strip_prefix(FILE)) {
            (Some(name), _) => (self.folder.as_path(), name),
            (None, Some(path)) => (root(), path),
            (None, None) => return None,
        };
        let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
        Some(folder.join(&*path))
    }

    /// The document as the network has it.
    fn ask(&self, url: &str) -> Result<Vec<u8>, String> {
        if !is_remote(url) {
            return Err("only files, `http` and `https` are read".to_owned());
        }
        let Some(network) = &self.network else {
            return Err(
                "the network is not asked; allow it with `--allow-net`, or save the document beside \
                 the schema and refer to it by its file name"
                    .to_owned(),
            );
        };
        if self.asked.fetch_add(1, Ordering::Relaxed) >= MOST {
            return Err(format!("{MOST} documents were asked for already"));
        }
        network(url)
    }
}

/// Whether a URL is one of the network.
fn is_remote(url: &str) -> bool {
    url.starts_with("http://") || url.starts_with("https://")
}

/// What paths of URLs begin at; on Windows with the letter of a drive.
fn root() -> &'static Path {
    Path::new(if cfg!(windows) { "" } else { "/" })
}
