//! Writing JSON text.

pub(crate) mod escape;
mod event;
mod key;
mod token;

pub use event::Event;
pub use key::Key;
pub use token::Token;

use std::fmt::{self, Write as _};

/// What bytes are written into.
///
/// Only [`put`](Self::put) has to be there. The others say more about what is put, for those that
/// can make something of it.
pub trait Sink {
    /// Appends bytes.
    fn put(&mut self, bytes: &[u8]);

    /// Appends JSON that is known beforehand.
    fn put_token(&mut self, token: Token) {
        self.put(token.json.as_bytes());
    }

    /// Appends the quoted name of a member and a colon, behind a comma unless the member is the
    /// first of its object.
    fn put_key(&mut self, key: &Key, is_first: bool) {
        key.put(is_first, self);
    }

    /// Appends bytes that are the same wherever they stand: RFC 3986's unreserved characters
    /// (section 2.3), letters, digits and `-._~`.
    fn put_unreserved(&mut self, bytes: &[u8]) {
        self.put(bytes);
    }

    /// Appends a text as a JSON string: quoted, escaped where RFC 8259 section 7 demands it and
    /// nowhere else.
    fn put_string(&mut self, text: &str) {
        self.put_token(Token::QUOTE);
        escape::write(text, self);
        self.put_token(Token::QUOTE);
    }

    /// Is told what comes next, before it is put: for those that watch what is written.
    #[inline]
    fn note(&mut self, event: Event<'_>) {
        let _ = event;
    }
}

impl Sink for Vec<u8> {
    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }

    #[inline]
    fn put_token(&mut self, token: Token) {
        self.extend_from_slice(token.json.as_bytes());
    }

    #[inline]
    fn put_key(&mut self, key: &Key, is_first: bool) {
        key.append(is_first, self);
    }

    fn put_string(&mut self, text: &str) {
        escape::append(text, self);
    }
}

/// Writes JSON without white space, members in the order they are given.
#[derive(Debug)]
pub struct Writer<'a, S> {
    sink: &'a mut S,
    /// Whether a text stands without quotes and escapes.
    bare: bool,
}

impl<'a, S: Sink> Writer<'a, S> {
    /// A writer that appends to `sink`.
    pub fn new(sink: &'a mut S) -> Self {
        Self { sink, bare: false }
    }

    /// A writer of a value as a parameter has it: a text bare, everything else as JSON.
    ///
    /// # Example
    /// ```
    /// use carnet_core::json::Writer;
    ///
    /// let mut parameter = Vec::new();
    /// Writer::bare(&mut parameter).string("a \"b\"");
    /// assert_eq!(parameter, b"a \"b\"");
    /// ```
    pub fn bare(sink: &'a mut S) -> Self {
        Self { sink, bare: true }
    }

    /// The same writer once more.
    pub(crate) fn again(&mut self) -> Writer<'_, S> {
        Writer {
            sink: &mut *self.sink,
            bare: self.bare,
        }
    }

    /// Writes text that is JSON already.
    pub fn raw(&mut self, json: &str) {
        self.sink.note(Event::Json(json));
        self.sink.put(json.as_bytes());
    }

    /// Writes what a value displays, which must be JSON.
    pub fn display(&mut self, value: impl fmt::Display) {
        self.sink.note(Event::Unknown);
        // A sink takes everything; only a `Display` that fails by itself could end this early.
        let _ = write!(Text(self.sink), "{value}");
    }

    /// Writes what is known beforehand.
    #[inline]
    pub fn token(&mut self, token: Token) {
        self.sink.note(Event::Json(token.json));
        self.sink.put_token(token);
    }

    /// Writes `null`.
    #[inline]
    pub fn null(&mut self) {
        self.token(Token::NULL);
    }

    /// Writes `true` or `false`.
    #[inline]
    pub fn boolean(&mut self, value: bool) {
        self.token(if value { Token::TRUE } else { Token::FALSE });
    }

    /// Writes a string.
    #[inline]
    pub fn string(&mut self, text: &str) {
        self.sink.note(Event::Text(text));
        if self.bare {
            return self.sink.put(text.as_bytes());
        }
        self.sink.put_string(text);
    }

    /// Writes a number of digits, with or without a minus.
    pub(crate) fn integer(&mut self, value: impl itoa::Integer) {
        let mut digits = itoa::Buffer::new();
        let digits = digits.format(value);
        self.sink.note(Event::Json(digits));
        self.sink.put_unreserved(digits.as_bytes());
    }

    /// Writes an object with the members that `members` gives.
    pub fn object(&mut self, members: impl FnOnce(&mut ObjectWriter<'_, S>)) {
        self.sink.note(Event::Object);
        self.sink.put_token(Token::OBJECT);
        members(&mut ObjectWriter {
            sink: self.sink,
            first: true,
        });
        self.sink.note(Event::ObjectEnd);
        self.sink.put_token(Token::OBJECT_END);
    }

    /// Writes an array, one item by each call of `write`.
    pub fn array<T>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(T, &mut Writer<'_, S>),
    ) {
        let mut inner = Writer::new(&mut *self.sink);
        inner.sink.note(Event::Array);
        inner.sink.put_token(Token::ARRAY);
        for (i, item) in items.into_iter().enumerate() {
            if i > 0 {
                inner.sink.put_token(Token::COMMA);
            }
            write(item, &mut inner);
        }
        inner.sink.note(Event::ArrayEnd);
        inner.sink.put_token(Token::ARRAY_END);
    }
}

/// A sink as the target of `write!`.
struct Text<'a, S>(&'a mut S);

impl<S: Sink> fmt::Write for Text<'_, S> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.put(text.as_bytes());
        Ok(())
    }
}

/// Writes the members of an object.
#[derive(Debug)]
pub struct ObjectWriter<'a, S> {
    sink: &'a mut S,
    first: bool,
}

impl<S: Sink> ObjectWriter<'_, S> {
    /// Writes a key; the value must be written to what is returned.
    pub fn key(&mut self, name: &str) -> Writer<'_, S> {
        self.sink.note(Event::Key(name));
        if !self.is_first() {
            self.sink.put_token(Token::COMMA);
        }
        self.sink.put_string(name);
        self.sink.put_token(Token::COLON);
        Writer::new(&mut *self.sink)
    }

    /// Writes a key that is known beforehand: a comma, the quoted name and a colon. Before the first
    /// member the comma is left out. The value must be written to what is returned.
    ///
    /// # Example
    /// ```
    /// use carnet_core::json::{Token, Writer};
    ///
    /// const ID: Token = Token { json: ",\"id\":", encoded: "%2C%22id%22%3A" };
    ///
    /// let mut text = Vec::new();
    /// Writer::new(&mut text).object(|members| members.known_key(ID).raw("7"));
    /// assert_eq!(text, br#"{"id":7}"#);
    /// ```
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "the key is constant where this is called, and is copied as such"
    )]
    pub fn known_key(&mut self, key: Token) -> Writer<'_, S> {
        self.sink.note(Event::Key(key.name()));
        if self.is_first() {
            self.sink.put_token(key.behind_comma());
        } else {
            self.sink.put_token(key);
        }
        Writer::new(&mut *self.sink)
    }

    /// Writes a key that is prepared; the value must be written to what is returned.
    #[inline]
    pub(crate) fn prepared_key(&mut self, key: &Key) -> Writer<'_, S> {
        self.sink.note(Event::Key(key.name()));
        let is_first = self.is_first();
        self.sink.put_key(key, is_first);
        Writer::new(&mut *self.sink)
    }

    /// Whether no member is written yet; now there is one.
    #[inline]
    fn is_first(&mut self) -> bool {
        std::mem::take(&mut self.first)
    }
}

#[cfg(test)]
mod tests {
    use super::Writer;

    #[test]
    fn escapes_like_serde_json() {
        for code in 0..=0x2_ffff {
            let Some(c) = char::from_u32(code) else {
                continue;
            };
            let text = format!("a{c}b");
            let mut ours = Vec::new();
            Writer::new(&mut ours).string(&text);
            assert_eq!(ours, serde_json::to_vec(&text).unwrap(), "U+{code:04X}");
        }
    }
}
