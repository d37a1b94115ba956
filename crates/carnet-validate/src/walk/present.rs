//! Which members stand in an object that is being judged.

use crate::tree::{Member, NodeKind};
use carnet_core::shape::{Field, Object};

/// What a member is, as far as other members care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It has a value, right or wrong.
    Present,
    /// It is `null`, or empty where that counts as absent.
    Absent,
    /// It is so, which was told as an error: nothing more is told about it.
    Told,
}

/// A member that stands in the object.
#[derive(Debug)]
struct Standing<'n> {
    name: &'static str,
    presence: Presence,
    member: &'n Member<'n>,
    is_faulty: bool,
}

/// An absent member that a key probably means.
#[derive(Debug)]
struct Meant<'n> {
    name: &'static str,
    key: &'n str,
    /// Whether the key was told as an error: then the absence is no second one.
    is_error: bool,
}

/// Which members stand in an object, and which were meant by keys that stand there.
#[derive(Debug)]
pub(crate) struct Present<'n> {
    fields: &'static [Field],
    /// Which of the fields stand there.
    is_known: Vec<bool>,
    /// Those that do, each once, where another member may ask for one. They are few, and few are asked
    /// for.
    known: Option<Vec<Standing<'n>>>,
    /// Each once.
    meant: Vec<Meant<'n>>,
    /// Absent members whose absence was told as an error.
    missed: Vec<&'static str>,
    /// Whether a member that the contract does not know has a value.
    has_other: bool,
}

impl<'n> Present<'n> {
    /// Nothing yet of an object that has so many members.
    pub(super) fn of(object: &Object, members: usize) -> Self {
        Self {
            fields: object.fields,
            is_known: vec![false; object.fields.len()],
            known: (!object.rules.is_empty() || object.dynamic.is_some())
                .then(|| Vec::with_capacity(members.min(object.fields.len()))),
            meant: Vec::new(),
            missed: Vec::new(),
            has_other: false,
        }
    }

    /// Notes the member of a field that stands there; `is_faulty` is whether an error was told of
    /// the value itself.
    pub(super) fn stand(
        &mut self,
        field: usize,
        presence: Presence,
        member: &'n Member<'n>,
        is_faulty: bool,
    ) {
        self.is_known[field] = true;
        if let Some(known) = &mut self.known {
            known.push(Standing {
                name: self.fields[field].name,
                presence,
                member,
                is_faulty,
            });
        }
    }

    pub(super) fn mean(&mut self, name: &'static str, key: &'n str, is_error: bool) {
        self.meant.retain(|meant| meant.name != name);
        self.meant.push(Meant {
            name,
            key,
            is_error,
        });
    }

    pub(super) fn miss(&mut self, name: &'static str) {
        self.missed.push(name);
    }

    /// Notes a member that the contract does not know by its key.
    pub(super) fn other(&mut self, member: &Member<'_>, object: &Object) {
        let is_absent = matches!(member.value.kind, NodeKind::Null)
            || object.empty_is_absent && member.value.as_str() == Some("");
        self.has_other |= !is_absent;
    }

    /// Whether the member of a field stands in the object, whatever its value.
    pub(super) fn is_known(&self, field: usize) -> bool {
        self.is_known[field]
    }

    /// Whether the member stands in the object, whatever its value.
    pub(super) fn stands(&self, name: &str) -> bool {
        let mut fields = self.fields.iter().zip(&self.is_known);
        fields.any(|(field, is_known)| *is_known && field.name == name)
    }

    fn known(&self) -> &[Standing<'n>] {
        self.known.as_deref().unwrap_or_default()
    }

    fn standing(&self, name: &str) -> Option<&Standing<'n>> {
        self.known().iter().find(|standing| standing.name == name)
    }

    /// The key that probably means an absent member.
    pub(super) fn meant(&self, name: &str) -> Option<&'n str> {
        let meant = self.meant.iter().find(|meant| meant.name == name)?;
        Some(meant.key)
    }

    /// The member, when it has a value.
    pub(crate) fn get(&self, name: &str) -> Option<&'n Member<'n>> {
        let standing = self.standing(name)?;
        (standing.presence == Presence::Present).then_some(standing.member)
    }

    /// The names of the known members that have a value, or whose absence was told.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        let known = self.known().iter();
        let known = known.filter(|standing| standing.presence != Presence::Absent);
        let meant = self.meant.iter().filter(|meant| meant.is_error);
        let known = known.map(|standing| standing.name);
        known.chain(meant.map(|meant| meant.name))
    }

    /// Whether a member has a value that the contract does not know.
    pub(crate) const fn has_other(&self) -> bool {
        self.has_other
    }

    /// Whether the absence of a member was told already, by the error that causes it.
    pub(crate) fn is_told(&self, name: &str) -> bool {
        let mut meant = self.meant.iter();
        meant.any(|meant| meant.is_error && meant.name == name)
            || self
                .standing(name)
                .is_some_and(|standing| standing.presence == Presence::Told)
    }

    /// Whether the absence of a member was told as an error of its own.
    pub(crate) fn is_missed(&self, name: &str) -> bool {
        self.missed.contains(&name)
    }

    /// Whether an error was told of a member's value.
    pub(crate) fn is_faulty(&self, name: &str) -> bool {
        self.standing(name)
            .is_some_and(|standing| standing.is_faulty)
    }
}
