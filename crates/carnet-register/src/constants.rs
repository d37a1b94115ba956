//! Register in, Rust out.

use crate::entry::{Entry, Levels};
use crate::error::{Error, Problem};
use std::collections::BTreeMap;

/// The constants of a register, as Rust source.
///
/// # Shape
/// `toml` is the text of a register as the [crate's](crate) documentation describes it,
/// `crate_path` the name by which the crate that takes the constants knows `carnet`. What comes out
/// is the content of a module: a documented constant for each entry, in the order of their ids,
/// then `ALL`.
///
/// # Errors
/// When the register is malformed, with the entry and what to type; when the path is none.
///
/// # Example
/// ```
/// let register = r#"
/// [AC-01]
/// kind = "silence"
/// readings = ["subjects have an end", "they have none"]
/// strict = "80 characters"
/// lenient = "any length"
/// levels = { strict = "error", lenient = "info" }
/// reason = "the form on the page takes 80"
/// "#;
/// let source = carnet_register::constants(register, "vendor_kit")?;
/// assert!(source.contains("pub const AC_01: ::vendor_kit::Discrepancy"));
/// assert!(source.ends_with("pub const ALL: &[&::vendor_kit::Discrepancy] = &[&AC_01];\n"));
///
/// let error = carnet_register::constants(&register.replace("levels", "note"), "carnet");
/// assert!(error.is_err());
/// # Ok::<(), carnet_register::Error>(())
/// ```
pub fn constants(toml: &str, crate_path: &str) -> Result<String, Error> {
    let root = root(crate_path)?;
    let entries: BTreeMap<String, Entry> =
        toml::from_str(toml).map_err(|error| Error::toml(toml, error))?;
    let mut out = String::new();
    let mut names = Vec::new();
    for (id, entry) in &entries {
        let name = constant_name(id)?;
        out += &constant(&root, id, &name, entry)?;
        names.push(format!("&{name}"));
    }
    let names = names.join(", ");
    Ok(format!(
        "{out}/// The whole register, in order.\n\
         pub const ALL: &[&{root}::Discrepancy] = &[{names}];\n"
    ))
}

/// One entry.
fn constant(root: &str, id: &str, name: &str, entry: &Entry) -> Result<String, Error> {
    let Entry {
        kind,
        readings: [first, second],
        strict,
        lenient,
        reason,
        evidence,
        note,
        ..
    } = entry;
    let levels = levels(root, id, entry)?;
    Ok(format!(
        "/// {}; or {}.\n\
         #[allow(clippy::doc_markdown, reason = \"the register is plain text\")]\n\
         pub const {name}: {root}::Discrepancy = {root}::Discrepancy {{\n    \
         id: {id:?},\n    kind: {kind:?},\n    readings: [{first:?}, {second:?}],\n    \
         strict: {strict:?},\n    lenient: {lenient:?},\n    levels: {levels},\n    \
         reason: {reason:?},\n    evidence: &{evidence:?},\n    source: None,\n    \
         note: {note:?},\n}};\n\n",
        doc_text(first),
        doc_text(second),
    ))
}

fn levels(root: &str, id: &str, entry: &Entry) -> Result<String, Error> {
    let wrong = |what| Err(Error::new(Problem::Entry(id.to_owned(), what)));
    match (&entry.levels, &entry.note) {
        (Some(Levels { strict, lenient }), None) => Ok(format!(
            "{root}::Levels::new({root}::Level::{strict:?}, {root}::Level::{lenient:?})"
        )),
        (None, Some(_)) => Ok(format!("{root}::Levels::ALLOW")),
        (Some(_), Some(_)) => wrong("has both `levels` and `note`: keep one"),
        (None, None) => wrong(
            "needs levels = { strict = \"error\", lenient = \"warning\" }, or \
             note = \"why no check of a payload can enforce it\"",
        ),
    }
}

/// `vendor_kit` becomes `::vendor_kit`.
fn root(crate_path: &str) -> Result<String, Error> {
    let names = crate_path.strip_prefix("::").unwrap_or(crate_path);
    let is_name = |name: &str| {
        let mut chars = name.chars();
        chars
            .next()
            .is_some_and(|first| first.is_alphabetic() || first == '_')
            && chars.all(|c| c.is_alphanumeric() || c == '_')
    };
    if !names.split("::").all(is_name) {
        return Err(Error::new(Problem::CratePath(crate_path.to_owned())));
    }
    let first = names.split("::").next();
    let relative = matches!(first, Some("crate" | "self" | "super"));
    let prefix = if relative { "" } else { "::" };
    Ok(format!("{prefix}{names}"))
}

/// `RV-01` becomes `RV_01`.
fn constant_name(id: &str) -> Result<String, Error> {
    match id.split_once('-') {
        Some((prefix, number))
            if !prefix.is_empty()
                && prefix.bytes().all(|byte| byte.is_ascii_uppercase())
                && number.len() == 2
                && number.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            Ok(format!("{prefix}_{number}"))
        }
        _ => Err(Error::new(Problem::Id(id.to_owned()))),
    }
}

/// Text that rustdoc shows as it is.
fn doc_text(text: &str) -> String {
    text.replace('[', "\\[")
        .replace('<', "\\<")
        .replace('*', "\\*")
        .replace('\n', " ")
}
