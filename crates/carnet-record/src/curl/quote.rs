//! Quotes, escapes and expansions of a POSIX shell, and `$'…'` of bash.

use super::shell::{Draft, Shell};
use std::ops::Range;

/// `'…'`: everything stands for itself.
pub(super) fn single(shell: &mut Shell<'_>, draft: &mut Draft<'_>) {
    let open = shell.at;
    shell.at += 1;
    let close = memchr::memchr(b'\'', shell.rest());
    let end = shell.at + close.unwrap_or(shell.rest().len());
    draft.weaver.copy(shell.at..end);
    leave(shell, draft, open, end, close.is_some());
}

/// Steps behind the closing quote at `end`, or remembers that there is none.
fn leave(shell: &mut Shell<'_>, draft: &mut Draft<'_>, open: usize, end: usize, closed: bool) {
    if closed {
        shell.at = end + 1;
    } else {
        shell.at = end;
        draft.open_quote.get_or_insert(open);
    }
}

/// `"…"`: a backslash escapes a few characters, variables are replaced.
pub(super) fn double(shell: &mut Shell<'_>, draft: &mut Draft<'_>) {
    let open = shell.at;
    shell.at += 1;
    loop {
        let end = shell.find(|byte| b"\"\\$`".contains(&byte));
        draft.weaver.copy(shell.at..end);
        shell.at = end;
        match shell.peek() {
            None => return leave(shell, draft, open, end, false),
            Some(b'"') => return leave(shell, draft, open, end, true),
            Some(b'\\') if is_escapable(shell) => backslash(shell, draft),
            Some(b'\\') => {
                draft.weaver.copy(end..end + 1);
                shell.at += 1;
            }
            Some(_) => expansion(shell, draft),
        }
    }
}

/// Whether a backslash escapes what stands behind it, in `"…"`.
fn is_escapable(shell: &Shell<'_>) -> bool {
    match shell.peek_at(1) {
        Some(b'\r') => shell.peek_at(2) == Some(b'\n'),
        next => matches!(next, Some(b'"' | b'\\' | b'$' | b'`' | b'\n')),
    }
}

/// `\x`: the character stands for itself, and a line that ends so goes on.
pub(super) fn backslash(shell: &mut Shell<'_>, draft: &mut Draft<'_>) {
    let at = shell.at;
    match (shell.peek_at(1), shell.peek_at(2)) {
        (None, _) => {
            draft.weaver.copy(at..at + 1);
            shell.at += 1;
        }
        (Some(b'\n'), _) => shell.at += 2,
        (Some(b'\r'), Some(b'\n')) => shell.at += 3,
        (Some(byte), _) => {
            draft.weaver.stand(&[byte], at..at + 2);
            shell.at += 2;
        }
    }
}

/// `$'…'` with the escapes of C.
pub(super) fn ansi_c(shell: &mut Shell<'_>, draft: &mut Draft<'_>) {
    let open = shell.at;
    shell.at += 2;
    loop {
        let end = shell.find(|byte| byte == b'\'' || byte == b'\\');
        draft.weaver.copy(shell.at..end);
        shell.at = end;
        match shell.peek() {
            None => return leave(shell, draft, open, end, false),
            Some(b'\'') => return leave(shell, draft, open, end, true),
            Some(_) => {
                let (bytes, length) = escape(shell.rest());
                draft.weaver.stand(&bytes, end..end + length);
                shell.at = end + length;
            }
        }
    }
}

/// The bytes that an escape of C stands for, and how long it is.
fn escape(text: &[u8]) -> (Vec<u8>, usize) {
    let Some(&letter) = text.get(1) else {
        return (vec![b'\\'], 1);
    };
    let simple = match letter {
        b'a' => 7,
        b'b' => 8,
        b'e' | b'E' => 27,
        b'f' => 12,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'v' => 11,
        b'\\' | b'\'' | b'"' | b'?' => letter,
        b'x' => return coded(text, 2, 2, 16, false),
        b'u' => return unicode(text),
        b'U' => return coded(text, 2, 8, 16, true),
        b'0'..=b'7' => return coded(text, 1, 3, 8, false),
        // The backslash stays.
        _ => return (vec![b'\\', letter], 2),
    };
    (vec![simple], 2)
}

/// `\uXXXX`; Chrome writes what lies beyond as two, as JavaScript has it.
fn unicode(text: &[u8]) -> (Vec<u8>, usize) {
    let first = number(text, 2, 4, 16);
    if let Some((high, 4)) = first
        && (0xD800..0xDC00).contains(&high)
        && text.get(6..8) == Some(b"\\u")
        && let Some((low, 4)) = number(text, 8, 4, 16)
        && (0xDC00..0xE000).contains(&low)
    {
        let code = 0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00);
        return (utf8(code), 12);
    }
    coded(text, 2, 4, 16, true)
}

/// An escape by number: its digits begin at `from`.
fn coded(text: &[u8], from: usize, most: usize, base: u32, code: bool) -> (Vec<u8>, usize) {
    match number(text, from, most, base) {
        None => (text[..2].to_vec(), 2),
        Some((number, digits)) if code => (utf8(number), from + digits),
        Some((number, digits)) => (vec![(number & 0xFF) as u8], from + digits),
    }
}

fn number(text: &[u8], from: usize, most: usize, base: u32) -> Option<(u32, usize)> {
    let digits = text.get(from..)?.iter().take(most);
    let digits: Vec<u32> = digits
        .map_while(|&byte| char::from(byte).to_digit(base))
        .collect();
    let number = digits.iter().fold(0_u32, |number, digit| {
        number.wrapping_mul(base).wrapping_add(*digit)
    });
    Some((number, digits.len())).filter(|_| !digits.is_empty())
}

fn utf8(code: u32) -> Vec<u8> {
    let character = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
    character.to_string().into_bytes()
}

/// `$NAME`, `${…}`, `$(…)` or `` `…` ``: stays as it is, and is remembered. A dollar sign that
/// begins none of these stands for itself.
pub(super) fn expansion(shell: &mut Shell<'_>, draft: &mut Draft<'_>) {
    let at = shell.at;
    let length = match (shell.peek(), shell.peek_at(1)) {
        (Some(b'`'), _) => {
            let close = memchr::memchr(b'`', &shell.rest()[1..]);
            close.map_or(shell.rest().len(), |close| close + 2)
        }
        (_, Some(b'{')) => {
            let close = memchr::memchr2(b'}', b'\n', shell.rest());
            close.map_or(shell.rest().len(), |close| close + 1)
        }
        (_, Some(b'(')) => {
            let length = substitution(shell.rest());
            draft.substitutions.push(at + 2..at + length.max(3) - 1);
            length
        }
        (_, Some(b'@' | b'*' | b'?' | b'!' | b'0'..=b'9')) => 2,
        (_, Some(byte)) if byte == b'_' || byte.is_ascii_alphabetic() => {
            let name = |byte: &&u8| **byte == b'_' || byte.is_ascii_alphanumeric();
            1 + shell.rest()[1..].iter().take_while(name).count()
        }
        _ => 0,
    };
    if length > 0 {
        draft.variable.get_or_insert(at..at + length);
    }
    let end = at + length.max(1);
    draft.weaver.copy(at..end);
    shell.at = end;
}

/// How long `$(…)` is, its brackets included.
fn substitution(text: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut at = 1;
    while let Some(&byte) = text.get(at) {
        at += match byte {
            b'(' => {
                depth += 1;
                1
            }
            b')' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at + 1;
                }
                1
            }
            b'\\' => 2,
            b'\'' => 2 + length_to(&text[at + 1..], b"'"),
            b'"' => 2 + length_to(&text[at + 1..], b"\""),
            _ => 1,
        };
    }
    text.len()
}

/// How many bytes stand before a quote; escaped quotes do not count, in double ones.
fn length_to(text: &[u8], quote: &[u8]) -> usize {
    let mut range = Range { start: 0, end: 0 };
    while let Some(&byte) = text.get(range.end) {
        if [byte] == *quote {
            return range.end;
        }
        range.end += if byte == b'\\' && quote == b"\"" {
            2
        } else {
            1
        };
    }
    text.len()
}
