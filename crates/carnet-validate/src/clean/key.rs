//! Keys: the one that probably comes next, and any other.
//!
//! A key is compared with all that stands around it if a writer leaves no blanks: the bracket or
//! comma before it, its quotes, and its colon. Two blocks hold that of nearly every key.

use super::program::{Member, Object};
use super::scan::Scan;
use carnet_core::json::block::{BLOCK, first_block, quotes};

/// What a slot holds that no key has.
const NOBODY: u16 = u16::MAX;

/// For every length, the masks of what that has in a first block and in a second.
const FIRST: [u128; 2 * BLOCK + 1] = masks(0);
const SECOND: [u128; 2 * BLOCK + 1] = masks(BLOCK);

const fn masks(before: usize) -> [u128; 2 * BLOCK + 1] {
    let mut masks = [u128::MAX; 2 * BLOCK + 1];
    let mut length = 0;
    while length < before + BLOCK {
        let inside = length.saturating_sub(before);
        masks[length] = (1 << (8 * inside)) - 1;
        length += 1;
    }
    masks
}

/// How many bytes stand around a key: what is in front of it, two quotes and a colon.
const AROUND: usize = 4;

/// The key of a member with what stands around it, but the first byte, which is not known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    name: &'static str,
    /// How many bytes it all is.
    length: usize,
    /// Its first block, without the first byte, and its second one.
    first: u128,
    second: u128,
    /// Which bytes of the first block count.
    mask: u128,
}

impl Key {
    pub(super) fn new(name: &'static str) -> Self {
        let (first, second, length) = blocks(name.as_bytes());
        Self {
            name,
            length,
            first,
            second,
            mask: FIRST[length.min(BLOCK)],
        }
    }

    pub(super) const fn name(&self) -> &'static str {
        self.name
    }

    fn hash(&self, factor: u64) -> usize {
        hash(self.first, self.second, factor)
    }
}

/// The blocks of a key with what stands around it, as far as two hold it, and how many bytes it all is.
fn blocks(key: &[u8]) -> (u128, u128, usize) {
    let mut written = [0; 2 * BLOCK];
    let held = key.len().min(2 * BLOCK - 2);
    written[1] = b'"';
    written[2..2 + held].copy_from_slice(&key[..held]);
    let behind = written[2 + held..].iter_mut();
    behind.zip(b"\":").for_each(|(to, from)| *to = *from);
    let block = |from: usize| u128::from_le_bytes(first_block(&written[from..]));
    (block(0), block(BLOCK), key.len() + AROUND)
}

/// A number that keys are told apart by.
#[inline(always)]
#[expect(
    clippy::cast_possible_truncation,
    reason = "a block is taken apart, and of a hash any bits do"
)]
fn hash(first: u128, second: u128, factor: u64) -> usize {
    let halves = |block: u128| (block as u64, (block >> 64) as u64);
    let ((a, b), (c, d)) = (halves(first), halves(second));
    let mixed = a ^ b.rotate_left(29) ^ c.rotate_left(41) ^ d.rotate_left(11);
    // The upper half is the one that every byte has a part in.
    (mixed.wrapping_mul(factor) >> 40) as usize
}

/// Finds members by their keys.
///
/// A member has its key where its value is described, so that one place in memory has both.
#[derive(Debug)]
pub(super) struct Keys {
    /// Keys that stand for a member besides its own, and its index.
    others: Box<[(Key, usize)]>,
    /// From the hash of a key to its index, others behind those of members, or one of the slots behind it.
    table: Box<[u16]>,
    /// The factor of the hash.
    factor: u64,
}

impl Keys {
    /// Of members whose keys are different, with others that stand for one by its index; `None` of too
    /// many, and where one is written with escapes.
    pub(super) fn new(members: &[Member], others: Vec<(&'static str, usize)>) -> Option<Self> {
        let others = others.into_iter();
        let others: Box<[_]> = others
            .map(|(name, member)| (Key::new(name), member))
            .collect();
        let own = members.iter().map(|member| member.key);
        let known: Vec<_> = own.chain(others.iter().map(|(key, _)| *key)).collect();
        let is_escaped = |byte| matches!(byte, b'"' | b'\\' | 0..=0x1F);
        if known.iter().any(|key| key.name.bytes().any(is_escaped)) {
            return None;
        }
        let last = (known.len() * 4).next_power_of_two().max(8) - 1;
        let factor = factors().min_by_key(|&factor| collisions(&known, last, factor))?;
        let mut table = vec![NOBODY; last + 1].into_boxed_slice();
        for (index, key) in known.iter().enumerate() {
            let mut slot = key.hash(factor) & last;
            while table[slot] != NOBODY {
                slot = (slot + 1) & last;
            }
            table[slot] = u16::try_from(index).ok().filter(|&it| it != NOBODY)?;
        }
        Some(Self {
            others,
            table,
            factor,
        })
    }

    /// The member that a key without quotes stands for.
    pub(super) fn find(&self, members: &[Member], key: &[u8]) -> Option<usize> {
        if key.len() + AROUND > 2 * BLOCK {
            return self.long(members, key);
        }
        let (first, second, _) = blocks(key);
        self.short(members, first, second)
    }

    /// The member of a key that two blocks hold.
    #[inline(always)]
    fn short(&self, members: &[Member], first: u128, second: u128) -> Option<usize> {
        let last = self.table.len() - 1;
        let mut slot = hash(first, second, self.factor) & last;
        loop {
            let index = usize::from(*self.table.get(slot)?);
            // What no key has is beyond all of them.
            let (key, member) = match members.get(index) {
                Some(member) => (&member.key, index),
                None => self.other(index - members.len())?,
            };
            // One question, since each answer is a guess to the processor. Other lengths have other blocks.
            if (key.first ^ first) | (key.second ^ second) == 0 {
                return Some(member);
            }
            slot = (slot + 1) & last;
        }
    }

    #[cold]
    fn other(&self, index: usize) -> Option<(&Key, usize)> {
        self.others.get(index).map(|(key, member)| (key, *member))
    }

    /// The member of a key that they do not hold.
    fn long(&self, members: &[Member], key: &[u8]) -> Option<usize> {
        let is_it = |known: &Key| known.name.as_bytes() == key;
        let own = members.iter().position(|member| is_it(&member.key));
        own.or_else(|| {
            let mut others = self.others.iter();
            others.find_map(|(known, member)| is_it(known).then_some(*member))
        })
    }
}

/// Factors to choose from: odd ones that have ones and zeros everywhere.
fn factors() -> impl Iterator<Item = u64> {
    const FIRST: u64 = 0x9E37_79B9_7F4A_7C15;
    std::iter::successors(Some(FIRST), |factor| Some(factor.wrapping_mul(FIRST))).take(64)
}

/// How many keys would have to be looked for in another slot than their first.
fn collisions(keys: &[Key], last: usize, factor: u64) -> usize {
    let mut taken = vec![false; last + 1];
    let slots = keys.iter().map(|key| key.hash(factor) & last);
    slots
        .filter(|&slot| std::mem::replace(&mut taken[slot], true))
        .count()
}

impl<'t> Scan<'t> {
    /// Steps over a key and its colon, if it is the one that comes next, behind a byte that is
    /// `lead`: the place of its value.
    #[inline(always)]
    pub(super) fn guess(&self, at: usize, lead: u8, key: &Key) -> Option<usize> {
        let first = u128::from_le_bytes(self.block(at)) ^ u128::from(lead);
        let is_it = (first ^ key.first) & key.mask == 0
            && (key.length <= BLOCK || self.goes_on_as(at, key));
        is_it.then_some(at + key.length)
    }

    /// Whether a key that begins as a long one does goes on as it does.
    #[inline(always)]
    fn goes_on_as(&self, at: usize, key: &Key) -> bool {
        let second = u128::from_le_bytes(self.block(at + BLOCK));
        match SECOND.get(key.length) {
            Some(mask) => second & mask == key.second,
            None => self.is_long(at, key),
        }
    }

    #[inline(never)]
    fn is_long(&self, at: usize, key: &Key) -> bool {
        let rest = self.rest(at).get(2..).unwrap_or_default();
        let rest = rest.strip_prefix(key.name.as_bytes());
        rest.is_some_and(|rest| rest.starts_with(b"\":"))
    }

    /// Steps over a known key and its colon, if that is written as most writers do: the member that
    /// it stands for, and the place of its value. `at` is the place before it.
    #[inline(always)]
    pub(super) fn known_key(&self, at: usize, object: &Object) -> Option<(usize, usize)> {
        let (members, keys) = (&object.members, &object.keys);
        let (first, second) = (self.block(at), self.block(at + BLOCK));
        let quotes = quotes(first) | quotes(second) << BLOCK;
        // But the one in front, and what stands before that.
        let length = (quotes & !0b11).trailing_zeros() as usize + 2;
        let (first, second) = (u128::from_le_bytes(first), u128::from_le_bytes(second));
        let member = match (FIRST.get(length), SECOND.get(length)) {
            (Some(mask), Some(others)) => {
                keys.short(members, first & mask & !0xFF, second & others)?
            }
            _ => return self.longer_key(at, object),
        };
        Some((member, at + length))
    }

    /// The same for a key that two blocks do not hold.
    #[inline(never)]
    fn longer_key(&self, at: usize, object: &Object) -> Option<(usize, usize)> {
        let start = self.eat(at + 1, b'"')?;
        let rest = self.rest(start);
        let length = memchr::memchr(b'"', rest)?;
        let end = self.eat(start + length + 1, b':')?;
        let member = object.keys.long(&object.members, &rest[..length])?;
        Some((member, end))
    }

    /// Steps over whatever key comes next, and its colon: the key, if it has no escape, and the
    /// place of the value.
    #[inline(never)]
    pub(super) fn key(&self, at: usize) -> Option<(&'t str, usize)> {
        let key = self.string(at)?;
        if key.is_escaped {
            return None;
        }
        let at = self.eat(self.blanks(key.end + 1), b':')?;
        Some((key.raw(), self.blanks(at)))
    }
}
