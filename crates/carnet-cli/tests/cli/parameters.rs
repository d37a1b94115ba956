//! Operations whose requests are parameters: URLs and forms.

use crate::run::{Ran, carnet, carnet_reading, carnet_styled};
use crate::tree::Tree;
use carnet_cli::{Exit, Style};

const LINT: [&str; 3] = ["lint", "--operation", "acme.order.place"];

/// A URL without a finding.
const CLEAN: &str = "https://api.example.com/orders?a=order\
    &article=%7B%22name%22%3A%22tea%22%2C%22tag%22%3A%22t%22%7D\
    &apiKey=YOUR_API_KEY&accessKey=YOUR_ACCESS_KEY";

fn lint(more: &[&str], text: &str) -> Ran {
    carnet_reading(&[&LINT[..], more, &["-"]].concat(), text.as_bytes())
}

#[test]
fn a_request_is_a_url_unless_somebody_says_otherwise() {
    let ran = lint(&["--format", "json"], &format!("{CLEAN}\n"));
    assert_eq!(ran.exit, Exit::Clean, "{ran:?}");
    assert_eq!(ran.json()["files"][0]["artifact"], "request-url");
    assert_eq!(ran.json()["files"][0]["findings"], serde_json::json!([]));

    let (_, form) = CLEAN.split_once('?').unwrap();
    let ran = lint(&["--artifact", "request-form"], form);
    assert_eq!(ran.exit, Exit::Clean, "{ran:?}");
    let reply = r#"{"error":"no"}"#;
    let ran = lint(&["--artifact", "reply-body"], reply);
    assert_eq!(ran.exit, Exit::Clean, "{ran:?}");
}

#[test]
fn a_finding_inside_a_parameter_is_underlined_as_it_is_written() {
    let url = CLEAN.replace("%22tea%22", "%22K%C3%A4sebrot%22");
    let ran = lint(&[], &url);
    let lines: Vec<_> = ran.output.lines().take(6).collect();
    let [head, _, quoted, underline, place, _] = lines[..] else {
        panic!("{}", ran.output)
    };
    assert_eq!(
        head,
        "-:1:64: error[max-length] the text has 8 characters, at most 5 are allowed"
    );
    assert_eq!(place, "  = place: query:article#/name");
    assert_eq!(under(quoted, underline), "%22K%C3%A4sebrot%22");
}

/// The part of a quoted line that is underlined.
fn under(quoted: &str, underline: &str) -> String {
    let from = underline.chars().take_while(|&c| c != '^').count();
    let length = underline
        .chars()
        .skip(from)
        .take_while(|&c| c == '^')
        .count();
    quoted.chars().skip(from).take(length).collect()
}

#[test]
fn a_long_url_is_cut_around_the_finding() {
    let filler = "%20word".repeat(1_000);
    let article = format!("%22count%22%3A%22%C3%A9%22%2C%22tag%22%3A%22t{filler}%22");
    let url = CLEAN.replace("%22tag%22%3A%22t%22", &article);
    let style = Style {
        width: 60,
        ..Style::PLAIN
    };
    let args = [&LINT[..], &["-"]].concat();
    let ran = carnet_styled(&args, &mut url.as_bytes(), style);
    let lines: Vec<_> = ran.output.lines().collect();
    let at = lines.iter().position(|line| line.contains("error[type]"));
    let at = at.unwrap_or_else(|| panic!("{}", ran.output));
    assert_eq!(under(lines[at + 2], lines[at + 3]), "%22%C3%A9%22");
    assert!(
        lines
            .iter()
            .all(|line| !line.contains("word%20word%20word%20word%20word%20word%20word"))
    );
}

#[test]
fn an_artifact_that_the_operation_lacks_is_a_usage_error() {
    let ran = lint(&["--artifact", "request-body"], "{}");
    let said = [
        "acme.order.place takes parameters: it has no request-body",
        "write one of `request-form`, `request-url`, `reply-body`",
    ];
    ran.complains(Exit::Usage, &said);
    let create = ["lint", "--operation", "acme.customer.create"];
    let ran = carnet(&[&create[..], &["--artifact", "request-form", "-"]].concat());
    let said = [
        "acme.customer.create takes a JSON body: it has no request-form",
        "write one of `request-body`, `request-url`, `reply-body`",
    ];
    ran.complains(Exit::Usage, &said);

    let entry = "[[files]]\nglob = '*'\noperation = 'acme.order.place'\n";
    let tree = Tree::new("an_artifact_that_the_operation_lacks")
        .with("carnet.toml", format!("{entry}artifact = 'request-body'\n"))
        .with("a.txt", CLEAN)
        .with("fine/carnet.toml", entry)
        .with("fine/a.txt", CLEAN);
    let ran = carnet(&["lint", &tree.path("a.txt")]);
    ran.complains(
        Exit::Usage,
        &["carnet.toml:4:12: error: ", "it has no request-body"],
    );
    let ran = carnet(&["lint", "--artifact", "request-body", &tree.path("fine")]);
    ran.complains(
        Exit::Usage,
        &["fine/a.txt: error: ", "it has no request-body"],
    );
    let ran = carnet(&["lint", &tree.path("fine/a.txt")]);
    assert_eq!(ran.exit, Exit::Clean, "{ran:?}");
}

#[test]
fn the_artifact_of_a_file_is_named_in_carnet_toml() {
    let (_, form) = CLEAN.split_once('?').unwrap();
    let tree = Tree::new("the_artifact_of_a_file")
        .with("a.url", CLEAN)
        .with("a.form", form)
        .with(
            "carnet.toml",
            "[[files]]\nglob = '*.url'\noperation = 'acme.order.place'\n\
             [[files]]\nglob = '*.form'\noperation = 'acme.order.place'\nartifact = 'request-form'\n",
        );
    let json = carnet(&["lint", "--format", "json", &tree.path("")]).json();
    assert_eq!(json["files"][0]["artifact"], "request-form");
    assert_eq!(json["files"][1]["artifact"], "request-url");
    assert_eq!(json["summary"]["failed"], 0);
}

#[test]
fn folders_hold_urls_and_forms() {
    let tree = Tree::new("folders_hold_urls_and_forms")
        .with("a.url", CLEAN)
        .with("b.txt", CLEAN)
        .with("c.form", "")
        .with("d.json", "{}");
    let ran = carnet(&[&LINT[..], &[&tree.path("")]].concat());
    assert!(ran.summary().starts_with("2 files, 0 failed"), "{ran:?}");
    let form = ["--artifact", "request-form", &tree.path("")];
    let ran = carnet(&[&LINT[..], &form].concat());
    assert!(ran.summary().starts_with("2 files, 2 failed"), "{ran:?}");
    let reply = ["--artifact", "reply-body", &tree.path("")];
    let ran = carnet(&[&LINT[..], &reply].concat());
    assert!(ran.summary().starts_with("1 file, 1 failed"), "{ran:?}");
    let tree = Tree::new("folders_without_urls").with("d.json", "{}");
    let ran = carnet(&[&LINT[..], &[&tree.path("")]].concat());
    ran.complains(
        Exit::Usage,
        &["nothing to check: no *.url, no *.txt, and no file"],
    );
}

const SECRET: &str = "sk-live/0123456789";
const WRITTEN: &str = "sk-live%2F0123456789";

/// URLs and forms with a live credential in them, and things to complain about around it.
fn texts() -> Vec<String> {
    let all = [SECRET, WRITTEN].map(|secret| {
        let url = CLEAN.replace("YOUR_API_KEY", secret);
        let (_, form) = url.split_once('?').unwrap();
        vec![
            url.clone(),
            form.to_owned(),
            url.replace("apiKey", "apikey"),
            url.replace("apiKey", "api%4Bey"),
            url.replace("a=order&", "").replace("https", "http"),
            url.replace("%22tea%22", &format!("%22{secret}%22")),
            url.replace("%22tag%22", &format!("%22{secret}%22")),
            url.replace("a=order", &format!("a={secret}")),
            url.replace("&accessKey", "&apiKey=b&accessKey"),
            format!("{url}&{secret}=1"),
            format!("{url}#{secret}"),
            url.replace('&', "\n&"),
            url.replace("/orders", &format!("/{secret}")),
            format!("GET {url}"),
            url.replace("%7B", "{"),
            format!("{url}%"),
        ]
    });
    all.concat()
}

/// Whether a credential is shown, or most of one.
fn shows(text: &str) -> bool {
    [SECRET, WRITTEN]
        .iter()
        .any(|secret| text.contains(&secret[1..]))
        || text.contains("0123456789")
}

#[test]
fn no_format_shows_a_credential() {
    for text in texts() {
        // A text that is no URL is not decoded as one.
        let reply = (!text.contains("api%4Bey")).then_some("reply-body");
        for artifact in ["request-url", "request-form"].into_iter().chain(reply) {
            for format in ["human", "json"] {
                let ran = lint(&["--artifact", artifact, "--format", format], &text);
                assert_ne!(ran.exit, Exit::Usage);
                assert!(!shows(&ran.output), "{artifact}: {text}\n{}", ran.output);
                assert!(!shows(&ran.errors), "{}", ran.errors);
            }
        }
    }
}

#[test]
fn the_url_of_a_context_is_judged_and_not_shown() {
    for (i, url) in texts().into_iter().enumerate() {
        let context = serde_json::json!({ "url": url, "method": "GET" }).to_string();
        let broken = format!("{{\"url\": {url:?}, \"metod\": 1, \"url\": 7}}");
        let tree = Tree::new(&format!("the_url_of_a_context_{i}"))
            .with("context.json", context)
            .with("broken.json", broken);
        for format in ["human", "json"] {
            let context = tree.path("context.json");
            let more = [
                "--artifact",
                "request-form",
                "--format",
                format,
                "--context",
                &context,
            ];
            let ran = lint(&more, "article=7");
            assert_eq!(ran.exit, Exit::Findings);
            assert!(ran.output.contains("method"), "{}", ran.output);
            assert!(!shows(&ran.output), "{url}\n{}", ran.output);
        }
        let ran = lint(&["--context", &tree.path("broken.json")], CLEAN);
        ran.complains(Exit::Usage, &["broken.json:1:", "`metod`"]);
        assert!(!shows(&ran.errors), "{}", ran.errors);
    }
}

#[test]
fn a_finding_about_the_context_has_no_line() {
    let tree = Tree::new("a_finding_about_the_context").with(
        "context.json",
        r#"{"url":"https://shop.example.org/orders?isPresent=yes","method":"POST"}"#,
    );
    let (_, form) = CLEAN.split_once('?').unwrap();
    let context = tree.path("context.json");
    let more = ["--artifact", "request-form", "--context", &context];
    let ran = lint(&more, form);
    assert_eq!(ran.exit, Exit::Findings);
    assert!(
        ran.output.contains("-: warning[url-host] "),
        "{}",
        ran.output
    );
    assert!(ran.output.contains("-: error[type] "), "{}", ran.output);
    assert!(
        ran.output.contains("  = place: query:isPresent\n"),
        "{}",
        ran.output
    );

    let json = lint(&[&more[..], &["--format", "json"]].concat(), form).json();
    let findings = json["files"][0]["findings"].as_array().unwrap().clone();
    let host = findings.iter().find(|it| it["rule"] == "url-host").unwrap();
    assert_eq!(host["span"]["start"]["offset"], 0);
    assert_eq!(host["span"]["end"]["offset"], 0);
}

fn encode(more: &[&str], text: &str) -> Ran {
    carnet_reading(
        &[&["encode", "acme.order.place"], more].concat(),
        text.as_bytes(),
    )
}

const PARAMETERS: &str = r#"{"article": {"tag": "t", "name": "tea"}}"#;

#[test]
fn a_url_is_printed_with_its_credentials_masked() {
    let ran = encode(&[], PARAMETERS);
    assert_eq!((ran.exit, ran.errors.as_str()), (Exit::Clean, ""));
    let expected = "\
POST /orders?a=order&article=%7B%22name%22%3A%22tea%22%2C%22tag%22%3A%22t%22%7D&apiKey=********&accessKey=******** HTTP/1.1
Host: api.example.com

";
    assert_eq!(ran.output, expected);
}

#[test]
fn a_form_is_printed_with_its_credentials_masked() {
    let ran = encode(
        &["--form", "--base", "http://localhost:8080/mock"],
        PARAMETERS,
    );
    assert_eq!((ran.exit, ran.errors.as_str()), (Exit::Clean, ""));
    let expected = "\
POST /mock/orders HTTP/1.1
Host: localhost:8080
content-type: application/x-www-form-urlencoded

a=order&article=%7B%22name%22%3A%22tea%22%2C%22tag%22%3A%22t%22%7D&apiKey=********&accessKey=********
";
    assert_eq!(ran.output, expected);
    let ran = carnet_reading(
        &["encode", "--form", "acme.customer.create"],
        br#"{"name":"Ada"}"#,
    );
    ran.complains(Exit::Usage, &["takes a JSON body", "leave out `--form`"]);
}

#[test]
fn a_refusal_shows_the_text_that_was_read() {
    let text = "{\n  \"article\": { \"name\": \"chocolate\", \"cuont\": 3, \"tag\": \"t\" },\n  \"isPresnt\": true\n}";
    let ran = encode(&[], text);
    assert_eq!(ran.output, "");
    let said = [
        "-:2:24: error[max-length] ",
        "  = place: query:article#/name\n",
        "-:2:37: warning[unknown-key] ",
        "-:3:3: error[unknown-parameter] ",
        "nothing encoded: acme.order.place does not take this payload (strict)",
    ];
    ran.complains(Exit::Findings, &said);
    assert!(!ran.errors.contains("apiKey"), "{}", ran.errors);
    for text in ["", "[1]", "{", "7", "{}{}"] {
        let ran = encode(&[], text);
        ran.complains(Exit::Findings, &["-:1:", "error["]);
    }
}

#[test]
fn a_long_url_is_warned_of_and_printed() {
    let text = |length: usize| {
        let tag = "t".repeat(length);
        format!(r#"{{"article": {{"name": "tea", "tag": "{tag}"}}}}"#)
    };
    let ran = encode(&[], &text(8_000));
    assert!(ran.output.starts_with("POST /orders?a=order&article="));
    ran.complains(Exit::Clean, &["-: warning[url-length] "]);
    let ran = encode(&["--form"], &text(8_000));
    assert_eq!((ran.exit, ran.errors.as_str()), (Exit::Clean, ""));
    let ran = encode(&[], &text(80_000));
    ran.complains(
        Exit::Usage,
        &["none may have more than 65534", "write `--form`"],
    );
    assert!(!ran.errors.contains("example.com"), "{}", ran.errors);
}

#[test]
fn credentials_are_named() {
    let ran = encode(&["--credential", "apikey=KEY"], PARAMETERS);
    let said = ["takes no credential `apikey`", "did you mean `apiKey`?"];
    ran.complains(Exit::Usage, &said);
    let ran = encode(
        &["--credential", "apiKey=CARNET_NO_SUCH_VARIABLE"],
        PARAMETERS,
    );
    ran.complains(Exit::Usage, &["`CARNET_NO_SUCH_VARIABLE` holds no text"]);
    let ran = encode(&["--credential", "apiKey"], PARAMETERS);
    ran.complains(Exit::Usage, &["the name of an environment variable"]);
}
