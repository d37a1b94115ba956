//! `carnet encode`.

use crate::run::{carnet, carnet_reading};
use carnet_cli::Exit;

#[test]
fn a_request_is_printed_with_its_credentials_masked() {
    let text = br#"{ "token": "sk-live-0123456789", "name": "Ada" }"#;
    let ran = carnet_reading(&["encode", "acme.customer.create"], text);
    assert_eq!((ran.exit, ran.errors.as_str()), (Exit::Clean, ""));
    let expected = "\
POST /customers HTTP/1.1
Host: api.example.com
authorization: Bearer ********
content-type: application/json

{\"name\":\"Ada\",\"token\":\"********\"}
";
    assert_eq!(lines_sorted(&ran.output), lines_sorted(expected));
}

/// Headers have no order.
fn lines_sorted(request: &str) -> Vec<&str> {
    let mut lines: Vec<_> = request.lines().collect();
    lines[1..].sort_unstable();
    lines
}

#[test]
fn a_base_of_ones_own_replaces_the_host() {
    let args = [
        "encode",
        "acme.customer.create",
        "--base",
        "http://localhost:8080/mock",
    ];
    let ran = carnet_reading(&args, br#"{"name":"Ada"}"#);
    assert!(
        ran.output
            .starts_with("POST /mock/customers HTTP/1.1\nHost: localhost:8080\n"),
        "{ran:?}"
    );
    let args = [
        "encode",
        "acme.customer.create",
        "--base",
        "ftp://localhost",
    ];
    carnet(&args).complains(Exit::Usage, &["is no base URL", "--base https://"]);
}

#[test]
fn a_refusal_shows_every_finding_in_the_text_that_was_read() {
    let text = b"{\n  \"nmae\": \"Ada\",\n  \"kind\": \"robot\"\n}";
    let ran = carnet_reading(&["encode", "acme.customer.create"], text);
    assert_eq!(ran.output, "");
    let said = [
        "-:2:3: error[unknown-key] the key `nmae` is not documented, and `name` is missing\n",
        "-:3:11: error[enum] ",
        "3 |   \"kind\": \"robot\"",
        "nothing encoded: acme.customer.create does not take this payload (strict)",
    ];
    ran.complains(Exit::Findings, &said);
}

#[test]
fn the_profile_decides() {
    let text = br#"{"name":"Ada Lovelace"}"#;
    let encode = ["encode", "acme.customer.create", "--profile"];
    let strict = carnet_reading(&[&encode[..], &["strict"]].concat(), text);
    strict.complains(Exit::Findings, &["error[max-length]", "AC-01"]);
    let lenient = carnet_reading(&[&encode[..], &["lenient"]].concat(), text);
    assert_eq!(lenient.exit, Exit::Clean, "{lenient:?}");
}

#[test]
fn anything_that_is_no_json_is_refused() {
    for text in [&b""[..], b"\xff", b"{", b"[1]", b"{}{}", b"1"] {
        let ran = carnet_reading(&["encode", "acme.customer.create"], text);
        ran.complains(Exit::Findings, &["-:1:", "error["]);
        assert_eq!(ran.output, "");
    }
    carnet(&["encode", "acme.customer"]).complains(Exit::Usage, &["no operation is called"]);
}
