//! The three engines over one text: the validator, the emitted schema, decoding.

use crate::schema::{BySchema, Schema, part};
use crate::subject::{self, Subject};
use carnet_core::{Artifact, Contract, Profile};
use carnet_schema::{Side, document};
use carnet_validate::{Context, Report, Settings, lint};
use std::fmt;

/// What everyone says of a text.
pub(crate) struct Verdicts {
    pub(crate) subject: &'static Subject,
    pub(crate) report: Report,
    pub(crate) schema: BySchema,
    /// What decoding says, where the text's type is one that is read.
    pub(crate) decoded: Option<Decoded>,
}

/// What decoding says of a text.
pub(crate) struct Decoded {
    /// Carnet's own.
    pub(crate) ours: Result<(), String>,
    /// `serde_json`'s of the same type.
    pub(crate) plainly: Result<(), String>,
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
        if let Some(decoded) = &self.decoded {
            writeln!(f, "  decoding: {:?}", decoded.ours)?;
            writeln!(f, "  serde_json: {:?}", decoded.plainly)?;
        }
        Ok(())
    }
}

/// The side of a call that an artifact belongs to.
pub(crate) fn side(artifact: Artifact) -> Side {
    match artifact {
        Artifact::RequestBody | Artifact::RequestUrl | Artifact::RequestForm => Side::Request,
        Artifact::ReplyBody => Side::Response,
    }
}

/// The engines for one side of one operation.
pub(crate) struct Engines {
    pub(crate) contract: &'static Contract,
    pub(crate) artifact: Artifact,
    /// The whole document: tells kinds of replies apart by their members.
    whole: Schema,
    /// Every kind of body with the part of the document that describes it.
    kinds: Vec<(&'static Subject, Schema)>,
}

impl Engines {
    pub(crate) fn new(contract: &'static Contract, artifact: Artifact) -> Self {
        let whole = document(contract, side(artifact)).to_value();
        let kinds = subject::of(contract, side(artifact));
        Self {
            contract,
            artifact,
            kinds: kinds
                .map(|kind| (kind, Schema::new(&part(&whole, kind))))
                .collect(),
            whole: Schema::new(&whole),
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
            schema: schema.judge(self.artifact, text, context),
            decoded: subject.reader.map(|reader| Decoded {
                ours: (reader.decode)(text),
                plainly: (reader.decode_plainly)(text),
            }),
            report,
        }
    }
}
