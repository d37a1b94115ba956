//! Tells five vendors of the leads of a company, each in the vendor's own words.
//!
//! [`lead::Lead`] is the one record type; its attributes say what the vendors call its parts.
//! [`ledgerly`] is a vendor of one's own. [`request::all`] makes the requests,
//! [`print`](mod@print) shows them, [`lint`] reads them as the validator does.
//!
//! Deliberately absent: an HTTP client. Any that takes an [`http::Request`](carnet::http::Request)
//! sends what [`request::all`] gives.

pub mod accounts;
pub mod lead;
pub mod ledgerly;
pub mod lint;
pub mod print;
pub mod request;

use accounts::Accounts;
use lead::Lead;
use serde::Deserialize;
use std::io::{self, Write};

/// The file of leads.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leads {
    /// To tell the vendors of.
    pub sync: Vec<Lead>,
    /// Known to be refused, kept to show how.
    pub refused: Vec<Lead>,
}

/// Prints what would be sent of every lead; how many requests came out otherwise than the file says.
///
/// # Errors
/// When the output cannot be written.
pub fn run(leads: &Leads, accounts: &Accounts, out: &mut dyn Write) -> io::Result<usize> {
    let mut unexpected = 0;
    for lead in &leads.sync {
        unexpected += show(lead, accounts, out)?;
    }
    for lead in &leads.refused {
        // One refusal will do: what is wrong for one vendor may be right for another.
        unexpected += usize::from(show(lead, accounts, out)? == 0);
    }
    Ok(unexpected)
}

/// Prints the requests of a lead; how many of them were refused.
fn show(lead: &Lead, accounts: &Accounts, out: &mut dyn Write) -> io::Result<usize> {
    writeln!(out, "\n== lead {}: {}", lead.id, lead.company_name)?;
    let attempts = request::all(lead, accounts);
    for attempt in &attempts {
        print::attempt(attempt, out)?;
    }
    Ok(attempts.iter().filter(|it| it.request.is_err()).count())
}
