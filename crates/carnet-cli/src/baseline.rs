//! Findings that are known already: `--baseline` lets them pass, `--write-baseline` writes them down.
//!
//! A finding is the same as one of the baseline where file, rule and place are; how many there are
//! is counted. Lines do not matter, so that a file may grow above a known finding.

use crate::complaint::Complaint;
use crate::target;
use carnet_core::Finding;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The only version there is.
const VERSION: u32 = 1;

/// The file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct BaselineFile {
    version: u32,
    findings: Vec<KnownFinding>,
}

/// Findings of one rule at one place.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct KnownFinding {
    path: String,
    rule: String,
    at: String,
    count: usize,
}

/// File, rule and place.
type Key = (String, String, String);

/// The known findings, and which of them were met.
#[derive(Debug)]
pub(crate) struct Baseline {
    /// Relative to this folder stand the paths in it.
    folder: PathBuf,
    /// How many of a sort are not met yet.
    left: BTreeMap<Key, usize>,
    /// The files of this run.
    checked: BTreeSet<String>,
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    /// When it cannot be read, or is none.
    pub(crate) fn read(path: &Path) -> Result<Self, Complaint> {
        let text = fs::read(path).map_err(|error| target::unread(path, &error))?;
        let wrong = |message: String| Complaint {
            at: Some(path.display().to_string()),
            ..Complaint::usage(message)
        };
        let file: BaselineFile = serde_json::from_slice(&text).map_err(|error| {
            wrong(format!("is no baseline: {error}"))
                .with_help("write one with `--write-baseline FILE`")
        })?;
        if file.version != VERSION {
            let version = file.version;
            return Err(wrong(format!(
                "has version {version}, and this is for {VERSION}"
            )));
        }
        let mut baseline = Self::beside(path);
        for known in file.findings {
            let key = (known.path, known.rule, known.at);
            *baseline.left.entry(key).or_default() += known.count;
        }
        Ok(baseline)
    }

    /// An empty baseline for a file.
    pub(crate) fn beside(path: &Path) -> Self {
        Self {
            folder: target::absolute(path)
                .ok()
                .and_then(|path| path.parent().map(Path::to_owned))
                .unwrap_or_default(),
            left: BTreeMap::new(),
            checked: BTreeSet::new(),
        }
    }

    /// Takes the known findings of a file out of those that were found, and counts them.
    pub(crate) fn without_known(&mut self, path: &Path, findings: &mut Vec<Finding>) -> usize {
        let path = self.shown(path);
        let before = findings.len();
        findings.retain(|finding| {
            let left = self.left.get_mut(&key(&path, finding));
            match left {
                Some(left) if *left > 0 => {
                    *left -= 1;
                    false
                }
                _ => true,
            }
        });
        self.checked.insert(path);
        before - findings.len()
    }

    /// Counts findings of a file as known from now on.
    pub(crate) fn learn(&mut self, path: &Path, findings: &[Finding]) {
        let path = self.shown(path);
        for finding in findings {
            *self.left.entry(key(&path, finding)).or_default() += 1;
        }
    }

    /// Entries about the files of this run that nothing was found of any more.
    pub(crate) fn stale(&self) -> impl Iterator<Item = String> {
        let left = self.left.iter();
        let stale = left.filter(|((path, ..), left)| **left > 0 && self.checked.contains(path));
        stale.map(|((path, rule, at), left)| {
            let place = if at.is_empty() { "the whole text" } else { at };
            format!("{path}: {left} of {rule} at {place}")
        })
    }

    /// The text of the file, in the order of paths.
    pub(crate) fn to_text(&self) -> String {
        let known = self
            .left
            .iter()
            .map(|((path, rule, at), count)| KnownFinding {
                path: path.clone(),
                rule: rule.clone(),
                at: at.clone(),
                count: *count,
            });
        let file = BaselineFile {
            version: VERSION,
            findings: known.collect(),
        };
        // Texts and numbers always become JSON.
        let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
        text.push('\n');
        text
    }

    /// The path as the baseline has it: relative to its folder, with `/`.
    fn shown(&self, path: &Path) -> String {
        let absolute = target::absolute(path).unwrap_or_else(|_| path.to_owned());
        let relative = absolute.strip_prefix(&self.folder).unwrap_or(&absolute);
        let parts: Vec<_> = relative
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect();
        parts.join("/")
    }
}

fn key(path: &str, finding: &Finding) -> Key {
    let rule = finding.rule.as_str().to_owned();
    (path.to_owned(), rule, finding.at.to_string())
}
