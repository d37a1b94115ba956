//! `carnet explain`: what the contracts and the rules know, as text.

mod discrepancy;
mod member;
mod operation;
mod rule;
mod ruling;

use crate::args::ExplainArgs;
use crate::catalog;
use crate::complaint::{Complaint, Outcome};
use crate::render::paint::Paint;
use crate::{Exit, Streams};
use carnet_core::{Contract, RuleId};
use std::io::{self, Write};

/// Runs `carnet explain`.
pub(crate) fn run(
    catalog: &[&'static Contract],
    args: &ExplainArgs,
    streams: &mut Streams<'_>,
) -> Outcome {
    let subject = args.subject.trim();
    let paint = Paint::when(streams.style.colour_output);
    let mut page = Page {
        out: streams.output,
        paint,
    };
    let mut rules = RuleId::ALL.iter().copied();
    if let Some(rule) = rules.find(|rule| rule.as_str().eq_ignore_ascii_case(subject)) {
        rule::explain(catalog, rule, &mut page)?;
        return Ok(Exit::Clean);
    }
    let register = catalog::register(catalog);
    let mut known = register.iter().copied();
    if let Some(found) = known.find(|known| known.id.eq_ignore_ascii_case(subject)) {
        discrepancy::explain(catalog, found, &mut page)?;
        return Ok(Exit::Clean);
    }
    if let Some(contract) = catalog.iter().find(|contract| contract.id == subject) {
        operation::explain(contract, &mut page)?;
        return Ok(Exit::Clean);
    }
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
