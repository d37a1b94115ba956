//! The files of `tests/cases`: their form, and how a case becomes a text.

use crate::expectation::Expected;
use crate::json_text::JsonText;
use carnet_core::{Artifact, Contract, Profile, RuleId};
use carnet_validate::{Context, Settings};
use carnet_vendors::CATALOG;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A payload and everything that must be found in it.
pub(crate) struct Case {
    /// `revnue.customer.create/request_text.toml: a byte order mark`.
    pub(crate) name: String,
    pub(crate) contract: &'static Contract,
    pub(crate) artifact: Artifact,
    pub(crate) context: Context,
    pub(crate) text: Vec<u8>,
    pub(crate) strict: Vec<Expected>,
    pub(crate) lenient: Vec<Expected>,
    /// Rules that the payload is about and that it does not break.
    pub(crate) passes: Vec<RuleId>,
}

impl Case {
    pub(crate) fn expected(&self, profile: Profile) -> &[Expected] {
        match profile {
            Profile::Strict => &self.strict,
            Profile::Lenient => &self.lenient,
        }
    }

    pub(crate) fn settings(&self, profile: Profile) -> Settings {
        Settings {
            profile,
            context: self.context.clone(),
            ..Settings::default()
        }
    }
}

/// A file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    operation: String,
    artifact: String,
    http_status: Option<u16>,
    base: String,
    case: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    body: Option<String>,
    #[serde(default)]
    set: BTreeMap<String, String>,
    #[serde(default)]
    remove: Vec<String>,
    #[serde(default)]
    rename: BTreeMap<String, String>,
    http_status: Option<u16>,
    template_field_types: Option<BTreeMap<String, String>>,
    #[serde(default)]
    passes: Vec<String>,
    strict: Option<Vec<String>>,
    lenient: Option<Vec<String>>,
    both: Option<Vec<String>>,
}

/// Every case, by file.
pub(crate) fn all() -> Vec<Case> {
    let mut cases = Vec::new();
    for folder in sorted(Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")) {
        if !folder.is_dir() {
            continue;
        }
        for path in sorted(folder) {
            let text = fs::read_to_string(&path).expect("the cases can be read");
            let file: File =
                toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let folder = path.parent().and_then(Path::file_name);
            assert!(
                folder.is_some_and(|folder| *folder == *file.operation),
                "{} stands in the folder of another operation",
                path.display(),
            );
            cases.extend(file.case.iter().map(|entry| translate(&path, &file, entry)));
        }
    }
    cases
}

fn sorted(folder: PathBuf) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the cases can be read");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths
}

fn translate(path: &Path, file: &File, entry: &Entry) -> Case {
    let file_name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = format!("{}/{file_name}: {}", file.operation, entry.name);
    let contract = CATALOG
        .iter()
        .find(|contract| contract.id == file.operation);
    let expected = |own: &Option<Vec<String>>| {
        let ((Some(lines), None) | (None, Some(lines))) = (own, &entry.both) else {
            panic!("{name}: write `strict` and `lenient`, or `both`");
        };
        lines
            .iter()
            .map(|line| Expected::parse(&expand(line), &name))
            .collect()
    };
    let rule = |id: &String| {
        id.parse()
            .unwrap_or_else(|_| panic!("{name}: no rule is `{id}`"))
    };
    Case {
        contract: contract.unwrap_or_else(|| panic!("no operation is `{}`", file.operation)),
        artifact: file.artifact.parse().expect("an artifact"),
        context: context(file, entry),
        text: bytes(&expand(&body(file, entry, &name))),
        strict: expected(&entry.strict),
        lenient: expected(&entry.lenient),
        passes: entry.passes.iter().map(rule).collect(),
        name,
    }
}

fn context(file: &File, entry: &Entry) -> Context {
    let types = entry.template_field_types.clone();
    Context {
        http_status: entry.http_status.or(file.http_status),
        selections: types
            .map(|types| ("template_field_types".to_owned(), types))
            .into_iter()
            .collect(),
    }
}

fn body(file: &File, entry: &Entry, name: &str) -> String {
    if let Some(body) = &entry.body {
        let edits = (&entry.set, &entry.remove, &entry.rename);
        let none = edits.0.is_empty() && edits.1.is_empty() && edits.2.is_empty();
        assert!(none, "{name}: `body` leaves nothing to edit");
        return body.clone();
    }
    let mut tree = JsonText::parse(&file.base);
    for pointer in &entry.remove {
        tree.remove(pointer);
    }
    for (pointer, key) in &entry.rename {
        tree.rename(pointer, key);
    }
    for (pointer, text) in &entry.set {
        tree.set(pointer, text);
    }
    tree.to_string()
}

/// Writes `«x×50»` out.
fn expand(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('«') {
        let (inside, behind) = after.split_once('»').expect("« has its »");
        out.push_str(before);
        match inside.rsplit_once('×') {
            Some((what, times)) => out.push_str(&what.repeat(times.parse().expect("a number"))),
            None => out.extend(["«", inside, "»"]),
        }
        rest = behind;
    }
    out + rest
}

/// Puts the bytes in the place of `«0xFF»`.
fn bytes(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("«0x") {
        let (digits, behind) = after.split_once('»').expect("« has its »");
        out.extend(before.as_bytes());
        out.push(u8::from_str_radix(digits, 16).expect("a byte"));
        rest = behind;
    }
    out.extend(rest.as_bytes());
    out
}
