//! Objects whose members are known by name.

use super::program::{Member, Object, Statement};
use super::reply::Captured;
use super::scan::Scan;

/// What is known of an object's members.
#[derive(Clone, Copy, Debug, Default)]
struct Standing {
    /// Those that stand in it.
    seen: u128,
    /// Those that have a value.
    present: u128,
    /// Those that are `true`.
    truths: u128,
    /// Where values stand that a statement is about.
    noted: [(usize, usize); 3],
}

impl Scan<'_> {
    pub(super) fn object(&mut self, object: &Object, captured: Option<&mut Captured>) -> bool {
        if !self.open(b'{') {
            return false;
        }
        let mut standing = Standing::default();
        self.skip_blanks();
        if !self.eat(b'}') && !self.known_members(object, &mut standing, captured) {
            return false;
        }
        object.required & !standing.seen == 0
            && object
                .statements
                .iter()
                .all(|it| it.holds(&standing, self.text))
            && self.closed()
    }

    fn known_members(
        &mut self,
        object: &Object,
        standing: &mut Standing,
        mut captured: Option<&mut Captured>,
    ) -> bool {
        let mut next = 0;
        loop {
            let Some(index) = self.key(object, next) else {
                return false;
            };
            let bit = 1_u128 << index;
            let member = &object.members[index];
            if standing.seen & bit != 0 || !member.is_documented {
                return false;
            }
            standing.seen |= bit;
            next = index + 1;
            self.skip_blanks();
            if !self.eat(b':') {
                return false;
            }
            self.skip_blanks();
            let start = self.at;
            if !self.member(member, bit, object.empty_is_absent, standing) {
                return false;
            }
            if let Some(captured) = &mut captured
                && let Some(slot) = member.captured
            {
                captured.note(slot, &self.text[start..self.at]);
            }
            match self.goes_on(b'}') {
                Some(true) => {}
                Some(false) => return true,
                None => return false,
            }
        }
    }

    /// The member whose key comes next: probably the one after the last.
    fn key(&mut self, object: &Object, next: usize) -> Option<usize> {
        if let Some(member) = object.members.get(next)
            && self.eat_word(&member.quoted)
        {
            return Some(next);
        }
        if !self.eat(b'"') {
            return None;
        }
        let key = self.string()?;
        if key.is_escaped {
            return None;
        }
        object.find(key.raw)
    }

    fn member(
        &mut self,
        member: &Member,
        bit: u128,
        empty_is_absent: bool,
        standing: &mut Standing,
    ) -> bool {
        match self.peek() {
            // It counts as absent, whatever the member's type.
            Some(b'n') => return member.null && self.eat_word(b"null"),
            Some(b'"') if self.text.get(self.at + 1) == Some(&b'"') => {
                if !member.empty {
                    return false;
                }
                if empty_is_absent {
                    // It counts as absent, and must be right all the same.
                    return self.value(&member.value, None);
                }
            }
            Some(b't') => standing.truths |= bit,
            _ => {}
        }
        standing.present |= bit;
        let start = self.at;
        if !self.value(&member.value, None) {
            return false;
        }
        if let Some(slot) = member.noted {
            standing.noted[slot] = (start, self.at);
        }
        true
    }
}

impl Standing {
    /// A value that was noted, as it is written.
    fn written<'t>(&self, slot: usize, text: &'t [u8]) -> &'t [u8] {
        let (start, end) = self.noted[slot];
        text.get(start..end).unwrap_or_default()
    }

    fn integer(&self, slot: usize, text: &[u8]) -> Option<i64> {
        Scan::new(self.written(slot, text)).number()?.integer()
    }
}

impl Statement {
    fn holds(&self, standing: &Standing, text: &[u8]) -> bool {
        let Standing {
            present, truths, ..
        } = *standing;
        match *self {
            Self::Together(members) => present & members == 0 || present & members == members,
            Self::Any(members) => present & members != 0,
            Self::RequiresTrue(member, flag) => present & member == 0 || truths & flag != 0,
            Self::Absent(members) => present & members == 0,
            Self::NotAll(members) => present & members != members,
            // Dates of these formats are in the order of their texts, where these are as long.
            Self::NotBefore(members) => {
                let [later, earlier] = [0, 1].map(|slot| standing.written(slot, text));
                present & members != members || later.len() == earlier.len() && later >= earlier
            }
            Self::CalendarDay(members, january) => {
                let numbers = [0, 1, 2].map(|slot| standing.integer(slot, text));
                let [Some(year), Some(month), Some(day)] = numbers else {
                    return present & members != members;
                };
                crate::rule::calendar_day::exists(year, month, day, january)
            }
        }
    }
}

impl Object {
    /// The member of a key.
    fn find(&self, key: &[u8]) -> Option<usize> {
        let mut at = Self::slot(key);
        loop {
            let index = usize::from(self.table[at]);
            let member = self.members.get(index)?;
            // Between the quotes stands the key.
            if member.quoted.len() == key.len() + 2 && member.quoted[1..].starts_with(key) {
                return Some(index);
            }
            at = (at + 1) % self.table.len();
        }
    }
}
