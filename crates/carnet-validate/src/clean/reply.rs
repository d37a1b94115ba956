//! Which kind of reply a text is, told by values that are met on the way.
//!
//! A text is of a kind if the conditions of that kind hold and those of no kind before it. Under a
//! known HTTP status, and by members that only one kind has, most of that is settled beforehand.

use super::program::{Kind, Value};
use crate::meaning::{self, Meaning};
use crate::rule::key_spelling::same_but_for_case_and_blanks;
use carnet_core::contract::{Condition, Reply};
use carnet_core::shape;

/// So many values tell replies apart at most.
const MOST: usize = 4;
/// Of longer values so much is noted: no word that tells kinds apart is as long.
const LONGEST: usize = 32;

/// The values of the outermost object that tell replies apart, as they are written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Captured {
    values: [[u8; LONGEST]; MOST],
    lengths: [usize; MOST],
    /// Whether one has an escape.
    is_escaped: bool,
}

impl Captured {
    pub(super) fn note(&mut self, slot: usize, written: &[u8]) {
        let length = written.len().min(LONGEST);
        let beginning = &written[..length];
        self.values[slot][..length].copy_from_slice(beginning);
        self.lengths[slot] = length;
        self.is_escaped |= beginning.contains(&b'\\');
    }

    /// A value, empty where the member is absent.
    fn get(&self, slot: usize) -> &[u8] {
        &self.values[slot][..self.lengths[slot]]
    }
}

/// What must hold of the values that were met.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    /// All of these hold.
    own: Vec<Test>,
    /// Of each of these one does not hold.
    others: Vec<Vec<Test>>,
}

/// A condition about one of the values.
#[derive(Clone, Copy, Debug)]
struct Test {
    slot: usize,
    demand: Demand,
}

#[derive(Clone, Copy, Debug)]
enum Demand {
    /// A text or a number that begins so.
    Prefix(&'static str),
    Present,
    /// A text that is one of these, in any case.
    Word(&'static [&'static str]),
}

impl Conditions {
    pub(super) fn hold(&self, captured: &Captured) -> bool {
        let holds = |test: &Test| test.holds(captured.get(test.slot));
        let is_simple = self.own.is_empty() && self.others.is_empty();
        is_simple
            || !captured.is_escaped
                && self.own.iter().all(holds)
                && !self.others.iter().any(|other| other.iter().all(holds))
    }
}

impl Test {
    fn holds(&self, written: &[u8]) -> bool {
        let text = match written {
            [b'"', text @ .., b'"'] => Some(text),
            _ => None,
        };
        match self.demand {
            Demand::Present => !written.is_empty(),
            Demand::Prefix(prefix) => {
                let value = match written {
                    [b'"', text @ ..] => text,
                    [b'-' | b'0'..=b'9', ..] => written,
                    _ => return false,
                };
                value.starts_with(prefix.as_bytes())
            }
            Demand::Word(words) => text.is_some_and(|text| {
                let mut words = words.iter();
                words.any(|word| word.as_bytes().eq_ignore_ascii_case(text))
            }),
        }
    }
}

/// What is known of a condition before the text is.
enum Known {
    Holds,
    Fails,
    /// Where all of these hold.
    Tests(Vec<Test>),
}

/// What tells the reply at `index` from those before it, its values marked in `value`; `None` where
/// that takes more than a look.
pub(super) fn conditions(
    replies: &'static [Reply],
    index: usize,
    status: Option<u16>,
    value: &mut Value,
) -> Option<Conditions> {
    let reply = &replies[index];
    let mut slots = Slots {
        reply,
        names: Vec::new(),
    };
    let mut conditions = Conditions::default();
    match slots.all(reply, status)? {
        Known::Holds => {}
        Known::Fails => return None,
        Known::Tests(tests) => conditions.own = tests,
    }
    for other in &replies[..index] {
        match slots.all(other, status)? {
            Known::Holds => return None,
            Known::Fails => {}
            Known::Tests(tests) => conditions.others.push(tests),
        }
    }
    slots.mark(value).then_some(conditions)
}

/// The members of a reply whose values are noted.
struct Slots {
    reply: &'static Reply,
    names: Vec<&'static str>,
}

impl Slots {
    /// What is known of all conditions of a reply, if the text is a clean one of the kind at hand.
    fn all(&mut self, of: &'static Reply, status: Option<u16>) -> Option<Known> {
        let mut all = Vec::new();
        for condition in of.when {
            match self.one(condition, of, status)? {
                Known::Holds => {}
                Known::Fails => return Some(Known::Fails),
                Known::Tests(tests) => all.extend(tests),
            }
        }
        Some(if all.is_empty() {
            Known::Holds
        } else {
            Known::Tests(all)
        })
    }

    fn one(
        &mut self,
        condition: &Condition,
        of: &'static Reply,
        status: Option<u16>,
    ) -> Option<Known> {
        let object = self.reply.body.shape.object();
        let has = |name: &str| object.is_some_and(|object| object.field(name).is_some());
        match *condition {
            Condition::Status(first, last) => match status {
                Some(status) if (first..=last).contains(&status) => Some(Known::Holds),
                Some(_) => Some(Known::Fails),
                None => self.has_required(of),
            },
            Condition::Prefix(name, _) | Condition::Present(name) if !has(name) => {
                Some(Known::Fails)
            }
            Condition::Prefix(name, prefix) => self.test(name, Demand::Prefix(prefix)),
            Condition::Present(name) => self.test(name, Demand::Present),
            Condition::Word(name, words) => {
                let fields = object.map_or(&[][..], |object| object.fields).iter();
                let mut meant = fields.filter(|it| same_but_for_case_and_blanks(it.name, name));
                match (meant.next(), meant.next()) {
                    (None, _) => Some(Known::Fails),
                    (Some(field), None) => self.test(field.name, Demand::Word(words)),
                    // Either of them may be the one.
                    (Some(_), Some(_)) => None,
                }
            }
        }
    }

    fn test(&mut self, name: &'static str, demand: Demand) -> Option<Known> {
        let known = self.names.iter().position(|known| *known == name);
        let slot = known.unwrap_or_else(|| {
            self.names.push(name);
            self.names.len() - 1
        });
        (slot < MOST).then(|| Known::Tests(vec![Test { slot, demand }]))
    }

    /// Whether a clean text of the kind at hand has the required members of another kind.
    fn has_required(&mut self, of: &'static Reply) -> Option<Known> {
        let (own, other) = (&self.reply.body.shape, &of.body.shape);
        let (own, other) = match (own.kind, other.kind) {
            (shape::Kind::Object(own), shape::Kind::Object(other)) => (own, other),
            // Types that have nothing in common.
            (shape::Kind::Array(_), shape::Kind::Object(_))
            | (shape::Kind::Object(_), shape::Kind::Array(_)) => return Some(Known::Fails),
            (shape::Kind::Array(_), shape::Kind::Array(_)) => return Some(Known::Holds),
            _ => return None,
        };
        let mut tests = Vec::new();
        for required in other.fields.iter().filter(|field| field.is_required()) {
            let is_it = |field: &&shape::Field| match meaning::of(field.name, other) {
                Meaning::Field(meant) => meant.name == required.name,
                Meaning::Spelling(spelling) => spelling.field.name == required.name,
                Meaning::Unknown => false,
            };
            let mut meant = own.fields.iter().filter(is_it);
            match (meant.next(), meant.next()) {
                (None, _) => return Some(Known::Fails),
                (Some(field), None) => {
                    if let Known::Tests(more) = self.test(field.name, Demand::Present)? {
                        tests.extend(more);
                    }
                }
                (Some(_), Some(_)) => return None,
            }
        }
        Some(if tests.is_empty() {
            Known::Holds
        } else {
            Known::Tests(tests)
        })
    }

    /// Notes in the program which values are wanted.
    fn mark(&self, value: &mut Value) -> bool {
        if self.names.is_empty() {
            return true;
        }
        let Kind::Object(object) = &mut value.kind else {
            return false;
        };
        for (slot, name) in self.names.iter().enumerate() {
            let mut members = object.members.iter_mut();
            match members.find(|member| member.is_called(name)) {
                Some(member) => member.captured = Some(slot),
                None => return false,
            }
        }
        true
    }
}
