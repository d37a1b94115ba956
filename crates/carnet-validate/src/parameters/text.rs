//! What is wrong with the characters of a URL or a form, wherever they stand.

use super::given::{Given, place};
use super::percent::{Decoded, malformed};
use super::piece::Brackets;
use super::scene::Scene;
use super::value::{Carried, carried};
use crate::judge::Draft;
use crate::rule;
use crate::tree;
use carnet_core::parameters::encoded;
use carnet_core::{Edit, Place};
use std::ops::Range;

/// After so many malformed escapes the rest is not told.
const MOST_MALFORMED: usize = 20;

/// Tells of the first byte that is not UTF-8 in a text itself.
pub(super) fn utf8(scene: &Scene<'_>, out: &mut Vec<Draft>) {
    if let Err(error) = std::str::from_utf8(scene.origin.text) {
        let start = error.valid_up_to();
        let length = error.error_len().unwrap_or(scene.origin.text.len() - start);
        let complaint = rule::percent_encoding::not_utf8(false);
        let source = rule::percent_encoding::not_utf8_source();
        scene.tell(
            out,
            complaint,
            source,
            Place::default(),
            start..start + length,
        );
    }
}

/// Tells of the first byte that is not UTF-8 after decoding, unless the stretch itself is none.
pub(super) fn tell_not_utf8(
    scene: &Scene<'_>,
    decoded: &Decoded,
    stretch: &Range<usize>,
    at: Place,
    out: &mut Vec<Draft>,
) {
    let Err(error) = std::str::from_utf8(decoded.bytes()) else {
        return;
    };
    let written = scene.origin.text.get(stretch.clone()).unwrap_or_default();
    if std::str::from_utf8(written).is_ok() {
        let start = error.valid_up_to();
        let length = error.error_len().unwrap_or(decoded.bytes().len() - start);
        let complaint = rule::percent_encoding::not_utf8(true);
        let source = rule::percent_encoding::not_utf8_source();
        scene.tell(
            out,
            complaint,
            source,
            at,
            decoded.span(&(start..start + length)),
        );
    }
}

/// Tells of percent signs that encode nothing.
pub(super) fn escapes(
    scene: &Scene<'_>,
    stretch: Range<usize>,
    given: &[Given<'_>],
    out: &mut Vec<Draft>,
) {
    let text = scene.origin.text;
    for span in malformed(text, stretch).take(MOST_MALFORMED) {
        let word = text
            .get(span.clone())
            .and_then(|word| std::str::from_utf8(word).ok());
        let word = word.filter(|_| !scene.is_secret(&span));
        let complaint = rule::percent_encoding::complaint(word);
        let source = rule::percent_encoding::source();
        scene.tell(out, complaint, source, place_at(given, span.start), span);
    }
}

/// Tells once of all characters in a query or form that neither can hold.
pub(super) fn characters(
    scene: &Scene<'_>,
    stretch: Range<usize>,
    hash: Option<usize>,
    form: bool,
    given: &[Given<'_>],
    out: &mut Vec<Draft>,
) {
    let mut first = None;
    let mut seen = Vec::new();
    for (at, c) in raw(scene.origin.text, stretch.clone()) {
        let span = at..at + c.len_utf8();
        let secret = scene.is_secret(&span);
        first.get_or_insert(span);
        if !secret && !seen.contains(&c) && seen.len() <= rule::unencoded_character::MOST_LISTED {
            seen.push(c);
        }
    }
    if let Some(first) = first {
        let edits = hash.is_none().then(|| encodings(scene, stretch, given));
        let complaint = rule::unencoded_character::complaint(&seen, form).fix(edits.flatten());
        let source = rule::unencoded_character::source();
        let at = place_at(given, first.start);
        scene.tell(out, complaint, source, at, first);
    }
}

/// The changes that encode every such character; `None` where one of them may be part of a
/// placeholder, of a credential, or of nothing that is sent.
fn encodings(scene: &Scene<'_>, stretch: Range<usize>, given: &[Given<'_>]) -> Option<Vec<Edit>> {
    let structure = structure(given);
    let edit = |(at, c): (usize, char)| {
        let span = at..at + c.len_utf8();
        let is_certain = match c {
            '{' | '}' | '[' | ']' => structure.binary_search(&at).is_ok(),
            '<' | '>' | '`' => false,
            c => !c.is_control() && c != '\u{FEFF}',
        };
        let text = encoded(c.encode_utf8(&mut [0; 4]));
        (is_certain && !scene.is_secret(&span)).then(|| Edit::new(span, text))
    };
    raw(scene.origin.text, stretch).map(edit).collect()
}

/// Where the brackets of JSON stand, in order, that has nothing wrong with it.
fn structure(given: &[Given<'_>]) -> Vec<usize> {
    let mut found = Vec::new();
    for given in given {
        let bytes = given.value.bytes();
        if carried(given.field) != Carried::Json || !tree::parse(bytes).problems.is_empty() {
            continue;
        }
        let mut brackets = Brackets::default();
        for (index, byte) in bytes.iter().enumerate() {
            if !brackets.are_in_string() && b"{}[]".contains(byte) {
                found.push(given.value.offset(index));
            }
            brackets.read(&[*byte]);
        }
    }
    found
}

/// How long a stretch of text is once every character in it is encoded that must be; and where
/// the first byte stands that is beyond `limit`.
pub(super) fn encoded_length(
    text: &[u8],
    stretch: Range<usize>,
    limit: usize,
) -> (usize, Option<usize>) {
    let mut raw = raw(text, stretch.clone())
        .map(|(at, c)| at..at + c.len_utf8())
        .peekable();
    let mut length = 0;
    let mut beyond = None;
    for at in stretch {
        while raw.next_if(|span| span.end <= at).is_some() {}
        let encoded = raw.peek().filter(|span| span.contains(&at));
        length += if encoded.is_some() { 3 } else { 1 };
        if length > limit && beyond.is_none() {
            // A character is beyond as a whole.
            beyond = Some(encoded.map_or(at, |span| span.start));
        }
    }
    (length, beyond)
}

/// The characters of a stretch that a query cannot hold, with their places. What is no UTF-8 is
/// another matter.
fn raw(text: &[u8], stretch: Range<usize>) -> impl Iterator<Item = (usize, char)> {
    let mut at = stretch.start;
    let chunks = text.get(stretch).unwrap_or_default().utf8_chunks();
    let characters = chunks.flat_map(move |chunk| {
        let start = at;
        at += chunk.valid().len() + chunk.invalid().len();
        let characters = chunk.valid().char_indices();
        characters.map(move |(index, c)| (start + index, c))
    });
    characters.filter(|(_, c)| rule::unencoded_character::must_be_encoded(*c))
}

/// The parameter that an offset stands in.
fn place_at(given: &[Given<'_>], offset: usize) -> Place {
    let after = given.partition_point(|given| given.name_span.start <= offset);
    let before = after.checked_sub(1).and_then(|last| given.get(last));
    before.map_or_else(Place::default, |given| {
        if offset <= given.value_span.end {
            place(&given.name)
        } else {
            Place::default()
        }
    })
}
