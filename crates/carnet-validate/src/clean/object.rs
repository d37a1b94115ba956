//! Objects whose members are known by name.

use super::program::{Member, Named, Object, Others, Value};
use super::scan::Scan;
use super::slot::Slots;
use crate::meaning::{self, Meaning};
use carnet_core::shape;

/// How many members after the last are guessed to come next: where some are left out, and where
/// the order is another one.
const GUESSES: usize = 4;
const GUESSES_OUT_OF_ORDER: usize = 1;
/// Members besides the known ones, of which there are no more.
pub(super) const MOST_OTHERS: usize = 4;

/// What is known of an object's members while it is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing<'t, const W: usize> {
    pub(super) marks: Marks<W>,
    /// The keys of those that are not known.
    others: [&'t [u8]; MOST_OTHERS],
    others_count: usize,
}

/// What is known of those that are known; sets of members are bits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks<const W: usize> {
    /// Those that stand in it.
    seen: Set<W>,
    /// Those that have a value.
    present: Set<W>,
    /// Those that are `true`.
    truths: Set<W>,
    /// Whether one that is not known has a value.
    pub(super) has_other: bool,
}

/// A set of members, by their index.
#[derive(Clone, Copy, Debug)]
struct Set<const W: usize>([u64; W]);

impl<const W: usize> Set<W> {
    #[inline]
    fn add(&mut self, index: usize) {
        self.0[index / 64 % W] |= 1 << (index % 64);
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
        self.present.has(index)
    }

    fn is_true(&self, index: usize) -> bool {
        self.truths.has(index)
    }

    fn has_other(&self) -> bool {
        self.has_other
    }
}

impl<'t> Scan<'t> {
    pub(super) fn object(&mut self, object: &Object, at: usize) -> Option<usize> {
        match object.required.len() {
            1 => self.object_of::<1>(object, at),
            2 => self.object_of::<2>(object, at),
            _ => self.object_of::<{ super::make::MOST_WORDS }>(object, at),
        }
    }

    fn object_of<const W: usize>(&mut self, object: &Object, at: usize) -> Option<usize> {
        let at = self.blanks(self.eat(at, b'{')?);
        let mut standing = Standing::<W>::new();
        for &slot in &object.slots {
            self.slots.forget(slot);
        }
        let end = match self.eat(at, b'}') {
            Some(end) => end,
            None => self.known_members(object, at, &mut standing)?,
        };
        self.is_whole(object, &standing).then_some(end)
    }

    fn known_members<const W: usize>(
        &mut self,
        object: &Object,
        mut at: usize,
        standing: &mut Standing<'t, W>,
    ) -> Option<usize> {
        let (mut next, mut guesses) = (0, GUESSES);
        loop {
            let ahead = object.members.get(next..).unwrap_or_default().iter();
            let ahead = ahead.take(guesses).map(|member| &member.key);
            let known = if let Some((index, value)) = self.guess(at, ahead) {
                guesses = GUESSES;
                Some((next + index, value))
            } else {
                guesses = GUESSES_OUT_OF_ORDER;
                self.known_key(at, &object.keys)
            };
            let end = if let Some((index, value)) = known {
                next = index + 1;
                self.known_member(object, index, value, standing)?
            } else {
                let (key, value) = self.key(at)?;
                let index = object.keys.find(key);
                next = index.map_or(next, |index| index + 1);
                self.odd_member(object, index, key, value, standing)?
            };
            let (goes_on, after) = self.goes_on(end, b'}')?;
            at = after;
            if !goes_on {
                return Some(at);
            }
        }
    }

    /// Reads the value of a member whose key is written in another way than most, or not known.
    #[inline(never)]
    fn odd_member<const W: usize>(
        &mut self,
        object: &Object,
        index: Option<usize>,
        key: &'t [u8],
        at: usize,
        standing: &mut Standing<'t, W>,
    ) -> Option<usize> {
        match index {
            Some(index) => self.known_member(object, index, at, standing),
            None => self.other(object, key, at, standing),
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
        if !standing.marks.stand(index) || !member.is_documented {
            return None;
        }
        let end = self.member(member, index, at, object.empty_is_absent, standing)?;
        if let Some(slot) = member.slot {
            self.slots.note(slot, at, end);
        }
        Some(end)
    }

    /// Reads the value of a member.
    #[inline(always)]
    pub(super) fn member<const W: usize>(
        &mut self,
        member: &Member,
        index: usize,
        at: usize,
        empty_is_absent: bool,
        standing: &mut Standing<'t, W>,
    ) -> Option<usize> {
        match self.byte(at)? {
            // It counts as absent, whatever the member's type.
            b'n' => return self.eat_word(at, b"null").filter(|_| member.null),
            b'"' if self.byte(at + 1) == Some(b'"') => {
                if !member.empty {
                    return None;
                }
                if empty_is_absent {
                    // It counts as absent, and must be right all the same.
                    return self.value(&member.value, at);
                }
            }
            b't' => standing.marks.be_true(index),
            _ => {}
        }
        standing.marks.have(index);
        match &member.value {
            // Most values are one of these, and this is the shorter way.
            Value::Text(texts) => {
                let (text, at) = self.string(at)?;
                texts.hold(&text).then_some(at)
            }
            Value::Integer(numbers) => {
                let (number, at) = self.number(at)?;
                (number.integer().is_some() && numbers.hold(&number)).then_some(at)
            }
            value => self.value(value, at),
        }
    }

    /// Reads the value of a member that is none of the known ones.
    fn other<const W: usize>(
        &mut self,
        object: &Object,
        key: &'t [u8],
        at: usize,
        standing: &mut Standing<'t, W>,
    ) -> Option<usize> {
        let count = standing.others_count;
        if count == MOST_OTHERS || standing.others[..count].contains(&key) {
            return None;
        }
        standing.others[count] = key;
        standing.others_count += 1;
        let end = match &object.others {
            Others::None => None,
            Others::Unknown(shape) => self.any(at, 0).filter(|_| is_unknown(key, shape)),
            Others::Named(named) if self.byte(at) == Some(b'n') => {
                self.eat_word(at, b"null").filter(|_| named.null)
            }
            Others::Named(named) => self.value(&named.value, at),
        }?;
        let is_absent = match self.text.get(at..end)? {
            b"null" => true,
            b"\"\"" => object.empty_is_absent,
            _ => false,
        };
        standing.marks.has_other |= !is_absent;
        Some(end)
    }

    /// Whether nothing is wrong with an object whose members are right.
    pub(super) fn is_whole<const W: usize>(
        &self,
        object: &Object,
        standing: &Standing<'t, W>,
    ) -> bool {
        let mut others = standing.others[..standing.others_count].iter();
        let are_named = match &object.others {
            Others::Named(named) => others.all(|key| named.is_key(key, &self.slots, self.text)),
            Others::None | Others::Unknown(_) => true,
        };
        are_named && standing.marks.are_whole(object, &self.slots, self.text)
    }
}

/// Whether a key means no member of an object, not even with a slip of the pen.
fn is_unknown(key: &[u8], object: &'static shape::Object) -> bool {
    std::str::from_utf8(key).is_ok_and(|key| matches!(meaning::of(key, object), Meaning::Unknown))
}

impl<const W: usize> Standing<'_, W> {
    pub(super) const fn new() -> Self {
        Self {
            marks: Marks::new(),
            others: [b""; MOST_OTHERS],
            others_count: 0,
        }
    }
}

impl<const W: usize> Marks<W> {
    pub(super) const fn new() -> Self {
        let none = Set([0; W]);
        Self {
            seen: none,
            present: none,
            truths: none,
            has_other: false,
        }
    }

    /// Notes that a member stands in the object; `false` where it does so already.
    #[inline]
    pub(super) fn stand(&mut self, index: usize) -> bool {
        let is_first = !self.seen.has(index);
        self.seen.add(index);
        is_first
    }

    /// Notes that it has a value.
    #[inline]
    pub(super) fn have(&mut self, index: usize) {
        self.present.add(index);
    }

    /// Notes that it is `true`.
    #[inline]
    pub(super) fn be_true(&mut self, index: usize) {
        self.truths.add(index);
    }

    /// Whether nothing is missing in an object, and every statement about its members holds, the
    /// values being in `text`.
    pub(super) fn are_whole(&self, object: &Object, slots: &Slots, text: &[u8]) -> bool {
        let mut statements = object.statements.iter();
        self.seen.has_all(&object.required) && statements.all(|it| it.holds(self, slots, text))
    }
}

impl Named {
    /// Whether a key is the value of one of the members that name it; that is one without escapes.
    pub(super) fn is_key(&self, key: &[u8], slots: &Slots, text: &[u8]) -> bool {
        let mut by = self.by.iter().map(|&slot| slots.get(slot, text));
        !key.is_empty() && by.any(|it| matches!(it, [b'"', name @ .., b'"'] if name == key))
    }
}
