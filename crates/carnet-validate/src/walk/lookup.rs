//! Finding what a statement about several members speaks of.

use super::Path;
use crate::judge::Judge;
use crate::meaning::{self, Meaning};
use crate::rule::notation::Notation;
use crate::tree::{Member, Node, NodeKind};
use carnet_core::shape::{Field, Object};
use carnet_core::{Level, Place, RuleId};

/// A place below an object, its keys as they are written there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spot<'n>(Vec<Step<'n>>);

#[derive(Clone, Copy, Debug)]
enum Step<'n> {
    Key(&'n str),
    Item(usize),
}

impl<'n> Spot<'n> {
    /// The member `key` of the object.
    pub(crate) fn of(key: &'n str) -> Self {
        Self::default().member(key)
    }

    pub(crate) fn member(mut self, key: &'n str) -> Self {
        self.0.push(Step::Key(key));
        self
    }

    pub(crate) fn item(mut self, index: usize) -> Self {
        self.0.push(Step::Item(index));
        self
    }

    /// The place, the object being at `path`.
    pub(crate) fn under(&self, path: &Path<'_>) -> Place {
        let mut steps = self.0.iter();
        let start = match steps.next() {
            Some(Step::Key(key)) => path.member(key).place(),
            Some(Step::Item(index)) => Path::Item(path, *index).place(),
            None => path.place(),
        };
        steps.fold(start, |place, step| match step {
            Step::Key(key) => place.member(key),
            Step::Item(index) => place.item(*index),
        })
    }
}

/// What stands at a path.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Found<'n> {
    /// A value.
    Value(&'n Node<'n>),
    /// `null`, or an empty text where that counts as absent.
    Void(&'n Node<'n>),
    /// Nothing, in this object or array.
    Absent(&'n Node<'n>),
    /// Nothing that more is to be said about: its place is not there, or an error was told of it.
    Nothing,
}

/// What stands at a path, and where that is.
#[derive(Clone, Debug)]
pub(crate) struct Lookup<'n> {
    pub(crate) spot: Spot<'n>,
    pub(crate) found: Found<'n>,
    /// Whether it may be shown.
    pub(crate) show: bool,
}

/// Follows a path, a JSON Pointer relative to an object.
pub(crate) fn find<'n>(
    path: &'static str,
    node: &'n Node<'n>,
    object: &'static Object,
    notation: Notation,
    judge: &Judge<'_>,
) -> Lookup<'n> {
    let mut lookup = Lookup {
        spot: Spot::default(),
        found: Found::Value(node),
        show: true,
    };
    let mut object = Some(object);
    let mut notation = notation;
    for key in path.split('/').skip(1) {
        let Found::Value(parent) = lookup.found else {
            lookup.found = Found::Nothing;
            return lookup;
        };
        let field = object.and_then(|object| object.field(key));
        let member = match object {
            Some(object) => member(key, parent, object, notation, judge),
            None => Standing::here(last(parent, key)),
        };
        lookup.show &= !field.is_some_and(|field| field.shape.sensitive);
        lookup.spot = match &member {
            Standing::Here(member) => lookup.spot.member(&member.key),
            _ => lookup.spot.member(key),
        };
        lookup.found = match member {
            _ if !matches!(parent.kind, NodeKind::Object(_)) || parent.damaged => Found::Nothing,
            Standing::Here(member) => value(member, field, object, judge),
            Standing::Told => Found::Nothing,
            Standing::Absent => absent(parent, field, judge),
        };
        object = field.and_then(|field| field.shape.object());
        notation = Notation::Json;
    }
    lookup
}

/// Where a member stands.
enum Standing<'n> {
    Here(&'n Member<'n>),
    Absent,
    /// The key that means it was told as an error.
    Told,
}

impl<'n> Standing<'n> {
    fn here(member: Option<&'n Member<'n>>) -> Self {
        member.map_or(Self::Absent, Self::Here)
    }
}

fn last<'n>(parent: &'n Node<'n>, key: &str) -> Option<&'n Member<'n>> {
    parent
        .members()
        .iter()
        .rev()
        .find(|member| member.key == key)
}

fn member<'n>(
    key: &str,
    parent: &'n Node<'n>,
    object: &'static Object,
    notation: Notation,
    judge: &Judge<'_>,
) -> Standing<'n> {
    if let Some(member) = last(parent, key) {
        return Standing::Here(member);
    }
    let mut meant =
        parent
            .members()
            .iter()
            .filter_map(|member| match meaning::of(&member.key, object) {
                Meaning::Spelling(spelling) if spelling.field.name == key => {
                    Some((member, spelling))
                }
                _ => None,
            });
    match meant.next() {
        Some((_, spelling))
            if judge.level(notation.spelling(), spelling.ruling) == Level::Error =>
        {
            Standing::Told
        }
        Some((member, spelling)) if spelling.adopted => Standing::Here(member),
        _ => Standing::Absent,
    }
}

fn value<'n>(
    member: &'n Member<'n>,
    field: Option<&Field>,
    object: Option<&Object>,
    judge: &Judge<'_>,
) -> Found<'n> {
    let node = &member.value;
    let null = field.and_then(|field| field.null.as_ref());
    let empty = field.map(|field| &field.empty);
    let is_error = |rule, ruling| judge.level(rule, ruling) == Level::Error;
    if matches!(node.kind, NodeKind::Null) {
        let is_told = null.is_some_and(|ruling| is_error(RuleId::Null, ruling));
        return if is_told {
            Found::Nothing
        } else {
            Found::Void(node)
        };
    }
    if node.as_str() != Some("") {
        return Found::Value(node);
    }
    if empty.is_some_and(|ruling| is_error(RuleId::Empty, ruling)) {
        Found::Nothing
    } else if object.is_some_and(|object| object.empty_is_absent) {
        Found::Void(node)
    } else {
        Found::Value(node)
    }
}

fn absent<'n>(parent: &'n Node<'n>, field: Option<&Field>, judge: &Judge<'_>) -> Found<'n> {
    let is_told =
        field.is_some_and(|field| judge.level(RuleId::Required, &field.required) == Level::Error);
    if is_told {
        Found::Nothing
    } else {
        Found::Absent(parent)
    }
}
