//! The reference part of the book, as Markdown: one page for each rule, discrepancy, operation and
//! command, made from what the rules, the registers, the contracts and the command line say of
//! themselves.
//!
//! Deliberately absent: files, and the chapters that somebody writes.

mod command;
mod discrepancy;
mod markdown;
mod operation;
mod rule;

use carnet_core::Contract;
use std::fmt::Write as _;

/// The folder of the pages, below the folder of the book's sources.
pub const FOLDER: &str = "reference";

/// A page of the reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What the list of contents calls it.
    pub title: String,
    /// Its file below the folder of the book's sources, with `/`.
    pub path: String,
    /// Its Markdown.
    pub text: String,
}

impl Page {
    /// A page that is called by the id of what it is about.
    fn of(kind: &str, id: &str, text: String) -> Self {
        Self {
            title: id.to_owned(),
            path: format!("{FOLDER}/{kind}/{id}.md"),
            text,
        }
    }

    fn index(kind: &str, title: &str, text: String) -> Self {
        Self {
            title: title.to_owned(),
            path: format!("{FOLDER}/{kind}.md"),
            text,
        }
    }
}

/// Pages about one kind of thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// The page that lists the others.
    pub index: Page,
    /// One page for each.
    pub pages: Vec<Page>,
}

/// The reference of a catalog.
///
/// # Example
/// ```
/// let chapters = carnet_cli::book::reference(&[]);
/// let rules = chapters.iter().find(|it| it.index.title == "Rules").expect("it is always there");
/// assert_eq!(rules.index.path, "reference/rules.md");
/// let page = rules.pages.iter().find(|it| it.title == "max-length").expect("a rule");
/// assert!(page.text.starts_with("# max-length\n"));
/// ```
#[must_use]
pub fn reference(catalog: &[&'static Contract]) -> Vec<Chapter> {
    vec![
        command::chapter(),
        rule::chapter(catalog),
        discrepancy::chapter(catalog),
        operation::chapter(catalog),
    ]
}

/// The entries of the pages for the book's list of contents.
///
/// # Example
/// ```
/// use carnet_cli::book;
///
/// let summary = book::summary(&book::reference(&[]));
/// assert!(summary.starts_with("- [Commands](reference/commands.md)\n"));
/// assert!(summary.contains("\n  - [max-length](reference/rules/max-length.md)\n"));
/// ```
#[must_use]
pub fn summary(chapters: &[Chapter]) -> String {
    let mut text = String::new();
    for Chapter { index, pages } in chapters {
        let blanks = std::iter::once("").chain(std::iter::repeat("  "));
        for (page, blanks) in std::iter::once(index).chain(pages).zip(blanks) {
            // Writing to a `String` cannot fail.
            let _ = writeln!(text, "{blanks}- [{}]({})", page.title, page.path);
        }
    }
    text
}
