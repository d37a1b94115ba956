//! Texts against schemas of several drafts.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use carnet_core::{Level, RuleId, Severity};
use carnet_jsonschema::{Documents, Nothing, Schema};
use carnet_validate::{Choice, Settings, rule};

fn schema(text: &str) -> Schema {
    Schema::compile(text.as_bytes(), None, Nothing).unwrap()
}

/// Rule, place, line and column, and message of every finding.
fn told(schema: &Schema, text: &str) -> Vec<String> {
    let report = schema.lint(text.as_bytes(), &Settings::default());
    let findings = report.findings.iter().map(|it| {
        let start = it.span.unwrap().start;
        format!(
            "{}:{} {} {} {}",
            start.line, start.column, it.rule, it.at, it.message
        )
    });
    findings.collect()
}

#[test]
fn keywords_have_the_rules_of_contracts_and_spans() {
    let schema = schema(
        r#"{
        "type": "object",
        "properties": {
            "name": {"type": "string", "maxLength": 3},
            "age": {"type": "integer", "maximum": 150},
            "kind": {"enum": ["person", "company"]},
            "code": {"pattern": "^[a-z]+$"},
            "born": {"format": "date"}
        },
        "required": ["name", "mail"],
        "additionalProperties": false
    }"#,
    );
    let text = "{\n  \"name\": \"Grace\",\n  \"age\": 151, \"kind\": \"persom\",\n  \"code\": \"A1\",\n  \"born\": \"1906-13-09\",\n  \"nmae\": 1\n}";
    assert_eq!(
        told(&schema, text),
        [
            "1:1 required /mail `mail` is missing",
            "2:11 max-length /name the text has 5 characters, at most 3 are allowed",
            "3:10 maximum /age `151` is more than 150",
            "3:23 enum /kind `persom` is not one of the listed values",
            "4:11 schema /code `A1` does not match the pattern `^[a-z]+$`",
            "5:11 format /born `1906-13-09` has not the format `date`",
            "6:3 unknown-key /nmae the key `nmae` is not in the schema",
        ]
    );
}

#[test]
fn drafts_are_told_apart() {
    let draft = |url: &str, rest: &str| schema(&format!(r#"{{"$schema": "{url}", {rest}}}"#));
    let four = draft(
        "http://json-schema.org/draft-04/schema#",
        r#""maximum": 5, "exclusiveMaximum": true"#,
    );
    assert_eq!(told(&four, "5"), ["1:1 maximum  `5` is not less than 5"]);
    let seven = draft(
        "http://json-schema.org/draft-07/schema#",
        r#""dependencies": {"a": ["b"]}, "items": [{"type": "null"}]"#,
    );
    assert_eq!(
        told(&seven, r#"{"a": 1}"#),
        ["1:1 required-with /b `b` is missing"]
    );
    assert_eq!(
        told(&seven, "[7]"),
        ["1:2 type /0 expected null, found a number"]
    );
    let now = draft(
        "https://json-schema.org/draft/2020-12/schema",
        r#""dependentRequired": {"a": ["b"]}, "prefixItems": [{"type": ["string", "null"]}]"#,
    );
    assert_eq!(
        told(&now, r#"{"a": 1}"#),
        ["1:1 required-with /b `b` is missing"]
    );
    assert_eq!(told(&now, "[7]").len(), 1);
}

#[test]
fn only_the_alternative_that_was_meant_is_told() {
    let schema = schema(
        r#"{"oneOf": [
        {"type": "object", "properties": {"kind": {"const": "dog"}, "barks": {"type": "boolean"}}, "required": ["kind", "barks"]},
        {"type": "object", "properties": {"kind": {"const": "cat"}, "lives": {"type": "integer"}}, "required": ["kind", "lives"]},
        {"type": "string"}
    ]}"#,
    );
    assert_eq!(
        told(&schema, r#"{"kind": "cat", "lives": "9"}"#),
        ["1:26 type /lives expected an integer, found a string (1 of 3 alternatives)"]
    );
    assert_eq!(
        told(&schema, r#"{"kind": "dog"}"#),
        ["1:1 required /barks `barks` is missing (1 of 3 alternatives)"]
    );
    assert_eq!(
        told(&schema, "7"),
        ["1:1 type  expected an object or a string, found a number"]
    );
    let both = self::schema(r#"{"oneOf": [{"type": "number"}, {"type": "integer"}]}"#);
    assert_eq!(
        told(&both, "7"),
        ["1:1 schema  the value fits several of 2 alternatives, and may fit only one"]
    );
}

#[test]
fn broken_texts_are_told_as_ever() {
    let schema = schema(r#"{"type": "object", "maxProperties": 1}"#);
    assert_eq!(told(&schema, "{\"a\": }").len(), 1);
    let duplicate = told(&schema, r#"{"a": 1, "a": 2}"#);
    assert_eq!(duplicate.len(), 1);
    assert!(duplicate[0].contains("duplicate-key"), "{duplicate:?}");
    for text in [&b""[..], b"\xff", b"[[[", b"{\"a\":1e999}"] {
        drop(schema.lint(text, &Settings::default()));
    }
}

#[test]
fn levels_of_rules_count() {
    let mut settings = Settings::default();
    let warn = Choice::Level(Level::Warning);
    settings.overrides.insert("max-length".into(), warn);
    let schema = schema(r#"{"maxLength": 1}"#);
    let report = schema.lint(b"\"abc\"", &settings);
    assert_eq!(report.findings[0].severity, Severity::Warning);
    let allow = Choice::Level(Level::Allow);
    settings.overrides.insert("max-length".into(), allow);
    assert!(schema.lint(b"\"abc\"", &settings).is_clean());
}

#[test]
fn the_examples_of_the_rule_are_true() {
    let doc = rule::doc(RuleId::Schema);
    let schema = schema(r#"{"properties": {"code": {"pattern": "^[a-z]+$"}}}"#);
    assert_eq!(told(&schema, doc.bad).len(), 1);
    assert!(told(&schema, doc.good).is_empty());
}

#[test]
fn a_broken_schema_is_told_with_its_place() {
    let error = |text: &str| Schema::compile(text.as_bytes(), None, Nothing).unwrap_err();
    let wrong = error("{\n  \"properties\": {\"a\": {\"type\": \"text\"}}\n}");
    assert_eq!((wrong.position.line, wrong.position.column), (2, 32));
    assert_eq!(error("{\"type\": }").position.line, 1);
    assert_eq!(
        error("7").to_string(),
        "a schema is an object or a boolean, found a number"
    );
    let remote = error("{\n\"$ref\": \"https://example.com/x.json\"}");
    assert_eq!((remote.position.line, remote.position.column), (2, 9));
    assert!(
        remote.to_string().contains("https://example.com/x.json"),
        "{remote}"
    );
    let lost = error(r##"{"$ref": "#/$defs/none"}"##);
    assert!(lost.to_string().contains("leads nowhere"), "{lost}");
}

#[test]
fn other_documents_are_asked_for() {
    struct Sibling;
    impl Documents for Sibling {
        fn read(&self, url: &str) -> Result<Vec<u8>, String> {
            assert_eq!(url, "file:///schemas/common.json");
            Ok(br#"{"$defs": {"Name": {"maxLength": 1}}}"#.to_vec())
        }
    }
    let text = br#"{"properties": {"a": {"$ref": "common.json#/$defs/Name"}}}"#;
    let schema = Schema::compile(text, Some("file:///schemas/x.json"), Sibling).unwrap();
    assert_eq!(told(&schema, r#"{"a": "bc"}"#).len(), 1);
}

#[test]
fn two_megabytes_are_judged() {
    let items = r#"{"name": "Ada", "age": 7}"#;
    let mut text = format!("[{}", format!("{items},").repeat((2 << 20) / items.len()));
    text.push_str(r#"{"name": 5}]"#);
    let schema = schema(r#"{"items": {"properties": {"name": {"type": "string"}}}}"#);
    let found = told(&schema, &text);
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("expected a string, found a number"));
}
