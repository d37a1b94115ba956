//! Credentials in a payload never come out.

use crate::run::carnet_reading;
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
        for format in ["human", "json"] {
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
            assert!(
                ran.output.contains("token") || ran.output.contains("Token"),
                "{}",
                ran.output
            );
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
