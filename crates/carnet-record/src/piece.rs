//! Texts that were decoded from a file, and the way back to the bytes of the file.

mod map;
mod weave;

pub(crate) use weave::Weaver;

use map::{Kind, Map, Run};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A text as its receiver sees it, and where each part of it stands in the file.
///
/// Where nothing was decoded the text is borrowed from the file. Where quotes, escapes, base64 or
/// variables were resolved, a map of a few bytes per escape leads back. A clone shares both.
///
/// `Debug` shows where the text stands, not the text: it may hold credentials.
///
/// # Units
/// Offsets are bytes; those of the text on one side, those of the file on the other.
///
/// # Example
/// ```
/// use carnet_record::{Format, read};
///
/// let file = br#"curl -d '{"name":"O'\''Neill"}' https://api.example.com/people"#;
/// let recording = read(Format::Curl, file);
/// let body = recording.exchanges[0].request.as_ref().and_then(|request| request.body.as_ref());
/// let body = &body.expect("the command has a body").text;
/// assert_eq!(body.text(), br#"{"name":"O'Neill"}"#);
/// let name = body.span(9..16);
/// assert_eq!(&file[name], br"O'\''Neill");
/// ```
#[derive(Clone)]
pub struct Piece<'t> {
    inner: Inner<'t>,
}

#[derive(Clone)]
enum Inner<'t> {
    /// The bytes of the file from `start` on.
    Straight { text: &'t [u8], start: usize },
    /// Bytes of its own.
    Woven(Arc<Woven>),
}

struct Woven {
    text: Vec<u8>,
    map: Map,
}

impl<'t> Piece<'t> {
    /// A stretch of the file as it stands.
    pub(crate) fn straight(file: &'t [u8], range: Range<usize>) -> Self {
        let start = range.start.min(file.len());
        let text = file.get(range).unwrap_or_default();
        let inner = Inner::Straight { text, start };
        Self { inner }
    }

    /// Nothing, at a place of the file.
    pub(crate) const fn nothing(at: usize) -> Self {
        let inner = Inner::Straight {
            text: &[],
            start: at,
        };
        Self { inner }
    }

    fn woven(text: Vec<u8>, map: Map) -> Self {
        let inner = Inner::Woven(Arc::new(Woven { text, map }));
        Self { inner }
    }

    /// The decoded bytes.
    #[must_use]
    pub fn text(&self) -> &[u8] {
        match &self.inner {
            Inner::Straight { text, .. } => text,
            Inner::Woven(woven) => &woven.text,
        }
    }

    /// The decoded bytes as text; what is no UTF-8 becomes U+FFFD.
    #[must_use]
    pub fn to_text(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(self.text())
    }

    /// Whether the text is the file's own bytes.
    #[must_use]
    pub fn is_verbatim(&self) -> bool {
        matches!(self.inner, Inner::Straight { .. })
    }

    /// The bytes of the file that hold this range of the text.
    ///
    /// From the first byte's place to the last one's; where the text was put together from places
    /// that follow one another in another order, the first of these places alone: ask
    /// [`spans`](Self::spans) for all. An empty range has an empty span: before the byte that
    /// follows, or behind the last. Ends beyond the text mean its end.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Range<usize> {
        let length = self.text().len();
        let end = range.end.min(length);
        let start = range.start.min(end);
        if start == end {
            let at = self.point(start);
            return at..at;
        }
        let first = self.byte(start);
        let last = self.byte(end - 1);
        if first.start <= last.start {
            return first.start..last.end.max(first.end);
        }
        let mut spans = self.spans(start..end).into_iter();
        spans.next().unwrap_or(first)
    }

    /// Every stretch of the file that holds some of this range, in the order of the text;
    /// neighbours are one.
    ///
    /// For whoever hides credentials: nothing of the range stands elsewhere.
    #[must_use]
    pub fn spans(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let end = range.end.min(self.text().len());
        let mut found: Vec<Range<usize>> = Vec::new();
        for run in self.runs_from(range.start) {
            if run.decoded.start >= end {
                break;
            }
            let start = range.start.max(run.decoded.start);
            let stop = end.min(run.decoded.end);
            if start >= stop {
                continue;
            }
            let next = run.byte(start).start..run.byte(stop - 1).end;
            match found.last_mut() {
                Some(last) if last.end == next.start => last.end = next.end,
                _ => found.push(next),
            }
        }
        found
    }

    /// A part of it.
    pub(crate) fn part(&self, file: &'t [u8], range: Range<usize>) -> Self {
        let mut weaver = Weaver::new(file, self.point(range.start.min(self.text().len())));
        weaver.slice(self, range);
        weaver.finish()
    }

    /// The whole of it in the file.
    #[must_use]
    pub fn full_span(&self) -> Range<usize> {
        self.span(0..self.text().len())
    }

    /// Where the file has a byte of the text.
    fn byte(&self, at: usize) -> Range<usize> {
        let mut runs = self.runs_from(at);
        let run = runs.find(|run| run.decoded.contains(&at));
        run.map_or(0..0, |run| run.byte(at))
    }

    fn point(&self, at: usize) -> usize {
        let length = self.text().len();
        match &self.inner {
            Inner::Straight { start, .. } => start + at,
            Inner::Woven(woven) if length == 0 => woven.map.anchor(),
            Inner::Woven(_) if at < length => self.byte(at).start,
            Inner::Woven(_) => self.byte(length - 1).end,
        }
    }

    /// The stretches that the text is made of, from the one near `at` on.
    fn runs_from(&self, at: usize) -> impl Iterator<Item = Run> + '_ {
        let (straight, woven) = match &self.inner {
            Inner::Straight { text, start } => {
                let run = Run {
                    kind: Kind::Copy,
                    decoded: 0..text.len(),
                    file: *start..start + text.len(),
                };
                (Some(run).filter(|run| !run.decoded.is_empty()), None)
            }
            Inner::Woven(woven) => (None, Some(woven.map.runs_from(at))),
        };
        straight.into_iter().chain(woven.into_iter().flatten())
    }

    /// The bytes of the text, each with its place, in order.
    pub(crate) fn bytes(&self) -> impl Iterator<Item = (u8, Range<usize>)> + '_ {
        let runs = self.runs_from(0);
        runs.flat_map(|run| {
            let text = self.text();
            run.decoded
                .clone()
                .filter_map(move |at| Some((*text.get(at)?, run.byte(at))))
        })
    }
}

impl fmt::Debug for Piece<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Piece")
            .field("span", &self.full_span())
            .field("length", &self.text().len())
            .finish_non_exhaustive()
    }
}
