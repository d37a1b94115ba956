//! Which kind of reply a text is, told by values that are met on the way.
//!
//! A text is of a kind if the conditions of that kind hold and those of no kind before it. Under a
//! known HTTP status, and by members that only one kind has, most of that is settled beforehand.

use super::slot::{Slot, Slots};
use crate::meaning::{self, Meaning};
use crate::rule::key_spelling::same_but_for_case_and_blanks;
use carnet_core::contract::{Condition, Reply};
use carnet_core::shape;

/// What must hold of the values that were met.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    /// All of these hold.
    own: Vec<Test>,
    /// Of each of these one does not hold.
    others: Vec<Vec<Test>>,
}

/// A condition about a member of the outermost object.
#[derive(Clone, Copy, Debug)]
struct Test {
    name: &'static str,
    /// Where the place of its value is noted.
    slot: Slot,
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
    /// The same, with the slots of the members that they are about; `None` where one has none.
    pub(super) fn noted(
        mut self,
        mut slot_of: impl FnMut(&'static str) -> Option<Slot>,
    ) -> Option<Self> {
        for test in self.own.iter_mut().chain(self.others.iter_mut().flatten()) {
            test.slot = slot_of(test.name)?;
        }
        Some(self)
    }

    pub(super) fn hold(&self, slots: &Slots, text: &str) -> bool {
        if self.own.is_empty() && self.others.is_empty() {
            return true;
        }
        let holds = |test: &Test| test.holds(slots.get(test.slot, text));
        let mut tests = self.own.iter().chain(self.others.iter().flatten());
        let is_plain = |test: &Test| !slots.get(test.slot, text).contains('\\');
        self.own.iter().all(holds)
            && !self.others.iter().any(|other| other.iter().all(holds))
            && tests.all(is_plain)
    }
}

impl Test {
    const fn of(name: &'static str, demand: Demand) -> Self {
        Self {
            name,
            slot: Slot::NOBODYS,
            demand,
        }
    }

    fn holds(&self, written: &str) -> bool {
        let text = written.strip_prefix('"');
        let text = text.and_then(|text| text.strip_suffix('"'));
        match self.demand {
            Demand::Present => !written.is_empty(),
            Demand::Prefix(prefix) => {
                let value = match written.as_bytes() {
                    [b'"', text @ ..] => text,
                    number @ [b'-' | b'0'..=b'9', ..] => number,
                    _ => return false,
                };
                value.starts_with(prefix.as_bytes())
            }
            Demand::Word(words) => text.is_some_and(|text| {
                let mut words = words.iter();
                words.any(|word| word.eq_ignore_ascii_case(text))
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
) -> Option<Conditions> {
    let reply = &replies[index];
    let kind = Kind { reply, status };
    let mut conditions = Conditions::default();
    match kind.all(reply)? {
        Known::Holds => {}
        Known::Fails => return None,
        Known::Tests(tests) => conditions.own = tests,
    }
    for other in &replies[..index] {
        match kind.all(other)? {
            Known::Holds => return None,
            Known::Fails => {}
            Known::Tests(tests) => conditions.others.push(tests),
        }
    }
    Some(conditions)
}

/// The kind of reply that a text is a clean one of.
struct Kind {
    reply: &'static Reply,
    status: Option<u16>,
}

impl Kind {
    /// What is known of all conditions of a reply.
    fn all(&self, of: &'static Reply) -> Option<Known> {
        let mut all = Vec::new();
        for condition in of.when {
            match self.one(condition, of)? {
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

    fn one(&self, condition: &Condition, of: &'static Reply) -> Option<Known> {
        let object = self.reply.body.shape.object();
        let has = |name: &str| object.is_some_and(|object| object.field(name).is_some());
        match *condition {
            Condition::Status(first, last) => match self.status {
                Some(status) if (first..=last).contains(&status) => Some(Known::Holds),
                Some(_) => Some(Known::Fails),
                None => self.has_required(of),
            },
            Condition::Prefix(name, _) | Condition::Present(name) if !has(name) => {
                Some(Known::Fails)
            }
            Condition::Prefix(name, prefix) => Some(test(name, Demand::Prefix(prefix))),
            Condition::Present(name) => Some(test(name, Demand::Present)),
            Condition::Word(name, words) => {
                let fields = object.map_or(&[][..], |object| object.fields).iter();
                let mut meant = fields.filter(|it| same_but_for_case_and_blanks(it.name, name));
                match (meant.next(), meant.next()) {
                    (None, _) => Some(Known::Fails),
                    (Some(field), None) => Some(test(field.name, Demand::Word(words))),
                    // Either of them may be the one.
                    (Some(_), Some(_)) => None,
                }
            }
        }
    }

    /// Whether a clean text of the kind at hand has the required members of another kind.
    fn has_required(&self, of: &'static Reply) -> Option<Known> {
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
                (Some(field), None) => tests.push(Test::of(field.name, Demand::Present)),
                (Some(_), Some(_)) => return None,
            }
        }
        Some(if tests.is_empty() {
            Known::Holds
        } else {
            Known::Tests(tests)
        })
    }
}

fn test(name: &'static str, demand: Demand) -> Known {
    Known::Tests(vec![Test::of(name, demand)])
}
