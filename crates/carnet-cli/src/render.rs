//! Findings as text: one file per output format.

pub(crate) mod excerpt;
mod fingerprint;
mod github;
mod gitlab;
pub(crate) mod human;
mod json;
mod junit;
mod ndjson;
mod origin;
pub(crate) mod paint;
mod sarif;
mod tap;
#[cfg(test)]
mod tests;

pub(crate) use origin::Origin;

use crate::args::{Deny, Format};
use crate::complaint::Complaint;
use crate::redact::Shown;
use carnet_core::{Artifact, Position, Profile, Span};
use carnet_validate::masked::Masked;
use std::fmt;
use std::io;

/// What was found in one payload: a file, or a part of it. Credentials are masked already.
#[derive(Debug)]
pub(crate) struct Checked<'a> {
    /// The path as it was given or found, `-` for standard input.
    pub(crate) path: &'a str,
    /// The line of the file that the payload is, counted from 1.
    pub(crate) record: Option<usize>,
    /// The recorded exchange that the payload is from, counted from 0.
    pub(crate) entry: Option<usize>,
    /// The id of the operation, or what a schema is called.
    pub(crate) operation: &'a str,
    pub(crate) artifact: Artifact,
    pub(crate) profile: Profile,
    pub(crate) failed: bool,
    /// Their spans are in the coordinates of the file.
    pub(crate) findings: Vec<Shown>,
    /// The file.
    pub(crate) text: &'a Masked<'a>,
}

impl Checked<'_> {
    /// The part of the file, for people; empty where it is the whole: `record 12`, `entry 3`.
    pub(crate) fn part(&self) -> String {
        let record = self.record.map(|record| format!("record {record}"));
        let entry = self.entry.map(|entry| format!("entry {entry}"));
        let parts: Vec<_> = record.into_iter().chain(entry).collect();
        parts.join(", ")
    }

    /// The path from its root, and the part: what the payload is called.
    fn name(&self, origin: &Origin) -> String {
        let path = origin.path(self.path);
        match (self.part(), self.entry) {
            (part, _) if part.is_empty() => path,
            (part, None) => format!("{path} ({part})"),
            // Of one call several parts are checked.
            (part, Some(_)) => format!("{path} ({part}, {})", self.artifact),
        }
    }
}

/// Where a finding stands that is about no place in particular.
const START: Span = {
    let start = Position {
        offset: 0,
        line: 1,
        column: 1,
    };
    Span { start, end: start }
};

/// Everything that was found, in numbers.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Summary {
    pub(crate) files: usize,
    pub(crate) failed: usize,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) infos: usize,
    /// Findings that the baseline knows.
    pub(crate) known: usize,
    /// Files that another profile than the run's own judged.
    pub(crate) other_profile: usize,
    /// Files and folders that could not be read.
    pub(crate) unread: usize,
    /// Findings that are counted but not shown.
    pub(crate) omitted: usize,
}

/// Writes findings in one format, payload by payload.
pub(crate) trait Render: fmt::Debug {
    /// Writes what stands before the first payload.
    fn begin(&mut self, out: &mut dyn io::Write) -> io::Result<()>;
    /// Writes one payload.
    fn file(&mut self, out: &mut dyn io::Write, file: &Checked<'_>) -> io::Result<()>;
    /// Writes what could not be read. Standard error tells it too.
    fn unread(&mut self, out: &mut dyn io::Write, complaint: &Complaint) -> io::Result<()> {
        let (_, _) = (out, complaint);
        Ok(())
    }
    /// Writes what there is to tell of a file besides findings; it fails nothing. Standard error
    /// tells it too.
    fn told(&mut self, out: &mut dyn io::Write, complaint: &Complaint) -> io::Result<()> {
        let (_, _) = (out, complaint);
        Ok(())
    }
    /// Writes what stands after the last payload.
    fn end(&mut self, out: &mut dyn io::Write, summary: &Summary) -> io::Result<()>;
}

/// What renderers are told of the run.
#[derive(Clone, Debug)]
pub(crate) struct Look {
    pub(crate) colour: bool,
    pub(crate) width: usize,
    /// The run's own.
    pub(crate) profile: Profile,
    pub(crate) deny: Option<Deny>,
    pub(crate) quiet: bool,
    pub(crate) origin: Origin,
}

/// The renderer of a format.
pub(crate) fn renderer(format: Format, look: Look) -> Box<dyn Render> {
    let Look {
        profile, origin, ..
    } = look;
    match format {
        Format::Human => {
            let human = human::Human::new(look.colour, look.width, profile);
            Box::new(if look.quiet { human.quiet() } else { human })
        }
        Format::Json => Box::new(json::Json::new(profile)),
        Format::Ndjson => Box::new(ndjson::Ndjson),
        Format::Sarif => Box::new(sarif::Sarif::new(origin)),
        Format::Junit => Box::new(junit::Junit::new(profile, look.deny, origin)),
        Format::Github => Box::new(github::Github::new(origin)),
        Format::Gitlab => Box::new(gitlab::Gitlab::new(origin)),
        Format::Tap => Box::new(tap::Tap::new(origin)),
    }
}
