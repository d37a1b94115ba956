//! The vendors' printed payloads, and what each of them must yield.

use crate::expectation::Expected;
use carnet_core::{Artifact, Contract, Finding, Profile, Severity};
use carnet_validate::{Report, Settings, lint};
use carnet_vendors::CATALOG;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A printed payload, as `tests/samples/carnet.toml` describes it.
struct Sample {
    path: String,
    contract: &'static Contract,
    artifact: Artifact,
    text: Vec<u8>,
}

#[derive(Deserialize)]
struct Config {
    files: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    glob: String,
    operation: String,
    #[serde(default = "request_body")]
    artifact: String,
}

fn request_body() -> String {
    Artifact::RequestBody.to_string()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

fn all() -> Vec<Sample> {
    let text = fs::read_to_string(folder().join("carnet.toml")).expect("carnet.toml can be read");
    let config: Config = toml::from_str(&text).expect("carnet.toml is as the linter reads it");
    let samples = config.files.into_iter().map(|entry| Sample {
        contract: CATALOG
            .iter()
            .find(|contract| contract.id == entry.operation)
            .unwrap_or_else(|| panic!("no operation is `{}`", entry.operation)),
        artifact: entry.artifact.parse().expect("an artifact"),
        text: fs::read(folder().join(&entry.glob)).expect("every glob here is a path"),
        path: entry.glob,
    });
    samples.collect()
}

fn sample(path: &str) -> Sample {
    let mut samples = all().into_iter();
    samples.find(|sample| sample.path == path).unwrap_or_else(|| panic!("no sample is {path}"))
}

impl Sample {
    fn lint(&self, profile: Profile) -> Report {
        let settings = Settings { profile, ..Settings::default() };
        lint(self.contract, self.artifact, &self.text, &settings)
    }

    fn findings(&self, profile: Profile) -> Vec<String> {
        let report = self.lint(profile);
        report.findings.iter().map(|finding| Expected::from(finding).to_string()).collect()
    }
}

#[test]
fn every_file_is_described_and_every_description_has_a_file() {
    let described: BTreeSet<_> = all().into_iter().map(|sample| sample.path).collect();
    let mut files = BTreeSet::new();
    for vendor in fs::read_dir(folder()).expect("the samples can be read") {
        let vendor = vendor.expect("an entry").path();
        if !vendor.is_dir() {
            continue;
        }
        for file in fs::read_dir(&vendor).expect("the samples can be read") {
            let path = file.expect("an entry").path();
            let path = path.strip_prefix(folder()).expect("it is inside");
            files.insert(path.to_string_lossy().replace('\\', "/"));
        }
    }
    assert_eq!(described, files);
}

/// The skeletons are not JSON: both profiles fail them, and say so before anything else.
#[test]
fn revnue_skeletons_fail_both_profiles_as_no_json() {
    for path in ["revnue/create-customer.request.json", "revnue/create-customer.reply.json"] {
        for profile in Profile::ALL {
            let report = sample(path).lint(profile);
            assert!(!report.passes(), "{path} {profile}");
            let first = &report.findings[0];
            assert_eq!(first.rule.as_str(), "bare-word", "{path} {profile}");
            let of_text = ["bare-word", "trailing-comma", "syntax"];
            for finding in &report.findings {
                assert!(of_text.contains(&finding.rule.as_str()), "{path} {profile}: {finding:?}");
                assert_eq!(finding.severity, Severity::Error, "{path} {profile}");
            }
        }
        assert!(serde_json::from_slice::<Value>(&sample(path).text).is_err(), "{path}");
    }
}

#[test]
fn aptania_request_fails_strict_on_one_point() {
    let found = sample("aptania/create-account.request.json").findings(Profile::Strict);
    assert_eq!(found, ["warning format /TokenUUID AT-04", "error type /ContactProfileID AT-03"]);
}

#[test]
fn aptania_request_passes_lenient_with_one_warning() {
    let found = sample("aptania/create-account.request.json").findings(Profile::Lenient);
    assert_eq!(found, ["warning type /ContactProfileID AT-03"]);
}

#[test]
fn aptania_reply_is_clean() {
    for profile in Profile::ALL {
        assert!(sample("aptania/create-account.reply.json").lint(profile).is_clean(), "{profile}");
    }
}

/// Everything of a finding that a user sees, in this test's own form.
fn shown(findings: &[Finding]) -> Value {
    let position = |finding: &Finding| {
        let span = finding.span.expect("findings have a span");
        format!("{}:{}-{}:{}", span.start.line, span.start.column, span.end.line, span.end.column)
    };
    findings
        .iter()
        .map(|finding| {
            json!({
                "finding": Expected::from(finding).to_string(),
                "message": finding.message,
                "help": finding.help,
                "span": position(finding),
                "source": finding.source.map(|source| {
                    format!("{} § {} ({})", source.url, source.section, source.strength)
                }),
            })
        })
        .collect()
}

#[test]
fn findings_of_the_aptania_request() {
    let sample = sample("aptania/create-account.request.json");
    let strict = shown(&sample.lint(Profile::Strict).findings);
    insta::assert_json_snapshot!("aptania_request_strict", strict);
    let lenient = shown(&sample.lint(Profile::Lenient).findings);
    insta::assert_json_snapshot!("aptania_request_lenient", lenient);
}

#[test]
fn findings_of_the_revnue_request_skeleton() {
    let sample = sample("revnue/create-customer.request.json");
    insta::assert_json_snapshot!("revnue_request_skeleton", shown(&sample.lint(Profile::Strict).findings));
}

#[test]
fn findings_of_the_revnue_reply_skeleton() {
    let sample = sample("revnue/create-customer.reply.json");
    insta::assert_json_snapshot!("revnue_reply_skeleton", shown(&sample.lint(Profile::Strict).findings));
}

/// The payload of the project's demonstration: too long in astral characters, half a contact, and a
/// day that never was.
#[test]
fn findings_of_a_body_with_three_faults() {
    let name = "𝄞".repeat(51);
    let body = format!(
        "{{\n  \"company\": 1,\n  \"name\": \"{name}\",\n  \
         \"contact_person\": {{\"email\": \"ada@example.com\"}},\n  \
         \"nda_signed\": true,\n  \"nda_signed_date\": \"2023-02-29\"\n}}\n"
    );
    let contract = CATALOG.iter().find(|it| it.id == "revnue.customer.create").expect("is there");
    let report = lint(contract, Artifact::RequestBody, body.as_bytes(), &Settings::default());
    insta::assert_json_snapshot!("three_faults", shown(&report.findings));
}
