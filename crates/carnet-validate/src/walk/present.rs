//! Which members stand in an object that is being judged.

use crate::tree::Member;
use std::collections::BTreeMap;

/// What a member is, as far as other members care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It has a value, right or wrong.
    Present,
    /// It is `null`, which counts as absent.
    Null,
    /// It is `null`, which was told as an error: nothing more is told about it.
    Told,
}

/// Which members stand in an object, and which were meant by keys that stand there.
#[derive(Debug, Default)]
pub(crate) struct Present<'n> {
    known: BTreeMap<&'static str, (Presence, &'n Member<'n>)>,
    /// For an absent member the key that probably means it, and whether that key was told as an
    /// error: then the absence is no second one.
    meant: BTreeMap<&'static str, (&'n str, bool)>,
}

impl<'n> Present<'n> {
    pub(super) fn stand(&mut self, name: &'static str, presence: Presence, member: &'n Member<'n>) {
        self.known.insert(name, (presence, member));
    }

    pub(super) fn mean(&mut self, name: &'static str, key: &'n str, is_error: bool) {
        self.meant.insert(name, (key, is_error));
    }

    /// Whether the key stands in the object, whatever its value.
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
            Some((Presence::Present, member)) => Some(member),
            _ => None,
        }
    }

    /// Whether the absence of a member was told already, by the error that causes it.
    pub(crate) fn is_told(&self, name: &str) -> bool {
        matches!(self.known.get(name), Some((Presence::Told, _)))
            || matches!(self.meant.get(name), Some((_, true)))
    }
}
