//! Why a value does not fit a type.

use serde::de::{Expected, Unexpected};
use std::fmt;
use std::ops::Range;

/// Why a text or value could not be decoded, and where.
///
/// Its message never quotes a string of the text: that may be a credential in the wrong place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    message: String,
    span: Option<Range<usize>>,
}

impl DecodeError {
    /// The bytes of the innermost value that does not fit.
    #[must_use]
    pub fn span(&self) -> Option<Range<usize>> {
        self.span.clone()
    }

    /// Notes where it happened, unless something further in has done so.
    pub(super) fn at(self, span: &Range<usize>) -> Self {
        Self {
            span: self.span.or_else(|| Some(span.clone())),
            ..self
        }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for DecodeError {}

impl serde::de::Error for DecodeError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self {
            message: message.to_string(),
            span: None,
        }
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Str(_) | Unexpected::Char(_) => "a string".to_owned(),
            Unexpected::Unit | Unexpected::Option => "null".to_owned(),
            other => other.to_string(),
        };
        Self::custom(format_args!("expected {expected}, found {found}"))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        match found {
            Unexpected::Str(_) | Unexpected::Char(_) => {
                Self::custom(format_args!("expected {expected}, found another text"))
            }
            other => Self::invalid_type(other, expected),
        }
    }

    fn unknown_variant(_found: &str, expected: &'static [&'static str]) -> Self {
        let known = expected.join("`, `");
        Self::custom(format_args!(
            "expected one of `{known}`, found another text"
        ))
    }
}
