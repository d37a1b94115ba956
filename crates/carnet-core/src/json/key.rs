//! Names of members, prepared for writing by constant evaluation.

use super::{Sink, Token};
use crate::parameters::unreserved;

/// A name, and how it is written.
///
/// Where the name is known when the code is written, a [`Token`] does as well.
///
/// # Example
/// ```
/// use carnet_core::json::{Key, Sink};
///
/// const ID: Key = Key::new("id");
///
/// let mut text = Vec::new();
/// text.put_key(&ID, true);
/// text.put_token(carnet_core::json::Token::NULL);
/// text.put_key(&ID, false);
/// assert_eq!(text, br#""id":null,"id":"#);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Key {
    name: &'static str,
    /// A comma, the quoted name and a colon, then blanks.
    quoted: [u8; ROOM],
    /// How many bytes the blanks come after; none where the name is not simple.
    length: usize,
}

/// Room for names of up to 29 characters. It is copied at once, however long the name is, with or
/// without the comma.
const ROOM: usize = 1 + COPIED;
const COPIED: usize = 32;

impl Key {
    /// The key of this name.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        let mut quoted = [b' '; ROOM];
        let mut length = 0;
        let bytes = name.as_bytes();
        if bytes.len() + 3 <= COPIED && unreserved(name) {
            quoted[0] = b',';
            quoted[1] = b'"';
            while length < bytes.len() {
                quoted[length + 2] = bytes[length];
                length += 1;
            }
            quoted[length + 2] = b'"';
            quoted[length + 3] = b':';
            length += 4;
        }
        Self {
            name,
            quoted,
            length,
        }
    }

    /// The name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Whether the name is written in [unreserved](Sink::put_unreserved) characters.
    pub(crate) const fn is_simple(&self) -> bool {
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
        let end = text.len() + self.length;
        if is_first {
            let [_, quoted @ ..] = &self.quoted;
            text.extend_from_slice(quoted);
            text.truncate(end - 1);
        } else {
            text.extend_from_slice(&self.quoted);
            text.truncate(end);
        }
    }
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
                let (mut by_key, mut by_name) = (Vec::new(), Vec::new());
                Writer::new(&mut by_key).object(|out| {
                    out.prepared_key(&key).null();
                    out.prepared_key(&key).null();
                });
                Writer::new(&mut by_name).object(|out| {
                    out.key(name).null();
                    out.key(name).null();
                });
                assert_eq!(by_key, by_name);
                let (mut by_key, mut by_name) = (Vec::new(), Vec::new());
                let mut parameters = ParameterWriter::new(&mut by_key);
                Writer::new(&mut parameters.key("a")).object(|out| {
                    out.prepared_key(&key).null();
                    out.prepared_key(&key).null();
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
