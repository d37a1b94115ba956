//! Strings.

use super::program::Texts;
use super::scan::Scan;

/// A string, without its quotes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Str<'t> {
    /// As it is written, valid UTF-8.
    pub(super) raw: &'t [u8],
    pub(super) is_ascii: bool,
    /// Whether some of it is written with escapes.
    pub(super) is_escaped: bool,
    /// How many more bytes the escapes have than characters.
    surplus: usize,
    /// How many characters are written as two escapes.
    pairs: usize,
}

impl<'t> Str<'t> {
    /// The text, where it is written as it is.
    pub(super) fn plain(&self) -> Option<&'t str> {
        if self.is_escaped {
            return None;
        }
        std::str::from_utf8(self.raw).ok()
    }

    fn characters(&self) -> usize {
        let written = if self.is_ascii {
            self.raw.len()
        } else {
            // Every byte but those that continue a character.
            self.raw.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
        };
        written - self.surplus
    }

    fn utf16(&self) -> usize {
        // Characters beyond the basic plane have four bytes, the first of which is so large.
        let astral = self.raw.iter().filter(|&&byte| byte >= 0xF0).count();
        self.characters() + astral + self.pairs
    }
}

/// The eight bytes from here on, and masks of bytes in them: the highest bit of each is set.
const LOW: u64 = u64::from_ne_bytes([0x01; 8]);
const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);

/// Marks every byte that equals `byte`. Marks above the first may be wrong.
const fn equal(word: u64, byte: u8) -> u64 {
    let differing = word ^ (LOW * byte as u64);
    differing.wrapping_sub(LOW) & !differing & HIGH
}

/// Marks every byte below a blank. Marks above the first may be wrong.
const fn control(word: u64) -> u64 {
    word.wrapping_sub(LOW * 0x20) & !word & HIGH
}

impl<'t> Scan<'t> {
    /// Reads a string, whose opening quote is read.
    pub(super) fn string(&mut self) -> Option<Str<'t>> {
        let start = self.at;
        let mut found = Str {
            raw: &[],
            is_ascii: true,
            is_escaped: false,
            surplus: 0,
            pairs: 0,
        };
        loop {
            found.is_ascii &= self.skip_plain();
            match self.peek()? {
                b'"' => break,
                b'\\' => self.escape(&mut found)?,
                _ => return None,
            }
        }
        found.raw = &self.text[start..self.at];
        self.at += 1;
        if !found.is_ascii && std::str::from_utf8(found.raw).is_err() {
            return None;
        }
        Some(found)
    }

    /// Skips to a quote, a backslash or what may not stand in a string, and tells whether all that
    /// was skipped is ASCII.
    fn skip_plain(&mut self) -> bool {
        let mut seen = 0;
        while let Some(chunk) = self.text[self.at..].first_chunk::<8>() {
            let word = u64::from_le_bytes(*chunk);
            let ends = equal(word, b'"') | equal(word, b'\\') | control(word);
            if ends != 0 {
                let length = ends.trailing_zeros() / 8;
                self.at += length as usize;
                // The bytes before the end: none where the end comes at once.
                let before = (1_u64 << (length * 8)) - 1;
                return (seen | (word & before)) & HIGH == 0;
            }
            seen |= word;
            self.at += 8;
        }
        let mut is_ascii = seen & HIGH == 0;
        while let Some(byte) = self.peek() {
            if matches!(byte, b'"' | b'\\' | 0..=0x1F) {
                break;
            }
            is_ascii &= byte.is_ascii();
            self.at += 1;
        }
        is_ascii
    }

    /// Steps over an escape.
    fn escape(&mut self, found: &mut Str<'_>) -> Option<()> {
        found.is_escaped = true;
        match self.text.get(self.at + 1)? {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => {
                self.at += 2;
                found.surplus += 1;
            }
            b'u' => match self.unit(self.at)? {
                0xD800..=0xDBFF => {
                    let low = self.unit(self.at + 6)?;
                    if !matches!(low, 0xDC00..=0xDFFF) {
                        return None;
                    }
                    self.at += 12;
                    found.surplus += 11;
                    found.pairs += 1;
                }
                0xDC00..=0xDFFF => return None,
                _ => {
                    self.at += 6;
                    found.surplus += 5;
                }
            },
            _ => return None,
        }
        Some(())
    }

    /// The UTF-16 code unit that the escape at a place stands for.
    fn unit(&self, at: usize) -> Option<u32> {
        let escape = self.text.get(at..at + 6)?;
        let (b"\\u", digits) = escape.split_at(2) else {
            return None;
        };
        digits.iter().try_fold(0, |unit, &digit| {
            Some(unit * 16 + char::from(digit).to_digit(16)?)
        })
    }
}

impl Texts {
    /// Whether a string keeps to all of it.
    pub(super) fn hold(&self, text: &Str<'_>) -> bool {
        let written = text.raw.len();
        if written > self.max_length && text.characters() > self.max_length {
            return false;
        }
        // No character is shorter than a byte, and an escape is at least two of them.
        if self.min_length > 0 && text.characters() < self.min_length {
            return false;
        }
        if written > self.max_utf16 && text.utf16() > self.max_utf16 {
            return false;
        }
        if self.is_free && !(self.has_placeholders && text.raw.contains(&b'$')) {
            return true;
        }
        let Some(plain) = text.plain() else {
            return false;
        };
        (!self.has_placeholders || !plain.contains('$'))
            && self.formats.iter().all(|format| (format.check)(plain))
            && (!self.is_credential || crate::rule::secret::is_placeholder(plain))
    }
}
