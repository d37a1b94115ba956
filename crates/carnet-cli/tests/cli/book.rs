//! The pages of the book that are made from a catalog.

use crate::acme::CATALOG;
use carnet_cli::book::{Page, reference};

#[track_caller]
fn page(path: &str) -> Page {
    let chapters = reference(CATALOG).into_iter();
    let mut pages = chapters.flat_map(|it| std::iter::once(it.index).chain(it.pages));
    pages.find(|page| page.path == path).expect(path)
}

#[track_caller]
fn says(path: &str, said: &[&str]) {
    let page = page(path);
    for said in said {
        assert!(
            page.text.contains(said),
            "`{said}` is not in\n{}",
            page.text
        );
    }
}

#[test]
fn a_rule_has_its_levels_by_operation() {
    says(
        "reference/rules/max-length.md",
        &[
            "# max-length\n",
            "## Why\n",
            "| [acme.customer.create](../operations/acme.customer.create.md) | error | warning | 2 |",
            "[AC-01](../discrepancies/AC-01.md)",
            "[rules]\nmax-length = ",
        ],
    );
    says(
        "reference/rules/depth.md",
        &[
            "holds for the text of every payload:\n\n| | strict | lenient |",
            "| everywhere | error |",
        ],
    );
    says("reference/rules/byte-order-mark.md", &["\\u{feff}{"]);
}

#[test]
fn a_discrepancy_has_its_readings_and_places() {
    says(
        "reference/discrepancies/AC-01.md",
        &[
            "Kind: contradiction, in the pages of Acme.",
            "1. names have 5 characters\n2. names have 50 characters\n",
            "| strict | 5 characters | error |",
            "- <https://example.com/other-page>\n",
            "  - request-body, max-length, strict error, lenient warning: `/name`\n",
        ],
    );
    says(
        "reference/discrepancies/AC-02.md",
        &["No check of a payload depends on it. no payload shows it."],
    );
    says(
        "reference/discrepancies/GN-01.md",
        &["In the text of every payload."],
    );
}

#[test]
fn operations_and_commands_have_a_page_each() {
    says(
        "reference/operations/acme.customer.create.md",
        &[
            "  call        POST https://api.example.com/customers\n",
            "[max-length](../rules/max-length.md)",
        ],
    );
    says(
        "reference/commands/lint.md",
        &["Usage: carnet lint [OPTIONS] <PATH>..."],
    );
    says(
        "reference/commands.md",
        &["[carnet explain](commands/explain.md)"],
    );
}
