//! Values of every type.

use super::program::{Kind, Value};
use super::reply::Captured;
use super::scan::Scan;

/// Objects with more members of any name are left to the other pass.
const MOST_NAMES: usize = 32;

impl Scan<'_> {
    /// Whether the next value is clean. `captured` notes what the outermost object has.
    pub(super) fn value(&mut self, value: &Value, captured: Option<&mut Captured>) -> bool {
        match &value.kind {
            Kind::String => self.eat(b'"') && self.string().is_some_and(|it| value.texts.hold(&it)),
            Kind::Enum(values) => {
                self.eat(b'"')
                    && self.string().is_some_and(|text| {
                        let is_listed = |known: &&str| known.as_bytes() == text.raw;
                        !text.is_escaped && values.iter().any(is_listed) && value.texts.hold(&text)
                    })
            }
            Kind::Integer => self
                .number()
                .is_some_and(|number| number.integer().is_some() && value.numbers.hold(&number)),
            Kind::Number => self.number().is_some_and(|it| value.numbers.hold(&it)),
            Kind::Boolean => self.eat_word(b"true") || self.eat_word(b"false"),
            Kind::Object(object) => self.object(object, captured),
            Kind::Array(items) => self.array(value, &items.value, items.null),
            Kind::Map(map) => self.map(&map.value, map.null, map.empty_key),
            Kind::Union(variants) => self.union(value, variants),
            Kind::Any => self.any(),
        }
    }

    fn array(&mut self, array: &Value, item: &Value, null: bool) -> bool {
        if !self.open(b'[') {
            return false;
        }
        self.skip_blanks();
        let mut count = 0;
        if !self.eat(b']') {
            loop {
                let is_clean = if self.peek() == Some(b'n') {
                    null && self.eat_word(b"null")
                } else {
                    self.value(item, None)
                };
                count += 1;
                match self.goes_on(b']') {
                    Some(goes_on) if is_clean => {
                        if !goes_on {
                            break;
                        }
                    }
                    _ => return false,
                }
            }
        }
        (array.min_items..=array.max_items).contains(&count) && self.closed()
    }

    /// A value that fits one of several is clean if it is so in one of them.
    fn union(&mut self, union: &Value, variants: &[Value]) -> bool {
        let start = *self;
        for variant in variants {
            *self = start;
            if self.value(variant, None) {
                let end = *self;
                let own = &start.text[start.at..end.at];
                return union.is_unchecked() || union.holds_scalar(own);
            }
        }
        false
    }

    fn map(&mut self, value: &Value, null: bool, empty_key: bool) -> bool {
        self.members(|scan, key| {
            if key.is_empty() && !empty_key {
                return false;
            }
            if scan.peek() == Some(b'n') {
                return null && scan.eat_word(b"null");
            }
            scan.value(value, None)
        })
    }

    /// Any value at all, as long as it is sound.
    fn any(&mut self) -> bool {
        match self.peek() {
            Some(b'"') => {
                self.at += 1;
                self.string().is_some()
            }
            Some(b'{') => self.members(|scan, _| scan.any()),
            Some(b'[') => {
                if !self.open(b'[') {
                    return false;
                }
                self.skip_blanks();
                if self.eat(b']') {
                    return self.closed();
                }
                while self.any() {
                    match self.goes_on(b']') {
                        Some(true) => {}
                        Some(false) => return self.closed(),
                        None => return false,
                    }
                }
                false
            }
            Some(b't') => self.eat_word(b"true"),
            Some(b'f') => self.eat_word(b"false"),
            Some(b'n') => self.eat_word(b"null"),
            _ => self.number().is_some(),
        }
    }

    /// An object whose members have any name, each once.
    fn members(&mut self, mut member: impl FnMut(&mut Self, &[u8]) -> bool) -> bool {
        if !self.open(b'{') {
            return false;
        }
        self.skip_blanks();
        if self.eat(b'}') {
            return self.closed();
        }
        let mut names: [&[u8]; MOST_NAMES] = [b""; MOST_NAMES];
        let mut count = 0;
        loop {
            if !self.eat(b'"') {
                return false;
            }
            let Some(key) = self.string().filter(|key| !key.is_escaped) else {
                return false;
            };
            if count == MOST_NAMES || names[..count].contains(&key.raw) {
                return false;
            }
            names[count] = key.raw;
            count += 1;
            self.skip_blanks();
            if !self.eat(b':') {
                return false;
            }
            self.skip_blanks();
            if !member(self, key.raw) {
                return false;
            }
            match self.goes_on(b'}') {
                Some(true) => {}
                Some(false) => return self.closed(),
                None => return false,
            }
        }
    }
}

impl Value {
    /// Whether nothing is demanded of a value besides its type.
    pub(super) fn is_unchecked(&self) -> bool {
        self.texts.is_free
            && !self.texts.has_bounds()
            && self.numbers.is_free
            && self.min_items == 0
            && self.max_items == usize::MAX
    }

    /// Whether a text or number keeps to what is demanded of all variants of a union.
    fn holds_scalar(&self, written: &[u8]) -> bool {
        let mut scan = Scan::new(written);
        match scan.peek() {
            Some(b'"') => {
                scan.at = 1;
                scan.string().is_some_and(|text| self.texts.hold(&text))
            }
            Some(b'-' | b'0'..=b'9') => scan.number().is_some_and(|it| self.numbers.hold(&it)),
            Some(b't' | b'f') => true,
            _ => false,
        }
    }
}
