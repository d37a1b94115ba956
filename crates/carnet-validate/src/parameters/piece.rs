//! The pieces of a query or a form body: what stands between the ampersands.

use super::percent::Decoded;
use std::ops::Range;

/// What stands between two `&`, or a `&` and the `#` that ends a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Everything before the first equals sign, or all of it.
    pub(super) name: Range<usize>,
    /// Everything after it; `None` where there is no equals sign.
    pub(super) value: Option<Range<usize>>,
    /// It stands after a `#`.
    pub(super) after_hash: bool,
}

impl Piece {
    fn new(text: &[u8], stretch: Range<usize>, after_hash: bool) -> Self {
        let equals = memchr::memchr(b'=', &text[stretch.clone()]).map(|at| stretch.start + at);
        Self {
            name: stretch.start..equals.unwrap_or(stretch.end),
            value: equals.map(|at| at + 1..stretch.end),
            after_hash,
        }
    }

    /// Where it begins.
    pub(super) const fn start(&self) -> usize {
        self.name.start
    }

    /// Where it ends: where the next `&` or `#` stands, or the text is over.
    pub(super) fn end(&self) -> usize {
        self.value.as_ref().map_or(self.name.end, |value| value.end)
    }

    /// Whether nothing stands there.
    pub(super) fn is_empty(&self) -> bool {
        self.start() == self.end()
    }

    /// Its name, decoded; what is no UTF-8 is replaced.
    pub(super) fn name(&self, text: &[u8]) -> String {
        let name = Decoded::new(text, self.name.clone());
        String::from_utf8_lossy(name.bytes()).into_owned()
    }
}

/// The pieces of a stretch of `text`, empty ones included; a `#` at `hash` parts them as well.
pub(super) fn pieces(text: &[u8], stretch: Range<usize>, hash: Option<usize>) -> Vec<Piece> {
    let hash = hash.filter(|hash| stretch.contains(hash));
    let mut found = Vec::new();
    let mut start = stretch.start;
    let ampersands = memchr::memchr_iter(b'&', &text[stretch.clone()]);
    let mut ends: Vec<usize> = ampersands
        .map(|at| stretch.start + at)
        .chain(hash)
        .collect();
    ends.sort_unstable();
    for end in ends.into_iter().chain([stretch.end]) {
        let after_hash = hash.is_some_and(|hash| hash < start);
        found.push(Piece::new(text, start..end, after_hash));
        start = end + 1;
    }
    found
}

/// Follows the brackets and quotes of JSON from one piece into the next.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Brackets {
    depth: usize,
    in_string: bool,
    escaped: bool,
}

impl Brackets {
    /// Reads on.
    pub(super) fn read(&mut self, json: &[u8]) {
        for &byte in json {
            if std::mem::take(&mut self.escaped) {
                continue;
            }
            match byte {
                b'\\' => self.escaped = self.in_string,
                b'"' => self.in_string = !self.in_string,
                b'{' | b'[' if !self.in_string => self.depth += 1,
                b'}' | b']' if !self.in_string => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
    }

    /// Whether a quote is open.
    pub(super) const fn are_in_string(&self) -> bool {
        self.in_string
    }

    /// Whether a bracket or a quote is open.
    pub(super) const fn are_open(&self) -> bool {
        self.in_string || self.depth > 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Brackets, pieces};

    #[test]
    fn a_hash_parts_once() {
        let text = b"a=1&b#c=d#&&e";
        let found = pieces(text, 0..text.len(), Some(5));
        let shown: Vec<_> = found
            .iter()
            .map(|piece| {
                let text = |range: std::ops::Range<usize>| String::from_utf8_lossy(&text[range]);
                (
                    text(piece.start()..piece.end()),
                    piece.name(b"a=1&b#c=d#&&e"),
                    piece.after_hash,
                )
            })
            .collect();
        let shown: Vec<_> = shown
            .iter()
            .map(|(all, name, after)| (&**all, &**name, *after))
            .collect();
        let expected = [
            ("a=1", "a", false),
            ("b", "b", false),
            ("c=d#", "c", true),
            ("", "", true),
            ("e", "e", true),
        ];
        assert_eq!(shown, expected);
    }

    #[test]
    fn brackets_in_strings_do_not_count() {
        let mut brackets = Brackets::default();
        brackets.read(br#"{"a":"}\""#);
        assert!(brackets.are_open());
        brackets.read(br#" & "}"#);
        assert!(!brackets.are_open());
    }
}
