//! Findings for programs: JSON, version 1.
//!
//! One document: the head on the first line, every file on a line of its own, the summary on the
//! last. Keys stand in this order and are always there:
//! ```json
//! {"version":1,"profile":"strict","files":[
//! {"path":"…","operation":"…","artifact":"…","verdict":"pass","findings":[]}
//! ],"summary":{"files":1,"failed":0,"errors":0,"warnings":0,"infos":0}}
//! ```
//! The head names the profile that judged every file; where several did it names `strict`, and a file
//! judged by another has that one in a last key, `profile`.
//! Of a file with a text on every line every text with findings has such a line, its number in a key
//! `record`; of one without findings there is one line. Later versions of this format only add keys.

use super::{Checked, Render, Summary};
use carnet_core::{Finding, Profile};
use serde::Serialize;
use std::io::{self, Write};

/// Writes for programs.
#[derive(Debug)]
pub(crate) struct Json {
    profile: Profile,
    first: bool,
}

impl Json {
    /// `profile` is the run's own.
    pub(crate) const fn new(profile: Profile) -> Self {
        Self {
            profile,
            first: true,
        }
    }
}

impl Render for Json {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let profile = self.profile;
        write!(out, r#"{{"version":1,"profile":"{profile}","files":["#)
    }

    fn file(&mut self, out: &mut dyn Write, file: &Checked<'_>) -> io::Result<()> {
        out.write_all(if self.first { b"\n" } else { b",\n" })?;
        self.first = false;
        let object = FileObject {
            path: file.path,
            operation: file.operation,
            artifact: file.artifact.as_str(),
            verdict: if file.failed { "fail" } else { "pass" },
            findings: file.findings.iter().map(FindingObject::from).collect(),
            profile: (file.profile != self.profile).then(|| file.profile.as_str()),
            record: file.record,
        };
        serde_json::to_writer(out, &object).map_err(io::Error::from)
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        let object = SummaryObject {
            files: summary.files,
            failed: summary.failed,
            errors: summary.errors,
            warnings: summary.warnings,
            infos: summary.infos,
        };
        if !self.first {
            writeln!(out)?;
        }
        write!(out, r#"],"summary":"#)?;
        serde_json::to_writer(&mut *out, &object)?;
        writeln!(out, "}}")
    }
}

#[derive(Serialize)]
struct FileObject<'a> {
    path: &'a str,
    operation: &'a str,
    artifact: &'a str,
    verdict: &'a str,
    findings: Vec<FindingObject<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<usize>,
}

#[derive(Serialize)]
struct FindingObject<'a> {
    rule: &'a str,
    severity: &'a str,
    at: String,
    message: &'a str,
    help: Option<&'a str>,
    span: SpanObject,
    source: Option<SourceObject<'a>>,
    discrepancy: Option<&'a str>,
}

impl<'a> From<&'a Finding> for FindingObject<'a> {
    fn from(finding: &'a Finding) -> Self {
        Self {
            rule: finding.rule.as_str(),
            severity: finding.severity.as_str(),
            at: finding.at.to_string(),
            message: &finding.message,
            help: finding.help.as_deref(),
            span: finding.span.map_or(SpanObject::START, SpanObject::from),
            source: finding.source.map(|source| SourceObject {
                url: source.url,
                section: source.section,
                strength: source.strength.as_str(),
            }),
            discrepancy: finding.discrepancy.map(|discrepancy| discrepancy.id),
        }
    }
}

#[derive(Serialize)]
struct SpanObject {
    start: PositionObject,
    end: PositionObject,
}

impl SpanObject {
    /// Where a finding stands that is about no place in particular.
    const START: Self = Self {
        start: PositionObject::START,
        end: PositionObject::START,
    };
}

impl From<carnet_core::Span> for SpanObject {
    fn from(span: carnet_core::Span) -> Self {
        Self {
            start: span.start.into(),
            end: span.end.into(),
        }
    }
}

#[derive(Serialize)]
struct PositionObject {
    line: usize,
    column: usize,
    offset: usize,
}

impl PositionObject {
    const START: Self = Self {
        line: 1,
        column: 1,
        offset: 0,
    };
}

impl From<carnet_core::Position> for PositionObject {
    fn from(position: carnet_core::Position) -> Self {
        Self {
            line: position.line,
            column: position.column,
            offset: position.offset,
        }
    }
}

#[derive(Serialize)]
struct SourceObject<'a> {
    url: &'a str,
    section: &'a str,
    strength: &'a str,
}

#[derive(Serialize)]
struct SummaryObject {
    files: usize,
    failed: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
}
