//! Writing JSON text.

use std::fmt::{self, Write as _};

/// What bytes are written into.
pub trait Sink {
    /// Appends bytes.
    fn put(&mut self, bytes: &[u8]);
}

impl Sink for Vec<u8> {
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
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

    /// Writes text that is JSON already.
    pub fn raw(&mut self, json: &str) {
        self.sink.put(json.as_bytes());
    }

    /// Writes what a value displays, which must be JSON.
    pub fn display(&mut self, value: impl fmt::Display) {
        // A sink takes everything; only a `Display` that fails by itself could end this early.
        let _ = write!(Text(self.sink), "{value}");
    }

    /// Writes a string, escaping what RFC 8259 section 7 demands and nothing else.
    pub fn string(&mut self, text: &str) {
        if self.bare {
            return self.sink.put(text.as_bytes());
        }
        self.sink.put(b"\"");
        let bytes = text.as_bytes();
        let mut plain = 0;
        for (i, &byte) in bytes.iter().enumerate() {
            let mut unicode = *b"\\u0000";
            let escape: &[u8] = match byte {
                b'"' => b"\\\"",
                b'\\' => b"\\\\",
                0x08 => b"\\b",
                0x09 => b"\\t",
                0x0a => b"\\n",
                0x0c => b"\\f",
                0x0d => b"\\r",
                0x00..=0x1f => {
                    unicode[4] = b"0123456789abcdef"[usize::from(byte >> 4)];
                    unicode[5] = b"0123456789abcdef"[usize::from(byte & 15)];
                    &unicode
                }
                _ => continue,
            };
            self.sink.put(&bytes[plain..i]);
            self.sink.put(escape);
            plain = i + 1;
        }
        self.sink.put(&bytes[plain..]);
        self.sink.put(b"\"");
    }

    /// Writes an object with the members that `members` gives.
    pub fn object(&mut self, members: impl FnOnce(&mut ObjectWriter<'_, S>)) {
        self.raw("{");
        members(&mut ObjectWriter {
            sink: self.sink,
            first: true,
        });
        self.raw("}");
    }

    /// Writes an array, one item by each call of `write`.
    pub fn array<T>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(T, &mut Writer<'_, S>),
    ) {
        let mut inner = Writer::new(&mut *self.sink);
        inner.raw("[");
        for (i, item) in items.into_iter().enumerate() {
            if i > 0 {
                inner.raw(",");
            }
            write(item, &mut inner);
        }
        inner.raw("]");
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
        if !std::mem::take(&mut self.first) {
            self.sink.put(b",");
        }
        let mut writer = Writer::new(&mut *self.sink);
        writer.string(name);
        writer.raw(":");
        writer
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
