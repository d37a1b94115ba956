//! One JSON value on every line: NDJSON, read in blocks of whole lines, so that memory stays
//! bounded however long the file is.

use crate::input::too_large;
use memchr::{memchr, memrchr};
use std::io::{self, ErrorKind, Read};

/// How much is read at once, where lines are shorter than that. It fits into the cache of a
/// processor, and what is read is still there when it is judged.
pub(crate) const BLOCK: usize = 256 << 10;

/// The lines of a text, many at a time.
pub(crate) struct Blocks<R> {
    reader: R,
    /// Bytes of a line whose end is not read yet.
    rest: Vec<u8>,
    /// The most bytes that a line may have.
    limit: usize,
    offset: usize,
    ended: bool,
    /// Whether the next line has more than that.
    is_too_long: bool,
}

/// Some whole lines of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block<T> {
    pub(crate) text: T,
    /// Where it begins in the text.
    pub(crate) offset: usize,
}

/// The records of a text that is there as a whole.
pub(crate) fn of(text: &[u8]) -> Records<'_> {
    Block { text, offset: 0 }.records()
}

/// One line that holds something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Record<'t> {
    pub(crate) text: &'t [u8],
    /// Where it begins in the whole text.
    pub(crate) offset: usize,
    /// Its number in the block, counted from 1.
    pub(crate) line: usize,
}

impl<R: Read> Blocks<R> {
    pub(crate) const fn new(reader: R, limit: usize) -> Self {
        Self {
            reader,
            rest: Vec::new(),
            limit,
            offset: 0,
            ended: false,
            is_too_long: false,
        }
    }

    /// The next lines; `None` behind the last one. They are read into `text`, whatever that holds.
    ///
    /// # Errors
    /// What reading fails with, and a line that is longer than the limit.
    pub(crate) fn next(&mut self, mut text: Vec<u8>) -> io::Result<Option<Block<Vec<u8>>>> {
        if self.is_too_long {
            return Err(too_large(self.limit));
        }
        let end = self.fill(&mut text)?;
        text.truncate(end);
        if let Some(long) = self.long_line(&text) {
            self.is_too_long = true;
            text.truncate(long);
            if text.is_empty() {
                return Err(too_large(self.limit));
            }
        }
        if text.is_empty() {
            return Ok(None);
        }
        let offset = self.offset;
        self.offset += text.len();
        Ok(Some(Block { text, offset }))
    }

    /// Reads until `text` has the end of a line, and tells where the last one ends.
    fn fill(&mut self, text: &mut Vec<u8>) -> io::Result<usize> {
        let mut filled = self.rest.len();
        // Only what is new is written: nothing of a text that was read before is cleared.
        text.resize(BLOCK.max(2 * filled), 0);
        text[..filled].copy_from_slice(&self.rest);
        self.rest.clear();
        // Nothing that was there before has a line break in it.
        let mut searched = filled;
        loop {
            filled += self.read(&mut text[filled..])?;
            if self.ended {
                return Ok(filled);
            }
            if let Some(newline) = memrchr(b'\n', &text[searched..filled]) {
                let end = searched + newline + 1;
                self.rest.extend_from_slice(&text[end..filled]);
                return Ok(end);
            }
            if filled > self.limit {
                return Err(too_large(self.limit));
            }
            searched = filled;
            text.resize(2 * filled, 0);
        }
    }

    /// Reads until nothing more fits or nothing more comes.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut filled = 0;
        while filled < buffer.len() {
            match self.reader.read(&mut buffer[filled..]) {
                Ok(0) => {
                    self.ended = true;
                    break;
                }
                Ok(length) => filled += length,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(filled)
    }

    /// Where the first line begins that is longer than the limit.
    fn long_line(&self, text: &[u8]) -> Option<usize> {
        let mut start = 0;
        while text.len() - start > self.limit {
            let length = memchr(b'\n', &text[start..]).unwrap_or(text.len() - start);
            if length > self.limit {
                return Some(start);
            }
            start += length + 1;
        }
        None
    }
}

impl<'t> Block<&'t [u8]> {
    /// Its lines that hold more than white space, without their line breaks.
    pub(crate) const fn records(self) -> Records<'t> {
        Records {
            block: self,
            at: 0,
            lines: 0,
        }
    }
}

/// The records of a block.
#[derive(Clone, Debug)]
pub(crate) struct Records<'t> {
    block: Block<&'t [u8]>,
    at: usize,
    lines: usize,
}

impl Records<'_> {
    /// How many lines are behind it, empty ones included.
    pub(crate) const fn lines(&self) -> usize {
        self.lines
    }
}

impl<'t> Iterator for Records<'t> {
    type Item = Record<'t>;

    fn next(&mut self) -> Option<Record<'t>> {
        loop {
            let rest = self.block.text.get(self.at..)?;
            if rest.is_empty() {
                return None;
            }
            let line = &rest[..memchr(b'\n', rest).unwrap_or(rest.len())];
            let offset = self.block.offset + self.at;
            self.at += line.len() + 1;
            self.lines += 1;
            if !line.trim_ascii_start().is_empty() {
                return Some(Record {
                    text: line.strip_suffix(b"\r").unwrap_or(line),
                    offset,
                    line: self.lines,
                });
            }
        }
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

    /// Number, place and text of every record; one text is read into all the time.
    fn records(reader: impl Read, limit: usize) -> io::Result<Vec<(usize, usize, Vec<u8>)>> {
        let mut blocks = Blocks::new(reader, limit);
        let (mut all, mut lines, mut spare) = (Vec::new(), 0, b"stale\n".repeat(9));
        while let Some(Block { text, offset }) = blocks.next(spare)? {
            let mut found = Block {
                text: &*text,
                offset,
            }
            .records();
            let found_now = found.by_ref();
            all.extend(found_now.map(|it| (lines + it.line, it.offset, it.text.to_vec())));
            lines += found.lines();
            spare = text;
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
    fn a_line_may_be_longer_than_a_block() {
        let (short, long) = (b"[1]".to_vec(), vec![b'7'; 5 * BLOCK / 2]);
        let text = [&*short, &*long, &*short, &*long].join(&b'\n');
        let all = records(&text[..], usize::MAX).unwrap();
        let places = [(1, 0), (2, 4), (3, 5 + long.len()), (4, 9 + long.len())];
        let texts = [&short, &long, &short, &long];
        for ((number, offset, record), (place, text)) in all.iter().zip(places.iter().zip(texts)) {
            assert_eq!((*number, *offset), *place);
            assert!(record == text, "line {number}");
        }
        assert_eq!(all.len(), 4);
    }

    #[test]
    fn a_line_that_is_too_long_is_an_error() {
        let long = vec![b' '; 3 * BLOCK];
        assert!(records(&long[..], 3 * BLOCK - 1).is_err());
        assert!(records(&long[..], 3 * BLOCK).unwrap().is_empty());
    }

    #[test]
    fn lines_before_one_that_is_too_long_are_read() {
        let text = b"1\n22\n333\n22\n";
        let mut blocks = Blocks::new(&text[..], 2);
        let before = blocks.next(Vec::new()).unwrap().unwrap();
        assert_eq!(before.text, b"1\n22\n");
        assert!(blocks.next(Vec::new()).is_err());
        assert_eq!(records(&text[..], 3).unwrap().len(), 4);
        assert!(
            records(&b"333"[..], 2).is_err(),
            "also without a line break"
        );
    }
}
