//! The schema of an object with known members.

use super::annotation::Notes;
use super::members::{self, keys};
use super::value::{Null, describe, placed};
use super::{Definitions, Keywords, Tree, asserts, check, nested, parameter, types};
use crate::contract::Carrier;
use crate::shape::{Alias, Dynamic, Field, Object, Shape};
use crate::{Level, Ruling, rule::RuleId};

/// The schema of an object whose members travel in some way.
pub(super) fn keywords(
    object: &Object,
    carrier: Carrier,
    definitions: &mut dyn Definitions,
) -> Keywords {
    let mut keywords = Keywords::default();
    describe(&mut keywords, object.description);
    keywords.set("type", "object");
    let properties = properties(object, carrier, definitions);
    if !properties.is_empty() {
        keywords.set("properties", Tree::Object(properties));
    }
    require(object, &mut keywords);
    other_keys(object, &mut keywords, definitions);
    for field in object.fields {
        other_places(field, object, carrier, &mut keywords, definitions);
    }
    let mut notes = Notes::on(object.source);
    notes.ruling(unknown_key(carrier), unknown_keys(object), None);
    notes.ruling(key_spelling(carrier), &object.key_spelling, None);
    statements(object, carrier, &mut notes, &mut keywords);
    notes.write(&mut keywords, definitions);
    keywords
}

/// Asserts what is an error and can be said of several members, and notes all else.
fn statements(object: &Object, carrier: Carrier, notes: &mut Notes, keywords: &mut Keywords) {
    for rule in object.rules {
        let ruling = Ruling {
            source: rule.ruling.source.or(Some(rule.source)),
            ..rule.ruling
        };
        let is_error = asserts(&ruling);
        let (id, demand) = (rule.assertion.rule(), Some(rule.assertion.to_string()));
        if is_error && members::unsaid(&rule.assertion, object, carrier).is_some() {
            notes.unsaid(id, &ruling, demand);
            continue;
        }
        notes.ruling(id, &ruling, demand);
        if is_error {
            members::assert(&rule.assertion, object, carrier, keywords);
        }
    }
}

/// The rule about keys that the contract does not know, by what the keys are.
const fn unknown_key(carrier: Carrier) -> RuleId {
    match carrier {
        Carrier::JsonBody => RuleId::UnknownKey,
        Carrier::Parameters => RuleId::UnknownParameter,
    }
}

/// The rule about keys that are spelt otherwise, by what the keys are.
const fn key_spelling(carrier: Carrier) -> RuleId {
    match carrier {
        Carrier::JsonBody => RuleId::KeySpelling,
        Carrier::Parameters => RuleId::ParameterSpelling,
    }
}

/// What happens to a key that the object does not know.
fn unknown_keys(object: &Object) -> &Ruling {
    object
        .dynamic
        .map_or(&object.unknown_keys, |dynamic| &dynamic.stray)
}

/// The members in the vendor's order, then the other keys that they have by readings not taken.
fn properties(
    object: &Object,
    carrier: Carrier,
    definitions: &mut dyn Definitions,
) -> Vec<(String, Tree)> {
    let mut all: Vec<(String, Tree)> = Vec::new();
    for field in object.fields {
        let property = property(field, object, carrier, definitions);
        all.push((field.name.to_owned(), property));
    }
    for field in object.fields {
        for alias in field.aliases {
            if all.iter().all(|(known, _)| known != alias.name) {
                let property = other_key(alias, field, object, carrier, definitions);
                all.push((alias.name.to_owned(), property));
            }
        }
    }
    all
}

fn property(
    field: &Field,
    object: &Object,
    carrier: Carrier,
    definitions: &mut dyn Definitions,
) -> Tree {
    let mut notes = Notes::on(field.source);
    notes.ruling(RuleId::UndocumentedKey, &field.undocumented, None);
    let mut keywords = if asserts(&field.undocumented) {
        Keywords::from(Tree::Bool(false))
    } else {
        notes.ruling(RuleId::Required, &field.required, None);
        match carrier {
            Carrier::JsonBody => value(field, &mut notes, definitions),
            Carrier::Parameters => {
                let inside = nested::inside(field, object);
                parameter::value(field, inside, &mut notes, definitions)
            }
        }
    };
    describe(&mut keywords, field.description);
    for discrepancy in field.see {
        notes.discrepancy(discrepancy);
    }
    if field.shape.sensitive {
        keywords.set("writeOnly", true);
    }
    notes.write(&mut keywords, definitions);
    keywords.into_tree()
}

/// The value of a member.
fn value(field: &Field, notes: &mut Notes, definitions: &mut dyn Definitions) -> Keywords {
    let mut keywords = placed(&field.shape, Null::by(field.null.as_ref()), definitions);
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
    keywords
}

/// A key that a member has by a reading that was not taken. Where a member's value may be a key,
/// nothing is asserted: it may be this one.
fn other_key(
    alias: &Alias,
    field: &Field,
    object: &Object,
    carrier: Carrier,
    definitions: &mut dyn Definitions,
) -> Tree {
    let mut keywords = Keywords::default();
    let is_error = asserts(&alias.ruling);
    if is_error && object.dynamic.is_none() {
        keywords = Tree::Bool(false).into();
    }
    let right = if is_error {
        format!("Not the documented key: write {}.", field.name)
    } else {
        format!(
            "Another key for {}, by a reading that was not taken.",
            field.name
        )
    };
    describe(&mut keywords, &right);
    let mut notes = Notes::default();
    let detail = Some(format!("written {}", field.name));
    if is_error && object.dynamic.is_some() {
        notes.unsaid(key_spelling(carrier), &alias.ruling, detail);
    } else {
        notes.ruling(key_spelling(carrier), &alias.ruling, detail);
    }
    notes.write(&mut keywords, definitions);
    keywords.into_tree()
}

/// Judges a member by its value where it stands under another key and not under its own.
fn other_places(
    field: &Field,
    object: &Object,
    carrier: Carrier,
    keywords: &mut Keywords,
    definitions: &mut dyn Definitions,
) {
    for key in keys(object, field.name).into_iter().skip(1) {
        let mut notes = Notes::default();
        let value = match carrier {
            Carrier::JsonBody => value(field, &mut notes, definitions),
            Carrier::Parameters => {
                let inside = nested::inside(field, object);
                parameter::value(field, inside, &mut notes, definitions)
            }
        };
        let mut there = Keywords::default();
        there.set("required", Tree::array([field.name]));
        let mut meant = Keywords::default();
        meant.set("properties", Tree::object([(key, value.into_tree())]));
        let mut clause = Keywords::default();
        clause.set("if", there);
        clause.set("else", meant);
        check::join(keywords, clause);
    }
}

/// Demands the members whose absence is an error, under any key that they may have.
fn require(object: &Object, keywords: &mut Keywords) {
    let mut required = Vec::new();
    let mut several = Vec::new();
    for field in object.fields.iter().filter(|field| field.is_required()) {
        match &keys(object, field.name)[..] {
            [_] => required.push(field.name),
            keys => several.push(keys.to_vec()),
        }
    }
    if !required.is_empty() {
        keywords.set("required", Tree::array(required));
    }
    for keys in several {
        let mut clause = Keywords::default();
        for key in keys {
            clause.push("anyOf", Tree::object([("required", Tree::array([key]))]));
        }
        check::join(keywords, clause);
    }
}

/// Says what becomes of keys that the contract does not know.
fn other_keys(object: &Object, keywords: &mut Keywords, definitions: &mut dyn Definitions) {
    let Some(dynamic) = object.dynamic else {
        if object.is_closed() {
            keywords.set("additionalProperties", false);
        }
        return;
    };
    let mut value = placed(&dynamic.shape, Null::by(dynamic.null.as_ref()), definitions);
    if !takes_other_keys(object, dynamic) {
        keywords.set("additionalProperties", value.clone());
    }
    describe(&mut value, dynamic.description);
    let mut notes = Notes::on(dynamic.source);
    if let Some(ruling) = &dynamic.null {
        notes.ruling(RuleId::Null, ruling, None);
    }
    notes.shape(&dynamic.shape);
    notes.write(&mut value, definitions);
    let said = Tree::object([
        ("named-by", Tree::array(dynamic.named_by.iter().copied())),
        ("schema", value.into_tree()),
    ]);
    keywords.set("x-carnet-dynamic", said);
}

/// Whether a key may stand in the object that is neither a member's nor the value of one.
pub(super) fn takes_other_keys(object: &Object, dynamic: &Dynamic) -> bool {
    !asserts(&dynamic.stray) || !asserts(&object.key_spelling)
}

/// Whether a value that is a text can be at all right here.
pub(super) fn may_be_text(shape: &Shape) -> bool {
    let text = |shape: &Shape| {
        let types = types(&shape.kind);
        types.is_empty() || types.contains(&"string")
    };
    !asserts(&shape.mismatch)
        || text(shape)
        || shape.readings.iter().any(|reading| text(&reading.shape))
}

/// Whether `null` is no error as the value of a member.
pub(super) fn may_be_null(field: &Field) -> bool {
    field
        .null
        .as_ref()
        .is_none_or(|ruling| ruling.levels.strict < Level::Error)
}
