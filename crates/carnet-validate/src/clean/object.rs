//! Objects whose members are known by name.

use super::program::{Demanded, Demands, Member, Object, Others};
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

/// What stands for a member in a set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bit {
    word: usize,
    mask: u64,
}

impl Bit {
    /// That of a member by its index.
    #[inline]
    pub(super) const fn of(index: usize) -> Self {
        Self {
            word: index / 64,
            mask: 1 << (index % 64),
        }
    }
}

/// A set of members.
#[derive(Clone, Copy, Debug)]
pub(super) struct Set<const W: usize>([u64; W]);

impl<const W: usize> Set<W> {
    /// The members for which it is said that they are in it.
    pub(super) fn of(members: &[bool]) -> Self {
        let mut set = Self([0; W]);
        let all = members.iter().enumerate();
        all.filter(|(_, is_in)| **is_in)
            .for_each(|(index, _)| set.add(Bit::of(index)));
        set
    }

    #[inline(always)]
    fn add(&mut self, bit: Bit) {
        self.0[bit.word % W] |= bit.mask;
    }

    #[inline(always)]
    fn has(&self, bit: Bit) -> bool {
        self.0[bit.word % W] & bit.mask != 0
    }

    #[inline(always)]
    fn has_all(&self, others: &Self) -> bool {
        let mut words = self.0.iter().zip(&others.0);
        words.all(|(own, other)| other & !own == 0)
    }
}

/// What a statement about several members asks of them.
pub(super) trait Stands {
    /// Whether a member has a value.
    fn has(&self, bit: Bit) -> bool;
    /// Whether it is `true`.
    fn is_true(&self, bit: Bit) -> bool;
    /// Whether a member of unknown name has a value.
    fn has_other(&self) -> bool;
}

impl<const W: usize> Stands for Marks<W> {
    fn has(&self, bit: Bit) -> bool {
        self.seen.has(bit) && !self.absent.has(bit)
    }

    fn is_true(&self, bit: Bit) -> bool {
        self.truths.has(bit)
    }

    fn has_other(&self) -> bool {
        self.has_other
    }
}

/// What comes next in an object.
enum Found {
    /// The member that was expected, and the place of its value.
    Next(usize),
    /// Another one that is known, by its index, and the place of its value.
    Member(usize, usize),
    /// The key of any other, or one that is written in another way than most.
    Other(usize),
    /// Nothing, and the place behind it.
    End(usize),
}

impl<'t> Scan<'t> {
    pub(super) fn object(&mut self, object: &Object, at: usize) -> Option<usize> {
        match &object.demands {
            Demands::One(demanded) => self.object_of(object, demanded, at),
            Demands::Two(demanded) => self.object_of(object, demanded, at),
            Demands::Many(demanded) => self.object_of(object, demanded, at),
        }
    }

    #[inline(always)]
    fn object_of<const W: usize>(
        &mut self,
        object: &Object,
        demanded: &Demanded<W>,
        at: usize,
    ) -> Option<usize> {
        let mut standing = Standing::new(demanded);
        for &slot in &object.slots {
            self.slots.forget(slot);
        }
        let end = self.known_members(object, at, &mut standing)?;
        self.is_whole(object, demanded, &standing).then_some(end)
    }

    /// Reads the members of an object that begins at a place.
    #[inline(always)]
    fn known_members<const W: usize>(
        &mut self,
        object: &Object,
        mut at: usize,
        standing: &mut Standing<'t, W>,
    ) -> Option<usize> {
        let mut lead = b'{';
        let mut ahead = object.members.iter();
        loop {
            let guess = ahead.as_slice().first();
            let guess = guess.and_then(|member| self.guess(at, lead, &member.key));
            let value = match guess {
                Some(value) => value,
                None => match self.seek(object, at, lead, ahead.as_slice().first())? {
                    Found::Next(value) => value,
                    Found::Member(index, value) => {
                        ahead = object.members.get(index..)?.iter();
                        value
                    }
                    Found::Other(key) => {
                        at = self.odd_member(object, key, standing)?;
                        lead = b',';
                        continue;
                    }
                    Found::End(end) => return Some(end),
                },
            };
            at = self.known_member(ahead.next()?, value, object.empty_is_absent, standing)?;
            lead = b',';
        }
    }

    /// Finds what comes behind a bracket or a comma, or behind a value.
    #[inline(always)]
    fn seek(&self, object: &Object, at: usize, lead: u8, next: Option<&Member>) -> Option<Found> {
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
            && let Some(member) = next
            && let Some(value) = self.guess(before, self.byte(before)?, &member.key)
        {
            return Some(Found::Next(value));
        }
        Some(match self.known_key(before, object) {
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
        match object.find(key.as_bytes()) {
            Some(index) => {
                let member = object.members.get(index)?;
                self.known_member(member, value, object.empty_is_absent, standing)
            }
            None => self.unknown_member(object, key, value, standing),
        }
    }

    /// Reads the value of a member that is known, and notes what there is to note.
    #[inline(always)]
    fn known_member<const W: usize>(
        &mut self,
        member: &Member,
        at: usize,
        empty_is_absent: bool,
        standing: &mut Standing<'t, W>,
    ) -> Option<usize> {
        if !standing.marks.stand(member.bit) {
            return None;
        }
        let (at, first) = self.begins(at)?;
        let end = self.member(member, at, first, empty_is_absent, standing)?;
        if member.spot.slot.is_asked() {
            self.slots.note(member.spot.slot, at, end);
        }
        Some(end)
    }

    /// Reads the value of a member, by its first byte.
    #[inline(always)]
    pub(super) fn member<const W: usize>(
        &mut self,
        member: &Member,
        at: usize,
        first: u8,
        empty_is_absent: bool,
        standing: &mut Standing<'t, W>,
    ) -> Option<usize> {
        let spot = &member.spot;
        match first {
            b'"' => {
                let text = self.string(at)?;
                if text.len() == 0 {
                    // Whatever it counts as, it must be right.
                    standing.marks.be_absent_if(member.bit, empty_is_absent);
                    if !spot.empty {
                        return None;
                    }
                }
                self.textual(&spot.value, text)
            }
            b'-' | b'0'..=b'9' => self.numeric(&spot.value, at),
            b'n' => {
                // It counts as absent, whatever the member's type.
                standing.marks.be_absent_if(member.bit, true);
                self.eat_word(at, b"null").filter(|_| spot.null)
            }
            b't' => {
                standing.marks.be_true_if(member.bit, true);
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
        demanded: &Demanded<W>,
        standing: &Standing<'t, W>,
    ) -> bool {
        standing.marks.have(&demanded.required)
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
    pub(super) fn new(demanded: &Demanded<W>) -> Self {
        Self {
            marks: Marks::new(demanded.refused),
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
    #[inline(always)]
    pub(super) fn stand(&mut self, bit: Bit) -> bool {
        let is_first = !self.seen.has(bit);
        self.seen.add(bit);
        is_first
    }

    /// Notes that it has no value, if that is so.
    #[inline(always)]
    pub(super) fn be_absent_if(&mut self, bit: Bit, is_absent: bool) {
        if is_absent {
            self.absent.add(bit);
        }
    }

    /// Notes that it is `true`, if that is so.
    #[inline(always)]
    pub(super) fn be_true_if(&mut self, bit: Bit, is_true: bool) {
        if is_true {
            self.truths.add(bit);
        }
    }

    /// Whether those stand there that must.
    #[inline(always)]
    pub(super) fn have(&self, required: &Set<W>) -> bool {
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
