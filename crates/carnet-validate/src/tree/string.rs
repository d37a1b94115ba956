//! Strings and their escapes.

use super::Cause;
use super::reader::{Reader, skip_blank};
use carnet_core::json::block::{BLOCK, ends, first_block};
use std::borrow::Cow;
use std::ops::Range;

/// A string that was read.
pub(super) struct Text<'t> {
    pub(super) span: Range<usize>,
    pub(super) content: Cow<'t, str>,
    /// Something is wrong with it, and that was told.
    pub(super) damaged: bool,
}

/// What is told at most once of a string.
#[derive(Default)]
struct Told {
    control: bool,
    escape: bool,
    surrogate: bool,
}

impl Told {
    const fn any(&self) -> bool {
        self.control || self.escape || self.surrogate
    }
}

/// One resolved escape.
struct Escape {
    c: char,
    end: usize,
    wrong: Option<Cause>,
}

impl<'t> Reader<'t> {
    /// Reads the string whose opening quote stands here.
    pub(super) fn string(&mut self) -> Text<'t> {
        let start = self.at;
        if let Some((content, end)) = self.plain_string(start) {
            self.at = end;
            return Text {
                span: start..end,
                content: Cow::Borrowed(content),
                damaged: false,
            };
        }
        let mut told = Told::default();
        let mut resolved = String::new();
        // Where the bytes begin that are not yet in `resolved`.
        let mut plain = start + 1;
        let mut at = plain;
        loop {
            at += run(&self.text[at..]);
            match self.text.get(at) {
                Some(b'"') => break,
                Some(b'\\') if at + 1 < self.text.len() => {
                    let escape = escape(self.text, at);
                    if let Some(cause) = escape.wrong {
                        // A letter that makes no escape stays text, but is part of the blunder.
                        let graphic = escape.end == at + 1 && self.text[at + 1].is_ascii_graphic();
                        let end = escape.end + usize::from(graphic);
                        self.wrong_escape(cause, at..end, &mut told);
                    }
                    resolved.push_str(&self.lossy(plain..at));
                    resolved.push(escape.c);
                    at = escape.end;
                    plain = at;
                }
                Some(&control) if control < 0x20 && at < self.end => {
                    if !told.control {
                        if control == b'\n'
                            && let Some(end) = self.missing_quote(start, at)
                        {
                            self.at = end;
                            self.report(Cause::UnclosedString, start..end);
                            return Text {
                                span: start..end,
                                content: String::from_utf8_lossy(&self.text[start + 1..end]),
                                damaged: true,
                            };
                        }
                        told.control = true;
                        self.report(Cause::ControlCharacter(control), at..at + 1);
                    }
                    at += 1;
                }
                _ => {
                    self.truncated(true);
                    return Text {
                        span: start..self.text.len(),
                        content: Cow::Borrowed(""),
                        damaged: true,
                    };
                }
            }
        }
        // Not back from the end, where a last problem may have taken it.
        self.at = self.at.max(at + 1);
        let rest = self.lossy(plain..at);
        let content = if plain == start + 1 {
            rest
        } else {
            Cow::Owned(resolved + &rest)
        };
        let damaged = told.any()
            || (self.utf8.is_none() && std::str::from_utf8(&self.text[start..=at]).is_err());
        Text {
            span: start..at + 1,
            content,
            damaged,
        }
    }

    /// The string whose opening quote stands at `start`, if it is one without escapes in a text that
    /// is UTF-8, as nearly all are, and the place behind it.
    #[inline]
    pub(super) fn plain_string(&self, start: usize) -> Option<(&'t str, usize)> {
        let end = start + 1 + run(&self.text[start + 1..]);
        if self.text.get(end) != Some(&b'"') {
            return None;
        }
        Some((self.utf8?.get(start + 1..end)?, end + 1))
    }

    fn wrong_escape(&mut self, cause: Cause, span: Range<usize>, told: &mut Told) {
        let told = if matches!(cause, Cause::LoneSurrogate { .. }) {
            &mut told.surrogate
        } else {
            &mut told.escape
        };
        if !std::mem::replace(told, true) {
            self.report(cause, span);
        }
    }

    /// Where a string ends that lacks its closing quote, judged by the line after the break.
    ///
    /// That line begins with a key or a closing bracket, and not with the missing quote itself.
    fn missing_quote(&self, start: usize, line_break: usize) -> Option<usize> {
        let next = skip_blank(self.text, line_break);
        match self.text.get(next)? {
            b'}' | b']' => {}
            b'"' => {
                let after = skip_blank(self.text, next + 1);
                if matches!(self.text.get(after), None | Some(b',' | b'}' | b']')) {
                    return None;
                }
            }
            _ => return None,
        }
        let line = self.text[start..line_break].trim_ascii_end();
        let line = line.strip_suffix(b",").unwrap_or(line).trim_ascii_end();
        Some(start + line.len().max(1))
    }
}

/// How many bytes come before a quote, a backslash, a control character or the end.
#[inline]
fn run(text: &[u8]) -> usize {
    let mut length = 0;
    loop {
        let ends = ends(first_block(text.get(length..).unwrap_or_default()));
        if ends != 0 {
            return length + ends.trailing_zeros() as usize;
        }
        length += BLOCK;
    }
}

/// Resolves the escape whose backslash stands at `at`; a byte follows it.
fn escape(text: &[u8], at: usize) -> Escape {
    let c = match text[at + 1] {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return unicode_escape(text, at),
        _ => {
            // The letter stays part of the text, and a line break is met once more.
            return Escape {
                c: char::REPLACEMENT_CHARACTER,
                end: at + 1,
                wrong: Some(Cause::BadEscape),
            };
        }
    };
    Escape {
        c,
        end: at + 2,
        wrong: None,
    }
}

fn unicode_escape(text: &[u8], at: usize) -> Escape {
    let wrong = |cause, end| Escape {
        c: char::REPLACEMENT_CHARACTER,
        end,
        wrong: Some(cause),
    };
    let Some(unit) = code_unit(text, at) else {
        let digits = text[at + 2..].iter().take(4);
        let digits = digits.take_while(|byte| byte.is_ascii_hexdigit()).count();
        return wrong(Cause::BadEscape, at + 2 + digits);
    };
    let (first, second) = (unit, code_unit(text, at + 6));
    let scalar = match (first, second) {
        (0xD800..=0xDBFF, Some(low @ 0xDC00..=0xDFFF)) => {
            let pair = 0x1_0000 + ((first - 0xD800) << 10) + (low - 0xDC00);
            return Escape {
                c: char::from_u32(pair).unwrap_or(char::REPLACEMENT_CHARACTER),
                end: at + 12,
                wrong: None,
            };
        }
        (0xDC00..=0xDFFF, Some(0xD800..=0xDBFF))
            if !matches!(code_unit(text, at + 12), Some(0xDC00..=0xDFFF)) =>
        {
            return wrong(Cause::LoneSurrogate { reversed: true }, at + 12);
        }
        _ => char::from_u32(unit),
    };
    match scalar {
        Some(c) => Escape {
            c,
            end: at + 6,
            wrong: None,
        },
        None => wrong(Cause::LoneSurrogate { reversed: false }, at + 6),
    }
}

/// The code unit of the `\uXXXX` that stands at `at`, if one does.
fn code_unit(text: &[u8], at: usize) -> Option<u32> {
    let digits = text.get(at..at + 6)?.strip_prefix(b"\\u")?;
    digits.iter().try_fold(0, |unit, &digit| {
        let value = char::from(digit).to_digit(16)?;
        Some(unit * 16 + value)
    })
}
