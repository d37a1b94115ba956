//! Credentials are found everywhere and shown nowhere.

use crate::chain::{text, with};
use crate::contract::PEOPLE;
use carnet_core::{Artifact, Profile};
use carnet_validate::{Settings, Surface, lint};

const LIVE: &str = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

#[test]
fn live_credentials_in_files() {
    with(&format!("\"key\":\"{LIVE}\"")).both(&["warning secret /key"]);
    with(&format!("\"key\":\"{LIVE}\""))
        .settings(|settings| settings.surface = Surface::Wire)
        .clean();
    with("\"key\":\"<key>\"").clean();
}

#[test]
fn ranges_cover_credentials_however_they_are_written() {
    for written in [
        format!("{{\"key\":\"{LIVE}\"}}"),
        format!("{{\"k\\u0065y\":\"{LIVE}\"}}"),
        format!("{{\"KEY \": \"{LIVE}\"}}"),
        format!("{{\"keyy\": \"{LIVE}\"}}"),
        format!("{{\"key\":\"{LIVE}\",\"key\":\"x\"}}"),
        format!("{{\"key\":{LIVE}}}"),
        format!("{{\"key\":'{LIVE}'}}"),
        format!("{{\"key\":[{{\"a\":\"{LIVE}\"}}]}}"),
        format!("{{\"key\":\"{LIVE}"),
        format!("{{\"key\":\"a\\x{LIVE}\"}}"),
        format!("key: {LIVE}"),
        format!("key={LIVE}&a=b"),
        format!("oops \"Key\" : \"{LIVE}\" oops"),
        format!("{{\"free\":\"{{\\\"key\\\":\\\"{LIVE}\\\"}}\"}}"),
        format!("{{\"free\":[{{\"key\":\"{LIVE}\"}}]}}"),
        format!("{{\"key\" \"{LIVE}\"}}"),
    ] {
        for profile in Profile::ALL {
            let settings = Settings {
                profile,
                ..Settings::default()
            };
            let report = lint(
                &PEOPLE,
                Artifact::RequestBody,
                written.as_bytes(),
                &settings,
            );
            let mut shown = written.clone();
            for secret in report.secrets.iter().rev() {
                shown.replace_range(secret.clone(), "…");
            }
            assert!(!shown.contains(LIVE), "{written} shown as {shown}");
            for finding in &report.findings {
                let said = format!("{finding:?}");
                assert!(!said.contains(&LIVE[..8]), "{written}: {said}");
            }
            let apart = report
                .secrets
                .windows(2)
                .all(|pair| pair[0].end < pair[1].start);
            assert!(apart, "{:?}", report.secrets);
        }
    }
}

#[test]
fn ranges_leave_the_rest_alone() {
    let written = "{\"key\":\"\",\"name\":\"Ada\",\"free\":{\"monkey\":\"b\"}}";
    let report = text(written).report(Profile::Strict);
    assert!(report.secrets.is_empty());
    let written = "{\"key\": \"abc\" , \"name\":\"Ada\"}";
    let report = text(written).report(Profile::Strict);
    assert_eq!(report.secrets.first(), Some(&(9..12)));
    assert_eq!(report.secrets.len(), 1);
}
