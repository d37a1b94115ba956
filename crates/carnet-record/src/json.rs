//! Walking JSON text without building a tree: what is not wanted is skipped.
//!
//! Lenient where nothing depends on it: what is skipped is searched for its end, not judged.

use crate::piece::{Piece, Weaver};
use std::ops::Range;

/// A place in a JSON text where it is none.
pub(crate) type Broken = usize;

/// Walks a JSON text.
pub(crate) struct Walk<'t> {
    text: &'t [u8],
    pub(crate) at: usize,
    end: usize,
}

impl<'t> Walk<'t> {
    pub(crate) fn new(text: &'t [u8], stretch: Range<usize>) -> Self {
        Self {
            text,
            at: stretch.start,
            end: stretch.end.min(text.len()),
        }
    }

    /// The next byte that is no white space.
    pub(crate) fn peek(&mut self) -> Option<u8> {
        let rest = self.text.get(self.at..self.end)?;
        self.at += rest
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
            .count();
        self.text
            .get(self.at)
            .copied()
            .filter(|_| self.at < self.end)
    }

    fn expect(&mut self, byte: u8) -> Result<(), Broken> {
        if self.peek() == Some(byte) {
            self.at += 1;
            return Ok(());
        }
        Err(self.at)
    }

    /// Calls `member` for every member of an object, with the range of the key's content; it must
    /// step over the value.
    pub(crate) fn object(
        &mut self,
        mut member: impl FnMut(&mut Self, Range<usize>) -> Result<(), Broken>,
    ) -> Result<(), Broken> {
        self.expect(b'{')?;
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            let key = self.string()?;
            self.expect(b':')?;
            member(self, key)?;
            if self.is_last(b'}')? {
                return Ok(());
            }
        }
    }

    /// Calls `item` for every item of an array; it must step over it.
    pub(crate) fn array(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Result<(), Broken>,
    ) -> Result<(), Broken> {
        self.expect(b'[')?;
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(());
        }
        loop {
            item(self)?;
            if self.is_last(b']')? {
                return Ok(());
            }
        }
    }

    /// Steps over a comma, or over the closing bracket, a comma before it included.
    fn is_last(&mut self, close: u8) -> Result<bool, Broken> {
        let comma = self.peek() == Some(b',');
        self.at += usize::from(comma);
        if self.peek() == Some(close) {
            self.at += 1;
            return Ok(true);
        }
        if comma { Ok(false) } else { Err(self.at) }
    }

    /// Steps over a string, and gives the range between its quotes.
    pub(crate) fn string(&mut self) -> Result<Range<usize>, Broken> {
        self.expect(b'"')?;
        let start = self.at;
        loop {
            let rest = self.text.get(self.at..self.end).unwrap_or_default();
            let Some(found) = memchr::memchr2(b'"', b'\\', rest) else {
                return Err(start - 1);
            };
            self.at += found;
            if self.text[self.at] == b'"' {
                self.at += 1;
                return Ok(start..self.at - 1);
            }
            self.at += 2;
        }
    }

    /// Steps over a value, and gives its range.
    pub(crate) fn value(&mut self) -> Result<Range<usize>, Broken> {
        self.peek();
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            match self.peek().ok_or(self.at)? {
                b'"' => {
                    self.string()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1).ok_or(self.at)?;
                    self.at += 1;
                }
                b',' | b':' if depth > 0 => {
                    self.at += 1;
                    continue;
                }
                b',' | b':' => return Err(self.at),
                _ => self.word(),
            }
            if depth == 0 {
                return Ok(start..self.at);
            }
        }
    }

    /// Steps over a number, `true`, or something else without blanks.
    fn word(&mut self) {
        let rest = self.text.get(self.at..self.end).unwrap_or_default();
        let length = rest
            .iter()
            .position(|byte| b" \t\r\n,:]}[{\"".contains(byte))
            .unwrap_or(rest.len());
        self.at += length.max(1);
    }
}

/// The text of a string, from the range between its quotes.
pub(crate) fn unescaped(file: &[u8], content: Range<usize>) -> Piece<'_> {
    let mut weaver = Weaver::new(file, content.start);
    let mut at = content.start;
    while at < content.end {
        let rest = file.get(at..content.end).unwrap_or_default();
        let Some(plain) = memchr::memchr(b'\\', rest) else {
            weaver.copy(at..content.end);
            break;
        };
        weaver.copy(at..at + plain);
        at += plain;
        at += escape(&rest[plain..], at, &mut weaver);
    }
    weaver.finish()
}

/// Resolves the escape that `text` begins with, and tells its length.
fn escape(text: &[u8], at: usize, weaver: &mut Weaver<'_>) -> usize {
    let byte = match text.get(1) {
        Some(b'n') => b'\n',
        Some(b'r') => b'\r',
        Some(b't') => b'\t',
        Some(b'b') => 8,
        Some(b'f') => 12,
        Some(&byte @ (b'"' | b'\\' | b'/')) => byte,
        Some(b'u') => return unicode(text, at, weaver),
        _ => {
            weaver.copy(at..at + 1);
            return 1;
        }
    };
    weaver.stand(&[byte], at..at + 2);
    2
}

fn unicode(text: &[u8], at: usize, weaver: &mut Weaver<'_>) -> usize {
    let unit = |from: usize| {
        let digits = text.get(from..from + 6)?.strip_prefix(b"\\u")?;
        let digits = digits.iter().map(|&byte| char::from(byte).to_digit(16));
        digits
            .into_iter()
            .try_fold(0, |sum, digit| Some(sum * 16 + digit?))
    };
    let Some(first) = unit(0) else {
        weaver.copy(at..at + 1);
        return 1;
    };
    let low = unit(6).filter(|low| (0xDC00..0xE000).contains(low));
    let (code, length) = match low {
        Some(low) if (0xD800..0xDC00).contains(&first) => {
            (0x1_0000 + ((first - 0xD800) << 10) + (low - 0xDC00), 12)
        }
        _ => (first, 6),
    };
    let character = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
    let mut buffer = [0; 4];
    weaver.stand(
        character.encode_utf8(&mut buffer).as_bytes(),
        at..at + length,
    );
    length
}
