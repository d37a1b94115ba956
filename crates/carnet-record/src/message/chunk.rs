//! The chunked transfer coding (RFC 9112, section 7.1).

use crate::piece::{Piece, Weaver};
use crate::recording::lines;

/// The chunks from `start` on, put together, and where the message ends; or where no chunk begins.
pub(super) fn read(file: &[u8], start: usize) -> Result<(Piece<'_>, usize), usize> {
    let mut weaver = Weaver::new(file, start);
    let mut at = start;
    loop {
        let line = lines(file, at..file.len()).next().ok_or(at)?;
        let size = size(&file[line.clone()]).ok_or(at)?;
        let begin = behind_line(file, line.end);
        if size == 0 {
            return Ok((weaver.finish(), trailers(file, begin)));
        }
        let end = begin.checked_add(size).filter(|&end| end <= file.len());
        let end = end.ok_or(at)?;
        weaver.copy(begin..end);
        let next = behind_line(file, end);
        if !file[end..next].trim_ascii().is_empty() || next == end {
            return Err(end);
        }
        at = next;
    }
}

fn size(line: &[u8]) -> Option<usize> {
    let digits = line.split(|&byte| byte == b';').next()?.trim_ascii();
    usize::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

/// Where the next line begins.
fn behind_line(file: &[u8], at: usize) -> usize {
    let feed = memchr::memchr(b'\n', &file[at.min(file.len())..]);
    feed.map_or(file.len(), |feed| at + feed + 1)
}

/// Behind the lines up to the first that is empty.
fn trailers(file: &[u8], start: usize) -> usize {
    let mut rest = lines(file, start..file.len());
    let empty = rest.find(std::ops::Range::is_empty);
    empty.map_or(file.len(), |line| behind_line(file, line.end))
}
