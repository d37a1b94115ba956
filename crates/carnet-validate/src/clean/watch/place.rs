//! Where in a payload the writer is. The writers keep it, each for what it writes.

use super::cursor::Step;
use crate::clean::object::{Bit, Marks};
use crate::clean::program::{Array, Named, Object, Spot, Value, WATCHED_WORDS, Watched, Written};
use crate::clean::slot::Slot;
use carnet_core::json::Key;

/// Where nothing is clean.
static NOWHERE: Spot = Spot::of(Value::Nothing, false);

/// Where a value stands.
#[derive(Clone, Copy, Debug)]
pub struct Place<'p> {
    pub(super) spot: &'p Spot,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Json,
    /// A parameter that is no JSON.
    Bare,
    /// An item of an array that is noted.
    Noted,
}

impl Default for Place<'_> {
    fn default() -> Self {
        Self::of(&NOWHERE)
    }
}

impl<'p> Place<'p> {
    #[inline(always)]
    pub(super) const fn of(spot: &'p Spot) -> Self {
        Self {
            spot,
            kind: Kind::Json,
        }
    }

    /// Whether all that counts of a value there is what it is.
    #[inline(always)]
    pub(super) fn is_plain(self) -> bool {
        self.kind == Kind::Json && !self.spot.slot.is_asked()
    }

    /// What a value there may be.
    pub(super) fn value(self) -> &'p Value {
        match self.kind {
            // By the documented type: another reading may be one of texts that look like numbers.
            Kind::Bare => self.spot.value.documented(),
            Kind::Json | Kind::Noted => &self.spot.value,
        }
    }
}

/// An object that is being written, or parameters; `None` where nothing is clean any more.
#[derive(Debug, Default)]
pub struct Members<'p>(pub(super) Option<Open<'p>>);

#[derive(Debug)]
pub(super) struct Open<'p> {
    pub(super) object: &'p Object,
    watched: &'p Watched,
    /// The keys of members as they are written; none of parameters.
    keys: &'p [Written],
    /// Whether the members are parameters; then which of them travel as JSON.
    json: Option<&'p [bool]>,
    pub(super) marks: Marks<WATCHED_WORDS>,
    /// The member after the last.
    next: usize,
    /// The least step of which nothing is to be noted when the next member comes.
    pub(super) simple: Step,
    /// Whether the last is a member of unknown name.
    is_other: bool,
    /// How many keys were noted before this object's.
    pub(super) keys_before: usize,
}

impl<'p> Open<'p> {
    /// `None` of an object that has too many members.
    #[inline(always)]
    pub(super) fn of(
        object: &'p Object,
        json: Option<&'p [bool]>,
        keys_before: usize,
    ) -> Option<Self> {
        let simple = match json {
            Some(_) => Step::Never,
            None if object.is_asked_about() => Step::Value,
            None => Step::Empty,
        };
        let watched = object.watched.as_ref()?;
        Some(Self {
            object,
            watched,
            keys: if json.is_some() { &[] } else { &watched.keys },
            json,
            marks: Marks::new(watched.demanded.refused),
            next: 0,
            simple,
            is_other: false,
            keys_before,
        })
    }

    /// Whether nothing is asked about several members.
    #[inline(always)]
    pub(super) fn is_simple(&self) -> bool {
        self.simple == Step::Empty
    }

    /// Whether every member is there that must be.
    #[inline(always)]
    pub(super) fn has_all(&self) -> bool {
        self.marks.have(&self.watched.demanded.required)
    }

    /// Takes the key of the member after the last, as it is written: where its value stands. `None` of any
    /// other key.
    #[inline(always)]
    pub(super) fn take_next(&mut self, key: &Written) -> Option<Place<'p>> {
        if self.keys.get(self.next) != Some(key) {
            return None;
        }
        let object: &'p Object = self.object;
        let member = object.members.get(self.next)?;
        self.next += 1;
        let is_new = self.marks.stand(member.bit);
        is_new.then_some(Place::of(&member.spot))
    }

    /// Takes the key of any member: where its value stands, and whether it may. `None` of a name that no
    /// member has.
    pub(super) fn take_known(&mut self, key: &Key) -> Option<(Place<'p>, bool)> {
        // That of the member after the last is another one.
        let mut index = self.next + 1;
        while let Some(written) = self.keys.get(index) {
            if written == key.block() {
                return self.take_at(index);
            }
            index += 1;
        }
        self.take(key.name())
    }

    /// The same by the name.
    pub(super) fn take(&mut self, name: &str) -> Option<(Place<'p>, bool)> {
        let object: &'p Object = self.object;
        let next = object.members.get(self.next);
        let index = match next.filter(|member| member.key.name() == name) {
            Some(_) => self.next,
            None => object.find(name.as_bytes())?,
        };
        self.take_at(index)
    }

    fn take_at(&mut self, index: usize) -> Option<(Place<'p>, bool)> {
        let object: &'p Object = self.object;
        let member = object.members.get(index)?;
        let kind = match self.json {
            Some(json) if json.get(index) != Some(&true) => Kind::Bare,
            _ => Kind::Json,
        };
        self.next = index + 1;
        let spot = &member.spot;
        Some((Place { spot, kind }, self.marks.stand(member.bit)))
    }

    /// Takes the key of a member of unknown name: where its value stands.
    pub(super) fn take_other(&mut self, named: &'p Named) -> Place<'p> {
        (self.is_other, self.simple) = (true, Step::Never);
        Place::of(&named.spot)
    }

    /// Notes what the value of the last member was; `false` where none came.
    #[inline(always)]
    pub(super) fn settle(&mut self, step: Step) -> bool {
        let is_absent = step == Step::Null || step == Step::Empty && self.object.empty_is_absent;
        if std::mem::take(&mut self.is_other) {
            self.marks.has_other |= !is_absent;
        } else {
            let last = Bit::of(self.next.wrapping_sub(1));
            self.marks.be_absent_if(last, is_absent);
            self.marks.be_true_if(last, step == Step::True);
        }
        step >= Step::Empty
    }
}

/// An array that is being written; `None` where nothing is clean any more.
#[derive(Debug, Default)]
pub struct Items<'p>(pub(super) Option<Row<'p>>);

#[derive(Debug)]
pub(super) struct Row<'p> {
    pub(super) array: &'p Array,
    pub(super) count: usize,
    /// Where its text begins in what is noted, and its slot, if that is asked for.
    pub(super) noted: Option<(usize, Slot)>,
}
