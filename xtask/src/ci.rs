//! Everything that CI runs, in one command.

use crate::{Result, book, schemas};
use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs the steps in order, and stops at the first that fails.
pub(crate) fn run(root: &Path) -> Result<()> {
    let cargo = Cargo {
        program: env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        root,
    };
    cargo.step("format", &["fmt", "--all", "--check"], &[])?;
    let clippy = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    cargo.step("clippy", &clippy, &[])?;
    announce("schemas", "cargo xtask schemas --check");
    schemas::check(root).map_err(|error| format!("{error}\n\nci: schemas failed"))?;
    announce("book", "cargo xtask book --check");
    book::check(root).map_err(|error| format!("{error}\n\nci: book failed"))?;
    let deny = [("RUSTDOCFLAGS", "-Dwarnings")];
    cargo.step("documentation", &["doc", "--workspace", "--no-deps"], &deny)?;
    cargo.step("doc tests", &["test", "--workspace", "--doc"], &[])?;
    // Last, so that the runner's own summary closes the output.
    if cargo.has_nextest() {
        cargo.step("tests", &["nextest", "run", "--workspace"], &[])?;
    } else {
        cargo.step("tests", &["test", "--workspace", "--all-targets"], &[])?;
    }
    println!("\nci: all steps passed");
    Ok(())
}

fn announce(name: &str, command: &str) {
    println!("\n== {name}: {command}");
}

/// The cargo that runs this task.
struct Cargo<'a> {
    program: OsString,
    root: &'a Path,
}

impl Cargo<'_> {
    fn step(&self, name: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Result<()> {
        let command = format!("cargo {}", arguments.join(" "));
        announce(name, &command);
        let status = Command::new(&self.program)
            .args(arguments)
            .envs(variables.iter().copied())
            .current_dir(self.root)
            .status()
            .map_err(|error| format!("{command}: {error}"))?;
        if status.success() {
            Ok(())
        } else {
            Err(format!("\nci: {name} failed ({command})"))
        }
    }

    fn has_nextest(&self) -> bool {
        Command::new(&self.program)
            .args(["nextest", "--version"])
            .current_dir(self.root)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    }
}
