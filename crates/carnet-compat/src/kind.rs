//! `type`, `enum` and `const`: which values at all.

use crate::change::Effect;
use crate::value;
use crate::walk::{Pair, Walker};
use crate::words::{added, changed, removed};
use carnet_core::json_schema::Tree;

/// The types, a bit each; the last is numbers with a fraction, so that `number` holds `integer`.
const TYPES: [(&str, u8); 7] = [
    ("null", 1),
    ("boolean", 2),
    ("object", 4),
    ("array", 8),
    ("string", 16),
    ("integer", 32),
    ("number", 32 | 64),
];

impl<'s> Walker<'s> {
    /// Compares them.
    pub(crate) fn kinds(&mut self, pair: &Pair<'s>) {
        self.types(pair);
        self.values(pair);
    }

    fn types(&mut self, pair: &Pair<'s>) {
        let (old, new) = pair.get("type");
        let effect = match (types(old), types(new)) {
            (Some(old), Some(new)) if old == new => return,
            (Some(old), Some(new)) => match (new & !old == 0, old & !new == 0) {
                (true, _) => Effect::TIGHTER,
                (_, true) => Effect::LOOSER,
                _ => Effect::OTHER,
            },
            _ if old == new => return,
            _ => Effect::UNKNOWN,
        };
        let words = |value: Option<&Tree>| value.map(words);
        let what = match (words(old), words(new)) {
            (Some(old), Some(new)) => format!("type {old} → {new}"),
            (None, new) => format!("type added: {}", new.unwrap_or_default()),
            (Some(old), None) => format!("type removed: {old}"),
        };
        self.change(pair, "type", what, effect);
    }

    fn values(&mut self, pair: &Pair<'s>) {
        let (Some(old), Some(new)) = (values(pair.old.schema), values(pair.new.schema)) else {
            let (old, new) = pair.get("enum");
            if old != new {
                self.change(pair, "enum", changed("enum", old, new), Effect::UNKNOWN);
            }
            return;
        };
        let keyword = match pair.get("enum") {
            (None, None) => "const",
            _ => "enum",
        };
        match (old, new) {
            (Values::All, Values::All) => {}
            (Values::All, Values::These(new)) => {
                let new = Tree::array(new.into_iter().cloned());
                self.change(pair, keyword, added(keyword, Some(&new)), Effect::TIGHTER);
            }
            (Values::These(old), Values::All) => {
                let old = Tree::array(old.into_iter().cloned());
                self.change(pair, keyword, removed(keyword, Some(&old)), Effect::LOOSER);
            }
            (Values::These(old), Values::These(new)) => {
                for gone in without(&old, &new) {
                    let what = format!("{keyword} without {}", value::short(gone));
                    self.change(pair, keyword, what, Effect::TIGHTER);
                }
                for come in without(&new, &old) {
                    let what = format!("{keyword} with {}", value::short(come));
                    self.change(pair, keyword, what, Effect::LOOSER);
                }
            }
        }
    }
}

/// The types as bits; `None` where they cannot be read.
fn types(value: Option<&Tree>) -> Option<u8> {
    let bit = |name: &Tree| {
        let name = name.as_str()?;
        let known = TYPES.iter().find(|(known, _)| *known == name);
        known.map(|(_, bits)| *bits)
    };
    match value {
        None => Some(u8::MAX >> 1),
        Some(Tree::Array(names)) => names
            .iter()
            .map(bit)
            .try_fold(0, |all, bits| bits.map(|bits| all | bits)),
        Some(name) => bit(name),
    }
}

fn words(value: &Tree) -> String {
    match value {
        Tree::String(name) => name.clone(),
        Tree::Array(names) => {
            let names: Vec<_> = names.iter().map(words).collect();
            names.join(" or ")
        }
        other => value::short(other),
    }
}

/// The values that `enum` and `const` leave.
enum Values<'s> {
    All,
    These(Vec<&'s Tree>),
}

/// `None` where `enum` is no list.
fn values(schema: &Tree) -> Option<Values<'_>> {
    let listed: Option<Vec<&Tree>> = match schema.get("enum") {
        None => None,
        Some(Tree::Array(values)) => Some(values.iter().collect()),
        Some(_) => return None,
    };
    Some(match (listed, schema.get("const")) {
        (None, None) => Values::All,
        (Some(listed), None) => Values::These(listed),
        (None, Some(only)) => Values::These(vec![only]),
        (Some(mut listed), Some(only)) => {
            listed.retain(|it| value::same(it, only));
            Values::These(listed)
        }
    })
}

fn without<'v>(all: &[&'v Tree], others: &[&Tree]) -> Vec<&'v Tree> {
    let known = |it: &Tree| others.iter().any(|other| value::same(it, other));
    all.iter().copied().filter(|it| !known(it)).collect()
}
