//! The headers of a message.

use crate::exchange::Header;
use crate::piece::{Piece, Weaver};
use crate::recording::{Collector, lines, trimmed};
use std::ops::Range;

/// The headers of a message, and where its body begins.
pub(crate) struct Head<'t> {
    pub(crate) headers: Vec<Header<'t>>,
    /// Behind the empty line, or where the text ends.
    pub(crate) end: usize,
}

impl<'t> Head<'t> {
    /// Reads the lines behind the one that ends at `from`, to the first that is empty.
    pub(crate) fn read(from: usize, limit: usize, out: &mut Collector<'t>) -> Self {
        let file = out.file;
        let mut head = Self {
            headers: Vec::new(),
            end: limit,
        };
        let feed = |at: usize| {
            let found = memchr::memchr(b'\n', file.get(at..limit).unwrap_or_default());
            found.map_or(limit, |found| at + found + 1)
        };
        let mut open: Option<(Range<usize>, Weaver<'t>)> = None;
        for line in lines(file, feed(from)..limit) {
            if line.is_empty() {
                head.end = feed(line.end);
                break;
            }
            if matches!(file[line.start], b' ' | b'\t') {
                // A value that goes on in the next line (RFC 9112, section 5.2).
                let rest = trimmed(file, line);
                if let Some((_, value)) = &mut open {
                    value.stand(b" ", rest.start..rest.start);
                    value.copy(rest);
                }
                continue;
            }
            head.close(open.take(), file);
            if let Some((name, value)) = split(file, &line) {
                let mut weaver = Weaver::new(file, value.start);
                weaver.copy(value);
                open = Some((name, weaver));
            } else {
                let message = "this is no header: a header is a name, a colon and a value";
                let help = "leave an empty line before the body";
                out.problems.warning(line, message, help);
            }
        }
        head.close(open, file);
        head
    }

    fn close(&mut self, open: Option<(Range<usize>, Weaver<'t>)>, file: &'t [u8]) {
        if let Some((name, value)) = open {
            self.headers.push(Header {
                name: Piece::straight(file, name),
                value: value.finish(),
            });
        }
    }
}

/// The name and the value of a header.
pub(crate) fn split(file: &[u8], line: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let colon = memchr::memchr(b':', file.get(line.clone())?)?;
    let name = trimmed(file, line.start..line.start + colon);
    let value = trimmed(file, line.start + colon + 1..line.end);
    Some((name, value))
}
