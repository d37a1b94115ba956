//! What a file holds: as somebody says, else as its name tells.

use super::Planner;
use crate::against::Against;
use crate::config::{Entry, Named};
use crate::input::Compression;
use carnet_core::Artifact;
use carnet_record::Format;
use std::path::Path;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// One text.
    Whole,
    /// One JSON text on every line.
    Records,
    /// Requests, and what came back.
    Recorded(Format),
}

/// The ends of the names of recordings that a folder is looked through for. Scripts and the like are
/// read where somebody names them.
const RECORDINGS: [&str; 4] = ["har", "http", "rest", "curl"];

/// The ends of the names of files with one JSON text on every line.
const RECORDS: [&str; 2] = ["ndjson", "jsonl"];

impl Planner<'_> {
    pub(super) fn form(&self, name: &Path, entry: Option<&Entry>) -> Form {
        if let Some(format) = self.recorded(name, entry) {
            return Form::Recorded(format);
        }
        if self.args.ndjson || has_end(name, &RECORDS) {
            Form::Records
        } else {
            Form::Whole
        }
    }

    /// How calls are recorded in a file, unless it is a payload: as somebody says, else by its name.
    pub(super) fn recorded(&self, name: &Path, entry: Option<&Entry>) -> Option<Format> {
        if let Some(format) = self.args.recorded {
            return Some(format);
        }
        let is_said = self.args.artifact.is_some() || self.args.schema.is_some();
        if let Some(format) = entry.and_then(|entry| entry.recorded)
            && !is_said
        {
            return Some(format);
        }
        let is_payload = is_said
            || entry.is_some_and(|entry| {
                entry.artifact.is_some() || matches!(entry.against, Named::Schema(_))
            });
        let (_, name) = Compression::of(name);
        let format = Format::of(&name.to_string_lossy(), b"")?;
        // With an operation such a file is the one URL that is called.
        let is_one_url = format == Format::UrlList && (self.against.is_some() || entry.is_some());
        (!is_payload && !is_one_url).then_some(format)
    }

    /// How the names end of files that nothing but `--operation` and their folder names.
    pub(super) fn usual_names(&self) -> &'static [&'static str] {
        let known = self.against.as_ref().map(Against::contract);
        let artifact = known.map(|known| self.artifact(known, None));
        match artifact {
            None => &[],
            Some(Artifact::RequestBody | Artifact::ReplyBody) => &["json", "ndjson", "jsonl"],
            Some(Artifact::RequestUrl) => &["url", "txt"],
            Some(Artifact::RequestForm) => &["form", "txt"],
        }
    }

    pub(super) fn is_usual(&self, file: &Path) -> bool {
        match &self.against {
            None => has_end(file, &RECORDINGS),
            Some(_) => has_end(file, self.usual_names()),
        }
    }
}

/// Whether the name of a file, but for how it is compressed, has one of these ends.
fn has_end(file: &Path, ends: &[&str]) -> bool {
    let (_, inner) = Compression::of(file);
    let end = inner.extension();
    end.is_some_and(|end| ends.iter().any(|known| end.eq_ignore_ascii_case(known)))
}
