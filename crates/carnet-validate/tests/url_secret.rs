//! Credentials in URLs and forms are found everywhere and shown nowhere.

use crate::chain::artifact;
use crate::url::{GUEST, with};
use crate::url_contract::GUESTS;
use carnet_core::{Artifact, Profile};
use carnet_validate::{Settings, Surface, lint};

const LIVE: &str = "AbCd1234EfGh5678";

#[test]
fn live_credentials_in_urls() {
    with(&format!("apiKey={LIVE}"))
        .both(&["warning secret query:apiKey"])
        .underlines(LIVE);
    with(&format!("apiKey={LIVE}"))
        .settings(|settings| settings.surface = Surface::Wire)
        .clean();
    with("apiKey=YOUR_API_KEY_1234567").clean();
    let pin = format!("guest=%7B%22name%22:%22Ada%22,%22pin%22:%22{LIVE}%22%7D");
    artifact(&GUESTS, Artifact::RequestForm, pin).both(&["warning secret query:guest#/pin"]);
}

#[test]
fn ranges_cover_credentials_however_they_are_written() {
    let escaped = LIVE.replace('C', "%43");
    for parameters in [
        format!("apiKey={LIVE}"),
        format!("apiKey={LIVE}&apiKey={LIVE}"),
        format!("apikey={LIVE}"),
        format!("apiKye={LIVE}"),
        format!("accesKey={LIVE}"),
        format!("api%4Bey={LIVE}"),
        format!("api+Key={LIVE}"),
        format!("apiKey=x,y {LIVE}"),
        format!("apiKey=\"{LIVE}\""),
        format!("apiKey:{LIVE}"),
        format!("apiKey={{{LIVE}"),
        format!("apiKey=a&{LIVE}"),
        format!("apiKey=a#{LIVE}"),
        format!("apiKey=a%{LIVE}"),
        format!("count=1#&apiKey={LIVE}"),
        format!("guest=%7B%22pin%22:%22{LIVE}%22%7D"),
        format!("guest=%7B%22p\\u0069n%22:%22{LIVE}%22%7D"),
        format!("guest=%7B%22pin%22:{LIVE}%7D"),
        format!("guest=%7B%22pin%22:%22{LIVE}"),
        format!("guest={{\"pin\":\"{LIVE}\"}}"),
        format!("guest=%257B%2522pin%2522%253A%2522{LIVE}%2522%257D"),
        format!("free=%7B%22apiKey%22:%22{LIVE}%22%7D"),
        format!("note=apiKey%3D{LIVE}"),
        format!("apiKey={LIVE}\nhttps://api.example.com/guests?accessKey={LIVE}"),
    ] {
        for start in [
            "https://api.example.com/guests?",
            "api.example.com?",
            "",
            "?",
            "{",
            "https://a:b@c/?",
        ] {
            for text in [
                format!("{start}{parameters}"),
                format!("{start}{GUEST}&{parameters}"),
            ] {
                for artifact in [Artifact::RequestUrl, Artifact::RequestForm] {
                    is_hidden(&text, artifact, LIVE);
                    is_hidden(&text.replace(LIVE, &escaped), artifact, &escaped);
                }
            }
        }
    }
    is_hidden(
        &format!("https://ada:{LIVE}@api.example.com/guests"),
        Artifact::RequestUrl,
        LIVE,
    );
}

fn is_hidden(text: &str, artifact: Artifact, live: &str) {
    for profile in Profile::ALL {
        let settings = Settings {
            profile,
            ..Settings::default()
        };
        let report = lint(&GUESTS, artifact, text.as_bytes(), &settings);
        let mut shown = text.as_bytes().to_vec();
        for secret in report.secrets.iter().rev() {
            shown.drain(secret.clone());
        }
        let shown = String::from_utf8_lossy(&shown);
        assert!(!shown.contains(live), "{text} shown as {shown}");
        for finding in &report.findings {
            let said = format!("{finding:?}");
            let parts = [&LIVE[..6], &LIVE[8..], &live[..6], &live[live.len() - 8..]];
            assert!(
                parts.iter().all(|part| !said.contains(part)),
                "{text}: {said}"
            );
        }
    }
}

/// The letters of the credential come late: what is damaged of it itself may be shown.
fn shows_none_of(text: &[u8], artifact: Artifact) {
    let settings = Settings::default();
    let report = lint(&GUESTS, artifact, text, &settings);
    let mut shown = text.to_vec();
    for secret in report.secrets.iter().rev() {
        shown.drain(secret.clone());
    }
    let (shown, text) = (
        String::from_utf8_lossy(&shown),
        String::from_utf8_lossy(text),
    );
    assert!(
        !shown.contains("EfGh"),
        "{artifact:?} {text} shown as {shown}"
    );
    for finding in &report.findings {
        let said = format!("{finding:?}");
        assert!(!said.contains("EfGh"), "{artifact:?} {text}: {said}");
    }
}

const ARTIFACTS: [Artifact; 4] = [
    Artifact::RequestUrl,
    Artifact::RequestForm,
    Artifact::RequestBody,
    Artifact::ReplyBody,
];

#[test]
fn a_byte_wrong_before_a_credential_does_not_show_it() {
    for text in [
        format!("https://h.x/guests?apiKey={LIVE}&count=1"),
        format!("https://h.x/guests?note=a&accessKey={LIVE}&count=1"),
        format!("count=1&api%4Bey={LIVE}"),
        format!("guest=%7B%22apiKey%22:%22{LIVE}%22%7D"),
        format!("{{\"note\":1,\"apiKey\":\"{LIVE}\"}}"),
    ] {
        let sample = text.as_bytes();
        for at in 0..text.find(LIVE).unwrap() {
            // Nothing is promised where an escape is broken.
            if sample[at.saturating_sub(2)..=at].contains(&b'%') {
                continue;
            }
            let mut shorter = sample.to_vec();
            shorter.remove(at);
            for artifact in ARTIFACTS {
                shows_none_of(&shorter, artifact);
                for &byte in b"&=#%\"{?/@ \n\x00\x80z" {
                    let (mut changed, mut longer) = (sample.to_vec(), sample.to_vec());
                    changed[at] = byte;
                    longer.insert(at, byte);
                    shows_none_of(&changed, artifact);
                    shows_none_of(&longer, artifact);
                }
            }
        }
    }
}

#[test]
fn credentials_are_hidden_in_whatever_a_text_is_taken_for() {
    for text in [
        format!("https://h.x/guests?api%4Bey={LIVE}"),
        format!("https://ada:{LIVE}@h.x/guests"),
        format!("https://h.x/guests?note=a&access%254Bey%3D{LIVE}"),
        format!("{{\"link\":\"https://h.x/guests?api%4Bey={LIVE}\"}}"),
        format!("[\"api%254Bey%253D{LIVE}\"]"),
    ] {
        for artifact in ARTIFACTS {
            is_hidden(&text, artifact, LIVE);
        }
    }
}

#[test]
fn ranges_leave_the_rest_alone() {
    let report = |text: &str| {
        lint(
            &GUESTS,
            Artifact::RequestUrl,
            text.as_bytes(),
            &Settings::default(),
        )
        .secrets
    };
    assert!(report("https://api.example.com/guests?count=1&note=key").is_empty());
    assert_eq!(report("https://x.y/?a=b&apiKey=abc&count=1"), [24..27]);
    assert!(report("https://x.y/?apiKey=&count=1").is_empty());
    assert!(report("https://x.y/?free=%22a@b%22").is_empty());
}

#[test]
fn credentials_of_a_url_beside_a_text_are_not_told() {
    let mut settings = Settings::default();
    settings.context.url = Some(format!(
        "https://api.example.com/guests?apiKey:{LIVE}&apiKey=%{LIVE}"
    ));
    let report = lint(&GUESTS, Artifact::RequestForm, GUEST.as_bytes(), &settings);
    assert!(!report.is_clean());
    assert!(!format!("{:?}", report.findings).contains(LIVE));
}
