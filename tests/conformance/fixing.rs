//! What is fixed without asking, in every case and in every printed payload.
//!
//! The list of all changes is a snapshot: whoever lets a rule fix more reads there what that does to
//! texts with known meanings.

use crate::case;
use crate::sample;
use carnet_core::{Artifact, Contract, Profile, RuleId, Severity};
use carnet_validate::{Settings, fix, lint};
use std::collections::BTreeSet;

/// Bytes of a text that a line shows at most.
const SHOWN: usize = 48;

struct Text {
    name: String,
    contract: &'static Contract,
    artifact: Artifact,
    bytes: Vec<u8>,
    settings: Settings,
}

fn texts(profile: Profile) -> Vec<Text> {
    let cases = case::all().into_iter().map(|case| Text {
        settings: case.settings(profile),
        name: case.name,
        contract: case.contract,
        artifact: case.artifact,
        bytes: case.text,
    });
    let samples = sample::all().into_iter().map(|sample| Text {
        name: sample.path,
        contract: sample.contract,
        artifact: sample.artifact,
        bytes: sample.text,
        settings: Settings {
            profile,
            ..Settings::default()
        },
    });
    cases.chain(samples).collect()
}

#[test]
fn fixing_makes_texts_better_and_ends() {
    for profile in Profile::ALL {
        for text in texts(profile) {
            let Text {
                name,
                contract,
                artifact,
                bytes,
                settings,
            } = text;
            let before = lint(contract, artifact, &bytes, &settings);
            let fixed = fix::fix(contract, artifact, &bytes, &settings);
            assert_eq!(fixed.applied.is_empty(), fixed.text == bytes, "{name}");
            // What stood under a misspelt key was not judged before.
            let is_key = |rule| rule == RuleId::KeySpelling;
            if !fixed.applied.iter().any(|found| is_key(found.rule)) {
                let errors = fixed.report.count(Severity::Error);
                let is_better = errors <= before.count(Severity::Error);
                assert!(is_better, "{name} ({profile})");
                let least = before.findings.len() - usize::from(!fixed.applied.is_empty());
                assert!(fixed.report.findings.len() <= least, "{name} ({profile})");
            }
            let again = fix::fix(contract, artifact, &fixed.text, &settings);
            assert_eq!(again.text, fixed.text, "{name} ({profile})");
            assert_eq!(before.secrets.len(), fixed.report.secrets.len(), "{name}");
            for (was, is) in before.secrets.iter().zip(&fixed.report.secrets) {
                assert_eq!(bytes[was.clone()], fixed.text[is.clone()], "{name}");
            }
        }
    }
}

#[test]
fn every_change_is_one_that_was_read() {
    let mut changes = BTreeSet::new();
    for text in texts(Profile::Strict) {
        let report = lint(text.contract, text.artifact, &text.bytes, &text.settings);
        for finding in &report.findings {
            for edit in finding.fix.iter().flat_map(|fix| &fix.edits) {
                let was = String::from_utf8_lossy(&text.bytes[edit.bytes.clone()]);
                let shown = |text: &str| text.chars().take(SHOWN).collect::<String>();
                let (was, is) = (shown(&was.escape_debug().to_string()), shown(&edit.text));
                changes.insert(format!("{}: {was} => {is}", finding.rule));
            }
        }
    }
    let changes: Vec<_> = changes.into_iter().collect();
    insta::assert_snapshot!("fixes", changes.join("\n"));
}
