//! One JSON value on every line: NDJSON, read in blocks of whole lines, so that memory stays
//! bounded however long the file is.

use crate::input::too_large;
use std::io::{self, Read};

/// How much is read at once, where lines are shorter than that.
const BLOCK: usize = 1 << 20;

/// The lines of a text, many at a time.
pub(crate) struct Blocks<R> {
    reader: R,
    /// Bytes of a line whose end is not read yet.
    rest: Vec<u8>,
    /// The most bytes that a line may have.
    limit: usize,
    offset: usize,
    line: usize,
    ended: bool,
}

/// Some whole lines of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block<T> {
    pub(crate) text: T,
    /// Where it begins in the text.
    pub(crate) offset: usize,
    /// The number of its first line, counted from 1.
    pub(crate) line: usize,
}

/// The records of a text that is there as a whole.
pub(crate) fn of(text: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let block = Block {
        text,
        offset: 0,
        line: 1,
    };
    block.records()
}

/// One line that holds something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Record<'t> {
    pub(crate) text: &'t [u8],
    /// Where it begins in the whole text.
    pub(crate) offset: usize,
    /// Its number, counted from 1.
    pub(crate) line: usize,
}

impl<R: Read> Blocks<R> {
    pub(crate) const fn new(reader: R, limit: usize) -> Self {
        Self {
            reader,
            rest: Vec::new(),
            limit,
            offset: 0,
            line: 1,
            ended: false,
        }
    }

    /// The next lines; `None` behind the last one.
    ///
    /// # Errors
    /// What reading fails with, and a line that is longer than the limit.
    pub(crate) fn next(&mut self) -> io::Result<Option<Block<Vec<u8>>>> {
        let mut text = std::mem::take(&mut self.rest);
        // Nothing that was there before has a line break in it.
        let mut searched = text.len();
        while !self.ended {
            let before = text.len();
            text.reserve(BLOCK);
            let block = u64::try_from(BLOCK).unwrap_or(u64::MAX);
            self.ended = self.reader.by_ref().take(block).read_to_end(&mut text)? < BLOCK;
            if self.ended {
                break;
            }
            if let Some(newline) = memchr::memrchr(b'\n', &text[searched..]) {
                self.rest = text.split_off(searched + newline + 1);
                break;
            }
            searched = before.max(searched);
            if text.len() > self.limit {
                return Err(too_large(self.limit));
            }
        }
        if text.is_empty() {
            return Ok(None);
        }
        let block = Block {
            offset: self.offset,
            line: self.line,
            text,
        };
        self.offset += block.text.len();
        self.line += memchr::memchr_iter(b'\n', &block.text).count();
        Ok(Some(block))
    }
}

impl<'t> Block<&'t [u8]> {
    /// Its lines that hold more than white space, without their line breaks.
    pub(crate) fn records(self) -> impl Iterator<Item = Record<'t>> {
        let mut offset = 0;
        let lines = self.text.split(|&byte| byte == b'\n');
        lines.enumerate().filter_map(move |(index, line)| {
            let record = Record {
                text: line.strip_suffix(b"\r").unwrap_or(line),
                offset: self.offset + offset,
                line: self.line + index,
            };
            offset += line.len() + 1;
            (!line.trim_ascii().is_empty()).then_some(record)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Block, Blocks};
    use std::io::{self, Read};

    /// Reads a few bytes at a time, as a pipe does.
    struct Slow<'t>(&'t [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.0.len().min(buffer.len()).min(7);
            let (now, later) = self.0.split_at(length);
            buffer[..length].copy_from_slice(now);
            self.0 = later;
            Ok(length)
        }
    }

    fn records(reader: impl Read, limit: usize) -> io::Result<Vec<(usize, usize, Vec<u8>)>> {
        let mut blocks = Blocks::new(reader, limit);
        let mut all = Vec::new();
        while let Some(block) = blocks.next()? {
            let found = Block {
                text: &*block.text,
                offset: block.offset,
                line: block.line,
            };
            let found = found.records();
            all.extend(found.map(|it| (it.line, it.offset, it.text.to_vec())));
        }
        Ok(all)
    }

    #[test]
    fn lines_have_their_numbers_and_places() {
        let text = b"{}\n\n  \r\n[1]\r\n\"end\"";
        let expected = vec![
            (1, 0, b"{}".to_vec()),
            (4, 8, b"[1]".to_vec()),
            (5, 13, b"\"end\"".to_vec()),
        ];
        assert_eq!(records(&text[..], 100).unwrap(), expected);
        assert_eq!(records(Slow(text), 100).unwrap(), expected);
        assert!(records(&b""[..], 100).unwrap().is_empty());
    }

    #[test]
    fn blocks_end_between_lines() {
        let line = [b"[".as_slice(), &vec![b'7'; 999], b"]\n"].concat();
        let text = line.repeat(5 * BLOCK / line.len());
        let all = records(&text[..], BLOCK).unwrap();
        assert_eq!(all.len(), text.len() / line.len());
        for (i, (number, offset, record)) in all.into_iter().enumerate() {
            assert_eq!((number, offset), (i + 1, i * line.len()));
            assert_eq!(record, &line[..line.len() - 1]);
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_an_error() {
        let long = vec![b' '; 3 * BLOCK];
        assert!(records(&long[..], 2 * BLOCK - 1).is_err());
        assert!(records(&long[..], 3 * BLOCK).unwrap().is_empty());
    }
}
