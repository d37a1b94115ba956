//! Turns every `src/<vendor>/discrepancies.toml` into constants beside the operations.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// One entry of a register.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    kind: String,
    readings: [String; 2],
    strict: String,
    lenient: String,
    levels: Option<Levels>,
    note: Option<String>,
    reason: String,
    #[serde(default)]
    evidence: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Levels {
    strict: Level,
    lenient: Level,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Level {
    Allow,
    Info,
    Warning,
    Error,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    // The folder, so that a new vendor's register is seen.
    println!("cargo::rerun-if-changed=src");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for vendor in fs::read_dir("src")? {
        let register = vendor?.path().join("discrepancies.toml");
        if register.is_file() {
            let constants =
                translate(&register).map_err(|error| format!("{}: {error}", register.display()))?;
            fs::write(out.join(module_name(&register)?), constants)?;
        }
    }
    Ok(())
}

/// `src/revnue/discrepancies.toml` becomes `revnue.rs`.
fn module_name(register: &Path) -> Result<String, Box<dyn Error>> {
    let vendor = register
        .parent()
        .and_then(Path::file_name)
        .and_then(|name| name.to_str());
    Ok(format!(
        "{}.rs",
        vendor.ok_or("the vendor's folder has no name in UTF-8")?
    ))
}

fn translate(register: &Path) -> Result<String, Box<dyn Error>> {
    let entries: BTreeMap<String, Entry> = toml::from_str(&fs::read_to_string(register)?)?;
    let mut out = String::from("use carnet_core::{Discrepancy, Level, Levels};\n\n");
    let mut constants = Vec::new();
    for (id, entry) in &entries {
        let constant = constant_name(id)?;
        let levels = match (&entry.levels, &entry.note) {
            (Some(levels), None) => format!(
                "Levels::new(Level::{:?}, Level::{:?})",
                levels.strict, levels.lenient
            ),
            (None, Some(_)) => "Levels::ALLOW".to_owned(),
            (Some(_), Some(_)) => {
                return Err(format!("{id} has both `levels` and `note`: keep one").into());
            }
            (None, None) => return Err(format!("{id} needs `levels`, or a `note`").into()),
        };
        let [first, second] = &entry.readings;
        writeln!(out, "/// {}; or {}.", doc_text(first), doc_text(second))?;
        writeln!(
            out,
            "pub const {constant}: Discrepancy = Discrepancy {{ id: {id:?}, kind: {:?}, \
             readings: [{first:?}, {second:?}], strict: {:?}, lenient: {:?}, levels: {levels}, \
             reason: {:?}, evidence: &{:?}, source: None, note: {:?} }};\n",
            entry.kind, entry.strict, entry.lenient, entry.reason, entry.evidence, entry.note,
        )?;
        constants.push(constant);
    }
    writeln!(out, "/// The whole register, in order.")?;
    writeln!(
        out,
        "pub const ALL: &[&Discrepancy] = &[&{}];",
        constants.join(", &")
    )?;
    Ok(out)
}

/// `RV-01` becomes `RV_01`.
fn constant_name(id: &str) -> Result<String, String> {
    match id.split_once('-') {
        Some((prefix, number))
            if !prefix.is_empty()
                && prefix.bytes().all(|byte| byte.is_ascii_uppercase())
                && number.len() == 2
                && number.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            Ok(format!("{prefix}_{number}"))
        }
        _ => Err(format!(
            "`{id}` is no discrepancy id: write two capitals, `-`, two digits"
        )),
    }
}

/// Text that rustdoc shows as it is.
fn doc_text(text: &str) -> String {
    text.replace('[', "\\[")
        .replace('<', "\\<")
        .replace('*', "\\*")
}
