//! `curly-quotes`: what a word processor makes of quotes.

use super::RuleDoc;
use crate::judge::{Complaint, standard};
use crate::tree::Document;
use carnet_core::{RuleId, Source};
use std::ops::Range;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::CurlyQuotes,
    demands: "JSON in a parameter is quoted with straight quotes. Told once per parameter, which is \
              not checked further. Inside a text typographic quotes are characters like any other.",
    why: "Word processors and some pages turn straight quotes into typographic ones. What is copied \
          from there is no JSON.",
    bad: "https://api.example.com/guests?guest=%7B%E2%80%9Cname%E2%80%9D%3A%E2%80%9CAda%E2%80%9D%7D",
    good: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
};

/// RFC 8259: what JSON is quoted with.
pub(crate) const fn source() -> Source {
    standard(RuleId::CurlyQuotes)
}

/// The first typographic quote in text that could not be read as JSON.
pub(crate) fn first(json: &[u8], document: &Document<'_>) -> Option<Range<usize>> {
    document.problems.iter().find_map(|problem| {
        let word = json.get(problem.span.clone())?;
        let at = (0..word.len()).find(|&at| is_curly(&word[at..]))?;
        let start = problem.span.start + at;
        Some(start..start + 3)
    })
}

/// Whether a text begins with one of U+2018 to U+201F, a typographic quote in UTF-8.
fn is_curly(text: &[u8]) -> bool {
    matches!(text, [0xE2, 0x80, 0x98..=0x9F, ..])
}

pub(crate) fn complaint(json: &[u8], quote: &Range<usize>) -> Complaint {
    let quote = String::from_utf8_lossy(json.get(quote.clone()).unwrap_or_default());
    Complaint::new(
        RuleId::CurlyQuotes,
        format!("the typographic quote {quote} stands where JSON has a straight one"),
    )
    .help("write straight quotes, encoded as `%22`")
}
