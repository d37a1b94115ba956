//! The items of arrays.

use crate::change::Effect;
use crate::document::At;
use crate::value;
use crate::walk::{Pair, Walker};
use crate::words::{added, changed, removed};
use carnet_core::json_schema::Tree;

/// What is said of an item that nothing is said of.
static ANYTHING: Tree = Tree::Bool(true);

impl<'s> Walker<'s> {
    /// Compares what is said about them.
    pub(crate) fn items(&mut self, pair: &Pair<'s>) {
        let (old, new) = (keywords(&pair.old), keywords(&pair.new));
        let count = |at: &At<'s>, (prefix, _): (&str, &str)| value::items(at.get(prefix)).len();
        for index in 0..count(&pair.old, old).max(count(&pair.new, new)) {
            let below = pair.below(
                &index.to_string(),
                item(&pair.old, old, index),
                item(&pair.new, new, index),
            );
            self.compare(&below);
        }
        if old.1 == new.1 {
            self.subschema(pair, old.1, Some("*"));
        } else if pair.old.get(old.1).is_some() || pair.new.get(new.1).is_some() {
            let rest = |at: &At<'s>, keyword: &str| {
                at.keyword(keyword)
                    .unwrap_or_else(|| at.child(&ANYTHING, &[keyword]))
            };
            self.compare(&pair.below("*", rest(&pair.old, old.1), rest(&pair.new, new.1)));
        }
        self.contains(pair);
        let (old, new) = pair.get("uniqueItems");
        let is_set = |value: Option<&Tree>| matches!(value, Some(Tree::Bool(true)));
        let effect = match (is_set(old), is_set(new)) {
            (false, true) => Effect::TIGHTER,
            (true, false) => Effect::LOOSER,
            _ => return,
        };
        self.change(
            pair,
            "uniqueItems",
            changed("uniqueItems", old, new),
            effect,
        );
    }

    fn contains(&mut self, pair: &Pair<'s>) {
        let (old, new) = pair.get("contains");
        match (pair.old.keyword("contains"), pair.new.keyword("contains")) {
            (None, None) => {}
            (None, Some(_)) => {
                self.change(pair, "contains", added("contains", new), Effect::TIGHTER);
            }
            (Some(_), None) => {
                self.change(pair, "contains", removed("contains", old), Effect::LOOSER);
            }
            (Some(old_at), Some(new_at)) => {
                let inside = pair.below("*", old_at, new_at);
                if pair.get("maxContains") == (None, None) {
                    self.compare(&inside);
                } else if self.differs(&inside) {
                    self.change(
                        pair,
                        "contains",
                        changed("contains", old, new),
                        Effect::UNKNOWN,
                    );
                }
                self.contained(pair);
            }
        }
    }
}

/// The keyword for the first items one by one, and that for the others: until 2019-09 a list in
/// `items`, and `additionalItems`.
fn keywords(at: &At<'_>) -> (&'static str, &'static str) {
    match at.get("items") {
        Some(Tree::Array(_)) => ("items", "additionalItems"),
        _ => ("prefixItems", "items"),
    }
}

fn item<'s>(at: &At<'s>, (prefix, rest): (&str, &str), index: usize) -> At<'s> {
    at.item(prefix, index)
        .or_else(|| at.keyword(rest))
        .unwrap_or_else(|| at.child(&ANYTHING, &[rest]))
}
