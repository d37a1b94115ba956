//! What is wrong with a text, and how to say so.

use carnet_core::RuleId;
use std::ops::Range;

/// How much of a text a message quotes, in characters.
const QUOTED: usize = 40;

/// Something that is wrong with a text.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The bytes that it is about.
    pub span: Range<usize>,
    pub(crate) cause: Cause,
}

/// The cause of a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    // The encoding.
    InvalidUtf8,
    ByteOrderMark,
    Nul,
    // The whole.
    Empty,
    NoValue,
    Truncated { in_string: bool, closers: String },
    TrailingData,
    TrailingSemicolon,
    TooMany,
    Depth,
    // Between values.
    TrailingComma,
    ExtraComma,
    MissingComma,
    MissingColon,
    MissingKey,
    MissingValue,
    KeyWithoutValue,
    Mismatch { expected: u8, found: u8 },
    Comment,
    OddBlank(char),
    Unexpected,
    // Words.
    BareWord,
    BareKey,
    Alternatives,
    SingleQuotes,
    // Strings.
    UnclosedString,
    ControlCharacter(u8),
    BadEscape,
    LoneSurrogate { reversed: bool },
    // Numbers.
    NotANumber,
    LeadingZero,
    PlusSign,
    NoDigitBeforePoint,
    NoDigitAfterPoint,
    Hexadecimal,
    MalformedNumber,
    NumberRange,
}

impl Cause {
    /// Whether it is about text that stands where a value or key should, without quotes.
    pub(crate) const fn is_bare(&self) -> bool {
        matches!(self, Self::BareWord | Self::Alternatives)
    }
}

impl Problem {
    pub(crate) const fn new(cause: Cause, span: Range<usize>) -> Self {
        Self { span, cause }
    }

    /// Whether nothing else is to be said of a text without a value.
    pub(crate) fn ends_reading(&self) -> bool {
        self.cause != Cause::ByteOrderMark
    }

    /// Whether it is about the text rather than about the value where it stands.
    pub(crate) fn is_about_the_whole(&self) -> bool {
        matches!(
            self.cause,
            Cause::Truncated { .. } | Cause::TrailingData | Cause::TooMany
        )
    }

    /// The rule that was broken.
    #[must_use]
    pub const fn rule(&self) -> RuleId {
        match self.cause {
            Cause::InvalidUtf8 => RuleId::InvalidUtf8,
            Cause::ByteOrderMark => RuleId::ByteOrderMark,
            Cause::TrailingComma => RuleId::TrailingComma,
            Cause::TrailingSemicolon => RuleId::TrailingSemicolon,
            Cause::BareWord | Cause::BareKey | Cause::Alternatives => RuleId::BareWord,
            Cause::LoneSurrogate { .. } => RuleId::LoneSurrogate,
            Cause::Depth => RuleId::Depth,
            Cause::NumberRange => RuleId::NumberRange,
            _ => RuleId::Syntax,
        }
    }

    /// What is wrong, in one sentence; `text` is the text that was read.
    #[must_use]
    pub fn message(&self, text: &[u8]) -> String {
        let quoted = format!("`{}`", quote(text, &self.span));
        self.describe(&quoted)
    }

    /// The same without quoting anything of the text.
    #[must_use]
    pub fn message_without_text(&self) -> String {
        self.describe("this")
    }

    fn describe(&self, this: &str) -> String {
        match &self.cause {
            Cause::InvalidUtf8 => "the text is not UTF-8".to_owned(),
            Cause::ByteOrderMark => "a byte order mark stands before the JSON".to_owned(),
            Cause::Nul => "the text holds NUL characters".to_owned(),
            Cause::Empty => "the text is empty".to_owned(),
            Cause::NoValue => format!("{this} stands where a value should begin"),
            Cause::Truncated { in_string, closers } => truncated(*in_string, closers),
            Cause::TrailingData => format!("{this} stands after the end of the JSON value"),
            Cause::TooMany => format!(
                "the text has more than {} syntax errors, and reading stops here",
                super::MOST_PROBLEMS
            ),
            Cause::Depth => format!("values nest deeper than {} levels", super::DEPTH),
            Cause::TrailingComma => "a comma stands before a closing bracket".to_owned(),
            Cause::TrailingSemicolon => "a semicolon stands after the value".to_owned(),
            Cause::ExtraComma => "a comma stands where a value should".to_owned(),
            Cause::MissingComma => format!("a comma is missing before {this}"),
            Cause::MissingColon => format!("a colon is missing before {this}"),
            Cause::MissingKey => "a member of an object has no key".to_owned(),
            Cause::MissingValue => "no value stands after the colon".to_owned(),
            Cause::KeyWithoutValue => format!("the key {this} has no value"),
            Cause::Mismatch { expected, found } => format!(
                "`{}` stands where `{}` is expected",
                char::from(*found),
                char::from(*expected)
            ),
            Cause::Comment => "JSON has no comments".to_owned(),
            Cause::OddBlank(c) => format!("U+{:04X} is not white space in JSON", u32::from(*c)),
            Cause::Unexpected => format!("{this} is not a single JSON value"),
            Cause::BareWord => format!("{this} is not a JSON value"),
            Cause::BareKey => format!("the key {this} stands without double quotes"),
            Cause::Alternatives => format!("{this} lists alternatives where one value belongs"),
            Cause::SingleQuotes => format!("{this} stands in single quotes"),
            Cause::UnclosedString => "the string is not closed".to_owned(),
            Cause::ControlCharacter(byte) => {
                format!("the control character U+{byte:04X} stands in a string unescaped")
            }
            Cause::BadEscape => "the backslash begins no escape that JSON knows".to_owned(),
            Cause::LoneSurrogate { reversed: true } => {
                "the two surrogates stand in the wrong order".to_owned()
            }
            Cause::LoneSurrogate { reversed: false } => {
                "a surrogate stands without its other half".to_owned()
            }
            Cause::NotANumber => format!("JSON has no NaN and no Infinity, but here is {this}"),
            Cause::LeadingZero => format!("the number {this} begins with a superfluous zero"),
            Cause::PlusSign => format!("the number {this} begins with a plus sign"),
            Cause::NoDigitBeforePoint => format!("the number {this} has no digit before its point"),
            Cause::NoDigitAfterPoint => format!("the number {this} has no digit after its point"),
            Cause::Hexadecimal => format!("the number {this} is hexadecimal"),
            Cause::MalformedNumber => format!("{this} is not a JSON number"),
            Cause::NumberRange => format!("the number {this} is beyond what a double holds"),
        }
    }

    /// What to type; `text` is the text that was read.
    #[must_use]
    pub fn help(&self, text: &[u8]) -> String {
        let here = quote(text, &self.span);
        match &self.cause {
            Cause::InvalidUtf8 if is_utf16(text) => "the text is UTF-16: save it as UTF-8".into(),
            Cause::Nul => "if the text is UTF-16, save it as UTF-8".into(),
            Cause::InvalidUtf8 => "save the text as UTF-8".into(),
            Cause::ByteOrderMark => "save the text as UTF-8 without a byte order mark".into(),
            Cause::Empty | Cause::NoValue => "write a JSON value".into(),
            Cause::Truncated { in_string, closers } if closers.len() <= 16 => {
                let quote = if *in_string { "\"" } else { "" };
                format!("if nothing else is missing, add `{quote}{closers}`")
            }
            Cause::Truncated { .. } => "write what is missing, and close every bracket".into(),
            Cause::TooMany => "mend those above first".into(),
            Cause::Depth => format!("nest values at most {} deep", super::DEPTH),
            Cause::TrailingSemicolon => "remove the semicolon".into(),
            Cause::TrailingData => "a text holds one JSON value: remove what follows it".into(),
            Cause::TrailingComma => "remove the comma".into(),
            Cause::ExtraComma => "remove the comma, or write the value that is missing".into(),
            Cause::MissingComma => "write a comma between the two".into(),
            Cause::MissingColon => "write a colon between key and value".into(),
            Cause::MissingKey => "write a key and a colon before the value".into(),
            Cause::MissingValue => "write a value, or remove the key".into(),
            Cause::KeyWithoutValue => "write a colon and a value after the key".into(),
            Cause::Mismatch { expected, .. } => {
                format!("write `{}`", char::from(*expected))
            }
            Cause::Comment => "remove the comment".into(),
            Cause::OddBlank(_) => "write an ordinary space".into(),
            Cause::Unexpected => {
                r#"a quote inside a string is written \", and values are separated by commas"#
                    .into()
            }
            Cause::BareWord => bare_word_help(&here),
            Cause::BareKey => format!("write \"{}\"", here.trim_matches('\'')),
            Cause::Alternatives => "keep the one value that is meant".into(),
            Cause::SingleQuotes => "JSON strings stand in double quotes".into(),
            Cause::UnclosedString => "write the closing \"".into(),
            Cause::ControlCharacter(byte) => format!("write {}", escaped(*byte)),
            Cause::BadEscape => r"a backslash itself is written \\".into(),
            Cause::LoneSurrogate { .. } => {
                "write the character itself, or both halves in order".into()
            }
            Cause::NotANumber => "write null, or leave the member out".into(),
            Cause::LeadingZero => "remove the zero, or write a string".into(),
            Cause::PlusSign => "remove the plus sign".into(),
            Cause::NoDigitBeforePoint => "write a 0 before the point".into(),
            Cause::NoDigitAfterPoint => "write a 0 after the point, or remove the point".into(),
            Cause::Hexadecimal => "write it in decimal digits".into(),
            Cause::MalformedNumber => {
                "write digits, with one point and one exponent at most".into()
            }
            Cause::NumberRange => "write a number of fewer digits, or a string".into(),
        }
    }

    /// The same without quoting anything of the text.
    #[must_use]
    pub fn help_without_text(&self) -> String {
        match self.cause {
            Cause::BareWord | Cause::BareKey => "write it in double quotes".to_owned(),
            _ => self.help(&[]),
        }
    }
}

fn truncated(in_string: bool, closers: &str) -> String {
    let inside = match (in_string, closers.chars().next()) {
        (true, _) => "a string",
        (false, Some(']')) => "an array",
        _ => "an object",
    };
    format!("the text ends inside {inside}")
}

fn bare_word_help(word: &str) -> String {
    let lower = word.to_ascii_lowercase();
    match lower.as_str() {
        "..." | "\u{2026}" => "write out what was left out".to_owned(),
        "none" | "nil" | "undefined" | "null" => "write null".to_owned(),
        "true" | "false" => format!("write {lower}"),
        "integer" | "number" | "decimal" | "float" | "string" | "boolean" | "bool" | "object"
        | "array" | "date" | "value" => format!("`{word}` names a type: write a value"),
        _ if word.starts_with(['\u{201C}', '\u{201D}']) => {
            "write straight double quotes".to_owned()
        }
        _ if word.contains([':', ',', '"', '\u{2026}']) => {
            "write texts in double quotes".to_owned()
        }
        _ => format!("if it is a text, write \"{word}\""),
    }
}

fn escaped(control: u8) -> String {
    match control {
        b'\n' => r"\n".to_owned(),
        b'\r' => r"\r".to_owned(),
        b'\t' => r"\t".to_owned(),
        other => format!(r"\u{other:04x}"),
    }
}

fn is_utf16(text: &[u8]) -> bool {
    text.starts_with(b"\xFF\xFE") || text.starts_with(b"\xFE\xFF")
}

/// A stretch of text for a message: on one line, and short.
pub(crate) fn quote(text: &[u8], span: &Range<usize>) -> String {
    let end = span.end.min(text.len());
    // A character has at most four bytes.
    let bytes = text.get(span.start.min(end)..end.min(span.start + 8 * QUOTED));
    let cut = end > span.start + 8 * QUOTED;
    let lossy = String::from_utf8_lossy(bytes.unwrap_or_default());
    abbreviate(&lossy, cut)
}

/// A text for a message: on one line, and short.
pub(crate) fn abbreviate(text: &str, cut: bool) -> String {
    let mut short = String::new();
    let mut length = 0;
    let mut blank = false;
    for c in text.trim().chars() {
        if c.is_whitespace() || c.is_control() {
            blank = true;
            continue;
        }
        if length >= QUOTED {
            return short + "…";
        }
        if std::mem::take(&mut blank) {
            short.push(' ');
            length += 1;
        }
        short.push(c);
        length += 1;
    }
    if cut { short + "…" } else { short }
}
