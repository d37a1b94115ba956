//! Credentials leave here as stars: the door between a text and whoever shows it.
//!
//! [`Report::secrets`](crate::Report::secrets) says where the credentials of a text stand;
//! [`Masked`] shows the text without them, wherever else in it one of them is repeated, and takes
//! them out of what findings say.

use crate::parameters::Decoded;
use crate::redact::merge;
use aho_corasick::{AhoCorasick, MatchKind};
use carnet_core::parameters::encoded;
use carnet_core::{Finding, Span};
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

/// Stands for a credential where columns do not matter.
pub const CREDENTIAL: &str = "********";

/// Bytes of a line that are kept before and after the start of what is underlined.
const REACH: usize = 1024;
/// Credentials with fewer characters are masked only where they stand as a word of their own.
const SHORT: usize = 4;

/// Longer credentials are masked where they stand and not searched for: what looks like one may
/// be the rest of a broken text, and no message repeats that much.
const LONG: usize = 4096;
/// Where credentials are more bytes than this, findings say nothing instead of searching.
const MOST: usize = 16 << 20;

/// A text whose credentials cannot be taken out of it.
///
/// # Example
/// ```
/// use carnet_validate::masked::Masked;
///
/// let text = br#"{"token":"geheim","name":"Example Ltd"}"#;
/// let masked = Masked::new(text, &[10..16]);
/// assert_eq!(masked.whole(), r#"{"token":"********","name":"Example Ltd"}"#);
/// ```
pub struct Masked<'a> {
    text: &'a [u8],
    /// Where the text begins in the file that spans are about.
    offset: usize,
    /// In order and apart.
    secrets: Vec<Range<usize>>,
    /// `None` where they are more than can be searched for.
    values: Option<Values>,
}

impl fmt::Debug for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Masked").field(&self.whole()).finish()
    }
}

/// Finds credentials as they are written and as they are meant.
struct Values {
    long: AhoCorasick,
    /// Bytes of the longest.
    longest: usize,
    short: AhoCorasick,
}

impl Values {
    fn new(spellings: impl Iterator<Item = String>) -> Option<Self> {
        let (short, long): (BTreeSet<String>, BTreeSet<String>) = spellings
            .filter(|value| !value.trim().is_empty())
            .partition(|value| value.chars().count() < SHORT);
        if long.iter().map(String::len).sum::<usize>() > MOST {
            return None;
        }
        Some(Self {
            long: automaton(&long)?,
            longest: long.iter().map(String::len).max().unwrap_or(0),
            short: automaton(&short)?,
        })
    }

    fn is_empty(&self) -> bool {
        self.long.patterns_len() + self.short.patterns_len() == 0
    }
}

fn automaton(values: &BTreeSet<String>) -> Option<AhoCorasick> {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(values)
        .ok()
}

/// Part of one line of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, counted from 1.
    pub line: usize,
    /// The character where the underlined part begins, counted from 1 in the whole line.
    pub column: usize,
    /// The line, or as much of it as stands near what is underlined.
    pub text: String,
    /// The bytes of `text` to underline.
    pub underlined: Range<usize>,
}

impl<'a> Masked<'a> {
    /// A text and the byte ranges of its credentials. What lies beyond the text is ignored.
    #[must_use]
    pub fn new(text: &'a [u8], secrets: &[Range<usize>]) -> Self {
        Self::with_others(text, secrets, &[])
    }

    /// As [`new`](Self::new), with credentials that stand elsewhere, such as in a header: where the
    /// text repeats one, as it is or encoded, it is masked as well.
    #[must_use]
    pub fn with_others(text: &'a [u8], secrets: &[Range<usize>], others: &[&str]) -> Self {
        let inside = secrets
            .iter()
            .map(|range| range.start.min(text.len())..range.end.min(text.len()));
        let secrets = merge(inside.collect());
        let written = secrets
            .iter()
            .filter(|range| range.len() <= LONG)
            .filter_map(|range| text.get(range.clone()));
        let others = others.iter().flat_map(|other| encodings(other));
        let values = Values::new(written.flat_map(spellings).chain(others));
        Self {
            text,
            offset: 0,
            secrets,
            values,
        }
    }

    /// The same text as part of a file: spans are about that.
    #[must_use]
    pub fn standing_at(self, offset: usize) -> Self {
        Self { offset, ..self }
    }

    /// A text without credentials, such as a configuration file.
    #[must_use]
    pub fn open(text: &'a [u8]) -> Self {
        Self::new(text, &[])
    }

    /// The line in which `span` begins, what the span covers of it underlined.
    #[must_use]
    pub fn excerpt(&self, span: Span) -> Excerpt {
        let length = self.text.len();
        let start = span.start.offset.saturating_sub(self.offset).min(length);
        let from = start.saturating_sub(REACH);
        let before = &self.text[from..start];
        let from = match before.iter().rposition(|&byte| byte == b'\n') {
            Some(newline) => from + newline + 1,
            None => self.boundary(from),
        };
        let to = start.saturating_add(REACH).min(length);
        let to = match self.text[start..to].iter().position(|&byte| byte == b'\n') {
            Some(newline) if self.text[..start + newline].ends_with(b"\r") => {
                (start + newline - 1).max(start)
            }
            Some(newline) => start + newline,
            None => self.boundary(to),
        };
        let end = span.end.offset.saturating_sub(self.offset);
        let end = end.clamp(start, to.max(start));
        let secrets = self.secrets_in(from..to);
        let mut text = String::new();
        self.push(&mut text, &secrets, from..start);
        let underlined_from = text.len();
        self.push(&mut text, &secrets, start..end);
        let underlined = underlined_from..text.len();
        self.push(&mut text, &secrets, end..to);
        Excerpt {
            line: span.start.line,
            column: span.start.column,
            text,
            underlined,
        }
    }

    /// The whole text, every credential as [`CREDENTIAL`] whatever its length. Bytes that are no
    /// UTF-8 become replacement characters.
    #[must_use]
    pub fn whole(&self) -> String {
        let mut text = String::with_capacity(self.text.len());
        let mut at = 0;
        for secret in self.secrets_in(0..self.text.len()) {
            text.push_str(&String::from_utf8_lossy(&self.text[at..secret.start]));
            text.push_str(CREDENTIAL);
            at = secret.end;
        }
        text.push_str(&String::from_utf8_lossy(&self.text[at..]));
        text
    }

    /// Masks credentials in everything that a finding says.
    pub fn hide_in(&self, finding: &mut Finding) {
        if self.is_open() {
            return;
        }
        self.hide(&mut finding.message);
        self.hide(&mut finding.at.pointer);
        if let Some(parameter) = &mut finding.at.parameter {
            self.hide(parameter);
        }
        for text in [&mut finding.help, &mut finding.field]
            .into_iter()
            .flatten()
        {
            self.hide(text);
        }
        // Stars are nothing to write.
        finding.fix = finding.fix.take().filter(|fix| {
            fix.edits.iter().all(|edit| {
                let mut text = edit.text.clone();
                self.hide(&mut text);
                text == edit.text
            })
        });
    }

    /// Whether there is nothing to hide.
    fn is_open(&self) -> bool {
        let values = self.values.as_ref();
        self.secrets.is_empty() && values.is_some_and(Values::is_empty)
    }

    /// Masks credentials wherever a text repeats one.
    pub fn hide(&self, text: &mut String) {
        let Some(values) = &self.values else {
            "*".clone_into(text);
            return;
        };
        for (automaton, alone) in [(&values.long, false), (&values.short, true)] {
            let found: Vec<Range<usize>> = automaton
                .find_iter(text.as_str())
                .map(|found| found.range())
                .filter(|range| !alone || stands_alone(text, range))
                .collect();
            for range in found.into_iter().rev() {
                let stars = "*".repeat(text[range.clone()].chars().count());
                text.replace_range(range, &stars);
            }
        }
    }

    /// The next byte at or after `offset` that begins a character.
    fn boundary(&self, offset: usize) -> usize {
        let rest = &self.text[offset..];
        let continued = rest.iter().take(3).take_while(|&&byte| byte & 0xC0 == 0x80);
        offset + continued.count()
    }

    /// The credentials in a part of the text: where they are known to stand, and wherever else
    /// one of them is repeated. In order and apart.
    fn secrets_in(&self, part: Range<usize>) -> Vec<Range<usize>> {
        if self.is_open() {
            return Vec::new();
        }
        let Some(values) = &self.values else {
            return vec![part];
        };
        let first = self
            .secrets
            .partition_point(|secret| secret.end <= part.start);
        let known = self.secrets[first..].iter();
        let mut found: Vec<Range<usize>> = known
            .take_while(|secret| secret.start < part.end)
            .cloned()
            .collect();
        // A repetition may begin before the part, or end behind it.
        let from = part.start.saturating_sub(values.longest);
        let to = part.end.saturating_add(values.longest).min(self.text.len());
        let repeated = values.long.find_iter(&self.text[from..to]);
        found.extend(repeated.map(|found| from + found.start()..from + found.end()));
        found.sort_by_key(|range| (range.start, range.end));
        let mut apart: Vec<Range<usize>> = Vec::new();
        for range in found {
            match apart.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => apart.push(range),
            }
        }
        apart
    }

    /// Appends a part of the text, one star for every character of a credential.
    fn push(&self, out: &mut String, secrets: &[Range<usize>], part: Range<usize>) {
        let mut at = part.start;
        for secret in secrets {
            let masked = secret.start.clamp(at, part.end)..secret.end.clamp(at, part.end);
            out.push_str(&String::from_utf8_lossy(&self.text[at..masked.start]));
            let characters = self.text[masked.clone()]
                .iter()
                .filter(|&&byte| byte & 0xC0 != 0x80);
            out.extend(characters.map(|_| '*'));
            at = masked.end;
        }
        out.push_str(&String::from_utf8_lossy(&self.text[at..part.end]));
    }
}

/// A credential as it is written, as it is meant when it is written with escapes (those of JSON, or
/// those of a URL), and as a JSON Pointer has these.
fn spellings(written: &[u8]) -> Vec<String> {
    let written = String::from_utf8_lossy(written);
    let bare = written.strip_prefix('"').unwrap_or(&written);
    let bare = bare.strip_suffix('"').unwrap_or(bare);
    let mut spellings = vec![bare.to_owned()];
    spellings.extend(serde_json::from_str(&format!("\"{bare}\"")).ok());
    if bare.contains(['%', '+']) {
        let meant = Decoded::new(bare.as_bytes(), 0..bare.len());
        spellings.push(String::from_utf8_lossy(meant.bytes()).into_owned());
    }
    let in_pointers: Vec<_> = spellings
        .iter()
        .filter(|spelling| spelling.contains(['~', '/']))
        .map(|spelling| spelling.replace('~', "~0").replace('/', "~1"))
        .collect();
    spellings.extend(in_pointers);
    spellings
}

/// A credential as it is, and as JSON, a URL and JSON in a URL have it.
fn encodings(meant: &str) -> BTreeSet<String> {
    let json = serde_json::to_string(meant).unwrap_or_default();
    let json = json.trim_start_matches('"').trim_end_matches('"');
    let both = [meant, json];
    both.map(str::to_owned)
        .into_iter()
        .chain(both.map(encoded))
        .collect()
}

fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::{Masked, REACH};
    use crate::lines;
    use carnet_core::{Finding, Place, RuleId, Severity, Span};
    use std::ops::Range;

    fn span(text: &[u8], range: Range<usize>) -> Span {
        Span {
            start: lines::position(text, range.start),
            end: lines::position(text, range.end),
        }
    }

    fn excerpt(text: &[u8], range: Range<usize>, secrets: &[Range<usize>]) -> (String, String) {
        let excerpt = Masked::new(text, secrets).excerpt(span(text, range));
        let underlined = excerpt.text[excerpt.underlined.clone()].to_owned();
        (excerpt.text, underlined)
    }

    #[test]
    fn every_character_of_a_credential_is_a_star() {
        let text = "{\n  \"token\": \"gehéim\", \"a\": 1\r\n}".as_bytes();
        let secret = 14..21;
        assert_eq!(
            excerpt(text, 24..27, std::slice::from_ref(&secret)),
            ("  \"token\": \"******\", \"a\": 1".into(), "\"a\"".into())
        );
        assert_eq!(
            excerpt(text, 13..22, std::slice::from_ref(&secret)),
            (
                "  \"token\": \"******\", \"a\": 1".into(),
                "\"******\"".into()
            )
        );
    }

    #[test]
    fn any_ranges_are_credentials() {
        let text = "token=geheim".as_bytes();
        let backwards = Range { start: 3, end: 1 };
        let masked = Masked::new(text, &[9..99, backwards, 6..10, 20..30]);
        assert_eq!(masked.whole(), "token=********");
        assert_eq!(format!("{masked:?}"), r#"Masked("token=********")"#);
    }

    #[test]
    fn credentials_that_stand_elsewhere_are_masked_where_they_are_repeated() {
        let text = br#"{"a":"gehe\"im","b":"gehe%22im","c":"gehe%5C%22im"}"#;
        let masked = Masked::with_others(text, &[], &["gehe\"im"]);
        let expected = r#"{"a":"********","b":"********","c":"********"}"#;
        assert_eq!(masked.whole(), expected);
    }

    #[test]
    fn long_lines_are_cut_between_characters() {
        let text = "é".repeat(10 * REACH);
        for start in 9_999..10_004 {
            let (line, underlined) = excerpt(text.as_bytes(), start..start + 4, &[]);
            assert!(line.len() < 3 * REACH);
            assert!(!underlined.is_empty());
            assert!(start % 2 == 1 || underlined == "éé");
        }
    }

    #[test]
    fn any_bytes_and_any_span_give_an_excerpt() {
        let text = b"\xff\r\n\xe9\x80\0\n";
        for start in 0..12 {
            for end in 0..12 {
                let secret = start.min(7)..end.min(7).max(start.min(7));
                excerpt(text, start..end, std::slice::from_ref(&secret));
            }
        }
    }

    #[test]
    fn findings_do_not_repeat_a_credential() {
        let text = br#"{"a": "\u0067eheim", "b": "4"}"#;
        let secrets = [6..19, 27..28];
        let mut finding = Finding {
            fix: None,
            field: Some("Lead::people[geheim]".into()),
            rule: RuleId::UnknownKey,
            severity: Severity::Error,
            at: Place::body("/geheim/x"),
            message: "found `geheim` and `4` in line 42".into(),
            help: Some("drop \\u0067eheim".into()),
            span: None,
            source: None,
            discrepancy: None,
        };
        Masked::new(text, &secrets).hide_in(&mut finding);
        assert_eq!(finding.message, "found `******` and `*` in line 42");
        assert_eq!(finding.at.pointer, "/******/x");
        assert_eq!(finding.field.as_deref(), Some("Lead::people[******]"));
        assert_eq!(finding.help.as_deref(), Some("drop ***********"));
    }
}
