//! Values of every type.
//!
//! What a value is tells its first byte; then it is held against what it may be.

use super::number::Num;
use super::program::{Array, Map, Numbers, Texts, Union, Value};
use super::scan::Scan;
use super::text::Str;

/// Objects with more members of any name are left to the other pass.
const MOST_NAMES: usize = 32;
/// Values of any type nest at most so deep, which is less than any text may.
const DEEPEST: usize = 100;

impl Value {
    /// Whether a text is clean.
    pub(super) fn takes_text(&self, text: Str<'_>) -> bool {
        let holds = |texts: &Texts| texts.hold(text);
        match self {
            Self::Text(texts) => holds(texts),
            Self::Word(words) => words.hold(text),
            Self::Any => true,
            Self::Either(values) => values.iter().any(|value| value.takes_text(text)),
            Self::Union(union) => match &union.common {
                Some((texts, _)) => holds(texts) && union.texts.iter().any(holds),
                None => {
                    union.texts.iter().any(holds)
                        || union.others.iter().any(|value| value.takes_text(text))
                }
            },
            _ => false,
        }
    }

    /// What it may be one of, where nothing is demanded of all of them.
    fn variants(&self) -> Option<&Union> {
        match self {
            Self::Union(union) if union.common.is_none() => Some(union),
            _ => None,
        }
    }

    /// Whether a number is clean.
    #[inline(never)]
    pub(super) fn takes_number(&self, number: Num<'_>) -> bool {
        let is_plain = number.integer().is_some();
        let holds = |numbers: &Numbers| numbers.hold(number);
        match self {
            Self::Integer(numbers) => is_plain && holds(numbers),
            Self::Number(numbers) => holds(numbers),
            Self::Any => true,
            Self::Either(values) => values.iter().any(|value| value.takes_number(number)),
            Self::Union(union) => {
                let mut numbers = union.numbers.iter();
                let is_one = numbers.any(|(it, integer)| (is_plain || !integer) && holds(it));
                match &union.common {
                    Some((_, numbers)) => holds(numbers) && is_one,
                    None => is_one || union.others.iter().any(|value| value.takes_number(number)),
                }
            }
            _ => false,
        }
    }

    /// Whether `true` and `false` are clean.
    #[inline(always)]
    fn takes_boolean(&self) -> bool {
        matches!(self, Self::Boolean) || self.takes_boolean_besides()
    }

    /// The same of a value that may be something else besides.
    #[inline(never)]
    fn takes_boolean_besides(&self) -> bool {
        match self {
            Self::Any => true,
            Self::Either(values) => values.iter().any(Self::takes_boolean),
            Self::Union(union) => {
                union.common.is_none() && union.others.iter().any(Self::takes_boolean)
            }
            _ => false,
        }
    }
}

impl<'t> Scan<'t> {
    /// Reads a value that is clean.
    #[inline(always)]
    pub(super) fn value(&mut self, value: &Value, at: usize) -> Option<usize> {
        match self.byte(at)? {
            b'"' => self.textual(value, self.string(at)?),
            b'-' | b'0'..=b'9' => self.numeric(value, at),
            _ => self.other(value, at),
        }
    }

    /// Holds a text against a value: the place behind it.
    #[inline(always)]
    pub(super) fn textual(&self, value: &Value, text: Str<'t>) -> Option<usize> {
        let is_right = match value {
            Value::Text(texts) => texts.hold_at_once(text.len(), self.byte(text.start)),
            _ => false,
        };
        (is_right || self.other_text(value, text.start, text.end, text.is_escaped))
            .then_some(text.end + 1)
    }

    /// Whether a text is right where it takes more than a look to tell. What it is comes in parts, for
    /// which there are registers.
    #[inline(never)]
    fn other_text(&self, value: &Value, start: usize, end: usize, is_escaped: bool) -> bool {
        let text = Str {
            text: self.text,
            start,
            end,
            is_escaped,
        };
        match value {
            Value::Text(texts) => texts.hold(text),
            value => {
                let first = value.variants().and_then(|union| union.texts.first());
                first.is_some_and(|texts| texts.hold_at_once(text.len(), self.byte(start)))
                    || value.takes_text(text)
            }
        }
    }

    /// Reads a value that begins as a number.
    #[inline(always)]
    pub(super) fn numeric(&self, value: &Value, at: usize) -> Option<usize> {
        if let Value::Integer(numbers) | Value::Number(numbers) = value
            && let Some(digits) = self.short_integer(at)
            && numbers.hold_at_once(digits)
        {
            return Some(at + digits.count);
        }
        self.other_number(value, at)
    }

    /// The same of a number that takes more than a look, or stands where it is one of several things.
    #[inline(never)]
    fn other_number(&self, value: &Value, at: usize) -> Option<usize> {
        if let Some((numbers, _)) = value.variants().and_then(|union| union.numbers.first())
            && let Some(digits) = self.short_integer(at)
            && numbers.hold_at_once(digits)
        {
            return Some(at + digits.count);
        }
        let (number, end) = self.number(at)?;
        value.takes_number(number).then_some(end)
    }

    /// Reads a value that is neither a text nor a number.
    #[inline(always)]
    pub(super) fn other(&mut self, value: &Value, at: usize) -> Option<usize> {
        match self.byte(at)? {
            b't' => self.eat_word(at, b"true").filter(|_| value.takes_boolean()),
            b'f' => self
                .eat_word(at, b"false")
                .filter(|_| value.takes_boolean()),
            _ => match value {
                Value::Object(object) => self.object(object, at),
                Value::Array(array) => self.array(array, at),
                value => self.seldom(value, at),
            },
        }
    }

    /// Reads a value that few members have: one that may be several things, or any.
    #[inline(never)]
    fn seldom(&mut self, value: &Value, at: usize) -> Option<usize> {
        match value {
            Value::Map(map) => self.map(map, at),
            Value::Union(union) if union.common.is_none() => {
                let mut others = union.others.iter();
                others.find_map(|variant| self.other(variant, at))
            }
            Value::Either(values) => values.iter().find_map(|value| self.other(value, at)),
            Value::Any => self.any(at, 0),
            // What is demanded of all variants may be about what is in it.
            _ => None,
        }
    }

    fn array(&mut self, array: &Array, at: usize) -> Option<usize> {
        let mut at = self.blanks(self.eat(at, b'[')?);
        let mut count = 0;
        if let Some(end) = self.eat(at, b']') {
            at = end;
        } else {
            loop {
                count += 1;
                let end = if self.byte(at) == Some(b'n') {
                    self.eat_word(at, b"null").filter(|_| array.item.null)?
                } else {
                    self.value(&array.item.value, at)?
                };
                let (goes_on, next) = self.goes_on(end, b']')?;
                if !goes_on {
                    at = next;
                    break;
                }
                at = self.blanks(next);
            }
        }
        (array.min_items..=array.max_items)
            .contains(&count)
            .then_some(at)
    }

    fn map(&mut self, map: &Map, at: usize) -> Option<usize> {
        self.members(at, |scan, key, at| {
            if key.is_empty() && !map.empty_key {
                None
            } else if scan.byte(at) == Some(b'n') {
                scan.eat_word(at, b"null").filter(|_| map.spot.null)
            } else {
                scan.value(&map.spot.value, at)
            }
        })
    }

    /// Reads any value at all, as long as it is sound.
    pub(super) fn any(&self, at: usize, depth: usize) -> Option<usize> {
        match self.byte(at)? {
            b'"' => Some(self.string(at)?.end + 1),
            b'{' | b'[' if depth == DEEPEST => None,
            b'{' => {
                let mut scan = *self;
                scan.members(at, |scan, _, at| scan.any(at, depth + 1))
            }
            b'[' => self.any_items(at, depth),
            b't' => self.eat_word(at, b"true"),
            b'f' => self.eat_word(at, b"false"),
            b'n' => self.eat_word(at, b"null"),
            _ => Some(self.number(at)?.1),
        }
    }

    fn any_items(&self, at: usize, depth: usize) -> Option<usize> {
        let mut at = self.blanks(at + 1);
        if let Some(end) = self.eat(at, b']') {
            return Some(end);
        }
        loop {
            let end = self.any(at, depth + 1)?;
            let (goes_on, next) = self.goes_on(end, b']')?;
            if !goes_on {
                return Some(next);
            }
            at = self.blanks(next);
        }
    }

    /// Reads an object whose members have any name, each once.
    fn members(
        &mut self,
        at: usize,
        mut member: impl FnMut(&mut Self, &'t str, usize) -> Option<usize>,
    ) -> Option<usize> {
        let mut at = self.blanks(self.eat(at, b'{')?);
        if let Some(end) = self.eat(at, b'}') {
            return Some(end);
        }
        let mut names: [&str; MOST_NAMES] = [""; MOST_NAMES];
        let mut count = 0;
        loop {
            let (key, value) = self.key(at)?;
            if count == MOST_NAMES || names[..count].contains(&key) {
                return None;
            }
            names[count] = key;
            count += 1;
            let end = member(self, key, value)?;
            let (goes_on, next) = self.goes_on(end, b'}')?;
            if !goes_on {
                return Some(next);
            }
            at = self.blanks(next);
        }
    }
}
