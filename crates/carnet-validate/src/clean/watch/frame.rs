//! Where in a payload the writer is.

use crate::clean::object::Marks;
use crate::clean::program::{Array, Member, Object, Value};
use crate::clean::slot::Slot;

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
    /// How many keys were noted before this object's.
    pub(super) keys_before: usize,
}

/// What a value is in its object.
#[derive(Clone, Copy, Debug)]
pub(super) enum Current<'p> {
    /// The member before the next.
    Member(&'p Member),
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
    pub(super) fn of(
        object: &'p Object,
        json: Option<&'p [bool]>,
        keys_before: usize,
    ) -> Option<Self> {
        (object.required.len() <= WORDS).then_some(Self {
            object,
            json,
            marks: Marks::new(object),
            next: 0,
            current: None,
            keys_before,
        })
    }

    /// Takes the key of a member, probably one after the last; whether it may stand there, `None`
    /// of a name that no member has.
    #[inline(always)]
    pub(super) fn take(&mut self, name: &str) -> Option<bool> {
        let object: &'p Object = self.object;
        let member = match object.members.get(self.next) {
            Some(member) if is_same(member.name, name) => member,
            _ => self.find(name)?,
        };
        let is_right = self.current.is_none() && self.marks.stand(self.next);
        self.next += 1;
        self.current = Some(Current::Member(member));
        Some(is_right)
    }

    /// Goes to the member of a name.
    #[inline(never)]
    fn find(&mut self, name: &str) -> Option<&'p Member> {
        let object: &'p Object = self.object;
        let ahead = object.members.get(self.next..).unwrap_or_default();
        self.next = match ahead.iter().position(|member| is_same(member.name, name)) {
            Some(index) => self.next + index,
            None => object.keys.find(name.as_bytes())?,
        };
        object.members.get(self.next)
    }

    /// The member whose value comes, if it is one that nothing else is asked about.
    #[inline(always)]
    pub(super) fn plain(&self) -> Option<&'p Member> {
        match self.current {
            Some(Current::Member(member)) if self.json.is_none() && !member.slot.is_asked() => {
                Some(member)
            }
            _ => None,
        }
    }

    /// Notes of the member whose key was taken last that it has no value, if that is so.
    #[inline(always)]
    pub(super) fn be_absent_if(&mut self, is_absent: bool) {
        self.marks.be_absent_if(self.index(), is_absent);
    }

    /// Notes that it is `true`.
    pub(super) fn be_true(&mut self) {
        self.marks.be_true(self.index());
    }

    /// Which member that is.
    const fn index(&self) -> usize {
        self.next.wrapping_sub(1)
    }

    /// Where the value of that member stands.
    pub(super) fn place(&self, member: &'p Member) -> Place<'p> {
        let is_json = |json: &[bool]| json.get(self.index()).copied().unwrap_or_default();
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
