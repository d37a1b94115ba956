//! Putting a piece together from stretches of the file and what stands for them.

use super::map::{Drawer, Kind};
use super::{Inner, Piece};
use std::ops::Range;

/// Puts a [`Piece`] together. As long as all of it is one stretch of the file, nothing is copied.
pub(crate) struct Weaver<'t> {
    file: &'t [u8],
    anchor: usize,
    /// All there is, while it is one stretch.
    straight: Option<Range<usize>>,
    text: Vec<u8>,
    drawer: Drawer,
}

impl<'t> Weaver<'t> {
    /// A piece of `file` that stands at `anchor` as long as it is empty.
    pub(crate) fn new(file: &'t [u8], anchor: usize) -> Self {
        Self {
            file,
            anchor,
            straight: None,
            text: Vec::new(),
            drawer: Drawer::new(anchor),
        }
    }

    /// Appends a stretch of the file as it stands.
    pub(crate) fn copy(&mut self, range: Range<usize>) {
        if range.is_empty() || range.end > self.file.len() {
            return;
        }
        match &mut self.straight {
            Some(straight) if straight.end == range.start => straight.end = range.end,
            None if self.text.is_empty() => self.straight = Some(range),
            _ => {
                self.spill();
                self.push_copy(range);
            }
        }
    }

    /// Appends bytes that stand for a stretch of the file.
    pub(crate) fn stand(&mut self, bytes: &[u8], file: Range<usize>) {
        if bytes.is_empty() {
            return;
        }
        self.spill();
        self.text.extend_from_slice(bytes);
        self.drawer.draw(Kind::Stand, bytes.len(), file);
    }

    /// Appends all of another piece, percent-encoded: but for letters, digits and `-._~`.
    pub(crate) fn percent_encoded(&mut self, piece: &Piece<'t>) {
        for (byte, span) in piece.bytes() {
            if !byte.is_ascii_alphanumeric() && !b"-._~".contains(&byte) {
                self.stand(format!("%{byte:02X}").as_bytes(), span);
            } else if span.len() == 1 && self.file.get(span.start) == Some(&byte) {
                self.copy(span);
            } else {
                self.stand(&[byte], span);
            }
        }
    }

    /// Appends bytes that the file has in base64, without padding or anything between.
    pub(crate) fn base64(&mut self, bytes: &[u8], file: Range<usize>) {
        self.spill();
        self.text.extend_from_slice(bytes);
        self.drawer.draw(Kind::Base64, bytes.len(), file);
    }

    /// Appends all of another piece.
    pub(crate) fn piece(&mut self, piece: &Piece<'t>) {
        self.slice(piece, 0..piece.text().len());
    }

    /// Appends a part of another piece.
    pub(crate) fn slice(&mut self, piece: &Piece<'t>, part: Range<usize>) {
        if let Inner::Straight { start, .. } = &piece.inner {
            return self.copy(start + part.start..start + part.end);
        }
        for run in piece.runs_from(part.start) {
            let begin = run.decoded.start.max(part.start);
            let end = run.decoded.end.min(part.end);
            if begin >= end {
                if run.decoded.start >= part.end {
                    break;
                }
                continue;
            }
            let text = piece.text().get(begin..end).unwrap_or_default();
            let whole = run.decoded == (begin..end);
            match run.kind {
                Kind::Copy => self.copy(run.byte(begin).start..run.byte(end - 1).end),
                Kind::Base64 if whole => self.base64(text, run.file),
                Kind::Stand | Kind::Base64 => {
                    self.stand(text, run.byte(begin).start..run.byte(end - 1).end);
                }
            }
        }
    }

    /// Whether nothing was appended.
    pub(crate) fn is_empty(&self) -> bool {
        self.straight.is_none() && self.text.is_empty()
    }

    /// The bytes so far.
    pub(crate) fn text(&self) -> &[u8] {
        match &self.straight {
            Some(range) => self.file.get(range.clone()).unwrap_or_default(),
            None => &self.text,
        }
    }

    fn spill(&mut self) {
        if let Some(straight) = self.straight.take() {
            self.push_copy(straight);
        }
    }

    fn push_copy(&mut self, range: Range<usize>) {
        let text = self.file.get(range.clone()).unwrap_or_default();
        self.text.extend_from_slice(text);
        self.drawer.draw(Kind::Copy, text.len(), range);
    }

    /// The piece.
    pub(crate) fn finish(mut self) -> Piece<'t> {
        match self.straight.take() {
            Some(straight) => Piece::straight(self.file, straight),
            None if self.text.is_empty() => Piece::straight(self.file, self.anchor..self.anchor),
            None => {
                self.text.shrink_to_fit();
                Piece::woven(self.text, self.drawer.finish())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Weaver;
    use proptest::prelude::*;
    use std::ops::Range;

    const FILE: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";

    /// What to append, and from where.
    fn parts() -> impl Strategy<Value = Vec<(u8, usize, usize)>> {
        prop::collection::vec((0..3_u8, 0..30_usize, 1..6_usize), 0..200)
    }

    fn weave(parts: &[(u8, usize, usize)]) -> (Weaver<'static>, Vec<(u8, Range<usize>)>) {
        let mut weaver = Weaver::new(FILE, 7);
        let mut plain = Vec::new();
        for &(kind, at, length) in parts {
            let range = at..at + length;
            match kind {
                0 => {
                    weaver.copy(range.clone());
                    plain.extend(range.map(|at| (FILE[at], at..at + 1)));
                }
                1 => {
                    weaver.stand(&b"XYZXYZ"[..length], range.clone());
                    let bytes = b"XYZXYZ"[..length].iter();
                    plain.extend(bytes.map(|byte| (*byte, range.clone())));
                }
                _ => {
                    weaver.base64(b"PQR", at..at + 4);
                    let bytes = b"PQR".iter().enumerate();
                    plain.extend(bytes.map(|(index, byte)| (*byte, at + index..at + index + 2)));
                }
            }
        }
        (weaver, plain)
    }

    proptest! {
        /// The map says what a list with one entry per byte would say.
        #[test]
        fn every_byte_leads_to_its_place(parts in parts()) {
            let (weaver, plain) = weave(&parts);
            let piece = weaver.finish();
            let found: Vec<_> = piece.bytes().collect();
            prop_assert_eq!(&found, &plain);
            for (at, (byte, span)) in plain.iter().enumerate() {
                prop_assert_eq!(piece.text()[at], *byte);
                prop_assert_eq!(&piece.span(at..at + 1), span);
            }
        }

        /// A part of a piece leads where the piece does; no place of it is lost.
        #[test]
        fn parts_lead_to_the_same_places(parts in parts(), from in 0..50_usize, length in 0..50_usize) {
            let (weaver, plain) = weave(&parts);
            let piece = weaver.finish();
            let end = (from + length).min(plain.len());
            let part = piece.part(FILE, from.min(end)..end);
            let expected: Vec<_> = plain[from.min(end)..end].to_vec();
            prop_assert_eq!(part.text().len(), expected.len());
            for (at, (byte, span)) in expected.iter().enumerate() {
                prop_assert_eq!(part.text()[at], *byte);
                let found = part.span(at..at + 1);
                prop_assert!(found.start <= span.start && span.end <= found.end);
            }
            let spans = piece.spans(from..end);
            let hidden = |span: &Range<usize>| {
                span.clone().all(|at| spans.iter().any(|hidden| hidden.contains(&at)))
            };
            prop_assert!(expected.iter().all(|(_, span)| hidden(span)));
        }
    }
}
