//! Credentials among the parameters of URLs and forms.

use super::name::Names;
use super::{MOST_DECODED, in_tree, is_like_json, word};
use crate::parameters::Decoded;
use crate::tree;
use carnet_core::Shape;
use std::ops::Range;

/// What the pieces before one tell of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing.
    Other,
    /// A credential: a bare `&` or `#` may have cut it, as it cuts any other value.
    Credential,
    /// A credential of which nothing, or not the end, was there.
    Open,
}

/// Finds the credentials in a text of one or more URLs, or of parameters alone.
pub(super) fn in_lines(text: &[u8], names: &Names<'_>, found: &mut Vec<Range<usize>>) {
    let mut start = 0;
    let mut before = Before::Other;
    for line in text.split(|&byte| matches!(byte, b'\n' | b'\r')) {
        let line = start..start + line.len();
        start = line.end + 1;
        if line.is_empty() {
            continue;
        }
        found.extend(password(text, &line));
        if names.are_harmless() {
            continue;
        }
        before = match in_line(text, line, before, names, found) {
            Before::Open => Before::Open,
            _ => Before::Other,
        };
    }
}

/// What stands before the `@` of a URL.
fn password(text: &[u8], line: &Range<usize>) -> Option<Range<usize>> {
    let bytes = &text[line.clone()];
    let host = memchr::memmem::find(bytes, b"://")? + 3;
    let authority = bytes[host..]
        .split(|byte| matches!(byte, b'/' | b'?' | b'#'))
        .next()?;
    let at = memchr::memrchr(b'@', authority)?;
    Some(line.start + host..line.start + host + at)
}

fn in_line(
    text: &[u8],
    line: Range<usize>,
    mut before: Before,
    names: &Names<'_>,
    found: &mut Vec<Range<usize>>,
) -> Before {
    let mut start = line.start;
    // The first parameter of a URL stands behind the rest of the URL.
    let first = memchr::memchr3(b'?', b'&', b'#', &text[line.clone()]);
    let question = first.map(|at| start + at).filter(|&at| text[at] == b'?');
    if let Some(question) = question {
        before = in_piece(text, start..question, before, names, found);
        if before == Before::Credential {
            // This is no URL, and the question mark is part of a value.
            before = Before::Open;
        }
        start = question + 1;
    }
    for piece in text[start..line.end].split(|&byte| matches!(byte, b'&' | b'#')) {
        let piece = start..start + piece.len();
        start = piece.end + 1;
        before = in_piece(text, piece, before, names, found);
    }
    before
}

/// Finds the credentials in what stands between two `&`, and tells what that tells of the next.
fn in_piece(
    text: &[u8],
    piece: Range<usize>,
    before: Before,
    names: &Names<'_>,
    found: &mut Vec<Range<usize>>,
) -> Before {
    if piece.is_empty() {
        return before;
    }
    let equals = memchr::memchr(b'=', &text[piece.clone()]).map(|at| piece.start + at);
    let written = Decoded::new(text, piece.start..equals.unwrap_or(piece.end));
    let name = String::from_utf8_lossy(written.bytes());
    match equals {
        None if names.are_meant_by(&name) => Before::Open,
        None if before != Before::Other => {
            found.push(piece);
            before
        }
        Some(equals) if names.are_meant_by(&name) => {
            found.push(equals + 1..piece.end);
            Before::Credential
        }
        Some(_) if before == Before::Open && !names.are_harmless_by(&name) => {
            found.push(piece);
            Before::Credential
        }
        Some(equals) => {
            let glued = glued(&written, word::LONG, names);
            found.extend(glued.map(|start| start..piece.end));
            in_value(text, equals + 1..piece.end, names, found)
        }
        None => {
            let glued = glued(&written, 0, names);
            found.extend(glued.map(|start| start..piece.end));
            Before::Other
        }
    }
}

/// Where the value begins in a piece that begins with the name of a credential, of at least so many
/// bytes, without anything between them.
fn glued(written: &Decoded, shortest: usize, names: &Names<'_>) -> Option<usize> {
    let bytes = written.bytes();
    let begins = |name: &&&str| {
        let start = bytes.get(..name.len());
        name.len() >= shortest
            && start.is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
    };
    let name = names.sensitive.iter().find(begins)?;
    (!names.are_harmless_by(&String::from_utf8_lossy(bytes))).then(|| written.offset(name.len()))
}

/// Finds the credentials in a value that is JSON, or JSON that was encoded more than once.
fn in_value(
    text: &[u8],
    value: Range<usize>,
    names: &Names<'_>,
    found: &mut Vec<Range<usize>>,
) -> Before {
    let known = found.len();
    let decoded = Decoded::new(text, value.clone());
    in_decoded(&decoded, names, MOST_DECODED, found);
    // JSON that ends inside a credential was cut there.
    if found[known..].iter().any(|range| range.end == value.end) {
        Before::Open
    } else {
        Before::Other
    }
}

fn in_decoded(decoded: &Decoded, names: &Names<'_>, times: usize, found: &mut Vec<Range<usize>>) {
    let bytes = decoded.bytes();
    let mut inside = Vec::new();
    if is_like_json(bytes) {
        if let Some(root) = &tree::parse(bytes).root {
            in_tree(root, &Shape::ANY, names, bytes, &mut inside);
        }
    } else if times > 1 && bytes.contains(&b'%') {
        let again = Decoded::new(bytes, 0..bytes.len());
        in_decoded(&again, names, times - 1, &mut inside);
    }
    found.extend(inside.iter().map(|range| decoded.span(range)));
}
