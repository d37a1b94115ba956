//! Findings for merge requests: the code quality report of GitLab, a JSON array.

use super::fingerprint::Fingerprints;
use super::{Checked, Origin, Render, START, Summary};
use carnet_core::Severity;
use serde::Serialize;
use std::io::{self, Write};

/// Writes a code quality report.
#[derive(Debug)]
pub(super) struct Gitlab {
    origin: Origin,
    fingerprints: Fingerprints,
    first: bool,
}

impl Gitlab {
    pub(super) fn new(origin: Origin) -> Self {
        Self {
            origin,
            fingerprints: Fingerprints::default(),
            first: true,
        }
    }
}

impl Render for Gitlab {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "[")
    }

    fn file(&mut self, out: &mut dyn Write, file: &Checked<'_>) -> io::Result<()> {
        for finding in &file.findings {
            let span = finding.span.unwrap_or(START);
            let help = finding.help.iter().map(|help| format!("; help: {help}"));
            let help: String = help.collect();
            let issue = Issue {
                description: format!("{}{help}", finding.message),
                check_name: finding.rule.as_str(),
                fingerprint: self.fingerprints.of(&self.origin, file, finding),
                severity: match finding.severity {
                    Severity::Error => "major",
                    Severity::Warning => "minor",
                    Severity::Info => "info",
                },
                location: Location {
                    path: self.origin.path(file.path),
                    lines: Lines {
                        begin: span.start.line,
                        end: span.end.line,
                    },
                },
            };
            out.write_all(if self.first { b"\n" } else { b",\n" })?;
            self.first = false;
            serde_json::to_writer(&mut *out, &issue)?;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, _: &Summary) -> io::Result<()> {
        writeln!(out, "{}]", if self.first { "" } else { "\n" })
    }
}

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'a str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}
