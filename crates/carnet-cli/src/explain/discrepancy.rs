//! A discrepancy: both readings, what each profile takes and why, and where it matters.

use super::Page;
use super::ruling::{self, Statement};
use carnet_core::{Contract, Discrepancy};
use std::io;

/// Prints everything known about a discrepancy.
pub(super) fn explain(
    catalog: &[&'static Contract],
    discrepancy: &Discrepancy,
    page: &mut Page<'_>,
) -> io::Result<()> {
    page.title(discrepancy.id, discrepancy.kind)?;
    let [first, second] = discrepancy.readings;
    let levels = discrepancy.levels;
    page.heading("Readings")?;
    page.item("one", first)?;
    page.item("other", second)?;
    page.heading("Choice")?;
    page.item("strict", discrepancy.strict)?;
    page.item("lenient", discrepancy.lenient)?;
    page.item("because", discrepancy.reason)?;
    if let Some(note) = discrepancy.note {
        page.item("unchecked", note)?;
    } else {
        let levels = format!("strict {}, lenient {}", levels.strict, levels.lenient);
        page.item(
            "levels",
            &format!("{levels} for a payload of the other reading"),
        )?;
    }
    if let Some(source) = &discrepancy.source {
        let text = format!("{}, {} ({})", source.section, source.url, source.strength);
        page.item("source", &text)?;
    }
    if !discrepancy.evidence.is_empty() {
        page.heading("Evidence")?;
        for evidence in discrepancy.evidence {
            page.line(evidence)?;
        }
    }
    uses(catalog, discrepancy, page)
}

/// Prints the operations and places that the discrepancy decides about.
fn uses(
    catalog: &[&'static Contract],
    discrepancy: &Discrepancy,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let mut lines = Vec::new();
    for contract in catalog {
        let mut used = Vec::new();
        ruling::visit(contract, &mut |part, place, said| {
            if said
                .discrepancy()
                .is_none_or(|found| found.id != discrepancy.id)
            {
                return;
            }
            let place = if place.is_empty() {
                "the whole text"
            } else {
                place
            };
            let line = match said {
                Statement::Rule(rule, ruling) => {
                    let levels = ruling.levels;
                    let (strict, lenient) = (levels.strict, levels.lenient);
                    format!("{part} {place}: {rule}, strict {strict}, lenient {lenient}")
                }
                Statement::See(_) => format!("{part} {place}: not checked"),
            };
            if !used.contains(&line) {
                used.push(line);
            }
        });
        if !used.is_empty() {
            lines.push(contract.id.to_owned());
            lines.extend(used.into_iter().map(|line| format!("  {line}")));
        }
    }
    page.heading("Where it decides")?;
    if lines.is_empty() {
        let everywhere = discrepancy.id.starts_with("GN-");
        return page.line(if everywhere {
            "the text of every payload"
        } else {
            "no check of an operation in the catalog"
        });
    }
    for line in &lines {
        page.line(line)?;
    }
    Ok(())
}
