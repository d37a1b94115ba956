//! Percent-decoding that remembers where every byte came from.
//!
//! Decodes as the URL standard's parser of `application/x-www-form-urlencoded` does: `+` is a
//! blank, and a percent sign that begins no encoded byte stays what it is.

use std::ops::Range;

/// A stretch of text, percent-decoded.
#[derive(Clone, Debug)]
pub(crate) struct Decoded {
    bytes: Vec<u8>,
    /// Where the stretch begins in the text.
    base: usize,
    /// Which of `bytes` stand in the text as three characters, in order: all others are one.
    encoded: Vec<usize>,
}

impl Decoded {
    /// Decodes a stretch of `text`.
    pub(crate) fn new(text: &[u8], stretch: Range<usize>) -> Self {
        let encoded = text.get(stretch.clone()).unwrap_or_default();
        let mut decoded = Self {
            bytes: Vec::with_capacity(encoded.len()),
            base: stretch.start,
            encoded: Vec::new(),
        };
        let mut at = 0;
        while let Some(&byte) = encoded.get(at) {
            if let Some(byte) = escape(&encoded[at..]) {
                decoded.encoded.push(decoded.bytes.len());
                decoded.bytes.push(byte);
                at += 3;
            } else {
                decoded.bytes.push(if byte == b'+' { b' ' } else { byte });
                at += 1;
            }
        }
        decoded
    }

    /// The decoded bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The decoded text, if it is UTF-8.
    pub(crate) fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }

    /// Where the decoded byte `index` begins in the text; its length means the end.
    ///
    /// The end of a byte is where the next one begins, so this maps ends of spans as well.
    pub(crate) fn offset(&self, index: usize) -> usize {
        let index = index.min(self.bytes.len());
        self.base + index + 2 * self.encoded.partition_point(|&encoded| encoded < index)
    }

    /// The stretch of the text that decodes to these bytes.
    pub(crate) fn span(&self, decoded: &Range<usize>) -> Range<usize> {
        self.offset(decoded.start)..self.offset(decoded.end)
    }
}

/// The byte that the text begins with in percent-encoding.
pub(super) fn escape(text: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = text else {
        return None;
    };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()
}

/// The percent signs that begin no encoded byte, each with the letters and digits that should
/// have been its two.
pub(super) fn malformed(text: &[u8], stretch: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let base = stretch.start;
    let stretch = text.get(stretch).unwrap_or_default();
    memchr::memchr_iter(b'%', stretch)
        .filter(|&at| escape(&stretch[at..]).is_none())
        .map(move |at| {
            let follows = stretch[at + 1..].iter().take(2);
            let length = follows.take_while(|byte| byte.is_ascii_alphanumeric());
            base + at..base + at + 1 + length.count()
        })
}

#[cfg(test)]
mod tests {
    use super::{Decoded, malformed};

    #[test]
    fn spans_cover_whole_escapes() {
        let text = b"a=%7B%22n+%C3%A9%22:1}&b";
        let decoded = Decoded::new(text, 2..text.len() - 2);
        assert_eq!(decoded.text(), Some("{\"n \u{E9}\":1}"));
        assert_eq!(decoded.span(&(0..1)), 2..5);
        let key = decoded.span(&(1..7));
        assert_eq!(&text[key], b"%22n+%C3%A9%22");
        assert_eq!(decoded.span(&(0..10)), 2..22);
        assert_eq!(decoded.span(&(10..99)), 22..22);
    }

    #[test]
    fn a_percent_sign_that_encodes_nothing_stays() {
        let text = b"100% %zz %4 %%41%";
        let decoded = Decoded::new(text, 0..text.len());
        assert_eq!(decoded.text(), Some("100% %zz %4 %A%"));
        let found: Vec<_> = malformed(text, 0..text.len()).collect();
        assert_eq!(found, [3..4, 5..8, 9..11, 12..13, 16..17]);
    }
}
