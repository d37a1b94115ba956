//! `benches/`: Carnet beside its peers. The package is a workspace of its own; this builds what it
//! measures, runs it, and keeps its tables in the README beside it.

use crate::Result;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The package.
pub(crate) const MANIFEST: &str = "benches/Cargo.toml";

/// Where the tables are kept.
const README: &str = "benches/README.md";

/// How many texts of each side of an operation `agreement` makes, unless told otherwise: of an
/// operation, which has two sides at least, a million.
const TEXTS: &str = "500000";

/// Runs what is asked for: nothing for the bars, `growth`, or `agreement` and a number of texts.
/// `--write` keeps the tables.
pub(crate) fn run(root: &Path, options: &[&str]) -> Result<()> {
    let (write, task) = match options {
        [task @ .., "--write"] => (true, task),
        task => (false, task),
    };
    let carnet = target(root).join("release").join("carnet");
    let carnet = carnet.to_string_lossy();
    let (name, arguments) = match *task {
        [] => ("bars", vec!["bars", &carnet]),
        ["growth"] => ("growth", vec!["growth"]),
        ["agreement"] => ("agreement", vec!["agreement", TEXTS]),
        ["agreement", texts] => ("agreement", vec!["agreement", texts]),
        _ => return Err(format!("no bench is `{}`", task.join(" "))),
    };
    if name == "bars" {
        cargo(
            root,
            &[
                "build",
                "--release",
                "--package",
                "carnet-cli",
                "--bin",
                "carnet",
            ],
        )?;
    }
    let build = [
        "run",
        "--release",
        "--locked",
        "--manifest-path",
        MANIFEST,
        "--",
    ];
    let command = [&build, &arguments[..]].concat();
    if !write {
        return cargo(root, &command);
    }
    let output = command_of(root, &command)
        .stdout(Stdio::piped())
        .output()
        .map_err(|error| error.to_string())?;
    let tables = String::from_utf8_lossy(&output.stdout);
    if tables.is_empty() {
        return Err("nothing was measured".to_owned());
    }
    keep(&root.join(README), name, tables.trim_end())
}

/// Where cargo builds.
pub(crate) fn target(root: &Path) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}

fn command_of(root: &Path, arguments: &[&str]) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(program);
    command
        .args(arguments)
        .env("CARGO_TARGET_DIR", target(root))
        .current_dir(root);
    command
}

fn cargo(root: &Path, arguments: &[&str]) -> Result<()> {
    let status = command_of(root, arguments).status();
    let status = status.map_err(|error| format!("cargo: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("cargo {} failed", arguments.join(" ")))
    }
}

/// Puts tables between the comments that name them.
fn keep(path: &Path, name: &str, tables: &str) -> Result<()> {
    let explain = |error: String| format!("{}: {error}", path.display());
    let text = fs::read_to_string(path).map_err(|error| explain(error.to_string()))?;
    let text =
        between(&text, name, tables).ok_or_else(|| explain(format!("no place for {name}")))?;
    fs::write(path, text).map_err(|error| explain(error.to_string()))
}

fn between(text: &str, name: &str, tables: &str) -> Option<String> {
    let (begin, end) = (
        format!("<!-- {name} -->\n"),
        format!("<!-- end of {name} -->"),
    );
    let (before, rest) = text.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}\n{tables}\n\n{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_stand_between_their_comments() {
        let text = "a\n<!-- bars -->\nold\n<!-- end of bars -->\nb\n";
        let kept = between(text, "bars", "new").unwrap();
        assert_eq!(kept, "a\n<!-- bars -->\n\nnew\n\n<!-- end of bars -->\nb\n");
        assert_eq!(between(&kept, "bars", "new"), Some(kept.clone()), "again");
        assert_eq!(between(text, "growth", "new"), None);
    }

    #[test]
    fn the_readme_has_a_place_for_every_table() {
        let text = fs::read_to_string(crate::root().join(README)).unwrap();
        for name in ["bars", "growth", "agreement"] {
            assert!(between(&text, name, "").is_some(), "{name}");
        }
    }
}
