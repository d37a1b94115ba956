//! The files of `tests/cases`: their form, and how a case becomes a text.

use crate::expectation::Expected;
use crate::query;
use carnet_core::contract::Carrier;
use carnet_core::{Artifact, Contract, Profile, RuleId};
use carnet_testing::JsonText;
use carnet_validate::{Context, Settings};
use carnet_vendors::CATALOG;
use percent_encoding::percent_decode;
use serde::Deserialize;
use std::borrow::Cow;
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

    /// The text as a person reads it: percent-decoded where it travels encoded.
    pub(crate) fn readable(&self) -> Cow<'_, str> {
        match self.artifact {
            Artifact::RequestUrl | Artifact::RequestForm => {
                percent_decode(&self.text).decode_utf8_lossy()
            }
            Artifact::RequestBody | Artifact::ReplyBody => String::from_utf8_lossy(&self.text),
        }
    }
}

/// A file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    operation: Option<String>,
    artifact: Option<String>,
    http_status: Option<u16>,
    base: Base,
    /// Names that several lines are to be written for: `{flags}` stands for each of them.
    #[serde(default)]
    lists: BTreeMap<String, Vec<String>>,
    case: Vec<Entry>,
}

/// The payload that nothing is wrong with: of the file's operation, or of each of several.
#[derive(Deserialize)]
#[serde(untagged)]
enum Base {
    One(String),
    Each(BTreeMap<String, String>),
}

impl File {
    /// The operations that its cases are about, each with its base.
    fn bases(&self, path: &Path) -> Vec<(&str, &str)> {
        match (&self.operation, &self.base) {
            (Some(operation), Base::One(base)) => vec![(operation, base)],
            (None, Base::Each(bases)) => bases
                .iter()
                .map(|(operation, base)| (operation.as_str(), base.as_str()))
                .collect(),
            _ => panic!("{}: one operation, or a base for each", path.display()),
        }
    }

    /// A line for each name of the lists that it mentions.
    fn each(&self, line: &str) -> Vec<String> {
        let lists = self.lists.iter();
        let Some((placeholder, names)) = lists
            .map(|(list, names)| (format!("{{{list}}}"), names))
            .find(|(placeholder, _)| line.contains(placeholder))
        else {
            return vec![line.to_owned()];
        };
        names
            .iter()
            .flat_map(|name| self.each(&line.replace(&placeholder, name)))
            .collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    body: Option<String>,
    #[serde(default)]
    replace: BTreeMap<String, String>,
    #[serde(default)]
    set: BTreeMap<String, String>,
    #[serde(default)]
    remove: Vec<String>,
    #[serde(default)]
    rename: BTreeMap<String, String>,
    http_status: Option<u16>,
    url: Option<String>,
    method: Option<String>,
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
            let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
            for (operation, base) in file.bases(&path) {
                assert!(
                    operation.starts_with(&*folder.to_string_lossy()),
                    "{} stands in the folder of another operation",
                    path.display(),
                );
                let translate = |entry| translate(&path, &file, operation, base, entry);
                cases.extend(file.case.iter().map(translate));
            }
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

fn translate(path: &Path, file: &File, operation: &str, base: &str, entry: &Entry) -> Case {
    let place = path.parent().and_then(Path::file_name).unwrap_or_default();
    let file_name = Path::new(place).join(path.file_name().unwrap_or_default());
    let mut name = format!("{}: {}", file_name.display(), entry.name);
    if file.operation.is_none() {
        name = format!("{name} ({operation})");
    }
    let contract = CATALOG.iter().find(|contract| contract.id == operation);
    let contract = contract.unwrap_or_else(|| panic!("{name}: no operation is `{operation}`"));
    let artifact = file.artifact.as_ref();
    let artifact = artifact.map_or(contract.request_artifact(), |name| {
        name.parse().expect("an artifact")
    });
    let expected = |own: &Option<Vec<String>>| {
        let ((Some(lines), None) | (None, Some(lines))) = (own, &entry.both) else {
            panic!("{name}: write `strict` and `lenient`, or `both`");
        };
        lines
            .iter()
            .flat_map(|line| file.each(line))
            .map(|line| Expected::parse(&expand(&line), &name))
            .collect()
    };
    let rule = |id: &String| {
        id.parse()
            .unwrap_or_else(|_| panic!("{name}: no rule is `{id}`"))
    };
    Case {
        contract,
        artifact,
        context: context(file, entry),
        text: bytes(&text(
            contract,
            artifact,
            || edited(base, file, entry),
            entry,
            &name,
        )),
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
        url: entry.url.as_deref().map(expand),
        method: entry.method.clone(),
        selections: types
            .map(|types| ("template_field_types".to_owned(), types))
            .into_iter()
            .collect(),
    }
}

/// The text of a case, with its edits.
fn text(
    contract: &Contract,
    artifact: Artifact,
    edited: impl FnOnce() -> JsonText,
    entry: &Entry,
    name: &str,
) -> String {
    let mut text = match &entry.body {
        Some(body) => {
            let edits = (&entry.set, &entry.remove, &entry.rename);
            let none = edits.0.is_empty() && edits.1.is_empty() && edits.2.is_empty();
            assert!(none, "{name}: `body` leaves nothing to edit");
            expand(body)
        }
        None => match (contract.carrier, artifact) {
            (Carrier::Parameters, Artifact::RequestUrl) => {
                format!("{}?{}", contract.url, query::of(&edited()))
            }
            (Carrier::Parameters, Artifact::RequestForm) => query::of(&edited()),
            _ => edited().to_string(),
        },
    };
    for (old, new) in &entry.replace {
        assert!(text.contains(old), "{name}: there is no `{old}`");
        text = text.replace(old, &expand(new));
    }
    text
}

fn edited(base: &str, file: &File, entry: &Entry) -> JsonText {
    let mut tree = JsonText::parse(&expand(base));
    for pointer in entry.remove.iter().flat_map(|it| file.each(it)) {
        tree.remove(&pointer);
    }
    for (pointer, key) in &entry.rename {
        for pointer in file.each(pointer) {
            tree.rename(&pointer, &expand(key));
        }
    }
    for (pointer, text) in &entry.set {
        for pointer in file.each(pointer) {
            tree.set(&pointer, &expand(text));
        }
    }
    tree
}

/// Writes `«x×50»` out, wherever a file may hold it.
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
