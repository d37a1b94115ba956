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
    Credentials {
        operation: &'static str,
        names: Vec<&'static str>,
    },
    NoParameters {
        operation: &'static str,
    },
    TooLong {
        bytes: usize,
    },
    BaseUrl(BadBaseUrl),
    Header(http::Error),
}

impl EncodeError {
    pub(crate) fn refused(operation: &'static str, findings: Vec<Finding>) -> Self {
        Self(Cause::Refused {
            operation,
            findings,
        })
    }

    pub(crate) fn credentials(operation: &'static str, names: &[&'static str]) -> Self {
        Self(Cause::Credentials {
            operation,
            names: names.to_vec(),
        })
    }

    pub(crate) const fn no_parameters(operation: &'static str) -> Self {
        Self(Cause::NoParameters { operation })
    }

    pub(crate) const fn too_long(bytes: usize) -> Self {
        Self(Cause::TooLong { bytes })
    }

    /// Everything that was found, warnings included; empty when the payload was not the reason.
    ///
    /// Spans point into what would have been sent: the URL with its query, or the body.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        match &self.0 {
            Cause::Refused { findings, .. } => findings,
            _ => &[],
        }
    }

    /// What is wrong with the base URL, when that is the reason.
    #[must_use]
    pub const fn bad_base_url(&self) -> Option<&BadBaseUrl> {
        match &self.0 {
            Cause::BaseUrl(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Cause::Refused {
                operation,
                findings,
            } => refused(operation, findings, f),
            Cause::Credentials { operation, names } => match names[..] {
                [] => write!(f, "{operation} takes no credentials"),
                [name] => write!(
                    f,
                    "{operation} takes one credential, `{name}`, and no other"
                ),
                _ => {
                    let names = names.join("` and `");
                    write!(
                        f,
                        "{operation} takes the credentials `{names}`: give each by its name"
                    )
                }
            },
            Cause::NoParameters { operation } => write!(
                f,
                "{operation} takes a JSON body: only parameters may be sent as a form"
            ),
            Cause::TooLong { bytes } => write!(
                f,
                "the URL has {bytes} bytes, and none may have more than 65534: send the parameters as a form"
            ),
            Cause::BaseUrl(error) => error.fmt(f),
            Cause::Header(_) => f.write_str("the credentials hold characters that no header can"),
        }
    }
}

fn refused(operation: &str, findings: &[Finding], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{operation} does not take this payload")?;
    for finding in findings.iter().filter(|f| f.severity == Severity::Error) {
        write!(f, "\n  {finding}")?;
    }
    Ok(())
}

impl std::error::Error for EncodeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0 {
            Cause::Header(error) => Some(error),
            _ => None,
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
        Self(Cause::Header(error))
    }
}
