//! `carnet explain`: what the contracts and the rules know, as text.

pub(crate) mod discrepancy;
mod member;
mod operation;
pub(crate) mod rule;
mod ruling;

pub(crate) use ruling::{Statement, visit};

use crate::args::ExplainArgs;
use crate::catalog;
use crate::complaint::{Complaint, Outcome};
use crate::render::paint::Paint;
use crate::{Exit, Streams};
use carnet_core::{Contract, Discrepancy, RuleId};
use std::io::{self, Write};

/// What `carnet explain` says of a rule, a discrepancy or an operation, without colour; `None` if
/// `subject` is the id of none.
///
/// # Example
/// ```
/// let page = carnet_cli::explain(&[], "max-length").expect("every rule has a page");
/// assert!(page.starts_with("max-length: "));
/// assert_eq!(carnet_cli::explain(&[], "max-lenght"), None);
/// ```
#[must_use]
pub fn explain(catalog: &[&'static Contract], subject: &str) -> Option<String> {
    let subject = Subject::find(catalog, subject)?;
    Some(text(|page| subject.print(catalog, page)))
}

/// What `carnet explain` says of an operation, without colour: the call, every member with its
/// constraints, the rules between members, the replies, the discrepancies.
///
/// # Example
/// ```
/// # const ACME: carnet_core::Vendor =
/// #     carnet_core::Vendor { id: "acme", name: "Acme", discrepancies: &[] };
/// # const PING: carnet_core::Contract = carnet_core::Contract {
/// #     id: "acme.ping.send",
/// #     vendor: &ACME,
/// #     summary: "Sends a number",
/// #     page: "https://acme.example/docs/ping",
/// #     method: "POST",
/// #     url: "https://acme.example/ping",
/// #     auth: carnet_core::auth::Auth::None,
/// #     carrier: carnet_core::contract::Carrier::JsonBody,
/// #     request: carnet_core::contract::Body {
/// #         media_type: "application/json",
/// #         shape: carnet_core::Shape::of(carnet_core::Kind::Integer),
/// #         text: &[],
/// #     },
/// #     replies: &[],
/// # };
/// let page = carnet_cli::explain_operation(&PING);
/// assert!(page.starts_with("acme.ping.send: Sends a number\n"));
/// assert!(page.contains("  call        POST https://acme.example/ping\n"));
/// ```
#[must_use]
pub fn explain_operation(contract: &Contract) -> String {
    text(|page| operation::explain(contract, page))
}

/// A page as text.
fn text(print: impl FnOnce(&mut Page<'_>) -> io::Result<()>) -> String {
    let mut text = Vec::new();
    let printed = print(&mut Page {
        out: &mut text,
        paint: Paint::when(false),
    });
    debug_assert!(printed.is_ok(), "memory takes everything");
    String::from_utf8_lossy(&text).into_owned()
}

/// Runs `carnet explain`.
pub(crate) fn run(
    catalog: &[&'static Contract],
    args: &ExplainArgs,
    streams: &mut Streams<'_>,
) -> Outcome {
    let subject = args.subject.trim();
    if let Some(found) = Subject::find(catalog, subject) {
        let mut page = Page {
            paint: Paint::when(streams.style.colour_output),
            out: streams.output,
        };
        found.print(catalog, &mut page)?;
        return Ok(Exit::Clean);
    }
    let register = catalog::register(catalog);
    let rules = RuleId::ALL.iter().map(|rule| rule.as_str());
    let ids = register.iter().map(|discrepancy| discrepancy.id);
    let operations = catalog.iter().map(|contract| contract.id);
    let complaint = Complaint::usage(format!(
        "`{subject}` is no rule, no discrepancy and no operation"
    ))
    .with_help("rules are named in findings, as in error[max-length]; `carnet operations` lists operations")
    .did_you_mean(subject, rules.chain(operations).chain(ids));
    Err(complaint.into())
}

/// What a page is about.
enum Subject {
    Rule(RuleId),
    Discrepancy(&'static Discrepancy),
    Operation(&'static Contract),
}

impl Subject {
    /// What has this id. Case does not matter in the ids of rules and discrepancies.
    fn find(catalog: &[&'static Contract], id: &str) -> Option<Self> {
        let mut rules = RuleId::ALL.iter().copied();
        let mut register = catalog::register(catalog).into_iter();
        let mut contracts = catalog.iter().copied();
        rules
            .find(|rule| rule.as_str().eq_ignore_ascii_case(id))
            .map(Self::Rule)
            .or_else(|| {
                let known = register.find(|known| known.id.eq_ignore_ascii_case(id));
                known.map(Self::Discrepancy)
            })
            .or_else(|| contracts.find(|it| it.id == id).map(Self::Operation))
    }

    fn print(&self, catalog: &[&'static Contract], page: &mut Page<'_>) -> io::Result<()> {
        match self {
            Self::Rule(rule) => rule::explain(catalog, *rule, page),
            Self::Discrepancy(known) => discrepancy::explain(catalog, known, page),
            Self::Operation(contract) => operation::explain(contract, page),
        }
    }
}

/// Text with headings and labelled lines.
struct Page<'a> {
    out: &'a mut dyn Write,
    paint: Paint,
}

impl Page<'_> {
    fn title(&mut self, id: &str, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}: {text}", self.paint.bold(id))
    }

    fn heading(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "\n{}", self.paint.bold(text))
    }

    /// A label and what it names, on one line.
    fn item(&mut self, label: &str, text: &str) -> io::Result<()> {
        let blanks = " ".repeat(11_usize.saturating_sub(label.len()));
        writeln!(self.out, "  {}{blanks} {text}", self.paint.label(label))
    }

    fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "  {text}")
    }
}
