//! `carnet lint`: reads every text of the plan, judges it, hands it to a renderer.

use crate::args::{Deny, LintArgs, fails};
use crate::complaint::{Complaint, Outcome, Stop};
use crate::output::Outputs;
use crate::redact::{Masked, Redacted};
use crate::render::{Checked, Summary};
use crate::target::{self, Target, Text};
use crate::{Exit, Streams};
use carnet_core::{Artifact, Contract, Profile, Severity};
use carnet_validate::{Settings, lint};
use std::fs;
use std::ops::Range;
use std::path::Path;

/// Runs `carnet lint`.
pub(crate) fn run(
    catalog: &[&'static Contract],
    args: &LintArgs,
    streams: &mut Streams<'_>,
) -> Outcome {
    let plan = target::plan(catalog, args)?;
    let asked = args.profile.map(Profile::from);
    let profile = plan.profile().or(asked).unwrap_or_default();
    let mut run = Run {
        profile,
        deny: args.deny,
        outputs: Outputs::open(args, profile, streams)?,
        summary: Summary::default(),
        streams,
    };
    run.outputs.begin(run.streams, plan.targets.len())?;
    for complaint in &plan.unread {
        run.unread(complaint)?;
    }
    for target in &plan.targets {
        run.target(target)?;
    }
    let Run {
        outputs, summary, ..
    } = run;
    outputs.end(streams, &summary)?;
    Ok(summary.exit())
}

/// Where credentials stand in the URL of a context: findings are about it as well.
fn secrets_of_url(contract: &Contract, url: &str) -> Vec<Range<usize>> {
    if url.is_empty() {
        return Vec::new();
    }
    let settings = Settings::default();
    lint(contract, Artifact::RequestUrl, url.as_bytes(), &settings).secrets
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

struct Run<'r, 's> {
    profile: Profile,
    deny: Option<Deny>,
    outputs: Outputs,
    summary: Summary,
    streams: &'r mut Streams<'s>,
}

impl Run<'_, '_> {
    fn target(&mut self, target: &Target) -> Result<(), Stop> {
        let shown;
        let path;
        let read = match &target.text {
            Text::Input => {
                shown = "-".to_owned();
                path = Path::new("-");
                let mut text = Vec::new();
                self.streams.input.read_to_end(&mut text).map(|_| text)
            }
            Text::File(file) => {
                shown = file.display().to_string();
                path = file;
                fs::read(file)
            }
        };
        self.outputs.next(self.streams, &shown)?;
        match read {
            Ok(text) => self.judge(&shown, target, &text),
            Err(error) => self.unread(&target::unread(path, &error)),
        }
    }

    fn judge(&mut self, path: &str, target: &Target, text: &[u8]) -> Result<(), Stop> {
        let settings = Settings {
            profile: target.profile,
            context: target.context.as_ref().clone(),
            overrides: target.overrides.as_ref().clone(),
            ..Settings::default()
        };
        let report = lint(target.contract, target.artifact, text, &settings);
        let masked = Masked::new(text, &report.secrets);
        let url = target.context.url.as_deref().unwrap_or_default();
        let url_secrets = secrets_of_url(target.contract, url);
        let masked_url = Masked::new(url.as_bytes(), &url_secrets);
        let findings = report.findings.into_iter();
        let findings: Vec<_> = findings
            .map(|finding| Redacted::new(finding, &[&masked, &masked_url]))
            .collect();
        let count = |severity| {
            let findings = findings.iter();
            findings
                .filter(|finding| finding.severity == severity)
                .count()
        };
        let mut severities = findings.iter().map(|finding| finding.severity);
        let failed = severities.any(|severity| fails(severity, self.deny));
        self.summary.files += 1;
        self.summary.failed += usize::from(failed);
        self.summary.errors += count(Severity::Error);
        self.summary.warnings += count(Severity::Warning);
        self.summary.infos += count(Severity::Info);
        self.summary.other_profile += usize::from(target.profile != self.profile);
        let file = Checked {
            path,
            record: None,
            entry: None,
            contract: target.contract,
            artifact: target.artifact,
            profile: target.profile,
            failed,
            findings,
            text: &masked,
        };
        self.outputs.file(self.streams, file)
    }

    /// Tells at once what cannot be read, after what was found so far.
    fn unread(&mut self, complaint: &Complaint) -> Result<(), Stop> {
        self.summary.unread += 1;
        self.outputs.unread(self.streams, complaint)
    }
}
