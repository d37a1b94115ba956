//! `carnet lint`: reads every text of the plan, judges it, hands it to a renderer.
//!
//! Texts are read one after the other and judged by several threads; what was found is rendered in
//! the order of the plan, whoever was first.

mod judge;
mod reader;
mod recorded;

use crate::args::{LintArgs, STALE, fails};
use crate::baseline::Baseline;
use crate::complaint::{Complaint, Outcome, Stop};
use crate::fix::{FindingsTo, Fixer};
use crate::output::Outputs;
use crate::redact::Shown;
use crate::render::{Checked, Summary};
use crate::target::{self, Form, Target};
use crate::{Exit, Streams};
use carnet_core::{Contract, Finding, Profile, Severity};
use carnet_validate::masked::Masked;
use judge::{Found, Judged, judge};
use reader::{Reader, Unit};
use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::path::Path;
use std::thread;

/// Runs `carnet lint`.
pub(crate) fn run(
    catalog: &[&'static Contract],
    args: &LintArgs,
    streams: &mut Streams<'_>,
) -> Outcome {
    let plan = target::plan(catalog, args, &streams.environment)?;
    let mut fixer = Fixer::new(args, &plan)?;
    let baseline = args.baseline.as_deref().map(Baseline::read).transpose()?;
    let asked = args.profile.map(Profile::from);
    let profile = plan.profile().or(asked).unwrap_or_default();
    let mut run = Run {
        args,
        profile,
        baseline,
        learned: args.write_baseline.as_deref().map(Baseline::beside),
        outputs: Outputs::open(args, profile, streams)?,
        summary: Summary::default(),
        current: Current::default(),
    };
    let jobs = args.jobs.or_else(|| thread::available_parallelism().ok());
    let jobs = jobs.map_or(1, NonZeroUsize::get);
    let (mut behind, mut nowhere) = (Vec::new(), io::sink());
    let (findings, mut own): (&mut dyn Write, &mut dyn Write) = match fixer.findings_to() {
        FindingsTo::Output => (&mut *streams.output, &mut nowhere),
        FindingsTo::Errors => (&mut behind, &mut *streams.output),
        FindingsTo::Nowhere => (&mut nowhere, &mut *streams.output),
    };
    // Standard input is the reader's, the other streams are everybody's.
    let input = &mut *streams.input;
    let mut reader = Reader::new(&plan.targets, input, args.max_size, fixer.is_asked_for());
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
    loop {
        let mut batch = reader.batch(jobs);
        if batch.is_empty() {
            break;
        }
        for unit in &mut batch {
            if let Ok(text) = &mut unit.text {
                let read = std::mem::take(text);
                *text = fixer.text(unit.target, read, &mut own, told)?;
            }
        }
        let found = judge(&batch, jobs);
        for (unit, found) in batch.iter().zip(found) {
            run.unit(unit, found, told)?;
        }
    }
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
}

/// What is known of the file that is being rendered.
#[derive(Default)]
struct Current {
    is_begun: bool,
    has_failed: bool,
    is_shown: bool,
}

impl Run<'_> {
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
        let recording = matches!(target.form, Form::Recorded(_));
        let whole = recording.then(|| Masked::new(text, &found.secrets));
        // Findings are about the URL of a context as well.
        let url = target.settings.context.url.as_deref().unwrap_or_default();
        let url_secrets = judge::secrets_of_url(target.against.contract(), url);
        let masked_url = Masked::new(url.as_bytes(), &url_secrets);
        for judged in found.texts {
            let own;
            let masked = if let Some(whole) = &whole {
                whole
            } else {
                let text = text.get(judged.range.clone()).unwrap_or_default();
                own = Masked::new(text, &judged.secrets).standing_at(judged.offset);
                &own
            };
            self.judged(target, [masked, &masked_url], judged, streams)?;
        }
        for complaint in &found.told {
            match complaint.exit {
                Exit::Clean => self.outputs.tell(streams, complaint)?,
                _ => self.unread(complaint, streams)?,
            }
        }
        if unit.is_last {
            self.file_ends(target, streams)?;
        }
        Ok(())
    }

    /// Renders what was found in one text: the first of `texts`, whose findings quote all of them.
    fn judged(
        &mut self,
        target: &Target,
        texts: [&Masked<'_>; 2],
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
                .map(|finding| Shown::new(finding, &texts))
                .collect(),
            text: texts[0],
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
            text: &Masked::open(b""),
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
