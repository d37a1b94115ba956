//! The way through a program, one step for each that the writer takes.

use super::place::{Items, Kind, Members, Open, Place, Row};
use super::single::{Single, is_plain};
use crate::clean::number::Num;
use crate::clean::object::MOST_OTHERS;
use crate::clean::parameters::{Parameters, is_ambiguous};
use crate::clean::program::{Array, Object, Others, Program, Value};
use crate::clean::slot::Slots;
use crate::clean::text::Str;
use carnet_core::json::Key;
use std::ops::Range;

/// What is noted of an object, or of an array inside another one: that it stands there. No statement
/// takes it for anything that it might be.
const SOMETHING: &str = r#""\u0000""#;

/// Room for what most payloads have noted.
const ROOM: usize = 256;

/// How far a payload is written.
#[derive(Debug)]
pub(super) struct Cursor<'p> {
    whole: Whole<'p>,
    /// Whether everything is clean so far, for certain.
    is_clean: bool,
    step: Step,
    slots: Slots,
    /// Values that something is asked about, and keys, as JSON.
    noted: String,
    /// Where the keys of members that are not known are noted.
    keys: Vec<Range<usize>>,
    /// Whether an array is being noted: then nothing else can be.
    is_noting: bool,
}

/// What a clean payload is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Whole<'p> {
    Json(&'p Program),
    Parameters(&'p Parameters),
    /// Nobody here can tell.
    Unknown,
}

/// What was written last.
///
/// From [`Empty`](Self::Empty) on it is a value, or none is awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// Nothing yet.
    Start,
    /// Everything.
    End,
    /// What comes before a value.
    Awaited,
    /// An empty text.
    Empty,
    Null,
    True,
    /// Any other value, or the beginning of an object or an array.
    Value,
    /// What is beyond all of them.
    Never,
}

impl<'p> Cursor<'p> {
    pub(super) const fn new(whole: Whole<'p>) -> Self {
        Self {
            whole,
            is_clean: true,
            step: Step::Start,
            slots: Slots::NONE,
            noted: String::new(),
            keys: Vec::new(),
            is_noting: false,
        }
    }

    /// Whether all that was written is clean, and nothing is missing.
    pub(super) fn is_clean(&self) -> bool {
        self.is_clean
            && match self.whole {
                Whole::Json(program) => {
                    let conditions = &program.conditions;
                    self.step >= Step::Empty && conditions.hold(&self.slots, &self.noted)
                }
                Whole::Parameters(_) => self.step == Step::End,
                Whole::Unknown => false,
            }
    }

    #[cold]
    fn give_up<T: Default>(&mut self) -> T {
        self.is_clean = false;
        T::default()
    }

    /// Takes a step to a value, which must have been awaited.
    #[inline(always)]
    fn arrive(&mut self, step: Step) {
        self.is_clean &= self.step == Step::Awaited;
        self.step = step;
    }

    pub(super) fn root(&mut self) -> Place<'p> {
        match self.whole {
            Whole::Json(program) if self.step == Step::Start => {
                self.step = Step::Awaited;
                Place::of(&program.spot)
            }
            _ => self.give_up(),
        }
    }

    pub(super) fn parameters(&mut self, members: &mut Members<'p>) {
        match self.whole {
            Whole::Parameters(all) if self.step == Step::Start => {
                self.step = Step::Value;
                self.begin(members, &all.object, Some(&all.json));
            }
            _ => self.give_up(),
        }
    }

    pub(super) fn parameters_end(&mut self, members: &mut Members<'p>) {
        self.object_end(members);
        self.step = Step::End;
    }

    #[inline(always)]
    fn begin(&mut self, members: &mut Members<'p>, object: &'p Object, json: Option<&'p [bool]>) {
        members.0 = Open::of(object, json, self.keys.len());
        self.is_clean &= members.0.is_some();
    }

    /// The key of a member, probably one after the last.
    #[inline(always)]
    pub(super) fn known_member(&mut self, members: &mut Members<'p>, key: &Key) -> Place<'p> {
        let Some(open) = &mut members.0 else {
            return self.give_up();
        };
        if self.step < open.simple {
            self.is_clean &= open.settle(self.step);
        }
        self.step = Step::Awaited;
        match open.take_next(key.block()) {
            Some(place) => place,
            None => self.later_member(open, key),
        }
    }

    #[inline(never)]
    fn later_member(&mut self, open: &mut Open<'p>, key: &Key) -> Place<'p> {
        match open.take_known(key) {
            Some(found) => self.found(found),
            None => self.other_member(open, key.name()),
        }
    }

    #[inline(never)]
    pub(super) fn member(&mut self, members: &mut Members<'p>, name: &str) -> Place<'p> {
        let Some(open) = &mut members.0 else {
            return self.give_up();
        };
        self.is_clean &= open.settle(self.step);
        self.step = Step::Awaited;
        match open.take(name) {
            Some(found) => self.found(found),
            None => self.other_member(open, name),
        }
    }

    /// A member that is known, which may stand there or not.
    fn found(&mut self, (place, is_right): (Place<'p>, bool)) -> Place<'p> {
        self.is_clean &= is_right;
        place
    }

    /// The key of a member that is not known.
    #[inline(never)]
    fn other_member(&mut self, open: &mut Open<'p>, name: &str) -> Place<'p> {
        let object: &'p Object = open.object;
        let Others::Named(named) = &object.others else {
            return self.give_up();
        };
        let keys = self.keys.get(open.keys_before..).unwrap_or_default();
        let is_new = keys
            .iter()
            .all(|key| self.noted.get(key.clone()) != Some(name));
        // It is compared with texts as these are written.
        let is_told = is_new && is_plain(name) && keys.len() < MOST_OTHERS;
        if !is_told || self.is_noting {
            return self.give_up();
        }
        let start = self.noted.len();
        self.noted.push_str(name);
        self.keys.push(start..self.noted.len());
        open.take_other(named)
    }

    /// A text. Most stand where nothing else is asked about them, and have the shorter way.
    #[inline(always)]
    pub(super) fn text(&mut self, place: Place<'p>, text: &str) {
        if !place.is_plain() {
            return self.single(place, Single::Text(text));
        }
        let is_empty = text.is_empty();
        self.arrive(if is_empty { Step::Empty } else { Step::Value });
        self.is_clean &= place.spot.empty || !is_empty;
        self.is_clean &= match &place.spot.value {
            Value::Text(texts) if texts.hold_at_once(text.len(), text.bytes().next()) => true,
            other => takes(other, text),
        };
    }

    #[inline(always)]
    pub(super) fn integer(&mut self, place: Place<'p>, value: Option<i64>, digits: &str) {
        let Some(value) = value.filter(|_| place.is_plain()) else {
            return self.json(place, digits);
        };
        self.arrive(Step::Value);
        self.is_clean &= match &place.spot.value {
            Value::Integer(numbers) if numbers.has_between(value) => true,
            other => other.takes_number(Num::of(value, digits)),
        };
    }

    #[inline(always)]
    pub(super) fn boolean(&mut self, place: Place<'p>, value: bool) {
        if !matches!(place.spot.value, Value::Boolean) || !place.is_plain() {
            return self.single(place, Single::Json(if value { "true" } else { "false" }));
        }
        self.arrive(if value { Step::True } else { Step::Value });
    }

    #[inline(always)]
    pub(super) fn null(&mut self, place: Place<'p>) {
        if !place.is_plain() {
            return self.single(place, Single::Json("null"));
        }
        self.arrive(Step::Null);
        self.is_clean &= place.spot.null;
    }

    /// Any value.
    pub(super) fn json(&mut self, place: Place<'p>, json: &str) {
        self.single(place, Single::Json(json));
    }

    /// A value that is told of as a whole.
    #[inline(never)]
    fn single(&mut self, place: Place<'p>, single: Single<'_>) {
        let step = single.step();
        self.arrive(step);
        let is_clean = match step {
            // There is no `null` among bare parameters.
            Step::Null => place.spot.null && place.kind != Kind::Bare,
            Step::Empty if !place.spot.empty => false,
            _ => single.holds(place.value()),
        };
        let is_odd = place.kind == Kind::Bare && is_ambiguous(single.written(), place.spot.slot);
        self.is_clean &= is_clean && !is_odd && self.keep(place, single);
    }

    pub(super) fn unknown(&mut self) {
        self.give_up::<()>();
    }

    /// Notes a value, if it has a slot or is an item of an array that has; `false` where it cannot.
    fn keep(&mut self, place: Place<'p>, single: Single<'_>) -> bool {
        if place.spot.slot.is_asked() {
            let start = self.noted.len();
            if start == 0 {
                self.noted = String::with_capacity(ROOM);
            }
            single.append(&mut self.noted);
            self.slots.note(place.spot.slot, start, self.noted.len());
            return !self.is_noting;
        }
        if place.kind == Kind::Noted {
            self.part();
            single.append(&mut self.noted);
        }
        true
    }

    /// Parts an item from the one before it.
    fn part(&mut self) {
        if !self.noted.ends_with('[') {
            self.noted.push(',');
        }
    }

    /// A value that has others in it: of an item that is one, only that it stands there is noted.
    fn enter(&mut self, place: Place<'p>) {
        self.arrive(Step::Value);
        self.is_clean &=
            place.kind != Kind::Bare && !(self.is_noting && place.spot.slot.is_asked());
        if place.kind == Kind::Noted {
            self.part();
            self.noted.push_str(SOMETHING);
        }
    }

    #[inline(always)]
    pub(super) fn object(&mut self, place: Place<'p>, members: &mut Members<'p>) {
        match &place.spot.value {
            Value::Object(object) if place.is_plain() && object.slots.is_empty() => {
                self.arrive(Step::Value);
                self.begin(members, object, None);
            }
            _ => self.seldom_object(place, members),
        }
    }

    #[inline(never)]
    fn seldom_object(&mut self, place: Place<'p>, members: &mut Members<'p>) {
        self.enter(place);
        let Some(object) = object_of(&place.spot.value) else {
            return self.give_up();
        };
        self.is_clean &= !self.is_noting || object.slots.is_empty();
        if place.spot.slot.is_asked() {
            let start = self.noted.len();
            self.noted.push_str(SOMETHING);
            self.slots.note(place.spot.slot, start, self.noted.len());
        }
        for &slot in &object.slots {
            self.slots.forget(slot);
        }
        self.begin(members, object, None);
    }

    #[inline(always)]
    pub(super) fn object_end(&mut self, members: &mut Members<'p>) {
        let Some(open) = &mut members.0 else {
            return;
        };
        self.is_clean &= if open.is_simple() {
            self.step >= Step::Empty && open.has_all()
        } else {
            open.settle(self.step) && self.is_as_stated(open)
        };
        self.step = Step::Value;
    }

    #[inline(never)]
    fn is_as_stated(&mut self, open: &Open<'p>) -> bool {
        let object = open.object;
        let noted = self.noted.as_str();
        let keys = self.keys.iter().skip(open.keys_before);
        let mut keys = keys.map(|key| noted.get(key.clone()).unwrap_or_default());
        let is_clean = keys.all(|key| object.others.may_have(key, &self.slots, noted))
            && open.has_all()
            && open.marks.hold(object, &self.slots, noted);
        self.keys.truncate(open.keys_before);
        is_clean
    }

    #[inline(always)]
    pub(super) fn array(&mut self, place: Place<'p>) -> Items<'p> {
        match &place.spot.value {
            Value::Array(array) if place.is_plain() => {
                self.arrive(Step::Value);
                Items(Some(Row {
                    array,
                    count: 0,
                    noted: None,
                }))
            }
            _ => self.seldom_array(place),
        }
    }

    #[inline(never)]
    fn seldom_array(&mut self, place: Place<'p>) -> Items<'p> {
        self.enter(place);
        let Some(array) = array_of(&place.spot.value) else {
            return self.give_up();
        };
        let is_asked = place.spot.slot.is_asked();
        let noted = is_asked.then_some((self.noted.len(), place.spot.slot));
        if is_asked {
            self.noted.push('[');
            self.is_noting = true;
        }
        Items(Some(Row {
            array,
            count: 0,
            noted,
        }))
    }

    pub(super) fn item(&mut self, items: &mut Items<'p>) -> Place<'p> {
        let Some(row) = &mut items.0 else {
            return self.give_up();
        };
        self.is_clean &= self.step >= Step::Empty;
        self.step = Step::Awaited;
        row.count += 1;
        let kind = match row.noted {
            Some(_) => Kind::Noted,
            None => Kind::Json,
        };
        Place {
            spot: &row.array.item,
            kind,
        }
    }

    pub(super) fn array_end(&mut self, items: &mut Items<'p>) {
        let Some(row) = &mut items.0 else {
            return;
        };
        let counts = row.array.min_items..=row.array.max_items;
        self.is_clean &= self.step >= Step::Empty && counts.contains(&row.count);
        self.step = Step::Value;
        if let Some((start, slot)) = row.noted {
            self.noted.push(']');
            self.slots.note(slot, start, self.noted.len());
            self.is_noting = false;
        }
    }
}

/// Whether a text is a clean value, where more than a look is taken.
#[inline(never)]
fn takes(value: &Value, text: &str) -> bool {
    match value {
        Value::Word(words) => words.0.contains(&text),
        _ => value.takes_text(Str::plain(text)),
    }
}

/// The object that a value is by the first reading by which it is one.
fn object_of(value: &Value) -> Option<&Object> {
    match value {
        Value::Object(object) => Some(object),
        Value::Either(values) => values.iter().find_map(object_of),
        _ => None,
    }
}

/// The array that a value is by the first reading by which it is one.
fn array_of(value: &Value) -> Option<&Array> {
    match value {
        Value::Array(array) => Some(array),
        Value::Either(values) => values.iter().find_map(array_of),
        _ => None,
    }
}
