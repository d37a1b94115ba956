//! Where credentials stand in a text, so that nobody shows them.
//!
//! Two searches together: one of the tree, which resolves escapes and takes misspelt keys for what
//! they are meant to be, and one of the bare text, for what is broken, quoted or encoded twice. In a
//! URL or a form the parameters are searched by their names, and what they hold is decoded and
//! searched likewise. All of them rather cover too much than too little.

use crate::parameters::Decoded;
use crate::rule::key_spelling::same_but_for_case_and_blanks;
use crate::suggest;
use crate::tree::{self, Document, Node, NodeKind};
use carnet_core::Contract;
use carnet_core::auth;
use carnet_core::shape::{Field, Kind, Shape};
use std::collections::BTreeSet;
use std::ops::Range;

/// A contract may refer to itself; no documented payload nests as deep as this.
const DEEPEST_SHAPE: usize = 24;

/// How often a value is decoded: once, and once more for what was encoded twice.
const MOST_DECODED: usize = 2;

/// The wire names of a contract.
#[derive(Default)]
struct Names {
    sensitive: BTreeSet<&'static str>,
    known: BTreeSet<&'static str>,
}

/// The byte ranges of the credentials in a text, in order and apart.
pub(crate) fn ranges(
    contract: &Contract,
    text: &[u8],
    document: &Document<'_>,
) -> Vec<Range<usize>> {
    merge(Names::of(contract).find(text, document))
}

/// The byte ranges of the credentials in a URL or a form body, however broken, in order and apart.
pub(crate) fn in_parameters(contract: &Contract, text: &[u8]) -> Vec<Range<usize>> {
    let names = Names::of(contract);
    let mut found = Vec::new();
    for name in &names.sensitive {
        in_text(name, text, &mut found);
    }
    let mut start = 0;
    for line in text.split(|&byte| matches!(byte, b'\n' | b'\r')) {
        let line = start..start + line.len();
        start = line.end + 1;
        found.extend(password(text, &line));
        in_line(text, line, &names, &mut found);
    }
    merge(found)
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

/// Finds the credentials among the parameters in a line.
fn in_line(text: &[u8], line: Range<usize>, names: &Names, found: &mut Vec<Range<usize>>) {
    let mut start = line.start;
    // A bare `&` or `#` cuts a credential as it cuts any other value.
    let mut continues = false;
    for piece in text[line].split(|&byte| matches!(byte, b'&' | b'#')) {
        let span = start..start + piece.len();
        start = span.end + 1;
        let Some(equals) = memchr::memchr(b'=', piece) else {
            let name = Decoded::new(text, span.clone());
            if is_meant(&String::from_utf8_lossy(name.bytes()), names) {
                continues = true;
            } else if continues {
                found.push(span);
            } else {
                found.extend(glued(&name, span, names));
            }
            continue;
        };
        // The first parameter of a URL stands behind the rest of the URL.
        let question = memchr::memrchr(b'?', &piece[..equals]);
        let name = question.map_or(0, |question| question + 1);
        let name = Decoded::new(text, span.start + name..span.start + equals);
        let value = span.start + equals + 1..span.end;
        continues = is_meant(&String::from_utf8_lossy(name.bytes()), names);
        if continues {
            found.push(value);
        } else {
            in_value(&Decoded::new(text, value), names, MOST_DECODED, found);
        }
    }
}

/// What follows the name of a credential in a piece without an equals sign.
fn glued(piece: &Decoded, span: Range<usize>, names: &Names) -> Option<Range<usize>> {
    let begins = |name: &&&str| {
        let start = piece.bytes().get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
    };
    let name = names.sensitive.iter().find(begins)?;
    Some(piece.offset(name.len())..span.end)
}

/// Finds credentials in a value, which may be encoded more than once.
fn in_value(value: &Decoded, names: &Names, times: usize, found: &mut Vec<Range<usize>>) {
    let bytes = value.bytes();
    let is_json = matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'['));
    let inside = if is_json {
        names.find(bytes, &tree::parse(bytes))
    } else {
        let mut inside = Vec::new();
        for name in &names.sensitive {
            in_text(name, bytes, &mut inside);
        }
        inside
    };
    found.extend(inside.iter().map(|range| value.span(range)));
    if times > 1 && bytes.contains(&b'%') {
        let mut inside = Vec::new();
        let again = Decoded::new(bytes, 0..bytes.len());
        in_value(&again, names, times - 1, &mut inside);
        found.extend(inside.iter().map(|range| value.span(range)));
    }
}

impl Names {
    fn of(contract: &Contract) -> Self {
        let mut names = Self::default();
        names.fields(auth::fields(contract.auth), 0);
        names.shape(&contract.request.shape, 0);
        for reply in contract.replies {
            names.shape(&reply.body.shape, 0);
        }
        names
    }

    /// The credentials in JSON, or in what was meant to be some.
    fn find(&self, text: &[u8], document: &Document<'_>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        if let Some(root) = &document.root {
            in_tree(root, self, text, &mut found);
        }
        for name in &self.sensitive {
            in_text(name, text, &mut found);
        }
        found
    }

    fn fields(&mut self, fields: &[Field], depth: usize) {
        for field in fields {
            self.known.insert(field.name);
            if is_sensitive(&field.shape, depth) {
                self.sensitive.insert(field.name);
            }
            self.shape(&field.shape, depth + 1);
        }
    }

    fn shape(&mut self, shape: &Shape, depth: usize) {
        if depth > DEEPEST_SHAPE {
            return;
        }
        for reading in shape.readings {
            self.shape(&reading.shape, depth + 1);
        }
        match shape.kind {
            Kind::Array(items) => self.shape(&items.shape, depth + 1),
            Kind::Object(object) => self.fields(object.fields, depth),
            Kind::Map(map) => self.shape(&map.value, depth + 1),
            Kind::Union(union) => {
                for variant in union.variants {
                    self.shape(&variant.shape, depth + 1);
                }
            }
            _ => {}
        }
    }
}

/// Whether values of a shape are credentials, or hold some that no key names.
fn is_sensitive(shape: &Shape, depth: usize) -> bool {
    let inner = |shape: &Shape| depth <= DEEPEST_SHAPE && is_sensitive(shape, depth + 1);
    shape.sensitive
        || match shape.kind {
            Kind::Array(items) => inner(&items.shape),
            Kind::Map(map) => inner(&map.value),
            Kind::Union(union) => union.variants.iter().any(|variant| inner(&variant.shape)),
            _ => false,
        }
}

fn in_tree(node: &Node<'_>, names: &Names, text: &[u8], found: &mut Vec<Range<usize>>) {
    match &node.kind {
        NodeKind::Array(items) => {
            for item in items {
                in_tree(item, names, text, found);
            }
        }
        NodeKind::Object(members) => {
            for member in members {
                if is_meant(&member.key, names) {
                    found.push(inside_quotes(&member.value.span, text));
                } else {
                    in_tree(&member.value, names, text, found);
                }
            }
        }
        _ => {}
    }
}

/// Whether a key is that of a credential, or was probably meant to be.
fn is_meant(key: &str, names: &Names) -> bool {
    let sensitive = || names.sensitive.iter().copied();
    sensitive().any(|name| same_but_for_case_and_blanks(key, name))
        || (!names.known.contains(key) && suggest::closest(key, sensitive()).is_some())
}

fn inside_quotes(span: &Range<usize>, text: &[u8]) -> Range<usize> {
    let bytes = &text[span.clone()];
    let start = span.start + usize::from(bytes.starts_with(b"\""));
    let closed = bytes.len() > 1 && bytes.starts_with(b"\"") && bytes.ends_with(b"\"");
    start..span.end - usize::from(closed)
}

/// Finds `name: value` and `name=value`, quotes and backslashes or not, in any case.
fn in_text(name: &str, text: &[u8], found: &mut Vec<Range<usize>>) {
    let Some(&first) = name.as_bytes().first() else {
        return;
    };
    let mut at = 0;
    while let Some(next) = text[at..]
        .iter()
        .position(|byte| byte.eq_ignore_ascii_case(&first))
    {
        let start = at + next;
        at = start + 1;
        let end = start + name.len();
        let inside_word =
            start > 0 && (text[start - 1].is_ascii_alphanumeric() || text[start - 1] == b'_');
        let same = text
            .get(start..end)
            .is_some_and(|word| word.eq_ignore_ascii_case(name.as_bytes()));
        if same
            && !inside_word
            && let Some(value) = value_after(text, end)
        {
            at = value.end;
            found.push(value);
        }
    }
}

/// The value that follows a key which ends at `at`.
fn value_after(text: &[u8], at: usize) -> Option<Range<usize>> {
    let skip = |at: usize, skipped: fn(&u8) -> bool| {
        let rest = text.get(at..).unwrap_or_default();
        at + rest.iter().take_while(|byte| skipped(byte)).count()
    };
    let colon = skip(at, |byte| {
        matches!(byte, b'"' | b'\'' | b'\\') || byte.is_ascii_whitespace()
    });
    if !matches!(text.get(colon), Some(b':' | b'=')) {
        return None;
    }
    let opening = skip(colon + 1, u8::is_ascii_whitespace);
    let quote = skip(opening, |&byte| byte == b'\\');
    let encoded = quote > opening;
    let (start, quote) = match text.get(quote) {
        Some(&mark @ (b'"' | b'\'')) => (quote + 1, Some(mark)),
        _ => (opening, None),
    };
    let rest = text.get(start..).unwrap_or_default();
    let mut escaped = false;
    let length = rest.iter().position(|&byte| match quote {
        Some(mark) => {
            let ends = byte == b'\n' || (byte == mark && !escaped) || (encoded && byte == b'\\');
            escaped = byte == b'\\' && !escaped;
            ends
        }
        None => {
            matches!(byte, b',' | b'}' | b']' | b'&' | b'"' | b'\'') || byte.is_ascii_whitespace()
        }
    });
    let length = length.unwrap_or(rest.len());
    (length > 0).then_some(start..start + length)
}

/// Puts ranges in order and joins those that touch.
fn merge(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
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
