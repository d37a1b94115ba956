//! Findings as annotations: workflow commands of GitHub Actions, a finding on a line.
//!
//! `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=…::message`

use super::{Checked, Origin, Render, START, Summary};
use crate::complaint::Complaint;
use crate::redact::Shown;
use carnet_core::Severity;
use std::io::{self, Write};

/// Writes annotations.
#[derive(Debug)]
pub(super) struct Github {
    origin: Origin,
}

impl Github {
    pub(super) const fn new(origin: Origin) -> Self {
        Self { origin }
    }

    /// `file=…`; standard input is no file that could be annotated.
    fn path(&self, path: &str) -> Option<String> {
        let path = (path != "-").then(|| self.origin.path(path));
        path.map(|path| format!("file={}", property(&path)))
    }

    /// An annotation that is about no finding.
    fn notice(&self, complaint: &Complaint, title: &str) -> String {
        let command = command(complaint.severity);
        let mut properties = Vec::new();
        if let Some(path) = complaint.at.as_deref().and_then(|path| self.path(path)) {
            properties.push(path);
            let place = complaint.place;
            properties.extend(place.map(|(line, column)| format!("line={line},col={column}")));
        }
        properties.push(format!("title={title}"));
        let text = message(&complaint.message);
        format!("::{command} {}::{text}", properties.join(","))
    }

    fn annotation(&self, file: &Checked<'_>, finding: &Shown) -> String {
        let command = command(finding.severity);
        let mut properties = Vec::new();
        if let Some(path) = self.path(file.path) {
            let span = finding.span.unwrap_or(START);
            let (start, end) = (span.start, span.end);
            properties.push(path);
            properties.push(format!("line={},endLine={}", start.line, end.line));
            // GitHub refuses columns where the lines differ.
            if start.line == end.line {
                properties.push(format!("col={},endColumn={}", start.column, end.column));
            }
        }
        let title = format!("{} ({})", finding.rule, file.operation);
        properties.push(format!("title={}", property(&title)));
        let text = message(&text(file, finding));
        format!("::{command} {}::{text}", properties.join(","))
    }
}

impl Render for Github {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn file(&mut self, out: &mut dyn Write, file: &Checked<'_>) -> io::Result<()> {
        for finding in &file.findings {
            writeln!(out, "{}", self.annotation(file, finding))?;
        }
        Ok(())
    }

    fn unread(&mut self, out: &mut dyn Write, complaint: &Complaint) -> io::Result<()> {
        writeln!(out, "{}", self.notice(complaint, "not read"))
    }

    fn told(&mut self, out: &mut dyn Write, complaint: &Complaint) -> io::Result<()> {
        writeln!(out, "{}", self.notice(complaint, "recorded calls"))
    }

    fn end(&mut self, _: &mut dyn Write, _: &Summary) -> io::Result<()> {
        Ok(())
    }
}

const fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    }
}

/// What is wrong, where in the payload, what to type and who says so.
fn text(file: &Checked<'_>, finding: &Shown) -> String {
    let place = finding.at.to_string();
    let part = file.part();
    let lines = [
        ("part", part.as_str()),
        ("place", &place),
        ("field", finding.field.as_deref().unwrap_or_default()),
        ("help", finding.help.as_deref().unwrap_or_default()),
        ("source", finding.source.map_or("", |source| source.url)),
        (
            "discrepancy",
            finding.discrepancy.map_or("", |known| known.id),
        ),
    ];
    let lines = lines.iter().filter(|(_, value)| !value.is_empty());
    let mut text = vec![finding.message.clone()];
    text.extend(lines.map(|(label, value)| format!("{label}: {value}")));
    text.join("\n")
}

/// What the runner would take for the end of the command is escaped as it documents.
fn message(text: &str) -> String {
    let text = text.replace('%', "%25");
    text.replace('\r', "%0D").replace('\n', "%0A")
}

/// In a property, also what would end it.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{message, property};

    #[test]
    fn what_ends_a_command_is_escaped() {
        assert_eq!(message("a%\r\n::b,c"), "a%25%0D%0A::b,c");
        assert_eq!(property("a%\r\n::b,c"), "a%25%0D%0A%3A%3Ab%2Cc");
    }
}
