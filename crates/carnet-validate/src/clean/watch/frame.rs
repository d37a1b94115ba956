//! Where in a payload the writer is.

use crate::clean::object::{MOST_OTHERS, Marks};
use crate::clean::program::{Array, Member, Object, Value};
use crate::clean::slot::Slot;
use std::ops::Range;

/// Sets of members have so many words; larger objects are not watched.
pub(super) const WORDS: usize = 2;

/// An object or array that is being written.
#[derive(Clone, Debug)]
pub(super) enum Frame<'p> {
    Object(Members<'p>),
    Array(Items<'p>),
}

#[derive(Clone, Debug)]
pub(super) struct Members<'p> {
    pub(super) object: &'p Object,
    /// Whether the members are parameters; then which of them travel as JSON.
    pub(super) json: Option<&'p [bool]>,
    pub(super) marks: Marks<WORDS>,
    /// The member after the last.
    next: usize,
    /// What the next value is, until it comes.
    pub(super) current: Option<Current<'p>>,
    /// The keys of members that are not known, in what was noted.
    others: [(usize, usize); MOST_OTHERS],
    others_count: usize,
}

/// What a value is in its object.
#[derive(Clone, Copy, Debug)]
pub(super) enum Current<'p> {
    Member(usize, &'p Member),
    Other,
}

#[derive(Clone, Debug)]
pub(super) struct Items<'p> {
    pub(super) array: &'p Array,
    pub(super) count: usize,
    /// Where its text begins in what is noted, and its slot, if that is asked for.
    pub(super) noted: Option<(usize, Slot)>,
}

/// Where a value stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'p> {
    pub(super) value: &'p Value,
    /// Where it is noted, if anything asks for it.
    pub(super) slot: Slot,
    /// Whether it is a parameter that is no JSON.
    pub(super) is_bare: bool,
}

impl<'p> Members<'p> {
    /// `None` of an object that has too many members.
    pub(super) fn of(object: &'p Object, json: Option<&'p [bool]>) -> Option<Self> {
        (object.required.len() <= WORDS).then_some(Self {
            object,
            json,
            marks: Marks::new(object),
            next: 0,
            current: None,
            others: [(0, 0); MOST_OTHERS],
            others_count: 0,
        })
    }

    /// The member of a name, and its index: probably one after the last.
    pub(super) fn find(&mut self, name: &str) -> Option<(usize, &'p Member)> {
        let object: &'p Object = self.object;
        let ahead = object.members.get(self.next..).unwrap_or_default();
        let index = match ahead.iter().position(|member| is_same(member.name, name)) {
            Some(index) => self.next + index,
            None => object.keys.find(name.as_bytes())?,
        };
        self.next = index + 1;
        Some((index, object.members.get(index)?))
    }

    /// Where the value of a member stands.
    pub(super) fn place(&self, member: &'p Member, index: usize) -> Place<'p> {
        let is_json = |json: &[bool]| json.get(index).copied().unwrap_or_default();
        let is_bare = self.json.is_some_and(|json| !is_json(json));
        Place {
            // A bare value by the documented type: another reading may be one of texts that look
            // like numbers.
            value: if is_bare {
                member.value.documented()
            } else {
                &member.value
            },
            slot: member.slot,
            is_bare,
        }
    }

    /// Notes where the key of a member stands that is not known; `None` of too many.
    pub(super) fn other(&mut self, key: Range<usize>) -> Option<()> {
        *self.others.get_mut(self.others_count)? = (key.start, key.end);
        self.others_count += 1;
        Some(())
    }

    /// The keys of members that are not known, in the text that was noted.
    pub(super) fn others<'t>(&self, noted: &'t str) -> impl Iterator<Item = &'t str> {
        let others = self.others.into_iter().take(self.others_count);
        others.map(|(start, end)| noted.get(start..end).unwrap_or_default())
    }
}

/// Whether two names are one: what most of them need no call for.
#[inline(always)]
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    match one.len() {
        0..4 => one == other,
        4..8 => ends::<4>(one) == ends::<4>(other),
        8..=16 => ends::<8>(one) == ends::<8>(other),
        _ => ends::<8>(one) == ends::<8>(other) && one == other,
    }
}

/// Two halves that overlap.
#[inline(always)]
fn ends<const N: usize>(name: &[u8]) -> Option<(&[u8; N], &[u8; N])> {
    Some((name.first_chunk()?, name.last_chunk()?))
}
