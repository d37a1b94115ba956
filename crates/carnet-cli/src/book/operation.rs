//! One page for each operation, from its contract.

use super::{Chapter, Page, markdown};
use crate::explain::{self, Statement};
use carnet_core::{Contract, Level};
use std::collections::BTreeSet;
use std::fmt::Write as _;

pub(super) fn chapter(catalog: &[&'static Contract]) -> Chapter {
    let mut contracts = catalog.to_vec();
    contracts.sort_by_key(|contract| contract.id);
    let pages = contracts
        .iter()
        .map(|it| Page::of("operations", it.id, page(it)));
    Chapter {
        pages: pages.collect(),
        index: Page::index("operations", "Operations", index(&contracts)),
    }
}

fn index(contracts: &[&'static Contract]) -> String {
    let mut text = String::from(
        "# Operations\n\nThe calls that the catalog holds a contract of. `carnet operations` lists \
         them.\n\n| operation | vendor | what it does | call |\n|---|---|---|---|\n",
    );
    for contract in contracts {
        let Contract {
            id, method, url, ..
        } = contract;
        let summary = markdown::cell(contract.summary);
        let call = markdown::code(&format!("{method} {url}"));
        let vendor = contract.vendor.name;
        let _ = writeln!(
            text,
            "| [{id}](operations/{id}.md) | {vendor} | {summary} | {call} |"
        );
    }
    text
}

fn page(contract: &Contract) -> String {
    let id = contract.id;
    let mut text = format!(
        "# {id}\n\n{}. Documented by {}: <{}>\n\n{}",
        markdown::prose(contract.summary.trim_end_matches('.')),
        contract.vendor.name,
        contract.page,
        markdown::block("text", &explain::explain_operation(contract)),
    );
    let (mut rules, mut discrepancies) = (BTreeSet::new(), BTreeSet::new());
    explain::visit(contract, &mut |_, _, said| {
        discrepancies.extend(said.discrepancy().map(|it| it.id));
        if let Statement::Rule(rule, ruling) = said
            && (ruling.levels.strict > Level::Allow || ruling.levels.lenient > Level::Allow)
        {
            rules.insert(rule.as_str());
        }
    });
    for (title, folder, ids) in [
        ("Rules", "rules", rules),
        ("Discrepancies", "discrepancies", discrepancies),
    ] {
        if ids.is_empty() {
            continue;
        }
        let links: Vec<_> = ids
            .iter()
            .map(|id| format!("[{id}](../{folder}/{id}.md)"))
            .collect();
        let _ = write!(text, "\n## {title}\n\n{}\n", links.join(", "));
    }
    text
}
