//! The vendors' printed payloads, and what each of them must yield.

use crate::expectation::Expected;
use crate::sample::{Sample, all};
use carnet_cli::{Environment, Exit, Streams, Style, run};
use carnet_core::{Profile, RuleId, Severity};
use carnet_validate::{Report, Settings, lint};
use carnet_vendors::CATALOG;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
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

/// What a sample must yield: passed, and errors and warnings.
type Outcome = (bool, usize, usize);

const PASSES: Outcome = (true, 0, 0);

/// The vendors' own payloads, strict and lenient: what a careful reader of their pages would say.
const OUTCOMES: &[(&str, Outcome, Outcome)] = &[
    // As printed, no HTTP library sends it.
    ("apptivo/create.request.url", (false, 1, 0), (true, 0, 1)),
    ("apptivo/create.encoded.request.url", PASSES, PASSES),
    // Words in capitals for values, and a missing `=`.
    (
        "apptivo/create.template.request.url",
        (false, 2, 0),
        (false, 1, 1),
    ),
    (
        "apptivo/update-by-name.request.url",
        (false, 1, 2),
        (true, 0, 1),
    ),
    // `undefined`, twice.
    (
        "apptivo/update-by-name.encoded.request.url",
        (true, 0, 2),
        PASSES,
    ),
    (
        "apptivo/update-by-contact.request.url",
        (false, 1, 1),
        (true, 0, 1),
    ),
    // One communication id is both kept and removed.
    (
        "apptivo/update-by-contact.encoded.request.url",
        (true, 0, 1),
        PASSES,
    ),
    // Words in capitals for values; another name, and the id of leads.
    (
        "apptivo/update.template.request.url",
        (false, 7, 1),
        (false, 4, 3),
    ),
    // The author broke them off.
    ("apptivo/create.reply.json", (false, 2, 0), (false, 2, 0)),
    (
        "apptivo/update-by-name.reply.json",
        (false, 1, 0),
        (false, 1, 0),
    ),
    (
        "apptivo/update-by-contact.reply.json",
        (false, 1, 0),
        (false, 1, 0),
    ),
    // A text where the table says integer; a token that is no UUID.
    (
        "aptania/create-account.request.json",
        (false, 1, 1),
        (true, 0, 1),
    ),
    ("aptania/create-account.reply.json", PASSES, PASSES),
    // `YYYY-MM-DD`, twice.
    ("kapture/add.request.json", (false, 2, 0), (false, 2, 0)),
    // Two days without a time, and no customer_id.
    ("kapture/select.request.json", (false, 3, 0), (true, 0, 3)),
    ("kapture/search.request.json", PASSES, PASSES),
    // A blank at the end of a key; four keys of the account.
    ("kapture/update.request.json", (false, 1, 4), (true, 0, 1)),
    // Nothing says which customer.
    ("kapture/add-contacts.request.json", (true, 0, 1), PASSES),
    // Plain HTTP.
    ("kapture/add.request.url", (false, 1, 0), (true, 0, 1)),
    ("kapture/select.request.url", (false, 1, 0), (true, 0, 1)),
    ("kapture/search.request.url", (false, 1, 0), (true, 0, 1)),
    ("kapture/update.request.url", (false, 1, 0), (true, 0, 1)),
    (
        "kapture/add-contacts.request.url",
        (false, 1, 0),
        (true, 0, 1),
    ),
    // A semicolon after the object.
    ("kapture/add.reply.json", (false, 1, 0), (true, 0, 1)),
    (
        "kapture/add-contacts.reply.json",
        (false, 1, 0),
        (true, 0, 1),
    ),
    // A comma before the bracket.
    ("kapture/select.reply.json", (false, 1, 0), (true, 0, 1)),
    // A blank at the end of a key.
    ("kapture/search.reply.json", (false, 1, 0), (true, 0, 1)),
    // Neither a comma nor a single brace where they belong.
    ("kapture/update.reply.json", (false, 2, 0), (false, 2, 0)),
    ("kapture/add.failure.json", PASSES, PASSES),
    ("kapture/select.failure.json", PASSES, PASSES),
    ("kapture/search.failure.json", PASSES, PASSES),
    ("kapture/update.failure.json", PASSES, PASSES),
    ("kapture/add-contacts.failure.json", PASSES, PASSES),
    // The URL is that of an account, which the page does not name.
    (
        "revnue/create-customer.request.url",
        (false, 1, 0),
        (false, 1, 0),
    ),
    ("aptania/create-account.request.url", PASSES, PASSES),
    // Skeletons: names of types for values.
    (
        "revnue/create-customer.request.json",
        (false, 12, 1),
        (false, 11, 1),
    ),
    (
        "revnue/create-customer.reply.json",
        (false, 9, 0),
        (false, 9, 0),
    ),
];

#[test]
fn every_sample_yields_what_its_page_deserves() {
    let known: BTreeMap<_, _> = OUTCOMES
        .iter()
        .map(|(path, strict, lenient)| (*path, [*strict, *lenient]))
        .collect();
    let mut faults = Vec::new();
    for sample in all() {
        let outcome = Profile::ALL.map(|profile| {
            let report = sample.lint(profile);
            let count = |severity| report.count(severity);
            (
                report.passes(),
                count(Severity::Error),
                count(Severity::Warning),
            )
        });
        if known.get(&*sample.path) != Some(&outcome) {
            let expected = known.get(&*sample.path);
            faults.push(format!("{}: {outcome:?}, not {expected:?}", sample.path));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Everything that is found in every sample, under a name of its own.
#[test]
fn findings_of_every_sample() {
    for sample in all() {
        let text: String = Profile::ALL
            .into_iter()
            .map(|profile| format!("{profile}\n  {}\n", sample.findings(profile).join("\n  ")))
            .collect();
        let name = sample.path.replace(['/', '.', '-'], "_");
        insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "snapshots/samples" }, {
            insta::assert_snapshot!(name, text);
        });
    }
}

/// The encoded URLs are the printed ones, and nothing else is changed.
#[test]
fn encoded_urls_are_the_printed_ones() {
    for name in ["create", "update-by-name", "update-by-contact"] {
        let printed = sample(&format!("apptivo/{name}.request.url")).text;
        let encoded = sample(&format!("apptivo/{name}.encoded.request.url")).text;
        let decoded: Vec<u8> = percent_encoding::percent_decode(&encoded).collect();
        assert_eq!(decoded, printed, "{name}");
    }
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
        environment: Environment::default(),
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
