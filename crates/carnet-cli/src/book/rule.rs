//! One page for each rule, from the documentation beside its code.

use super::{Chapter, Page, markdown};
use crate::explain;
use crate::render::paint::visible;
use carnet_core::{Contract, Levels, RuleId, Ruling};
use std::collections::BTreeSet;
use std::fmt::Write as _;

pub(super) fn chapter(catalog: &[&'static Contract]) -> Chapter {
    let rules = RuleId::ALL.iter().copied();
    let pages = rules.map(|rule| Page::of("rules", rule.as_str(), page(catalog, rule)));
    Chapter {
        index: Page::index("rules", "Rules", index()),
        pages: pages.collect(),
    }
}

fn index() -> String {
    let mut text = String::from(
        "# Rules\n\nA finding names its rule between brackets, as in `error[max-length]`. \
         `carnet explain RULE` prints what is on these pages.\n\n| rule | what it demands |\n|---|---|\n",
    );
    for rule in RuleId::ALL {
        let summary = markdown::cell(rule.summary());
        let _ = writeln!(text, "| [{rule}](rules/{rule}.md) | {summary} |");
    }
    text
}

fn page(catalog: &[&'static Contract], rule: RuleId) -> String {
    let doc = carnet_validate::rule::doc(rule);
    let mut text = format!(
        "# {rule}\n\n{}\n\n## What it demands\n\n{}\n\n## Why\n\n{}\n\n",
        markdown::prose(rule.summary()),
        markdown::prose(doc.demands),
        markdown::prose(doc.why),
    );
    let _ = write!(
        text,
        "## Example\n\nThis breaks it:\n\n{}\nThis is the same, put right:\n\n{}\n",
        example(doc.bad),
        example(doc.good)
    );
    text += levels(catalog, rule).trim_end();
    let _ = write!(
        text,
        "\n\n## Choose otherwise\n\nFor one run, with `--deny {rule}`, `--warn {rule}` or `--allow \
         {rule}`; for a folder, in its `carnet.toml`:\n\n{}",
        markdown::block("toml", &format!("[rules]\n{rule} = \"warning\"")),
    );
    text
}

fn example(text: &str) -> String {
    let language = if text.starts_with(['{', '[', '"']) {
        "json"
    } else {
        "text"
    };
    // A byte order mark would be there, and nobody would see it.
    let shown = visible(text).replace('\u{feff}', "\\u{feff}");
    markdown::block(language, &shown)
}

/// How grave it is: where no contract rules upon it, and by operation.
fn levels(catalog: &[&'static Contract], rule: RuleId) -> String {
    let mut text = String::from("## Levels\n\n");
    let stated = explain::rule::stated(catalog, rule);
    match explain::rule::everywhere(rule) {
        Some(everywhere) => usual(rule, everywhere, &mut text),
        None if stated.is_empty() => text.push_str("No operation of the catalog states it.\n"),
        None => {}
    }
    if !stated.is_empty() {
        by_operation(&stated, &mut text);
    }
    text
}

fn by_operation(stated: &[(&Contract, Vec<Ruling>)], text: &mut String) {
    text.push_str("| operation | strict | lenient | places |\n|---|---|---|---|\n");
    let mut discrepancies = BTreeSet::new();
    for (contract, rulings) in stated {
        let mut counted: Vec<(Levels, usize)> = Vec::new();
        for ruling in rulings {
            discrepancies.extend(ruling.discrepancy.map(|it| it.id));
            match counted.iter_mut().find(|(it, _)| *it == ruling.levels) {
                Some((_, count)) => *count += 1,
                None => counted.push((ruling.levels, 1)),
            }
        }
        for (Levels { strict, lenient }, count) in counted {
            let id = contract.id;
            let operation = format!("[{id}](../operations/{id}.md)");
            let _ = writeln!(text, "| {operation} | {strict} | {lenient} | {count} |");
        }
    }
    if !discrepancies.is_empty() {
        let links = discrepancies
            .iter()
            .map(|id| format!("[{id}](../discrepancies/{id}.md)"));
        let links: Vec<_> = links.collect();
        let _ = writeln!(
            text,
            "\nDiscrepancies decided some of them: {}.",
            links.join(", ")
        );
    }
}

/// Levels that no contract has to state.
fn usual(rule: RuleId, everywhere: &str, text: &mut String) {
    let _ = writeln!(text, "Where no contract rules upon it, {everywhere}:\n");
    let request = carnet_validate::rule::usual_levels(rule, false);
    let reply = carnet_validate::rule::usual_levels(rule, true);
    text.push_str("| | strict | lenient |\n|---|---|---|\n");
    let rows: &[(&str, Levels)] = if request == reply {
        &[("everywhere", request)]
    } else {
        &[("requests", request), ("replies", reply)]
    };
    for (name, Levels { strict, lenient }) in rows {
        let _ = writeln!(text, "| {name} | {strict} | {lenient} |");
    }
    text.push('\n');
}
