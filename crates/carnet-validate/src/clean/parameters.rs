//! Parameters: the query of a URL, or a form body.
//!
//! What each holds is decoded, one behind the other, and read where it then stands.

use super::object::Standing;
use super::percent::{Byte, byte, escaped};
use super::program::{Demands, Member, Object, Value};
use super::scan::Scan;
use super::slot::Slot;
use super::text::Str;
use crate::parameters::LONGEST_URL;
use crate::utf8;

/// Parameters of so many bytes are decoded without asking for memory: short ones, and what a URL may
/// have.
const SHORT: usize = 1 << 10;
const LONG: usize = LONGEST_URL;
/// Of more parameters the other pass tells.
const MOST: usize = 64;

/// What a clean call is that has its payload in parameters.
#[derive(Debug)]
pub(super) struct Parameters {
    /// What stands before the query; `None` where that has parts which the contract leaves open.
    pub(super) url: Option<&'static str>,
    pub(super) object: Object,
    /// Which members travel as JSON.
    pub(super) json: Vec<bool>,
}

/// A parameter: which member it is, and where its decoded value stands.
#[derive(Clone, Copy, Debug, Default)]
struct Given {
    index: usize,
    start: usize,
    end: usize,
}

impl Parameters {
    /// Whether a URL is clean.
    pub(super) fn is_clean_url(&self, text: &[u8]) -> bool {
        let text = text.trim_ascii();
        let rest = self
            .url
            .and_then(|url| text.strip_prefix(url.as_bytes()))
            .filter(|_| text.len() <= LONGEST_URL);
        match rest {
            Some([]) => self.is_clean(b""),
            Some([b'?', query @ ..]) => self.is_clean(query),
            _ => false,
        }
    }

    /// Whether a form body is clean.
    pub(super) fn is_clean_form(&self, text: &[u8]) -> bool {
        self.is_clean(text.trim_ascii())
    }

    fn is_clean(&self, text: &[u8]) -> bool {
        // Nothing is longer decoded than it was.
        match text.len() {
            0..SHORT => self.is_clean_in(text, &mut [0; SHORT]),
            SHORT..LONG => self.is_clean_in(text, &mut [0; LONG]),
            length => self.is_clean_in(text, &mut vec![0; length]),
        }
    }

    fn is_clean_in(&self, text: &[u8], decoded: &mut [u8]) -> bool {
        let mut given = [Given::default(); MOST];
        let (mut count, mut at, mut end) = (0, 0, 0);
        while at < text.len() {
            let Some(length) = memchr::memchr(b'=', &text[at..]) else {
                return false;
            };
            let Some(index) = self.object.find(&text[at..at + length]) else {
                return false;
            };
            let start = end;
            at += length + 1;
            let Some((read, written)) = decode(&text[at..], &mut decoded[start..]) else {
                return false;
            };
            end += written;
            at += read;
            let Some(place) = given.get_mut(count) else {
                return false;
            };
            *place = Given { index, start, end };
            count += 1;
            // An ampersand at the end parts nothing.
            if at + 1 == text.len() {
                return false;
            }
            at += 1;
        }
        self.hold(decoded, given.into_iter().take(count))
    }

    /// Whether parameters are clean that were decoded, with the members that they are.
    fn hold(&self, decoded: &[u8], given: impl Iterator<Item = Given>) -> bool {
        let Some(decoded) = utf8::text(decoded) else {
            return false;
        };
        let Demands::One(demanded) = &self.object.demands else {
            return false;
        };
        let mut standing = Standing::new(demanded);
        let mut scan = Scan::new(decoded);
        for Given { index, start, end } in given {
            let member = &self.object.members[index];
            if !standing.marks.stand(member.bit) {
                return false;
            }
            // A character may not begin in one parameter and end in another.
            let Some(text) = decoded.get(..end) else {
                return false;
            };
            scan.text = text;
            let empty_is_absent = self.object.empty_is_absent;
            let is_clean = if self.json[index] {
                let value = scan.begins(start).and_then(|(at, first)| {
                    scan.member(member, at, first, empty_is_absent, &mut standing)
                });
                value.is_some_and(|at| scan.blanks(at) == end)
            } else {
                scan.bare(member, start, empty_is_absent, &mut standing)
            };
            if !is_clean {
                return false;
            }
            scan.slots.note(member.spot.slot, start, end);
        }
        scan.text = decoded;
        scan.is_whole(&self.object, demanded, &standing)
    }
}

/// Decodes the value of a parameter: how many bytes were read and written. `None` of what is not
/// written as a URL should be.
fn decode(text: &[u8], decoded: &mut [u8]) -> Option<(usize, usize)> {
    let (mut read, mut written) = (0, 0);
    while let Some(&next) = text.get(read) {
        let plain = match byte(next) {
            Byte::Plain => next,
            Byte::Escape => {
                let plain = escaped(text.get(read + 1..read + 3)?)?;
                read += 2;
                plain
            }
            Byte::Plus => {
                // A plus sign before a number was meant as one, most likely.
                let is_first = written == 0 || decoded.get(written - 1) == Some(&b'"');
                if is_first && text.get(read + 1).is_some_and(u8::is_ascii_digit) {
                    return None;
                }
                b' '
            }
            Byte::End => break,
            Byte::Odd => return None,
        };
        *decoded.get_mut(written)? = plain;
        read += 1;
        written += 1;
    }
    Some((read, written))
}

/// Whether a bare value may pass for something else: an object that was not serialised, something
/// encoded twice, an absent value where a statement is about it.
pub(super) fn is_ambiguous(raw: &[u8], slot: Slot) -> bool {
    matches!(raw.trim_ascii_start().first(), Some(b'[' | b'%'))
        || slot.is_asked() && matches!(raw, b"" | b"null")
}

impl<'t> Scan<'t> {
    /// Whether a bare value is clean, which is the rest of the text.
    fn bare<const W: usize>(
        &mut self,
        member: &Member,
        at: usize,
        empty_is_absent: bool,
        standing: &mut Standing<'t, W>,
    ) -> bool {
        let raw = self.rest(at);
        if is_ambiguous(raw, member.spot.slot) || raw.is_empty() && !member.spot.empty {
            return false;
        }
        let Some(text) = self.text.get(at..) else {
            return false;
        };
        let is_absent = raw.is_empty() && empty_is_absent;
        standing.marks.be_absent_if(member.bit, is_absent);
        // By the documented type: another reading may be one of texts that look like numbers.
        let text = Str::plain(text);
        match member.spot.value.documented() {
            Value::Text(texts) => texts.hold(text),
            Value::Word(words) => words.hold(text),
            value @ (Value::Integer(_) | Value::Number(_) | Value::Boolean) => {
                if raw == b"true" {
                    standing.marks.be_true_if(member.bit, true);
                }
                self.value(value, at) == Some(self.text.len())
            }
            _ => false,
        }
    }
}
