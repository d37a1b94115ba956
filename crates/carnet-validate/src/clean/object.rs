//! Objects whose members are known by name.

use super::program::{Object, Others, Spot};
use super::scan::Scan;
use super::slot::Slots;
use super::statement::is_text;
use crate::meaning::{self, Meaning};
use carnet_core::shape;

/// Members besides the known ones, of which there are no more.
pub(super) const MOST_OTHERS: usize = 4;

/// What is known of an object's members while it is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing<'t, const W: usize> {
    pub(super) marks: Marks<W>,
    /// The keys of those that are not known, if there are any.
    others: Option<OtherKeys<'t>>,
}

type OtherKeys<'t> = [Option<&'t str>; MOST_OTHERS];

/// What is known of those that are known; sets of members are bits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks<const W: usize> {
    /// Those that stand in it, and those that must not.
    seen: Set<W>,
    /// Of these, those that have no value.
    absent: Set<W>,
    /// Those that are `true`.
    truths: Set<W>,
    /// Whether one that is not known has a value.
    pub(super) has_other: bool,
}

/// A set of members, by their index.
#[derive(Clone, Copy, Debug)]
pub(super) struct Set<const W: usize>([u64; W]);

impl<const W: usize> Set<W> {
    #[inline]
    pub(super) fn of(words: &[u64]) -> Self {
        let mut set = [0; W];
        set.iter_mut().zip(words).for_each(|(to, from)| *to = *from);
        Self(set)
    }

    #[inline]
    pub(super) const fn words(&self) -> &[u64; W] {
        &self.0
    }

    #[inline]
    fn add(&mut self, index: usize) {
        self.add_if(index, true);
    }

    #[inline(always)]
    fn add_if(&mut self, index: usize, is_in: bool) {
        self.0[index / 64 % W] |= u64::from(is_in) << (index % 64);
    }

    #[inline]
    fn has(&self, index: usize) -> bool {
        self.0[index / 64 % W] >> (index % 64) & 1 == 1
    }

    #[inline]
    fn has_all(&self, others: &[u64]) -> bool {
        let mut words = (0..W.min(others.len())).map(|at| others[at] & !self.0[at]);
        words.all(|missing| missing == 0)
    }
}

/// What a statement about several members asks of them.
pub(super) trait Stands {
    /// Whether a member has a value.
    fn has(&self, index: usize) -> bool;
    /// Whether it is `true`.
    fn is_true(&self, index: usize) -> bool;
    /// Whether a member of unknown name has a value.
    fn has_other(&self) -> bool;
}

impl<const W: usize> Stands for Marks<W> {
    fn has(&self, index: usize) -> bool {
        self.seen.has(index) && !self.absent.has(index)
    }

    fn is_true(&self, index: usize) -> bool {
        self.truths.has(index)
    }

    fn has_other(&self) -> bool {
        self.has_other
    }
}

/// What comes next in an object.
enum Found {
    /// A member that is known, by its index, and the place of its value.
    Member(usize, usize),
    /// The key of any other, or one that is written in another way than most.
    Other(usize),
    /// Nothing, and the place behind it.
    End(usize),
}

impl<'t> Scan<'t> {
    pub(super) fn object(&mut self, object: &Object, at: usize) -> Option<usize> {
        match object.required.len() {
            1 => self.object_of::<1>(object, at),
            2 => self.object_of::<2>(object, at),
            _ => self.object_of::<{ super::make::MOST_WORDS }>(object, at),
        }
    }

    #[inline(always)]
    fn object_of<const W: usize>(&mut self, object: &Object, at: usize) -> Option<usize> {
        let mut standing = Standing::<W>::new(object);
        for &slot in &object.slots {
            self.slots.forget(slot);
        }
        let end = self.known_members(object, at, &mut standing)?;
        self.is_whole(object, &standing).then_some(end)
    }

    /// Reads the members of an object that begins at a place.
    #[inline(always)]
    fn known_members<const W: usize>(
        &mut self,
        object: &Object,
        mut at: usize,
        standing: &mut Standing<'t, W>,
    ) -> Option<usize> {
        let (mut lead, mut next) = (b'{', 0);
        loop {
            let guess = object.members.get(next);
            let guess = guess.and_then(|member| self.guess(at, lead, &member.key));
            let (index, value) = match guess {
                Some(value) => (next, value),
                None => match self.seek(object, at, lead, next)? {
                    Found::Member(index, value) => (index, value),
                    Found::Other(key) => {
                        at = self.odd_member(object, key, standing)?;
                        lead = b',';
                        continue;
                    }
                    Found::End(end) => return Some(end),
                },
            };
            at = self.known_member(object, index, value, standing)?;
            lead = b',';
            next = index + 1;
        }
    }

    /// Finds what comes behind a bracket or a comma, or behind a value.
    #[inline(always)]
    fn seek(&self, object: &Object, at: usize, lead: u8, next: usize) -> Option<Found> {
        let behind = if lead == b'{' {
            let behind = self.eat(at, b'{')?;
            if let Some(end) = self.eat(self.blanks(behind), b'}') {
                return Some(Found::End(end));
            }
            behind
        } else {
            match self.goes_on(at, b'}')? {
                (true, behind) => behind,
                (false, end) => return Some(Found::End(end)),
            }
        };
        let key = self.blanks(behind);
        let before = key.checked_sub(1)?;
        if key > behind
            && let Some(member) = object.members.get(next)
            && let Some(value) = self.guess(before, self.byte(before)?, &member.key)
        {
            return Some(Found::Member(next, value));
        }
        Some(match self.known_key(before, &object.keys) {
            Some((index, value)) => Found::Member(index, value),
            None => Found::Other(key),
        })
    }

    /// Reads a member whose key is written in another way than most, or not known.
    #[inline(never)]
    fn odd_member<const W: usize>(
        &mut self,
        object: &Object,
        at: usize,
        standing: &mut Standing<'t, W>,
    ) -> Option<usize> {
        let (key, value) = self.key(at)?;
        match object.keys.find(key.as_bytes()) {
            Some(index) => self.known_member(object, index, value, standing),
            None => self.unknown_member(object, key, value, standing),
        }
    }

    /// Reads the value of a member that is known, and notes what there is to note.
    #[inline(always)]
    fn known_member<const W: usize>(
        &mut self,
        object: &Object,
        index: usize,
        at: usize,
        standing: &mut Standing<'t, W>,
    ) -> Option<usize> {
        let member = object.members.get(index)?;
        if !standing.marks.stand(index) {
            return None;
        }
        let at = self.blanks(at);
        let end = self.member(&member.spot, index, at, object.empty_is_absent, standing)?;
        self.slots.note(member.spot.slot, at, end);
        Some(end)
    }

    /// Reads the value of a member.
    #[inline(always)]
    pub(super) fn member<const W: usize>(
        &mut self,
        spot: &Spot,
        index: usize,
        at: usize,
        empty_is_absent: bool,
        standing: &mut Standing<'t, W>,
    ) -> Option<usize> {
        match self.byte(at)? {
            b'"' => {
                let (text, end) = self.string(at)?;
                let is_empty = text.len() == 0;
                // Whatever it counts as, it must be right.
                standing
                    .marks
                    .be_absent_if(index, is_empty && empty_is_absent);
                let is_allowed = !is_empty || spot.empty;
                (is_allowed && spot.value.takes_text(text)).then_some(end)
            }
            b'-' | b'0'..=b'9' => self.numeric(&spot.value, at),
            b'n' => {
                // It counts as absent, whatever the member's type.
                standing.marks.be_absent_if(index, true);
                self.eat_word(at, b"null").filter(|_| spot.null)
            }
            b't' => {
                standing.marks.be_true(index);
                self.other(&spot.value, at)
            }
            _ => self.other(&spot.value, at),
        }
    }

    /// Reads the value of a member that is none of the known ones.
    fn unknown_member<const W: usize>(
        &mut self,
        object: &Object,
        key: &'t str,
        at: usize,
        standing: &mut Standing<'t, W>,
    ) -> Option<usize> {
        let others = standing.others.get_or_insert_default();
        if others.contains(&Some(key)) {
            return None;
        }
        *others.iter_mut().find(|place| place.is_none())? = Some(key);
        let end = match &object.others {
            Others::None => None,
            Others::Unknown(shape) => self.any(at, 0).filter(|_| is_unknown(key, shape)),
            Others::Named(named) if self.byte(at) == Some(b'n') => {
                self.eat_word(at, b"null").filter(|_| named.spot.null)
            }
            Others::Named(named) => self.value(&named.spot.value, at),
        }?;
        let is_absent = match self.text.get(at..end)? {
            "null" => true,
            "\"\"" => object.empty_is_absent,
            _ => false,
        };
        standing.marks.has_other |= !is_absent;
        Some(end)
    }

    /// Whether nothing is wrong with an object whose members are right.
    #[inline(always)]
    pub(super) fn is_whole<const W: usize>(
        &self,
        object: &Object,
        standing: &Standing<'t, W>,
    ) -> bool {
        standing.marks.have(&object.required)
            && (!object.is_asked_about() || self.is_as_stated(object, standing))
    }

    /// Whether what is asked about several members of an object is so.
    fn is_as_stated<const W: usize>(&self, object: &Object, standing: &Standing<'t, W>) -> bool {
        let mut others = standing.others.iter().flatten().flatten();
        others.all(|key| object.others.may_have(key, &self.slots, self.text))
            && standing.marks.hold(object, &self.slots, self.text)
    }
}

/// Whether a key means no member of an object, not even with a slip of the pen.
fn is_unknown(key: &str, object: &'static shape::Object) -> bool {
    matches!(meaning::of(key, object), Meaning::Unknown)
}

impl<const W: usize> Standing<'_, W> {
    pub(super) fn new(object: &Object) -> Self {
        Self {
            marks: Marks::new(Set::of(&object.refused)),
            others: None,
        }
    }
}

impl<const W: usize> Marks<W> {
    #[inline]
    pub(super) fn new(refused: Set<W>) -> Self {
        Self {
            seen: refused,
            absent: refused,
            truths: Set([0; W]),
            has_other: false,
        }
    }

    /// Notes that a member stands in the object; `false` where it does so already, or must not.
    #[inline]
    pub(super) fn stand(&mut self, index: usize) -> bool {
        let is_first = !self.seen.has(index);
        self.seen.add(index);
        is_first
    }

    /// Notes that it has no value, if that is so.
    #[inline]
    pub(super) fn be_absent_if(&mut self, index: usize, is_absent: bool) {
        self.absent.add_if(index, is_absent);
    }

    /// Notes that it is `true`.
    #[inline]
    pub(super) fn be_true(&mut self, index: usize) {
        self.be_true_if(index, true);
    }

    #[inline]
    pub(super) fn be_true_if(&mut self, index: usize, is_true: bool) {
        self.truths.add_if(index, is_true);
    }

    /// Whether those stand there that must, as bits.
    #[inline(always)]
    pub(super) fn have(&self, required: &[u64]) -> bool {
        self.seen.has_all(required)
    }

    /// Whether every statement about an object's members holds, the values being in `text`.
    pub(super) fn hold(&self, object: &Object, slots: &Slots, text: &str) -> bool {
        let mut statements = object.statements.iter();
        statements.all(|statement| statement.holds(self, slots, text))
    }
}

impl Others {
    /// Whether a key may be that of another member, by the values of those that name it; that is one
    /// without escapes.
    pub(super) fn may_have(&self, key: &str, slots: &Slots, text: &str) -> bool {
        let Self::Named(named) = self else {
            return true;
        };
        let mut by = named.by.iter().map(|&slot| slots.get(slot, text));
        !key.is_empty() && by.any(|it| is_text(it, key))
    }
}
