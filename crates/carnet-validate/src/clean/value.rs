//! Values of every type.

use super::program::{Array, Map, Union, Value};
use super::scan::Scan;

/// Objects with more members of any name are left to the other pass.
const MOST_NAMES: usize = 32;
/// Values of any type nest at most so deep, which is less than any text may.
const DEEPEST: usize = 100;

impl<'t> Scan<'t> {
    /// Whether the next value is clean.
    pub(super) fn value(&mut self, value: &Value) -> bool {
        match value {
            Value::Text(texts) => self.eat(b'"') && self.string().is_some_and(|it| texts.hold(&it)),
            Value::Word(words) => self.eat(b'"') && self.string().is_some_and(|it| words.hold(&it)),
            Value::Integer(numbers) => self
                .number()
                .is_some_and(|it| it.integer().is_some() && numbers.hold(&it)),
            Value::Number(numbers) => self.number().is_some_and(|it| numbers.hold(&it)),
            Value::Boolean => self.eat_word(b"true") || self.eat_word(b"false"),
            Value::Object(object) => self.object(object),
            Value::Array(array) => self.array(array),
            Value::Map(map) => self.map(map),
            Value::Union(union) => self.union(union),
            Value::Either(values) => self.either(values),
            Value::Any => self.any(0),
        }
    }

    fn array(&mut self, array: &Array) -> bool {
        let mut count = 0;
        let is_clean = self.items(|scan| {
            count += 1;
            if scan.peek() == Some(b'n') {
                array.null && scan.eat_word(b"null")
            } else {
                scan.value(&array.item)
            }
        });
        is_clean && (array.min_items..=array.max_items).contains(&count)
    }

    /// Reads an array, by one call of `item` for each.
    #[inline]
    fn items(&mut self, mut item: impl FnMut(&mut Self) -> bool) -> bool {
        if !self.eat(b'[') {
            return false;
        }
        self.skip_blanks();
        if self.eat(b']') {
            return true;
        }
        while item(self) {
            match self.goes_on(b']') {
                Some(true) => {}
                Some(false) => return true,
                None => return false,
            }
        }
        false
    }

    /// A value that is clean by one of several programs is so.
    fn either(&mut self, values: &[Value]) -> bool {
        let start = self.at;
        values.iter().any(|value| {
            self.at = start;
            self.value(value)
        })
    }

    fn union(&mut self, union: &Union) -> bool {
        let start = self.at;
        if !self.either(&union.variants) {
            return false;
        }
        let Some((texts, numbers)) = &union.common else {
            return true;
        };
        let mut own = Scan {
            at: start,
            ..*self
        };
        match own.peek() {
            Some(b'"') => own.eat(b'"') && own.string().is_some_and(|text| texts.hold(&text)),
            Some(b'-' | b'0'..=b'9') => own.number().is_some_and(|it| numbers.hold(&it)),
            Some(b't' | b'f') => true,
            _ => false,
        }
    }

    fn map(&mut self, map: &Map) -> bool {
        self.members(|scan, key| {
            if key.is_empty() && !map.empty_key {
                return false;
            }
            if scan.peek() == Some(b'n') {
                return map.null && scan.eat_word(b"null");
            }
            scan.value(&map.value)
        })
    }

    /// Any value at all, as long as it is sound.
    pub(super) fn any(&mut self, depth: usize) -> bool {
        match self.peek() {
            Some(b'"') => {
                self.at += 1;
                self.string().is_some()
            }
            Some(b'{' | b'[') if depth == DEEPEST => false,
            Some(b'{') => self.members(|scan, _| scan.any(depth + 1)),
            Some(b'[') => self.items(|scan| scan.any(depth + 1)),
            Some(b't') => self.eat_word(b"true"),
            Some(b'f') => self.eat_word(b"false"),
            Some(b'n') => self.eat_word(b"null"),
            _ => self.number().is_some(),
        }
    }

    /// An object whose members have any name, each once.
    fn members(&mut self, mut member: impl FnMut(&mut Self, &'t [u8]) -> bool) -> bool {
        if !self.eat(b'{') {
            return false;
        }
        self.skip_blanks();
        if self.eat(b'}') {
            return true;
        }
        let mut names: [&[u8]; MOST_NAMES] = [b""; MOST_NAMES];
        let mut count = 0;
        loop {
            let Some(key) = self.key() else {
                return false;
            };
            if count == MOST_NAMES || names[..count].contains(&key) || !member(self, key) {
                return false;
            }
            names[count] = key;
            count += 1;
            match self.goes_on(b'}') {
                Some(true) => {}
                Some(false) => return true,
                None => return false,
            }
        }
    }
}
