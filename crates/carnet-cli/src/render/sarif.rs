//! Findings for code scanning: SARIF 2.1.0 (OASIS), one run, a result on a line.
//!
//! Results come as they are found; the tool with its rules, and what could not be read, come behind
//! them: the order of keys means nothing in JSON, and so nothing has to be kept until the end.
//!
//! Deliberately absent: fixes, since Carnet says what to type and edits nothing; and snippets of the
//! payload, which hold more than the finding is about.

mod model;

use super::fingerprint::Fingerprints;
use super::{Checked, Origin, Render, START, Summary};
use crate::complaint::Complaint;
use crate::redact::Shown;
use carnet_core::{Position, RuleId, Severity};
use carnet_validate::rule;
use model::{
    Artifact, Configuration, Descriptor, Driver, Fingerprint, Invocation, Location, Logical,
    Message, Notification, Physical, Properties, Region, Result, Tool,
};
use serde::Serialize;
use std::io::{self, Write};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes for code scanning.
#[derive(Debug)]
pub(super) struct Sarif {
    origin: Origin,
    fingerprints: Fingerprints,
    /// The rules in the order in which they occurred, with the gravest severity that they had.
    rules: Vec<(RuleId, Severity)>,
    notifications: Vec<Notification>,
    first: bool,
}

impl Sarif {
    pub(super) fn new(origin: Origin) -> Self {
        Self {
            origin,
            fingerprints: Fingerprints::default(),
            rules: Vec::new(),
            notifications: Vec::new(),
            first: true,
        }
    }

    /// Where in the list of rules this one stands.
    fn rule(&mut self, finding: &Shown) -> usize {
        let (rule, severity) = (finding.rule, finding.severity);
        if let Some(index) = self.rules.iter().position(|&(known, _)| known == rule) {
            let gravest = &mut self.rules[index].1;
            *gravest = (*gravest).max(severity);
            return index;
        }
        self.rules.push((rule, severity));
        self.rules.len() - 1
    }

    fn location(&self, path: &str, region: Option<Region>) -> Physical {
        Physical {
            artifact_location: Artifact {
                uri: self.origin.uri(path),
            },
            region,
        }
    }

    fn notify(&mut self, complaint: &Complaint) {
        let region = complaint.place.map(|(line, column)| Region {
            start_line: line,
            start_column: column,
            end_line: line,
            end_column: column,
        });
        let location = complaint.at.as_deref().map(|path| Location {
            physical_location: self.location(path, region),
            logical_locations: Vec::new(),
        });
        self.notifications.push(Notification {
            level: level(complaint.severity),
            message: Message::new(complaint.message.clone()),
            locations: location.into_iter().collect(),
        });
    }

    fn write_result(
        &mut self,
        out: &mut dyn Write,
        file: &Checked<'_>,
        finding: &Shown,
    ) -> io::Result<()> {
        let place = finding.at.to_string();
        let logical = (!place.is_empty()).then_some(Logical {
            fully_qualified_name: &place,
        });
        let location = Location {
            physical_location: self.location(file.path, Some(region(finding))),
            logical_locations: logical.into_iter().collect(),
        };
        let result = Result {
            rule_id: finding.rule.as_str(),
            rule_index: self.rule(finding),
            level: level(finding.severity),
            message: message(finding),
            locations: [location],
            partial_fingerprints: Fingerprint {
                value: self.fingerprints.of(&self.origin, file, finding),
            },
            properties: properties(file, finding),
        };
        out.write_all(if self.first { b"\n" } else { b",\n" })?;
        self.first = false;
        write(out, &result)
    }
}

impl Render for Sarif {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, r#"{{"$schema":"{SCHEMA}","version":"2.1.0","runs":["#)?;
        // Columns are counted in characters, the end excluded, as in every other format.
        write!(out, r#"{{"columnKind":"unicodeCodePoints","results":["#)
    }

    fn file(&mut self, out: &mut dyn Write, file: &Checked<'_>) -> io::Result<()> {
        let mut findings = file.findings.iter();
        findings.try_for_each(|finding| self.write_result(out, file, finding))
    }

    fn unread(&mut self, _: &mut dyn Write, complaint: &Complaint) -> io::Result<()> {
        self.notify(complaint);
        Ok(())
    }

    fn told(&mut self, _: &mut dyn Write, complaint: &Complaint) -> io::Result<()> {
        self.notify(complaint);
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        let rules = self.rules.iter();
        let tool = Tool {
            driver: Driver {
                name: "carnet",
                version: env!("CARGO_PKG_VERSION"),
                semantic_version: env!("CARGO_PKG_VERSION"),
                information_uri: env!("CARGO_PKG_REPOSITORY"),
                rules: rules.map(|&rule| descriptor(rule)).collect(),
            },
        };
        let invocation = Invocation {
            execution_successful: summary.unread == 0,
            tool_execution_notifications: &self.notifications,
        };
        write!(out, "{}],\"tool\":", if self.first { "" } else { "\n" })?;
        write(out, &tool)?;
        write!(out, ",\n\"invocations\":[")?;
        write(out, &invocation)?;
        writeln!(out, "]}}]}}")
    }
}

fn write(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(out, value).map_err(io::Error::from)
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn region(finding: &Shown) -> Region {
    let span = finding.span.unwrap_or(START);
    let Position { line, column, .. } = span.start;
    Region {
        start_line: line,
        start_column: column,
        end_line: span.end.line,
        end_column: span.end.column,
    }
}

/// What is wrong, and what to type.
fn message(finding: &Shown) -> Message {
    let text = match &finding.help {
        Some(help) => format!("{}. Help: {help}.", finding.message),
        None => format!("{}.", finding.message),
    };
    // Text of a payload must not become a link. Braces stay single: they are doubled only for
    // messages with arguments, and viewers show what they do not undo.
    Message::new(text.replace("](", r"\]("))
}

fn properties<'a>(file: &Checked<'a>, finding: &'a Shown) -> Properties<'a> {
    let source = finding.source.filter(|source| !source.url.is_empty());
    Properties {
        operation: file.operation,
        artifact: file.artifact.as_str(),
        profile: file.profile.as_str(),
        record: file.record,
        entry: file.entry,
        field: finding.field.as_deref(),
        source_url: source.map(|source| source.url),
        source_section: source.map(|source| source.section),
        source_strength: source.map(|source| source.strength.as_str()),
        discrepancy: finding.discrepancy.map(|discrepancy| discrepancy.id),
    }
}

fn descriptor((id, severity): (RuleId, Severity)) -> Descriptor {
    let doc = rule::doc(id);
    let (bad, good) = (doc.bad, doc.good);
    Descriptor {
        id: id.as_str(),
        short_description: Message::new(id.summary()),
        full_description: Message::new(doc.demands),
        help: Message::new(format!("{}\nBad: {bad}\nGood: {good}", doc.why)),
        default_configuration: Configuration {
            level: level(severity),
        },
    }
}
