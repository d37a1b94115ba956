//! Keys: the one that probably comes next, and any other.

use super::scan::Scan;

/// How many members after the last are guessed to come next.
const GUESSES: usize = 4;
/// What a slot holds that no member has.
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
}

/// Finds members by their keys.
#[derive(Debug)]
pub(super) struct Keys {
    /// Every key with the member that it stands for.
    keys: Box<[(&'static str, usize)]>,
    /// From the hash of a key to its index, or one of the slots behind it.
    table: Box<[u16]>,
}

impl Keys {
    /// Of different keys, with the members that they stand for; `None` of too many.
    pub(super) fn new(keys: Vec<(&'static str, usize)>) -> Option<Self> {
        let size = (keys.len() * 4).next_power_of_two().max(8);
        let mut table = vec![NOBODY; size].into_boxed_slice();
        for (index, (key, _)) in keys.iter().enumerate() {
            let mut slot = hash(key.as_bytes()) & (size - 1);
            while table[slot] != NOBODY {
                slot = (slot + 1) & (size - 1);
            }
            table[slot] = u16::try_from(index).ok().filter(|&it| it != NOBODY)?;
        }
        let keys = keys.into_boxed_slice();
        Some(Self { keys, table })
    }

    /// The member that a key stands for.
    #[inline]
    pub(super) fn find(&self, key: &[u8]) -> Option<usize> {
        let last = self.table.len() - 1;
        let mut slot = hash(key) & last;
        loop {
            // What no key has is beyond all of them.
            let (known, member) = self.keys.get(usize::from(*self.table.get(slot)?))?;
            if known.as_bytes() == key {
                return Some(*member);
            }
            slot = (slot + 1) & last;
        }
    }
}

/// Tells keys apart by their length, their beginning and their end.
#[inline]
fn hash(key: &[u8]) -> usize {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let (head, tail) = if let (Some(head), Some(tail)) = (key.first_chunk(), key.last_chunk()) {
        (u64::from_le_bytes(*head), u64::from_le_bytes(*tail))
    } else if let (Some(head), Some(tail)) = (key.first_chunk(), key.last_chunk()) {
        let half = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
        (half(head), half(tail))
    } else {
        let byte = |at: usize| u64::from(key.get(at).copied().unwrap_or_default());
        (byte(0), byte(1) << 8 | byte(2))
    };
    let mixed = (head ^ tail.rotate_left(29) ^ key.len() as u64).wrapping_mul(ODD);
    // The upper half is the one that every byte has a part in.
    (mixed >> 40) as usize
}

impl<'t> Scan<'t> {
    /// Steps over the key that comes next, and its colon, if it is one of a few: the index of its
    /// member.
    #[inline]
    pub(super) fn guess<'k>(&mut self, keys: impl Iterator<Item = &'k Key>) -> Option<usize> {
        let rest = self.text.get(self.at..)?;
        let head = u64::from_le_bytes(*rest.first_chunk()?);
        for (index, key) in keys.take(GUESSES).enumerate() {
            if (head ^ key.head) & key.mask != 0 {
                continue;
            }
            let length = key.written.len();
            if length > 8 {
                let written = rest.get(..length)?;
                if written.last_chunk() != Some(&key.tail)
                    || length > 16 && written[8..length - 8] != key.written[8..length - 8]
                {
                    continue;
                }
            }
            self.at += length;
            return Some(index);
        }
        None
    }

    /// Steps over whatever key comes next, and its colon: the key, if it has no escape.
    #[inline]
    pub(super) fn key(&mut self) -> Option<&'t [u8]> {
        if !self.eat(b'"') {
            return None;
        }
        let key = self.string()?;
        if key.is_escaped {
            return None;
        }
        self.skip_blanks();
        if !self.eat(b':') {
            return None;
        }
        self.skip_blanks();
        Some(key.raw)
    }
}
