//! `carnet.toml`: which files of a tree belong to which operation.
//!
//! ```toml
//! profile = "lenient"              # of this tree; strict when left out
//!
//! [[files]]                        # of several that name a file, the last one counts
//! glob = "revnue/*.request.json"   # relative to this file; `**` crosses folders
//! operation = "revnue.customer.create"   # or schema = "x.schema.json", relative to this file, or
//!                                  # recorded = "curl", "har" …: calls of any operation
//! artifact = "request-body"        # or request-url, request-form, reply-body; when left out the
//!                                  # way the operation's requests go: request-body or request-url
//! profile = "strict"               # of these files
//! context = "ctx.json"             # relative to this file
//!
//! rules = { secret = "allow" }     # of these files, as the tables below; so are `discrepancies`
//!                                  # and `places`
//!
//! [discrepancies]                  # of this tree: what the contracts chose, chosen otherwise
//! RV-01 = "warning"                # allow, info, warning or error, in both profiles
//! RV-11 = "other-reading"          # the reading that the contracts did not take is in force
//!
//! [rules]                          # of this tree: levels by rule
//! max-length = "warning"
//!
//! [places]                         # of this tree: levels by place, whatever the rule
//! "/template/**" = "allow"
//! ```

mod recorded;

use crate::args::{ArtifactName, ChoiceName, LevelName, ProfileName};
use crate::catalog;
use crate::complaint::Complaint;
use crate::context;
use crate::levels::{self, Levels, Subject};
use carnet_core::{Artifact, Contract, Discrepancy, Profile, RuleId, Span};
use carnet_record::Format;
use carnet_validate::Context;
use carnet_validate::lines;
use carnet_validate::masked::Masked;
use globset::{GlobBuilder, GlobMatcher};
use recorded::FormatName;
use schemars::generate::SchemaSettings;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use toml::Spanned;

/// The name under which the file is looked for.
pub const FILE_NAME: &str = "carnet.toml";

/// The JSON Schema of `carnet.toml`, for editors.
#[must_use]
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let schema = generator.into_root_schema_for::<ConfigFile>();
    format!("{schema:#}\n", schema = schema.as_value())
}

/// Which files belong to which vendor operation, for `carnet lint`.
#[derive(Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "carnet.toml")]
struct ConfigFile {
    /// The profile of the files in this folder and below it; strict when left out.
    #[serde(default)]
    profile: Option<ProfileName>,
    /// Which files belong to which operation. Of several entries that name a file, the last one
    /// counts.
    #[serde(default)]
    files: Vec<FilesEntry>,
    /// What is done, in both profiles, about a payload that follows the reading that the contracts
    /// did not take, by the id of the discrepancy: RV-01 = "warning"; or that this reading is in
    /// force instead: RV-11 = "other-reading".
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, ChoiceName>")]
    discrepancies: BTreeMap<Spanned<String>, ChoiceName>,
    /// What is done about findings, by the id of their rule: max-length = "warning".
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, LevelName>")]
    rules: BTreeMap<Spanned<String>, LevelName>,
    /// What is done about findings, by the place that they name: "/template/**" = "allow".
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, LevelName>")]
    places: BTreeMap<Spanned<String>, LevelName>,
}

/// Files of one operation, of one schema, or of recorded calls.
#[derive(Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend(
    "oneOf" = [
        {"anyOf": [{"required": ["operation"]}, {"required": ["recorded"]}]},
        {"required": ["schema"]},
    ],
    "not" = {"required": ["recorded", "artifact"]},
))]
struct FilesEntry {
    /// The files, relative to the folder of this carnet.toml. `*` stays within a folder, `**`
    /// crosses folders.
    #[schemars(with = "String")]
    glob: Spanned<String>,
    /// The id of the operation, such as revnue.customer.create.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    operation: Option<Spanned<String>>,
    /// In place of an operation, a JSON Schema of your own, relative to the folder of this
    /// carnet.toml.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    schema: Option<Spanned<String>>,
    /// The files are recorded calls in this format. Their operations are recognised where
    /// `operation` does not name one.
    #[serde(default)]
    #[schemars(with = "Option<FormatName>")]
    recorded: Option<Spanned<FormatName>>,
    /// The part of the call that the files are; when left out request-body, or request-url where
    /// the operation takes parameters.
    #[serde(default)]
    #[schemars(with = "Option<ArtifactName>")]
    artifact: Option<Spanned<ArtifactName>>,
    /// The profile of these files.
    #[serde(default)]
    profile: Option<ProfileName>,
    /// What is known besides the payload: a JSON file with it, relative to the folder of this
    /// carnet.toml, or itself: `{ http_status = 400 }`.
    #[serde(default)]
    #[schemars(with = "Option<ContextSetting>")]
    context: Option<Spanned<ContextSetting>>,
    /// As the table of this name, for these files.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, ChoiceName>")]
    discrepancies: BTreeMap<Spanned<String>, ChoiceName>,
    /// As the table of this name, for these files.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, LevelName>")]
    rules: BTreeMap<Spanned<String>, LevelName>,
    /// As the table of this name, for these files.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, LevelName>")]
    places: BTreeMap<Spanned<String>, LevelName>,
}

/// A file that holds the context, or the context.
#[derive(Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
#[serde(expecting = "expected a path or a table")]
#[schemars(inline)]
enum ContextSetting {
    File(String),
    Inline(BTreeMap<String, serde_json::Value>),
}

/// A `carnet.toml` that holds nothing wrong.
#[derive(Debug)]
pub(crate) struct Config {
    folder: PathBuf,
    profile: Option<Profile>,
    entries: Vec<Entry>,
    levels: Levels,
}

/// One `[[files]]` of it.
#[derive(Debug)]
pub(crate) struct Entry {
    glob: GlobMatcher,
    pub(crate) against: Named,
    /// How calls are recorded in the files, if they are.
    pub(crate) recorded: Option<Format>,
    pub(crate) artifact: Option<Artifact>,
    pub(crate) profile: Option<Profile>,
    pub(crate) context: Option<Known>,
    pub(crate) levels: Levels,
}

/// What is known besides a payload.
#[derive(Clone, Debug)]
pub(crate) enum Known {
    /// What this file says, absolute.
    File(PathBuf),
    /// This.
    Inline(Rc<Context>),
}

/// What the files of an entry are checked against.
#[derive(Clone, Debug)]
pub(crate) enum Named {
    /// An operation of the catalog.
    Operation(&'static Contract),
    /// The schema in this file, absolute.
    Schema(PathBuf),
    /// Whichever operations recorded calls are.
    Calls,
}

impl Named {
    const fn contract(&self) -> &'static Contract {
        match self {
            Self::Operation(contract) => contract,
            Self::Schema(_) | Self::Calls => &carnet_jsonschema::ANYTHING,
        }
    }
}

impl Config {
    /// Reads the text of the `carnet.toml` in `folder`; `shown` is its path in complaints.
    pub(crate) fn parse(
        catalog: &[&'static Contract],
        folder: &Path,
        shown: &Path,
        text: &[u8],
    ) -> Result<Self, Vec<Complaint>> {
        let toml = Toml { shown, text };
        let file = toml.parse().map_err(|complaint| vec![complaint])?;
        let mut complaints = Vec::new();
        let mut entries = Vec::new();
        for entry in &file.files {
            match toml.entry(catalog, folder, entry) {
                Ok(entry) => entries.push(entry),
                Err(wrong) => complaints.extend(wrong),
            }
        }
        let levels = toml.levels(catalog, &file.discrepancies, &file.rules, &file.places);
        let levels = levels.unwrap_or_else(|wrong| {
            complaints.extend(wrong);
            Levels::default()
        });
        if !complaints.is_empty() {
            return Err(complaints);
        }
        Ok(Self {
            folder: folder.to_owned(),
            profile: file.profile.map(Profile::from),
            entries,
            levels,
        })
    }

    /// The entry that decides about a file, by its absolute path.
    pub(crate) fn entry(&self, file: &Path) -> Option<&Entry> {
        let relative = file.strip_prefix(&self.folder).ok()?;
        let mut entries = self.entries.iter().rev();
        entries.find(|entry| entry.glob.is_match(relative))
    }

    /// The profile of the tree.
    pub(crate) const fn profile(&self) -> Option<Profile> {
        self.profile
    }

    /// What the tree chooses.
    pub(crate) const fn levels(&self) -> &Levels {
        &self.levels
    }

    /// Whether an entry names this file, by its absolute path, as its context or its schema.
    pub(crate) fn names(&self, file: &Path) -> bool {
        self.entries.iter().any(|entry| {
            let is_schema = matches!(&entry.against, Named::Schema(schema) if schema == file);
            let is_context = matches!(&entry.context, Some(Known::File(own)) if own == file);
            is_schema || is_context
        })
    }
}

/// The text of one `carnet.toml`, to complain about.
struct Toml<'a> {
    shown: &'a Path,
    text: &'a [u8],
}

impl Toml<'_> {
    fn parse(&self) -> Result<ConfigFile, Complaint> {
        let text = std::str::from_utf8(self.text).map_err(|error| {
            let at = error.valid_up_to();
            self.complaint(at..at, "the file is not UTF-8")
        })?;
        toml::from_str(text).map_err(|error| {
            let complaint = self.complaint(error.span().unwrap_or(0..0), error.message());
            match unknown_word(error.message()) {
                Some((word, known)) => complaint.did_you_mean(word, known),
                None => complaint,
            }
        })
    }

    fn entry(
        &self,
        catalog: &[&'static Contract],
        folder: &Path,
        entry: &FilesEntry,
    ) -> Result<Entry, Vec<Complaint>> {
        let mut complaints = Vec::new();
        let against = self.against(catalog, folder, entry);
        let against = against.map_err(|wrong| complaints.push(wrong)).ok();
        let glob = GlobBuilder::new(entry.glob.get_ref())
            .literal_separator(true)
            .build();
        if let Err(error) = &glob {
            let message = format!("the glob cannot be read: {}", error.kind());
            complaints.push(self.complaint(entry.glob.span(), message));
        }
        let artifact = entry.artifact.as_ref().map(|it| (*it.get_ref()).into());
        let contract = against.as_ref().map(Named::contract);
        if let (Some(contract), Some(artifact), Some(named)) = (contract, artifact, &entry.artifact)
            && let Some(wrong) = catalog::without(contract, artifact)
        {
            complaints.push(
                self.complaint(named.span(), wrong.message)
                    .with_help(wrong.help),
            );
        }
        complaints.extend(self.not_recorded(entry));
        let levels = self.levels(catalog, &entry.discrepancies, &entry.rules, &entry.places);
        let levels = levels.unwrap_or_else(|wrong| {
            complaints.extend(wrong);
            Levels::default()
        });
        let context = entry.context.as_ref();
        let context = context.map(|context| self.context(catalog, folder, context));
        let context = context.transpose().unwrap_or_else(|wrong| {
            complaints.extend(wrong);
            None
        });
        match (against, glob) {
            (Some(against), Ok(glob)) if complaints.is_empty() => Ok(Entry {
                levels,
                glob: glob.compile_matcher(),
                against,
                recorded: entry.recorded.as_ref().map(|it| (*it.get_ref()).into()),
                artifact,
                profile: entry.profile.map(Profile::from),
                context,
            }),
            _ => Err(complaints),
        }
    }

    /// The context of an entry.
    fn context(
        &self,
        catalog: &[&'static Contract],
        folder: &Path,
        context: &Spanned<ContextSetting>,
    ) -> Result<Known, Vec<Complaint>> {
        let table = match context.get_ref() {
            ContextSetting::File(path) => return Ok(Known::File(folder.join(path))),
            ContextSetting::Inline(table) => table,
        };
        let complain = |message| self.complaint(context.span(), message);
        let text = serde_json::to_vec(table);
        let text = text.map_err(|error| vec![complain(error.to_string())])?;
        let context = context::inline(catalog, &text, complain)?;
        Ok(Known::Inline(Rc::new(context)))
    }

    /// The operation or the schema of an entry.
    fn against(
        &self,
        catalog: &[&'static Contract],
        folder: &Path,
        entry: &FilesEntry,
    ) -> Result<Named, Complaint> {
        match (&entry.operation, &entry.schema) {
            (Some(operation), None) => {
                let id = operation.get_ref();
                let found = catalog.iter().find(|contract| contract.id == id);
                found.map(|found| Named::Operation(found)).ok_or_else(|| {
                    let complaint = self.complaint(operation.span(), catalog::message(id));
                    catalog::unknown(catalog, id, complaint)
                })
            }
            (None, Some(schema)) => Ok(Named::Schema(folder.join(schema.get_ref()))),
            (None, None) if entry.recorded.is_some() => Ok(Named::Calls),
            (None, None) => {
                let message = "missing field `operation`, `schema`, or `recorded`";
                Err(self.complaint(entry.glob.span(), message))
            }
            (Some(_), Some(schema)) => {
                let message = "files belong to an operation or to a schema, not to both";
                Err(self.complaint(schema.span(), message))
            }
        }
    }

    /// What an entry says that recorded calls cannot be.
    fn not_recorded(&self, entry: &FilesEntry) -> Option<Complaint> {
        let recorded = entry.recorded.as_ref()?;
        let message = match (&entry.schema, &entry.artifact) {
            (Some(_), _) => "recorded calls belong to operations, not to a schema",
            (None, Some(_)) => "recorded calls tell themselves what their parts are: no `artifact`",
            (None, None) => return None,
        };
        Some(self.complaint(recorded.span(), message))
    }

    /// What three tables choose; places after rules, and those after discrepancies.
    fn levels(
        &self,
        catalog: &[&'static Contract],
        discrepancies: &BTreeMap<Spanned<String>, ChoiceName>,
        rules: &BTreeMap<Spanned<String>, LevelName>,
        places: &BTreeMap<Spanned<String>, LevelName>,
    ) -> Result<Levels, Vec<Complaint>> {
        let (mut levels, mut complaints) = (Levels::default(), Vec::new());
        let register = catalog::register(catalog);
        for (id, choice) in discrepancies {
            match self.discrepancy(&register, id) {
                Ok(id) => levels.set(Subject::Id(id), (*choice).into()),
                Err(wrong) => complaints.push(wrong),
            }
        }
        for (id, level) in rules {
            match self.rule(id) {
                Ok(rule) => levels.set(Subject::Id(rule.as_str()), (*level).into()),
                Err(wrong) => complaints.push(wrong),
            }
        }
        for (place, level) in places {
            match self.place(place) {
                Ok(place) => levels.set(Subject::Place(place), (*level).into()),
                Err(wrong) => complaints.push(wrong),
            }
        }
        if complaints.is_empty() {
            Ok(levels)
        } else {
            Err(complaints)
        }
    }

    fn rule(&self, id: &Spanned<String>) -> Result<RuleId, Complaint> {
        let text = id.get_ref();
        text.parse().map_err(|_| {
            self.complaint(id.span(), format!("no rule is called `{text}`"))
                .with_help("write the id that a finding shows between brackets")
                .did_you_mean(text, RuleId::ALL.iter().map(|rule| rule.as_str()))
        })
    }

    fn place(&self, place: &Spanned<String>) -> Result<GlobMatcher, Complaint> {
        let glob = levels::place(place.get_ref());
        glob.map_err(|message| self.complaint(place.span(), message))
    }

    /// The id as its register writes it.
    fn discrepancy(
        &self,
        register: &[&'static Discrepancy],
        id: &Spanned<String>,
    ) -> Result<&'static str, Complaint> {
        let text = id.get_ref();
        let Some(found) = register.iter().find(|known| known.id == text) else {
            let message = format!("no discrepancy is called `{text}`");
            return Err(self
                .complaint(id.span(), message)
                .with_help("`carnet operations --discrepancies` lists them all")
                .did_you_mean(text, register.iter().map(|known| known.id)));
        };
        match found.note {
            None => Ok(found.id),
            Some(note) => Err(self
                .complaint(id.span(), format!("no check depends on `{text}`"))
                .with_help(note)),
        }
    }

    fn complaint(&self, range: Range<usize>, message: impl Into<String>) -> Complaint {
        let positions = lines::positions(self.text, [range.start, range.end]);
        let start = positions.first_key_value().map(|(_, &position)| position);
        let end = positions.last_key_value().map(|(_, &position)| position);
        let excerpt = start.zip(end).map(|(start, end)| {
            let span = Span { start, end };
            Masked::open(self.text).excerpt(span)
        });
        match excerpt {
            Some(excerpt) => Complaint::configuration(self.shown, excerpt, message),
            None => Complaint::usage(message),
        }
    }
}

/// The word that serde does not know, and those it does, from its own wording. Where that wording
/// changes, a proposal is lost and nothing else.
fn unknown_word(message: &str) -> Option<(&str, impl Iterator<Item = &str>)> {
    if !message.starts_with("unknown ") {
        return None;
    }
    let mut quoted = message.split('`').skip(1).step_by(2);
    Some((quoted.next()?, quoted))
}

#[cfg(test)]
mod tests {
    use super::schema;

    #[test]
    fn the_schema_lists_every_key() {
        let schema: serde_json::Value = serde_json::from_str(&schema()).unwrap();
        let properties = &schema["$defs"]["FilesEntry"]["properties"];
        for key in ["glob", "operation", "artifact", "profile", "context"] {
            assert!(properties.get(key).is_some(), "{key}");
        }
        assert_eq!(schema["additionalProperties"], false);
    }
}
