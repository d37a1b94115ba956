//! Deciding by words: operations that take the same parameters at the same address differ in what
//! their requests are about, and the vendor's own words say it.
//!
//! `attributeName=["phoneNumbers"]` speaks for an operation whose summary or section speaks of
//! numbers, if the summaries of the others do not.

use super::member::Members;
use carnet_core::Contract;
use std::collections::BTreeSet;

/// Longer lists and names are no words.
const LONGEST: usize = 2048;

/// The one contract that has more of the request's words for itself than any other.
pub(super) fn decide(
    candidates: &[&'static Contract],
    members: &Members<'_>,
) -> Option<&'static Contract> {
    let said = said(members);
    let known = candidates.iter().map(|contract| own_words(contract));
    let known: Vec<_> = known.collect();
    let counts: Vec<usize> = (0..known.len())
        .map(|index| {
            let only_here = |word: &&String| {
                let mut holders = known.iter().enumerate();
                holders.all(|(at, words)| words.contains(*word) == (at == index))
            };
            said.iter().filter(only_here).count()
        })
        .collect();
    let most = *counts.iter().max().filter(|&&most| most > 0)?;
    let mut winners = candidates
        .iter()
        .zip(&counts)
        .filter(|(_, count)| **count == most);
    let winner = winners.next()?.0;
    winners.next().is_none().then_some(*winner)
}

/// The words of the lists in a request, and of the names of its flags.
fn said(members: &Members<'_>) -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    for (name, value) in members.iter() {
        let value = value.trim_ascii();
        if value.len() > LONGEST || name.len() > LONGEST {
            continue;
        }
        if value.starts_with(b"[") {
            let list = String::from_utf8_lossy(value);
            let items = list.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            for item in items.filter(|item| item.contains(|c: char| c.is_ascii_lowercase())) {
                words(item, &mut said);
            }
        } else if name.starts_with(b"is") {
            words(&String::from_utf8_lossy(name), &mut said);
        }
    }
    said
}

fn own_words(contract: &Contract) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    words(contract.id, &mut found);
    words(contract.summary, &mut found);
    if let Some(object) = contract.request.shape.object() {
        words(object.source.section, &mut found);
    }
    found
}

/// The words of a text, of a `camelCase` or a `snake_case` name, in lower case and singular.
fn words(text: &str, found: &mut BTreeSet<String>) {
    let mut word = String::new();
    for character in text.chars().chain([' ']) {
        if !character.is_ascii_lowercase() && !word.is_empty() {
            found.insert(singular(&std::mem::take(&mut word)));
        }
        if character.is_ascii_alphabetic() {
            word.push(character.to_ascii_lowercase());
        }
    }
}

fn singular(word: &str) -> String {
    let stem = match word.strip_suffix("es") {
        Some(stem) if stem.ends_with("ss") => stem,
        _ if word.ends_with("ss") => word,
        _ => word.strip_suffix('s').unwrap_or(word),
    };
    stem.to_owned()
}
