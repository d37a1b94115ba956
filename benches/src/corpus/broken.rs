//! Defects as payloads have them.

use carnet_testing::JsonText;
use fastrand::Rng;
use std::collections::BTreeSet;

/// Gives so many scalars, or all where there are fewer, a value of another type. No contract that
/// is measured takes a flag for a text or a number, nor a text for a flag.
pub(super) fn spoil(tree: &mut JsonText, defects: usize, rng: &mut Rng) {
    let mut all = scalars(tree);
    let mut places = BTreeSet::new();
    while places.len() < defects.min(all.len()) {
        places.insert(rng.usize(..all.len()));
    }
    for place in places {
        *all[place] = other(all[place]);
    }
}

fn other(text: &str) -> String {
    match text.as_bytes().first() {
        Some(b't' | b'f') => "\"yes\"",
        Some(b'n') => "[]",
        _ => "false",
    }
    .to_owned()
}

/// Every scalar, keys aside.
fn scalars(tree: &mut JsonText) -> Vec<&mut String> {
    match tree {
        JsonText::Scalar(text) => vec![text],
        JsonText::Array(items) => items.iter_mut().flat_map(scalars).collect(),
        JsonText::Object(members) => members
            .iter_mut()
            .flat_map(|(_, value)| scalars(value))
            .collect(),
    }
}
