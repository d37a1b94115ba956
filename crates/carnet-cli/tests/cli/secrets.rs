//! Credentials in a payload never come out.

use crate::mixed::{self, FORMATS, SECRETS};
use crate::run::carnet_reading;
use crate::tree::Tree;
use carnet_cli::Exit;

const SECRET: &str = "sk-live-0123456789";

/// Every line that a payload can put a credential on, with things to complain about around it.
fn texts() -> Vec<String> {
    vec![
        format!(r#"{{"token":"{SECRET}","nmae":1,"name":"too long"}}"#),
        format!("{{\n  \"name\": \"x\",\n  \"token\": \"{SECRET}\",\n}}"),
        format!(r#"{{"name":"{SECRET}","token":"{SECRET}"}}"#),
        format!(r#"{{"Token ":"{SECRET}","{SECRET}":1}}"#),
        format!(r#"{{"token":"{SECRET}""#),
        format!(
            r#"{{"token":"\u0073{}","name":"x","{SECRET}":2}}"#,
            &SECRET[1..]
        ),
        format!("{{'token':'{SECRET}'}}"),
    ]
}

#[test]
fn no_format_shows_a_credential() {
    for text in texts() {
        for format in FORMATS {
            let lint = [
                "lint",
                "--operation",
                "acme.customer.create",
                "--format",
                format,
                "-",
            ];
            let ran = carnet_reading(&lint, text.as_bytes());
            assert_ne!(ran.exit, Exit::Usage);
            if format == "human" {
                let output = ran.output.to_lowercase();
                assert!(output.contains("token"), "{output}");
            }
            for shown in [&ran.output, &ran.errors] {
                assert!(!shown.contains(SECRET), "{shown}");
                assert!(!shown.contains(&SECRET[1..]), "{shown}");
            }
        }
    }
}

#[test]
fn stars_keep_the_columns() {
    let text = r#"{"token":"gehéim","name":"too long"}"#;
    let lint = ["lint", "--operation", "acme.customer.create", "-"];
    let ran = carnet_reading(&lint, text.as_bytes());
    let quoted = r#"1 | {"token":"******","name":"too long"}"#;
    let underline = format!("  | {}^^^^^^^^^^\n", " ".repeat(25));
    assert!(ran.output.contains(quoted), "{}", ran.output);
    assert!(ran.output.contains(&underline), "{}", ran.output);
}

#[test]
fn a_credential_without_an_end_is_masked_where_it_stands() {
    let secret = "s".repeat(1_000_000);
    let text = format!("{{\"name\":1,\"token\":\"{secret}");
    let lint = ["lint", "--operation", "acme.customer.create", "-"];
    let ran = carnet_reading(&lint, text.as_bytes());
    assert_eq!(ran.exit, Exit::Findings);
    assert!(!ran.output.contains("sss"), "{}", ran.output);
}

/// What may not come out: the secrets, and a part of each that is telling enough.
fn hidden() -> Vec<&'static str> {
    let halves = SECRETS.map(|secret| {
        let (at, _) = secret
            .char_indices()
            .nth(secret.chars().count() / 2)
            .unwrap();
        &secret[at..]
    });
    [&SECRETS[..], &halves].concat()
}

#[test]
fn no_format_shows_a_credential_of_mixed_payloads() {
    let tree = mixed::folder("no_format_shows_a_credential");
    let out = Tree::new("written_by_no_format_shows_a_credential");
    let missing = tree.path("missing.customer.json");
    for format in FORMATS {
        let file = out.path(format);
        let formats = ["--format", format, &missing, "--deny", "warnings"];
        let shown = mixed::lint(&tree, &formats);
        assert!(shown.output.len() > 100, "{shown:?}");
        let with_file = format!("{format}={file}");
        let filed = mixed::lint(&tree, &["--format", &with_file, &missing]);
        let written = std::fs::read_to_string(file).unwrap();
        for text in [&shown.output, &shown.errors, &filed.errors, &written] {
            for secret in hidden() {
                assert!(!text.contains(secret), "{format} shows {secret}: {text}");
            }
        }
    }
}

#[test]
fn the_mixed_payloads_hold_what_is_looked_for() {
    let tree = mixed::folder("the_mixed_payloads_hold");
    let files = std::fs::read_dir(tree.path("")).unwrap();
    let files = files.map(|file| file.unwrap().path());
    let texts = files.filter_map(|file| std::fs::read_to_string(file).ok());
    let text: String = texts.collect();
    for secret in hidden() {
        assert!(text.contains(secret), "{secret}");
    }
}

#[test]
fn no_format_shows_a_credential_of_the_context() {
    let [secret, ..] = SECRETS;
    let context =
        format!(r#"{{"url":"https://api.example.com/orders?apiKey={secret}&{secret}=1"}}"#);
    let tree = Tree::new("a_credential_of_the_context")
        .with("context.json", context)
        .with("order.form", "a=order");
    for format in FORMATS {
        let ran = crate::run::carnet(&[
            "lint",
            "--format",
            format,
            "--operation",
            "acme.order.place",
            "--artifact",
            "request-form",
            "--context",
            &tree.path("context.json"),
            &tree.path("order.form"),
        ]);
        assert_eq!(ran.exit, Exit::Findings, "{ran:?}");
        for text in [&ran.output, &ran.errors] {
            assert!(!text.contains(secret), "{format}: {text}");
        }
    }
}
