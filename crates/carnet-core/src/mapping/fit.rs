//! Whether what a type becomes can stand in a place.

use super::bound;
use super::message::Message;
use super::name::same;
use super::spot::{at, object_of};
use super::types::Types;
use super::{Mapping, is_same};
use crate::Profile;
use crate::shape::{Assertion, Kind, Object, Shape};
use crate::to_json::{Form, FormOf, Known};

/// The form that a value of a type has at a path: an index into its [forms](Known::Forms).
#[must_use]
pub const fn form(known: &Known, mapping: &Mapping, path: &[&str]) -> usize {
    match at(mapping.object, path) {
        Some(spot) => chosen(known, spot.shape, mapping.key),
        None => 0,
    }
}

/// As [`form`], for a shape.
pub(super) const fn chosen(known: &Known, shape: &'static Shape, key: &str) -> usize {
    match (known, shape.kind) {
        (Known::Array(inner), Kind::Array(items)) => chosen(inner, &items.shape, key),
        (Known::Map(inner), Kind::Map(map)) => chosen(inner, &map.value, key),
        (Known::Forms(forms), _) => match select(forms, shape, key) {
            Some(form) => form,
            None => 0,
        },
        _ => 0,
    }
}

/// What keeps a value from standing in a place, to follow a colon; nothing where it fits.
pub(super) const fn problem(
    known: &Known,
    shape: &'static Shape,
    profile: Profile,
    key: &str,
    out: &mut Message,
) {
    let types = types(known);
    let taken = Types::taken_by(shape, profile);
    let is_form = matches!(known, Known::Forms(_));
    if is_form && !types.meets(taken) || !is_form && !types.is_within(taken) {
        out.push("it becomes ");
        types.describe(out);
        out.push(", and the vendor takes ");
        taken.describe(out);
        out.push("; convert it with a function, `with = …`");
        return;
    }
    match (known, shape.kind) {
        (Known::Text { longest: Some(it) }, _) => width(*it, shape, profile, out),
        (Known::Array(inner), Kind::Array(items)) => {
            within("its items: ", inner, &items.shape, profile, key, out);
        }
        (Known::Map(inner), Kind::Map(map)) => {
            within("its members: ", inner, &map.value, profile, key, out);
        }
        (Known::Forms(forms), _) => match select(forms, shape, key) {
            Some(form) => of_form(&forms[form], shape, profile, out),
            None => not_offered(forms, shape, key, out),
        },
        _ => {}
    }
}

const fn within(
    where_: &str,
    known: &Known,
    shape: &'static Shape,
    profile: Profile,
    key: &str,
    out: &mut Message,
) {
    let mut inner = Message::new();
    problem(known, shape, profile, key, &mut inner);
    if !inner.is_empty() {
        out.push(where_);
        out.push(inner.as_str());
    }
}

/// The JSON types that something may become.
const fn types(known: &Known) -> Types {
    match known {
        Known::Any => Types::NONE,
        Known::Boolean => Types::BOOLEAN,
        Known::Integer => Types::INTEGER,
        Known::Number => Types::NUMBER,
        Known::Text { .. } => Types::STRING,
        Known::Array(_) => Types::ARRAY,
        Known::Map(_) => Types::OBJECT,
        Known::Forms(forms) => {
            let mut types = Types::NONE;
            let mut i = 0;
            while i < forms.len() {
                types = types.or(form_types(&forms[i]));
                i += 1;
            }
            types
        }
    }
}

const fn form_types(form: &Form) -> Types {
    match form.json {
        FormOf::Shape(shape) => Types::taken_by(shape, Profile::Strict),
        FormOf::Object(..) => Types::OBJECT,
        FormOf::Format(_) => Types::STRING,
        FormOf::Words(words) => {
            let mut types = Types::NONE;
            let mut i = 0;
            while i < words.len() {
                types = types.or(bound::types(&words[i]));
                i += 1;
            }
            types
        }
    }
}

/// The form for a place: the one that belongs to the mapping, else the first that can stand there.
const fn select(forms: &[Form], shape: &'static Shape, key: &str) -> Option<usize> {
    let mut i = 0;
    while i < forms.len() {
        if !key.is_empty() && same(forms[i].key, key) && can_stand(&forms[i], shape) {
            return Some(i);
        }
        i += 1;
    }
    let mut i = 0;
    while i < forms.len() {
        if can_stand(&forms[i], shape) && holds_every_word(&forms[i], shape) {
            return Some(i);
        }
        i += 1;
    }
    None
}

const fn can_stand(form: &Form, shape: &'static Shape) -> bool {
    if matches!(shape.kind, Kind::Any) {
        return true;
    }
    match form.json {
        FormOf::Shape(own) => is_like(own, shape),
        FormOf::Object(own, _) => stands_as_object(own, shape),
        FormOf::Words(_) => form_types(form).meets(Types::taken_by(shape, Profile::Lenient)),
        FormOf::Format(name) => {
            matches!(shape.kind, Kind::String) && (has_format(shape, name) || !is_formatted(shape))
        }
    }
}

const fn stands_as_object(own: &Object, shape: &Shape) -> bool {
    match object_of(shape) {
        Some(object) => is_same(own, object),
        None => matches!(shape.kind, Kind::Map(_)),
    }
}

const fn holds_every_word(form: &Form, shape: &'static Shape) -> bool {
    let FormOf::Words(words) = form.json else {
        return true;
    };
    let mut i = 0;
    while i < words.len() {
        let mut problem = Message::new();
        bound::problem(&words[i], shape, Profile::Lenient, &mut problem);
        if !problem.is_empty() {
            return false;
        }
        i += 1;
    }
    true
}

/// Whether a part of a contract can stand in a place of another.
const fn is_like(own: &'static Shape, place: &'static Shape) -> bool {
    match (own.kind, place.kind) {
        (_, Kind::Any)
        | (Kind::Boolean, Kind::Boolean)
        | (Kind::Integer, Kind::Integer)
        | (Kind::Integer | Kind::Number, Kind::Number)
        | (Kind::String | Kind::Enum(_), Kind::String)
        | (Kind::String, Kind::Enum(_))
        | (Kind::Map(_) | Kind::Object(_), Kind::Map(_)) => true,
        (Kind::Enum(own), Kind::Enum(place)) => {
            let mut i = 0;
            while i < own.values.len() {
                if !bound::is_listed(own.values[i], place.values) {
                    return false;
                }
                i += 1;
            }
            true
        }
        (Kind::Array(own), Kind::Array(place)) => is_like(&own.shape, &place.shape),
        (Kind::Object(own), _) => stands_as_object(own, place),
        (Kind::Union(own), Kind::Union(place)) => same(own.name, place.name),
        (_, Kind::Union(place)) => {
            let mut i = 0;
            while i < place.variants.len() {
                if is_like(own, &place.variants[i].shape) {
                    return true;
                }
                i += 1;
            }
            false
        }
        _ => false,
    }
}

/// What keeps a form from standing in the place that it was chosen for.
const fn of_form(form: &Form, shape: &'static Shape, profile: Profile, out: &mut Message) {
    match form.json {
        FormOf::Words(words) => {
            let mut i = 0;
            while i < words.len() && out.is_empty() {
                bound::problem(&words[i], shape, profile, out);
                i += 1;
            }
        }
        FormOf::Shape(own) => {
            if let Some(longest) = bound::longest(own, profile) {
                width(longest, shape, profile, out);
            }
        }
        FormOf::Object(..) | FormOf::Format(_) => {}
    }
}

const fn width(longest: u32, shape: &Shape, profile: Profile, out: &mut Message) {
    if let Some(bound) = bound::longest(shape, profile)
        && bound < longest
    {
        out.push("it has up to ");
        out.number(longest as u64);
        out.push(" characters, and the vendor takes ");
        out.number(bound as u64);
        out.push("; make it `carnet::Text<");
        out.number(bound as u64);
        out.push(">`");
    }
}

/// No form is one that the place takes.
const fn not_offered(forms: &[Form], shape: &Shape, key: &str, out: &mut Message) {
    if let Some(object) = object_of(shape) {
        let mut i = 0;
        while i < forms.len() {
            if let FormOf::Object(_, mapping) = forms[i].json {
                out.push_all(&["`", mapping.name, "` is not mapped to `", object.name]);
                out.push_all(&["`; add `#[carnet(to(…::", object.name, "))]` to it"]);
                return;
            }
            i += 1;
        }
        out.push_all(&[
            "it is no `",
            object.name,
            "`; give the field a struct that is mapped ",
        ]);
        out.push_all(&["to that, `#[carnet(to(…::", object.name, "))]`"]);
        return;
    }
    if !forms.is_empty() && matches!(forms[0].json, FormOf::Words(_)) {
        out.push("its words are not the vendor's, ");
        expected(shape, out);
        out.push_all(&["; give every variant one, `#[carnet(", key, " = \"…\")]`"]);
        return;
    }
    out.push("it is written ");
    let mut told = false;
    let mut i = 0;
    while i < forms.len() {
        if let FormOf::Format(name) = forms[i].json {
            if told {
                out.push(" or ");
            }
            out.quote(name);
            told = true;
        }
        i += 1;
    }
    if !told {
        out.push("otherwise");
    }
    out.push(", and the vendor takes ");
    expected(shape, out);
    out.push("; convert it with a function, `with = …`");
}

const fn expected(shape: &Shape, out: &mut Message) {
    let mut told = false;
    let mut i = 0;
    while let Some(check) = bound::check(shape, i) {
        if let Assertion::Format(format) = check.assertion {
            if told {
                out.push(" and ");
            }
            out.push(format.expects);
            told = true;
        }
        i += 1;
    }
    if !told {
        match shape.kind {
            Kind::Enum(list) => bound::one_of(list.values, out),
            _ => Types::taken_by(shape, Profile::Strict).describe(out),
        }
    }
}

const fn is_formatted(shape: &Shape) -> bool {
    let mut i = 0;
    while let Some(check) = bound::check(shape, i) {
        if matches!(check.assertion, Assertion::Format(_)) {
            return true;
        }
        i += 1;
    }
    false
}

const fn has_format(shape: &Shape, name: &str) -> bool {
    let mut i = 0;
    while let Some(check) = bound::check(shape, i) {
        if let Assertion::Format(format) = check.assertion
            && same(format.name, name)
        {
            return true;
        }
        i += 1;
    }
    false
}
