//! Other readings of the vendor's pages, and other keys, that are let pass.

use super::Maker;
use crate::meaning::{self, Meaning};
use carnet_core::shape::{Kind, Object, Reading, Shape};
use carnet_core::{Level, RuleId};

/// What tells values apart at first sight.
#[derive(Clone, Copy, PartialEq, Eq)]
enum JsonType {
    Boolean,
    Number,
    Text,
    Array,
    Object,
}

/// The JSON type of a kind, if it has one only.
const fn json_type(kind: Kind) -> Option<JsonType> {
    Some(match kind {
        Kind::Boolean => JsonType::Boolean,
        Kind::Integer | Kind::Number => JsonType::Number,
        Kind::String | Kind::Enum(_) => JsonType::Text,
        Kind::Array(_) => JsonType::Array,
        Kind::Object(_) | Kind::Map(_) => JsonType::Object,
        Kind::Any | Kind::Union(_) => return None,
    })
}

impl Maker<'_> {
    /// The readings of which nothing is told to a text that follows them: those before the first of
    /// which something would be, since that may be the one that is taken. Of several of one JSON
    /// type it is the first.
    pub(super) fn passable(&self, shape: &Shape) -> Vec<&'static Reading> {
        let mut types = Vec::new();
        let readings = shape.readings.iter();
        let passed = readings.take_while(|reading| self.passes(shape, reading));
        let mut passable: Vec<_> = passed.collect();
        passable.retain(|reading| {
            let own = json_type(reading.shape.kind);
            let is_first = !types.contains(&own);
            types.push(own);
            is_first
        });
        passable
    }

    /// Whether a reading is let pass whichever rule a value breaks that follows it: of another JSON
    /// type that is one about types, of the same type it may be any.
    fn passes(&self, shape: &Shape, reading: &Reading) -> bool {
        let (own, other) = (shape.kind, reading.shape.kind);
        let (Some(own_type), Some(other_type)) = (json_type(own), json_type(other)) else {
            return false;
        };
        // A listed text in another case stays one by any reading but a list.
        let is_listed = |kind| matches!(kind, Kind::Enum(_));
        let is_other_text = own_type == JsonType::Text && (!is_listed(own) || is_listed(other));
        let is_told_apart =
            own_type != other_type || is_other_text && self.judge.settings.overrides.is_empty();
        is_told_apart
            && !shape.sensitive
            && !reading.shape.sensitive
            && self.allows(RuleId::Type, &reading.ruling)
    }

    /// The keys that are let pass for a member besides its own, with its index.
    pub(super) fn other_keys(&self, object: &'static Object) -> Vec<(&'static str, usize)> {
        let mut found: Vec<(&'static str, usize)> = Vec::new();
        // A key that is the value of another member is that before it is anything else.
        if object.dynamic.is_some() {
            return found;
        }
        let own = |key: &str| object.fields.iter().any(|field| field.name == key);
        for alias in object.fields.iter().flat_map(|field| field.aliases) {
            let key = alias.name;
            if !own(key) && found.iter().all(|(known, _)| *known != key) {
                found.extend(self.meant(key, object).map(|index| (key, index)));
            }
        }
        found
    }

    /// The member that another key stands for, if nothing is told of that.
    fn meant(&self, key: &str, object: &'static Object) -> Option<usize> {
        let Meaning::Spelling(spelling) = meaning::of(key, object) else {
            return None;
        };
        let rules = [RuleId::KeySpelling, RuleId::ParameterSpelling];
        let mut levels = rules
            .iter()
            .map(|&rule| self.judge.level(rule, spelling.ruling));
        let is_passed = spelling.adopted && levels.all(|level| level == Level::Allow);
        let mut fields = object.fields.iter();
        let index = fields.position(|field| field.name == spelling.field.name)?;
        is_passed.then_some(index)
    }
}
