//! Findings for programs: JSON, version 1.
//!
//! One document: the head on the first line, every file on a line of its own, the summary on the
//! last. Keys stand in this order and are always there:
//! ```json
//! {"version":1,"profile":"strict","files":[
//! {"path":"…","operation":"…","artifact":"…","verdict":"pass","findings":[]}
//! ],"summary":{"files":1,"failed":0,"errors":0,"warnings":0,"infos":0}}
//! ```
//! The head names the profile that judged every file; where several did it names `strict`.
//!
//! Some keys are there only where they say something. Of a file: `profile`, where another judged it
//! than the head names; `record`, the line of a file of records; `entry`, the exchange of a
//! recording, counted from 0. Of a finding: `field`, of the caller's own struct,
//! and `fix`, where a remedy is certain, in bytes of the text:
//! `"fix":{"safe":true,"edits":[{"start":0,"end":3,"text":""}]}`. Of the summary:
//! `unread`, what could not be read, and `omitted`, findings counted but not listed. Of the document,
//! before the summary: `told`, what there is to tell of files besides findings,
//! `{"path":"…","line":1,"column":1,"severity":"info","message":"…","help":"…"}`.
//! Later versions of this format only add keys.

use super::{Checked, Render, START, Summary};
use crate::complaint::Complaint;
use crate::redact::Shown;
use carnet_core::{Edit, Fix, Profile};
use serde::Serialize;
use std::io::{self, Write};

/// Writes for programs.
#[derive(Debug)]
pub(crate) struct Json {
    profile: Profile,
    first: bool,
    told: Vec<ToldObject>,
}

impl Json {
    /// `profile` is the run's own.
    pub(crate) const fn new(profile: Profile) -> Self {
        Self {
            profile,
            first: true,
            told: Vec::new(),
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
            entry: file.entry,
        };
        serde_json::to_writer(out, &object).map_err(io::Error::from)
    }

    fn told(&mut self, _: &mut dyn Write, complaint: &Complaint) -> io::Result<()> {
        self.told.push(complaint.into());
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        if !self.first {
            writeln!(out)?;
        }
        write!(out, "],")?;
        if !self.told.is_empty() {
            write!(out, r#""told":"#)?;
            serde_json::to_writer(&mut *out, &self.told)?;
            write!(out, ",")?;
        }
        write!(out, r#""summary":"#)?;
        serde_json::to_writer(&mut *out, &SummaryObject::from(summary))?;
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
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<usize>,
}

#[derive(Serialize)]
pub(super) struct FindingObject<'a> {
    rule: &'a str,
    severity: &'a str,
    at: String,
    message: &'a str,
    help: Option<&'a str>,
    span: SpanObject,
    source: Option<SourceObject<'a>>,
    discrepancy: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<FixObject<'a>>,
}

impl<'a> From<&'a Shown> for FindingObject<'a> {
    fn from(finding: &'a Shown) -> Self {
        Self {
            rule: finding.rule.as_str(),
            severity: finding.severity.as_str(),
            at: finding.at.to_string(),
            message: &finding.message,
            help: finding.help.as_deref(),
            span: finding.span.unwrap_or(START).into(),
            source: finding.source.map(|source| SourceObject {
                url: source.url,
                section: source.section,
                strength: source.strength.as_str(),
            }),
            discrepancy: finding.discrepancy.map(|discrepancy| discrepancy.id),
            field: finding.field.as_deref(),
            fix: finding.fix.as_ref().map(FixObject::from),
        }
    }
}

#[derive(Serialize)]
struct SpanObject {
    start: PositionObject,
    end: PositionObject,
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
struct FixObject<'a> {
    safe: bool,
    edits: Vec<EditObject<'a>>,
}

impl<'a> From<&'a Fix> for FixObject<'a> {
    fn from(fix: &'a Fix) -> Self {
        Self {
            safe: fix.is_safe(),
            edits: fix.edits.iter().map(EditObject::from).collect(),
        }
    }
}

#[derive(Serialize)]
struct EditObject<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> From<&'a Edit> for EditObject<'a> {
    fn from(edit: &'a Edit) -> Self {
        Self {
            start: edit.bytes.start,
            end: edit.bytes.end,
            text: &edit.text,
        }
    }
}

/// What there is to tell of a file besides findings.
#[derive(Debug, Serialize)]
pub(super) struct ToldObject {
    path: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    severity: &'static str,
    message: String,
    help: Option<String>,
}

impl From<&Complaint> for ToldObject {
    fn from(complaint: &Complaint) -> Self {
        Self {
            path: complaint.at.clone(),
            line: complaint.place.map(|(line, _)| line),
            column: complaint.place.map(|(_, column)| column),
            severity: complaint.severity.as_str(),
            message: complaint.message.clone(),
            help: complaint.help.clone(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct SummaryObject {
    files: usize,
    failed: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    unread: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    omitted: Option<usize>,
}

impl From<&Summary> for SummaryObject {
    fn from(summary: &Summary) -> Self {
        let unless_none = |number| (number > 0).then_some(number);
        Self {
            files: summary.files,
            failed: summary.failed,
            errors: summary.errors,
            warnings: summary.warnings,
            infos: summary.infos,
            unread: unless_none(summary.unread),
            omitted: unless_none(summary.omitted),
        }
    }
}
