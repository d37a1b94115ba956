//! `carnet lint --fix` and `--diff`: what is certain is put right before anything else is told.
//!
//! What is certain is the validator's business; here is what becomes of it: files that are replaced
//! as a whole, a diff, or standard output.

mod diff;
mod replace;

use crate::args::{Format, LintArgs};
use crate::complaint::{Complaint, Stop};
use crate::lint::settings;
use crate::redact::Masked;
use crate::target::{Plan, Target, Text};
use crate::{Exit, Streams};
use carnet_validate::fix::{self, Fixed};
use carnet_validate::lint;
use std::io::{self, Sink, Write};

/// Fixes the texts of a run, one after the other, where that was asked for.
#[derive(Debug)]
pub(crate) struct Fixer {
    mode: Option<Mode>,
    /// Standard output is taken by the text of standard input.
    reads_input: bool,
    nowhere: Sink,
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

impl Fixer {
    /// What the command line asks for. Where it asks for both, nothing is written.
    ///
    /// # Errors
    /// A diff is for people only.
    pub(crate) fn new(args: &LintArgs, plan: &Plan) -> Result<Self, Stop> {
        let mode = match (args.diff, args.fix) {
            (true, _) => Some(Mode::Diff),
            (false, true) => Some(Mode::Fix),
            (false, false) => None,
        };
        if mode == Some(Mode::Diff) && args.format == Format::Json {
            let complaint = Complaint::usage("a diff cannot be written as JSON");
            let help = "leave out --diff: findings that can be fixed have a `fix` in the JSON";
            return Err(complaint.with_help(help).into());
        }
        let mut texts = plan.targets.iter().map(|target| &target.text);
        Ok(Self {
            mode,
            reads_input: texts.any(|text| matches!(text, Text::Input)),
            nowhere: io::sink(),
            findings: 0,
            files: 0,
            unwritten: 0,
        })
    }

    /// Whether findings go to standard error, standard output being that of a fixed text.
    pub(crate) fn tells_errors(&self) -> bool {
        self.mode == Some(Mode::Fix) && self.reads_input
    }

    /// Where findings go. Beside a diff they are not told: it is for the eye, or for another tool.
    pub(crate) fn findings_to<'o>(&'o mut self, streams: &'o mut Streams<'_>) -> &'o mut dyn Write {
        match self.mode {
            Some(Mode::Diff) => &mut self.nowhere,
            Some(Mode::Fix) if self.reads_input => streams.errors,
            _ => streams.output,
        }
    }

    /// The text that is to be judged: `text` itself, or what has become of it.
    pub(crate) fn text(
        &mut self,
        shown: &str,
        target: &Target,
        text: Vec<u8>,
        streams: &mut Streams<'_>,
    ) -> io::Result<Vec<u8>> {
        let Some(mode) = self.mode else {
            return Ok(text);
        };
        let settings = settings(target);
        let fixed = fix::fix(target.contract, target.artifact, &text, &settings);
        match (mode, &target.text) {
            (Mode::Diff, _) if !fixed.applied.is_empty() => {
                let before = lint(target.contract, target.artifact, &text, &settings);
                let before = Masked::new(&text, &before.secrets);
                let after = Masked::new(&fixed.text, &fixed.report.secrets);
                diff::print(streams.output, shown, &before, &after)?;
            }
            (Mode::Fix, Text::Input) => streams.output.write_all(&fixed.text)?,
            (Mode::Fix, Text::File(path)) if !fixed.applied.is_empty() => {
                if let Err(complaint) = replace::replace(path, &text, &fixed.text) {
                    self.unwritten(&complaint, streams)?;
                    return Ok(text);
                }
            }
            (Mode::Diff, _) | (Mode::Fix, Text::File(_)) => {}
        }
        self.count(&fixed);
        Ok(match mode {
            Mode::Fix => fixed.text,
            Mode::Diff => text,
        })
    }

    fn count(&mut self, fixed: &Fixed) {
        self.findings += fixed.applied.len();
        self.files += usize::from(!fixed.applied.is_empty());
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
