//! Every ruling of a contract, with the place and the rule it is about.

use crate::catalog::DEEPEST;
use carnet_core::contract::{Body, Carrier};
use carnet_core::shape::{Dynamic, Items, Map, Object, Union};
use carnet_core::{Contract, Discrepancy, Field, Kind, Place, RuleId, Ruling, Shape};

/// What a contract says about one place.
pub(crate) enum Statement {
    /// A rule holds there, as the ruling says.
    Rule(RuleId, Ruling),
    /// A discrepancy concerns it, and no check enforces it.
    See(&'static Discrepancy),
}

impl Statement {
    /// The discrepancy that it rests upon.
    pub(crate) const fn discrepancy(&self) -> Option<&'static Discrepancy> {
        match self {
            Self::Rule(_, ruling) => ruling.discrepancy,
            Self::See(discrepancy) => Some(discrepancy),
        }
    }
}

/// Calls `visit` with the part of the call, the place in it, and what is said about that place.
/// Places are written as those of findings, and `*` stands for every item or member.
pub(crate) fn visit(contract: &Contract, visit: &mut dyn FnMut(&str, &str, Statement)) {
    let request = &contract.request;
    match contract.carrier {
        Carrier::JsonBody => body(request, &mut |place, said| {
            visit("request-body", place, said);
        }),
        Carrier::Parameters => body(request, &mut |place, said| {
            let said = match said {
                Statement::Rule(rule, ruling) if place.is_empty() => {
                    Statement::Rule(of_parameters(rule), ruling)
                }
                said => said,
            };
            visit("parameters", &parameter(place), said);
        }),
    }
    for reply in contract.replies {
        let part = format!("reply-body ({})", reply.outcome.as_str());
        body(&reply.body, &mut |place, said| visit(&part, place, said));
    }
}

/// The rule that a list of parameters breaks where an object breaks this one.
const fn of_parameters(rule: RuleId) -> RuleId {
    match rule {
        RuleId::UnknownKey => RuleId::UnknownParameter,
        RuleId::KeySpelling => RuleId::ParameterSpelling,
        rule => rule,
    }
}

/// A place in the object of parameters, as findings have it: `query:name#/inside`.
pub(super) fn parameter(pointer: &str) -> String {
    let inside = pointer.strip_prefix('/').unwrap_or(pointer);
    let (name, rest) = match inside.find('/') {
        Some(end) => inside.split_at(end),
        None => (inside, ""),
    };
    let place = Place {
        parameter: (!name.is_empty()).then(|| name.to_owned()),
        pointer: rest.to_owned(),
    };
    place.to_string()
}

type Visit<'v> = &'v mut dyn FnMut(&str, Statement);

fn body(body: &Body, visit: Visit<'_>) {
    for text in body.text {
        visit("", Statement::Rule(text.rule, text.ruling));
    }
    shape(&body.shape, "", visit);
}

fn shape(shape: &Shape, place: &str, visit: Visit<'_>) {
    if place.matches('/').count() > DEEPEST {
        return;
    }
    own(shape, place, visit);
    match shape.kind {
        Kind::Object(known) => object(known, place, visit),
        Kind::Array(known) => items(known, place, visit),
        Kind::Map(known) => map(known, place, visit),
        Kind::Union(known) => union(known, place, visit),
        Kind::Enum(known) => {
            visit(place, Statement::Rule(RuleId::Enum, shape.mismatch));
            visit(place, Statement::Rule(RuleId::EnumCase, known.other_case));
        }
        Kind::Any | Kind::Boolean | Kind::Integer | Kind::Number | Kind::String => {}
    }
}

/// What a shape says about the very value, not about what is in it.
pub(super) fn own(shape: &Shape, place: &str, visit: Visit<'_>) {
    visit(place, Statement::Rule(RuleId::Type, shape.mismatch));
    for check in shape.all_checks() {
        visit(place, Statement::Rule(check.assertion.rule(), check.ruling));
    }
    for reading in shape.readings {
        visit(place, Statement::Rule(RuleId::Type, reading.ruling));
    }
}

fn null(ruling: Option<Ruling>, place: &str, visit: Visit<'_>) {
    if let Some(ruling) = ruling {
        visit(place, Statement::Rule(RuleId::Null, ruling));
    }
}

fn object(object: &Object, place: &str, visit: Visit<'_>) {
    visit(
        place,
        Statement::Rule(RuleId::UnknownKey, object.unknown_keys),
    );
    visit(
        place,
        Statement::Rule(RuleId::KeySpelling, object.key_spelling),
    );
    for rule in object.rules {
        visit(place, Statement::Rule(rule.assertion.rule(), rule.ruling));
    }
    for known in object.fields {
        field(known, &format!("{place}/{}", known.name), visit);
    }
    if let Some(known) = object.dynamic {
        dynamic(known, &format!("{place}/{}", dynamic_key(known)), visit);
    }
}

fn field(field: &Field, place: &str, visit: Visit<'_>) {
    visit(place, Statement::Rule(RuleId::Required, field.required));
    null(field.null, place, visit);
    visit(place, Statement::Rule(RuleId::Empty, field.empty));
    visit(
        place,
        Statement::Rule(RuleId::UndocumentedKey, field.undocumented),
    );
    for alias in field.aliases {
        visit(place, Statement::Rule(RuleId::KeySpelling, alias.ruling));
    }
    for &discrepancy in field.see {
        visit(place, Statement::See(discrepancy));
    }
    shape(&field.shape, place, visit);
}

fn dynamic(dynamic: &Dynamic, place: &str, visit: Visit<'_>) {
    visit(place, Statement::Rule(RuleId::UnknownKey, dynamic.stray));
    null(dynamic.null, place, visit);
    shape(&dynamic.shape, place, visit);
}

/// What stands for a key that is the value of another member.
pub(super) fn dynamic_key(dynamic: &Dynamic) -> String {
    format!("<{}>", dynamic.named_by.join("|"))
}

fn items(items: &Items, place: &str, visit: Visit<'_>) {
    let place = format!("{place}/*");
    null(items.null, &place, visit);
    shape(&items.shape, &place, visit);
}

fn map(map: &Map, place: &str, visit: Visit<'_>) {
    let place = format!("{place}/*");
    visit(&place, Statement::Rule(RuleId::Empty, map.empty_key));
    null(map.null, &place, visit);
    shape(&map.value, &place, visit);
}

fn union(union: &Union, place: &str, visit: Visit<'_>) {
    for disputed in union.select.iter().flat_map(|select| select.disputed) {
        visit(
            place,
            Statement::Rule(RuleId::DisputedType, disputed.ruling),
        );
    }
    for variant in union.variants {
        shape(&variant.shape, place, visit);
    }
}
