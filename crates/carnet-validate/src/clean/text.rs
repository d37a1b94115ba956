//! Texts: strings in JSON, and the bare values of parameters.

use super::escape::unescaped;
use super::program::{Texts, Words};
use super::scan::Scan;

/// Texts with escapes are looked into up to so many bytes.
const MOST_UNESCAPED: usize = 256;

/// A string, without its quotes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Str<'t> {
    /// As it is written, valid UTF-8.
    pub(super) raw: &'t [u8],
    /// Whether some of it is written with escapes.
    pub(super) is_escaped: bool,
}

impl<'t> Str<'t> {
    /// A text that is written as it is.
    pub(super) const fn plain(text: &'t str) -> Self {
        Self {
            raw: text.as_bytes(),
            is_escaped: false,
        }
    }

    /// What `ask` says of the text; `None` of a long one that is written with escapes.
    fn tell<R>(&self, ask: impl FnOnce(&str) -> R) -> Option<R> {
        if self.is_escaped {
            let mut room = [0; MOST_UNESCAPED];
            return unescaped(self.raw, &mut room).map(ask);
        }
        std::str::from_utf8(self.raw).ok().map(ask)
    }

    /// Whether it may be a word that stands for a value: these begin with a dollar sign, which may be
    /// escaped.
    #[inline]
    fn may_be_placeholder(&self) -> bool {
        match self.raw.first() {
            Some(b'$') => true,
            Some(b'\\') => self.raw.starts_with(b"\\u0024"),
            _ => false,
        }
    }

    /// How many code points it has, and how many UTF-16 code units.
    fn lengths(&self) -> (usize, usize) {
        let starts = |byte: &&u8| **byte & 0xC0 != 0x80;
        let mut points = self.raw.iter().filter(starts).count();
        // Characters beyond the basic plane have four bytes, the first of which is so large.
        let beyond = self.raw.iter().filter(|&&byte| byte >= 0xF0).count();
        let mut units = points + beyond;
        let mut at = 0;
        while self.is_escaped && at < self.raw.len() {
            let (length, is_pair) = match self.raw[at..] {
                [
                    b'\\',
                    b'u',
                    b'd' | b'D',
                    b'8'..=b'9' | b'a'..=b'b' | b'A'..=b'B',
                    ..,
                ] => (12, true),
                [b'\\', b'u', ..] => (6, false),
                [b'\\', ..] => (2, false),
                _ => {
                    at += 1;
                    continue;
                }
            };
            points -= length - 1;
            units -= length - 1 - usize::from(is_pair);
            at += length;
        }
        (points, units)
    }
}

/// Masks of bytes in a word of eight: the lowest bit of each, and the highest.
pub(super) const LOW: u64 = u64::from_ne_bytes([0x01; 8]);
pub(super) const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);

/// Marks the first byte that ends a run of plain characters: a quote, a backslash or a control
/// character. What is marked above it may be none.
#[inline]
const fn ends(word: u64) -> u64 {
    let quote = (word ^ (LOW * b'"' as u64)).wrapping_sub(LOW);
    let backslash = (word ^ (LOW * b'\\' as u64)).wrapping_sub(LOW);
    let control = word.wrapping_sub(LOW * 0x20);
    // None of them has the highest bit, and taking away sets it in what was too small.
    (quote | backslash | control) & !word & HIGH
}

impl<'t> Scan<'t> {
    /// Reads a string: what it is, and the place behind it.
    #[inline(always)]
    pub(super) fn string(&self, at: usize) -> Option<(Str<'t>, usize)> {
        let start = self.eat(at, b'"')?;
        let (end, is_ascii) = self.plain(start);
        let (end, is_escaped) = if is_ascii && self.byte(end) == Some(b'"') {
            (end, false)
        } else {
            self.unusual(start, end)?
        };
        let raw = self.text.get(start..end)?;
        Some((Str { raw, is_escaped }, end + 1))
    }

    /// Reads on in a string that has escapes or other characters than ASCII: the place of its
    /// closing quote, and whether there are escapes.
    #[cold]
    fn unusual(&self, start: usize, mut at: usize) -> Option<(usize, bool)> {
        let mut is_escaped = false;
        loop {
            match self.byte(at)? {
                b'"' => break,
                b'\\' => {
                    is_escaped = true;
                    at = self.escape(at)?;
                }
                _ => return None,
            }
            (at, _) = self.plain(at);
        }
        std::str::from_utf8(self.text.get(start..at)?).ok()?;
        Some((at, is_escaped))
    }

    /// The place of the next quote, backslash or what may not stand in a string, and whether all
    /// before it is ASCII.
    #[inline(always)]
    fn plain(&self, at: usize) -> (usize, bool) {
        let mut seen = 0;
        let mut rest = self.rest(at);
        while let Some((chunk, after)) = rest.split_first_chunk::<8>() {
            let word = u64::from_le_bytes(*chunk);
            let ends = ends(word);
            if ends != 0 {
                // The bytes before the end: none where the end comes at once.
                let before = (ends & ends.wrapping_neg()) - 1;
                let length = (ends.trailing_zeros() / 8) as usize;
                let is_ascii = (seen | word & (before >> 7)) & HIGH == 0;
                return (self.text.len() - rest.len() + length, is_ascii);
            }
            seen |= word;
            rest = after;
        }
        let (length, is_ascii) = short_plain(rest);
        (
            self.text.len() - rest.len() + length,
            is_ascii && seen & HIGH == 0,
        )
    }
}

/// How many bytes of a rest that is shorter than a word are plain, and whether these are ASCII.
fn short_plain(rest: &[u8]) -> (usize, bool) {
    let plain = rest.iter();
    let plain = plain.take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..=0x1F));
    let length = plain.count();
    (length, rest[..length].is_ascii())
}

impl Texts {
    /// Whether a text keeps to all of it.
    #[inline(always)]
    pub(super) fn hold(&self, text: &Str<'_>) -> bool {
        // No character is shorter than a byte, and an escape is at least two of them.
        (text.raw.len() <= self.short || self.has_length(text))
            && !(self.has_placeholders && text.may_be_placeholder())
            && (!self.is_looked_into || self.is_right(text))
    }

    fn has_length(&self, text: &Str<'_>) -> bool {
        let (points, units) = text.lengths();
        points <= self.max_length && units <= self.max_utf16
    }

    fn is_right(&self, text: &Str<'_>) -> bool {
        if self.min_length > 0 && text.lengths().0 < self.min_length {
            return false;
        }
        if self.formats.is_empty() && !self.is_credential {
            return true;
        }
        let is_right = |plain: &str| {
            self.formats.iter().all(|format| (format.check)(plain))
                && (!self.is_credential || crate::rule::secret::is_placeholder(plain))
        };
        text.tell(is_right).unwrap_or_default()
    }
}

impl Words {
    /// Whether a text is one of them.
    pub(super) fn hold(&self, text: &Str<'_>) -> bool {
        let is_listed = |plain: &str| self.list.contains(&plain);
        text.tell(is_listed).unwrap_or_default() && self.texts.hold(text)
    }
}
