//! The engines over one text: the validator and its clean pass, the emitted schema, decoding.

use crate::compare;
use crate::passes::Passes;
use crate::schema::{BySchema, Schema};
use crate::subject::{Part, Subject};
use carnet_core::{Artifact, Profile};
use carnet_schema::{Side, document};
use carnet_validate::{Context, Report, Settings, lint};
use std::collections::BTreeSet;
use std::fmt;

/// The engines for one artifact of an operation.
///
/// # Example
/// ```
/// use carnet_core::Artifact;
/// use carnet_testing::{Engines, Subject};
/// use carnet_validate::Context;
/// use carnet_vendors::revnue::CreateCustomer;
///
/// let engines = Engines::new(Subject::of::<CreateCustomer>(), Artifact::RequestBody);
/// let context = Context::default();
/// let verdicts = engines.judge(br#"{"company": "1", "name": "Example Ltd"}"#, &context);
/// assert!(!verdicts.report.passes());
/// assert!(verdicts.agreement().is_ok());
/// ```
pub struct Engines {
    subject: Subject,
    artifact: Artifact,
    /// The whole document: tells kinds of replies apart by their members.
    whole: Schema,
    passes: Passes<'static>,
    /// Every kind of body with the part of the document that describes it.
    parts: Vec<(Part, Option<Schema>)>,
}

impl Engines {
    /// Emits and compiles the schema of an artifact.
    ///
    /// # Panics
    /// When no schema describes it: see [`Subject::artifacts`].
    #[must_use]
    #[track_caller]
    pub fn new(subject: Subject, artifact: Artifact) -> Self {
        let known: Vec<_> = subject.artifacts().collect();
        assert!(
            known.contains(&artifact),
            "no schema describes the {artifact} of {}, but its {}",
            subject.contract().id,
            known
                .iter()
                .map(|it| it.as_str())
                .collect::<Vec<_>>()
                .join(" and "),
        );
        let side = match artifact {
            Artifact::RequestBody | Artifact::RequestUrl | Artifact::RequestForm => Side::Request,
            Artifact::ReplyBody => Side::Response,
        };
        let whole = document(subject.contract(), side).to_value();
        let parts = subject.parts(artifact).into_iter().map(|part| {
            let schema = part.outcome.map(|it| Schema::of_reply(&whole, it));
            (part, schema)
        });
        Self {
            subject,
            artifact,
            passes: Passes::new(subject.contract(), artifact),
            parts: parts.collect(),
            whole: Schema::new(&whole),
        }
    }

    /// The operation.
    #[must_use]
    pub const fn subject(&self) -> Subject {
        self.subject
    }

    /// What is judged of it.
    #[must_use]
    pub const fn artifact(&self) -> Artifact {
        self.artifact
    }

    /// What everyone says of a text, under the strict profile: schemas know no other.
    ///
    /// # Panics
    /// When the validator takes a reply for a kind that the contract does not document.
    #[must_use]
    pub fn judge<'t>(&self, text: &'t [u8], context: &'t Context) -> Verdicts<'t> {
        let settings = Settings {
            profile: Profile::Strict,
            context: context.clone(),
            ..Settings::default()
        };
        let contract = self.subject.contract();
        let report = lint(contract, self.artifact, text, &settings);
        let told_clean = Profile::ALL.into_iter().filter(|&profile| {
            let settings = Settings {
                profile,
                ..settings.clone()
            };
            self.passes.is_clean(text, &settings)
        });
        let told_clean = told_clean.collect();
        let mut parts = self.parts.iter();
        let part = parts.find(|(part, _)| part.outcome == report.outcome);
        let (part, schema) = part.expect("the validator takes it for a documented kind");
        let schema = match schema {
            Some(schema) if context.http_status.is_some() => schema,
            _ => &self.whole,
        };
        Verdicts {
            subject: self.subject,
            artifact: self.artifact,
            part: *part,
            text,
            context,
            schema: schema.judge(self.artifact, text, context),
            decoded: part.reader.map(|reader| Decoded {
                ours: (reader.decode)(text),
                plainly: (reader.decode_plainly)(text),
            }),
            report,
            told_clean,
        }
    }
}

impl fmt::Debug for Engines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engines")
            .field("subject", &self.subject)
            .field("artifact", &self.artifact)
            .finish_non_exhaustive()
    }
}

/// What everyone says of a text.
pub struct Verdicts<'t> {
    pub(crate) subject: Subject,
    pub(crate) artifact: Artifact,
    pub(crate) part: Part,
    pub(crate) text: &'t [u8],
    pub(crate) context: &'t Context,
    /// What the validator found.
    pub report: Report,
    /// The profiles under which the clean pass says that there is nothing to find.
    pub told_clean: BTreeSet<Profile>,
    /// What the emitted schema says.
    pub schema: BySchema,
    /// What decoding says, where the text's type is one that is read.
    pub decoded: Option<Decoded>,
}

/// What decoding says of a text.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// Carnet's own decoding.
    pub ours: Result<(), String>,
    /// `serde_json`'s decoding of the same type.
    pub plainly: Result<(), String>,
}

impl Verdicts<'_> {
    /// Whether they agree, and the reasons of the [exceptions](crate::exceptions) that it took.
    ///
    /// # Errors
    /// What they disagree about.
    pub fn agreement(&self) -> Result<BTreeSet<&'static str>, &'static str> {
        compare::agreement(self)
    }

    /// Whether decoding the text and writing it again keeps every member that the type knows.
    ///
    /// # Errors
    /// What it loses; why the text is not decoded; that nothing reads this kind of body.
    pub fn round_trip(&self) -> Result<(), String> {
        compare::round_trip(self)
    }
}

impl fmt::Debug for Verdicts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
