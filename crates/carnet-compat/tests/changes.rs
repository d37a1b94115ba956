//! One keyword at a time: what is said of it, and what it breaks.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use carnet_compat::{Change, Direction, Side, Verdict, compare};
use serde_json::{Value, json};

fn changes(old: &Value, new: &Value) -> Vec<Change> {
    let comparison = compare(old.to_string().as_bytes(), new.to_string().as_bytes());
    comparison.unwrap().changes
}

/// The letters of a change: `T` tightens, `L` loosens, `B` both, `-` neither, `?` nobody knows.
fn letter(change: &Change) -> char {
    match (change.effect.request, change.effect.reply) {
        (Verdict::Compatible, Verdict::Compatible) => '-',
        (Verdict::Breaking, Verdict::Compatible) => 'T',
        (Verdict::Compatible, Verdict::Breaking) => 'L',
        (Verdict::Breaking, Verdict::Breaking) => 'B',
        _ => '?',
    }
}

#[track_caller]
fn one(old: impl Into<Value>, new: impl Into<Value>, expected: &str) {
    let (old, new) = (old.into(), new.into());
    let found: Vec<String> = changes(&old, &new)
        .iter()
        .map(|it| format!("{} {} {}", letter(it), it.place, it.what))
        .collect();
    assert_eq!(found.join("; "), expected);
    // The other way round the other direction breaks.
    let back = compare(new.to_string().as_bytes(), old.to_string().as_bytes()).unwrap();
    let forth = compare(old.to_string().as_bytes(), new.to_string().as_bytes()).unwrap();
    assert_eq!(
        forth.verdict(Direction::Request),
        back.verdict(Direction::Reply)
    );
    assert_eq!(
        forth.verdict(Direction::Reply),
        back.verdict(Direction::Request)
    );
}

#[test]
fn values() {
    one(
        json!({"type": "integer"}),
        json!({"type": "number"}),
        "L  type integer → number",
    );
    one(
        json!({"type": "string"}),
        json!({"type": "integer"}),
        "B  type string → integer",
    );
    one(
        json!({"enum": ["a", "b"]}),
        json!({"enum": ["a", "c"]}),
        r#"T  enum without "b"; L  enum with "c""#,
    );
    one(json!({"const": 1}), json!({"const": 1.0}), "");
    one(
        json!({"format": "date"}),
        json!({"format": "date-time"}),
        r#"B  format "date" → "date-time""#,
    );
    one(
        json!({"pattern": "^a"}),
        json!({"pattern": "^(a)"}),
        r#"?  pattern "^a" → "^(a)""#,
    );
    one(
        json!({"type": "string", "minLength": 1}),
        json!({"type": "string", "minLength": 2}),
        "T  minLength 1 → 2",
    );
}

#[test]
fn numbers_are_compared_digit_by_digit() {
    let old = br#"{"maximum": 999999999999999.00}"#;
    let new = br#"{"maximum": 999999999999999.01}"#;
    let comparison = compare(old, new).unwrap();
    assert_eq!(comparison.verdict(Direction::Reply), Verdict::Breaking);
    assert_eq!(comparison.verdict(Direction::Request), Verdict::Compatible);
    let same = compare(br#"{"maximum": 10}"#, br#"{"maximum": 1.0e1}"#).unwrap();
    assert!(same.changes.is_empty());
}

#[test]
fn members() {
    let open = json!({"type": "object", "properties": {"a": {"type": "string"}}});
    let more =
        json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "null"}}});
    one(open.clone(), more.clone(), "T /b property added");
    let closed = |mut schema: Value| {
        schema["additionalProperties"] = false.into();
        schema
    };
    one(closed(open.clone()), closed(more), "L /b property added");
    let mut required = open.clone();
    required["required"] = json!(["a"]);
    one(open.clone(), required, "T  required added: a");
    one(
        open.clone(),
        closed(open),
        "T  additionalProperties added: false",
    );
    one(
        json!({"type": "object", "dependentRequired": {"a": ["b"]}}),
        json!({"type": "object", "dependentRequired": {"a": ["b", "c"]}}),
        "T  dependentRequired added: c, with a",
    );
}

#[test]
fn places_go_through_references_items_and_odd_names() {
    let schema = |length: u8| {
        json!({
            "properties": {"a/b": {"type": "array", "items": {"$ref": "#/$defs/Text"}}},
            "$defs": {"Text": {"type": "string", "maxLength": length}},
        })
    };
    let changes = changes(&schema(50), &schema(40));
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].place, "/a~1b/*");
    assert_eq!(changes[0].keyword, "/$defs/Text/maxLength");
}

#[test]
fn recursion_ends_and_is_compared() {
    let schema = |kind: &str| {
        json!({
            "$ref": "#/$defs/Node",
            "$defs": {"Node": {"type": "object", "properties": {
                "next": {"$ref": "#/$defs/Node"},
                "value": {"type": kind},
            }}},
        })
    };
    one(
        schema("integer"),
        schema("number"),
        "L /value type integer → number",
    );
    one(
        json!({"$ref": "#"}),
        json!({"$ref": "#", "title": "x"}),
        "-  title changed, for people only",
    );
}

#[test]
fn not_turns_directions_round() {
    one(
        json!({"type": "string", "not": {"maxLength": 3}}),
        json!({"type": "string", "not": {"maxLength": 2}}),
        "L  maxLength 3 → 2",
    );
}

#[test]
fn moving_a_constraint_is_proven_to_change_nothing() {
    let old = json!({"properties": {"a": {"type": "string", "maxLength": 5}}});
    let new = json!({
        "properties": {"a": {"allOf": [{"type": "string"}, {"maxLength": 5}]}},
    });
    let found = changes(&old, &new);
    assert!(!found.is_empty());
    assert!(found.iter().all(|it| letter(it) == '-'), "{found:?}");
    let one_of = |branches: Value| json!({"oneOf": branches});
    one(
        one_of(json!([{"type": "string"}, {"type": "null"}])),
        one_of(json!([{"type": "string"}, {"type": "null"}, {"type": "boolean"}])),
        r#"L  oneOf branch added: {"type":"boolean"}"#,
    );
}

#[test]
fn what_is_not_understood_is_unknown() {
    for (old, new) in [
        (json!({"made-up": 1}), json!({"made-up": 2})),
        (
            json!({"$ref": "other.json", "title": "a"}),
            json!({"$ref": "other.json", "title": "b"}),
        ),
        (
            json!({"unevaluatedProperties": false, "if": {"properties": {"a": true}}}),
            json!({"unevaluatedProperties": false, "if": {"properties": {"b": true}}}),
        ),
        (
            json!({"$schema": "http://json-schema.org/draft-07/schema#"}),
            json!({"$schema": "https://json-schema.org/draft/2020-12/schema"}),
        ),
        (json!({"type": 7}), json!({"type": 8})),
        (json!({"required": true}), json!({"required": false})),
    ] {
        let comparison = compare(old.to_string().as_bytes(), new.to_string().as_bytes()).unwrap();
        for direction in Direction::ALL {
            assert_eq!(
                comparison.verdict(direction),
                Verdict::Unknown,
                "{old} {new}"
            );
        }
    }
}

#[test]
fn deep_and_odd_schemas_do_not_panic() {
    let chain = |last: &str| {
        let mut defs = serde_json::Map::new();
        for i in 0..3000 {
            let next = json!({"$ref": format!("#/$defs/{}", i + 1), "minLength": 1});
            defs.insert(i.to_string(), next);
        }
        defs.insert("3000".into(), json!({"type": last}));
        json!({"$ref": "#/$defs/0", "$defs": defs})
    };
    let comparison = changes(&chain("string"), &chain("null"));
    assert!(
        comparison.iter().all(|it| letter(it) == '?'),
        "{comparison:?}"
    );
    let odd = [
        json!({"properties": [], "items": 7, "allOf": {}, "if": 1, "then": {"a": 1}}),
        json!({"properties": {"a": 1}, "items": [1, {}], "allOf": [1], "enum": {}, "not": []}),
        json!({"oneOf": 1, "anyOf": [], "maximum": "1", "exclusiveMaximum": true, "$ref": 4}),
        json!(true),
        json!(false),
    ];
    for old in &odd {
        for new in &odd {
            changes(old, new);
        }
    }
}

#[test]
fn texts_that_are_no_schema_are_told_with_their_place() {
    let error = compare(b"{}", b"{\n  \"type\": }").unwrap_err();
    assert_eq!((error.side, error.position.line), (Side::New, 2));
    assert!(compare(b"[]", b"{}").is_err());
    assert!(compare(b"", b"{}").is_err());
}
