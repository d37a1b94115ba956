//! The vendors' printed payloads, and what each of them must yield.

use crate::expectation::Expected;
use carnet_cli::{Exit, Streams, Style, run};
use carnet_core::{Artifact, Contract, Profile, RuleId, Severity};
use carnet_validate::{Report, Settings, lint};
use carnet_vendors::CATALOG;
use serde::Deserialize;
use serde_json::Value;
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
    samples
        .find(|sample| sample.path == path)
        .unwrap_or_else(|| panic!("no sample is {path}"))
}

impl Sample {
    fn lint(&self, profile: Profile) -> Report {
        let settings = Settings {
            profile,
            ..Settings::default()
        };
        lint(self.contract, self.artifact, &self.text, &settings)
    }

    fn findings(&self, profile: Profile) -> Vec<String> {
        let report = self.lint(profile);
        report
            .findings
            .iter()
            .map(|finding| Expected::from(finding).to_string())
            .collect()
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

/// The skeletons are not JSON: both profiles fail them, and say so once for every place.
#[test]
fn revnue_skeletons_fail_both_profiles_as_no_json() {
    for (path, bare_words, trailing_commas) in [
        // Four integers, the list of types, two flags, the list of a value's types.
        ("revnue/create-customer.request.json", 8, 1),
        // Three integers, the list of types, two flags, `key: value,...`.
        ("revnue/create-customer.reply.json", 7, 0),
    ] {
        assert!(
            serde_json::from_slice::<Value>(&sample(path).text).is_err(),
            "{path}"
        );
        for profile in Profile::ALL {
            let report = sample(path).lint(profile);
            let errors = |rule| {
                let findings = report.findings.iter();
                findings
                    .filter(|it| it.rule == rule && it.severity == Severity::Error)
                    .count()
            };
            assert!(!report.passes(), "{path} {profile}");
            assert_eq!(errors(RuleId::BareWord), bare_words, "{path} {profile}");
            assert_eq!(
                errors(RuleId::TrailingComma),
                trailing_commas,
                "{path} {profile}"
            );
            assert_eq!(errors(RuleId::Syntax), 0, "{path} {profile}");
        }
    }
}

#[test]
fn aptania_request_fails_strict_on_one_point() {
    let found = sample("aptania/create-account.request.json").findings(Profile::Strict);
    assert_eq!(
        found,
        [
            "warning format /TokenUUID AT-04",
            "error type /ContactProfileID AT-03"
        ]
    );
}

#[test]
fn aptania_request_passes_lenient_with_one_warning() {
    let found = sample("aptania/create-account.request.json").findings(Profile::Lenient);
    assert_eq!(found, ["warning type /ContactProfileID AT-03"]);
}

#[test]
fn aptania_reply_is_clean() {
    for profile in Profile::ALL {
        assert!(
            sample("aptania/create-account.reply.json")
                .lint(profile)
                .is_clean(),
            "{profile}"
        );
    }
}

/// What the command prints.
fn printed(arguments: &[&str], input: &str) -> String {
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let streams = Streams {
        input: &mut input.as_bytes(),
        output: &mut output,
        errors: &mut errors,
        style: Style::PLAIN,
    };
    let command = ["carnet", "lint"].iter().chain(arguments);
    let exit = run(CATALOG, command.copied(), streams);
    let errors = String::from_utf8_lossy(&errors);
    assert!(
        matches!(exit, Exit::Clean | Exit::Findings),
        "{exit:?}: {errors}"
    );
    String::from_utf8(output).expect("output is UTF-8")
}

fn printed_json(arguments: &[&str], input: &str) -> Value {
    let text = printed(&[&["--format", "json"], arguments].concat(), input);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

#[test]
fn json_of_the_aptania_request_strict() {
    let json = printed_json(&["samples/aptania/create-account.request.json"], "");
    insta::assert_json_snapshot!("aptania_request_strict", json);
}

#[test]
fn json_of_the_aptania_request_lenient() {
    let path = "samples/aptania/create-account.request.json";
    let json = printed_json(&["--profile", "lenient", path], "");
    insta::assert_json_snapshot!("aptania_request_lenient", json);
}

#[test]
fn json_of_the_aptania_reply() {
    let json = printed_json(&["samples/aptania/create-account.reply.json"], "");
    insta::assert_json_snapshot!("aptania_reply", json);
}

#[test]
fn people_read_the_aptania_request() {
    let text = printed(&["samples/aptania/create-account.request.json"], "");
    insta::assert_snapshot!("aptania_request_human", text);
}

#[test]
fn people_read_the_revnue_request_skeleton() {
    let text = printed(&["samples/revnue/create-customer.request.json"], "");
    insta::assert_snapshot!("revnue_request_skeleton_human", text);
}

#[test]
fn people_read_the_revnue_reply_skeleton() {
    let text = printed(&["samples/revnue/create-customer.reply.json"], "");
    insta::assert_snapshot!("revnue_reply_skeleton_human", text);
}

/// A name too long in astral characters, half a contact, and a day that never was.
fn three_faults() -> String {
    format!(
        "{{\n  \"company\": 1,\n  \"name\": \"{}\",\n  \
         \"contact_person\": {{\"email\": \"ada@example.com\"}},\n  \
         \"nda_signed\": true,\n  \"nda_signed_date\": \"2023-02-29\"\n}}\n",
        "𝄞".repeat(51),
    )
}

#[test]
fn json_of_a_body_with_three_faults() {
    let arguments = ["--operation", "revnue.customer.create", "-"];
    insta::assert_json_snapshot!("three_faults", printed_json(&arguments, &three_faults()));
}

#[test]
fn people_read_a_body_with_three_faults() {
    let arguments = ["--operation", "revnue.customer.create", "-"];
    insta::assert_snapshot!("three_faults_human", printed(&arguments, &three_faults()));
}
