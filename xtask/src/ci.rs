//! Everything that CI runs, in one command.

use crate::{Result, bench, book, schemas};
use std::env;
use std::ffi::{OsStr, OsString};
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
    let deny = [("RUSTDOCFLAGS", OsStr::new("-Dwarnings"))];
    cargo.step("documentation", &["doc", "--workspace", "--no-deps"], &deny)?;
    cargo.step("doc tests", &["test", "--workspace", "--doc"], &[])?;
    // As the README calls it.
    cargo.step("command", &["run", "--quiet", "--", "--version"], &[])?;
    plain(&cargo)?;
    example(&cargo)?;
    network(&cargo)?;
    benches(&cargo)?;
    // Last, so that the runner's own summary closes the output.
    if cargo.has_nextest() {
        cargo.step("tests", &["nextest", "run", "--workspace"], &[])?;
    } else {
        cargo.step("tests", &["test", "--workspace", "--all-targets"], &[])?;
    }
    println!("\nci: all steps passed");
    Ok(())
}

/// What is built on, without what its features bring. The other steps build it with all of them.
fn plain(cargo: &Cargo<'_>) -> Result<()> {
    let of_it = ["-p", "carnet-core", "-p", "carnet-validate"];
    let lints = [
        &["clippy", "-p", "carnet", "--no-default-features"],
        &of_it[..],
        &["--all-targets", "--", "-D", "warnings"],
    ]
    .concat();
    cargo.step("plain: clippy", &lints, &[])?;
    let tests = if cargo.has_nextest() {
        [&["nextest", "run"], &of_it[..]].concat()
    } else {
        [&["test", "--all-targets"], &of_it[..]].concat()
    };
    cargo.step("plain: tests", &tests, &[])
}

/// The command with its HTTP client, and a server on this machine. The other steps build it without,
/// as it is shipped. Of the whole workspace, so that no dependency is built with other features.
fn network(cargo: &Cargo<'_>) -> Result<()> {
    let of_it = ["--workspace", "--features", "carnet-cli/net"];
    let lints = [
        &["clippy"],
        &of_it[..],
        &["--all-targets", "--", "-D", "warnings"],
    ]
    .concat();
    cargo.step("network: clippy", &lints, &[])?;
    let filter = "network_http";
    let tests = if cargo.has_nextest() {
        [&["nextest", "run"], &of_it[..], &["--test", "cli", filter]].concat()
    } else {
        [&["test"], &of_it[..], &["--test", "cli", filter]].concat()
    };
    cargo.step("network: tests", &tests, &[])
}

/// Where a crate is that depends on Carnet as any other would.
const EXAMPLE: &str = "examples/crm-sync/Cargo.toml";

/// Builds, tests and runs the example: a workspace of its own, which the steps for this one do not
/// see.
fn example(cargo: &Cargo<'_>) -> Result<()> {
    let steps: [(&str, &[&str]); 4] = [
        ("example: format", &["fmt", "--check"]),
        ("example: clippy", CLIPPY),
        ("example: tests", &["test", "--locked"]),
        ("example: run", &["run", "--locked", "--quiet"]),
    ];
    cargo.elsewhere(EXAMPLE, &steps)
}

/// Compiles the benchmarks, another workspace of its own; they are run by whoever wants figures.
fn benches(cargo: &Cargo<'_>) -> Result<()> {
    let steps: [(&str, &[&str]); 2] = [
        ("benches: format", &["fmt", "--check"]),
        ("benches: clippy", CLIPPY),
    ];
    cargo.elsewhere(bench::MANIFEST, &steps)
}

/// Clippy over a workspace with a lock file of its own.
const CLIPPY: &[&str] = &[
    "clippy",
    "--locked",
    "--all-targets",
    "--",
    "-D",
    "warnings",
];

fn announce(name: &str, command: &str) {
    println!("\n== {name}: {command}");
}

/// The cargo that runs this task.
struct Cargo<'a> {
    program: OsString,
    root: &'a Path,
}

impl Cargo<'_> {
    fn step(&self, name: &str, arguments: &[&str], variables: &[(&str, &OsStr)]) -> Result<()> {
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

    /// Runs steps for another workspace. It shares the target folder, so that dependencies are
    /// built once.
    fn elsewhere(&self, manifest: &str, steps: &[(&str, &[&str])]) -> Result<()> {
        let target = bench::target(self.root);
        let shared = [("CARGO_TARGET_DIR", target.as_os_str())];
        steps.iter().try_for_each(|(name, command)| {
            let (first, options) = command.split_at(1);
            let command = [first, &["--manifest-path", manifest], options].concat();
            self.step(name, &command, &shared)
        })
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
