//! One payload before the three engines, as a chain of claims.

use crate::engines::{Engines, Verdicts};
use crate::subject::Subject;
use carnet_core::contract::Outcome;
use carnet_core::{Artifact, Operation, Payload, Profile, Severity};
use carnet_validate::{Context, Report, Settings, lint};
use serde::de::DeserializeOwned;
use std::fmt::Write as _;

/// The JSON body of a request, which its own type reads.
///
/// # Example
/// ```
/// use carnet_testing::request;
/// use carnet_vendors::revnue::CreateCustomer;
///
/// request::<CreateCustomer>(r#"{"company": 1, "name": "Example Ltd"}"#)
///     .accepted()
///     .round_trips();
/// request::<CreateCustomer>(r#"{"company": "1"}"#)
///     .refused(&[("required", "/name"), ("type", "/company")]);
/// ```
///
/// # Panics
/// When the request travels as parameters, and as [`Subject::of`].
#[must_use]
#[track_caller]
pub fn request<O>(body: impl AsRef<[u8]>) -> Trial
where
    O: Operation<Success: Payload, Failure: Payload> + DeserializeOwned,
{
    Trial::new(Subject::of::<O>(), Artifact::RequestBody, body)
}

/// The URL that a call is made with, its parameters in it.
///
/// # Example
/// ```
/// use carnet_testing::url;
/// use carnet_vendors::apptivo::CreateCustomer;
///
/// url::<CreateCustomer>("https://api2.apptivo.com/app/dao/v6/customers?a=save%GG")
///     .lenient()
///     .refused_by("percent-encoding", "query:a");
/// ```
///
/// # Panics
/// When the request is a JSON body: no schema describes where that is sent.
#[must_use]
#[track_caller]
pub fn url<O>(url: impl AsRef<[u8]>) -> Trial
where
    O: Operation<Success: Payload, Failure: Payload>,
{
    Trial::new(Subject::written::<O>(), Artifact::RequestUrl, url)
}

/// The parameters of a call, in a form body.
///
/// # Panics
/// When the request is a JSON body.
#[must_use]
#[track_caller]
pub fn form<O>(body: impl AsRef<[u8]>) -> Trial
where
    O: Operation<Success: Payload, Failure: Payload>,
{
    Trial::new(Subject::written::<O>(), Artifact::RequestForm, body)
}

/// The body of a reply.
///
/// # Example
/// ```
/// use carnet_testing::reply;
/// use carnet_vendors::revnue::CreateCustomer;
///
/// reply::<CreateCustomer>(r#"{"id": 42, "name": "Example Ltd"}"#)
///     .status(201)
///     .accepted()
///     .is_success()
///     .round_trips();
/// ```
#[must_use]
#[track_caller]
pub fn reply<O>(body: impl AsRef<[u8]>) -> Trial
where
    O: Operation<Success: Payload, Failure: Payload>,
{
    Trial::new(Subject::written::<O>(), Artifact::ReplyBody, body)
}

/// One payload, and claims about it.
///
/// [`request`], [`url`], [`form`] and [`reply`] begin a chain. First comes what is known besides
/// the payload, then what is claimed. Every claim runs all engines over the payload, and panics
/// with their verdicts where they disagree or where the claim is wrong.
#[derive(Debug)]
pub struct Trial {
    engines: Engines,
    text: Vec<u8>,
    context: Context,
    profile: Profile,
}

#[allow(
    clippy::must_use_candidate,
    reason = "a claim is made for its panic, and a chain ends with one"
)]
impl Trial {
    /// A payload of an operation, however its bodies are read.
    ///
    /// # Panics
    /// When no schema describes the artifact: see [`Subject::artifacts`].
    #[must_use]
    #[track_caller]
    pub fn new(subject: Subject, artifact: Artifact, text: impl AsRef<[u8]>) -> Self {
        Self {
            engines: Engines::new(subject, artifact),
            text: text.as_ref().to_vec(),
            context: Context::default(),
            profile: Profile::Strict,
        }
    }

    /// Claims are about the lenient profile. That the engines agree is a matter of the strict one
    /// still: schemas know no other.
    #[must_use]
    pub const fn lenient(mut self) -> Self {
        self.profile = Profile::Lenient;
        self
    }

    /// The HTTP status that a reply came with.
    #[must_use]
    pub const fn status(mut self, status: u16) -> Self {
        self.context.http_status = Some(status);
        self
    }

    /// Everything that is known besides the payload.
    #[must_use]
    pub fn context(mut self, context: Context) -> Self {
        self.context = context;
        self
    }

    /// No finding is an error.
    #[track_caller]
    pub fn accepted(&self) -> &Self {
        let (verdicts, report) = self.judge();
        if !report.passes() {
            self.fail("it is not accepted", &verdicts, &report);
        }
        self
    }

    /// There is no finding at all.
    #[track_caller]
    pub fn clean(&self) -> &Self {
        let (verdicts, report) = self.judge();
        if !report.is_clean() {
            self.fail("there are findings", &verdicts, &report);
        }
        self
    }

    /// The errors are these, each a rule and a place, in any order; warnings do not count.
    #[track_caller]
    pub fn refused(&self, errors: &[(&str, &str)]) -> &Self {
        self.finds(Severity::Error, errors)
    }

    /// There is an error of this rule at this place, whatever else is found.
    #[track_caller]
    pub fn refused_by(&self, rule: &str, place: &str) -> &Self {
        let (verdicts, report) = self.judge();
        if !found(&report, Severity::Error).contains(&(rule.to_owned(), place.to_owned())) {
            let what = format!("there is no error[{rule}] {place}");
            self.fail(&what, &verdicts, &report);
        }
        self
    }

    /// It is accepted, and the warnings are these, each a rule and a place, in any order.
    #[track_caller]
    pub fn warned(&self, warnings: &[(&str, &str)]) -> &Self {
        self.accepted().finds(Severity::Warning, warnings)
    }

    /// Decoding it and writing it again keeps every member that its type knows.
    #[track_caller]
    pub fn round_trips(&self) -> &Self {
        let (verdicts, report) = self.judge();
        if let Err(why) = verdicts.round_trip() {
            self.fail(&why, &verdicts, &report);
        }
        self
    }

    /// The reply says that the vendor did what was asked.
    #[track_caller]
    pub fn is_success(&self) -> &Self {
        self.is(Outcome::Success)
    }

    /// The reply is the vendor's documented refusal.
    #[track_caller]
    pub fn is_failure(&self) -> &Self {
        self.is(Outcome::Failure)
    }

    #[track_caller]
    fn is(&self, outcome: Outcome) -> &Self {
        let (verdicts, report) = self.judge();
        if report.outcome != Some(outcome) {
            let what = format!("it is no {}", outcome.as_str());
            self.fail(&what, &verdicts, &report);
        }
        self
    }

    #[track_caller]
    fn finds(&self, severity: Severity, expected: &[(&str, &str)]) -> &Self {
        let (verdicts, report) = self.judge();
        let mut found = found(&report, severity);
        let mut lines = String::new();
        for (rule, place) in expected {
            let known = |it: &(String, String)| it.0 == *rule && it.1 == *place;
            match found.iter().position(known) {
                // Taken away, so that the same finding twice is a difference.
                Some(at) => drop(found.remove(at)),
                None => {
                    // Writing to a `String` cannot fail.
                    let _ = write!(lines, "\n  - {severity}[{rule}] {place}");
                }
            }
        }
        for (rule, place) in &found {
            let _ = write!(lines, "\n  + {severity}[{rule}] {place}");
        }
        if !lines.is_empty() {
            let what =
                format!("findings differ (- claimed, not found; + found, not claimed):{lines}");
            self.fail(&what, &verdicts, &report);
        }
        self
    }

    /// What everyone says, and what the validator says under the profile of the claims.
    #[track_caller]
    fn judge(&self) -> (Verdicts<'_>, Report) {
        let verdicts = self.engines.judge(&self.text, &self.context);
        let settings = Settings {
            profile: self.profile,
            context: self.context.clone(),
            ..Settings::default()
        };
        let contract = self.engines.subject().contract();
        let report = lint(contract, self.engines.artifact(), &self.text, &settings);
        if let Err(what) = verdicts.agreement() {
            self.fail(what, &verdicts, &report);
        }
        (verdicts, report)
    }

    #[track_caller]
    fn fail(&self, what: &str, verdicts: &Verdicts<'_>, report: &Report) -> ! {
        let id = self.engines.subject().contract().id;
        let artifact = self.engines.artifact();
        let mut lenient = String::new();
        if self.profile == Profile::Lenient {
            lenient.push_str("  validator, lenient:\n");
            for it in &report.findings {
                let (severity, rule, at, message) = (it.severity, it.rule, &it.at, &it.message);
                let _ = writeln!(lenient, "    {severity}[{rule}] {at}: {message}");
            }
        }
        panic!("{id} {artifact}: {what}\n{verdicts}{lenient}")
    }
}

fn found(report: &Report, severity: Severity) -> Vec<(String, String)> {
    let findings = report.findings.iter().filter(|it| it.severity == severity);
    findings
        .map(|it| (it.rule.to_string(), it.at.to_string()))
        .collect()
}
