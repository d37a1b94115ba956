//! The command line of `carnet diff`.

use crate::args::ListFormat;
use carnet_compat::Direction;
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// Tell what the change from one JSON Schema to another breaks.
///
/// Of what one sends, tightening breaks: a payload that was valid is refused. Of what one receives,
/// loosening breaks: a reader meets what it did not expect. "compatible" is proven; what nobody can
/// prove is "unknown". Of two folders the files `*.schema.json` with the same path are compared.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  carnet diff old.request.schema.json new.request.schema.json
  carnet diff --direction reply --format json old.json new.json
  carnet schema revnue.customer.create | carnet diff mine.request.schema.json -
  carnet diff --deny unknown old-schemas/ schemas/

Exit codes: 0 nothing breaks, 1 something does (or is unknown, when denied), 2 usage,
3 a file or folder cannot be read")]
pub(crate) struct DiffArgs {
    /// The schema, or the folder of schemas, before the change; `-` is standard input.
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,
    /// The schema, or the folder of schemas, after it; `-` is standard input.
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,
    /// Which way the payloads go [default: as the file is named, *.request.schema.json or
    /// *.response.schema.json; else both].
    #[arg(long, value_enum)]
    direction: Option<DirectionName>,
    /// How changes are written.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ListFormat,
    /// `unknown`: what may break fails as what does.
    #[arg(long, value_enum, value_name = "WHAT")]
    deny: Option<DenyName>,
}

/// A way in which payloads go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum DirectionName {
    /// They are sent.
    Request,
    /// They are received.
    Reply,
    /// Either.
    Both,
}

/// What fails besides what breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum DenyName {
    /// Changes of which nothing is proven.
    Unknown,
}

impl DiffArgs {
    /// The directions to judge; the first of the files whose name tells them decides.
    pub(crate) fn directions(&self, files: [&Path; 2]) -> Vec<Direction> {
        match self.direction {
            Some(DirectionName::Request) => vec![Direction::Request],
            Some(DirectionName::Reply) => vec![Direction::Reply],
            Some(DirectionName::Both) => Direction::ALL.to_vec(),
            None => {
                let names = files.iter().filter_map(|path| path.file_name()?.to_str());
                let told = names.map(Direction::of_file_name);
                let one = told.into_iter().find(|told| told.len() == 1);
                one.unwrap_or(&Direction::ALL).to_vec()
            }
        }
    }

    pub(crate) fn denies_unknown(&self) -> bool {
        self.deny == Some(DenyName::Unknown)
    }
}
