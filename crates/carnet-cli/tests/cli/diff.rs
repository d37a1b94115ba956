//! `carnet diff`.

use crate::run::{carnet, carnet_reading};
use crate::tree::Tree;
use carnet_cli::Exit;

const FIFTY: &str = r#"{"properties": {"name": {"type": "string", "maxLength": 50}}}"#;
const FORTY: &str = r#"{"properties": {"name": {"type": "string", "maxLength": 40}}}"#;

#[test]
fn the_name_of_the_file_tells_which_direction_counts() {
    let tree = Tree::new("diff-direction")
        .with("old.request.schema.json", FIFTY)
        .with("new.request.schema.json", FORTY)
        .with("old.response.schema.json", FIFTY)
        .with("new.response.schema.json", FORTY);
    let sent = carnet(&[
        "diff",
        &tree.path("old.request.schema.json"),
        &tree.path("new.request.schema.json"),
    ]);
    assert_eq!(sent.exit, Exit::Findings);
    assert_eq!(
        sent.output,
        "breaking    /name  maxLength 50 → 40 (request)\n\
         1 file compared: 1 breaking, 0 unknown, 0 compatible\n"
    );
    let old = tree.path("old.response.schema.json");
    let new = tree.path("new.response.schema.json");
    let received = carnet(&["diff", &old, &new]);
    assert_eq!(received.exit, Exit::Clean);
    assert!(
        received
            .output
            .starts_with("compatible  /name  maxLength 50 → 40\n")
    );
    let both = carnet(&["diff", "--direction", "both", &old, &new]);
    assert_eq!(both.exit, Exit::Findings);
}

#[test]
fn unknown_fails_where_it_is_denied() {
    let tree = Tree::new("diff-unknown")
        .with("old.json", r#"{"pattern": "^a"}"#)
        .with("new.json", r#"{"pattern": "^b"}"#);
    let (old, new) = (tree.path("old.json"), tree.path("new.json"));
    let ran = carnet(&["diff", &old, &new]);
    assert_eq!(ran.exit, Exit::Clean);
    let line = "unknown     (root)  pattern \"^a\" → \"^b\" (request and reply)\n";
    assert!(ran.output.starts_with(line), "{}", ran.output);
    let denied = carnet(&["diff", "--deny", "unknown", &old, &new]);
    assert_eq!(denied.exit, Exit::Findings);
}

#[test]
fn json_names_place_keyword_and_verdicts() {
    let tree = Tree::new("diff-json").with("old.json", FIFTY);
    let old = tree.path("old.json");
    let args = [
        "diff",
        "--format",
        "json",
        "--direction",
        "request",
        &old,
        "-",
    ];
    let ran = carnet_reading(&args, FORTY.as_bytes());
    let json = ran.json();
    assert_eq!(json["files"][0]["verdict"], "breaking");
    assert_eq!(
        json["files"][0]["changes"][0],
        serde_json::json!({
            "place": "/name",
            "keyword": "/properties/name/maxLength",
            "what": "maxLength 50 → 40",
            "request": "breaking",
        })
    );
    assert_eq!(json["summary"]["breaking"], 1);
}

#[test]
fn folders_are_compared_file_by_file() {
    let tree = Tree::new("diff-folders")
        .with("old/v/a.request.schema.json", FIFTY)
        .with("old/gone.schema.json", FIFTY)
        .with("old/same.schema.json", FIFTY)
        .with("old/catalog.json", "[]")
        .with("new/v/a.request.schema.json", FORTY)
        .with("new/same.schema.json", FIFTY)
        .with("new/come.schema.json", FORTY);
    let ran = carnet(&["diff", &tree.path("old"), &tree.path("new")]);
    assert_eq!(
        ran.output,
        "v/a.request.schema.json\n\
         breaking    /name  maxLength 50 → 40 (request)\n\
         added       come.schema.json\n\
         removed     gone.schema.json\n\
         2 files compared: 1 breaking, 1 unknown, 0 compatible\n"
    );
    let file = tree.path("old/same.schema.json");
    carnet(&["diff", &file, &tree.path("new")]).complains(Exit::Usage, &["a folder"]);
}

#[test]
fn what_cannot_be_read_is_told() {
    let tree = Tree::new("diff-unread")
        .with("a.json", "{}")
        .with("b.json", "{\n  \"type\": }");
    let (good, bad) = (tree.path("a.json"), tree.path("b.json"));
    carnet(&["diff", &good, &bad]).complains(Exit::Io, &["b.json:2:"]);
    carnet(&["diff", &good, &tree.path("c.json")]).complains(Exit::Io, &["c.json"]);
    carnet(&["diff", "-", "-"]).complains(Exit::Usage, &["both sides"]);
}
