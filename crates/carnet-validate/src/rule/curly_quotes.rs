//! `curly-quotes`: what a word processor makes of quotes.

use super::{FixDoc, RuleDoc};
use crate::judge::{Complaint, standard};
use crate::tree::{self, Document};
use carnet_core::{Edit, RuleId, Source};
use std::ops::Range;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::CurlyQuotes,
    demands: "JSON in a parameter is quoted with straight quotes. Told once per parameter, which is \
              not checked further. Inside a text typographic quotes are characters like any other.",
    why: "Word processors and some pages turn straight quotes into typographic ones. What is copied \
          from there is no JSON.",
    fix: FixDoc::Safe(
        "typographic double quotes become straight ones where the JSON has no straight \
         quote and can be read afterwards; elsewhere it cannot be told which of them are \
         part of a text",
    ),
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

/// The changes that make straight quotes of typographic double quotes, where each of them can only
/// be the beginning or end of a text: there is no straight one, and what comes out is JSON.
pub(crate) fn straightened(json: &[u8]) -> Option<Vec<Edit>> {
    if json.contains(&b'"') {
        return None;
    }
    let quotes: Vec<_> = memchr::memchr_iter(0xE2, json)
        .filter_map(|at| match json.get(at..at + 3)? {
            [0xE2, 0x80, kind @ 0x9C..=0x9D] => Some((at, *kind)),
            _ => None,
        })
        .collect();
    let (_, one_kind) = *quotes.first()?;
    let alternate =
        |(index, &(_, kind)): (usize, &(usize, u8))| kind == 0x9C + u8::from(index % 2 == 1);
    if !quotes.iter().all(|&(_, kind)| kind == one_kind)
        && !quotes.iter().enumerate().all(alternate)
    {
        return None;
    }
    let mut straight = Vec::with_capacity(json.len());
    let mut end = 0;
    for &(at, _) in &quotes {
        straight.extend(&json[end..at]);
        straight.push(b'"');
        end = at + 3;
    }
    straight.extend(&json[end..]);
    let problems = tree::parse(&straight).problems;
    let is_json = problems.iter().all(|problem| {
        use RuleId::{ByteOrderMark, TrailingComma, TrailingSemicolon};
        matches!(
            problem.rule(),
            ByteOrderMark | TrailingComma | TrailingSemicolon
        )
    });
    is_json.then(|| {
        let quotes = quotes.iter();
        quotes.map(|&(at, _)| Edit::new(at..at + 3, "\"")).collect()
    })
}

pub(crate) fn complaint(json: &[u8], quote: &Range<usize>) -> Complaint {
    let quote = String::from_utf8_lossy(json.get(quote.clone()).unwrap_or_default());
    Complaint::new(
        RuleId::CurlyQuotes,
        format!("the typographic quote {quote} stands where JSON has a straight one"),
    )
    .help("write straight quotes, encoded as `%22`")
    .fix(straightened(json))
}
