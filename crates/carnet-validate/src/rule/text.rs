//! The rules of JSON text. The [reader](crate::tree) checks them while it reads.

use super::{FixDoc, RuleDoc};
use carnet_core::RuleId;

pub(super) const INVALID_UTF8: RuleDoc = RuleDoc {
    id: RuleId::InvalidUtf8,
    demands: "The text is UTF-8. The first byte that is not is told; a text with such bytes outside \
              its strings is not read further. The example is saved as Latin-1.",
    why: "JSON between systems is UTF-8 (RFC 8259, section 8.1). Other encodings arrive as garbled \
          names, or not at all.",
    fix: FixDoc::Never(
        "which encoding was meant, and thereby which characters, cannot be told from the \
         bytes",
    ),
    bad: "{\"company\": 1, \"name\": \"Caf\u{E9}\"}",
    good: "{\"company\": 1, \"name\": \"Caf\u{E9}\"}",
};

pub(super) const BYTE_ORDER_MARK: RuleDoc = RuleDoc {
    id: RuleId::ByteOrderMark,
    demands: "The text does not begin with U+FEFF. What follows it is checked all the same.",
    why: "RFC 8259, section 8.1, forbids writing one, and many readers refuse the text.",
    fix: FixDoc::Safe("the mark is removed; it is no part of the value"),
    bad: "\u{FEFF}{\"company\": 1, \"name\": \"Ada\"}",
    good: "{\"company\": 1, \"name\": \"Ada\"}",
};

pub(super) const SYNTAX: RuleDoc = RuleDoc {
    id: RuleId::Syntax,
    demands: "The text is one JSON value by RFC 8259, without comments, NaN, single quotes or \
              anything after it. Each cause is told once; what can still be read is checked.",
    why: "A vendor's server refuses the whole text, usually without saying where it broke.",
    fix: FixDoc::Never("what is broken can be mended in more ways than one"),
    bad: "{\"company\": 1 \"name\": \"Ada\"}",
    good: "{\"company\": 1, \"name\": \"Ada\"}",
};

pub(super) const TRAILING_COMMA: RuleDoc = RuleDoc {
    id: RuleId::TrailingComma,
    demands: "No comma stands before a closing bracket. In a reply the lenient profile steps over \
              it with a warning.",
    why: "JavaScript allows it, JSON does not.",
    fix: FixDoc::Safe("the comma is removed; no reader takes it for a value"),
    bad: "{\"company\": 1, \"name\": \"Ada\",}",
    good: "{\"company\": 1, \"name\": \"Ada\"}",
};

pub(super) const TRAILING_SEMICOLON: RuleDoc = RuleDoc {
    id: RuleId::TrailingSemicolon,
    demands: "No semicolon stands after the value. In a reply the lenient profile steps over it \
              with a warning.",
    why: "Pages that print JavaScript have it; JSON has none.",
    fix: FixDoc::Safe("the semicolon is removed; nothing stands behind it"),
    bad: "{\"company\": 1, \"name\": \"Ada\"};",
    good: "{\"company\": 1, \"name\": \"Ada\"}",
};

pub(super) const LONE_SURROGATE: RuleDoc = RuleDoc {
    id: RuleId::LoneSurrogate,
    demands: r"An escape of a high surrogate (\ud800 to \udbff) is followed by one of a low surrogate.",
    why: "Half a pair is no character. Strict readers refuse the text, others replace it in silence.",
    fix: FixDoc::Never("the lost half of the character cannot be told"),
    bad: r#"{"company": 1, "name": "Ada \ud83d"}"#,
    good: r#"{"company": 1, "name": "Ada \ud83d\ude00"}"#,
};

pub(super) const DEPTH: RuleDoc = RuleDoc {
    id: RuleId::Depth,
    demands: "Arrays and objects nest at most 127 deep. What stands deeper is not read.",
    why: "Common readers stop there, and deeper nesting is an attack rather than data.",
    fix: FixDoc::Never("values that nest too deep have to be written in another way"),
    bad: "[[[[ … 128 deep … ]]]]",
    good: "[[1]]",
};

pub(super) const NUMBER_RANGE: RuleDoc = RuleDoc {
    id: RuleId::NumberRange,
    demands: "A number is within the range of an IEEE 754 double.",
    why: "Readers make infinity of it, or refuse the text.",
    fix: FixDoc::Never("a smaller number is another number"),
    bad: "{\"company\": 1e400, \"name\": \"Ada\"}",
    good: "{\"company\": 1, \"name\": \"Ada\"}",
};
