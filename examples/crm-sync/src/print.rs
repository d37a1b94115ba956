//! What the sync would send, for people, without a credential in it.

use crate::lint;
use crate::request::Attempt;
use carnet::{EncodeError, Finding, Profile, Redacted};
use std::io::{self, Write};

/// Prints a request and what either profile finds in it, or why there is none.
///
/// # Errors
/// When the output cannot be written.
pub fn attempt(attempt: &Attempt, out: &mut dyn Write) -> io::Result<()> {
    let contract = attempt.contract;
    let request = match &attempt.request {
        Ok(request) => request,
        Err(error) => return refusal(contract.id, error, out),
    };
    writeln!(out, "\n-- {}", contract.id)?;
    write!(out, "{}", Redacted::new(contract, request))?;
    for profile in Profile::ALL {
        let report = lint::body(contract, request, profile);
        if report.is_clean() {
            writeln!(out, "lint ({profile}): clean")?;
            continue;
        }
        writeln!(out, "lint ({profile}):")?;
        for found in &report.findings {
            finding(found, out)?;
        }
    }
    Ok(())
}

/// Prints every finding of a refusal, warnings included.
fn refusal(operation: &str, error: &EncodeError, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n-- {operation}: refused")?;
    if error.findings().is_empty() {
        // Not the record's fault: a credential that no header can hold, a URL that is none.
        return writeln!(out, "  {error}");
    }
    for found in error.findings() {
        finding(found, out)?;
    }
    Ok(())
}

/// Prints a finding: place, field and what is wrong, then what to do and who says so.
fn finding(finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "  {finding}")?;
    if let Some(help) = &finding.help {
        writeln!(out, "    help: {help}")?;
    }
    if let Some(discrepancy) = finding.discrepancy {
        writeln!(
            out,
            "    discrepancy: {}, {}",
            discrepancy.id, discrepancy.reason
        )?;
    }
    if let Some(source) = &finding.source {
        writeln!(out, "    source: {}", source.url)?;
    }
    Ok(())
}
