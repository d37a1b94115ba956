//! Which members stand in an object that is being judged.

use crate::tree::{Member, NodeKind};
use carnet_core::shape::Object;
use std::collections::{BTreeMap, BTreeSet};

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
    presence: Presence,
    member: &'n Member<'n>,
    is_faulty: bool,
}

/// Which members stand in an object, and which were meant by keys that stand there.
#[derive(Debug, Default)]
pub(crate) struct Present<'n> {
    known: BTreeMap<&'static str, Standing<'n>>,
    /// For an absent member the key that probably means it, and whether that key was told as an
    /// error: then the absence is no second one.
    meant: BTreeMap<&'static str, (&'n str, bool)>,
    /// Absent members whose absence was told as an error.
    missed: BTreeSet<&'static str>,
    /// Whether a member that the contract does not know has a value.
    has_other: bool,
}

impl<'n> Present<'n> {
    /// `is_faulty` is whether an error was told of the value itself.
    pub(super) fn stand(
        &mut self,
        name: &'static str,
        presence: Presence,
        member: &'n Member<'n>,
        is_faulty: bool,
    ) {
        let standing = Standing {
            presence,
            member,
            is_faulty,
        };
        self.known.insert(name, standing);
    }

    pub(super) fn mean(&mut self, name: &'static str, key: &'n str, is_error: bool) {
        self.meant.insert(name, (key, is_error));
    }

    pub(super) fn miss(&mut self, name: &'static str) {
        self.missed.insert(name);
    }

    /// Notes a member that the contract does not know by its key.
    pub(super) fn other(&mut self, member: &Member<'_>, object: &Object) {
        let is_absent = matches!(member.value.kind, NodeKind::Null)
            || object.empty_is_absent && member.value.as_str() == Some("");
        self.has_other |= !is_absent;
    }

    /// Whether the member stands in the object, whatever its value.
    pub(super) fn stands(&self, name: &str) -> bool {
        self.known.contains_key(name)
    }

    /// The key that probably means an absent member.
    pub(super) fn meant(&self, name: &str) -> Option<&'n str> {
        self.meant.get(name).map(|(key, _)| *key)
    }

    /// The member, when it has a value.
    pub(crate) fn get(&self, name: &str) -> Option<&'n Member<'n>> {
        match self.known.get(name) {
            Some(standing) if standing.presence == Presence::Present => Some(standing.member),
            _ => None,
        }
    }

    /// The names of the known members that have a value, or whose absence was told.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        let known = self.known.keys().chain(self.meant.keys());
        known
            .copied()
            .filter(|name| self.get(name).is_some() || self.is_told(name))
    }

    /// Whether a member has a value that the contract does not know.
    pub(crate) const fn has_other(&self) -> bool {
        self.has_other
    }

    /// Whether the absence of a member was told already, by the error that causes it.
    pub(crate) fn is_told(&self, name: &str) -> bool {
        let told = |standing: &Standing<'_>| standing.presence == Presence::Told;
        self.known.get(name).is_some_and(told) || matches!(self.meant.get(name), Some((_, true)))
    }

    /// Whether the absence of a member was told as an error of its own.
    pub(crate) fn is_missed(&self, name: &str) -> bool {
        self.missed.contains(name)
    }

    /// Whether an error was told of a member's value.
    pub(crate) fn is_faulty(&self, name: &str) -> bool {
        let faulty = |standing: &Standing<'_>| standing.is_faulty;
        self.known.get(name).is_some_and(faulty)
    }
}
