//! `carnet lint --schema`: payloads against a JSON Schema of one's own.

use crate::run::{carnet, carnet_reading};
use crate::tree::Tree;
use carnet_cli::Exit;

const PERSON: &str = r#"{
  "type": "object",
  "properties": {"name": {"type": "string", "maxLength": 3}, "age": {"type": "integer"}},
  "required": ["name"],
  "additionalProperties": false
}"#;

#[test]
fn findings_have_spans_codes_and_help() {
    let tree = Tree::new("schema-findings")
        .with("person.schema.json", PERSON)
        .with("a.json", "{\n  \"name\": \"Grace\",\n  \"aeg\": 7\n}");
    let schema = tree.path("person.schema.json");
    let ran = carnet(&["lint", "--schema", &schema, &tree.path("a.json")]);
    assert_eq!(ran.exit, Exit::Findings);
    for said in [
        "a.json:2:11: error[max-length] the text has 5 characters, at most 3 are allowed",
        "a.json:3:3: error[unknown-key] the key `aeg` is not in the schema",
        "= help: did you mean `age`?",
    ] {
        assert!(ran.output.contains(said), "{}", ran.output);
    }
    let allowed = ["--allow", "max-length", "--warn", "/aeg"];
    let file = tree.path("a.json");
    let args = [&["lint", "--schema", &schema, &file][..], &allowed].concat();
    assert_eq!(carnet(&args).exit, Exit::Clean);
}

#[test]
fn a_schema_is_called_by_its_id_or_its_file() {
    let tree = Tree::new("schema-name")
        .with("x.json", r#"{"type": "object"}"#)
        .with("y.json", r#"{"$id": "https://example.com/y.json"}"#);
    for (schema, name) in [
        ("x.json", "x.json"),
        ("y.json", "https://example.com/y.json"),
    ] {
        let schema = tree.path(schema);
        let args = ["lint", "--format", "json", "--schema", &schema, "-"];
        let json = carnet_reading(&args, b"{}").json();
        assert_eq!(json["files"][0]["operation"], name);
        assert_eq!(json["files"][0]["verdict"], "pass");
    }
}

#[test]
fn every_line_may_be_a_text() {
    let tree = Tree::new("schema-ndjson")
        .with("person.schema.json", PERSON)
        .with(
            "all.ndjson",
            "{\"name\": \"Ada\"}\n{\"name\": 7}\n{\"name\": \"Bob\"}\n",
        );
    let schema = tree.path("person.schema.json");
    let ran = carnet(&["lint", "--schema", &schema, &tree.path("all.ndjson")]);
    assert!(ran.output.contains("all.ndjson:2:10: "), "{}", ran.output);
    assert!(
        ran.summary().starts_with("1 file, 1 failed: 1 error"),
        "{}",
        ran.output
    );
}

#[test]
fn a_folder_is_checked_without_the_schema_itself() {
    let tree = Tree::new("schema-folder")
        .with("person.schema.json", PERSON)
        .with("a.json", r#"{"name": "Ada"}"#);
    let schema = tree.path("person.schema.json");
    let ran = carnet(&["lint", "--schema", &schema, &tree.path("")]);
    assert_eq!(ran.exit, Exit::Clean);
    assert!(
        ran.summary().starts_with("1 file, 0 failed"),
        "{}",
        ran.output
    );
}

#[test]
fn carnet_toml_names_schemas_too() {
    let tree = Tree::new("schema-config")
        .with(
            "carnet.toml",
            "[[files]]\nglob = \"*.json\"\nschema = \"s/person.schema.json\"\n",
        )
        .with("s/person.schema.json", PERSON)
        .with("a.json", r#"{"age": 7}"#);
    let ran = carnet(&["lint", &tree.path("")]);
    assert_eq!(ran.exit, Exit::Findings);
    assert!(
        ran.output.contains("error[required] `name` is missing"),
        "{}",
        ran.output
    );

    let both =
        "[[files]]\nglob = \"*.json\"\nschema = \"x.json\"\noperation = \"acme.person.add\"\n";
    let tree = Tree::new("schema-config-both")
        .with("carnet.toml", both)
        .with("a.json", "{}");
    carnet(&["lint", &tree.path("")]).complains(Exit::Usage, &["not to both"]);
}

#[test]
fn a_broken_schema_is_told_with_its_place() {
    let tree = Tree::new("schema-broken")
        .with("type.json", "{\n  \"type\": \"text\"\n}")
        .with("syntax.json", "{\n  \"type\": }")
        .with(
            "remote.json",
            "{\n  \"$ref\": \"https://example.com/x.json\"\n}",
        )
        .with("sibling.json", r#"{"$ref": "none.json"}"#)
        .with("a.json", "{}");
    let lint =
        |schema: &str| carnet(&["lint", "--schema", &tree.path(schema), &tree.path("a.json")]);
    lint("type.json").complains(Exit::Usage, &["type.json:2:11: error: /type is not what"]);
    lint("syntax.json").complains(Exit::Usage, &["syntax.json:2:"]);
    let said = [
        "remote.json:2:11:",
        "`https://example.com/x.json` is referred to and cannot be had",
        "the network is not asked; allow it with `--allow-net`, or save the document beside",
    ];
    lint("remote.json").complains(Exit::Usage, &said);
    lint("sibling.json").complains(Exit::Usage, &["sibling.json:1:10:", "none.json"]);
    lint("missing.json").complains(Exit::Io, &["missing.json"]);
    let schema = tree.path("type.json");
    let args = ["lint", "--schema", &schema, "--operation", "x", "a.json"];
    carnet(&args).complains(Exit::Usage, &["cannot be used with"]);
}

#[test]
fn files_beside_a_schema_are_read() {
    let name = r#"{"$defs": {"Name": {"type": "string", "maxLength": 3}}}"#;
    let tree = Tree::new("schema-siblings")
        .with("by name.json", r#"{"properties": {"name": {"$ref": "common.json#/$defs/Name"}}}"#)
        .with(
            "by-id.json",
            r#"{"$id": "https://example.com/s/x.json", "properties": {"name": {"$ref": "common.json#/$defs/Name"}}}"#,
        )
        .with("common.json", name)
        .with("a.txt", r#"{"name": "Grace"}"#);
    for schema in ["by name.json", "by-id.json"] {
        let ran = carnet(&["lint", "--schema", &tree.path(schema), &tree.path("a.txt")]);
        assert_eq!(ran.exit, Exit::Findings, "{ran:?}");
        assert!(ran.output.contains("error[max-length]"), "{}", ran.output);
    }
}

#[test]
fn only_the_alternative_that_was_meant_is_told() {
    let schema = r#"{"oneOf": [
        {"properties": {"kind": {"const": "a"}, "size": {"type": "integer"}}},
        {"properties": {"kind": {"const": "b"}, "size": {"type": "string"}}},
        {"type": "string"}
    ]}"#;
    let tree = Tree::new("schema-one-of").with("s.json", schema);
    let args = ["lint", "--schema", &tree.path("s.json"), "-"];
    let ran = carnet_reading(&args, br#"{"kind": "a", "size": "7"}"#);
    assert!(ran.summary().contains("1 error"), "{}", ran.output);
    assert!(
        ran.output.contains("(1 of 3 alternatives)"),
        "{}",
        ran.output
    );
}
