//! Payloads broken on purpose, and right ones in another spelling.

pub(crate) mod encoding;

use crate::generate::{letters, scalar};
use crate::json_text::{JsonText, quoted};
use crate::statements::Statements;
use carnet_core::Shape;
use carnet_core::shape::Assertion;
use fastrand::Rng;

/// What a contract speaks of, for breaking it: keys, words, and the numbers at which a verdict
/// changes.
pub(crate) struct Vocabulary {
    keys: Vec<&'static str>,
    words: Vec<String>,
    lengths: Vec<usize>,
    numbers: Vec<String>,
}

impl Vocabulary {
    pub(crate) fn of(shape: &Shape) -> Self {
        let statements = Statements::of_shape(shape);
        let keys = statements.keys.union(&statements.aliases);
        let keys = keys.copied().collect();
        let mut words: Vec<_> = statements.words.iter().map(ToString::to_string).collect();
        let mut lengths = vec![0, 1];
        let mut numbers: Vec<_> = NUMBERS.iter().map(ToString::to_string).collect();
        for assertion in statements.assertions {
            match assertion {
                Assertion::MaxLength(length) => {
                    let length = length as usize;
                    lengths.extend([
                        length / 2,
                        length / 2 + 1,
                        length.saturating_sub(1),
                        length,
                        length + 1,
                    ]);
                }
                Assertion::Minimum(bound) | Assertion::Maximum(bound) | Assertion::Const(bound) => {
                    let whole = bound.0.trim_end_matches('0').trim_end_matches('.');
                    numbers.extend(
                        ["", ".0", ".01", ".001", "0", "e0"].map(|it| bound.0.to_owned() + it),
                    );
                    numbers.extend(
                        ["", ".01", ".0000000001", "e0", "e1"].map(|it| whole.to_owned() + it),
                    );
                }
                Assertion::Format(format) => words.push(format.example.to_owned()),
                _ => {}
            }
        }
        Self {
            keys,
            words,
            lengths,
            numbers,
        }
    }

    fn text(&self, rng: &mut Rng) -> JsonText {
        match rng.u8(..4) {
            0 => {
                let word = choose(TEXTS, rng);
                JsonText::string(word)
            }
            1 if !self.words.is_empty() => {
                let word = choose(&self.words, rng);
                JsonText::string(&respelt(word, rng))
            }
            _ => {
                let length = *choose(&self.lengths, rng);
                JsonText::string(&letters(length, rng))
            }
        }
    }

    fn key(&self, rng: &mut Rng) -> String {
        if self.keys.is_empty() || rng.u8(..4) == 0 {
            let length = rng.usize(..4);
            return letters(length, rng);
        }
        let key = choose(&self.keys, rng);
        if rng.bool() {
            respelt(key, rng)
        } else {
            (*key).to_owned()
        }
    }
}

/// Numbers that readers trip over.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "-0.0",
    "1.0",
    "1e2",
    "1E+2",
    "100e-2",
    "1.5",
    "-1.5",
    "0.1",
    "12.345",
    "1e-3",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "9223372036854775807.5",
    "18446744073709551615",
    "18446744073709551616",
    "1e19",
    "1e308",
    "1e400",
    "-1e400",
    "1e-400",
    "1.00000000000000000001",
    "01",
    "+1",
    ".5",
    "1.",
    "NaN",
    "-",
];

/// Texts that readers trip over.
const TEXTS: &[&str] = &[
    "",
    " ",
    "null",
    "1",
    "$JSON",
    "2023-02-29",
    "2024-02-29",
    "0000-02-29",
    "2024-2-29",
    "20240229",
    "29-02-2024",
    "29-02-2023",
    "24:00",
    "23:59",
    "9:30",
    "a@b",
    "a b@c",
    "no address",
    "200",
    "20",
    "2xx",
    "٢٠٠",
    "\u{0}",
    "\u{feff}",
    "\u{2028}",
];

fn choose<'a, T>(from: &'a [T], rng: &mut Rng) -> &'a T {
    &from[rng.usize(..from.len())]
}

/// Another case, or blanks, or a letter too many.
fn respelt(word: &str, rng: &mut Rng) -> String {
    match rng.u8(..6) {
        0 => word.to_uppercase(),
        1 => word.to_lowercase(),
        2 => format!("{word} "),
        3 => format!(" {word}"),
        4 => format!("{word}s"),
        _ => {
            let mut chars: Vec<char> = word.chars().collect();
            if let Some(first) = chars.first_mut() {
                *first = if first.is_uppercase() {
                    first.to_ascii_lowercase()
                } else {
                    first.to_ascii_uppercase()
                };
            }
            chars.into_iter().collect()
        }
    }
}

/// Breaks something in a payload, or spells it otherwise.
pub(crate) fn structure(payload: &mut JsonText, vocabulary: &Vocabulary, rng: &mut Rng) {
    let count = count(payload);
    let other = nth(payload, &mut rng.usize(..count)).cloned();
    let Some(place) = nth(payload, &mut rng.usize(..count)) else {
        return;
    };
    match rng.u8(..16) {
        0 => *place = JsonText::Scalar("null".to_owned()),
        1 => *place = scalar(rng),
        2 => *place = JsonText::Object(Vec::new()),
        3 => *place = JsonText::Array(Vec::new()),
        4 => *place = JsonText::Array(vec![place.clone()]),
        5 => *place = JsonText::string(&place.to_string()),
        6 | 7 => *place = vocabulary.text(rng),
        8 | 9 => *place = JsonText::Scalar(choose(&vocabulary.numbers, rng).clone()),
        10 => *place = other.unwrap_or(JsonText::Array(Vec::new())),
        _ => members(place, vocabulary, rng),
    }
}

/// Breaks something in the list of an object's members, or of an array's items.
fn members(place: &mut JsonText, vocabulary: &Vocabulary, rng: &mut Rng) {
    match place {
        JsonText::Object(members) => {
            let at = rng.usize(..members.len().max(1));
            match (rng.u8(..7), members.get(at).cloned()) {
                (0 | 1, Some(_)) => drop(members.remove(at)),
                (2, Some(_)) => members[at].0 = quoted(&vocabulary.key(rng)),
                (3, Some(member)) => members.push(member),
                (4, Some((key, _))) => members.push((key, scalar(rng))),
                (5, Some(_)) => rng.shuffle(members),
                _ => members.push((quoted(&vocabulary.key(rng)), scalar(rng))),
            }
        }
        JsonText::Array(items) => {
            let at = rng.usize(..items.len().max(1));
            match (rng.u8(..4), items.get(at).cloned()) {
                (0, Some(_)) => drop(items.remove(at)),
                (1, Some(item)) => items.push(item),
                (2, Some(_)) => rng.shuffle(items),
                _ => items.push(scalar(rng)),
            }
        }
        JsonText::Scalar(text) => *text = respell(text, rng),
    }
}

/// The same scalar in another spelling.
fn respell(text: &str, rng: &mut Rng) -> String {
    if text.starts_with('"') {
        return escape(text, rng);
    }
    let is_plain = text
        .bytes()
        .all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'.'));
    if !is_plain || text.parse::<f64>().is_err() {
        return text.to_owned();
    }
    match rng.u8(..4) {
        _ if text.contains('.') => format!("{text}{}", ["0", "000", "e0", "E-0"][rng.usize(..4)]),
        0 => format!("{text}.0"),
        1 => format!("{text}e0"),
        2 => format!("{text}0E-1"),
        _ => format!("{text}.00e+00"),
    }
}

/// The same text with one letter as an escape.
fn escape(text: &str, rng: &mut Rng) -> String {
    let plain: Vec<_> = text
        .char_indices()
        .filter(|(at, c)| !matches!(c, '"' | '\\') && !text[..*at].contains('\\'))
        .collect();
    if plain.is_empty() {
        return text.to_owned();
    }
    let (at, letter) = plain[rng.usize(..plain.len())];
    let (before, after) = (&text[..at], &text[at + letter.len_utf8()..]);
    if letter == '/' {
        return format!("{before}\\/{after}");
    }
    let units = letter.encode_utf16(&mut [0; 2]).to_vec();
    let code = |unit: &u16| {
        if rng.bool() {
            format!("\\u{unit:04x}")
        } else {
            format!("\\u{unit:04X}")
        }
    };
    let escape: String = units.iter().map(code).collect();
    format!("{before}{escape}{after}")
}

/// Spells keys otherwise, every now and then.
pub(crate) fn escape_keys(payload: &mut JsonText, rng: &mut Rng) {
    match payload {
        JsonText::Scalar(_) => {}
        JsonText::Array(items) => items.iter_mut().for_each(|item| escape_keys(item, rng)),
        JsonText::Object(members) => {
            for (key, value) in members {
                if rng.u8(..8) == 0 {
                    *key = escape(key, rng);
                }
                escape_keys(value, rng);
            }
        }
    }
}

/// The text with white space between its tokens.
pub(crate) fn spaced(payload: &JsonText, rng: &mut Rng) -> String {
    let mut text = String::new();
    space(payload, &mut text, rng);
    text
}

fn blank(text: &mut String, rng: &mut Rng) {
    text.push_str(["", " ", "\n", "\r\n\t", "  "][rng.usize(..5)]);
}

fn space(payload: &JsonText, text: &mut String, rng: &mut Rng) {
    blank(text, rng);
    match payload {
        JsonText::Scalar(scalar) => text.push_str(scalar),
        JsonText::Array(items) => {
            text.push('[');
            blank(text, rng);
            for (i, item) in items.iter().enumerate() {
                text.push_str(if i > 0 { "," } else { "" });
                space(item, text, rng);
            }
            text.push(']');
        }
        JsonText::Object(members) => {
            text.push('{');
            blank(text, rng);
            for (i, (key, value)) in members.iter().enumerate() {
                text.push_str(if i > 0 { ",\n" } else { "" });
                text.push_str(key);
                text.push_str(" :");
                space(value, text, rng);
            }
            text.push('}');
        }
    }
    text.push_str(["", " ", "\n"][rng.usize(..3)]);
}

/// Breaks the text itself.
pub(crate) fn bytes(text: &mut Vec<u8>, rng: &mut Rng) {
    const PIECES: [&[u8]; 22] = [
        b",",
        b"}",
        b"]",
        b"{",
        b"[",
        b"\"",
        b"\\",
        b":",
        b"0",
        b"-",
        b" ",
        b"\n",
        b"\\ud800",
        b"\xff",
        b"\xef\xbb\xbf",
        b"null",
        b"\x00",
        b"\x0c",
        b"\x1f",
        // No UTF-8: an overlong form, half a surrogate, a letter that breaks off.
        b"\xc0\x80",
        b"\xed\xa0\x80",
        b"\xf0\x9d\x84",
    ];
    let at = rng.usize(..=text.len());
    match rng.u8(..7) {
        0 => text.truncate(at),
        1 if at < text.len() => drop(text.remove(at)),
        2 if at < text.len() => text[at] = rng.u8(..),
        3 => drop(text.splice(..0, *b"\xef\xbb\xbf")),
        4 => text.extend(PIECES[rng.usize(..PIECES.len())]),
        5 if at < text.len() => text[at] ^= 1 << rng.u8(..8),
        _ => drop(text.splice(at..at, PIECES[rng.usize(..PIECES.len())].iter().copied())),
    }
}

/// How many values a payload holds, itself included.
fn count(payload: &JsonText) -> usize {
    1 + match payload {
        JsonText::Scalar(_) => 0,
        JsonText::Array(items) => items.iter().map(count).sum(),
        JsonText::Object(members) => members.iter().map(|(_, value)| count(value)).sum(),
    }
}

/// The value with this number, counted from the root.
fn nth<'a>(payload: &'a mut JsonText, number: &mut usize) -> Option<&'a mut JsonText> {
    if *number == 0 {
        return Some(payload);
    }
    *number -= 1;
    match payload {
        JsonText::Scalar(_) => None,
        JsonText::Array(items) => items.iter_mut().find_map(|item| nth(item, number)),
        JsonText::Object(members) => members.iter_mut().find_map(|(_, value)| nth(value, number)),
    }
}
