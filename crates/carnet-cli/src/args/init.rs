//! `carnet init` on the command line.

use clap::Args;
use std::path::PathBuf;

/// Look at the files of a folder and write a carnet.toml for them.
///
/// Every contract is tried on every file that may be a payload by its name: *.json, *.ndjson,
/// *.jsonl, *.url, *.form and *.txt. The operation is taken that knows most of the keys and finds
/// the fewest errors. What no operation fits is listed, and left out.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  carnet init
  carnet init --dry-run payloads/
  carnet init payloads/ && carnet lint payloads/

Exit codes: 0 written, 2 nothing is recognised or there is a carnet.toml already, 3 it cannot be
written")]
pub(crate) struct InitArgs {
    /// The folder.
    #[arg(default_value = ".")]
    pub(crate) folder: PathBuf,
    /// Print the file instead of writing it, and what was recognised on standard error.
    #[arg(long, visible_alias = "stdout")]
    pub(crate) dry_run: bool,
    /// Write over a carnet.toml that is there.
    #[arg(long)]
    pub(crate) force: bool,
}
