//! Where the engines may differ: the explicit list, with reasons.
//!
//! First come errors whose very text shows that a schema cannot see them
//! ([`UNSEEN_BY_SCHEMA`]). What is not among them is excused only where the schema itself
//! [lists](carnet_schema::not_expressed) that rule at that place as one that it does not express
//! ([`LISTED_BY_SCHEMA`]).

mod listed;

pub use listed::LISTED_BY_SCHEMA;

use crate::engines::Verdicts;
use carnet_core::decimal::Number;
use carnet_core::{Artifact, Finding, Kind, Place, RuleId, Shape};
use carnet_validate::Context;

/// An error of the validator that the schema need not share.
#[derive(Debug)]
pub struct Exception {
    /// The rules of such errors.
    pub rules: &'static [RuleId],
    /// The rule under which the schema lists it as not expressed, where that is another one.
    pub listed_as: Option<RuleId>,
    /// Why the schema cannot share it.
    pub reason: &'static str,
    applies: fn(&Evidence<'_>) -> bool,
}

/// An error, and the text that it is about.
struct Evidence<'a> {
    finding: &'a Finding,
    artifact: Artifact,
    shape: &'a Shape,
    context: &'a Context,
    text: &'a str,
}

/// What the schema need not refuse although the validator does. Every rule in it is one that the
/// schema itself lists as not expressed.
pub const UNSEEN_BY_SCHEMA: &[Exception] = &[
    Exception {
        rules: &[RuleId::DuplicateKey],
        listed_as: None,
        reason: "the tree that the schema engine gets holds one member of each name",
        applies: |_| true,
    },
    Exception {
        rules: &[RuleId::ShellVariable],
        listed_as: None,
        reason: "to a schema a text with a dollar is a text",
        applies: |_| true,
    },
    Exception {
        rules: &[RuleId::KeySpelling, RuleId::ParameterSpelling],
        listed_as: None,
        reason: "where unknown keys are no error, a schema takes a misspelt one for unknown",
        applies: |_| true,
    },
    Exception {
        rules: &[
            RuleId::Minimum,
            RuleId::Maximum,
            RuleId::IntegerRange,
            RuleId::Type,
        ],
        listed_as: None,
        reason: "a double does not hold the number as it is written",
        applies: |evidence| double_differs(evidence.text),
    },
    Exception {
        rules: &[RuleId::Type, RuleId::Const, RuleId::IntegerRange],
        listed_as: None,
        reason: "a parameter is a text: no pattern tells how large a number in it is",
        applies: |evidence| {
            let at = &evidence.finding.at;
            at.parameter.is_some()
                && at.pointer.is_empty()
                && Number::parse(&evidence.text.replace("%2B", "+")).is_some()
        },
    },
    Exception {
        rules: &[
            RuleId::UrlSyntax,
            RuleId::UrlScheme,
            RuleId::UrlHost,
            RuleId::UrlPath,
            RuleId::Method,
        ],
        listed_as: None,
        reason: "where a call goes is no part of its parameters",
        applies: |_| true,
    },
    Exception {
        rules: &[
            RuleId::ByteOrderMark,
            RuleId::UnencodedCharacter,
            RuleId::PercentEncoding,
            RuleId::DoubleEncoding,
            RuleId::InvalidUtf8,
            RuleId::DuplicateParameter,
            RuleId::MissingEquals,
            RuleId::CutParameter,
            RuleId::UnserialisedObject,
        ],
        listed_as: None,
        reason: "a schema judges parameters after they are decoded, each once",
        applies: |evidence| {
            let artifact = evidence.artifact;
            matches!(artifact, Artifact::RequestUrl | Artifact::RequestForm)
        },
    },
    Exception {
        rules: &[
            RuleId::SameLength,
            RuleId::NullOpposite,
            RuleId::ListedFlag,
            RuleId::Equal,
            RuleId::Order,
        ],
        listed_as: None,
        reason: "no keyword compares two values",
        applies: |_| true,
    },
    Exception {
        rules: &[RuleId::Type, RuleId::Null],
        listed_as: Some(RuleId::Type),
        reason: "no keyword judges the member whose key is the value of another",
        applies: |evidence| is_dynamic(evidence.shape, &evidence.finding.at),
    },
    Exception {
        rules: &[
            RuleId::Type,
            RuleId::Format,
            RuleId::MaxLength,
            RuleId::Minimum,
            RuleId::Maximum,
        ],
        listed_as: Some(RuleId::Type),
        reason: "which data type a field has is known from the context, not from the payload",
        applies: |evidence| {
            !evidence.context.selections.is_empty()
                && is_selected(evidence.shape, &evidence.finding.at)
        },
    },
];

/// Why the schema need not share this error, if there is an exception for it.
pub(crate) fn excuse(finding: &Finding, verdicts: &Verdicts<'_>) -> Option<&'static str> {
    let text = verdicts.text;
    let bytes = finding
        .span
        .and_then(|span| text.get(span.start.offset..span.end.offset));
    let text = bytes
        .and_then(|bytes| str::from_utf8(bytes).ok())
        .unwrap_or_default();
    let evidence = Evidence {
        finding,
        artifact: verdicts.artifact,
        shape: verdicts.part.shape,
        context: verdicts.context,
        text,
    };
    let mut exceptions = UNSEEN_BY_SCHEMA.iter();
    let exception = exceptions.find(|exception| {
        exception.rules.contains(&finding.rule) && (exception.applies)(&evidence)
    });
    exception
        .map(|exception| exception.reason)
        .or_else(|| listed::covers(finding, verdicts).then_some(LISTED_BY_SCHEMA))
}

/// Whether a place lies at, or in, a member whose key is the value of another.
fn is_dynamic(shape: &Shape, at: &Place) -> bool {
    let parameter = at.parameter.as_deref().into_iter();
    let mut kind = shape.kind;
    for key in parameter.chain(at.pointer.split('/').skip(1)) {
        kind = match kind {
            Kind::Array(items) => items.shape.kind,
            Kind::Object(object) => match object.field(key) {
                Some(field) => field.shape.kind,
                None => return object.dynamic.is_some(),
            },
            _ => return false,
        };
    }
    false
}

/// Whether a place lies at, or in, a value whose variant the context selects.
fn is_selected(shape: &Shape, at: &Place) -> bool {
    let parameter = at.parameter.as_deref().into_iter();
    let selected = |kind: &Kind| matches!(kind, Kind::Union(union) if union.select.is_some());
    let mut kind = shape.kind;
    for key in parameter.chain(at.pointer.split('/').skip(1)) {
        let inside = match kind {
            Kind::Array(items) => Some(items.shape.kind),
            Kind::Map(map) => Some(map.value.kind),
            Kind::Object(object) => object.field(key).map(|field| field.shape.kind),
            _ => None,
        };
        match inside {
            Some(inside) if !selected(&kind) => kind = inside,
            _ => break,
        }
    }
    selected(&kind)
}

/// Whether a number is another one once it is held as `serde_json` holds it.
fn double_differs(text: &str) -> bool {
    let Some(exact) = Number::parse(text) else {
        return false;
    };
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

/// Whether the validator leaves a value unchecked that a schema judges, and that a type has to hold.
pub(crate) fn is_unchecked(findings: &[Finding]) -> bool {
    // What data type a field has the context says, and no schema knows the context.
    findings.iter().any(|it| it.rule == RuleId::DisputedType)
}

/// A text that `serde_json` need not decode although the validator passes it.
#[derive(Debug)]
pub struct Refusal {
    /// Why it refuses it.
    pub reason: &'static str,
    /// Of the findings about the text, and the text.
    applies: fn(&[Finding], &str) -> bool,
}

impl Refusal {
    pub(crate) fn applies(&self, findings: &[Finding], text: &str) -> bool {
        (self.applies)(findings, text)
    }
}

/// What `serde_json` refuses although the validator passes it.
pub const REFUSED_BY_SERDE_JSON: &[Refusal] = &[
    Refusal {
        reason: "serde's integers take digits only",
        applies: |findings, _| findings.iter().any(|it| it.rule == RuleId::IntegerSpelling),
    },
    Refusal {
        reason: "serde_json holds -0 as a double, and serde's integers refuse doubles",
        applies: |_, text| {
            text.match_indices("-0").any(|(at, _)| {
                !text[at + 2..].starts_with(|c: char| c.is_ascii_digit() || c == '.')
            })
        },
    },
];
