//! A list of URLs: one a line, a method before it or not.
//!
//! Blank lines and lines that begin with `#` are skipped.

use crate::exchange::{Request, Unread};
use crate::piece::Piece;
use crate::recording::{Collector, lines, trimmed};
use std::ops::Range;

/// The methods that may stand before a URL.
const METHODS: [&[u8]; 9] = [
    b"GET", b"POST", b"PUT", b"PATCH", b"DELETE", b"HEAD", b"OPTIONS", b"TRACE", b"CONNECT",
];

/// Whether a word is the name of a method, in capitals.
pub(crate) fn is_method(word: &[u8]) -> bool {
    METHODS.contains(&word)
}

pub(crate) fn read(start: usize, out: &mut Collector<'_>) {
    let file = out.file;
    for line in lines(file, start..file.len()) {
        let line = trimmed(file, line);
        if line.is_empty() || file[line.start] == b'#' {
            continue;
        }
        out.begin();
        let (method, url) = split(file, line.clone());
        if url.is_empty() {
            let method = out.bytes(line.clone());
            let message = format!("no URL follows {}", String::from_utf8_lossy(method));
            let help = "write the URL behind the method, on the same line";
            out.problems.error(line, message, help);
            out.problems.abandon();
            continue;
        }
        let request = Request {
            method: method.map(|method| Piece::straight(file, method)),
            url: Piece::straight(file, url),
            headers: Vec::new(),
            body: None,
            unread: Some(Unread::NotRecorded),
        };
        out.push(None, line, Some(request), None);
    }
    out.leave();
}

/// The method, where one stands, and the rest of the line.
fn split(file: &[u8], line: Range<usize>) -> (Option<Range<usize>>, Range<usize>) {
    let text = &file[line.clone()];
    let blank = memchr::memchr2(b' ', b'\t', text).unwrap_or(text.len());
    let word = &text[..blank];
    if !is_method(&word.to_ascii_uppercase()) {
        return (None, line);
    }
    let method = line.start..line.start + blank;
    (Some(method.clone()), trimmed(file, method.end..line.end))
}
