//! `carnet lint --fix` and `--diff`: what is certain is put right before anything else is told.
//!
//! What is certain is the validator's business; here is what becomes of it: files that are replaced
//! as a whole, a diff, or standard output.

mod diff;
mod replace;

use crate::args::{Format, LintArgs};
use crate::complaint::{Complaint, Stop};
use crate::input::Compression;
use crate::records;
use crate::target::{Form, Plan, Target, Text};
use crate::{Exit, Streams};
use carnet_validate::fix::{self, Fixed};
use carnet_validate::masked::Masked;
use carnet_validate::{CleanPass, lint};
use std::io::{self, Write};
use std::ops::Range;

/// Fixes the texts of a run, one after the other, where that was asked for.
#[derive(Debug)]
pub(crate) struct Fixer {
    mode: Option<Mode>,
    /// Standard output is taken by the text of standard input.
    reads_input: bool,
    findings: usize,
    files: usize,
    /// Files that could not be written.
    unwritten: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// Writes files.
    Fix,
    /// Shows what would be written.
    Diff,
}

/// Where findings go, standard output being taken by something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FindingsTo {
    Output,
    /// Behind a fixed text.
    Errors,
    /// Beside a diff they are not told: it is for the eye, or for another tool.
    Nowhere,
}

impl Fixer {
    /// What the command line asks for. Where it asks for both, nothing is written.
    ///
    /// # Errors
    /// A diff takes standard output for itself.
    pub(crate) fn new(args: &LintArgs, plan: &Plan) -> Result<Self, Stop> {
        let mode = match (args.diff, args.fix) {
            (true, _) => Some(Mode::Diff),
            (false, true) => Some(Mode::Fix),
            (false, false) => None,
        };
        let mut outputs = args.formats.iter().filter(|format| format.file.is_none());
        if mode == Some(Mode::Diff) && outputs.any(|output| output.format != Format::Human) {
            let complaint = Complaint::usage("a diff cannot be written in another format");
            let help = "write that into a file, `--format json=FILE`, or leave out --diff: findings \
                        that can be fixed have a `fix` in the JSON";
            return Err(complaint.with_help(help).into());
        }
        let mut texts = plan.targets.iter().map(|target| &target.text);
        Ok(Self {
            mode,
            reads_input: texts.any(|text| matches!(text, Text::Input)),
            findings: 0,
            files: 0,
            unwritten: 0,
        })
    }

    /// Whether anything is fixed: then texts are read as a whole.
    pub(crate) const fn is_asked_for(&self) -> bool {
        self.mode.is_some()
    }

    /// Where findings go.
    pub(crate) fn findings_to(&self) -> FindingsTo {
        match self.mode {
            Some(Mode::Diff) => FindingsTo::Nowhere,
            Some(Mode::Fix) if self.reads_input => FindingsTo::Errors,
            _ => FindingsTo::Output,
        }
    }

    /// The text that is to be judged: `text` itself, or what has become of it. What is not a finding
    /// is written to `out`.
    pub(crate) fn text(
        &mut self,
        target: &Target,
        text: Vec<u8>,
        out: &mut dyn Write,
        streams: &mut Streams<'_>,
    ) -> io::Result<Vec<u8>> {
        let Some(mode) = self
            .mode
            .filter(|_| target.compression == Compression::None)
            .filter(|_| !matches!(target.form, Form::Recorded(_)))
        else {
            return Ok(text);
        };
        let fixed = Whole::of(target, &text);
        match (mode, &target.text) {
            (Mode::Diff, _) if fixed.applied > 0 => {
                let before = Masked::new(&text, &fixed.secrets_before);
                let after = Masked::new(&fixed.text, &fixed.secrets);
                let shown = target.text.path().display().to_string();
                diff::print(out, &shown, &before, &after)?;
            }
            (Mode::Fix, Text::Input) => out.write_all(&fixed.text)?,
            (Mode::Fix, Text::File(path)) if fixed.applied > 0 => {
                if let Err(complaint) = replace::replace(path, &text, &fixed.text) {
                    self.unwritten(&complaint, streams)?;
                    return Ok(text);
                }
            }
            (Mode::Diff, _) | (Mode::Fix, Text::File(_)) => {}
        }
        self.findings += fixed.applied;
        self.files += usize::from(fixed.applied > 0);
        Ok(match mode {
            Mode::Fix => fixed.text,
            Mode::Diff => text,
        })
    }

    /// Tells at once what cannot be written; the other files are fixed all the same.
    fn unwritten(&mut self, complaint: &Complaint, streams: &mut Streams<'_>) -> io::Result<()> {
        self.unwritten += 1;
        streams.output.flush()?;
        complaint.print(streams)?;
        streams.errors.flush()
    }

    /// Says on standard error what was fixed, or would be.
    pub(crate) fn end(&self, streams: &mut Streams<'_>) -> io::Result<()> {
        let done = match self.mode {
            None => return Ok(()),
            Some(Mode::Fix) => "fixed",
            Some(Mode::Diff) => "would fix",
        };
        streams.output.flush()?;
        let noun = |number, noun| match number {
            1 => format!("1 {noun}"),
            number => format!("{number} {noun}s"),
        };
        let (findings, files) = (noun(self.findings, "finding"), noun(self.files, "file"));
        writeln!(streams.errors, "{done} {findings} in {files}")
    }

    /// The exit code that fixing asks for.
    pub(crate) fn exit(&self) -> Exit {
        if self.unwritten > 0 {
            Exit::Io
        } else if self.mode == Some(Mode::Diff) && self.files > 0 {
            Exit::Findings
        } else {
            Exit::Clean
        }
    }
}

/// What has become of a file, which may hold many texts.
struct Whole {
    text: Vec<u8>,
    applied: usize,
    /// Where credentials stand in it.
    secrets: Vec<Range<usize>>,
    /// Where they stood before.
    secrets_before: Vec<Range<usize>>,
}

impl Whole {
    fn of(target: &Target, text: &[u8]) -> Self {
        if is_clean(target, text) {
            return Self::unchanged(text);
        }
        let mut whole = Self {
            text: Vec::with_capacity(text.len()),
            applied: 0,
            secrets: Vec::new(),
            secrets_before: Vec::new(),
        };
        let mut at = 0;
        if target.form == Form::Records {
            for record in records::of(text) {
                whole.text.extend_from_slice(&text[at..record.offset]);
                whole.push(target, record.text, record.offset);
                at = record.offset + record.text.len();
            }
        } else {
            whole.push(target, text, 0);
            at = text.len();
        }
        whole.text.extend_from_slice(&text[at..]);
        whole
    }

    /// Nothing was to be done: then nobody is shown any of it.
    fn unchanged(text: &[u8]) -> Self {
        Self {
            text: text.to_vec(),
            applied: 0,
            secrets: Vec::new(),
            secrets_before: Vec::new(),
        }
    }

    /// Appends what has become of one text, which stood at `offset`.
    fn push(&mut self, target: &Target, text: &[u8], offset: usize) {
        let settings = &target.settings;
        let contract = target.against.contract();
        let before = lint(contract, target.artifact, text, settings);
        let Fixed {
            text,
            applied,
            report,
            ..
        } = fix::fix(contract, target.artifact, text, settings);
        let start = self.text.len();
        let moved = |by: usize| move |range: Range<usize>| range.start + by..range.end + by;
        self.secrets_before
            .extend(before.secrets.into_iter().map(moved(offset)));
        self.secrets
            .extend(report.secrets.into_iter().map(moved(start)));
        self.applied += applied.len();
        self.text.extend_from_slice(&text);
    }
}

/// Whether it is certain that nothing is found in a file, which may hold many texts.
fn is_clean(target: &Target, text: &[u8]) -> bool {
    let contract = target.against.contract();
    let pass = CleanPass::new(contract, target.artifact, &target.settings);
    if target.form == Form::Records {
        records::of(text).all(|record| pass.is_clean(record.text))
    } else {
        pass.is_clean(text)
    }
}
