//! Schemas about the same value: `anyOf`, `oneOf`, `allOf`, `not`, `if`.

use crate::change::Effect;
use crate::keywords::is_everything;
use crate::value;
use crate::walk::{Pair, Walker};
use crate::words::{added, changed, removed};
use carnet_core::json_schema::Tree;

impl<'s> Walker<'s> {
    /// Compares them.
    pub(crate) fn branches(&mut self, pair: &Pair<'s>) {
        self.each(pair, "allOf", Effect::TIGHTER);
        self.each(pair, "anyOf", Effect::LOOSER);
        self.one_of(pair);
        self.not(pair);
        self.conditional(pair);
    }

    /// Compares the branches of `keyword` one by one: those that are written alike with one another,
    /// the others in their order. One more has the effect `when_added`.
    fn each(&mut self, pair: &Pair<'s>, keyword: &str, when_added: Effect) {
        let (old, new) = pair.get(keyword);
        match (old, new) {
            (None, None) => return,
            (None, Some(_)) => {
                return self.change(pair, keyword, added(keyword, new), Effect::TIGHTER);
            }
            (Some(_), None) => {
                return self.change(pair, keyword, removed(keyword, old), Effect::LOOSER);
            }
            (Some(Tree::Array(_)), Some(Tree::Array(_))) => {}
            _ => return self.change(pair, keyword, changed(keyword, old, new), Effect::UNKNOWN),
        }
        let (pairs, gone, come) = matched(value::items(old), value::items(new));
        for (old, new) in pairs {
            let (Some(old), Some(new)) = (pair.old.item(keyword, old), pair.new.item(keyword, new))
            else {
                continue;
            };
            self.compare(&pair.inside(old, new));
        }
        for index in gone {
            let schema = value::items(old).get(index);
            let what = removed(&format!("{keyword} branch"), schema);
            self.change(pair, keyword, what, when_added.reversed());
        }
        for index in come {
            let schema = value::items(new).get(index);
            let what = added(&format!("{keyword} branch"), schema);
            self.change(pair, keyword, what, when_added);
        }
    }

    /// Where no value fits two branches, `oneOf` is `anyOf`; else one branch that accepts more may
    /// make the whole accept less.
    fn one_of(&mut self, pair: &Pair<'s>) {
        let (old, new) = pair.get("oneOf");
        let (Some(old), Some(new)) = (old, new) else {
            return self.each(pair, "oneOf", Effect::LOOSER);
        };
        let (pairs, gone, come) = matched(value::items(Some(old)), value::items(Some(new)));
        let mut differs = !gone.is_empty() || !come.is_empty();
        for (old, new) in pairs {
            let inside = pair.old.item("oneOf", old).zip(pair.new.item("oneOf", new));
            differs |= inside.is_some_and(|(old, new)| self.differs(&pair.inside(old, new)));
        }
        if !differs {
            return;
        }
        let pointers = |pointer: &str, schema: &Tree| -> Vec<String> {
            (0..value::items(Some(schema)).len())
                .map(|index| format!("{pointer}/oneOf/{index}"))
                .collect()
        };
        let olds = pointers(&pair.old.pointer, old);
        let news = pointers(&pair.new.pointer, new);
        if !self.is_beyond
            && self.prover.are_apart(false, &olds)
            && self.prover.are_apart(true, &news)
        {
            self.each(pair, "oneOf", Effect::LOOSER);
        } else {
            self.change(
                pair,
                "oneOf",
                changed("oneOf", Some(old), Some(new)),
                Effect::UNKNOWN,
            );
        }
    }

    fn not(&mut self, pair: &Pair<'s>) {
        if let (Some(old), Some(new)) = (pair.old.keyword("not"), pair.new.keyword("not")) {
            self.is_negated = !self.is_negated;
            self.compare(&pair.inside(old, new));
            self.is_negated = !self.is_negated;
            return;
        }
        match pair.get("not") {
            (None, new @ Some(_)) => self.change(pair, "not", added("not", new), Effect::TIGHTER),
            (old @ Some(_), None) => self.change(pair, "not", removed("not", old), Effect::LOOSER),
            _ => {}
        }
    }

    fn conditional(&mut self, pair: &Pair<'s>) {
        let says = |schema: &Tree| {
            ["then", "else"]
                .iter()
                .any(|it| schema.get(it).is_some_and(|it| !is_everything(it)))
        };
        let (says_old, says_new) = (says(pair.old.schema), says(pair.new.schema));
        let (old, new) = pair.get("if");
        let old = old.filter(|_| says_old);
        let new = new.filter(|_| says_new);
        match (old, new) {
            (None, None) => {}
            (None, Some(_)) => self.change(pair, "if", added("if", new), Effect::TIGHTER),
            (Some(_), None) => self.change(pair, "if", removed("if", old), Effect::LOOSER),
            (Some(old_if), Some(new_if)) => {
                let condition = pair.inside(
                    pair.old.child(old_if, &["if"]),
                    pair.new.child(new_if, &["if"]),
                );
                if self.differs(&condition) {
                    self.change(pair, "if", changed("if", old, new), Effect::UNKNOWN);
                }
                self.subschema(pair, "then", None);
                self.subschema(pair, "else", None);
            }
        }
    }
}

/// Pairs of indices, those of the first list that are left, and those of the second.
type Matched = (Vec<(usize, usize)>, Vec<usize>, Vec<usize>);

fn matched(old: &[Tree], new: &[Tree]) -> Matched {
    let mut pairs = Vec::new();
    let mut free: Vec<usize> = (0..new.len()).collect();
    let mut gone = Vec::new();
    for (index, schema) in old.iter().enumerate() {
        let same = free
            .iter()
            .position(|&other| value::same(schema, &new[other]));
        match same {
            Some(at) => pairs.push((index, free.remove(at))),
            None => gone.push(index),
        }
    }
    // What is left changed where it stands, as far as there is something to stand for it.
    let both = gone.len().min(free.len());
    pairs.extend(gone.drain(..both).zip(free.drain(..both)));
    pairs.sort_unstable();
    (pairs, gone, free)
}
