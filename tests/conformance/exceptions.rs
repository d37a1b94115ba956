//! Where the engines may differ: the explicit list, with reasons.

use carnet_core::decimal::Number;
use carnet_core::{Finding, RuleId};
use carnet_validate::Context;

/// An error of the validator that the schema need not share.
pub(crate) struct Exception {
    pub(crate) rules: &'static [RuleId],
    pub(crate) reason: &'static str,
    applies: fn(&Evidence<'_>) -> bool,
}

/// An error, and the text that it is about.
struct Evidence<'a> {
    finding: &'a Finding,
    context: &'a Context,
    text: &'a str,
}

/// What the schema need not refuse although the validator does. Every rule in it is one that the
/// schema itself lists as not expressed.
pub(crate) const UNSEEN_BY_SCHEMA: &[Exception] = &[
    Exception {
        rules: &[RuleId::DuplicateKey],
        reason: "the tree that the schema engine gets holds one member of each name",
        applies: |_| true,
    },
    Exception {
        rules: &[RuleId::ShellVariable],
        reason: "to a schema a text with a dollar is a text",
        applies: |_| true,
    },
    Exception {
        rules: &[RuleId::KeySpelling],
        reason: "where unknown keys are no error, a schema takes a misspelt one for unknown",
        applies: |_| true,
    },
    Exception {
        rules: &[RuleId::Minimum, RuleId::Maximum, RuleId::IntegerRange, RuleId::Type],
        reason: "a double does not hold the number as it is written",
        applies: |evidence| double_differs(evidence.text),
    },
    Exception {
        rules: &[
            RuleId::Type,
            RuleId::Format,
            RuleId::MaxLength,
            RuleId::Minimum,
            RuleId::Maximum,
        ],
        reason: "which data type a field has is known from the context, not from the payload",
        applies: |evidence| {
            !evidence.context.selections.is_empty() && evidence.finding.at.pointer.ends_with("/value")
        },
    },
];

/// The first exception that excuses the schema for not sharing this error.
pub(crate) fn excuse(finding: &Finding, context: &Context, text: &[u8]) -> Option<usize> {
    let bytes = finding.span.and_then(|span| text.get(span.start.offset..span.end.offset));
    let text = bytes.and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default();
    let evidence = Evidence { finding, context, text };
    UNSEEN_BY_SCHEMA.iter().position(|exception| {
        exception.rules.contains(&finding.rule) && (exception.applies)(&evidence)
    })
}

/// Whether a number is another one once it is held as `serde_json` holds it.
pub(crate) fn double_differs(text: &str) -> bool {
    let Some(exact) = Number::parse(text) else { return false };
    if text.parse::<i64>().is_ok() || text.parse::<u64>().is_ok() {
        return false;
    }
    match text.parse::<f64>() {
        Ok(double) if double.is_finite() => {
            Number::parse(&double.to_string()).is_none_or(|held| held != exact)
        }
        _ => true,
    }
}

/// Whether any number in a text is such a number.
pub(crate) fn any_double_differs(text: &str) -> bool {
    let no_number = |c: char| !(c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E'));
    text.split(no_number).any(double_differs)
}

/// What `serde_json` refuses although the validator passes it: why, and when.
pub(crate) const REFUSED_BY_SERDE_JSON: &[(&str, fn(&[Finding], &str) -> bool)] = &[
    ("serde's integers take digits only", |findings, _| {
        findings.iter().any(|finding| finding.rule == RuleId::IntegerSpelling)
    }),
    ("serde_json holds -0 as a double, and serde's integers refuse it", |_, text| {
        text.match_indices("-0").any(|(at, _)| {
            !text[at + 2..].starts_with(|c: char| c.is_ascii_digit() || c == '.')
        })
    }),
];
