//! Findings for test harnesses: TAP version 14, a test for every payload.
//!
//! Findings are YAML below the test; the plan comes last. What could not be read is a test that
//! failed;
//! what there is to tell of a file besides findings is a comment.

use super::paint::visible;
use super::{Checked, Origin, Render, START, Summary};
use crate::complaint::Complaint;
use crate::redact::Shown;
use std::fmt::Write as _;
use std::io::{self, Write};

/// Writes for test harnesses.
#[derive(Debug)]
pub(super) struct Tap {
    origin: Origin,
    tests: usize,
}

impl Tap {
    pub(super) const fn new(origin: Origin) -> Self {
        Self { origin, tests: 0 }
    }

    fn test(&mut self, out: &mut dyn Write, failed: bool, name: &str) -> io::Result<()> {
        self.tests += 1;
        let not = if failed { "not " } else { "" };
        writeln!(out, "{not}ok {} - {}", self.tests, description(name))
    }
}

impl Render for Tap {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "TAP version 14")
    }

    fn file(&mut self, out: &mut dyn Write, file: &Checked<'_>) -> io::Result<()> {
        let name = file.name(&self.origin);
        self.test(out, file.failed, &name)?;
        if file.findings.is_empty() {
            return Ok(());
        }
        writeln!(out, "  ---")?;
        writeln!(out, "  operation: {}", text(file.operation))?;
        writeln!(out, "  artifact: {}", text(file.artifact.as_str()))?;
        writeln!(out, "  profile: {}", text(file.profile.as_str()))?;
        writeln!(out, "  findings:")?;
        for finding in &file.findings {
            write_finding(out, finding)?;
        }
        writeln!(out, "  ...")
    }

    fn unread(&mut self, out: &mut dyn Write, complaint: &Complaint) -> io::Result<()> {
        let path = complaint.at.as_deref().unwrap_or("-");
        let path = self.origin.path(path);
        self.test(out, true, &path)?;
        let message = text(&complaint.message);
        writeln!(out, "  ---\n  message: {message}\n  ...")
    }

    fn told(&mut self, out: &mut dyn Write, complaint: &Complaint) -> io::Result<()> {
        let path = self.origin.path(complaint.at.as_deref().unwrap_or("-"));
        let (severity, message) = (complaint.severity, visible(&complaint.message));
        let place = complaint
            .place
            .map(|(line, column)| format!(":{line}:{column}"));
        let place = format!("{}{}", visible(&path), place.unwrap_or_default());
        writeln!(out, "# {place}: {severity}: {message}")
    }

    fn end(&mut self, out: &mut dyn Write, _: &Summary) -> io::Result<()> {
        match self.tests {
            0 => writeln!(out, "1..0 # SKIP nothing to check"),
            tests => writeln!(out, "1..{tests}"),
        }
    }
}

fn write_finding(out: &mut dyn Write, finding: &Shown) -> io::Result<()> {
    let start = finding.span.unwrap_or(START).start;
    let (line, column) = (start.line, start.column);
    writeln!(out, "    - rule: {}", text(finding.rule.as_str()))?;
    writeln!(out, "      severity: {}", text(finding.severity.as_str()))?;
    writeln!(out, "      message: {}", text(&finding.message))?;
    writeln!(out, "      at: {}", text(&finding.at.to_string()))?;
    writeln!(out, "      line: {line}\n      column: {column}")?;
    let source = finding.source.map(|source| source.url);
    let discrepancy = finding.discrepancy.map(|discrepancy| discrepancy.id);
    let known = [
        ("field", finding.field.as_deref()),
        ("help", finding.help.as_deref()),
        ("source", source.filter(|url| !url.is_empty())),
        ("discrepancy", discrepancy),
    ];
    for (key, value) in known {
        if let Some(value) = value {
            writeln!(out, "      {key}: {}", text(value))?;
        }
    }
    Ok(())
}

/// A description on one line, in which a `#` begins no directive.
fn description(name: &str) -> String {
    let name = name.replace('\\', r"\\").replace('#', r"\#");
    visible(&name).into_owned()
}

/// A text as YAML has it in double quotes: as JSON has it, but that YAML knows fewer characters that
/// can stand for themselves.
fn text(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    let mut printable = String::with_capacity(quoted.len());
    for c in quoted.chars() {
        match c {
            '\u{7f}'..='\u{9f}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{feff}'
            | '\u{fffe}'
            | '\u{ffff}' => {
                // Writing to a `String` cannot fail.
                let _ = write!(printable, "\\u{:04x}", u32::from(c));
            }
            c => printable.push(c),
        }
    }
    printable
}

#[cfg(test)]
mod tests {
    use super::{description, text};

    #[test]
    fn names_and_texts_stay_on_their_line() {
        assert_eq!(description("a # skip\\\n.json"), r"a \# skip\\\u{a}.json");
        assert_eq!(text("a\n\"b\"\u{85}: #"), r#""a\n\"b\"\u0085: #""#);
    }
}
