//! The members of objects.

use crate::change::Effect;
use crate::document::At;
use crate::keywords::is_everything;
use crate::value;
use crate::walk::{Pair, Walker};
use crate::words::{added, changed, removed};
use carnet_core::json_schema::Tree;
use std::collections::BTreeSet;

impl<'s> Walker<'s> {
    /// Compares what is said about them.
    pub(crate) fn members(&mut self, pair: &Pair<'s>) {
        self.required(pair);
        for name in names(pair, "properties") {
            self.property(pair, name);
        }
        self.patterns(pair);
        self.subschema(pair, "additionalProperties", Some("*"));
        self.subschema(pair, "propertyNames", None);
        for keyword in ["dependentRequired", "dependentSchemas", "dependencies"] {
            for name in names(pair, keyword) {
                self.dependent(pair, keyword, name);
            }
        }
    }

    fn required(&mut self, pair: &Pair<'s>) {
        let (old, new) = pair.get("required");
        let (old, new) = (listed(old), listed(new));
        for name in new.difference(&old) {
            let what = format!("required added: {name}");
            self.change(pair, "required", what, Effect::TIGHTER);
        }
        for name in old.difference(&new) {
            let what = format!("required removed: {name}");
            self.change(pair, "required", what, Effect::LOOSER);
        }
    }

    fn property(&mut self, pair: &Pair<'s>, name: &str) {
        let (old, new) = (
            pair.old.member("properties", name),
            pair.new.member("properties", name),
        );
        let (rest, known, word) = match (old, new) {
            (Some(old), Some(new)) => return self.compare(&pair.below(name, old, new)),
            (None, Some(new)) => (&pair.old, new, "added"),
            (Some(old), None) => (&pair.new, old, "removed"),
            (None, None) => return,
        };
        let is_added = word == "added";
        let path = ["properties", name];
        let place = pair.below(name, pair.old.clone(), pair.new.clone());
        let what = format!("property {word}");
        let is_open = rest.get("additionalProperties").is_none_or(is_everything);
        let is_closed = matches!(rest.get("additionalProperties"), Some(Tree::Bool(false)));
        let has_patterns = !value::members(rest.get("patternProperties")).is_empty();
        let tighter_when_added = match (is_open, is_closed && !has_patterns) {
            (true, _) if is_everything(known.schema) => Effect::NONE,
            (true, _) => Effect::TIGHTER,
            (_, true) if matches!(known.schema, Tree::Bool(false)) => Effect::NONE,
            (_, true) => Effect::LOOSER,
            _ if has_patterns => Effect::UNKNOWN,
            _ => {
                let Some(rest) = rest.keyword("additionalProperties") else {
                    return;
                };
                self.change_at(&place, &path, what, Effect::NONE);
                let (old, new) = if is_added {
                    (rest, known)
                } else {
                    (known, rest)
                };
                return self.compare(&pair.below(name, old, new));
            }
        };
        let effect = if is_added {
            tighter_when_added
        } else {
            tighter_when_added.reversed()
        };
        self.change_at(&place, &path, what, effect);
    }

    fn patterns(&mut self, pair: &Pair<'s>) {
        let is_open = |at: &At<'_>| at.get("additionalProperties").is_none_or(is_everything);
        let are_open = is_open(&pair.old) && is_open(&pair.new);
        for pattern in names(pair, "patternProperties") {
            let (old, new) = (
                pair.old.member("patternProperties", pattern),
                pair.new.member("patternProperties", pattern),
            );
            let (effect, what) = match (old, new) {
                (Some(old), Some(new)) => {
                    self.compare(&pair.below("*", old, new));
                    continue;
                }
                (old, _) => {
                    let effect = match (are_open, old.is_some()) {
                        (false, _) => Effect::UNKNOWN,
                        (true, false) => Effect::TIGHTER,
                        (true, true) => Effect::LOOSER,
                    };
                    let word = if old.is_some() { "removed" } else { "added" };
                    (effect, format!("patternProperties {word}: {pattern}"))
                }
            };
            self.change(pair, "patternProperties", what, effect);
        }
    }

    fn dependent(&mut self, pair: &Pair<'s>, keyword: &str, name: &str) {
        let (old, new) = (
            pair.old.member(keyword, name),
            pair.new.member(keyword, name),
        );
        let what = format!("{keyword}/{name}");
        let value = |at: &Option<At<'s>>| at.as_ref().map(|at| at.schema);
        match (value(&old), value(&new)) {
            (Some(Tree::Array(_)) | None, Some(Tree::Array(_)) | None) => {
                let (old, new) = (listed(value(&old)), listed(value(&new)));
                for other in new.difference(&old) {
                    let what = format!("{keyword} added: {other}, with {name}");
                    self.change(pair, keyword, what, Effect::TIGHTER);
                }
                for other in old.difference(&new) {
                    let what = format!("{keyword} removed: {other}, with {name}");
                    self.change(pair, keyword, what, Effect::LOOSER);
                }
            }
            (None, new) => self.change(pair, keyword, added(&what, new), Effect::TIGHTER),
            (old, None) => self.change(pair, keyword, removed(&what, old), Effect::LOOSER),
            (Some(Tree::Array(_)), _) | (_, Some(Tree::Array(_))) => {
                let what = changed(&what, value(&old), value(&new));
                self.change(pair, keyword, what, Effect::UNKNOWN);
            }
            _ => {
                if let (Some(old), Some(new)) = (old, new) {
                    self.compare(&pair.inside(old, new));
                }
            }
        }
    }
}

/// The names below a keyword, in the order of the old schema, then of the new one.
fn names<'s>(pair: &Pair<'s>, keyword: &str) -> Vec<&'s str> {
    let (old, new) = pair.get(keyword);
    let mut known = BTreeSet::new();
    let all = value::members(old).iter().chain(value::members(new));
    all.map(|(name, _)| name.as_str())
        .filter(|name| known.insert(*name))
        .collect()
}

/// The texts of a list.
fn listed(value: Option<&Tree>) -> BTreeSet<&str> {
    let items = value::items(value).iter();
    items.filter_map(Tree::as_str).collect()
}
