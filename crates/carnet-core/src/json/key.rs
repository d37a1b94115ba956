//! Names of members, prepared for writing by constant evaluation.

use super::{Sink, Token};
use crate::parameters::{PercentEncoder, unreserved};

/// A name, and how it is written.
///
/// # Example
/// ```
/// use carnet_core::json::{Key, Writer};
///
/// const ID: Key = Key::new("id");
///
/// let mut text = Vec::new();
/// Writer::new(&mut text).object(|members| members.known_key(&ID).raw("7"));
/// assert_eq!(text, br#"{"id":7}"#);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Key {
    name: &'static str,
    /// How many bytes the name has; none where it is not simple.
    length: usize,
    /// A comma, the quoted name and a colon, then blanks.
    quoted: [u8; QUOTED],
    /// The same percent-encoded, then blanks.
    encoded: [u8; ENCODED],
}

const COMMA: &[u8; 3] = b"%2C";
const QUOTE: &[u8; 3] = b"%22";
const QUOTE_AND_COLON: &[u8; 6] = b"%22%3A";

/// A simple name has no more.
const LONGEST: usize = 28;
/// Room for that. It is copied at once, however long the name is, with the comma or without.
const QUOTED: usize = LONGEST + 4;
const ENCODED: usize = 48;

impl Key {
    /// The key of this name.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        let mut key = Self {
            name,
            length: 0,
            quoted: [b' '; _],
            encoded: [b' '; _],
        };
        let bytes = name.as_bytes();
        if !bytes.is_empty() && bytes.len() <= LONGEST && unreserved(name) {
            key.length = bytes.len();
            let end = copy(b",\"", &mut key.quoted, 0);
            let end = copy(bytes, &mut key.quoted, end);
            copy(b"\":", &mut key.quoted, end);
            let end = copy(COMMA, &mut key.encoded, 0);
            let end = copy(QUOTE, &mut key.encoded, end);
            let end = copy(bytes, &mut key.encoded, end);
            copy(QUOTE_AND_COLON, &mut key.encoded, end);
        }
        key
    }

    /// The name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// A comma, the quoted name and a colon, then blanks; blanks only where the name is long, or not
    /// written in [unreserved](Sink::put_unreserved) characters. No two of other names are the same.
    #[must_use]
    #[inline]
    pub const fn block(&self) -> &[u8; 32] {
        &self.quoted
    }

    const fn is_simple(&self) -> bool {
        self.length > 0
    }

    /// Writes it, whatever the name is.
    pub(super) fn put<S: Sink + ?Sized>(&self, is_first: bool, sink: &mut S) {
        if !is_first {
            sink.put_token(Token::COMMA);
        }
        sink.put_string(self.name);
        sink.put_token(Token::COLON);
    }

    /// Writes it to a text.
    #[inline]
    pub(super) fn append(&self, is_first: bool, text: &mut Vec<u8>) {
        if !self.is_simple() {
            return self.put(is_first, text);
        }
        // Two quotes and a colon are around it.
        let end = text.len() + self.length + 3;
        if is_first {
            let [_, quoted @ ..] = &self.quoted;
            text.extend_from_slice(quoted);
            text.truncate(end);
        } else {
            text.extend_from_slice(&self.quoted);
            text.truncate(end + 1);
        }
    }

    /// Writes it percent-encoded to a text.
    #[inline]
    pub(super) fn append_encoded(&self, is_first: bool, text: &mut Vec<u8>) {
        if !self.is_simple() {
            return self.put(is_first, &mut PercentEncoder::of(text));
        }
        let end = text.len() + QUOTE.len() + self.length + QUOTE_AND_COLON.len();
        if is_first {
            let [_, _, _, encoded @ ..] = &self.encoded;
            text.extend_from_slice(encoded);
            text.truncate(end);
        } else {
            text.extend_from_slice(&self.encoded);
            text.truncate(end + COMMA.len());
        }
    }
}

/// Copies bytes to a place, and gives the one behind them.
const fn copy(from: &[u8], to: &mut [u8], at: usize) -> usize {
    let mut i = 0;
    while i < from.len() {
        to[at + i] = from[i];
        i += 1;
    }
    at + from.len()
}

#[cfg(test)]
mod tests {
    use super::Key;
    use crate::json::Writer;
    use crate::parameters::ParameterWriter;

    #[test]
    fn a_key_is_written_as_any_name() {
        for name in ["", "a", "b c", "\"", "ü", "n\u{1}", "a-._~9"] {
            for name in [name.to_owned(), name.repeat(9), "x".repeat(28) + name] {
                let name: &'static str = name.leak();
                let key = Key::new(name);
                assert_eq!(key.name(), name);
                if key.is_simple() {
                    let written = format!(",{}:", serde_json::to_string(name).unwrap());
                    assert_eq!(str::from_utf8(key.block()).unwrap().trim_end(), written);
                } else {
                    assert_eq!(*key.block(), [b' '; 32]);
                }
                let (mut by_key, mut by_name) = (Vec::new(), Vec::new());
                Writer::new(&mut by_key).object(|out| {
                    out.known_key(&key).null();
                    out.known_key(&key).null();
                });
                Writer::new(&mut by_name).object(|out| {
                    out.key(name).null();
                    out.key(name).null();
                });
                assert_eq!(by_key, by_name);
                let (mut by_key, mut by_name) = (Vec::new(), Vec::new());
                let mut parameters = ParameterWriter::new(&mut by_key);
                Writer::new(&mut parameters.key("a")).object(|out| {
                    out.known_key(&key).null();
                    out.known_key(&key).null();
                });
                let mut parameters = ParameterWriter::new(&mut by_name);
                Writer::new(&mut parameters.key("a")).object(|out| {
                    out.key(name).null();
                    out.key(name).null();
                });
                assert_eq!(by_key, by_name);
            }
        }
    }
}
