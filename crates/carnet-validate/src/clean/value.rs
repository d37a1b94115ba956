//! Values of every type.

use super::program::{Array, Map, Numbers, Texts, Union, Value};
use super::scan::Scan;

/// Objects with more members of any name are left to the other pass.
const MOST_NAMES: usize = 32;
/// Values of any type nest at most so deep, which is less than any text may.
const DEEPEST: usize = 100;

impl<'t> Scan<'t> {
    /// Reads a value that is clean.
    pub(super) fn value(&mut self, value: &Value, at: usize) -> Option<usize> {
        match value {
            Value::Text(texts) => {
                let (text, at) = self.string(at)?;
                texts.hold(&text).then_some(at)
            }
            Value::Word(words) => {
                let (text, at) = self.string(at)?;
                words.hold(&text).then_some(at)
            }
            Value::Integer(numbers) => {
                let (number, at) = self.number(at)?;
                (number.integer().is_some() && numbers.hold(&number)).then_some(at)
            }
            Value::Number(numbers) => {
                let (number, at) = self.number(at)?;
                numbers.hold(&number).then_some(at)
            }
            Value::Boolean => {
                let yes = self.eat_word(at, b"true");
                yes.or_else(|| self.eat_word(at, b"false"))
            }
            Value::Object(object) => self.object(object, at),
            Value::Array(array) => self.array(array, at),
            Value::Map(map) => self.map(map, at),
            Value::Union(union) => self.union(union, at),
            Value::Either(values) => values.iter().find_map(|value| self.value(value, at)),
            Value::Any => self.any(at, 0),
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
                    self.eat_word(at, b"null").filter(|_| array.null)?
                } else {
                    self.value(&array.item, at)?
                };
                let (goes_on, next) = self.goes_on(end, b']')?;
                at = next;
                if !goes_on {
                    break;
                }
            }
        }
        (array.min_items..=array.max_items)
            .contains(&count)
            .then_some(at)
    }

    fn union(&mut self, union: &Union, at: usize) -> Option<usize> {
        let common = union.common.as_ref();
        match self.byte(at)? {
            b'"' => {
                let (text, end) = self.string(at)?;
                let holds = |texts: &Texts| texts.hold(&text);
                let is_clean = common.is_none_or(|(texts, _)| holds(texts));
                if is_clean && union.texts.iter().any(holds) {
                    return Some(end);
                }
            }
            b'-' | b'0'..=b'9' => {
                let (number, end) = self.number(at)?;
                let holds = |numbers: &Numbers| numbers.hold(&number);
                let is_clean = common.is_none_or(|(_, numbers)| holds(numbers));
                let mut variants = union.numbers.iter();
                let is_plain = number.integer().is_some();
                if is_clean && variants.any(|(it, integer)| (is_plain || !integer) && holds(it)) {
                    return Some(end);
                }
            }
            b't' | b'f' => {}
            // What is demanded of all variants may be about what is in it.
            _ if common.is_some() => return None,
            _ => {}
        }
        let mut others = union.others.iter();
        others
            .find_map(|variant| self.value(variant, at))
            .filter(|_| common.is_none())
    }

    fn map(&mut self, map: &Map, at: usize) -> Option<usize> {
        self.members(at, |scan, key, at| {
            if key.is_empty() && !map.empty_key {
                None
            } else if scan.byte(at) == Some(b'n') {
                scan.eat_word(at, b"null").filter(|_| map.null)
            } else {
                scan.value(&map.value, at)
            }
        })
    }

    /// Reads any value at all, as long as it is sound.
    pub(super) fn any(&self, at: usize, depth: usize) -> Option<usize> {
        match self.byte(at)? {
            b'"' => Some(self.string(at)?.1),
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
            at = next;
            if !goes_on {
                return Some(at);
            }
        }
    }

    /// Reads an object whose members have any name, each once.
    fn members(
        &mut self,
        at: usize,
        mut member: impl FnMut(&mut Self, &'t [u8], usize) -> Option<usize>,
    ) -> Option<usize> {
        let mut at = self.blanks(self.eat(at, b'{')?);
        if let Some(end) = self.eat(at, b'}') {
            return Some(end);
        }
        let mut names: [&[u8]; MOST_NAMES] = [b""; MOST_NAMES];
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
            at = next;
            if !goes_on {
                return Some(at);
            }
        }
    }
}
