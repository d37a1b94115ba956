//! Credentials in bare text: `name: value` and `name=value`.

use super::name::Names;
use carnet_core::json::block::{BLOCK, Block, first_block, letters};
use std::ops::Range;

/// Names of fewer bytes are searched for letter by letter and as whole words only: with a byte
/// wrong, or as the end of a word, they are any word.
pub(super) const LONG: usize = 5;

/// A colon with a blank and a backslash behind it, and one byte that is wrong.
const LONGEST_SEPARATOR: usize = 5;

/// Finds every name with the value that follows it, quotes and backslashes or not, in any case.
pub(super) fn search(text: &[u8], names: &Names<'_>, found: &mut Vec<Range<usize>>) {
    for name in &names.sensitive {
        let mut at = 0;
        for start in beginnings(name.as_bytes(), text) {
            if start < at {
                continue;
            }
            if let Some(value) = value_of(name.as_bytes(), text, start, names) {
                at = value.end;
                found.push(value);
            }
        }
    }
}

/// Where a name could begin, one byte of it being wrong, in the order of the text: a first look, for
/// speed. With one byte wrong, one half of the name is right.
fn beginnings(name: &[u8], text: &[u8]) -> Vec<usize> {
    let half = if name.len() < LONG { 0 } else { name.len() / 2 };
    let (first, second) = name.split_at(half);
    let mut beginnings: Vec<usize> = occurrences(first, text).collect();
    for at in occurrences(second, text) {
        // A byte of the first half may be missing, or one too many.
        let least = at.saturating_sub(half + usize::from(half > 0));
        let most = (at + usize::from(half > 0)).saturating_sub(half);
        beginnings.extend(least..=most);
    }
    beginnings.sort_unstable();
    beginnings.dedup();
    beginnings.retain(|&at| may_begin(name, &text[at..]));
    beginnings
}

/// Where a word stands in a text, in any case, in order; an empty one nowhere.
fn occurrences<'a>(word: &'a [u8], text: &'a [u8]) -> impl Iterator<Item = usize> + use<'a> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let first = *word.first()?;
        loop {
            let at = from + candidate(first, word.get(1).copied(), text.get(from..)?)?;
            from = at + 1;
            let there = text.get(at..at + word.len())?;
            if there.eq_ignore_ascii_case(word) {
                return Some(at);
            }
        }
    })
}

/// Where the first two letters of a word stand together in a text, in any case, or something alike: in
/// few places.
#[inline(never)]
fn candidate(first: u8, second: Option<u8>, text: &[u8]) -> Option<usize> {
    let (second, distance) = second.map_or((first, 0), |second| (second, 1));
    let marks = |one: Block, next: Block| letters(one, first) & letters(next, second);
    let (ones, _) = text.as_chunks();
    let (nexts, rest) = text.get(distance..)?.as_chunks();
    let mut from = 0;
    for (one, next) in ones.iter().zip(nexts) {
        let marks = marks(*one, *next);
        if marks != 0 {
            return Some(from + marks.trailing_zeros() as usize);
        }
        from += BLOCK;
    }
    let marks = marks(first_block(&text[from..]), first_block(rest));
    (marks != 0).then(|| from + marks.trailing_zeros() as usize)
}

/// Whether a text could begin with a name, one byte of it being wrong.
fn may_begin(name: &[u8], text: &[u8]) -> bool {
    let same = |at: usize| match (name.get(at), text.get(at)) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
        _ => false,
    };
    same(0) || (name.len() >= LONG && same(1))
}

/// The value of a name that begins at `start`.
fn value_of(name: &[u8], text: &[u8], start: usize, names: &Names<'_>) -> Option<Range<usize>> {
    let rest = &text[start..];
    let same = common(name, rest);
    if name.len() < LONG {
        let inside_word = start > 0 && is_of_word(text[start - 1]);
        let is_there = same == name.len() && same > 0 && !inside_word;
        return is_there.then(|| value_after(text, start + same)).flatten();
    }
    let right = (same == name.len()).then_some(same);
    let lengths = right.into_iter().chain(damaged(name, rest, same));
    let values = lengths.filter_map(|length| {
        let end = start + length;
        let value = value_after(text, end)?;
        // The values keep the words apart: looking back from each is linear.
        (!is_harmless(text, end, names)).then_some(value)
    });
    // A byte too many may look like a value of its own.
    values.max_by_key(|value| value.end)
}

/// How long a name with one byte wrong is at the beginning of a text, the first `same` bytes being
/// right: one is another, is one too many, or is missing.
fn damaged(name: &[u8], text: &[u8], same: usize) -> impl Iterator<Item = usize> {
    let ends = move |name_from: usize, text_from: usize| {
        let (name, text) = (name.get(name_from..)?, text.get(text_from..)?);
        (common(name, text) == name.len()).then_some(text_from + name.len())
    };
    [
        ends(same + 1, same + 1),
        ends(same, same + 1),
        ends(same + 1, same),
    ]
    .into_iter()
    .flatten()
}

/// How many bytes two texts have in common at their beginning, in any case.
fn common(a: &[u8], b: &[u8]) -> usize {
    let pairs = a.iter().zip(b);
    pairs.take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count()
}

/// Whether the word that ends at `end` is a name that the contract knows and shows.
fn is_harmless(text: &[u8], end: usize, names: &Names<'_>) -> bool {
    let word = text[..end].iter().rev();
    let start = end - word.take_while(|&&byte| is_of_word(byte)).count();
    std::str::from_utf8(&text[start..end]).is_ok_and(|word| names.are_harmless_by(word))
}

const fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The value that follows a key which ends at `at`.
fn value_after(text: &[u8], at: usize) -> Option<Range<usize>> {
    let opening = skip(text, after_separator(text, at)?, u8::is_ascii_whitespace);
    let quote = skip(text, opening, |&byte| byte == b'\\');
    let encoded = quote > opening;
    let (mut start, quote) = match text.get(quote) {
        Some(&mark) if is_quote(mark) => (quote + 1, Some(mark)),
        _ => (opening, None),
    };
    let mut length = value_length(text, start, quote, encoded);
    let is_json = text.get(at).is_some_and(|&byte| is_quote(byte));
    let goes_on = text.get(start + 1).is_some_and(u8::is_ascii_alphanumeric);
    if length == 0 && is_json && goes_on {
        // A sign too many, or one in the place of the quote.
        start += 1;
        length = value_length(text, start, None, false);
    }
    (length > 0).then_some(start..start + length)
}

/// How long a value is: to its closing quote, or without one to what looks like its end.
fn value_length(text: &[u8], start: usize, quote: Option<u8>, encoded: bool) -> usize {
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
    length.unwrap_or(rest.len())
}

/// Where what parts a key, which ends at `at`, from its value is over.
fn after_separator(text: &[u8], at: usize) -> Option<usize> {
    let start = skip(text, at, |&byte| {
        is_quote(byte) || byte == b'\\' || byte.is_ascii_whitespace()
    });
    let (before, rest) = (&text[at..start], &text[start..]);
    let quotes = before.iter().filter(|&&byte| is_quote(byte)).count();
    let between = between_quotes(rest).filter(|_| quotes > 0);
    if let Some(length) = between {
        return Some(start + length);
    }
    let parted = skip(text, start, |byte| matches!(byte, b':' | b'='));
    if parted > start {
        return Some(parted);
    }
    // Nothing parts a key from its value but the quotes of both.
    let last = before.iter().rposition(|&byte| is_quote(byte))?;
    (quotes > 1).then_some(at + last)
}

/// How much stands before the next quote, where that is meant as a colon: not where the key is a
/// value itself, or an item.
fn between_quotes(text: &[u8]) -> Option<usize> {
    let mut near = text.iter().take(LONGEST_SEPARATOR);
    let quote = near.position(|&byte| is_quote(byte))?;
    let before = &text[..quote];
    let letters = before
        .iter()
        .filter(|byte| byte.is_ascii_alphanumeric())
        .count();
    let parts_values = before.iter().any(|byte| matches!(byte, b',' | b']' | b'}'));
    // The backslashes belong to the quote.
    let last = before.iter().rposition(|&byte| byte != b'\\')?;
    (letters <= 1 && !parts_values).then_some(last + 1)
}

fn skip(text: &[u8], at: usize, skipped: impl Fn(&u8) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|byte| skipped(byte)).count()
}

const fn is_quote(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'')
}

#[cfg(test)]
mod tests {
    use super::{beginnings, common, damaged, may_begin};

    #[test]
    fn one_half_of_a_damaged_name_is_enough() {
        for name in ["token", "TokenUUID", "aabaab", "secret_key", "key"] {
            let mut texts = vec![format!("x{name}x")];
            for at in 0..=name.len() {
                let (before, behind) = name.split_at(at);
                texts.push(format!("xx{before}k{behind}\""));
                if let Some(behind) = behind.get(1..) {
                    texts.push(format!("{before}{behind} {name}"));
                    texts.push(format!("a{before}E{behind}"));
                }
            }
            for text in texts {
                let (name, text) = (name.as_bytes(), text.as_bytes());
                let is_there = |at: &usize| {
                    let rest = &text[*at..];
                    let same = common(name, rest);
                    let is_damaged =
                        name.len() >= super::LONG && damaged(name, rest, same).next().is_some();
                    may_begin(name, rest) && (same == name.len() || is_damaged)
                };
                let found = beginnings(name, text);
                let missed = (0..text.len())
                    .filter(is_there)
                    .find(|at| !found.contains(at));
                assert_eq!(missed, None, "{}", String::from_utf8_lossy(text));
            }
        }
    }
}
