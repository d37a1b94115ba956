//! The schema of a value, by its kind.

use super::annotation::Notes;
use super::branch::{self, complete, is_any_text};
use super::{Definitions, Keywords, Tree, asserts, check, object, pattern, types};
use crate::contract::Carrier;
use crate::shape::{Enum, Items, Kind, Map, Shape, Union};
use crate::{Ruling, rule::RuleId};

/// What becomes of `null` in a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Null {
    /// It is fine, or a finding that is no error.
    Admitted,
    /// It is an error.
    Refused,
    /// It is a value of some type, and judged as such.
    Unruled,
}

impl Null {
    pub(super) fn by(ruling: Option<&Ruling>) -> Self {
        if ruling.is_some_and(asserts) {
            Self::Refused
        } else {
            Self::Admitted
        }
    }
}

/// The schema of a value in a place, named types being definitions.
pub(super) fn placed(shape: &Shape, null: Null, definitions: &mut dyn Definitions) -> Keywords {
    let main = named(shape, definitions);
    complete(main, shape, null, definitions)
}

/// The same for a place where everything is a text.
pub(super) fn text(shape: &Shape, definitions: &mut dyn Definitions) -> Keywords {
    let main = named(shape, definitions);
    branch::texts(main, shape, definitions)
}

/// The schema of a kind, as a definition where it has a name.
fn named(shape: &Shape, definitions: &mut dyn Definitions) -> Keywords {
    let name = match shape.kind {
        Kind::Enum(it) => it.name,
        Kind::Object(it) => it.name,
        Kind::Union(it) => it.name,
        _ => "",
    };
    let mut main = own_kind(shape, definitions);
    if !name.is_empty() && other_texts(shape).is_none_or(asserts) {
        main = definitions
            .place(name, &Shape::of(shape.kind), main.into_tree())
            .into();
    }
    main
}

/// The schema of a value that is a document or a definition itself.
pub(super) fn own(shape: &Shape, null: Null, definitions: &mut dyn Definitions) -> Keywords {
    let main = own_kind(shape, definitions);
    complete(main, shape, null, definitions)
}

fn own_kind(shape: &Shape, definitions: &mut dyn Definitions) -> Keywords {
    let mut keywords = Keywords::default();
    match shape.kind {
        Kind::Object(object) => {
            return object::keywords(object, Carrier::JsonBody, definitions);
        }
        Kind::Enum(it) => {
            let closed = other_texts(shape).is_none_or(asserts);
            return enumeration(it, closed, definitions);
        }
        Kind::Union(it) => return union(it, definitions),
        Kind::Array(items) => keywords.set("items", item(items, definitions)),
        Kind::Map(map) => members(map, &mut keywords, definitions),
        Kind::Any | Kind::Boolean | Kind::Integer | Kind::Number | Kind::String => {}
    }
    if let [only] = types(&shape.kind)[..] {
        keywords.set("type", only);
    }
    keywords
}

fn item(items: &Items, definitions: &mut dyn Definitions) -> Tree {
    let null = Null::by(items.null.as_ref());
    let mut keywords = placed(&items.shape, null, definitions);
    let mut notes = Notes::default();
    notes.shape(&items.shape);
    if let Some(ruling) = &items.null {
        notes.ruling(RuleId::Null, ruling, None);
    }
    notes.write(&mut keywords, definitions);
    keywords.into_tree()
}

fn members(map: &Map, keywords: &mut Keywords, definitions: &mut dyn Definitions) {
    let null = Null::by(map.null.as_ref());
    let mut value = placed(&map.value, null, definitions);
    let mut notes = Notes::default();
    notes.shape(&map.value);
    if let Some(ruling) = &map.null {
        notes.ruling(RuleId::Null, ruling, None);
    }
    notes.ruling(
        RuleId::Empty,
        &map.empty_key,
        Some("no empty key".to_owned()),
    );
    notes.write(&mut value, definitions);
    keywords.set("additionalProperties", value);
    if asserts(&map.empty_key) {
        keywords.set("propertyNames", Tree::object([("minLength", 1.into())]));
    }
}

/// What happens to a text that an enum does not list.
pub(super) fn other_texts(shape: &Shape) -> Option<&Ruling> {
    if !matches!(shape.kind, Kind::Enum(_)) {
        return None;
    }
    let mut readings = shape.readings.iter();
    let reading = readings.find(|reading| is_any_text(&reading.shape));
    Some(reading.map_or(&shape.mismatch, |reading| &reading.ruling))
}

fn enumeration(it: &Enum, closed: bool, definitions: &mut dyn Definitions) -> Keywords {
    let mut keywords = Keywords::default();
    describe(&mut keywords, it.description);
    keywords.set("type", "string");
    let listed = || Tree::object([("enum", Tree::array(it.values.iter().copied()))]);
    let any_case: Vec<_> = it
        .values
        .iter()
        .map(|value| pattern::any_case(value))
        .collect();
    let in_any_case = Tree::object([("pattern", format!("^(?:{})$", any_case.join("|")).into())]);
    match (closed, asserts(&it.other_case)) {
        (true, true) => check::join(&mut keywords, listed().into()),
        (true, false) => keywords.set("anyOf", vec![listed(), in_any_case]),
        (false, true) => {
            let other = Tree::object([("not", in_any_case)]);
            keywords.set("anyOf", vec![listed(), other]);
        }
        (false, false) => {}
    }
    let mut notes = Notes::default();
    notes.ruling(RuleId::EnumCase, &it.other_case, None);
    notes.write(&mut keywords, definitions);
    keywords
}

fn union(it: &Union, definitions: &mut dyn Definitions) -> Keywords {
    let mut keywords = Keywords::default();
    describe(&mut keywords, it.description);
    for variant in it.variants {
        let mut schema = placed(&variant.shape, Null::Unruled, definitions);
        schema.set("title", variant.name);
        describe(&mut schema, variant.description);
        if variant.shape.sensitive {
            schema.set("writeOnly", true);
        }
        let mut notes = Notes::default();
        notes.shape(&variant.shape);
        notes.write(&mut schema, definitions);
        keywords.push("anyOf", schema);
    }
    let mut notes = Notes::default();
    for disputed in it.select.iter().flat_map(|select| select.disputed) {
        let detail = format!("data type {}", disputed.name);
        notes.ruling(RuleId::DisputedType, &disputed.ruling, Some(detail));
    }
    notes.write(&mut keywords, definitions);
    keywords
}

pub(super) fn describe(keywords: &mut Keywords, description: &str) {
    if !description.is_empty() {
        keywords.set("description", description);
    }
}
