//! Files of recorded calls.

use crate::mixed::FORMATS;
use crate::run::{Ran, carnet, carnet_reading};
use crate::tree::Tree;
use carnet_cli::Exit;
use carnet_record::Format;

const SECRET: &str = "sk-live-0123456789";

/// Two calls and what the second brought back, in every format that holds as much.
fn recordings() -> Vec<(&'static str, String)> {
    let ping = r#""7""#;
    vec![
        (
            "calls.sh",
            format!(
                "#!/bin/sh\ncurl -X POST https://api.example.com/customers \\\n  \
                 -H 'Authorization: Bearer {SECRET}' --json '{{\"name\":\"O'\\''Connor\",\"token\":\"{SECRET}\"}}'\n\
                 curl -X POST https://api.example.com/pings -d '{ping}'\n"
            ),
        ),
        (
            "calls.http",
            format!(
                "### first\nPOST https://api.example.com/customers\nAuthorization: Bearer {SECRET}\n\n\
                 {{\"name\":\"O'Connor\",\"token\":\"{SECRET}\"}}\n\n###\nPOST https://api.example.com/pings\n\n{ping}\n"
            ),
        ),
        (
            "calls.msg",
            format!(
                "POST /customers HTTP/1.1\r\nHost: api.example.com\r\nAuthorization: Bearer {SECRET}\r\n\r\n\
                 {{\"name\":\"O'Connor\",\"token\":\"{SECRET}\"}}\r\n\
                 POST /pings HTTP/1.1\r\nHost: api.example.com\r\n\r\n{ping}\r\n"
            ),
        ),
        (
            "calls.har",
            format!(
                r#"{{"log":{{"entries":[
{{"request":{{"method":"POST","url":"https://api.example.com/customers",
  "headers":[{{"name":"Authorization","value":"Bearer {SECRET}"}}],
  "postData":{{"mimeType":"application/json","text":"{{\"name\":\"O\u0027Connor\",\"token\":\"{SECRET}\"}}"}}}}}},
{{"request":{{"method":"POST","url":"https://api.example.com/pings",
  "postData":{{"mimeType":"application/json","text":"\"7\""}}}}}}]}}}}"#
            ),
        ),
    ]
}

/// Operation, entry, rule, and the text that the span covers, of every finding.
fn found(ran: &Ran, file: &str) -> Vec<(String, u64, String, String)> {
    let json = ran.json();
    let mut all = Vec::new();
    for text in json["files"].as_array().unwrap() {
        for finding in text["findings"].as_array().unwrap() {
            let span = &finding["span"];
            let offset = |end: &str| usize::try_from(span[end]["offset"].as_u64().unwrap());
            let (start, end) = (offset("start").unwrap(), offset("end").unwrap());
            let line = 1 + file[..start].matches('\n').count();
            assert_eq!(span["start"]["line"], line, "{finding}");
            assert!(finding.get("fix").is_none());
            all.push((
                text["operation"].as_str().unwrap().to_owned(),
                text["entry"].as_u64().unwrap(),
                finding["rule"].as_str().unwrap().to_owned(),
                file[start..end].to_owned(),
            ));
        }
    }
    all
}

#[test]
fn a_credential_of_a_clean_call_is_masked_where_another_call_repeats_it() {
    let post = "POST https://api.example.com/customers";
    let clean = format!(r#"{{"name":"Ada","token":"{SECRET}"}}"#);
    let text = format!("{post}\n\n{clean}\n\n###\n{post}\n\n{{\"name\":\"{SECRET}\"}}\n");
    let tree = Tree::new("a_credential_of_a_clean_call").with("calls.http", text);
    for format in FORMATS {
        let path = tree.path("calls.http");
        let ran = carnet(&["lint", "--allow", "secret", "--format", format, &path]);
        assert_eq!(ran.exit, Exit::Findings, "{ran:?}");
        assert!(ran.output.contains("max-length"), "{}", ran.output);
        assert!(!ran.output.contains(SECRET), "{}", ran.output);
    }
}

#[test]
fn findings_point_into_the_file_as_it_is() {
    for (name, text) in recordings() {
        let tree = Tree::new("findings_point_into_the_file").with(name, &text);
        let ran = carnet(&["lint", "--format", "json", &tree.path(name)]);
        assert_eq!(
            (ran.exit, ran.errors.as_str()),
            (Exit::Findings, ""),
            "{name}"
        );
        let found = found(&ran, &text);
        let [name_is_long, real_token, ping_is_text] = &found[..] else {
            panic!("{name}: {found:?}")
        };
        assert_eq!(name_is_long.0, "acme.customer.create", "{name}");
        assert_eq!((name_is_long.1, &*name_is_long.2), (0, "max-length"));
        assert!(name_is_long.3.contains("Connor"), "{name_is_long:?}");
        assert_eq!(&*real_token.2, "secret", "{name}");
        assert!(real_token.3.contains(SECRET), "{real_token:?}");
        assert_eq!(ping_is_text.0, "acme.ping.send", "{name}");
        assert_eq!((ping_is_text.1, &*ping_is_text.2), (1, "type"));
        assert!(ping_is_text.3.contains('7'), "{ping_is_text:?}");
    }
}

#[test]
fn no_format_shows_a_credential_of_a_header_or_a_body() {
    for (name, text) in recordings() {
        let tree = Tree::new("no_format_shows_a_credential_of_a_header").with(name, &text);
        for format in FORMATS {
            let ran = carnet(&["lint", "--format", format, &tree.path(name)]);
            assert_eq!(ran.exit, Exit::Findings, "{name}: {format}");
            for shown in [&ran.output, &ran.errors] {
                assert!(!shown.contains(&SECRET[2..]), "{name}: {format}: {shown}");
            }
        }
    }
}

#[test]
fn standard_input_and_other_names_are_recordings_where_somebody_says_so() {
    for (name, text) in recordings() {
        let format = Format::of(name, b"").unwrap();
        let lint = [
            "lint",
            "--format",
            "json",
            "--recorded",
            format.as_str(),
            "-",
        ];
        let ran = carnet_reading(&lint, text.as_bytes());
        assert_eq!(ran.exit, Exit::Findings);
        assert_eq!(found(&ran, &text).len(), 3, "{name}");
        let ran = carnet_reading(
            &["lint", "--format", "json", "--stdin-filename", name, "-"],
            text.as_bytes(),
        );
        assert_eq!(found(&ran, &text).len(), 3, "{name}");
    }
    let ran = carnet_reading(&["lint", "-"], b"{}");
    ran.complains(Exit::Usage, &["--recorded FORMAT"]);
}

#[test]
fn a_folder_is_looked_through_for_recordings() {
    let mut tree = Tree::new("a_folder_is_looked_through_for_recordings");
    for (name, text) in recordings() {
        tree = tree.with(name, text);
    }
    let ran = carnet(&["lint", &tree.path("")]);
    assert_eq!(
        ran.summary(),
        "2 files, 2 failed: 4 errors, 2 warnings, 0 infos (strict)",
        "the archive and the .http file"
    );
}

#[test]
fn an_operation_that_is_named_is_not_recognised() {
    let text = "POST https://elsewhere.example.org/x\n\n\"7\"\n";
    let tree = Tree::new("an_operation_that_is_named").with("a.http", text);
    let path = tree.path("a.http");
    let ran = carnet(&["lint", &path]);
    assert_eq!(ran.exit, Exit::Clean);
    ran.complains(
        Exit::Clean,
        &["a.http: warning: 1 of 1 call belongs to no operation, and is not checked"],
    );
    let ran = carnet(&["lint", "--operation", "acme.ping.send", &path]);
    assert_eq!(ran.exit, Exit::Findings);
    assert!(
        ran.output.contains("entry 0: error[type]"),
        "{}",
        ran.output
    );
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    let text = "curl -X POST https://api.example.com/pings -d 7\ncurl 'https://api.example.com/\n";
    let tree = Tree::new("what_cannot_be_read_is_told").with("a.curl", text);
    let ran = carnet(&["lint", &tree.path("a.curl")]);
    ran.complains(
        Exit::Io,
        &["a.curl:2:6: error: nothing closes this quote", "= help: "],
    );
    assert!(ran.summary().ends_with("1 not read"), "{}", ran.output);

    let text = "PUT https://api.example.com/pings\n\n7\n";
    let ran = carnet_reading(&["lint", "--recorded", "http", "-"], text.as_bytes());
    ran.complains(
        Exit::Clean,
        &["-:1:5: warning: entry 0 is not checked: host and path fit acme.ping.send, the method does not"],
    );
    let quiet = carnet_reading(&["lint", "-q", "--recorded", "http", "-"], text.as_bytes());
    assert_eq!(quiet.errors, "");
    let none = carnet_reading(
        &["lint", "--recorded", "har", "-"],
        br#"{"log":{"entries":[]}}"#,
    );
    none.complains(Exit::Clean, &["no call was found in it"]);
}

#[test]
fn recordings_are_never_rewritten() {
    let text = "POST https://api.example.com/customers\n\n{\"name \":\"Ada\",}\n";
    let tree = Tree::new("recordings_are_never_rewritten").with("a.http", text);
    let path = tree.path("a.http");
    let ran = carnet(&["lint", "--fix", &path]);
    assert_eq!(ran.exit, Exit::Findings);
    assert_eq!(std::fs::read_to_string(path).unwrap(), text);
}

#[test]
fn every_entry_of_an_archive_is_judged() {
    let entry = format!(
        r#"{{"request":{{"method":"POST","url":"https://api.example.com/customers","headers":[{{"name":"Authorization","value":"Bearer {SECRET}"}}],"postData":{{"mimeType":"application/json","text":"{{\"name\":\"too long\"}}"}}}}}}"#
    );
    let entries = vec![entry; 2_000].join(",\n");
    let text = format!(r#"{{"log":{{"entries":[{entries}]}}}}"#);
    let ran = carnet_reading(&["lint", "--recorded", "har", "-"], text.as_bytes());
    assert_eq!(
        ran.summary(),
        "1 file, 1 failed: 2000 errors, 0 warnings, 0 infos (strict)"
    );
    assert!(!ran.output.contains(SECRET));
}

#[test]
fn a_recording_says_itself_how_and_where_it_was_sent() {
    let text = "POST https://api.example.com/customers\n\n{\"name\":\"Ada\"}\n";
    let lint = |context: &[&str]| {
        let args = [&["lint", "--recorded", "http"], context, &["-"]].concat();
        carnet_reading(&args, text.as_bytes())
    };
    let elsewhere =
        format!(r#"{{"method": "PUT", "url": "https://example.org/x?token={SECRET}"}}"#);
    let ran = lint(&["--context", &elsewhere]);
    assert_eq!(ran.output, lint(&[]).output);
    assert!(!ran.output.contains(SECRET));
}
