//! Findings as text: one file per output format.

pub(crate) mod excerpt;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod paint;

use crate::redact::Masked;
use carnet_core::{Artifact, Finding, Profile};
use std::io;

/// What was found in one file. Credentials are masked already.
#[derive(Debug)]
pub(crate) struct Checked<'a> {
    /// The path as it was given or found, `-` for standard input.
    pub(crate) path: &'a str,
    /// The number of the line, where every line is a text.
    pub(crate) record: Option<usize>,
    /// The id of the operation, or what a schema is called.
    pub(crate) operation: &'a str,
    pub(crate) artifact: Artifact,
    pub(crate) profile: Profile,
    pub(crate) failed: bool,
    pub(crate) findings: &'a [Finding],
    pub(crate) text: &'a Masked<'a>,
}

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
}

/// Writes findings in one format, file by file.
pub(crate) trait Render {
    /// Writes what stands before the first file.
    fn begin(&mut self, out: &mut dyn io::Write) -> io::Result<()>;
    /// Writes one file.
    fn file(&mut self, out: &mut dyn io::Write, file: &Checked<'_>) -> io::Result<()>;
    /// Writes what stands after the last file.
    fn end(&mut self, out: &mut dyn io::Write, summary: &Summary) -> io::Result<()>;
}
