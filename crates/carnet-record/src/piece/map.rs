//! From offsets of a decoded text to byte ranges of the file.
//!
//! The map is a list of steps, written as one to three bytes each, with a mark for every so many:
//! a JSON text in a JSON string has an escape for every few bytes, and a list of structs would be
//! several times larger than the file.

use std::ops::Range;

/// Steps between two marks: what a lookup has to walk at most.
const STRIDE: u32 = 64;

/// How the bytes of a stretch correspond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Byte for byte.
    Copy,
    /// The whole stands for the whole.
    Stand,
    /// Three decoded bytes for four of the file.
    Base64,
}

/// A stretch of the text and the stretch of the file that it comes from.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) kind: Kind,
    pub(super) decoded: Range<usize>,
    pub(super) file: Range<usize>,
}

impl Run {
    /// The bytes of the file that hold the decoded byte `at`, which is one of the run's.
    pub(super) fn byte(&self, at: usize) -> Range<usize> {
        let offset = at.saturating_sub(self.decoded.start);
        match self.kind {
            Kind::Copy => self.file.start + offset..self.file.start + offset + 1,
            Kind::Stand => self.file.clone(),
            Kind::Base64 => {
                // The first byte is in the first two characters, the second in the next two.
                let start = self.file.start + offset / 3 * 4 + offset % 3;
                start..start + 2
            }
        }
    }
}

/// A place where a lookup may begin.
#[derive(Clone, Copy)]
struct Mark {
    decoded: usize,
    file: usize,
    step: usize,
}

/// A finished map.
#[derive(Default)]
pub(super) struct Map {
    marks: Vec<Mark>,
    steps: Vec<u8>,
    anchor: usize,
}

impl Map {
    /// Where a text stands that holds nothing.
    pub(super) const fn anchor(&self) -> usize {
        self.anchor
    }

    /// The stretches of the text, beginning at or before the one that holds `at`.
    pub(super) fn runs_from(&self, at: usize) -> Runs<'_> {
        let after = self.marks.partition_point(|mark| mark.decoded <= at);
        let mark = after.saturating_sub(1);
        let begin = self.marks.get(mark).copied().unwrap_or(Mark {
            decoded: 0,
            file: 0,
            step: 0,
        });
        Runs {
            map: self,
            mark,
            at: begin,
        }
    }
}

/// Walks the steps of a map.
pub(super) struct Runs<'m> {
    map: &'m Map,
    mark: usize,
    at: Mark,
}

impl Iterator for Runs<'_> {
    type Item = Run;

    fn next(&mut self) -> Option<Run> {
        loop {
            if let Some(next) = self.map.marks.get(self.mark + 1)
                && next.step == self.at.step
            {
                self.mark += 1;
                self.at = *next;
            }
            let word = varint(&self.map.steps, &mut self.at.step)?;
            let decoded = word >> 2;
            let (kind, length) = match word & 3 {
                0 => (Kind::Copy, decoded),
                1 => (Kind::Base64, encoded_length(decoded)),
                _ => (Kind::Stand, varint(&self.map.steps, &mut self.at.step)?),
            };
            let run = Run {
                kind,
                decoded: self.at.decoded..self.at.decoded + decoded,
                file: self.at.file..self.at.file + length,
            };
            self.at.decoded = run.decoded.end;
            self.at.file = run.file.end;
            if decoded > 0 {
                return Some(run);
            }
        }
    }
}

/// How many characters of base64 hold so many bytes, padding not counted.
const fn encoded_length(decoded: usize) -> usize {
    decoded / 3 * 4 + (decoded % 3 * 4).div_ceil(3)
}

/// Draws a map, stretch by stretch.
pub(super) struct Drawer {
    map: Map,
    /// The ends of what was drawn, the open stretch included.
    decoded: usize,
    file: usize,
    since_mark: u32,
    /// The last stretch, which the next may continue.
    open: Option<(Kind, usize, usize)>,
}

impl Drawer {
    /// An empty map of a text that belongs to this place of the file.
    pub(super) fn new(anchor: usize) -> Self {
        Self {
            map: Map {
                anchor,
                ..Map::default()
            },
            decoded: 0,
            file: 0,
            since_mark: STRIDE,
            open: None,
        }
    }

    /// The next `decoded` bytes of the text come from this stretch of the file.
    pub(super) fn draw(&mut self, kind: Kind, decoded: usize, file: Range<usize>) {
        if decoded == 0 {
            return;
        }
        if let Some((open, length, in_file)) = &mut self.open
            && *open == kind
            && file.start == self.file
            && (kind == Kind::Copy || (kind == Kind::Base64 && length.is_multiple_of(3)))
        {
            *length += decoded;
            *in_file += file.len();
        } else {
            self.close();
            self.reach(file.start);
            self.open = Some((kind, decoded, file.len()));
        }
        self.decoded += decoded;
        self.file = file.end;
    }

    /// Steps over what the text does not hold, or leaps.
    fn reach(&mut self, start: usize) {
        if self.since_mark < STRIDE && start >= self.file {
            if start > self.file {
                self.step(2);
                put(&mut self.map.steps, start - self.file);
            }
            return;
        }
        self.since_mark = 0;
        self.map.marks.push(Mark {
            decoded: self.decoded,
            file: start,
            step: self.map.steps.len(),
        });
    }

    fn close(&mut self) {
        match self.open.take() {
            None => {}
            Some((Kind::Copy, decoded, _)) => self.step(decoded << 2),
            Some((Kind::Base64, decoded, _)) => self.step(decoded << 2 | 1),
            Some((Kind::Stand, decoded, file)) => {
                self.step(decoded << 2 | 2);
                put(&mut self.map.steps, file);
            }
        }
    }

    fn step(&mut self, word: usize) {
        put(&mut self.map.steps, word);
        self.since_mark += 1;
    }

    /// The map of all that was drawn.
    pub(super) fn finish(mut self) -> Map {
        self.close();
        self.map.marks.shrink_to_fit();
        self.map.steps.shrink_to_fit();
        self.map
    }
}

/// Writes a number, seven bits a byte, the low ones first.
fn put(out: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7F).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            return out.push(low);
        }
        out.push(low | 0x80);
    }
}

fn varint(steps: &[u8], at: &mut usize) -> Option<usize> {
    let mut number = 0;
    let mut shift = 0;
    loop {
        let byte = *steps.get(*at)?;
        *at += 1;
        number |= usize::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Some(number);
        }
        shift += 7;
    }
}
