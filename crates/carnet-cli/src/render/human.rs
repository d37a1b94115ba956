//! Findings for people: `path:line:col: severity[rule-id] message`, the source line, who says so.

use super::excerpt;
use super::paint::{Paint, visible};
use super::{Checked, Render, Summary};
use crate::Style;
use crate::redact::Shown;
use carnet_core::{Discrepancy, Position, Profile};
use carnet_validate::masked::Masked;
use std::io::{self, Write};

/// Writes for people. Files without findings are only counted.
#[derive(Debug)]
pub(crate) struct Human {
    colour: bool,
    width: usize,
    profile: Profile,
    quiet: bool,
}

impl Human {
    /// Writes in this colour and width; `profile` is the run's own.
    pub(crate) const fn new(colour: bool, width: usize, profile: Profile) -> Self {
        Self {
            colour,
            width,
            profile,
            quiet: false,
        }
    }

    /// The same without a summary.
    pub(crate) const fn quiet(self) -> Self {
        Self {
            quiet: true,
            ..self
        }
    }

    /// Writes to standard error, for a command whose output is something else.
    pub(crate) const fn for_errors(style: Style, profile: Profile) -> Self {
        Self::new(style.colour_errors, style.width, profile)
    }

    /// Writes one finding, and a blank line after it.
    pub(crate) fn finding(
        &self,
        out: &mut dyn Write,
        path: &str,
        finding: &Shown,
        text: &Masked<'_>,
        profile: Profile,
    ) -> io::Result<()> {
        let paint = Paint::when(self.colour);
        let place = paint.bold(&place(path, finding));
        self.headed(out, &place, finding, text, profile)
    }

    /// Writes one finding of a payload, and a blank line after it.
    pub(super) fn finding_in(
        &self,
        out: &mut dyn Write,
        file: &Checked<'_>,
        finding: &Shown,
    ) -> io::Result<()> {
        let paint = Paint::when(self.colour);
        let mut place = paint.bold(&place(file.path, finding));
        let part = file.part();
        if !part.is_empty() {
            place = format!("{place} {part}:");
        }
        self.headed(out, &place, finding, file.text, file.profile)
    }

    fn headed(
        &self,
        out: &mut dyn Write,
        place: &str,
        finding: &Shown,
        text: &Masked<'_>,
        profile: Profile,
    ) -> io::Result<()> {
        let paint = Paint::when(self.colour);
        let head = format!("{}[{}]", finding.severity, finding.rule);
        let head = paint.severity(finding.severity, &head);
        let message = visible(&finding.message);
        writeln!(out, "{place} {head} {message}")?;
        let mut gutter = 1;
        if let Some(span) = finding.span {
            let excerpt = text.excerpt(span);
            gutter = excerpt::gutter(&excerpt);
            let underline = finding.severity.into();
            excerpt::print(out, &excerpt, underline, self.colour, self.width)?;
        }
        // A line of a URL says little to a person, and a finding without a span has no line.
        if finding.at.parameter.is_some() || finding.span.is_none() {
            let place = finding.at.to_string();
            if !place.is_empty() {
                excerpt::note(out, gutter, paint, "place", &place)?;
            }
        }
        if let Some(source) = &finding.source
            && !source.url.is_empty()
        {
            let text = match source.section {
                "" => format!("{} ({})", source.url, source.strength),
                section => format!("{section}, {} ({})", source.url, source.strength),
            };
            excerpt::note(out, gutter, paint, "source", &text)?;
        }
        if let Some(discrepancy) = finding.discrepancy {
            let text = decision(discrepancy, profile);
            excerpt::note(out, gutter, paint, "discrepancy", &text)?;
        }
        if let Some(help) = &finding.help {
            excerpt::note(out, gutter, paint, "help", help)?;
        }
        writeln!(out)
    }
}

/// `path:line:column:`, as far as it is known.
fn place(path: &str, finding: &Shown) -> String {
    let path = visible(path);
    match finding.span.map(|span| span.start) {
        Some(Position { line, column, .. }) => format!("{path}:{line}:{column}:"),
        None => format!("{path}:"),
    }
}

/// The discrepancy in one line: what the profile takes, and what could have been read.
fn decision(discrepancy: &Discrepancy, profile: Profile) -> String {
    let taken = match profile {
        Profile::Strict => discrepancy.strict,
        Profile::Lenient => discrepancy.lenient,
    };
    let [first, second] = discrepancy.readings;
    let id = discrepancy.id;
    format!("{id} {profile} takes `{taken}`; the readings are `{first}` and `{second}`")
}

impl Render for Human {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn file(&mut self, out: &mut dyn Write, file: &Checked<'_>) -> io::Result<()> {
        for finding in &file.findings {
            self.finding_in(out, file, finding)?;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        if summary.omitted > 0 {
            let omitted = count(summary.omitted, "more finding");
            writeln!(out, "{omitted} not shown")?;
        }
        if self.quiet {
            return Ok(());
        }
        let Summary { files, failed, .. } = *summary;
        let profile = match (self.profile, summary.other_profile) {
            (profile, 0) => profile.to_string(),
            (Profile::Strict, lenient) => format!("strict, {lenient} lenient"),
            (Profile::Lenient, strict) => format!("lenient, {strict} strict"),
        };
        let unread = match summary.unread {
            0 => String::new(),
            unread => format!("; {unread} not read"),
        };
        let files = count(files, "file");
        let errors = count(summary.errors, "error");
        let warnings = count(summary.warnings, "warning");
        let infos = count(summary.infos, "info");
        writeln!(
            out,
            "{files}, {failed} failed: {errors}, {warnings}, {infos} ({profile}){unread}"
        )
    }
}

/// A number with its noun: `1 file`, `2 files`.
fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        number => format!("{number} {noun}s"),
    }
}
