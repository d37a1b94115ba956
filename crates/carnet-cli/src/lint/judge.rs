//! What is found in texts.

use super::reader::Unit;
use super::recorded;
use crate::complaint::Complaint;
use crate::records::Block;
use crate::target::Form;
use carnet_core::{Artifact, Contract, Finding, Span};
use carnet_validate::{Settings, lint};
use std::ops::Range;

/// What was found in what was read at once.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) texts: Vec<Judged>,
    /// What there is to tell besides findings.
    pub(crate) told: Vec<Complaint>,
    /// Where credentials stand in all of it; those of single texts are with them.
    pub(crate) secrets: Vec<Range<usize>>,
    /// How many lines of records that was.
    pub(crate) lines: usize,
}

/// What was found in one text.
#[derive(Debug)]
pub(crate) struct Judged {
    /// The number of the record's line, where the file has one on every line. It is counted from
    /// the beginning of what was read at once, and so are the lines of spans, until somebody knows
    /// [how many are before](Self::stands_below).
    pub(crate) record: Option<usize>,
    /// The number of the recorded call, counted from 0.
    pub(crate) entry: Option<usize>,
    /// Which operation that is.
    pub(crate) operation: Option<&'static str>,
    pub(crate) artifact: Artifact,
    /// Where the text stands in what was read at once.
    pub(crate) range: Range<usize>,
    /// Where it begins in the file.
    pub(crate) offset: usize,
    /// Spans are those of the file, but for lines.
    pub(crate) findings: Vec<Finding>,
    /// Relative to the text.
    pub(crate) secrets: Vec<Range<usize>>,
}

impl Judged {
    /// Nothing was found.
    pub(super) const fn new(artifact: Artifact) -> Self {
        Self {
            record: None,
            entry: None,
            operation: None,
            artifact,
            range: 0..0,
            offset: 0,
            findings: Vec::new(),
            secrets: Vec::new(),
        }
    }

    /// So many bytes and lines stand before what findings are about.
    fn shift(&mut self, bytes: usize, lines: usize) {
        for finding in &mut self.findings {
            for edit in finding.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
                edit.bytes.start += bytes;
                edit.bytes.end += bytes;
            }
            if let Some(Span { start, end }) = &mut finding.span {
                for position in [start, end] {
                    position.offset += bytes;
                    position.line += lines;
                }
            }
        }
    }

    /// So many lines stand before the block that the record is of.
    pub(super) fn stands_below(&mut self, lines: usize) {
        if let Some(record) = &mut self.record {
            *record += lines;
            self.shift(0, lines);
        }
    }
}

/// What is found in a unit; of records only those that something is found in.
pub(super) fn judge(unit: &Unit<'_>) -> Found {
    let Ok(text) = &unit.text else {
        return Found::default();
    };
    match unit.target.form {
        Form::Recorded(format) => recorded::judge(unit.target, &unit.sieve, format, text),
        Form::Whole => Found {
            texts: vec![one(unit, text)],
            ..Found::default()
        },
        Form::Records => records(unit, text),
    }
}

fn records(unit: &Unit<'_>, text: &[u8]) -> Found {
    let offset = unit.offset;
    let mut records = Block { text, offset }.records();
    let mut texts = Vec::new();
    for record in records.by_ref() {
        let mut judged = one(unit, record.text);
        if !judged.findings.is_empty() {
            let start = record.offset - offset;
            judged.record = Some(record.line);
            judged.range = start..start + record.text.len();
            judged.offset = record.offset;
            judged.shift(record.offset, record.line - 1);
            texts.push(judged);
        }
    }
    Found {
        texts,
        lines: records.lines(),
        ..Found::default()
    }
}

fn one(unit: &Unit<'_>, text: &[u8]) -> Judged {
    let target = unit.target;
    let mut judged = Judged {
        range: 0..text.len(),
        ..Judged::new(target.artifact)
    };
    if unit.sieve.is_clean(text) {
        // Credentials are needed only where a finding could quote them.
        return judged;
    }
    let report = target.against.lint(target.artifact, text, &target.settings);
    judged.findings = report.findings;
    judged.secrets = report.secrets;
    target.levels.apply(&mut judged.findings);
    judged
}

/// Where credentials stand in the URL of a context: findings are about it as well.
pub(crate) fn secrets_of_url(contract: &Contract, url: &str) -> Vec<Range<usize>> {
    if url.is_empty() {
        return Vec::new();
    }
    let settings = Settings::default();
    lint(contract, Artifact::RequestUrl, url.as_bytes(), &settings).secrets
}
