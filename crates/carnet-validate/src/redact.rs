//! Where credentials stand in a text, so that nobody shows them.
//!
//! Several searches together, which rather cover too much than too little: one of the tree, which
//! resolves escapes and takes misspelt keys for what they are meant to be; one of the bare text,
//! for what is broken, quoted or encoded; and in a URL or a form one of the parameters by their
//! names, what they hold being decoded and searched likewise.
//!
//! What is promised: the value of a credential is covered although its name is escaped or
//! percent-encoded, twice even. Where no escape is broken, it is also covered although one byte is
//! another, is missing or is one too many: before the name, in it, or between it and the value.
//! Names that are shorter than five bytes are promised less.

mod edit;
mod name;
mod parameter;
mod word;

use crate::keys::Fields;
use crate::parameters::Decoded;
use crate::tree::{Document, Node, NodeKind};
use carnet_core::shape::Kind;
use carnet_core::{Contract, Finding, Shape};
pub(crate) use edit::Untouched;
use name::Names;
use std::ops::Range;

/// How often a text is decoded: once, and once more for what was encoded twice.
const MOST_DECODED: usize = 2;

/// A finding is about so many credentials at most, unless it is about everything.
const MOST_HIDDEN: usize = 8;

/// Fewer bytes are part of many words.
const SHORTEST_HIDDEN: usize = 4;

/// The byte ranges of the credentials in JSON, or in what stands in its place, in order and apart.
pub(crate) fn ranges(
    contract: &Contract,
    text: &[u8],
    document: &Document<'_>,
    shape: &Shape,
) -> Vec<Range<usize>> {
    let names = Names::of(contract);
    let mut found = Vec::new();
    in_text(text, &names, MOST_DECODED, &mut found);
    if let Some(root) = &document.root
        && !names.are_harmless()
    {
        in_tree(root, shape, &names, text, &mut found);
    }
    if !is_like_json(text) {
        parameter::in_lines(text, &names, &mut found);
    }
    merge(found)
}

/// The byte ranges of the credentials in a URL or a form body, however broken, in order and apart.
pub(crate) fn in_parameters(contract: &Contract, text: &[u8]) -> Vec<Range<usize>> {
    let names = Names::of(contract);
    let mut found = Vec::new();
    in_text(text, &names, MOST_DECODED, &mut found);
    for range in &mut found {
        // Quotes in a bare value close nothing: what was cut is found among the parameters.
        let cut = memchr::memchr(b'&', text.get(range.clone()).unwrap_or_default());
        range.end = cut.map_or(range.end, |length| range.start + length);
    }
    parameter::in_lines(text, &names, &mut found);
    merge(found)
}

/// Whether a text begins as an array or an object does.
fn is_like_json(text: &[u8]) -> bool {
    matches!(text.trim_ascii_start().first(), Some(b'{' | b'['))
}

/// Takes the credentials that a finding is about out of what it says: one that stands where a key
/// should is part of a place.
pub(crate) fn hide(
    finding: &mut Finding,
    text: &[u8],
    bytes: &Range<usize>,
    secrets: &[Range<usize>],
) {
    let first = secrets.partition_point(|secret| secret.end <= bytes.start);
    let touched = secrets[first..].iter().take(MOST_HIDDEN);
    for secret in touched.take_while(|secret| secret.start < bytes.end) {
        let decoded = Decoded::new(text, secret.clone());
        hide_words(finding, text.get(secret.clone()).unwrap_or_default());
        hide_words(finding, decoded.bytes());
    }
}

/// A credential may be an object by mistake: then its keys and texts are what is not shown.
fn hide_words(finding: &mut Finding, secret: &[u8]) {
    let secret = String::from_utf8_lossy(secret);
    let words = secret.split(|c: char| c.is_whitespace() || "\"'{}[],:\\".contains(c));
    let long = words.filter(|word| word.len() >= SHORTEST_HIDDEN);
    for word in [&*secret].into_iter().chain(long.take(MOST_HIDDEN)) {
        if word.len() < SHORTEST_HIDDEN {
            continue;
        }
        let Finding {
            at, message, help, ..
        } = &mut *finding;
        let said = [
            Some(message),
            Some(&mut at.pointer),
            at.parameter.as_mut(),
            help.as_mut(),
        ];
        for said in said.into_iter().flatten() {
            hide_word(said, word);
        }
    }
}

/// Takes a word out of a text, which may have been cut inside it.
fn hide_word(said: &mut String, word: &str) {
    let Some((end, _)) = word.char_indices().nth(SHORTEST_HIDDEN) else {
        *said = said.replace(word, "\u{2026}");
        return;
    };
    let mut from = 0;
    while let Some(found) = said[from..].find(&word[..end]) {
        let start = from + found;
        let rest = &said[start..];
        let pairs = rest.char_indices().zip(word.chars());
        let same = pairs.take_while(|((_, a), b)| a == b).last();
        let length = same.map_or(0, |((at, c), _)| at + c.len_utf8());
        from = start + end;
        if length == word.len() || rest[length..].starts_with('\u{2026}') {
            said.replace_range(start..start + length, "\u{2026}");
            from = start + '\u{2026}'.len_utf8();
        }
    }
}

/// Finds credentials in bare text, which may be encoded, more than once even.
fn in_text(text: &[u8], names: &Names<'_>, times: usize, found: &mut Vec<Range<usize>>) {
    if names.are_harmless() {
        return;
    }
    word::search(text, names, found);
    if times > 0 && memchr::memchr(b'%', text).is_some() {
        let decoded = Decoded::new(text, 0..text.len());
        let mut inside = Vec::new();
        in_text(decoded.bytes(), names, times - 1, &mut inside);
        found.extend(inside.iter().map(|range| decoded.span(range)));
    }
}

/// Finds credentials in what was read. `shape` is what should stand there: a key that it knows is no
/// slip in the name of a credential.
fn in_tree(
    node: &Node<'_>,
    shape: &Shape,
    names: &Names<'_>,
    text: &[u8],
    found: &mut Vec<Range<usize>>,
) {
    match (&node.kind, shape.kind) {
        (NodeKind::Array(items), kind) => {
            let shape = match kind {
                Kind::Array(items) => &items.shape,
                _ => &Shape::ANY,
            };
            for item in items {
                in_tree(item, shape, names, text, found);
            }
        }
        (NodeKind::Object(members), kind) => {
            let mut fields = Fields::of(match kind {
                Kind::Object(object) => object.fields,
                _ => &[],
            });
            for member in members {
                let field = fields.find(&member.key);
                let (is_credential, shape) = match field {
                    Some(field) => (names.are_spelt_by(&member.key), &field.shape),
                    None => (names.are_meant_by(&member.key), &Shape::ANY),
                };
                if is_credential {
                    found.push(inside_quotes(&member.value.span, text));
                } else if member.value.holds_others() {
                    in_tree(&member.value, shape, names, text, found);
                }
            }
        }
        _ => {}
    }
}

fn inside_quotes(span: &Range<usize>, text: &[u8]) -> Range<usize> {
    let bytes = &text[span.clone()];
    let start = span.start + usize::from(bytes.starts_with(b"\""));
    let closed = bytes.len() > 1 && bytes.starts_with(b"\"") && bytes.ends_with(b"\"");
    start..span.end - usize::from(closed)
}

/// Puts ranges in order and joins those that touch.
pub(crate) fn merge(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.retain(|range| !range.is_empty());
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}
