//! The tasks of this repository: `cargo xtask <task>`. One file for each.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a task talks to the person who runs it"
)]

mod bench;
mod book;
mod ci;
#[cfg(test)]
mod crates;
mod drift;
mod links;
mod schemas;
mod session;

use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask <task>

tasks:
  schemas           write schemas/ from the contracts
  schemas --check   fail if schemas/ is not what the contracts say
  book              write what is generated of the book in docs/
  book --check      fail if it is not what it is made from, or a link is broken
  bench             measure everything beside its peers
  bench growth      measure what a byte and a field cost as texts and contracts grow
  bench agreement   have both passes judge a million texts of every operation, or N of each side
  bench … --write   the same, and keep the tables in benches/README.md
  ci                everything that CI runs";

/// What went wrong, for the person who ran the task.
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        ["schemas"] => schemas::write(&root()),
        ["schemas", "--check"] => schemas::check(&root()),
        ["book"] => book::write(&root()),
        ["book", "--check"] => book::check(&root()),
        ["bench", ref options @ ..] => bench::run(&root(), options),
        ["ci"] => ci::run(&root()),
        ["help" | "-h" | "--help"] => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of the workspace, the parent of this package's.
fn root() -> PathBuf {
    let mut folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    folder.pop();
    folder
}
