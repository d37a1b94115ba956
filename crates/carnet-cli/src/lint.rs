//! `carnet lint`: reads every text of the plan, judges it, hands it to a renderer.
//!
//! Texts are read one after the other and judged by several threads; what was found is rendered in
//! the order of the plan, whoever was first. What is clean is not explained.

mod judge;
mod pass;
mod reader;
mod recorded;
#[cfg(test)]
mod tests;
mod threads;

use crate::args::{LintArgs, STALE, fails};
use crate::baseline::Baseline;
use crate::complaint::{Complaint, Outcome, Stop};
use crate::fix::{FindingsTo, Fixer};
use crate::output::Outputs;
use crate::redact::Shown;
use crate::render::{Checked, Summary};
use crate::target::{self, Form, Plan, Target};
use crate::{Exit, Streams};
use carnet_core::{Contract, Finding, Profile, Severity};
use carnet_validate::masked::Masked;
use judge::{Found, Judged};
use pass::Passes;
use reader::{Reader, Unit};
use std::io::{self, Write};
use std::ops::Range;
use std::path::Path;
use std::thread;
use threads::{Queue, Threads};

/// Runs `carnet lint`.
pub(crate) fn run(
    catalog: &[&'static Contract],
    args: &LintArgs,
    streams: &mut Streams<'_>,
) -> Outcome {
    run_with(catalog, args, streams, Passes::default())
}

fn run_with(
    catalog: &[&'static Contract],
    args: &LintArgs,
    streams: &mut Streams<'_>,
    passes: Passes,
) -> Outcome {
    let plan = target::plan(catalog, args, &streams.environment)?;
    let mut fixer = Fixer::new(args, &plan)?;
    let mut run = Run::new(args, &plan, streams)?;
    let (mut behind, mut nowhere) = (Vec::new(), io::sink());
    let (findings, own): (&mut dyn Write, &mut dyn Write) = match fixer.findings_to() {
        FindingsTo::Output => (&mut *streams.output, &mut nowhere),
        FindingsTo::Errors => (&mut behind, &mut *streams.output),
        FindingsTo::Nowhere => (&mut nowhere, &mut *streams.output),
    };
    // Standard input is the reader's, the other streams are everybody's.
    let input = &mut *streams.input;
    let mut reader = Reader::new(
        &plan.targets,
        input,
        args.max_size,
        fixer.is_asked_for(),
        passes,
    );
    let told = &mut Streams {
        input: &mut io::empty(),
        output: findings,
        errors: &mut *streams.errors,
        style: streams.style,
        environment: streams.environment.clone(),
    };
    run.outputs.begin(told, plan.targets.len())?;
    for complaint in &plan.unread {
        run.unread(complaint, told)?;
    }
    run.targets(&mut reader, &mut fixer, own, told)?;
    let exit = run.end(told)?;
    drop(reader);
    streams.errors.write_all(&behind)?;
    fixer.end(streams)?;
    Ok(exit.max(fixer.exit()))
}

struct Run<'r> {
    args: &'r LintArgs,
    profile: Profile,
    /// What is known already.
    baseline: Option<Baseline>,
    /// What is known from now on.
    learned: Option<Baseline>,
    outputs: Outputs,
    summary: Summary,
    current: Current,
    /// What texts show that nothing is found in.
    nothing: Masked<'static>,
}

/// What is known of the file that is being rendered.
#[derive(Default)]
struct Current {
    is_begun: bool,
    /// Lines of it that are behind.
    lines: usize,
    has_failed: bool,
    is_shown: bool,
}

impl<'r> Run<'r> {
    fn new(args: &'r LintArgs, plan: &Plan, streams: &Streams<'_>) -> Result<Self, Stop> {
        let baseline = args.baseline.as_deref().map(Baseline::read).transpose()?;
        let asked = args.profile.map(Profile::from);
        let profile = plan.profile().or(asked).unwrap_or_default();
        Ok(Self {
            args,
            profile,
            baseline,
            learned: args.write_baseline.as_deref().map(Baseline::beside),
            outputs: Outputs::open(args, profile, streams)?,
            summary: Summary::default(),
            current: Current::default(),
            nothing: Masked::open(b""),
        })
    }

    /// Reads, judges and renders every text; what has become of those that are fixed goes to `own`.
    fn targets(
        &mut self,
        reader: &mut Reader<'_>,
        fixer: &mut Fixer,
        own: &mut dyn Write,
        streams: &mut Streams<'_>,
    ) -> Result<(), Stop> {
        let queue = Queue::default();
        thread::scope(|scope| {
            let mut threads = Threads::new(scope, &queue, self.args.jobs);
            loop {
                while threads.have_room() {
                    let mut batch = reader.batch();
                    if batch.is_empty() {
                        break;
                    }
                    for unit in &mut batch {
                        if let Ok(text) = &mut unit.text {
                            let read = std::mem::take(text);
                            *text = fixer.text(unit.target, read, own, streams)?;
                        }
                    }
                    threads.give(batch);
                }
                let Some(judged) = threads.take() else {
                    return Ok(());
                };
                for (unit, found) in judged {
                    self.unit(&unit, found, streams)?;
                    reader.reuse(unit.text.unwrap_or_default());
                }
            }
        })
    }

    fn unit(
        &mut self,
        unit: &Unit<'_>,
        found: Found,
        streams: &mut Streams<'_>,
    ) -> Result<(), Stop> {
        let target = unit.target;
        if !std::mem::replace(&mut self.current.is_begun, true) {
            let path = target.text.path().display().to_string();
            self.outputs.next(streams, &path)?;
        }
        let text = match &unit.text {
            Ok(text) => text,
            Err(error) => {
                self.current = Current::default();
                return self.unread(&target::unread(target.text.path(), error), streams);
            }
        };
        self.texts(target, text, found.texts, &found.secrets, streams)?;
        for complaint in &found.told {
            match complaint.exit {
                Exit::Clean => self.outputs.tell(streams, complaint)?,
                _ => self.unread(complaint, streams)?,
            }
        }
        self.current.lines += found.lines;
        if unit.is_last {
            self.file_ends(target, streams)?;
        }
        Ok(())
    }

    /// Renders what was found in the texts of a unit, which is `text`.
    fn texts(
        &mut self,
        target: &Target,
        text: &[u8],
        texts: Vec<Judged>,
        secrets: &[Range<usize>],
        streams: &mut Streams<'_>,
    ) -> Result<(), Stop> {
        let recording = matches!(target.form, Form::Recorded(_));
        let mut masks = None;
        for mut judged in texts {
            if judged.findings.is_empty() {
                self.judged(target, None, judged, streams)?;
                continue;
            }
            judged.stands_below(self.current.lines);
            let (whole, url) = masks.get_or_insert_with(|| {
                // Findings are about the URL of a context as well.
                let url = target.settings.context.url.as_deref().unwrap_or_default();
                let url_secrets = judge::secrets_of_url(target.against.contract(), url);
                let whole = recording.then(|| Masked::new(text, secrets));
                (whole, Masked::new(url.as_bytes(), &url_secrets))
            });
            let own;
            let masked = if let Some(whole) = whole {
                &*whole
            } else {
                let text = text.get(judged.range.clone()).unwrap_or_default();
                own = Masked::new(text, &judged.secrets).standing_at(judged.offset);
                &own
            };
            self.judged(target, Some([masked, url]), judged, streams)?;
        }
        Ok(())
    }

    /// Renders what was found in one text: the first of `texts`, whose findings quote all of them.
    /// Where nothing was found there are none.
    fn judged(
        &mut self,
        target: &Target,
        texts: Option<[&Masked<'_>; 2]>,
        judged: Judged,
        streams: &mut Streams<'_>,
    ) -> Result<(), Stop> {
        let path = target.text.path();
        let mut findings = judged.findings;
        if let Some(baseline) = &mut self.baseline {
            self.summary.known += baseline.without_known(path, &mut findings);
        }
        if let Some(learned) = &mut self.learned {
            learned.learn(path, &findings);
            self.summary.known += findings.len();
            findings.clear();
        }
        if findings.is_empty() && target.form == Form::Records {
            return Ok(());
        }
        let failed = self.count(&findings);
        self.current.has_failed |= failed;
        self.current.is_shown = true;
        let checked = Checked {
            path: &path.display().to_string(),
            record: judged.record,
            entry: judged.entry,
            operation: judged.operation.unwrap_or(target.against.name()),
            artifact: judged.artifact,
            profile: target.settings.profile,
            failed,
            findings: findings
                .into_iter()
                .map(|finding| Shown::new(finding, texts.as_slice().as_flattened()))
                .collect(),
            text: texts.map_or(&self.nothing, |[text, _]| text),
        };
        self.outputs.file(streams, checked)
    }

    /// Counts findings, and tells whether they fail their text.
    fn count(&mut self, findings: &[Finding]) -> bool {
        let count = |severity| {
            let findings = findings.iter();
            findings.filter(|it| it.severity == severity).count()
        };
        self.summary.errors += count(Severity::Error);
        self.summary.warnings += count(Severity::Warning);
        self.summary.infos += count(Severity::Info);
        let denied = self.args.denied();
        let mut severities = findings.iter().map(|it| it.severity);
        severities.any(|severity| fails(severity, denied))
    }

    /// Nothing more comes of a file.
    fn file_ends(&mut self, target: &Target, streams: &mut Streams<'_>) -> Result<(), Stop> {
        let Current {
            has_failed,
            is_shown,
            ..
        } = std::mem::take(&mut self.current);
        self.summary.files += 1;
        self.summary.failed += usize::from(has_failed);
        self.summary.other_profile += usize::from(target.settings.profile != self.profile);
        if is_shown || target.form != Form::Records {
            return Ok(());
        }
        // A file of records without findings is told of as a whole.
        let checked = Checked {
            path: &target.text.path().display().to_string(),
            record: None,
            entry: None,
            operation: target.against.name(),
            artifact: target.artifact,
            profile: target.settings.profile,
            failed: false,
            findings: Vec::new(),
            text: &self.nothing,
        };
        self.outputs.file(streams, checked)
    }

    /// Tells at once what cannot be read, after what was found so far.
    fn unread(&mut self, complaint: &Complaint, streams: &mut Streams<'_>) -> Result<(), Stop> {
        self.summary.unread += 1;
        self.outputs.unread(streams, complaint)
    }

    /// Tells what there is to tell about the baseline, and how the run ends.
    fn end(self, streams: &mut Streams<'_>) -> Outcome {
        self.outputs.end(streams, &self.summary)?;
        let mut exit = self.summary.exit();
        if let Some(baseline) = &self.baseline {
            for entry in baseline.stale() {
                streams.output.flush()?;
                stale(&entry).print(streams)?;
                if self.args.denies(STALE) {
                    exit = exit.max(Exit::Findings);
                }
            }
        }
        if let (Some(learned), Some(path)) = (&self.learned, &self.args.write_baseline) {
            write(path, &learned.to_text())?;
        }
        Ok(exit)
    }
}

/// An entry of the baseline that can go.
fn stale(entry: &str) -> Complaint {
    Complaint::warning(format!(
        "the baseline has findings that are none any more: {entry}"
    ))
    .with_help("write it anew with `--write-baseline`")
}

fn write(path: &Path, text: &str) -> Result<(), Complaint> {
    std::fs::write(path, text).map_err(|error| Complaint {
        exit: Exit::Io,
        at: Some(path.display().to_string()),
        ..Complaint::usage(format!("cannot be written: {error}"))
    })
}

impl Summary {
    fn exit(&self) -> Exit {
        match (self.unread, self.failed) {
            (0, 0) => Exit::Clean,
            (0, _) => Exit::Findings,
            _ => Exit::Io,
        }
    }
}
