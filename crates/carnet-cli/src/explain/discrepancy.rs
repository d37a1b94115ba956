//! A discrepancy: both readings, what each profile takes and why, and where it matters.

use super::Page;
use super::ruling::{self, Statement};
use carnet_core::{Contract, Discrepancy, Levels};
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
    page.heading("Where it decides")?;
    let uses = uses(catalog, discrepancy);
    if uses.is_empty() {
        return page.line(nowhere(discrepancy));
    }
    for used in uses {
        page.line(used.operation)?;
        for (effect, places) in used.effects {
            page.line(&format!("  {effect}: {}", places.join(", ")))?;
        }
    }
    Ok(())
}

/// What a discrepancy decides about an operation.
pub(crate) struct Use {
    /// Its id.
    pub(crate) operation: &'static str,
    /// What it does, and where.
    pub(crate) effects: Vec<(String, Vec<String>)>,
}

/// The operations and places that the discrepancy decides about.
pub(crate) fn uses(catalog: &[&'static Contract], discrepancy: &Discrepancy) -> Vec<Use> {
    let mut all = Vec::new();
    for contract in catalog {
        let mut effects: Vec<(String, Vec<String>)> = Vec::new();
        ruling::visit(contract, &mut |part, place, said| {
            if said
                .discrepancy()
                .is_none_or(|found| found.id != discrepancy.id)
            {
                return;
            }
            let what = format!("{part}, {}", effect(&said));
            let place = if place.is_empty() {
                "the whole text"
            } else {
                place
            };
            match effects.iter_mut().find(|(known, _)| *known == what) {
                Some((_, places)) if places.iter().any(|known| known == place) => {}
                Some((_, places)) => places.push(place.to_owned()),
                None => effects.push((what, vec![place.to_owned()])),
            }
        });
        if !effects.is_empty() {
            all.push(Use {
                operation: contract.id,
                effects,
            });
        }
    }
    all
}

/// What a discrepancy is about that decides in no operation.
pub(crate) fn nowhere(discrepancy: &Discrepancy) -> &'static str {
    if discrepancy.id.starts_with("GN-") {
        "the text of every payload"
    } else {
        "no check of an operation in the catalog"
    }
}

/// What it does to a place.
fn effect(said: &Statement) -> String {
    match said {
        Statement::Rule(rule, ruling) => {
            let Levels { strict, lenient } = ruling.levels;
            format!("{rule}, strict {strict}, lenient {lenient}")
        }
        Statement::See(_) => "not checked".to_owned(),
    }
}
