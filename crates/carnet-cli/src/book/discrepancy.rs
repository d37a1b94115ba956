//! One page for each discrepancy, from the register.

use super::{Chapter, Page, markdown};
use crate::{catalog as known, explain};
use carnet_core::{Contract, Discrepancy};
use std::fmt::Write as _;

pub(super) fn chapter(catalog: &[&'static Contract]) -> Chapter {
    let register = known::register(catalog);
    let pages = register
        .iter()
        .map(|it| Page::of("discrepancies", it.id, page(catalog, it)));
    Chapter {
        pages: pages.collect(),
        index: Page::index("discrepancies", "Discrepancies", index(catalog, &register)),
    }
}

/// Whose pages it is about; `None` where no vendor's.
fn owner(catalog: &[&'static Contract], id: &str) -> Option<&'static str> {
    let mut vendors = catalog.iter().map(|contract| contract.vendor);
    let owner = vendors.find(|vendor| vendor.discrepancies.iter().any(|it| it.id == id));
    owner.map(|vendor| vendor.name)
}

fn index(catalog: &[&'static Contract], register: &[&'static Discrepancy]) -> String {
    let mut text = String::from(
        "# Discrepancies\n\nWhere a vendor's pages contradict themselves, or are silent about \
         something that decides whether a payload is right, both readings are recorded, with what \
         each profile takes. The levels are those of a payload that follows the reading not \
         taken.\n",
    );
    let mut last = "";
    for discrepancy in register {
        let Discrepancy {
            id, kind, levels, ..
        } = discrepancy;
        let owner = owner(catalog, id).unwrap_or("JSON, URLs and forms");
        if owner != last {
            let _ = write!(
                text,
                "\n## {owner}\n\n| id | kind | strict | lenient | strict takes |\n|---|---|---|---|---|\n"
            );
            last = owner;
        }
        let (strict, lenient) = match discrepancy.note {
            None => (levels.strict.as_str(), levels.lenient.as_str()),
            Some(_) => ("–", "–"),
        };
        let takes = markdown::cell(discrepancy.strict);
        let _ = writeln!(
            text,
            "| [{id}](discrepancies/{id}.md) | {kind} | {strict} | {lenient} | {takes} |"
        );
    }
    text
}

fn page(catalog: &[&'static Contract], discrepancy: &Discrepancy) -> String {
    let Discrepancy {
        id,
        kind,
        readings: [first, second],
        ..
    } = discrepancy;
    let place = match owner(catalog, id) {
        Some(vendor) => format!("in the pages of {vendor}"),
        None => "that no vendor's page resolves".to_owned(),
    };
    let mut text = format!(
        "# {id}\n\nKind: {kind}, {place}.\n\n## Readings\n\n1. {}\n2. {}\n\n",
        markdown::prose(first),
        markdown::prose(second),
    );
    text += &choice(discrepancy);
    if let Some(source) = &discrepancy.source {
        let section = markdown::prose(source.section);
        let _ = writeln!(
            text,
            "\nSource: section {section} of <{}> ({}).",
            source.url, source.strength
        );
    }
    if !discrepancy.evidence.is_empty() {
        text.push_str("\n## Evidence\n\n");
        for evidence in discrepancy.evidence {
            let _ = writeln!(text, "- {}", markdown::linked(evidence));
        }
    }
    text + &uses(catalog, discrepancy)
}

/// What each profile takes, why, and how to choose otherwise.
fn choice(discrepancy: &Discrepancy) -> String {
    let Discrepancy { id, levels, .. } = discrepancy;
    let (strict, lenient) = (
        markdown::cell(discrepancy.strict),
        markdown::cell(discrepancy.lenient),
    );
    let reason = markdown::linked(discrepancy.reason.trim_end_matches('.'));
    match discrepancy.note {
        Some(note) => format!(
            "## Choice\n\n| profile | takes |\n|---|---|\n| strict | {strict} |\n| lenient | \
             {lenient} |\n\nThe reason: {reason}.\n\nNo check of a payload depends on it. {}.\n",
            markdown::linked(note.trim_end_matches('.'))
        ),
        None => format!(
            "## Choice\n\n| profile | takes | a payload of the other reading |\n|---|---|---|\n| \
             strict | {strict} | {} |\n| lenient | {lenient} | {} |\n\nThe reason: {reason}.\n\nTo \
             choose otherwise, in `carnet.toml`:\n\n{}",
            levels.strict,
            levels.lenient,
            markdown::block("toml", &format!("[discrepancies]\n{id} = \"allow\"")),
        ),
    }
}

fn uses(catalog: &[&'static Contract], discrepancy: &Discrepancy) -> String {
    let mut text = String::from("\n## Where it decides\n\n");
    let uses = explain::discrepancy::uses(catalog, discrepancy);
    if uses.is_empty() {
        let nowhere = explain::discrepancy::nowhere(discrepancy);
        let _ = writeln!(text, "In {nowhere}.");
    }
    for used in uses {
        let id = used.operation;
        let _ = writeln!(text, "- [{id}](../operations/{id}.md)");
        for (effect, places) in used.effects {
            let places: Vec<_> = places.iter().map(|it| markdown::code(it)).collect();
            let effect = markdown::prose(&effect);
            let _ = writeln!(text, "  - {effect}: {}", places.join(", "));
        }
    }
    text
}
