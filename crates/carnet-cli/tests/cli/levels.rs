//! Levels by rule, discrepancy and place, and findings that are known already.

use crate::run::{Ran, carnet};
use crate::tree::Tree;
use carnet_cli::Exit;
use std::fs;

const CREATE: [&str; 5] = [
    "lint",
    "--operation",
    "acme.customer.create",
    "--format",
    "json",
];

fn lint(tree: &Tree, more: &[&str]) -> Ran {
    carnet(&[&CREATE[..], more, &[&tree.path("a.json")]].concat())
}

/// Rule and severity of every finding.
fn found(ran: &Ran) -> Vec<(String, String)> {
    let json = ran.json();
    let findings = json["files"][0]["findings"].as_array().unwrap().iter();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    findings
        .map(|it| (text(&it["rule"]), text(&it["severity"])))
        .collect()
}

fn severity(ran: &Ran, rule: &str) -> Option<String> {
    let found = found(ran);
    found
        .into_iter()
        .find(|(it, _)| it == rule)
        .map(|(_, severity)| severity)
}

const TOO_LONG: &str = r#"{"name": "toolong"}"#;

#[test]
fn the_last_word_counts() {
    let tree = Tree::new("the_last_word").with("a.json", TOO_LONG);
    for (arguments, expected) in [
        (&[][..], Some("error")),
        (&["--warn", "max-length"], Some("warning")),
        (&["--warn", "AC-01"], Some("warning")),
        (&["--allow", "max-length"], None),
        // A discrepancy is more particular than a rule, and a place than either.
        (
            &["--warn", "AC-01", "--deny", "max-length"],
            Some("warning"),
        ),
        (&["--deny", "/name", "--warn", "AC-01"], Some("error")),
        (&["--allow", "AC-01"], None),
        (&["--allow", "AC-01", "--warn", "AC-01"], Some("warning")),
        (&["--warn", "AC-01", "--allow", "AC-01"], None),
        (&["--warn", "AC-01", "--deny", "AC-01"], Some("error")),
        (&["--warn", "/name"], Some("warning")),
        (&["--allow", "/*"], None),
        (&["--allow", "/**", "--warn", "/name"], Some("warning")),
        (&["--warn", "/name", "--allow", "/**"], None),
    ] {
        let ran = lint(&tree, arguments);
        assert_eq!(
            severity(&ran, "max-length").as_deref(),
            expected,
            "{arguments:?}"
        );
    }
}

#[test]
fn denied_warnings_fail_and_keep_their_name() {
    let tree = Tree::new("denied_warnings").with("a.json", TOO_LONG);
    let warned = lint(&tree, &["--warn", "AC-01"]);
    assert_eq!(warned.exit, Exit::Clean, "{warned:?}");
    let denied = lint(&tree, &["--warn", "AC-01", "--deny", "warnings"]);
    assert_eq!(denied.exit, Exit::Findings);
    assert_eq!(severity(&denied, "max-length").as_deref(), Some("warning"));
}

#[test]
fn what_does_not_exist_is_told() {
    let tree = Tree::new("what_does_not").with("a.json", TOO_LONG);
    let ran = lint(&tree, &["--deny", "max-lenght"]);
    ran.complains(
        Exit::Usage,
        &[
            "no rule or discrepancy is called `max-lenght`",
            "did you mean `max-length`?",
        ],
    );
    lint(&tree, &["--warn", "AC-02"]).complains(Exit::Usage, &["no check depends on `AC-02`"]);
    lint(&tree, &["--warn", "/a[/"]).complains(Exit::Usage, &["the place `/a[/` cannot be read"]);
}

#[test]
fn carnet_toml_has_tables_for_the_tree_and_for_files() {
    let tree = Tree::new("carnet_toml_has_tables")
        .with("a.json", TOO_LONG)
        .with(
            "carnet.toml",
            "[rules]\nmax-length = 'info'\n[places]\n'/name' = 'error'\n\
         [[files]]\nglob = 'a.json'\noperation = 'acme.customer.create'\n\
         places = { '/na*' = 'warning' }\n",
        );
    assert_eq!(
        severity(&lint(&tree, &[]), "max-length").as_deref(),
        Some("warning")
    );
    let ran = lint(&tree, &["--deny", "/name"]);
    assert_eq!(severity(&ran, "max-length").as_deref(), Some("error"));

    let wrong = Tree::new("carnet_toml_has_wrong_tables")
        .with("a.json", TOO_LONG)
        .with(
            "carnet.toml",
            "[rules]\nmax-lenght = 'allow'\n[places]\n'/a[/' = 'info'\n",
        );
    lint(&wrong, &[]).complains(
        Exit::Usage,
        &[
            "carnet.toml:2:1: error: no rule is called `max-lenght`",
            "carnet.toml:4:1: error: the place",
        ],
    );
}

#[test]
fn known_findings_pass_and_new_ones_fail() {
    let tree = Tree::new("known_findings").with("a.json", TOO_LONG);
    let baseline = tree.path("known.json");
    let written = lint(&tree, &["--write-baseline", &baseline]);
    assert_eq!(written.exit, Exit::Clean, "{written:?}");
    let text = fs::read_to_string(&baseline).unwrap();
    assert!(
        text.contains(r#""path": "a.json""#) && !text.contains("toolong"),
        "{text}"
    );

    let known = lint(&tree, &["--baseline", &baseline]);
    assert_eq!((known.exit, found(&known)), (Exit::Clean, vec![]));
    assert_eq!(known.errors, "");

    // The same finding on another line is known; another one is not.
    fs::write(
        tree.path("a.json"),
        "{\n\n\"name\": \"toolong\", \"nmae\": 1}",
    )
    .unwrap();
    let new = lint(&tree, &["--baseline", &baseline]);
    assert_eq!(new.exit, Exit::Findings);
    assert!(severity(&new, "max-length").is_none() && !found(&new).is_empty());
}

#[test]
fn entries_without_findings_are_stale() {
    let tree = Tree::new("stale_entries").with("a.json", TOO_LONG);
    let baseline = tree.path("known.json");
    lint(&tree, &["--write-baseline", &baseline]);
    fs::write(tree.path("a.json"), r#"{"name": "short"}"#).unwrap();
    let told = lint(&tree, &["--baseline", &baseline]);
    told.complains(
        Exit::Clean,
        &[
            "warning: the baseline has findings that are none any more",
            "a.json: 1 of max-length at /name",
        ],
    );
    assert_eq!(
        lint(&tree, &["--baseline", &baseline, "--deny", "stale"]).exit,
        Exit::Findings
    );
}

#[test]
fn a_baseline_that_is_none_is_told() {
    let tree = Tree::new("a_baseline_that")
        .with("a.json", "{}")
        .with("b.json", "[]")
        .with("c.json", r#"{"version": 2, "findings": []}"#);
    let ran = |file: &str| lint(&tree, &["--baseline", &tree.path(file)]);
    ran("b.json").complains(Exit::Usage, &["is no baseline"]);
    ran("c.json").complains(Exit::Usage, &["has version 2"]);
    ran("d.json").complains(Exit::Io, &["cannot be read"]);
}
