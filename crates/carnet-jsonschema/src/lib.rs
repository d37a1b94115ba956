//! Checks a text against any JSON Schema, and tells of it as the validator tells of a contract.
//!
//! Drafts 4 to 2020-12, as `$schema` says; 2020-12 where it says nothing. Formats are asserted. Of
//! `anyOf` and `oneOf` only the alternative that was meant is reported. What is wrong with the text
//! itself is found by `carnet-validate`; a text that is too broken to be read is judged by no schema.
//!
//! Deliberately absent: files and the network. Who calls decides what a reference to another document
//! leads to. Bounds are compared as doubles, as the `jsonschema` crate has them.
//!
//! # Example
//! ```
//! use carnet_jsonschema::{Nothing, Schema};
//! use carnet_validate::Settings;
//!
//! let schema = Schema::compile(br#"{"properties": {"name": {"maxLength": 3}}}"#, None, Nothing)?;
//! let report = schema.lint(br#"{"name": "Grace"}"#, &Settings::default());
//! assert_eq!(report.findings[0].at.pointer, "/name");
//! assert_eq!(
//!     report.findings[0].message,
//!     "the text has 5 characters, at most 3 are allowed"
//! );
//! # Ok::<(), carnet_jsonschema::SchemaError>(())
//! ```

mod branch;
mod compile;
mod finding;
mod place;

pub use compile::{Documents, Nothing, SchemaError};

use carnet_core::auth::Auth;
use carnet_core::contract::{Body, Carrier};
use carnet_core::shape::Shape;
use carnet_core::{Artifact, Contract, Finding, Level, Severity, Span, Vendor};
use carnet_validate::{Choice, Report, Settings, lines, tree};
use finding::Draft;
use jsonschema::Validator;
use serde_json::Value;

/// A contract that demands nothing but JSON: what a text is judged by besides its schema.
pub const ANYTHING: Contract = Contract {
    id: "schema",
    vendor: &Vendor {
        id: "schema",
        name: "JSON Schema",
        discrepancies: &[],
    },
    summary: "A JSON Schema of one's own",
    page: "",
    method: "POST",
    url: "",
    auth: Auth::None,
    carrier: Carrier::JsonBody,
    request: Body {
        media_type: "application/json",
        shape: Shape::ANY,
        text: &[],
    },
    replies: &[],
};

/// A JSON Schema, ready to judge texts.
#[derive(Debug)]
pub struct Schema {
    document: Value,
    validator: Validator,
}

impl Schema {
    /// Makes a schema of its text.
    ///
    /// References are relative to `$id`, or else to `base`, a URL. Documents that they lead to are
    /// asked of `documents`.
    ///
    /// # Errors
    /// When the text is no JSON, is no schema of its draft, or refers to what is not there.
    pub fn compile(
        text: &[u8],
        base: Option<&str>,
        documents: impl Documents + 'static,
    ) -> Result<Self, SchemaError> {
        let (document, validator) = compile::compile(text, base, documents)?;
        Ok(Self {
            document,
            validator,
        })
    }

    /// The `$id`, where there is one.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        let id = ["$id", "id"].iter().find_map(|key| self.document.get(key));
        id.and_then(Value::as_str)
    }

    /// Checks a text, and reports everything. Of the settings, levels chosen for rules count.
    ///
    /// Takes any bytes.
    #[must_use]
    pub fn lint(&self, text: &[u8], settings: &Settings) -> Report {
        let mut report = carnet_validate::lint(&ANYTHING, Artifact::RequestBody, text, settings);
        for finding in &mut report.findings {
            // Nobody has documented anything.
            finding.source = finding.source.filter(|source| !source.url.is_empty());
        }
        let document = tree::parse(text);
        let Some(root) = &document.root else {
            return report;
        };
        let Some(value) = place::value(root) else {
            return report;
        };
        let errors: Vec<_> = self.validator.iter_errors(&value).collect();
        if errors.is_empty() {
            return report;
        }
        let mut drafts = finding::drafts(&errors, root, &self.document);
        drafts.retain(|draft| level(draft, settings).severity().is_some());
        let offsets = drafts.iter().flat_map(|it| [it.bytes.start, it.bytes.end]);
        let positions = lines::positions(text, offsets);
        let position = |offset: usize| positions.get(&offset.min(text.len())).copied();
        report.findings.extend(drafts.into_iter().map(|draft| {
            let span = position(draft.bytes.start).zip(position(draft.bytes.end));
            Finding {
                fix: None,
                severity: level(&draft, settings)
                    .severity()
                    .unwrap_or(Severity::Error),
                rule: draft.rule,
                at: draft.at,
                field: None,
                message: draft.message,
                help: draft.help,
                span: span.map(|(start, end)| Span { start, end }),
                source: None,
                discrepancy: None,
            }
        }));
        report
            .findings
            .sort_by_key(|it| (it.span.map(|span| span.start.offset), it.rule));
        report
    }
}

/// What is done about a finding.
fn level(draft: &Draft, settings: &Settings) -> Level {
    match settings.overrides.get(draft.rule.as_str()) {
        Some(Choice::Level(level)) => *level,
        Some(Choice::OtherReading) | None => Level::Error,
    }
}
