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

/// A request file whose second call has a variable that it does not define.
const OPEN: &str = "@name = Ada\nPOST https://api.example.com/customers\n\n{\"name\":\"{{name}}\"}\n\n\
                    ###\nPOST https://api.example.com/pings?id={{call}}\n\n7\n";

#[test]
fn variables_that_stay_open_are_told_and_fail_nothing() {
    let tree = Tree::new("variables_that_stay_open").with("a.http", OPEN);
    let path = tree.path("a.http");
    let lint = |more: &[&str]| carnet(&[&["lint"], more, &[&path]].concat());
    let ran = lint(&[]);
    let said = [
        "a.http:7:39: info: a variable stands in the URL that this file does not define",
        "= help: what it stands for is not checked: add a line `@name = value`",
    ];
    ran.complains(Exit::Clean, &said);
    assert_eq!(ran.exit, Exit::Clean, "{ran:?}");
    // The variable adds nothing to what fails without it.
    let closed = OPEN.replace("{{call}}", "1");
    let denied = ["lint", "--deny", "warnings", "--recorded", "http", "-"];
    let of = |text: &str| {
        carnet_reading(&denied, text.as_bytes())
            .summary()
            .to_owned()
    };
    assert_eq!(of(OPEN), of(&closed));
    assert_eq!(lint(&["--quiet"]).errors, "");
    assert_eq!(
        ran.errors.matches(": info: a variable").count(),
        1,
        "{}",
        ran.errors
    );
}

#[test]
fn what_an_open_variable_is_a_part_of_has_no_findings() {
    let text = "POST https://api.example.com/customers\n\n\
                {\"name\":{{name}},\"kind\":\"the {{kind}}\",\"nmae\":7}\n";
    let ran = carnet_reading(&["lint", "--recorded", "http", "-"], text.as_bytes());
    assert_eq!(
        ran.errors.matches(": info: a variable").count(),
        2,
        "{ran:?}"
    );
    let heads: Vec<_> = ran
        .output
        .lines()
        .filter(|line| line.contains('['))
        .collect();
    let [only] = heads[..] else { panic!("{ran:?}") };
    assert!(only.contains("error[unknown-key] the key `nmae`"), "{only}");
}

#[test]
fn what_a_browser_asks_before_a_call_is_no_near_miss() {
    let text =
        "OPTIONS https://api.example.com/pings\n\n###\nPUT https://api.example.com/pings\n\n7\n";
    let ran = carnet_reading(&["lint", "--recorded", "http", "-"], text.as_bytes());
    assert!(ran.errors.contains("entry 1 is not checked"), "{ran:?}");
    assert!(!ran.errors.contains("entry 0 is not checked"), "{ran:?}");
    assert!(
        ran.errors.contains("1 of 2 calls belongs to no operation"),
        "{ran:?}"
    );
}

#[test]
fn formats_of_programs_tell_what_people_are_told() {
    let tree = Tree::new("formats_of_programs_tell").with("a.http", OPEN);
    let path = tree.path("a.http");
    let lint = |format: &str| carnet(&["lint", "--format", format, &path]);
    let message = "a variable stands in the URL that this file does not define";
    let told = serde_json::json!({
        "path": path, "line": 7, "column": 39, "severity": "info", "message": message,
        "help": "what it stands for is not checked: add a line `@name = value`",
    });
    assert_eq!(lint("json").json()["told"], serde_json::json!([told]));
    let ran = lint("ndjson");
    let mut lines = ran.output.lines().rev().skip(1);
    let of_ndjson: serde_json::Value = serde_json::from_str(lines.next().unwrap()).unwrap();
    assert_eq!(of_ndjson, serde_json::json!({"told": told}));

    let sarif = lint("sarif").json();
    let invocation = &sarif["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], true);
    let notification = &invocation["toolExecutionNotifications"][0];
    assert_eq!(notification["level"], "note");
    assert_eq!(notification["message"]["text"], message);
    let region = &notification["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        (&region["startLine"], &region["startColumn"]),
        (&7.into(), &39.into())
    );

    let github = lint("github").output;
    let annotation = format!("a.http,line=7,col=39,title=recorded calls::{message}\n");
    assert!(
        github.contains("::notice file=") && github.contains(&annotation),
        "{github}"
    );
    let tap = lint("tap").output;
    assert!(
        tap.contains(&format!("a.http:7:39: info: {message}\n")),
        "{tap}"
    );
    let junit = lint("junit").output;
    let text = format!("a.http:7:39: info: {message}\n</system-err>");
    assert!(junit.contains(&text), "{junit}");
    // Its issues are findings, and nothing else.
    assert!(!lint("gitlab").output.contains("variable"));
}

#[test]
fn what_was_not_read_has_its_line_apart_from_its_path() {
    let tree = Tree::new("what_was_not_read_has_its_line").with("a.curl", "curl 'https://x/\n");
    let lint = |format: &str| carnet(&["lint", "--format", format, &tree.path("a.curl")]);
    let github = lint("github").output;
    assert!(
        github.contains("a.curl,line=1,col=6,title=not read::"),
        "{github}"
    );
    let sarif = lint("sarif").output;
    assert!(
        sarif.contains("a.curl\"") && sarif.contains(r#""startColumn":6"#),
        "{sarif}"
    );
}

#[test]
fn carnet_toml_says_how_calls_are_recorded() {
    let script = "curl -X POST https://api.example.com/pings -d '\"7\"'\n";
    let tree = Tree::new("carnet_toml_says_how_calls_are_recorded")
        .with(
            "carnet.toml",
            "[[files]]\nglob = '*.log'\nrecorded = 'curl'\n\
             [[files]]\nglob = 'x.log'\nrecorded = 'curl'\noperation = 'acme.customer.create'\n",
        )
        .with("a.log", script)
        .with("x.log", script)
        .with("b.sh", "echo nothing\n");
    let ran = carnet(&["lint", "--format", "json", &tree.path("")]);
    assert_eq!(
        (ran.exit, ran.errors.as_str()),
        (Exit::Findings, ""),
        "{ran:?}"
    );
    let json = ran.json();
    let operations = json["files"].as_array().unwrap().iter();
    let operations: Vec<_> = operations
        .map(|file| file["operation"].as_str().unwrap())
        .collect();
    assert!(operations.contains(&"acme.ping.send"), "{operations:?}");
    assert!(
        operations.contains(&"acme.customer.create"),
        "{operations:?}"
    );

    for (more, said) in [
        (
            "recorded = 'culr'",
            "carnet.toml:3:12: error: unknown variant `culr`",
        ),
        (
            "recorded = 'curl'\nartifact = 'request-body'",
            "no `artifact`",
        ),
        ("recorded = 'curl'\nschema = 'x.json'", "not to a schema"),
        ("", "missing field `operation`, `schema`, or `recorded`"),
    ] {
        let tree = Tree::new("carnet_toml_says_it_wrong")
            .with("carnet.toml", format!("[[files]]\nglob = '*'\n{more}\n"))
            .with("a.log", script);
        carnet(&["lint", &tree.path("")]).complains(Exit::Usage, &[said]);
    }
}
