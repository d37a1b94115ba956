//! What no vendor's page says, and what Carnet does about it.

use crate::{Discrepancy, Level, Levels, Source};

/// RFC 8259, the JSON standard.
pub const RFC_8259: &str = "https://www.rfc-editor.org/rfc/rfc8259";
/// JSON Schema 2020-12, the validation vocabulary.
pub const JSON_SCHEMA_VALIDATION: &str =
    "https://json-schema.org/draft/2020-12/json-schema-validation";

/// Duplicate keys: the last one wins, or duplicate keys are refused.
pub const GN_01: Discrepancy = Discrepancy {
    id: "GN-01",
    kind: "silence",
    readings: [
        "duplicate keys: the last one wins",
        "duplicate keys are refused",
    ],
    strict: "an error",
    lenient: "an error when the values differ, a warning when they are equal",
    levels: Levels::new(Level::Error, Level::Warning),
    reason: "RFC 8259 section 4 leaves it open, and readers differ: serde_json's tree keeps the last, its typed decoding refuses",
    evidence: &[],
    source: Some(Source::outside(RFC_8259, "4")),
    note: None,
};

/// A byte order mark is ignored, or a byte order mark is an error.
pub const GN_02: Discrepancy = Discrepancy {
    id: "GN-02",
    kind: "silence",
    readings: [
        "a byte order mark is ignored",
        "a byte order mark is an error",
    ],
    strict: "an error",
    lenient: "a warning, and it is skipped",
    levels: Levels::new(Level::Error, Level::Warning),
    reason: "RFC 8259 section 8.1 forbids adding one and permits ignoring it; serde_json refuses it",
    evidence: &[],
    source: Some(Source::outside(RFC_8259, "8.1")),
    note: None,
};

/// `1.0` and `1e2` are integers, or only digits are.
pub const GN_03: Discrepancy = Discrepancy {
    id: "GN-03",
    kind: "silence",
    readings: ["`1.0` and `1e2` are integers", "only digits are"],
    strict: "an integer by value; another spelling is a warning",
    lenient: "accepted",
    levels: Levels::new(Level::Warning, Level::Allow),
    reason: "JSON Schema decides by value, while many typed decoders refuse the spelling",
    evidence: &[],
    source: Some(Source::outside(JSON_SCHEMA_VALIDATION, "6.1.1")),
    note: None,
};

/// Null means absent, or null is a type error.
pub const GN_04: Discrepancy = Discrepancy {
    id: "GN-04",
    kind: "silence",
    readings: ["null means absent", "null is a type error"],
    strict: "an error unless null was observed",
    lenient: "an error for required members, a warning for optional ones",
    levels: Levels::new(Level::Error, Level::Warning),
    reason: "no page says whether null is allowed, except by samples that show it",
    evidence: &[],
    source: None,
    note: None,
};

/// Unknown keys are ignored, or unknown keys are refused.
pub const GN_05: Discrepancy = Discrepancy {
    id: "GN-05",
    kind: "silence",
    readings: ["unknown keys are ignored", "unknown keys are refused"],
    strict: "an error where the vendor prints the whole list, a warning where it depends on the account",
    lenient: "a warning where the vendor prints the whole list, info where it depends on the account",
    levels: Levels::new(Level::Error, Level::Warning),
    reason: "two vendors print closed lists, two say that the structure depends on the account",
    evidence: &[],
    source: None,
    note: None,
};

/// Integers have no bound, or integers fit 64 bits.
pub const GN_06: Discrepancy = Discrepancy {
    id: "GN-06",
    kind: "silence",
    readings: ["integers have no bound", "integers fit 64 bits"],
    strict: "an error outside 64 bits",
    lenient: "a warning",
    levels: Levels::new(Level::Error, Level::Warning),
    reason: "many readers turn larger integers into doubles without a word; real ids are small",
    evidence: &[],
    source: Some(Source::outside(RFC_8259, "6")),
    note: None,
};

/// Deep nesting is data, or deep nesting is an attack.
pub const GN_07: Discrepancy = Discrepancy {
    id: "GN-07",
    kind: "silence",
    readings: ["deep nesting is data", "deep nesting is an attack"],
    strict: "an error beyond 127 levels",
    lenient: "an error beyond 127 levels",
    levels: Levels::new(Level::Error, Level::Error),
    reason: "serde_json reads 127 levels and refuses 128; no documented payload has more than five",
    evidence: &[],
    source: Some(Source::outside(RFC_8259, "9")),
    note: None,
};

/// Lone surrogate escapes are texts, or lone surrogate escapes are invalid.
pub const GN_08: Discrepancy = Discrepancy {
    id: "GN-08",
    kind: "silence",
    readings: [
        "lone surrogate escapes are texts",
        "lone surrogate escapes are invalid",
    ],
    strict: "an error",
    lenient: "an error",
    levels: Levels::new(Level::Error, Level::Error),
    reason: "they stand for no Unicode scalar value, and readers refuse them",
    evidence: &[],
    source: Some(Source::outside(RFC_8259, "8.2")),
    note: None,
};

/// Blanks and case in keys are significant, or they are typing errors.
pub const GN_09: Discrepancy = Discrepancy {
    id: "GN-09",
    kind: "silence",
    readings: [
        "blanks and case in keys are significant",
        "they are typing errors",
    ],
    strict: "an error",
    lenient: "a warning",
    levels: Levels::new(Level::Error, Level::Warning),
    reason: "two such keys stand in the vendors' own pages",
    evidence: &[],
    source: None,
    note: None,
};

/// An empty text satisfies "required", or it does not.
pub const GN_10: Discrepancy = Discrepancy {
    id: "GN-10",
    kind: "silence",
    readings: ["an empty text satisfies \"required\"", "it does not"],
    strict: "a warning",
    lenient: "nothing",
    levels: Levels::new(Level::Warning, Level::Allow),
    reason: "only one vendor says, on a later page, that empty counts as missing",
    evidence: &[],
    source: None,
    note: None,
};

/// The whole register, in order.
pub const ALL: &[&Discrepancy] = &[
    &GN_01, &GN_02, &GN_03, &GN_04, &GN_05, &GN_06, &GN_07, &GN_08, &GN_09, &GN_10,
];
