//! The way through a program, one step for each that the writer takes.

use super::frame::{Current, Frame, Items, Members, Place};
use super::value::Single;
use crate::clean::object::MOST_OTHERS;
use crate::clean::parameters::{Parameters, is_ambiguous};
use crate::clean::program::{Array, Object, Others, Program, Value};
use crate::clean::reply::Conditions;
use crate::clean::scan::Scan;
use crate::clean::slot::{Slot, Slots};
use crate::clean::text::Str;
use carnet_core::json::Event;
use std::ops::Range;

/// What is noted of an object, or of an array inside another one: that it stands there. No statement
/// takes it for anything that it might be.
const SOMETHING: &[u8] = br#""\u0000""#;

/// Few payloads are deeper.
const DEEP: usize = 4;

/// How far a payload is written. What returns `None` has met something that is not clean, or that
/// nobody here can tell.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'p> {
    /// What the whole is, until it comes, and what else must hold of it.
    root: Option<&'p Value>,
    conditions: Option<&'p Conditions>,
    /// What is being written, and what that stands in.
    top: Option<Frame<'p>>,
    below: Vec<Frame<'p>>,
    slots: Slots,
    /// Values that something is asked about, and keys, as JSON.
    noted: Vec<u8>,
    /// Where the keys of members that are not known are noted.
    keys: Vec<Range<usize>>,
    /// Whether an array is being noted: then nothing else can be.
    is_noting: bool,
}

impl<'p> Cursor<'p> {
    pub(super) fn of_json(program: &'p Program) -> Self {
        Self {
            root: Some(&program.value),
            conditions: Some(&program.conditions),
            ..Self::of(None)
        }
    }

    /// `None` of too many parameters.
    pub(super) fn of_parameters(parameters: &'p Parameters) -> Option<Self> {
        let members = Members::of(&parameters.object, Some(&parameters.json), 0)?;
        Some(Self::of(Some(Frame::Object(members))))
    }

    fn of(top: Option<Frame<'p>>) -> Self {
        Self {
            root: None,
            conditions: None,
            top,
            below: Vec::with_capacity(DEEP),
            slots: Slots::NONE,
            noted: Vec::new(),
            keys: Vec::new(),
            is_noting: false,
        }
    }

    /// Whether all that was written is clean, and nothing is missing.
    pub(super) fn is_clean(&self) -> bool {
        match &self.top {
            None => {
                let mut conditions = self.conditions.iter();
                self.root.is_none()
                    && conditions.all(|it| it.hold(&self.slots, as_text(&self.noted)))
            }
            Some(Frame::Object(members)) if members.json.is_some() => self.is_whole(members),
            _ => false,
        }
    }

    /// Goes into an object or array.
    fn push(&mut self, frame: Frame<'p>) {
        self.below.extend(self.top.replace(frame));
    }

    /// Goes out of it.
    fn pop(&mut self) -> Option<Frame<'p>> {
        std::mem::replace(&mut self.top, self.below.pop())
    }

    /// Takes a step. Who takes it knows which one it is, so that this is no choice there.
    #[inline(always)]
    pub(super) fn note(&mut self, event: Event<'_>) -> Option<()> {
        match event {
            Event::Parameter(name) | Event::Key(name) => self.key(name),
            Event::Text(text) => self.text(text),
            Event::Json(json) => self.json(json),
            Event::Object => self.object(),
            Event::ObjectEnd => self.object_end(),
            Event::Array => self.array(),
            Event::ArrayEnd => self.array_end(),
            Event::Unknown => None,
        }
    }

    fn key(&mut self, name: &str) -> Option<()> {
        let Some(Frame::Object(members)) = &mut self.top else {
            return None;
        };
        match members.take(name) {
            Some(is_right) => is_right.then_some(()),
            None => self.other_key(name),
        }
    }

    /// The key of a member that is not known.
    #[inline(never)]
    fn other_key(&mut self, name: &str) -> Option<()> {
        let Some(Frame::Object(members)) = &mut self.top else {
            return None;
        };
        let Others::Named(_) = members.object.others else {
            return None;
        };
        let keys = self.keys.get(members.keys_before..)?;
        let is_new = keys
            .iter()
            .all(|key| self.noted.get(key.clone()) != Some(name.as_bytes()));
        if !is_new || keys.len() == MOST_OTHERS || self.is_noting || members.current.is_some() {
            return None;
        }
        members.current = Some(Current::Other);
        let start = self.noted.len();
        self.noted.extend_from_slice(name.as_bytes());
        self.keys.push(start..self.noted.len());
        Some(())
    }

    /// A text. Most are members that nothing else is asked about, and have the shorter way.
    fn text(&mut self, text: &str) -> Option<()> {
        if let Some(Frame::Object(members)) = &mut self.top
            && let Some(member) = members.plain()
        {
            members.current = None;
            let is_empty = text.is_empty();
            members.be_absent_if(is_empty && members.object.empty_is_absent);
            let is_clean = member.value.takes_text(Str::plain(text));
            return (is_clean && (!is_empty || member.empty)).then_some(());
        }
        self.single(Single::Text(text))
    }

    /// Any other value. Most are members that nothing else is asked about, and have the shorter way.
    fn json(&mut self, json: &str) -> Option<()> {
        if let Some(Frame::Object(members)) = &mut self.top
            && let Some(member) = members.plain()
        {
            match json.as_bytes() {
                b"null" => {
                    members.current = None;
                    members.be_absent_if(true);
                    return member.null.then_some(());
                }
                [b'-' | b'0'..=b'9', ..] => {
                    members.current = None;
                    let (number, end) = Scan::new(json).number(0)?;
                    let is_clean = end == json.len() && member.value.takes_number(number);
                    return is_clean.then_some(());
                }
                _ => {}
            }
        }
        self.single(Single::Json(json))
    }

    /// A value that is told of as a whole.
    fn single(&mut self, single: Single<'_>) -> Option<()> {
        let place = self.place(Some(single))?;
        let is_clean = single.is_null() || single.holds(place.value);
        let is_odd = place.is_bare && is_ambiguous(single.written(), place.slot);
        (is_clean && !is_odd).then_some(())?;
        self.keep(single, place.slot)
    }

    /// Where the next value stands, which has come then; `None` too where it may not be `null` or
    /// empty and is. What has others in it is no single one.
    fn place(&mut self, single: Option<Single<'_>>) -> Option<Place<'p>> {
        let is_null = single.is_some_and(Single::is_null);
        let is_empty = single.is_some_and(Single::is_empty);
        let place = |value| Place {
            value,
            slot: Slot::NOBODYS,
            is_bare: false,
        };
        let (place, null) = match &mut self.top {
            None => (place(self.root.take()?), false),
            Some(Frame::Array(items)) => {
                items.count += 1;
                let array = items.array;
                (place(&array.item), array.null)
            }
            Some(Frame::Object(members)) => {
                let object: &'p Object = members.object;
                let is_absent = is_null || is_empty && object.empty_is_absent;
                match members.current.take()? {
                    Current::Member(member) => {
                        members.be_absent_if(is_absent);
                        if single.is_some_and(Single::is_true) {
                            members.be_true();
                        }
                        (!is_empty || member.empty).then_some(())?;
                        (members.place(member), member.null)
                    }
                    Current::Other => {
                        let Others::Named(named) = &object.others else {
                            return None;
                        };
                        members.marks.has_other |= !is_absent;
                        (place(&named.value), named.null)
                    }
                }
            }
        };
        // There is no `null` among bare parameters.
        (!is_null || null && !place.is_bare).then_some(place)
    }

    /// Notes a value, if it has a slot or is an item of an array that has.
    fn keep(&mut self, single: Single<'_>, slot: Slot) -> Option<()> {
        if slot.is_asked() {
            if self.is_noting {
                return None;
            }
            let start = self.noted.len();
            single.append(&mut self.noted);
            self.slots.note(slot, start, self.noted.len());
        } else if self.is_item() {
            self.part();
            single.append(&mut self.noted);
        }
        Some(())
    }

    /// Whether what comes is an item of an array that is noted.
    fn is_item(&self) -> bool {
        matches!(&self.top, Some(Frame::Array(items)) if items.noted.is_some())
    }

    /// Parts an item from the one before it.
    fn part(&mut self) {
        if self.noted.last() != Some(&b'[') {
            self.noted.push(b',');
        }
    }

    /// A value that has others in it: of an item that is one, only that it stands there is noted.
    fn container(&mut self) -> Option<Place<'p>> {
        if self.is_item() {
            self.part();
            self.noted.extend_from_slice(SOMETHING);
        }
        let place = self.place(None)?;
        let is_lost = place.is_bare || self.is_noting && place.slot.is_asked();
        (!is_lost).then_some(place)
    }

    fn object(&mut self) -> Option<()> {
        let place = self.container()?;
        let object = object_of(place.value)?;
        if self.is_noting && !object.slots.is_empty() {
            return None;
        }
        if place.slot.is_asked() {
            let start = self.noted.len();
            self.noted.extend_from_slice(SOMETHING);
            self.slots.note(place.slot, start, self.noted.len());
        }
        for &slot in &object.slots {
            self.slots.forget(slot);
        }
        let members = Members::of(object, None, self.keys.len())?;
        self.push(Frame::Object(members));
        Some(())
    }

    fn object_end(&mut self) -> Option<()> {
        let Some(Frame::Object(members)) = self.pop() else {
            return None;
        };
        let is_whole = self.is_whole(&members);
        self.keys.truncate(members.keys_before);
        is_whole.then_some(())
    }

    fn is_whole(&self, members: &Members<'_>) -> bool {
        let object = members.object;
        let noted = if object.is_asked_about() {
            as_text(&self.noted)
        } else {
            ""
        };
        let keys = self.keys.iter().skip(members.keys_before);
        let mut keys = keys.map(|key| noted.get(key.clone()).unwrap_or_default());
        members.current.is_none()
            && keys.all(|key| object.others.may_have(key, &self.slots, noted))
            && members.marks.are_whole(object, &self.slots, noted)
    }

    fn array(&mut self) -> Option<()> {
        let place = self.container()?;
        let array = array_of(place.value)?;
        let noted = place
            .slot
            .is_asked()
            .then_some((self.noted.len(), place.slot));
        if noted.is_some() {
            self.noted.push(b'[');
            self.is_noting = true;
        }
        self.push(Frame::Array(Items {
            array,
            count: 0,
            noted,
        }));
        Some(())
    }

    fn array_end(&mut self) -> Option<()> {
        let Some(Frame::Array(items)) = self.pop() else {
            return None;
        };
        if let Some((start, slot)) = items.noted {
            self.noted.push(b']');
            self.slots.note(slot, start, self.noted.len());
            self.is_noting = false;
        }
        (items.array.min_items..=items.array.max_items)
            .contains(&items.count)
            .then_some(())
    }
}

/// What was noted: texts, one behind the other.
fn as_text(noted: &[u8]) -> &str {
    std::str::from_utf8(noted).unwrap_or_default()
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
