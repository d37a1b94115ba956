//! What programs see.

use crate::run::{carnet, carnet_reading};
use crate::tree::Tree;
use carnet_cli::Exit;

const CREATE: [&str; 5] = [
    "lint",
    "--format",
    "json",
    "--operation",
    "acme.customer.create",
];

#[test]
fn the_document_has_exactly_this_shape() {
    let text = "{\"kind\":\"robot\",\n\"name\":\"Zoë Ada\"}";
    let ran = carnet_reading(&[&CREATE[..], &["-"]].concat(), text.as_bytes());
    assert_eq!(ran.exit, Exit::Findings);
    assert_eq!(ran.errors, "");
    let expected = concat!(
        r#"{"version":1,"profile":"strict","files":["#,
        "\n",
        r#"{"path":"-","operation":"acme.customer.create","artifact":"request-body","#,
        r#""verdict":"fail","findings":[{"rule":"enum","severity":"error","at":"/kind","#,
        r#""message":"`robot` is not one of the documented texts","#,
        r#""help":"write one of `person`, `company`","#,
        r#""span":{"start":{"line":1,"column":9,"offset":8},"end":{"line":1,"column":16,"offset":15}},"#,
        r#""source":{"url":"https://example.com/create-customer","section":"Body parameters","#,
        r#""strength":"normative"},"discrepancy":null},"#,
        r#"{"rule":"max-length","severity":"error","at":"/name","#,
        r#""message":"the text has 7 characters, at most 5 are allowed","help":"shorten it by 2","#,
        r#""span":{"start":{"line":2,"column":8,"offset":24},"end":{"line":2,"column":17,"offset":34}},"#,
        r#""source":{"url":"https://example.com/create-customer","section":"name","#,
        r#""strength":"normative"},"discrepancy":"AC-01"}]}"#,
        "\n",
        r#"],"summary":{"files":1,"failed":1,"errors":2,"warnings":0,"infos":0}}"#,
        "\n",
    );
    assert_eq!(ran.output, expected);
}

#[test]
fn a_fix_that_is_certain_comes_last() {
    let text = br#"{"name":"Ada","kind":"Person","token":"<token>",}"#;
    let ran = carnet_reading(&[&CREATE[..], &["-"]].concat(), text);
    let json = ran.json();
    let findings = &json["files"][0]["findings"];
    let edits = |start, end, text| serde_json::json!([{"start": start, "end": end, "text": text}]);
    let expected = serde_json::json!({"safe": true, "edits": edits(21, 29, "\"person\"")});
    assert_eq!(findings[0]["fix"], expected);
    let expected = serde_json::json!({"safe": true, "edits": edits(47, 48, "")});
    assert_eq!(findings[1]["fix"], expected);
    assert!(
        ran.output
            .contains(r#""discrepancy":null,"fix":{"safe":true,"edits":[{"start":"#)
    );
}

#[test]
fn clean_files_are_listed_too() {
    let tree = Tree::new("clean_files_are_listed_too")
        .with("b.json", r#"{"name":"Bob"}"#)
        .with("a.json", "{}");
    let ran = carnet(&[&CREATE[..], &[&tree.path("")]].concat());
    let json = ran.json();
    assert_eq!(json["files"][0]["path"], tree.path("a.json"));
    assert_eq!(json["files"][0]["verdict"], "fail");
    assert_eq!(json["files"][1]["path"], tree.path("b.json"));
    assert_eq!(json["files"][1]["verdict"], "pass");
    assert_eq!(json["files"][1]["findings"], serde_json::json!([]));
    assert_eq!(ran.output.lines().count(), 4);
}

#[test]
fn denied_warnings_fail_the_file() {
    let text = br#"{"name":"Ada","kind":"Person"}"#;
    let ran = carnet_reading(&[&CREATE[..], &["--deny", "warnings", "-"]].concat(), text);
    assert_eq!(ran.exit, Exit::Findings);
    let json = ran.json();
    assert_eq!(json["files"][0]["verdict"], "fail");
    assert_eq!(json["files"][0]["findings"][0]["severity"], "warning");
    assert_eq!(json["summary"]["failed"], 1);
    assert_eq!(json["summary"]["errors"], 0);
}

#[test]
fn a_profile_of_its_own_is_named_in_the_file() {
    let tree = Tree::new("a_profile_of_its_own_is_named_in_the_file")
        .with("a.json", r#"{"name":"Ada"}"#)
        .with("old/a.json", r#"{"name":"Ada Lovelace"}"#)
        .with(
            "carnet.toml",
            "[[files]]\nglob = '**/*.json'\noperation = 'acme.customer.create'\n\
             [[files]]\nglob = 'old/*.json'\noperation = 'acme.customer.create'\nprofile = 'lenient'\n",
        );
    let folder = tree.path("");
    let json = carnet(&["lint", "--format", "json", &folder]).json();
    assert_eq!(json["profile"], "strict");
    assert_eq!(json["files"][0].get("profile"), None);
    assert_eq!(json["files"][1]["profile"], "lenient");
    assert_eq!(json["files"][1]["verdict"], "pass");
    let summary = carnet(&["lint", &folder]).summary().to_owned();
    assert_eq!(
        summary,
        "2 files, 0 failed: 0 errors, 1 warning, 0 infos (strict, 1 lenient)"
    );

    let strict = carnet(&["lint", "--format", "json", "--profile", "strict", &folder]);
    assert_eq!(strict.json()["files"][1]["verdict"], "fail");
}

#[test]
fn what_cannot_be_read_is_told_elsewhere() {
    let tree = Tree::new("what_cannot_be_read_is_told_elsewhere").with("a.json", "{}");
    let (file, missing) = (tree.path("a.json"), tree.path("missing.json"));
    let ran = carnet(&[&CREATE[..], &[&missing, &file]].concat());
    ran.complains(Exit::Io, &[&missing, "cannot be read"]);
    assert_eq!(ran.json()["files"].as_array().unwrap().len(), 1);
}

#[test]
fn nothing_is_written_where_nothing_ran() {
    let ran = carnet(&[
        "lint",
        "--format",
        "json",
        "--operation",
        "acme.nothing",
        "x.json",
    ]);
    assert_eq!((ran.exit, ran.output.as_str()), (Exit::Usage, ""));
}
