//! Whether the engines agree about an operation, over given texts and many that are made.

use crate::disagreement::{Disagreement, Disagreements};
use crate::engines::{Engines, Verdicts};
use crate::make::Maker;
use crate::spans;
use crate::subject::Subject;
use crate::summary::{Summary, Tally};
use carnet_core::{Artifact, Operation, Payload};
use carnet_validate::Context;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

/// The seed of the first text that is made, unless a test gives another.
pub(crate) const SEED: u64 = 0x0CA2_2E71;
/// How many texts are made of an artifact, unless a test says otherwise.
const PAYLOADS: u64 = 1_000;

/// Three engines, one verdict: the validator, `jsonschema` on the emitted schema, and decoding.
///
/// Of every text, under the strict profile:
/// - the schema refuses it ⇒ the validator has an error;
/// - the validator has an error ⇒ the schema refuses it or it is not JSON, unless every error is
///   one of the [exceptions](crate::exceptions);
/// - the validator passes it and leaves no value unchecked ⇒ it decodes, and unless listed
///   `serde_json` decodes it as well;
/// - the validator finds nothing at all ⇒ decoding and writing it again loses nothing;
/// - a finding about a parameter underlines what it speaks of.
///
/// The texts are made from the contract: payloads that keep it, most of them broken in one or
/// several ways, of the request and of the replies. They are the same in every run. Texts of one's
/// own, such as samples that the vendor prints, are judged first.
///
/// # Example
/// As a test of an operation of one's own:
/// ```
/// use carnet_core::Artifact;
/// use carnet_testing::Agreement;
/// use carnet_vendors::revnue::CreateCustomer;
///
/// let summary = Agreement::of::<CreateCustomer>()
///     .texts(Artifact::RequestBody, [r#"{"company": 1, "name": "Example Ltd"}"#])
///     .payloads(50)
///     .check()?;
/// assert_eq!(summary.tallies.len(), 2, "of the request and of the replies");
/// # Ok::<(), carnet_testing::Disagreements>(())
/// ```
#[derive(Clone, Debug)]
pub struct Agreement {
    subject: Subject,
    artifacts: Vec<Artifact>,
    given: Vec<Given>,
    payloads: u64,
    seed: u64,
}

/// A text that a test has given.
#[derive(Clone, Debug)]
struct Given {
    artifact: Artifact,
    origin: String,
    text: Vec<u8>,
    context: Context,
}

impl Agreement {
    /// About an operation whose request its own type reads, or which travels as parameters; see
    /// [`Subject`] for others.
    ///
    /// # Panics
    /// As [`Subject::of`].
    #[must_use]
    pub fn of<O>() -> Self
    where
        O: Operation<Success: Payload, Failure: Payload> + DeserializeOwned,
    {
        Self::on(Subject::of::<O>())
    }

    /// About an operation, however its bodies are read.
    #[must_use]
    pub fn on(subject: Subject) -> Self {
        let request = subject.contract().request_artifact();
        let made = subject
            .artifacts()
            .filter(|artifact| *artifact == request || *artifact == Artifact::ReplyBody);
        Self {
            artifacts: made.collect(),
            subject,
            given: Vec::new(),
            payloads: PAYLOADS,
            seed: SEED,
        }
    }

    /// Makes texts of this artifact and of no other. A form body is made only if it is named here:
    /// unless told otherwise, parameters stand in a URL.
    #[must_use]
    pub fn only(mut self, artifact: Artifact) -> Self {
        self.artifacts = vec![artifact];
        self
    }

    /// How many texts are made of each artifact; 1,000 unless said otherwise.
    #[must_use]
    pub const fn payloads(mut self, payloads: u64) -> Self {
        self.payloads = payloads;
        self
    }

    /// The seed of the first text that is made; each has the seed after the last one's.
    #[must_use]
    pub const fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Judges texts of one's own as well.
    #[must_use]
    pub fn texts<T: AsRef<[u8]>>(
        mut self,
        artifact: Artifact,
        texts: impl IntoIterator<Item = T>,
    ) -> Self {
        for text in texts {
            let origin = format!("{artifact} {}", self.given.len() + 1);
            self = self.text(artifact, origin, text.as_ref(), Context::default());
        }
        self
    }

    /// Judges a text of one's own, by its name, with what is known besides: the HTTP status of a
    /// reply, the URL of a body.
    #[must_use]
    pub fn text(
        mut self,
        artifact: Artifact,
        name: impl Into<String>,
        text: &[u8],
        context: Context,
    ) -> Self {
        self.given.push(Given {
            artifact,
            origin: name.into(),
            text: text.to_vec(),
            context,
        });
        self
    }

    /// Runs the engines.
    ///
    /// # Errors
    /// Every text that they disagree about. Displayed, each stands there with what each engine
    /// says; credentials are left out.
    ///
    /// # Panics
    /// When no schema describes an artifact that a text is given for; when the emitted schema is
    /// no schema.
    #[track_caller]
    pub fn check(&self) -> Result<Summary, Disagreements> {
        let mut run = Run::default();
        for artifact in Artifact::ALL {
            let mut given = self.given.iter().filter(|it| it.artifact == artifact);
            let is_made = self.artifacts.contains(&artifact);
            if !is_made && given.next().is_none() {
                continue;
            }
            let engines = Engines::new(self.subject, artifact);
            for it in self.given.iter().filter(|it| it.artifact == artifact) {
                let verdicts = engines.judge(&it.text, &it.context);
                run.judge(&verdicts, || it.origin.clone());
                run.summary.given += 1;
            }
            if is_made {
                self.make(&engines, &mut run);
            }
        }
        if run.disagreements.is_empty() {
            return Ok(run.summary);
        }
        Err(Disagreements {
            operation: self.subject.contract().id,
            all: run.disagreements,
        })
    }

    fn make(&self, engines: &Engines, run: &mut Run) {
        let artifact = engines.artifact();
        let maker = Maker::new(self.subject.contract(), artifact);
        let mut tally = Tally::new(artifact);
        let mut texts = BTreeSet::new();
        for seed in (0..self.payloads).map(|i| self.seed.wrapping_add(i)) {
            let (text, context) = maker.make(seed);
            let verdicts = engines.judge(&text, &context);
            tally.add(&verdicts);
            run.judge(&verdicts, || {
                format!("{artifact}, seed {seed:#x}, {context:?}")
            });
            texts.insert(text);
        }
        tally.distinct = u64::try_from(texts.len()).unwrap_or(u64::MAX);
        run.summary.tallies.push(tally);
    }
}

/// What has been seen so far.
#[derive(Default)]
struct Run {
    summary: Summary,
    disagreements: Vec<Disagreement>,
}

impl Run {
    fn judge(&mut self, verdicts: &Verdicts<'_>, origin: impl Fn() -> String) {
        let mut faults = Vec::new();
        match verdicts.agreement() {
            Ok(excuses) => self.summary.excuses.extend(excuses),
            Err(what) => faults.push(what.to_owned()),
        }
        // What is wrong with a URL beside the text has no place in the text.
        if verdicts.context.url.is_none() {
            let findings = verdicts.report.findings.iter();
            faults.extend(
                findings.filter_map(|it| spans::fault(it, verdicts.artifact, verdicts.text)),
            );
        }
        let new = |what| Disagreement::new(what, origin(), verdicts);
        self.disagreements.extend(faults.into_iter().map(new));
    }
}
