//! Keywords about texts: `pattern`, `format`, and JSON inside a text.

use crate::change::Effect;
use crate::proof;
use crate::walk::{Pair, Walker};
use crate::words::changed;
use carnet_core::json_schema::Tree;

/// Formats of which no text has two.
const APART: [&str; 8] = [
    "date",
    "date-time",
    "time",
    "duration",
    "email",
    "ipv4",
    "ipv6",
    "uuid",
];

impl<'s> Walker<'s> {
    /// Compares them.
    pub(crate) fn texts(&mut self, pair: &Pair<'s>) {
        let (old, new) = pair.get("pattern");
        if old != new {
            let effect = came_or_went(old, new).unwrap_or(Effect::UNKNOWN);
            self.change(pair, "pattern", changed("pattern", old, new), effect);
        }
        self.format(pair);
        for keyword in ["contentMediaType", "contentEncoding"] {
            let (old, new) = pair.get(keyword);
            if old != new {
                self.note(pair, keyword, changed(keyword, old, new), Effect::UNKNOWN);
            }
        }
        // To the algebra this is an annotation; Carnet looks inside.
        let was_beyond = std::mem::replace(&mut self.is_beyond, true);
        self.subschema(pair, "contentSchema", None);
        self.is_beyond = was_beyond;
    }

    fn format(&mut self, pair: &Pair<'s>) {
        let (old, new) = pair.get("format");
        if old == new {
            return;
        }
        let is_apart = |format: Option<&Tree>| {
            let format = format.and_then(Tree::as_str);
            format.is_some_and(|format| APART.contains(&format))
        };
        let effect = came_or_went(old, new).unwrap_or(if is_apart(old) && is_apart(new) {
            Effect::OTHER
        } else {
            Effect::UNKNOWN
        });
        let what = changed("format", old, new);
        if proof::knows_format(old) && proof::knows_format(new) {
            self.change(pair, "format", what, effect);
        } else {
            self.note(pair, "format", what, effect);
        }
    }
}

/// What it means that a keyword is there only before, or only after.
const fn came_or_went(old: Option<&Tree>, new: Option<&Tree>) -> Option<Effect> {
    match (old, new) {
        (None, Some(_)) => Some(Effect::TIGHTER),
        (Some(_), None) => Some(Effect::LOOSER),
        _ => None,
    }
}
