//! The files of `tests/samples`, as their `carnet.toml` describes them.

use carnet_core::{Artifact, Contract};
use carnet_vendors::CATALOG;
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// Something that a vendor has printed.
pub(crate) struct Sample {
    /// Below the folder of samples.
    pub(crate) path: String,
    pub(crate) contract: &'static Contract,
    pub(crate) artifact: Artifact,
    pub(crate) text: Vec<u8>,
}

#[derive(Deserialize)]
struct Config {
    files: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    glob: String,
    operation: String,
    artifact: Option<String>,
}

/// Every sample, in the order of `carnet.toml`.
pub(crate) fn all() -> Vec<Sample> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let text = fs::read_to_string(folder.join("carnet.toml")).expect("carnet.toml can be read");
    let config: Config = toml::from_str(&text).expect("carnet.toml is as the linter reads it");
    let sample = |entry: Entry| {
        let contract = CATALOG.iter().find(|it| it.id == entry.operation);
        let contract = contract.unwrap_or_else(|| panic!("no operation is `{}`", entry.operation));
        let artifact = entry
            .artifact
            .map(|name| name.parse().expect("an artifact"));
        Sample {
            artifact: artifact.unwrap_or(contract.request_artifact()),
            contract,
            text: fs::read(folder.join(&entry.glob)).expect("every glob here is a path"),
            path: entry.glob,
        }
    };
    config.files.into_iter().map(sample).collect()
}
