//! `carnet lint`: reads every text of the plan, judges it, hands it to a renderer.

use crate::args::{Deny, Format, LintArgs};
use crate::complaint::{Complaint, Outcome};
use crate::fix::Fixer;
use crate::redact::Masked;
use crate::render::human::Human;
use crate::render::json::Json;
use crate::render::{Checked, Render, Summary};
use crate::target::{self, Target, Text};
use crate::{Exit, Streams};
use carnet_core::{Artifact, Contract, Profile, Severity};
use carnet_validate::{Settings, lint};
use std::fs;
use std::io;
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
    let fixer = Fixer::new(args, &plan)?;
    let mut run = Run {
        profile,
        deny: args.deny,
        renderer: match args.format {
            Format::Human if fixer.tells_errors() => {
                Box::new(Human::for_errors(streams.style, profile))
            }
            Format::Human => {
                let style = streams.style;
                Box::new(Human::new(style.colour_output, style.width, profile))
            }
            Format::Json => Box::new(Json::new(profile)),
        },
        summary: Summary::default(),
        fixer,
        streams,
    };
    run.renderer.begin(run.fixer.findings_to(run.streams))?;
    for complaint in &plan.unread {
        run.unread(complaint)?;
    }
    for target in &plan.targets {
        run.target(target)?;
    }
    let out = run.fixer.findings_to(run.streams);
    run.renderer.end(out, &run.summary)?;
    run.fixer.end(run.streams)?;
    Ok(run.summary.exit().max(run.fixer.exit()))
}

/// What a target is judged by.
pub(crate) fn settings(target: &Target) -> Settings {
    Settings {
        profile: target.profile,
        context: target.context.as_ref().clone(),
        overrides: target.overrides.as_ref().clone(),
        ..Settings::default()
    }
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
    renderer: Box<dyn Render>,
    summary: Summary,
    fixer: Fixer,
    streams: &'r mut Streams<'s>,
}

impl Run<'_, '_> {
    fn target(&mut self, target: &Target) -> io::Result<()> {
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
        match read {
            Ok(text) => {
                let text = self.fixer.text(&shown, target, text, self.streams)?;
                self.judge(&shown, target, &text)
            }
            Err(error) => self.unread(&target::unread(path, &error)),
        }
    }

    fn judge(&mut self, path: &str, target: &Target, text: &[u8]) -> io::Result<()> {
        let mut report = lint(target.contract, target.artifact, text, &settings(target));
        let masked = Masked::new(text, &report.secrets);
        let url = target.context.url.as_deref().unwrap_or_default();
        let url_secrets = secrets_of_url(target.contract, url);
        let masked_url = Masked::new(url.as_bytes(), &url_secrets);
        for finding in &mut report.findings {
            masked.hide_in(finding);
            masked_url.hide_in(finding);
        }
        let count = |severity| {
            let findings = report.findings.iter();
            findings
                .filter(|finding| finding.severity == severity)
                .count()
        };
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let denied = match self.deny {
            Some(Deny::Warnings) => warnings,
            None => 0,
        };
        let failed = errors + denied > 0;
        self.summary.files += 1;
        self.summary.failed += usize::from(failed);
        self.summary.errors += errors;
        self.summary.warnings += warnings;
        self.summary.infos += count(Severity::Info);
        self.summary.other_profile += usize::from(target.profile != self.profile);
        let file = Checked {
            path,
            contract: target.contract,
            artifact: target.artifact,
            profile: target.profile,
            failed,
            findings: &report.findings,
            text: &masked,
        };
        self.renderer
            .file(self.fixer.findings_to(self.streams), &file)
    }

    /// Tells at once what cannot be read, after what was found so far.
    fn unread(&mut self, complaint: &Complaint) -> io::Result<()> {
        self.summary.unread += 1;
        self.streams.output.flush()?;
        complaint.print(self.streams)?;
        self.streams.errors.flush()
    }
}
