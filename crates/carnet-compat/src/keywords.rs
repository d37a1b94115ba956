//! Which keywords say something about payloads, and what changed of those that do not.

use crate::change::Effect;
use crate::value;
use crate::walk::{Pair, Walker};
use crate::words::changed;
use carnet_core::json_schema::Tree;

/// What says nothing about payloads. So does everything that begins with `x-`.
const ANNOTATIONS: [&str; 15] = [
    "$id",
    "id",
    "$comment",
    "$vocabulary",
    "$anchor",
    "$defs",
    "definitions",
    "title",
    "description",
    "default",
    "deprecated",
    "examples",
    "example",
    "readOnly",
    "writeOnly",
];

/// Keywords that the other modules compare.
const KEYWORDS: [&str; 46] = [
    "$schema",
    "$ref",
    "type",
    "enum",
    "const",
    "minimum",
    "exclusiveMinimum",
    "maximum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
    "pattern",
    "format",
    "contentMediaType",
    "contentEncoding",
    "contentSchema",
    "properties",
    "patternProperties",
    "additionalProperties",
    "propertyNames",
    "required",
    "dependentRequired",
    "dependentSchemas",
    "dependencies",
    "items",
    "prefixItems",
    "additionalItems",
    "contains",
    "minContains",
    "maxContains",
    "uniqueItems",
    "anyOf",
    "oneOf",
    "allOf",
    "not",
    "if",
    "then",
    "else",
    "unevaluatedProperties",
    "unevaluatedItems",
    "$dynamicRef",
];

impl<'s> Walker<'s> {
    /// Annotations, and keywords that nobody knows.
    pub(crate) fn others(&mut self, pair: &Pair<'s>) {
        let mut annotations = Vec::new();
        let old = value::members(Some(pair.old.schema)).iter();
        let new = value::members(Some(pair.new.schema)).iter();
        let mut names: Vec<&str> = Vec::new();
        for (name, _) in old.chain(new) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        for name in names {
            let (old, new) = pair.get(name);
            let is_same = match (old, new) {
                (Some(old), Some(new)) => value::same(old, new),
                (old, new) => old.is_none() && new.is_none(),
            };
            let is_compared = KEYWORDS.contains(&name)
                && [old, new]
                    .into_iter()
                    .flatten()
                    .all(|it| is_readable(name, it));
            if is_same || is_compared || matches!(name, "$defs" | "definitions") {
                continue;
            }
            if ANNOTATIONS.contains(&name) || name.starts_with("x-") {
                annotations.push(name);
            } else {
                self.note(pair, name, changed(name, old, new), Effect::UNKNOWN);
            }
        }
        if let [first, ..] = annotations[..] {
            let what = format!("{} changed, for people only", annotations.join(", "));
            self.change(pair, first, what, Effect::NONE);
        }
    }
}

/// Whether a keyword says nothing about payloads.
pub(crate) fn is_annotation(name: &str) -> bool {
    ANNOTATIONS.contains(&name) || name.starts_with("x-") || name == "$schema"
}

/// Whether the value of a keyword is of the kind that is compared.
fn is_readable(keyword: &str, value: &Tree) -> bool {
    match keyword {
        "required" => {
            value::items(Some(value))
                .iter()
                .all(|it| it.as_str().is_some())
                && matches!(value, Tree::Array(_))
        }
        "properties" | "patternProperties" | "dependentRequired" | "dependentSchemas"
        | "dependencies" => matches!(value, Tree::Object(_)),
        "prefixItems" | "oneOf" => matches!(value, Tree::Array(_)),
        "uniqueItems" => matches!(value, Tree::Bool(_)),
        "$ref" => value.as_str().is_some(),
        _ => true,
    }
}

/// Whether something inside refers to something else.
pub(crate) fn has_reference(schema: &Tree) -> bool {
    match schema {
        Tree::Array(items) => items.iter().any(has_reference),
        Tree::Object(members) => members
            .iter()
            .any(|(name, it)| name.ends_with("Ref") || name == "$ref" || has_reference(it)),
        _ => false,
    }
}

/// Whether a schema accepts everything, at first sight.
pub(crate) fn is_everything(schema: &Tree) -> bool {
    match schema {
        Tree::Bool(value) => *value,
        Tree::Object(members) => members.iter().all(|(name, _)| is_annotation(name)),
        _ => false,
    }
}
