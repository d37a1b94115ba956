//! The clean pass changes nothing: without it everything that is written is the same to the byte.

#![cfg(feature = "vendors")]

use super::pass::Passes;
use super::run_with;
use crate::args::Command;
use crate::{Environment, Exit, Streams, Style, parse};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::{Write, empty};
use std::path::Path;
use tempfile::TempDir;

const STEERING: &str = r#"
[[files]]
glob = "**/*.json"
operation = "revnue.customer.create"
[[files]]
glob = "old/*.json"
operation = "revnue.customer.create"
profile = "lenient"
rules = { max-length = "warning" }
[[files]]
glob = "chosen/*.json"
operation = "revnue.customer.create"
discrepancies = { RV-11 = "other-reading", RV-18 = "allow" }
places = { "/template/**" = "allow", "/city" = "info" }
[[files]]
glob = "*.reply.json"
operation = "revnue.customer.create"
artifact = "reply-body"
context = { http_status = 400 }
[[files]]
glob = "*.ndjson*"
operation = "revnue.customer.create"
[[files]]
glob = "*.url"
operation = "apptivo.customer.create"
[[files]]
glob = "*.form"
operation = "apptivo.customer.create"
artifact = "request-form"
"#;

/// What is looked through; most of it is clean under some settings and not under others.
const BODIES: [&str; 10] = [
    r#"{"company":1,"name":"Example Ltd"}"#,
    " {\"company\": 2, \"name\": \"Zürich \\u00fc\"}\r\n",
    r#"{"company":1,"name":"Example Ltd","contact_person":{"name":"","email":""}}"#,
    r#"{"company":1,"name":"Example Ltd","nda_signed":true,"nda_signed_date":"5 May 2024"}"#,
    r#"{"company":1.0,"name":"Example Ltd","country":"CH"}"#,
    r#"{"company":1,"name":"an example of a name that is longer than fifty characters"}"#,
    r#"{"company":1,"name":"Example Ltd","template":{"fields":[{"value":1.005}]}}"#,
    r#"{"company":1,"name":"Example Ltd","city":"","token":"geheim"}"#,
    "\u{feff}{\"company\":1,\"name\":\"Example Ltd\"}",
    r#"{"company":1,"name":"Example Ltd","name":"Example Ltd",}"#,
];

const ADDRESS: &str = "https://api2.apptivo.com/app/dao/v6/customers?a=save&apiKey=key-0123456789&\
                       accessKey=access-0123456789&customerData=";

/// A file of calls; a credential of the first, which is clean, stands in the second as well.
fn calls() -> String {
    let [clean, .., broken] = BODIES;
    let post = "POST https://api.example.com/api/v2/customer";
    format!(
        "{post}\nAuthorization: Bearer key-0123456789\n\n{clean}\n\n###\n\
         {post}\n\n{broken} key-0123456789\n\n###\n{post}\n\n{clean}\n\n###\n\
         POST {ADDRESS}%7B%22customerName%22%3A%22access-0123456789%22%7D\n"
    )
}

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

/// A folder with something of everything.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &[u8]| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("carnet.toml", STEERING.as_bytes());
    for (number, body) in BODIES.iter().enumerate() {
        for place in ["", "old/", "chosen/"] {
            write(&format!("{place}{number}.json"), body.as_bytes());
        }
        write(&format!("{number}.reply.json"), body.as_bytes());
        let parameters = format!(
            "customerData={}",
            body.replace(['"', ' ', '\r', '\n'], "%22")
        );
        write(&format!("{number}.form"), parameters.as_bytes());
        write(
            &format!("{number}.url"),
            format!("{ADDRESS}{body}").as_bytes(),
        );
    }
    let lines = BODIES.map(str::trim_end).join("\n").repeat(5);
    write("many.ndjson", lines.as_bytes());
    write(
        "more.ndjson.gz",
        &gzip(lines.replace('\n', "\r\n\n").as_bytes()),
    );
    // More than what is read at once.
    let line = format!("{}{}\n", BODIES[0], " ".repeat(800));
    write("clean.ndjson", line.repeat(400).as_bytes());
    write("calls.http", calls().as_bytes());
    folder
}

/// What a run writes and how it ends.
fn lint(more: &[&str], folder: &Path, passes: Passes) -> (Exit, String, String) {
    let args = [&["carnet", "lint"], more, &[folder.to_str().unwrap()]].concat();
    let cli = parse(args).unwrap();
    let Command::Lint(args) = &cli.command else {
        panic!("{cli:?}");
    };
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let mut streams = Streams {
        input: &mut empty(),
        output: &mut output,
        errors: &mut errors,
        style: Style::PLAIN,
        environment: Environment::default(),
    };
    let exit = run_with(carnet_vendors::CATALOG, args, &mut streams, passes).unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (exit, text(output), text(errors))
}

/// Both ways give the same; returned is what.
fn same(more: &[&str], folder: &Path) -> String {
    let (exit, output, errors) = lint(more, folder, Passes::default());
    let (expected_exit, expected, expected_errors) = lint(more, folder, Passes::off());
    assert_eq!(exit, expected_exit, "{more:?}");
    assert_eq!(errors, expected_errors, "{more:?}");
    // A difference would be long.
    let mut lines = output.lines().zip(expected.lines());
    let other = lines.find(|(line, expected)| line != expected);
    assert_eq!(other, None, "{more:?}");
    assert_eq!(output.len(), expected.len(), "{more:?}");
    output
}

#[test]
fn mixed_inputs() {
    let folder = folder();
    for more in [
        &["--format", "human"][..],
        &["--format", "json", "--jobs", "1"],
        &["--format", "ndjson", "--jobs", "8", "--profile", "lenient"],
        &[
            "--format", "sarif", "--allow", "required", "--allow", "empty",
        ],
        &["--format", "junit", "--deny", "warnings", "--warn", "/name"],
        &["--format", "json", "--context", r#"{"http_status": 200}"#],
        &["--quiet", "--max-findings", "7"],
        &["--diff"],
    ] {
        let output = same(more, folder.path());
        assert!(output.len() > 500, "{more:?}: {output}");
        assert!(!output.contains("0123456789"), "{more:?}: {output}");
    }
}

#[test]
fn printed_samples() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/samples");
    for profile in ["strict", "lenient"] {
        let output = same(&["--format", "json", "--profile", profile], &samples);
        assert!(output.len() > 10_000, "{output}");
    }
}

#[test]
fn clean_texts_are_told_of_without_being_explained() {
    let folder = folder();
    let file = folder.path().join("0.json");
    let output = same(&["--format", "json"], &file);
    assert!(output.contains(r#""verdict":"pass""#), "{output}");
}
