//! Keys: the one that probably comes next, and any other.

use super::scan::Scan;
use super::text::{HIGH, LOW};

/// What a slot holds that no key has.
const NOBODY: u16 = u16::MAX;

/// The key of a member as most writers write it: in quotes, the colon right behind.
#[derive(Debug)]
pub(super) struct Key {
    written: Box<[u8]>,
    /// Its first eight bytes, and which of them count.
    head: u64,
    mask: u64,
    /// Its last eight bytes, where it has as many.
    tail: [u8; 8],
}

impl Key {
    pub(super) fn new(name: &str) -> Self {
        let written = format!("\"{name}\":").into_bytes();
        let head = written.iter().take(8).enumerate();
        let (head, mask) = head.fold((0, 0), |(head, mask), (at, &byte)| {
            (head | u64::from(byte) << (8 * at), mask | 0xFF << (8 * at))
        });
        Self {
            head,
            mask,
            tail: written.last_chunk().copied().unwrap_or_default(),
            written: written.into(),
        }
    }

    /// Whether a text that begins as it does goes on as it does.
    #[inline]
    fn ends(&self, text: &[u8]) -> bool {
        let length = self.written.len();
        if length <= 8 {
            return true;
        }
        let Some(written) = text.get(..length) else {
            return false;
        };
        written.last_chunk() == Some(&self.tail)
            && (length <= 16 || written[8..length - 8] == self.written[8..length - 8])
    }
}

/// Finds members by their keys.
#[derive(Debug)]
pub(super) struct Keys {
    keys: Box<[Known]>,
    /// From the hash of a key to its index, or one of the slots behind it.
    table: Box<[u16]>,
}

/// A key with the member that it stands for.
#[derive(Debug)]
struct Known {
    name: &'static str,
    print: Print,
    member: usize,
}

/// What keys are told apart by at first: of a short one, which with its closing quote has no more
/// than sixteen bytes, that is all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Print(u64, u64);

impl Print {
    /// Of a key without quotes.
    fn of(key: &[u8]) -> Self {
        if let (16.., Some(head), Some(tail)) = (key.len(), key.first_chunk(), key.last_chunk()) {
            let (head, tail) = (u64::from_le_bytes(*head), u64::from_le_bytes(*tail));
            // No short key has a quote at its beginning.
            return Self(head << 8 | u64::from(b'"'), tail ^ key.len() as u64);
        }
        let quoted = key.iter().chain(b"\"").take(16).enumerate();
        let words = quoted.fold([0, 0], |mut words, (at, &byte)| {
            words[at / 8] |= u64::from(byte) << (at % 8 * 8);
            words
        });
        Self(words[0], words[1])
    }

    #[inline]
    fn slot(self, last: usize) -> usize {
        const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
        let mixed = (self.0 ^ self.1.rotate_left(29)).wrapping_mul(ODD);
        // The upper half is the one that every byte has a part in.
        usize::try_from(mixed >> 40).unwrap_or_default() & last
    }
}

impl Keys {
    /// Of different keys, with the members that they stand for; `None` of too many.
    pub(super) fn new(keys: Vec<(&'static str, usize)>) -> Option<Self> {
        let last = (keys.len() * 4).next_power_of_two().max(8) - 1;
        let mut table = vec![NOBODY; last + 1].into_boxed_slice();
        let known = |(index, (name, member)): (usize, (&'static str, usize))| {
            let print = Print::of(name.as_bytes());
            let mut slot = print.slot(last);
            while table[slot] != NOBODY {
                slot = (slot + 1) & last;
            }
            table[slot] = u16::try_from(index).ok().filter(|&it| it != NOBODY)?;
            Some(Known {
                name,
                print,
                member,
            })
        };
        let keys = keys
            .into_iter()
            .enumerate()
            .map(known)
            .collect::<Option<_>>()?;
        Some(Self { keys, table })
    }

    /// The member that a key without quotes stands for.
    pub(super) fn find(&self, key: &[u8]) -> Option<usize> {
        let is_it = |known: &Known| known.name.as_bytes() == key;
        self.first(Print::of(key), is_it)
    }

    /// The member of a short key.
    #[inline]
    fn short(&self, print: Print) -> Option<usize> {
        self.first(print, |_| true)
    }

    /// The member of the first key with this print that is the one.
    #[inline]
    fn first(&self, print: Print, is_it: impl Fn(&Known) -> bool) -> Option<usize> {
        let last = self.table.len() - 1;
        let mut slot = print.slot(last);
        loop {
            // What no key has is beyond all of them.
            let known = self.keys.get(usize::from(*self.table.get(slot)?))?;
            if known.print == print && is_it(known) {
                return Some(known.member);
            }
            slot = (slot + 1) & last;
        }
    }
}

impl<'t> Scan<'t> {
    /// Steps over the key that comes next, and its colon, if it is one of these: which of them it
    /// is, and the place of its value.
    #[inline(always)]
    pub(super) fn guess<'k>(
        &self,
        at: usize,
        keys: impl Iterator<Item = &'k Key>,
    ) -> Option<(usize, usize)> {
        let rest = self.rest(at);
        let head = u64::from_le_bytes(*rest.first_chunk()?);
        for (index, key) in keys.enumerate() {
            if (head ^ key.head) & key.mask == 0 && key.ends(rest) {
                return Some((index, self.blanks(at + key.written.len())));
            }
        }
        None
    }

    /// Steps over a known key and its colon, if that is written as most writers do: the member that
    /// it stands for, and the place of its value.
    #[inline]
    pub(super) fn known_key(&self, at: usize, keys: &Keys) -> Option<(usize, usize)> {
        let at = self.eat(at, b'"')?;
        let (head, rest) = self.rest(at).split_first_chunk()?;
        let (short, length) = to_quote(u64::from_le_bytes(*head));
        let (member, length) = if length < 8 {
            (keys.short(Print(short, 0))?, length)
        } else {
            let (tail, length) = to_quote(u64::from_le_bytes(*rest.first_chunk()?));
            if length < 8 {
                (keys.short(Print(short, tail))?, 8 + length)
            } else {
                self.long_key(at, keys)?
            }
        };
        let end = self.eat(at + length + 1, b':')?;
        Some((member, self.blanks(end)))
    }

    /// The member of a key that has sixteen bytes or more, and how many it has.
    fn long_key(&self, at: usize, keys: &Keys) -> Option<(usize, usize)> {
        let (mut length, mut in_word) = (8, 8);
        while in_word == 8 {
            length += 8;
            let word = self.rest(at + length).first_chunk()?;
            (_, in_word) = to_quote(u64::from_le_bytes(*word));
        }
        length += in_word;
        let key = self.text.get(at..at + length)?;
        Some((keys.find(key)?, length))
    }

    /// Steps over whatever key comes next, and its colon: the key, if it has no escape, and the
    /// place of the value.
    #[inline(never)]
    pub(super) fn key(&self, at: usize) -> Option<(&'t [u8], usize)> {
        let (key, at) = self.string(at)?;
        if key.is_escaped {
            return None;
        }
        let at = self.eat(self.blanks(at), b':')?;
        Some((key.raw, self.blanks(at)))
    }
}

/// The bytes of a word up to its first quote, with that, and how many stand before it.
#[inline]
const fn to_quote(word: u64) -> (u64, usize) {
    let differing = word ^ (LOW * b'"' as u64);
    let quotes = differing.wrapping_sub(LOW) & !differing & HIGH;
    // Where there is none, this keeps everything.
    let kept = ((quotes & quotes.wrapping_neg()) << 1).wrapping_sub(1);
    (word & kept, (quotes.trailing_zeros() / 8) as usize)
}
