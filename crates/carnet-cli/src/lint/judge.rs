//! What is found in texts, by several threads.

use super::reader::Unit;
use super::recorded;
use crate::complaint::Complaint;
use crate::records::Block;
use crate::target::{Form, Target};
use carnet_core::{Artifact, Contract, Finding, Position};
use carnet_validate::{Settings, lint};
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What was found in what was read at once.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) texts: Vec<Judged>,
    /// What there is to tell besides findings.
    pub(crate) told: Vec<Complaint>,
    /// Where credentials stand in all of it; those of single texts are with them.
    pub(crate) secrets: Vec<Range<usize>>,
}

/// What was found in one text.
#[derive(Debug)]
pub(crate) struct Judged {
    /// The number of the record's line, where the file has one on every line.
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
    /// Spans are those of the file.
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
}

/// What is found in every unit; of records only those that something is found in.
pub(crate) fn judge(units: &[Unit<'_>], jobs: usize) -> Vec<Found> {
    let threads = jobs.min(units.len());
    if threads <= 1 {
        return units.iter().map(unit).collect();
    }
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            match units.get(at) {
                Some(it) => done.push((at, unit(it))),
                None => return done,
            }
        }
    };
    let mut all: Vec<(usize, Found)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let done = threads.into_iter().map(|thread| match thread.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        done.flatten().collect()
    });
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, found)| found).collect()
}

fn unit(unit: &Unit<'_>) -> Found {
    let Ok(text) = &unit.text else {
        return Found::default();
    };
    let texts = match unit.target.form {
        Form::Recorded(format) => return recorded::judge(unit.target, format, text),
        Form::Whole => vec![one(unit.target, text)],
        Form::Records => {
            let block = Block {
                text: text.as_slice(),
                offset: unit.offset,
                line: unit.line,
            };
            let records = block.records().filter_map(|record| {
                let mut judged = one(unit.target, record.text);
                if judged.findings.is_empty() {
                    return None;
                }
                let start = record.offset - unit.offset;
                judged.record = Some(record.line);
                judged.range = start..start + record.text.len();
                judged.offset = record.offset;
                let fixes = judged.findings.iter_mut().filter_map(|it| it.fix.as_mut());
                for edit in fixes.flat_map(|fix| &mut fix.edits) {
                    edit.bytes.start += record.offset;
                    edit.bytes.end += record.offset;
                }
                let spans = judged.findings.iter_mut().filter_map(|it| it.span.as_mut());
                for span in spans {
                    for position in [&mut span.start, &mut span.end] {
                        *position = Position {
                            offset: position.offset + record.offset,
                            line: position.line + record.line - 1,
                            column: position.column,
                        };
                    }
                }
                Some(judged)
            });
            records.collect()
        }
    };
    Found {
        texts,
        ..Found::default()
    }
}

fn one(target: &Target, text: &[u8]) -> Judged {
    let report = target.against.lint(target.artifact, text, &target.settings);
    let mut findings = report.findings;
    target.levels.apply(&mut findings);
    Judged {
        range: 0..text.len(),
        findings,
        secrets: report.secrets,
        ..Judged::new(target.artifact)
    }
}

/// Where credentials stand in the URL of a context: findings are about it as well.
pub(crate) fn secrets_of_url(contract: &Contract, url: &str) -> Vec<Range<usize>> {
    if url.is_empty() {
        return Vec::new();
    }
    let settings = Settings::default();
    lint(contract, Artifact::RequestUrl, url.as_bytes(), &settings).secrets
}
