//! The three engines over one text: the validator, the emitted schema, decoding.

use crate::subject::{self, Subject};
use carnet_core::{Artifact, Contract, Profile};
use carnet_schema::{Side, document};
use carnet_validate::{Context, Report, Settings, lint};
use jsonschema::{Draft, Validator};
use serde_json::Value;
use std::fmt;

/// What the schema says of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum BySchema {
    Valid,
    Invalid(String),
    /// `serde_json` reads no value in it, and why.
    NotJson(String),
}

/// What everyone says of a text.
pub(crate) struct Verdicts {
    pub(crate) subject: &'static Subject,
    pub(crate) report: Report,
    pub(crate) schema: BySchema,
    pub(crate) decoded: Result<(), String>,
    pub(crate) decoded_plainly: Result<(), String>,
}

impl fmt::Display for Verdicts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "  validator: {}",
            if self.report.passes() {
                "passes"
            } else {
                "fails"
            }
        )?;
        for finding in &self.report.findings {
            let (severity, rule, at) = (finding.severity, finding.rule, &finding.at);
            writeln!(f, "    {severity}[{rule}] {at}: {}", finding.message)?;
        }
        writeln!(f, "  schema: {:?}", self.schema)?;
        writeln!(f, "  decoding: {:?}", self.decoded)?;
        writeln!(f, "  serde_json: {:?}", self.decoded_plainly)
    }
}

/// The engines for one side of one operation.
pub(crate) struct Engines {
    pub(crate) contract: &'static Contract,
    pub(crate) artifact: Artifact,
    /// The whole document: tells kinds of replies apart by their members.
    whole: Validator,
    /// Every kind of body with the part of the document that describes it.
    kinds: Vec<(&'static Subject, Validator)>,
}

impl Engines {
    pub(crate) fn new(contract: &'static Contract, artifact: Artifact) -> Self {
        let matching = |it: &&Subject| it.contract.id == contract.id && it.artifact() == artifact;
        let kinds = subject::ALL.iter().filter(matching);
        let side = match artifact {
            Artifact::RequestBody | Artifact::RequestUrl | Artifact::RequestForm => Side::Request,
            Artifact::ReplyBody => Side::Response,
        };
        let whole = document(contract, side).to_value();
        Self {
            contract,
            artifact,
            kinds: kinds
                .map(|kind| (kind, compile(&part(&whole, kind))))
                .collect(),
            whole: compile(&whole),
        }
    }

    /// The kinds of bodies on this side.
    pub(crate) fn kinds(&self) -> impl ExactSizeIterator<Item = &'static Subject> {
        self.kinds.iter().map(|(kind, _)| *kind)
    }

    /// What everyone says of a text, under the strict profile.
    pub(crate) fn judge(&self, text: &[u8], context: &Context) -> Verdicts {
        let settings = Settings {
            profile: Profile::Strict,
            context: context.clone(),
            ..Settings::default()
        };
        let report = lint(self.contract, self.artifact, text, &settings);
        let kind = self
            .kinds
            .iter()
            .find(|(kind, _)| kind.outcome == report.outcome);
        let (subject, part) = kind.expect("the validator takes it for a documented kind");
        let schema = if context.http_status.is_some() {
            part
        } else {
            &self.whole
        };
        Verdicts {
            subject,
            schema: by_schema(schema, text),
            decoded: (subject.decode)(text),
            decoded_plainly: (subject.decode_plainly)(text),
            report,
        }
    }
}

pub(crate) fn compile(schema: &Value) -> Validator {
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true)
        .should_ignore_unknown_formats(false)
        .offline()
        .build(schema)
        .unwrap_or_else(|error| panic!("{error} in {schema:#}"))
}

/// The document with one of its definitions as the whole statement.
pub(crate) fn part(whole: &Value, kind: &Subject) -> Value {
    let mut part = whole.clone();
    if let (Some(outcome), Some(keywords)) = (kind.outcome, part.as_object_mut()) {
        for keyword in ["if", "then", "else"] {
            keywords.remove(keyword);
        }
        keywords.insert(
            "$ref".into(),
            format!("#/$defs/{}", outcome.as_str()).into(),
        );
    }
    part
}

fn by_schema(schema: &Validator, text: &[u8]) -> BySchema {
    match serde_json::from_slice::<Value>(text) {
        Err(error) => BySchema::NotJson(error.to_string()),
        Ok(value) => match schema.validate(&value) {
            Ok(()) => BySchema::Valid,
            Err(error) => BySchema::Invalid(format!("{}: {error}", error.instance_path())),
        },
    }
}
