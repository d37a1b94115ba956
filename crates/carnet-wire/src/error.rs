//! Why no request was made.

use crate::BadBaseUrl;
use carnet_core::{Finding, Severity};
use std::fmt;

/// Why no request was made.
#[derive(Debug)]
pub struct EncodeError(Cause);

#[derive(Debug)]
enum Cause {
    Refused {
        operation: &'static str,
        findings: Vec<Finding>,
    },
    BaseUrl(BadBaseUrl),
    Http(http::Error),
}

impl EncodeError {
    pub(crate) fn refused(operation: &'static str, findings: Vec<Finding>) -> Self {
        Self(Cause::Refused {
            operation,
            findings,
        })
    }

    /// Everything that was found, warnings included; empty when the payload was not the reason.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        match &self.0 {
            Cause::Refused { findings, .. } => findings,
            Cause::BaseUrl(_) | Cause::Http(_) => &[],
        }
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Cause::Refused {
                operation,
                findings,
            } => {
                write!(f, "{operation} does not take this payload")?;
                for finding in findings.iter().filter(|f| f.severity == Severity::Error) {
                    write!(f, "\n  {}[{}] ", finding.severity, finding.rule)?;
                    if !finding.at.pointer.is_empty() {
                        write!(f, "{}: ", finding.at)?;
                    }
                    f.write_str(&finding.message)?;
                }
                Ok(())
            }
            Cause::BaseUrl(error) => error.fmt(f),
            Cause::Http(_) => f.write_str("the credentials hold characters that no header can"),
        }
    }
}

impl std::error::Error for EncodeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0 {
            Cause::Http(error) => Some(error),
            Cause::BaseUrl(_) | Cause::Refused { .. } => None,
        }
    }
}

impl From<BadBaseUrl> for EncodeError {
    fn from(error: BadBaseUrl) -> Self {
        Self(Cause::BaseUrl(error))
    }
}

impl From<http::Error> for EncodeError {
    fn from(error: http::Error) -> Self {
        Self(Cause::Http(error))
    }
}
