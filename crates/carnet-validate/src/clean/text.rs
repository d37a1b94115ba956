//! Texts: strings in JSON, and the bare values of parameters.

use super::escape::unescaped;
use super::program::{Texts, Words};
use super::scan::Scan;
use carnet_core::json::block::{BLOCK, ends, first_block};

/// Texts with escapes are looked into up to so many bytes.
const MOST_UNESCAPED: usize = 256;

/// A string, without its quotes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Str<'t> {
    /// What it stands in, and where.
    pub(super) text: &'t str,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether some of it is written with escapes.
    pub(super) is_escaped: bool,
}

impl<'t> Str<'t> {
    /// A text that is written as it is.
    pub(super) const fn plain(text: &'t str) -> Self {
        Self {
            text,
            start: 0,
            end: text.len(),
            is_escaped: false,
        }
    }

    /// As it is written.
    pub(super) fn raw(self) -> &'t str {
        self.text.get(self.start..self.end).unwrap_or_default()
    }

    /// How many bytes it is written with.
    #[inline(always)]
    pub(super) const fn len(self) -> usize {
        self.end - self.start
    }

    /// What `ask` says of the text; `None` of a long one that is written with escapes.
    fn tell<R>(self, ask: impl FnOnce(&str) -> R) -> Option<R> {
        if self.is_escaped {
            let mut room = [0; MOST_UNESCAPED];
            return unescaped(self.raw(), &mut room).map(ask);
        }
        Some(ask(self.raw()))
    }

    /// Whether it may be a word that stands for a value: these begin with a dollar sign, which may be
    /// escaped.
    #[inline(always)]
    fn may_be_placeholder(self) -> bool {
        match self.text.as_bytes().get(self.start) {
            Some(b'$') => true,
            Some(b'\\') => self.raw().starts_with("\\u0024"),
            _ => false,
        }
    }

    /// How many code points it has, and how many UTF-16 code units.
    fn lengths(self) -> (usize, usize) {
        let mut points = self.raw().chars().count();
        let raw = self.raw().as_bytes();
        // Characters beyond the basic plane have four bytes, the first of which is so large.
        let beyond = raw.iter().filter(|&&byte| byte >= 0xF0).count();
        let mut units = points + beyond;
        let mut at = 0;
        while self.is_escaped && at < raw.len() {
            let (length, is_pair) = match raw[at..] {
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

impl<'t> Scan<'t> {
    /// Reads a string; its end is the place of the closing quote.
    #[inline(always)]
    pub(super) fn string(&self, at: usize) -> Option<Str<'t>> {
        let start = self.eat(at, b'"')?;
        let end = self.plain(start);
        let (end, is_escaped) = if self.byte(end) == Some(b'"') {
            (end, false)
        } else {
            (self.escaped_string(end)?, true)
        };
        Some(Str {
            text: self.text,
            start,
            end,
            is_escaped,
        })
    }

    /// Reads on in a string at an escape: the place of its closing quote.
    #[inline(never)]
    fn escaped_string(&self, mut at: usize) -> Option<usize> {
        loop {
            match self.byte(at)? {
                b'"' => return Some(at),
                b'\\' => at = self.escape(at)?,
                _ => return None,
            }
            at = self.plain(at);
        }
    }

    /// The place of the next quote, backslash or what may not stand in a string.
    #[inline(always)]
    pub(super) fn plain(&self, at: usize) -> usize {
        let Some(block) = self.chunk(at) else {
            return self.last_plain(at);
        };
        let first = ends(*block);
        if first != 0 {
            return at + first.trailing_zeros() as usize;
        }
        let mut at = at + BLOCK;
        let mut rest = self.rest(at);
        while let Some((blocks, behind)) = rest.split_first_chunk::<{ 2 * BLOCK }>() {
            let (one, other) = blocks.split_at(BLOCK);
            let both = ends(first_block(one)) | ends(first_block(other)) << BLOCK;
            if both != 0 {
                return at + both.trailing_zeros() as usize;
            }
            at += 2 * BLOCK;
            rest = behind;
        }
        self.last_plain(at)
    }

    /// The same where no two blocks are left.
    #[inline(never)]
    fn last_plain(&self, at: usize) -> usize {
        // There are zeros behind the end.
        let both = ends(self.block(at)) | ends(self.block(at + BLOCK)) << BLOCK;
        at + both.trailing_zeros() as usize
    }
}

impl Texts {
    /// Whether a text of so many bytes, which begins so, keeps to all of it; `false` also where it takes
    /// more than a look to tell.
    #[inline(always)]
    pub(super) fn hold_at_once(&self, length: usize, first: Option<u8>) -> bool {
        length < self.glance && !(self.has_placeholders && matches!(first, Some(b'$' | b'\\')))
    }

    /// Whether a text keeps to all of it.
    pub(super) fn hold(&self, text: Str<'_>) -> bool {
        // No character is shorter than a byte, and an escape is at least two of them.
        (text.len() <= self.short() || self.has_length(text))
            && !(self.has_placeholders && text.may_be_placeholder())
            && self.is_right(text)
    }

    fn has_length(&self, text: Str<'_>) -> bool {
        let (points, units) = text.lengths();
        points <= self.max_length && units <= self.max_utf16
    }

    fn is_right(&self, text: Str<'_>) -> bool {
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
    pub(super) fn hold(&self, text: Str<'_>) -> bool {
        let is_listed = |plain: &str| self.0.contains(&plain);
        text.tell(is_listed).unwrap_or_default()
    }
}
