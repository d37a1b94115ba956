//! Bad input: a clear message each, and no panic.

use crate::run::{carnet, carnet_reading};
use crate::tree::Tree;
use carnet_cli::Exit;

const CREATE: [&str; 3] = ["lint", "--operation", "acme.customer.create"];

#[test]
fn standard_input_needs_an_operation() {
    let ran = carnet_reading(&["lint", "-"], b"{}");
    ran.complains(
        Exit::Usage,
        &["standard input belongs to no operation", "--operation ID"],
    );
}

#[test]
fn an_unknown_operation_is_guessed_at() {
    let ran = carnet(&["lint", "--operation", "acme.custmer.create", "a.json"]);
    let said = [
        "no operation is called `acme.custmer.create`",
        "did you mean `acme.customer.create`?",
    ];
    ran.complains(Exit::Usage, &said);
    let ran = carnet(&["lint", "--operation", "nothing.like.it", "a.json"]);
    ran.complains(Exit::Usage, &["`carnet operations` lists them all"]);
}

#[test]
fn wrong_options_are_usage_errors() {
    for args in [
        &["lint"][..],
        &["lint", "--format", "xml", "a.json"],
        &["lint", "--profile", "strickt", "a.json"],
        &["lnt"],
        &[],
    ] {
        let ran = carnet(args);
        assert_eq!(
            (ran.exit, ran.output.as_str()),
            (Exit::Usage, ""),
            "{args:?}"
        );
        assert!(!ran.errors.is_empty());
    }
}

#[test]
fn help_and_version_are_no_errors() {
    for args in [
        &["--help"][..],
        &["lint", "--help"],
        &["encode", "--help"],
        &["--version"],
    ] {
        let ran = carnet(args);
        assert_eq!(
            (ran.exit, ran.errors.as_str()),
            (Exit::Clean, ""),
            "{args:?}"
        );
        assert!(!ran.output.is_empty());
    }
}

#[test]
fn a_missing_file_does_not_hide_the_others() {
    let tree = Tree::new("a_missing_file_does_not_hide_the_others").with("a.json", "{}");
    let (missing, file) = (tree.path("no/such.json"), tree.path("a.json"));
    let ran = carnet(&[&CREATE[..], &[&missing, &file]].concat());
    ran.complains(Exit::Io, &[&missing, "cannot be read", "= help: "]);
    assert!(ran.output.contains("error[required]"), "{}", ran.output);
    assert_eq!(
        ran.summary(),
        "1 file, 1 failed: 1 error, 0 warnings, 0 infos (strict); 1 not read"
    );
}

#[test]
fn a_url_is_no_file() {
    let url = "https://example.com/a.json";
    let said = [
        "https://example.com/a.json: error:",
        "that is a URL: save what it leads to",
    ];
    carnet(&[&CREATE[..], &[url]].concat()).complains(Exit::Io, &said);
    carnet(&["lint", "--schema", url, "a.json"]).complains(Exit::Io, &said);
}

#[test]
fn an_empty_file_is_a_finding() {
    for text in [&b""[..], b" ", b"\n\n", b"\xef\xbb\xbf"] {
        let ran = carnet_reading(&[&CREATE[..], &["-"]].concat(), text);
        assert_eq!(ran.exit, Exit::Findings, "{text:?}");
        assert!(ran.output.contains("the text is empty"), "{}", ran.output);
    }
}

#[test]
fn binary_files_are_findings() {
    let all: Vec<u8> = (0..=255).cycle().take(5000).collect();
    for text in [
        &all[..],
        b"\x00\x01",
        b"\xff\xfe{\x00}\x00",
        b"\"\xed\xa0\x80\"",
        b"{\"name\":\"\xc3",
    ] {
        for format in ["human", "json"] {
            let ran = carnet_reading(&[&CREATE[..], &["--format", format, "-"]].concat(), text);
            assert_eq!(ran.exit, Exit::Findings);
        }
    }
}

#[test]
fn many_blanks_and_many_levels_are_findings() {
    let blanks = vec![b' '; 10_000_000];
    let ran = carnet_reading(&[&CREATE[..], &["-"]].concat(), &blanks);
    assert_eq!(ran.exit, Exit::Findings);
    assert!(ran.output.len() < 2000);
    let levels = vec![b'['; 1_000_000];
    let ran = carnet_reading(&[&CREATE[..], &["-"]].concat(), &levels);
    assert_eq!(ran.exit, Exit::Findings);
}

#[test]
fn a_text_is_read_once() {
    let tree = Tree::new("a_text_is_read_once").with("a.json", "{}");
    let (file, folder) = (tree.path("a.json"), tree.path(""));
    let ran = carnet(&[&CREATE[..], &[&file, &folder, &file, "-", "-"]].concat());
    assert!(
        ran.summary().starts_with("2 files, 2 failed: "),
        "{}",
        ran.output
    );
}
