//! Statements about a member that a path leads to, through the objects on its way.

use super::members::{Members, no_value};
use super::object::{may_be_null, may_be_text};
use super::{Keywords, Tree, asserts, parameter};
use crate::contract::Carrier;
use crate::shape::{Field, MemberAssertion, Object};

/// What is said of the member.
#[derive(Clone, Copy)]
pub(super) enum Demand {
    /// It is there, neither `null` nor empty, if its parent is there.
    Value,
    /// It is absent or `null`.
    Unset,
}

/// The statement as a schema of the object; `None` where the path leads elsewhere than through
/// objects whose members are known.
///
/// What stands inside the JSON of a parameter is said there, by [`inside`]: for it the clause is
/// empty.
pub(super) fn clause(
    object: &Object,
    path: &str,
    carrier: Carrier,
    demand: Demand,
) -> Option<Keywords> {
    let keys = segments(path)?;
    match (carrier, &keys[..]) {
        (Carrier::JsonBody, keys) => within(object, keys, demand),
        (Carrier::Parameters, [key]) => whole(object, key, demand),
        (Carrier::Parameters, keys) => {
            let (first, rest) = keys.split_first()?;
            let parameter = object.field(first)?.shape.object()?;
            within(parameter, rest, demand).map(|_| Keywords::default())
        }
    }
}

/// What the statements of an object say about the JSON inside one of its parameters.
pub(super) fn inside(parameter: &Field, object: &Object) -> Vec<Keywords> {
    let clauses = object.rules.iter().filter_map(|rule| {
        let (path, demand) = match rule.assertion {
            MemberAssertion::Demanded(path) => (path, Demand::Value),
            MemberAssertion::Unset(path) => (path, Demand::Unset),
            _ => return None,
        };
        let keys = segments(path)?;
        let (first, rest) = keys.split_first()?;
        let meant = asserts(&rule.ruling) && first == parameter.name && !rest.is_empty();
        let clause = || within(parameter.shape.object()?, rest, demand);
        meant.then(clause)?
    });
    clauses.collect()
}

/// The keys that a JSON Pointer consists of.
fn segments(path: &str) -> Option<Vec<String>> {
    let keys = path.strip_prefix('/')?.split('/');
    Some(
        keys.map(|key| key.replace("~1", "/").replace("~0", "~"))
            .collect(),
    )
}

fn within(object: &Object, keys: &[String], demand: Demand) -> Option<Keywords> {
    let (first, rest) = keys.split_first()?;
    let field = object.field(first)?;
    let mut keywords = Keywords::default();
    if !rest.is_empty() {
        let inner = within(field.shape.object()?, rest, demand)?;
        let members = Tree::object([(field.name, inner.into_tree())]);
        keywords.set("properties", members);
        return Some(keywords);
    }
    match demand {
        Demand::Unset => {
            let nothing = no_value(true, object.empty_is_absent).unwrap_or(Tree::Bool(true));
            keywords.set("properties", Tree::object([(field.name, nothing)]));
        }
        Demand::Value => {
            let empty = may_be_text(&field.shape) && !asserts(&field.empty);
            if let Some(nothing) = no_value(may_be_null(field), empty) {
                let value = Tree::object([("not", nothing)]);
                keywords.set("properties", Tree::object([(field.name, value)]));
            }
            keywords.set("required", Tree::array([field.name]));
        }
    }
    Some(keywords)
}

/// A statement about a whole parameter.
fn whole(object: &Object, key: &str, demand: Demand) -> Option<Keywords> {
    let field = object.field(key)?;
    let mut keywords = Keywords::default();
    match demand {
        Demand::Unset => {
            let carrier = Carrier::Parameters;
            let members = Members { object, carrier };
            keywords.set("not", members.present(field.name));
        }
        Demand::Value => {
            let nothing = parameter::no_value(&field.shape.kind, may_be_null(field), true);
            if let Some(nothing) = nothing {
                let value = Tree::object([("not", nothing)]);
                keywords.set("properties", Tree::object([(field.name, value)]));
            }
            keywords.set("required", Tree::array([field.name]));
        }
    }
    Some(keywords)
}
