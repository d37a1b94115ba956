//! Every ruling of a contract, with the place and the rule it is about.

use crate::catalog::DEEPEST;
use carnet_core::contract::Body;
use carnet_core::shape::{Items, Map, Object, Union};
use carnet_core::{Contract, Discrepancy, Kind, RuleId, Ruling, Shape};

/// What a contract says about one place.
pub(super) enum Statement {
    /// A rule holds there, as the ruling says.
    Rule(RuleId, Ruling),
    /// A discrepancy concerns it, and no check enforces it.
    See(&'static Discrepancy),
}

impl Statement {
    /// The discrepancy that it rests upon.
    pub(super) const fn discrepancy(&self) -> Option<&'static Discrepancy> {
        match self {
            Self::Rule(_, ruling) => ruling.discrepancy,
            Self::See(discrepancy) => Some(discrepancy),
        }
    }
}

/// Calls `visit` with the part of the call, the place in it, and what is said about that place.
/// Places are JSON Pointers in which `*` stands for every item or member.
pub(super) fn visit(contract: &Contract, visit: &mut dyn FnMut(&str, &str, Statement)) {
    body(&contract.request, &mut |place, said| {
        visit("request-body", place, said);
    });
    for reply in contract.replies {
        let part = format!("reply-body ({})", reply.outcome.as_str());
        body(&reply.body, &mut |place, said| visit(&part, place, said));
    }
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
    for field in object.fields {
        let place = format!("{place}/{}", field.name);
        visit(&place, Statement::Rule(RuleId::Required, field.required));
        null(field.null, &place, visit);
        visit(&place, Statement::Rule(RuleId::Empty, field.empty));
        for &discrepancy in field.see {
            visit(&place, Statement::See(discrepancy));
        }
        shape(&field.shape, &place, visit);
    }
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
