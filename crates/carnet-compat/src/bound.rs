//! Bounds: of numbers, of lengths, of how many.

use crate::change::Effect;
use crate::value;
use crate::walk::{Pair, Walker};
use crate::words::changed;
use carnet_core::decimal::Number;
use carnet_core::json_schema::Tree;
use std::cmp::Ordering;

/// A bound that is in force.
#[derive(Clone, Copy)]
struct Limit<'s> {
    keyword: &'static str,
    text: &'s str,
    number: Number<'s>,
    is_exclusive: bool,
}

/// A pair of keywords for one end; a length has no exclusive one.
struct End {
    inclusive: &'static str,
    exclusive: Option<&'static str>,
    is_upper: bool,
    /// What a lower bound is when it is absent.
    least: Option<&'static str>,
}

const fn length(inclusive: &'static str, is_upper: bool) -> End {
    End {
        inclusive,
        exclusive: None,
        is_upper,
        least: if is_upper { None } else { Some("0") },
    }
}

const ENDS: [End; 8] = [
    End {
        inclusive: "minimum",
        exclusive: Some("exclusiveMinimum"),
        is_upper: false,
        least: None,
    },
    End {
        inclusive: "maximum",
        exclusive: Some("exclusiveMaximum"),
        is_upper: true,
        least: None,
    },
    length("minLength", false),
    length("maxLength", true),
    length("minItems", false),
    length("maxItems", true),
    length("minProperties", false),
    length("maxProperties", true),
];

const CONTAINED: [End; 2] = [
    End {
        inclusive: "minContains",
        exclusive: None,
        is_upper: false,
        least: Some("1"),
    },
    length("maxContains", true),
];

impl<'s> Walker<'s> {
    /// Compares them.
    pub(crate) fn bounds(&mut self, pair: &Pair<'s>) {
        for end in &ENDS {
            self.end(pair, end);
        }
        self.multiple(pair);
    }

    /// How many items `contains` is about.
    pub(crate) fn contained(&mut self, pair: &Pair<'s>) {
        for end in &CONTAINED {
            self.end(pair, end);
        }
    }

    fn end(&mut self, pair: &Pair<'s>, end: &End) {
        let keywords = || std::iter::once(end.inclusive).chain(end.exclusive);
        let (Some(old), Some(new)) = (end.limit(pair.old.schema), end.limit(pair.new.schema))
        else {
            // A boolean beside the bound, as draft 4 has it, or no bound at all.
            for keyword in keywords() {
                let (old, new) = pair.get(keyword);
                if old != new {
                    self.change(pair, keyword, changed(keyword, old, new), Effect::UNKNOWN);
                }
            }
            return;
        };
        let effect = match end.compare(old, new) {
            Ordering::Equal => return,
            Ordering::Less => Effect::TIGHTER,
            Ordering::Greater => Effect::LOOSER,
        };
        let words = |limit: Option<Limit<'_>>| limit.map(|it| (it.keyword, it.text.to_owned()));
        let what = match (words(old), words(new)) {
            (Some((keyword, old)), Some((other, new))) if keyword == other => {
                format!("{keyword} {old} → {new}")
            }
            (Some((keyword, old)), Some((other, new))) => {
                format!("{keyword} {old} → {other} {new}")
            }
            (Some((keyword, old)), None) => format!("{keyword} removed: {old}"),
            (None, Some((keyword, new))) => format!("{keyword} added: {new}"),
            (None, None) => return,
        };
        let keyword = new.or(old).map_or(end.inclusive, |limit| limit.keyword);
        self.change(pair, keyword, what, effect);
    }

    fn multiple(&mut self, pair: &Pair<'s>) {
        let (old, new) = pair.get("multipleOf");
        let effect = match (old, new) {
            (None, None) => return,
            (Some(old), Some(new)) if value::same(old, new) => return,
            (None, Some(_)) => Effect::TIGHTER,
            (Some(_), None) => Effect::LOOSER,
            (Some(old), Some(new)) => match (integer(old), integer(new)) {
                (Some(old), Some(new)) if new % old == 0 => Effect::TIGHTER,
                (Some(old), Some(new)) if old % new == 0 => Effect::LOOSER,
                (Some(_), Some(_)) => Effect::OTHER,
                _ => Effect::UNKNOWN,
            },
        };
        self.change(pair, "multipleOf", changed("multipleOf", old, new), effect);
    }
}

impl End {
    /// The bound that is in force; `None` where it cannot be read.
    #[expect(clippy::option_option, reason = "unreadable is not absent")]
    fn limit<'s>(&self, schema: &'s Tree) -> Option<Option<Limit<'s>>> {
        let read = |keyword: &'static str, is_exclusive| match schema.get(keyword) {
            None => Some(None),
            Some(value) => value::number(value).map(|(number, text)| {
                Some(Limit {
                    keyword,
                    text,
                    number,
                    is_exclusive,
                })
            }),
        };
        let inclusive = read(self.inclusive, false)?;
        let exclusive = match self.exclusive {
            Some(keyword) => read(keyword, true)?,
            None => None,
        };
        Some(match (inclusive, exclusive) {
            (Some(one), Some(other)) if self.compare(Some(one), Some(other)).is_lt() => Some(other),
            (one, other) => one.or(other),
        })
    }

    /// `Less` where the second accepts less than the first.
    fn compare<'n>(&self, one: Option<Limit<'n>>, other: Option<Limit<'n>>) -> Ordering {
        let least = self.least.and_then(Number::parse);
        let strict = [one, other].map(|limit| limit.is_some_and(|it| it.is_exclusive));
        let number = |limit: Option<Limit<'n>>| limit.map(|it| it.number).or(least);
        let (one, other) = (number(one), number(other));
        match (one, other) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(one), Some(other)) => {
                let by_value = if self.is_upper {
                    other.cmp(&one)
                } else {
                    one.cmp(&other)
                };
                // A greater lower bound accepts less: the first is the lesser then.
                by_value.then(strict[0].cmp(&strict[1]))
            }
        }
    }
}

/// A positive integer that can be divided.
fn integer(value: &Tree) -> Option<i64> {
    let (number, _) = value::number(value)?;
    number.to_i64().filter(|it| *it > 0)
}
