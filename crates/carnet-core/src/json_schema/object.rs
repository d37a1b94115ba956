//! The schema of an object with known members.

use super::annotation::Notes;
use super::value::{Null, describe, placed};
use super::{Definitions, Keywords, Tree, asserts, check, types};
use crate::shape::{Field, Kind, MemberAssertion, Object, Shape};
use crate::{Ruling, rule::RuleId};

pub(super) fn keywords(object: &Object, definitions: &mut dyn Definitions) -> Keywords {
    let mut keywords = Keywords::default();
    describe(&mut keywords, object.description);
    keywords.set("type", "object");
    let properties = object.fields.iter();
    let properties = properties.map(|it| (it.name.to_owned(), property(it, definitions)));
    let properties: Vec<_> = properties.collect();
    if !properties.is_empty() {
        keywords.set("properties", Tree::Object(properties));
    }
    let required: Vec<_> = object
        .fields
        .iter()
        .filter(|field| field.is_required())
        .map(|field| field.name)
        .collect();
    if !required.is_empty() {
        keywords.set("required", Tree::array(required));
    }
    if object.is_closed() {
        keywords.set("additionalProperties", false);
    }
    let mut notes = Notes::on(object.source);
    notes.ruling(RuleId::UnknownKey, &object.unknown_keys, None);
    notes.ruling(RuleId::KeySpelling, &object.key_spelling, None);
    for rule in object.rules {
        let source = rule.ruling.source.or(Some(rule.source));
        let ruling = Ruling {
            source,
            ..rule.ruling
        };
        notes.ruling(
            rule.assertion.rule(),
            &ruling,
            Some(rule.assertion.to_string()),
        );
        if asserts(&rule.ruling) {
            assert(&rule.assertion, object, &mut keywords);
        }
    }
    notes.write(&mut keywords, definitions);
    keywords
}

fn property(field: &Field, definitions: &mut dyn Definitions) -> Tree {
    let null = Null::by(field.null.as_ref());
    let mut keywords = placed(&field.shape, null, definitions);
    describe(&mut keywords, field.description);
    let mut notes = Notes::on(field.source);
    notes.ruling(RuleId::Required, &field.required, None);
    if let Some(ruling) = &field.null {
        notes.ruling(RuleId::Null, ruling, None);
    }
    if may_be_text(&field.shape) {
        notes.ruling(RuleId::Empty, &field.empty, None);
        if asserts(&field.empty) {
            check::at_least(&mut keywords, "minLength", 1);
        }
    }
    notes.shape(&field.shape);
    for discrepancy in field.see {
        notes.discrepancy(discrepancy);
    }
    if field.shape.sensitive {
        keywords.set("writeOnly", true);
    }
    notes.write(&mut keywords, definitions);
    keywords.into_tree()
}

/// Whether a value that is a text can be at all right here.
fn may_be_text(shape: &Shape) -> bool {
    let text = |shape: &Shape| {
        let types = types(&shape.kind);
        types.is_empty() || types.contains(&"string")
    };
    !asserts(&shape.mismatch)
        || text(shape)
        || shape.readings.iter().any(|reading| text(&reading.shape))
}

/// Asserts a statement about several members. `null` counts as absent.
fn assert(assertion: &MemberAssertion, object: &Object, keywords: &mut Keywords) {
    let mut clause = Keywords::default();
    match *assertion {
        MemberAssertion::RequiredTogether(names) => {
            if names.iter().any(|name| may_be_null(object, name)) {
                clause.set("if", any_present(object, names));
                clause.set("then", all_present(object, names));
            } else {
                require_together(names, keywords);
                return;
            }
        }
        MemberAssertion::AtLeastOne(names) => clause = any_present(object, names),
        MemberAssertion::RequiresTrue(name, flag) => {
            clause.set("if", present(object, name));
            let mut then = Keywords::default();
            then.set("properties", Tree::object([(flag, is_set(object, flag))]));
            then.set("required", Tree::array([flag]));
            clause.set("then", then);
        }
        _ => return,
    }
    check::join(keywords, clause);
}

/// What is neither true nor false is the business of the flag's own schema.
fn is_set(object: &Object, flag: &str) -> Tree {
    let is_boolean = object.field(flag).is_none_or(|field| {
        matches!(field.shape.kind, Kind::Boolean)
            && asserts(&field.shape.mismatch)
            && field
                .shape
                .readings
                .iter()
                .all(|reading| asserts(&reading.ruling))
    });
    if is_boolean {
        return Tree::object([("const", true.into())]);
    }
    let unset = Tree::array([Tree::Bool(false), Tree::Null]);
    Tree::object([("not", Tree::object([("enum", unset)]))])
}

/// Where no member can be `null`, being there is being present.
fn require_together(names: &[&str], keywords: &mut Keywords) {
    let mut dependencies = match keywords.remove("dependentRequired") {
        Some(Tree::Object(members)) => members,
        _ => Vec::new(),
    };
    for name in names {
        let others = names.iter().filter(|other| *other != name).copied();
        match dependencies.iter_mut().find(|(key, _)| key == name) {
            Some((_, Tree::Array(known))) => {
                for other in others.map(Tree::from) {
                    if !known.contains(&other) {
                        known.push(other);
                    }
                }
            }
            _ => dependencies.push(((*name).to_owned(), Tree::array(others))),
        }
    }
    keywords.set("dependentRequired", Tree::Object(dependencies));
}

fn may_be_null(object: &Object, name: &str) -> bool {
    object
        .field(name)
        .is_some_and(|field| !field.null.as_ref().is_some_and(asserts))
}

/// The member is there, and it is not `null`.
fn present(object: &Object, name: &str) -> Keywords {
    let mut keywords = Keywords::default();
    if may_be_null(object, name) {
        let null = Tree::object([("type", "null".into())]);
        let not_null = Tree::object([("not", null)]);
        keywords.set("properties", Tree::object([(name, not_null)]));
    }
    keywords.set("required", Tree::array([name]));
    keywords
}

fn any_present(object: &Object, names: &[&str]) -> Keywords {
    let mut keywords = Keywords::default();
    for name in names {
        keywords.push("anyOf", present(object, name));
    }
    keywords
}

fn all_present(object: &Object, names: &[&str]) -> Keywords {
    let mut keywords = Keywords::default();
    for name in names {
        keywords.push("allOf", present(object, name));
    }
    keywords
}
