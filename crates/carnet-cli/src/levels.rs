//! What is done about findings of a rule, of a discrepancy, or at a place.
//!
//! A place is more particular than a discrepancy, and that than a rule: the more particular goes
//! before. Of several words about the same the last one counts, those of the command line behind
//! those of `carnet.toml`.

use crate::catalog;
use crate::complaint::Complaint;
use carnet_core::{Contract, Finding, Level, RuleId};
use carnet_validate::Choice;
use globset::{GlobBuilder, GlobMatcher};
use std::collections::BTreeMap;

/// Levels by rule, discrepancy and place, in the order in which they were chosen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Levels {
    /// For the validator: by the id of a rule or a discrepancy.
    choices: BTreeMap<String, Choice>,
    /// For what it found: by place, the last that matches counts.
    places: Vec<(GlobMatcher, Level)>,
}

/// What a level is chosen for.
#[derive(Clone, Debug)]
pub(crate) enum Subject {
    /// A rule or a discrepancy, by its id.
    Id(&'static str),
    /// Places, as findings name them; `*` stands for one name, `**` for any number of them.
    Place(GlobMatcher),
}

impl Subject {
    /// Reads what somebody wrote: an id, or a place, which begins with `/` or `query:`.
    ///
    /// # Errors
    /// What is wrong with it, without a place of its own.
    pub(crate) fn parse(catalog: &[&'static Contract], text: &str) -> Result<Self, Complaint> {
        if text.starts_with('/') || text.starts_with("query:") {
            return place(text).map(Self::Place).map_err(Complaint::usage);
        }
        if let Ok(rule) = text.parse::<RuleId>() {
            return Ok(Self::Id(rule.as_str()));
        }
        let register = catalog::register(catalog);
        let found = register.iter().find(|known| known.id == text);
        match found.map(|found| (found.id, found.note)) {
            Some((id, None)) => Ok(Self::Id(id)),
            Some((_, Some(note))) => {
                let message = format!("no check depends on `{text}`");
                Err(Complaint::usage(message).with_help(note))
            }
            None => {
                let rules = RuleId::ALL.iter().map(|rule| rule.as_str());
                let known = rules.chain(register.iter().map(|known| known.id));
                let message = format!("no rule or discrepancy is called `{text}`");
                Err(Complaint::usage(message)
                    .with_help("write the id that a finding shows, or a place such as `/name`")
                    .did_you_mean(text, known))
            }
        }
    }
}

/// Reads a place, in which `*` stands for one name and `**` for any number of them.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn place(text: &str) -> Result<GlobMatcher, String> {
    let glob = GlobBuilder::new(text).literal_separator(true).build();
    match glob {
        Ok(glob) => Ok(glob.compile_matcher()),
        Err(error) => Err(format!(
            "the place `{text}` cannot be read: {}",
            error.kind()
        )),
    }
}

impl Levels {
    /// Chooses a level for a subject, whatever was chosen before.
    pub(crate) fn set(&mut self, subject: Subject, choice: Choice) {
        match (subject, choice) {
            (Subject::Id(id), choice) => drop(self.choices.insert(id.to_owned(), choice)),
            (Subject::Place(glob), Choice::Level(level)) => self.places.push((glob, level)),
            // A place has no other reading: `carnet.toml` does not let it be written.
            (Subject::Place(_), Choice::OtherReading) => {}
        }
    }

    /// Adds what was chosen later.
    pub(crate) fn extend(&mut self, later: &Self) {
        let choices = later.choices.iter();
        self.choices
            .extend(choices.map(|(id, choice)| (id.clone(), *choice)));
        self.places.extend(later.places.iter().cloned());
    }

    /// What the validator is to know.
    pub(crate) const fn choices(&self) -> &BTreeMap<String, Choice> {
        &self.choices
    }

    /// Gives findings the levels of their places, and leaves out those that are allowed there.
    pub(crate) fn apply(&self, findings: &mut Vec<Finding>) {
        if self.places.is_empty() {
            return;
        }
        findings.retain_mut(|finding| {
            let at = finding.at.to_string();
            let mut places = self.places.iter().rev();
            let chosen = places.find(|(glob, _)| glob.is_match(&at));
            match chosen.map(|(_, level)| level.severity()) {
                None => true,
                Some(None) => false,
                Some(Some(severity)) => {
                    finding.severity = severity;
                    true
                }
            }
        });
    }
}
