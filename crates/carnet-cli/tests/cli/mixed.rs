//! One folder of mixed payloads, in every format.

use crate::run::{Ran, carnet_in};
use crate::tree::Tree;
use carnet_cli::{Environment, Exit, Style};
use serde_json::Value;

pub(crate) const FORMATS: [&str; 8] = [
    "human", "json", "ndjson", "sarif", "junit", "github", "gitlab", "tap",
];

/// Credentials that stand in the payloads.
pub(crate) const SECRETS: [&str; 4] = [
    "sk-live-0123456789",
    "live/key~0123+456789",
    "live%2Fkey%7E0123%2B456789",
    "geheimé-42-geheimé",
];

const STEERING: &str = "\
[[files]]
glob = '*.customer.json'
operation = 'acme.customer.create'
[[files]]
glob = 'old/*.json'
operation = 'acme.customer.create'
profile = 'lenient'
[[files]]
glob = '*.reply.json'
operation = 'acme.customer.create'
artifact = 'reply-body'
[[files]]
glob = '*.ndjson'
operation = 'acme.customer.create'
[[files]]
glob = '*.url'
operation = 'acme.order.place'
[[files]]
glob = '*.form'
operation = 'acme.order.place'
artifact = 'request-form'
";

/// A folder with something of everything; `name` is that of the test.
pub(crate) fn folder(name: &str) -> Tree {
    let [secret, key, encoded, accented] = SECRETS;
    let parameters = format!(
        "a=order&article=%7B%22name%22%3A%22{encoded}%22%7D&apiKey={encoded}&accessKey={secret}"
    );
    Tree::new(name)
        .with("carnet.toml", STEERING)
        .with("a clean.customer.json", r#"{"name":"Ada"}"#)
        .with(
            "body.customer.json",
            format!(
                "{{\n  \"name\": \"too long: {secret}\",\n  \"token\": \"{secret}\",\n  \
                 \"Kind \": \"Person\",\n  \"{secret}\": 1\n}}\n"
            ),
        )
        .with(
            "broken.customer.json",
            format!("{{\"name\": string, \"token\": \"{accented}\", {accented}: 1"),
        )
        .with("warned.customer.json", r#"{"name":"Ada","kind":"Person"}"#)
        .with("old/names.json", r#"{"name":"Ada Lovelace"}"#)
        .with("ok.reply.json", r#"{"error":"no"}"#)
        .with(
            "bad.reply.json",
            format!(r#"{{"error":7,"token":"{key}"}}"#),
        )
        .with(
            "order.url",
            format!("https://api.example.com/orders?{parameters}"),
        )
        .with("order.form", &parameters)
        .with(
            "many.ndjson",
            format!("{{\"name\":\"Ada\"}}\n{{\"name\":7,\"token\":\"{secret}\"}}\n"),
        )
        .with(
            "calls.http",
            format!(
                "POST https://api.example.com/customers\nAuthorization: Bearer {key}\n\n\
                 {{\"name\":7,\"token\":\"{secret}\"}}\n\n###\n\
                 POST https://api.example.com/orders?{parameters}\n"
            ),
        )
}

/// Lints the folder from within; its own path is `TREE` in what it wrote.
pub(crate) fn lint(tree: &Tree, more: &[&str]) -> Ran {
    let folder = tree.path("");
    let environment = Environment {
        folder: Some(folder.clone().into()),
        ..Environment::default()
    };
    let args = [&["lint"], more, &[&folder]].concat();
    let ran = carnet_in(&args, &mut &b""[..], Style::PLAIN, environment);
    Ran {
        exit: ran.exit,
        output: ran.output.replace(&folder, "TREE"),
        errors: ran.errors.replace(&folder, "TREE"),
    }
}

fn in_format(format: &str) -> String {
    let tree = folder(&format!("mixed_{format}"));
    let ran = lint(&tree, &["--format", format]);
    assert_eq!((ran.exit, ran.errors.as_str()), (Exit::Findings, ""));
    ran.output
}

#[test]
fn human() {
    insta::assert_snapshot!("mixed_human", in_format("human"));
}

#[test]
fn json() {
    insta::assert_snapshot!("mixed_json", in_format("json"));
}

#[test]
fn ndjson() {
    let text = in_format("ndjson");
    let lines = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let mut lines: Vec<_> = lines.collect();
    let last = lines.pop().unwrap();
    assert_eq!(last["summary"]["files"], 11);
    assert!(lines.iter().all(|line| line["path"].is_string()));
    insta::assert_snapshot!("mixed_ndjson", text);
}

#[test]
fn sarif() {
    let text = in_format("sarif");
    // The rules behind the results are texts of the validator, and the version changes.
    let (results, _) = text.split_once("],\"tool\":").unwrap();
    insta::assert_snapshot!("mixed_sarif", results);
}

#[test]
fn junit() {
    insta::assert_snapshot!("mixed_junit", in_format("junit"));
}

#[test]
fn github() {
    let text = in_format("github");
    assert!(text.lines().all(|line| line.starts_with("::")), "{text}");
    insta::assert_snapshot!("mixed_github", text);
}

#[test]
fn gitlab() {
    let text = in_format("gitlab");
    let issues: Vec<Value> = serde_json::from_str(&text).unwrap();
    let prints = issues.iter().map(|issue| issue["fingerprint"].to_string());
    let mut prints: Vec<_> = prints.collect();
    prints.sort();
    prints.dedup();
    assert_eq!(prints.len(), issues.len());
    insta::assert_snapshot!("mixed_gitlab", text);
}

#[test]
fn tap() {
    let text = in_format("tap");
    let tests = text.lines().filter(|line| line.contains("ok ")).count();
    assert_eq!(text.lines().last(), Some(format!("1..{tests}").as_str()));
    insta::assert_snapshot!("mixed_tap", text);
}

#[test]
fn every_format_ends_with_the_same_exit_code() {
    let tree = folder("every_format_ends_with_the_same_exit_code");
    let missing = tree.path("missing.customer.json");
    for format in FORMATS {
        let format = ["--format", format];
        assert_eq!(lint(&tree, &format).exit, Exit::Findings);
        let ran = lint(&tree, &[&format[..], &[&missing]].concat());
        ran.complains(Exit::Io, &["cannot be read"]);
        let clean = ["--operation", "acme.ping.send", "-"];
        let args = [&["lint"], &format[..], &clean].concat();
        let ran = crate::run::carnet_reading(&args, b"1");
        assert_eq!(ran.exit, Exit::Clean, "{ran:?}");
        let ran = lint(
            &tree,
            &[&format[..], &["--operation", "acme.nothing"]].concat(),
        );
        assert_eq!((ran.exit, ran.output.as_str()), (Exit::Usage, ""));
    }
}

#[test]
fn every_format_of_programs_tells_what_was_not_read() {
    let tree = folder("every_format_of_programs_tells_what_was_not_read");
    let missing = tree.path("missing, too.customer.json");
    let told = |format: &str| lint(&tree, &["--format", format, &missing]).output;
    for format in ["json", "ndjson"] {
        assert!(told(format).contains(r#""unread":1"#));
    }
    let sarif = told("sarif");
    assert!(sarif.contains(r#""executionSuccessful":false"#), "{sarif}");
    assert!(sarif.contains(r#""uri":"missing%2C%20too.customer.json""#));
    let junit = told("junit");
    assert!(junit.contains(r#"errors="1""#) && junit.contains("<error message=\"cannot be read"));
    assert!(told("github").contains("::error file=missing%2C too.customer.json,title=not read::"));
    assert!(told("tap").contains("not ok 1 - missing, too.customer.json\n  ---\n  message: "));
}
