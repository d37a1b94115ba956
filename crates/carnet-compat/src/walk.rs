//! Two schemas side by side: every keyword of a pair, then the pairs inside.
//!
//! A schema is the conjunction of its keywords, so where every keyword accepts no less than before,
//! the schema does. That holds through every keyword that holds schemas, but for those that a change
//! may turn round: `not` is followed with the directions swapped, `if` and `oneOf` have to be the
//! same, or the algebra decides.

use crate::change::{Change, Direction, Effect};
use crate::document::{At, Document, Target, push};
use crate::keywords::{has_reference, is_annotation, is_everything};
use crate::proof::Prover;
use crate::value;
use crate::words::{added, changed, removed};
use carnet_core::json_schema::Tree;
use std::collections::BTreeSet;

/// Pairs of schemas that are compared.
const MOST: usize = 20_000;
/// How deep they may nest.
const DEEPEST: usize = 150;

/// The same place in the old schema and the new one.
#[derive(Clone, Debug)]
pub(crate) struct Pair<'s> {
    pub(crate) old: At<'s>,
    pub(crate) new: At<'s>,
    /// Where in a payload.
    pub(crate) place: String,
    depth: usize,
}

impl<'s> Pair<'s> {
    /// The values of a keyword.
    pub(crate) fn get(&self, keyword: &str) -> (Option<&'s Tree>, Option<&'s Tree>) {
        (self.old.get(keyword), self.new.get(keyword))
    }

    /// A pair inside this one, about the same value.
    pub(crate) fn inside(&self, old: At<'s>, new: At<'s>) -> Self {
        Self {
            old,
            new,
            place: self.place.clone(),
            depth: self.depth + 1,
        }
    }

    /// A pair inside this one, about a part of the value.
    pub(crate) fn below(&self, step: &str, old: At<'s>, new: At<'s>) -> Self {
        let mut pair = self.inside(old, new);
        push(&mut pair.place, step);
        pair
    }
}

/// Compares two schemas.
pub(crate) struct Walker<'s> {
    old: Document<'s>,
    new: Document<'s>,
    pub(crate) prover: Prover<'s>,
    found: Vec<Found>,
    /// Pairs whose changes are found already, or are being found, in the order of their visits.
    seen: BTreeSet<Visit>,
    visits: Vec<Visit>,
    /// Inside an odd number of `not`s.
    pub(crate) is_negated: bool,
    /// Inside something that the algebra does not look at.
    pub(crate) is_beyond: bool,
    /// Whether it is only asked if anything changed.
    is_trial: bool,
    left: usize,
}

/// The pointers of a pair, whether it is negated, and whether it is beyond the algebra.
type Visit = (String, String, bool, bool);

/// A change, and what is known besides.
struct Found {
    change: Change,
    /// Whether the algebra would see it.
    is_provable: bool,
}

impl<'s> Walker<'s> {
    pub(crate) fn new(old: &'s Tree, new: &'s Tree, prover: Prover<'s>) -> Self {
        Self {
            old: Document::new(old),
            new: Document::new(new),
            prover,
            found: Vec::new(),
            seen: BTreeSet::new(),
            visits: Vec::new(),
            is_negated: false,
            is_beyond: false,
            is_trial: false,
            left: MOST,
        }
    }

    /// Everything that changed.
    pub(crate) fn changes(mut self) -> Vec<Change> {
        let root = Pair {
            old: self.old.root(),
            new: self.new.root(),
            place: String::new(),
            depth: 0,
        };
        let (old, new) = root.get("$schema");
        if old.and_then(Tree::as_str) != new.and_then(Tree::as_str) {
            self.note(
                &root,
                "$schema",
                changed("$schema", old, new),
                Effect::UNKNOWN,
            );
        }
        self.compare(&root);
        self.prove(&root, 0, 0);
        self.found.into_iter().map(|found| found.change).collect()
    }

    /// Compares a pair, and everything inside.
    pub(crate) fn compare(&mut self, pair: &Pair<'s>) {
        let pair = self.peeled(pair);
        let visit = (
            pair.old.pointer.clone(),
            pair.new.pointer.clone(),
            self.is_negated,
            self.is_beyond,
        );
        if self.seen.contains(&visit) {
            return;
        }
        let Some(left) = self.left.checked_sub(1).filter(|_| pair.depth < DEEPEST) else {
            self.note(&pair, "", "too large to compare", Effect::UNKNOWN);
            return;
        };
        self.left = left;
        self.seen.insert(visit.clone());
        self.visits.push(visit);
        let (first, visited) = (self.found.len(), self.visits.len());
        if self.keywords(&pair) {
            self.prove(&pair, first, visited);
        }
    }

    /// Compares the keywords; whether one of the pair's own changed what is accepted.
    fn keywords(&mut self, pair: &Pair<'s>) -> bool {
        let first = self.found.len();
        match (pair.old.schema, pair.new.schema) {
            (Tree::Bool(false), Tree::Bool(false)) => return false,
            (Tree::Bool(false), _) => {
                self.change(pair, "", "values were refused → accepted", Effect::LOOSER);
                return true;
            }
            (_, Tree::Bool(false)) => {
                self.change(pair, "", "values were accepted → refused", Effect::TIGHTER);
                return true;
            }
            (Tree::Bool(_) | Tree::Object(_), Tree::Bool(_) | Tree::Object(_)) => {}
            (old, new) => {
                if !value::same(old, new) {
                    self.note(pair, "", "no schema", Effect::UNKNOWN);
                }
                return false;
            }
        }
        self.reference(pair);
        self.kinds(pair);
        self.bounds(pair);
        self.texts(pair);
        self.members(pair);
        self.items(pair);
        self.branches(pair);
        self.unevaluated(pair);
        self.others(pair);
        let own =
            |found: &Found| found.change.place == pair.place && found.change.effect != Effect::NONE;
        self.found[first..].iter().any(own)
    }

    /// Asks the algebra about what was found since `first`, and takes back what it disproves.
    fn prove(&mut self, pair: &Pair<'s>, first: usize, visited: usize) {
        let open = |found: &Found| found.is_provable && found.change.effect != Effect::NONE;
        if self.is_trial || self.is_beyond || !self.found[first..].iter().any(open) {
            return;
        }
        let proof = self.prover.prove(&pair.old.pointer, &pair.new.pointer);
        let directions = if self.is_negated {
            [Direction::Reply, Direction::Request]
        } else {
            [Direction::Request, Direction::Reply]
        };
        let proven = [proof.nothing_lost, proof.nothing_gained];
        let mut is_cleared = false;
        for (direction, _) in directions
            .into_iter()
            .zip(proven)
            .filter(|(_, proven)| *proven)
        {
            for found in self.found[first..].iter_mut().filter(|it| it.is_provable) {
                found.change.effect.clear(direction);
                is_cleared = true;
            }
        }
        // What is harmless here may do harm where else it is referred to.
        if is_cleared {
            for visit in self.visits.drain(visited..) {
                self.seen.remove(&visit);
            }
        }
    }

    /// The pair behind references that nothing stands beside.
    fn peeled(&self, pair: &Pair<'s>) -> Pair<'s> {
        Pair {
            old: peeled(&self.old, &pair.old),
            new: peeled(&self.new, &pair.new),
            ..pair.clone()
        }
    }

    /// `$ref`, where other keywords stand beside it.
    fn reference(&mut self, pair: &Pair<'s>) {
        let (old, new) = pair.get("$ref");
        let is_alone = self.old.is_reference_alone || self.new.is_reference_alone;
        let (old, new) = match (old, new) {
            (None, None) => return,
            // What stands beside a reference counts, or does not, with the reference.
            (None, _) | (_, None) if is_alone => {
                return self.change(pair, "$ref", changed("$ref", old, new), Effect::UNKNOWN);
            }
            (None, Some(_)) => {
                return self.change(pair, "$ref", added("$ref", new), Effect::TIGHTER);
            }
            (Some(_), None) => {
                return self.change(pair, "$ref", removed("$ref", old), Effect::LOOSER);
            }
            (Some(old), Some(new)) => (old, new),
        };
        let target = |document: &Document<'s>, reference: &Tree| {
            reference
                .as_str()
                .map_or(Target::Lost, |text| document.resolve(text))
        };
        match (target(&self.old, old), target(&self.new, new)) {
            (Target::Schema(old), Target::Schema(new)) => self.compare(&pair.inside(old, new)),
            (Target::Elsewhere, Target::Elsewhere) if old == new => {}
            (Target::Lost, Target::Lost) if old == new => {
                let what = format!("$ref {} leads to what is not compared", value::short(new));
                self.note(pair, "$ref", what, Effect::UNKNOWN);
            }
            _ => self.change(
                pair,
                "$ref",
                changed("$ref", Some(old), Some(new)),
                Effect::UNKNOWN,
            ),
        }
    }

    /// Keywords that see what others beside them have looked at.
    fn unevaluated(&mut self, pair: &Pair<'s>) {
        let is_same = value::same(pair.old.schema, pair.new.schema);
        if is_same && !has_reference(pair.old.schema) {
            return;
        }
        for keyword in [
            "unevaluatedProperties",
            "unevaluatedItems",
            "$dynamicRef",
            "$recursiveRef",
        ] {
            let (old, new) = pair.get(keyword);
            if old.is_some() || new.is_some() {
                let what = format!("{keyword} depends on what stands beside it");
                // The algebra does not follow what an `if` alone has looked at.
                self.note(pair, keyword, what, Effect::UNKNOWN);
            }
        }
    }

    /// Whether something changes what a pair accepts.
    pub(crate) fn differs(&mut self, pair: &Pair<'s>) -> bool {
        let before = (self.found.len(), self.is_trial);
        // What was found already would not be found again.
        let seen = std::mem::take(&mut self.seen);
        let visits = std::mem::take(&mut self.visits);
        self.is_trial = true;
        self.compare(pair);
        let found = self.found.split_off(before.0);
        (self.seen, self.visits, self.is_trial) = (seen, visits, before.1);
        found.iter().any(|it| it.change.effect != Effect::NONE)
    }

    /// A keyword that holds one schema; where it is absent everything is accepted.
    pub(crate) fn subschema(&mut self, pair: &Pair<'s>, keyword: &str, step: Option<&str>) {
        let (old, new) = pair.get(keyword);
        match (pair.old.keyword(keyword), pair.new.keyword(keyword)) {
            (None, None) => {}
            (Some(old), Some(new)) => {
                let inside = match step {
                    Some(step) => pair.below(step, old, new),
                    None => pair.inside(old, new),
                };
                self.compare(&inside);
            }
            (None, Some(schema)) if is_everything(schema.schema) => {}
            (None, Some(_)) => self.change(pair, keyword, added(keyword, new), Effect::TIGHTER),
            (Some(schema), None) if is_everything(schema.schema) => {}
            (Some(_), None) => self.change(pair, keyword, removed(keyword, old), Effect::LOOSER),
        }
    }

    /// Notes a change that the algebra sees as well.
    pub(crate) fn change(
        &mut self,
        pair: &Pair<'s>,
        keyword: &str,
        what: impl Into<String>,
        effect: Effect,
    ) {
        self.change_at(pair, &[keyword], what, effect);
    }

    /// The same, about something below a keyword.
    pub(crate) fn change_at(
        &mut self,
        pair: &Pair<'s>,
        path: &[&str],
        what: impl Into<String>,
        effect: Effect,
    ) {
        self.push(pair, path, what.into(), effect, !self.is_beyond);
    }

    /// Notes a change that the algebra does not see.
    pub(crate) fn note(
        &mut self,
        pair: &Pair<'s>,
        keyword: &str,
        what: impl Into<String>,
        effect: Effect,
    ) {
        self.push(pair, &[keyword], what.into(), effect, false);
    }

    fn push(
        &mut self,
        pair: &Pair<'s>,
        path: &[&str],
        what: String,
        effect: Effect,
        is_provable: bool,
    ) {
        let path = path.iter().filter(|step| !step.is_empty());
        let mut new = Some(pair.new.schema);
        for step in path.clone() {
            new = new.and_then(|schema| schema.get(step));
        }
        let at = if new.is_some() { &pair.new } else { &pair.old };
        let mut keyword = at.pointer.clone();
        for step in path {
            push(&mut keyword, step);
        }
        let effect = if self.is_negated {
            effect.reversed()
        } else {
            effect
        };
        self.found.push(Found {
            change: Change {
                place: pair.place.clone(),
                keyword,
                what,
                effect,
            },
            is_provable,
        });
    }
}

/// Follows references for as long as nothing stands beside them.
fn peeled<'s>(document: &Document<'s>, at: &At<'s>) -> At<'s> {
    let mut at = at.clone();
    for _ in 0..DEEPEST {
        let Some(reference) = at.get("$ref").and_then(Tree::as_str) else {
            break;
        };
        let is_alone = document.is_reference_alone
            || value::members(Some(at.schema))
                .iter()
                .all(|(name, _)| name == "$ref" || is_annotation(name));
        match document.resolve(reference) {
            Target::Schema(target) if is_alone => at = target,
            _ => break,
        }
    }
    at
}
