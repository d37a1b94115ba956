//! Whole documents.

use crate::change::CHANGE;
use crate::contract::MAKE;
use crate::validator;
use carnet_schema::{Side, Tree, catalog, document, file_name, files, to_text};
use carnet_vendors::CATALOG;
use serde_json::{Value, json};

const KEYWORDS: &[&str] = &[
    "$schema",
    "$id",
    "$ref",
    "$defs",
    "$anchor",
    "$comment",
    "$vocabulary",
    "$dynamicRef",
    "$dynamicAnchor",
    "title",
    "description",
    "default",
    "deprecated",
    "readOnly",
    "writeOnly",
    "examples",
    "type",
    "const",
    "enum",
    "multipleOf",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxContains",
    "minContains",
    "maxProperties",
    "minProperties",
    "required",
    "dependentRequired",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "dependentSchemas",
    "prefixItems",
    "items",
    "contains",
    "properties",
    "patternProperties",
    "additionalProperties",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
    "format",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
];

/// Calls `visit` with every keyword of a schema and of those in it.
fn keywords(schema: &Value, visit: &mut impl FnMut(&str)) {
    let Value::Object(members) = schema else {
        return;
    };
    for (key, value) in members {
        visit(key);
        match key.as_str() {
            "properties" | "patternProperties" | "$defs" | "dependentSchemas" => {
                for schema in value.as_object().unwrap().values() {
                    keywords(schema, visit);
                }
            }
            "anyOf" | "allOf" | "oneOf" | "prefixItems" => {
                for schema in value.as_array().unwrap() {
                    keywords(schema, visit);
                }
            }
            "items"
            | "additionalProperties"
            | "propertyNames"
            | "not"
            | "if"
            | "then"
            | "else"
            | "contains" => keywords(value, visit),
            _ => {}
        }
    }
}

/// The documents of the contracts written by hand and of the whole catalog.
fn all() -> impl Iterator<Item = Tree> {
    let contracts = [&MAKE, &CHANGE].into_iter().chain(CATALOG.iter().copied());
    contracts.flat_map(|contract| Side::ALL.map(|side| document(contract, side)))
}

#[test]
fn documents_are_valid_against_the_metaschema() {
    for document in all() {
        validator(&document.to_value());
    }
}

#[test]
fn documents_hold_no_misspelt_keyword() {
    for document in all() {
        keywords(&document.to_value(), &mut |key| {
            assert!(
                KEYWORDS.contains(&key) || key.starts_with("x-carnet-"),
                "{key}"
            );
        });
    }
}

#[test]
fn examples_validate() {
    for document in all() {
        let document = document.to_value();
        let validator = validator(&document);
        let examples = document["examples"].as_array().unwrap();
        assert!(!examples.is_empty());
        for example in examples {
            let errors: Vec<_> = validator
                .iter_errors(example)
                .map(|it| it.to_string())
                .collect();
            assert!(errors.is_empty(), "{example:#}: {errors:#?}");
        }
    }
}

#[test]
fn the_text_is_the_document() {
    for document in all() {
        let text = to_text(&document);
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value, document.to_value());
        assert!(text.ends_with("}\n"));
    }
}

#[test]
fn a_reference_leads_to_a_definition_and_a_definition_is_referred_to() {
    for document in all() {
        let text = to_text(&document);
        let Some(Tree::Object(definitions)) = document.get("$defs") else {
            continue;
        };
        for (name, _) in definitions {
            assert!(
                text.contains(&format!("\"$ref\": \"#/$defs/{name}\"")),
                "{name}"
            );
        }
    }
}

#[test]
fn keys_stand_in_reading_order_and_properties_in_the_vendors() {
    let request = document(&MAKE, Side::Request);
    let keys = |tree: &Tree| match tree {
        Tree::Object(members) => members.iter().map(|(key, _)| key.clone()).collect(),
        _ => Vec::new(),
    };
    assert_eq!(
        keys(&request),
        [
            "$schema",
            "$id",
            "title",
            "description",
            "x-carnet-operation",
            "type",
            "properties",
            "required",
            "additionalProperties",
            "x-carnet-sources",
            "x-carnet-discrepancies",
            "x-carnet-advice",
            "x-carnet-not-expressed",
            "x-carnet-register",
            "examples",
            "$defs",
        ]
    );
    assert_eq!(
        keys(request.get("properties").unwrap()),
        [
            "Token",
            "name",
            "contact",
            "country",
            "signed",
            "signed_on",
            "entries",
            "labels"
        ]
    );
}

#[test]
fn the_head_says_what_the_document_is() {
    let request = document(&MAKE, Side::Request).to_value();
    let root = "https://carnet-rs.github.io/carnet/schemas/";
    assert_eq!(
        file_name(&MAKE, Side::Request),
        "test/test.thing.make.request.schema.json"
    );
    assert_eq!(
        request["$id"],
        format!("{root}{}", file_name(&MAKE, Side::Request))
    );
    assert_eq!(
        request["description"],
        "A thing to make.\n\nIts name is unique."
    );
    assert_eq!(
        request["x-carnet-operation"],
        json!({
            "id": "test.thing.make",
            "method": "POST",
            "url": "https://{host}/things",
            "page": "https://example.com/make",
            "auth": {"in": "body", "members": ["Token"]},
        })
    );
}

#[test]
fn places_name_their_source_and_discrepancies() {
    let request = document(&MAKE, Side::Request).to_value();
    let country = &request["properties"]["country"];
    assert_eq!(
        country["x-carnet-source"],
        json!({"section": "country", "strength": "normative"})
    );
    assert_eq!(
        country["x-carnet-sources"],
        json!([{
            "rule": "type",
            "url": "https://example.com/other",
            "section": "Country",
            "strength": "outside",
        }])
    );
    assert_eq!(country["x-carnet-discrepancies"], json!(["GN-04", "TV-01"]));
    let register = request["x-carnet-register"].as_object().unwrap();
    let ids: Vec<_> = register.keys().collect();
    for id in ["GN-01", "GN-04", "GN-05", "GN-10", "TV-01", "TV-02"] {
        assert!(register.contains_key(id), "{id} in {ids:?}");
    }
    assert_eq!(register["TV-01"]["readings"], json!(["a number", "a text"]));
}

#[test]
fn the_catalog_lists_both_sides() {
    let catalog: Value = serde_json::from_str(&catalog(&[&MAKE])).unwrap();
    assert_eq!(catalog["version"], 1);
    assert_eq!(
        catalog["schemas"][0],
        json!({
            "name": "test.thing.make request",
            "description": "Test: Makes a thing.",
            "fileMatch": ["test.thing.make.request.json", "*.test.thing.make.request.json"],
            "url": document(&MAKE, Side::Request).to_value()["$id"],
        })
    );
    let names: Vec<_> = files(&[&MAKE]).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        [
            "test/test.thing.make.request.schema.json",
            "test/test.thing.make.response.schema.json",
            "catalog.json",
        ]
    );
}
