//! `cargo carnet`: the command as one of cargo's own.

#[path = "../process.rs"]
mod process;

use std::process::ExitCode;

fn main() -> ExitCode {
    // Cargo says again which of its commands it runs; a person who calls this by name does not.
    let mut words = std::env::args_os().skip(1).peekable();
    words.next_if(|word| word == "carnet");
    process::run(std::iter::once("cargo carnet".into()).chain(words))
}
