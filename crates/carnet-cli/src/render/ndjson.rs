//! Findings for programs that read line by line: every line is a JSON object.
//!
//! A finding on a line, with the keys that it has in the JSON of version 1 behind those of its file;
//! what there is to tell of a file besides findings has a line of its own; the last line is the
//! summary. Keys that may be absent are the same as there.
//! ```json
//! {"path":"…","record":7,"operation":"…","artifact":"…","profile":"strict","rule":"…",…}
//! {"told":{"path":"…","line":1,"column":1,"severity":"info","message":"…","help":"…"}}
//! {"summary":{"files":1,"failed":1,"errors":1,"warnings":0,"infos":0}}
//! ```

use super::json::{FindingObject, SummaryObject, ToldObject};
use super::{Checked, Render, Summary};
use crate::complaint::Complaint;
use serde::Serialize;
use std::io::{self, Write};

/// Writes for programs, a finding on a line.
#[derive(Debug)]
pub(super) struct Ndjson;

impl Render for Ndjson {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn file(&mut self, out: &mut dyn Write, file: &Checked<'_>) -> io::Result<()> {
        for finding in &file.findings {
            let line = Line {
                path: file.path,
                record: file.record,
                entry: file.entry,
                operation: file.operation,
                artifact: file.artifact.as_str(),
                profile: file.profile.as_str(),
                finding: FindingObject::from(finding),
            };
            serde_json::to_writer(&mut *out, &line)?;
            writeln!(out)?;
        }
        Ok(())
    }

    fn told(&mut self, out: &mut dyn Write, complaint: &Complaint) -> io::Result<()> {
        let told = ToldObject::from(complaint);
        serde_json::to_writer(&mut *out, &ToldLine { told })?;
        writeln!(out)
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        let summary = SummaryObject::from(summary);
        serde_json::to_writer(&mut *out, &LastLine { summary })?;
        writeln!(out)
    }
}

#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<usize>,
    operation: &'a str,
    artifact: &'a str,
    profile: &'a str,
    #[serde(flatten)]
    finding: FindingObject<'a>,
}

#[derive(Serialize)]
struct ToldLine {
    told: ToldObject,
}

#[derive(Serialize)]
struct LastLine {
    summary: SummaryObject,
}
