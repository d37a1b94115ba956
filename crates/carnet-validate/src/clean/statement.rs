//! Statements about several members of an object.

use super::object::{Bit, Stands};
use super::scan::Scan;
use super::slot::{Slot, Slots};
use crate::rule::calendar_day;

/// A statement about members, which have a bit, or about values, which have a slot.
///
/// One that takes more than a look to judge does not hold where there is something to judge.
#[derive(Debug)]
pub(super) enum Statement {
    /// All have a value or none.
    Together(Vec<Bit>),
    /// One of them has, or one of unknown name where that counts.
    Any(Vec<Bit>, bool),
    /// With the first the second is true.
    RequiresTrue(Bit, Bit),
    /// None of them has a value.
    Absent(Vec<Bit>),
    /// The first of two dates is not before the second.
    NotBefore(Slot, Slot),
    /// Three numbers are a day.
    CalendarDay([Slot; 3], i64),
    /// Two arrays have equally many items.
    SameLength(Slot, Slot),
    /// In the first array `null` stands only opposite to the text in the second.
    NullOpposite(Slot, Slot, &'static str),
    /// When the array lists the text, the flag is true.
    ListedRequiresTrue(Slot, &'static str, Slot),
    /// When the flag is true, the array lists the text.
    TrueRequiresListed(Slot, Slot, &'static str),
    /// Two scalars are the same.
    Equal(Slot, Slot),
    /// A value is there, and not empty.
    Demanded(Slot),
    /// There is none.
    Unset(Slot),
    /// No item of one array has the same value of a member as an item of the other.
    Distinct(Slot, Slot, &'static str),
}

impl Statement {
    /// Whether it holds of the members of an object, the values being in `text`.
    pub(super) fn holds(&self, members: &impl Stands, slots: &Slots, text: &str) -> bool {
        let value = |slot: Slot| slots.get(slot, text);
        match self {
            Self::Together(all) => {
                all.iter().all(|&it| members.has(it)) || !all.iter().any(|&it| members.has(it))
            }
            Self::Any(all, others) => {
                all.iter().any(|&it| members.has(it)) || *others && members.has_other()
            }
            Self::RequiresTrue(member, flag) => !members.has(*member) || members.is_true(*flag),
            Self::Absent(all) => !all.iter().any(|&it| members.has(it)),
            Self::NotBefore(later, earlier) => {
                let (later, earlier) = (value(*later), value(*earlier));
                // Dates of one format are in the order of their texts, if these are without escapes.
                is_void(later) || is_void(earlier) || {
                    let is_plain = !later.contains('\\') && !earlier.contains('\\');
                    is_plain && later.len() == earlier.len() && later >= earlier
                }
            }
            Self::CalendarDay(slots, january) => is_day(slots.map(value), *january),
            Self::SameLength(one, other) => {
                let (one, other) = (value(*one), value(*other));
                is_void(one) || is_void(other) || items(one).count() == items(other).count()
            }
            Self::NullOpposite(nulls, list, word) => {
                let (nulls, list) = (value(*nulls), value(*list));
                let mut texts = items(list);
                is_void(nulls) || is_void(list) || {
                    items(nulls).all(|item| {
                        let opposite = texts.next();
                        item != "null" || opposite.is_some_and(|text| is_text(text, word))
                    })
                }
            }
            Self::ListedRequiresTrue(list, word, flag) => {
                value(*flag) == "true" || !may_list(value(*list), word)
            }
            Self::TrueRequiresListed(flag, list, word) => {
                value(*flag) != "true" || items(value(*list)).any(|item| is_text(item, word))
            }
            Self::Equal(one, other) => are_equal(value(*one), value(*other)),
            Self::Demanded(slot) => !is_void(value(*slot)) && value(*slot) != "\"\"",
            Self::Unset(slot) => is_void(value(*slot)),
            Self::Distinct(one, other, key) => {
                let (one, other) = (value(*one), value(*other));
                items(one).all(|one| items(other).all(|other| are_distinct(one, other, key)))
            }
        }
    }
}

/// Whether a value is absent or `null`.
fn is_void(written: &str) -> bool {
    matches!(written, "" | "null")
}

/// Whether a string is this word, which needs no escapes.
pub(super) fn is_text(written: &str, word: &str) -> bool {
    matches!(written.as_bytes(), [b'"', text @ .., b'"'] if text == word.as_bytes())
}

/// Whether an array lists a word, or a text with escapes, which may be that.
fn may_list(list: &str, word: &str) -> bool {
    items(list).any(|item| is_text(item, word) || item.contains('\\'))
}

fn is_day(written: [&str; 3], january: i64) -> bool {
    if written.iter().any(|number| is_void(number)) {
        return true;
    }
    let numbers = written.map(|number| Scan::new(number).number(0)?.0.integer());
    let [Some(year), Some(month), Some(day)] = numbers else {
        return false;
    };
    calendar_day::exists(year, month, day, january)
}

fn are_equal(one: &str, other: &str) -> bool {
    if is_void(one) || is_void(other) || one == other && !one.contains('\\') {
        return true;
    }
    // A number and a text that has the same digits.
    let (one, other) = (bare(one), bare(other));
    one == other && !one.starts_with('0') && one.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether two items have certainly not the same value of a member.
fn are_distinct(one: &str, other: &str, key: &str) -> bool {
    if one.contains('\\') || other.contains('\\') {
        return false;
    }
    let (Some(one), Some(other)) = (member(one, key), member(other, key)) else {
        return true;
    };
    // What is a number by value only may be the same though it is written otherwise.
    let is_odd = |text: &str| {
        text.bytes()
            .any(|byte| matches!(byte, b'.' | b'e' | b'E' | b'-'))
    };
    bare(one) != bare(other) && !(is_odd(one) || is_odd(other))
}

/// The value of a member of an object that is sound and has no escapes.
fn member<'t>(object: &'t str, key: &str) -> Option<&'t str> {
    let scan = Scan::new(object);
    let mut at = scan.blanks(scan.eat(0, b'{')?);
    loop {
        let (name, start) = scan.key(at)?;
        let end = scan.any(start, 0)?;
        if name == key {
            return object.get(start..end);
        }
        (_, at) = scan.goes_on(end, b'}').filter(|(goes_on, _)| *goes_on)?;
        at = scan.blanks(at);
    }
}

/// A string without its quotes, anything else as it is.
fn bare(written: &str) -> &str {
    let text = written.strip_prefix('"');
    let text = text.and_then(|text| text.strip_suffix('"'));
    text.unwrap_or(written)
}

/// The items of an array that is sound, as they are written.
fn items(array: &str) -> impl Iterator<Item = &str> {
    let scan = Scan::new(array);
    let mut next = scan.eat(0, b'[').map(|at| scan.blanks(at));
    next = next.filter(|&at| scan.byte(at) != Some(b']'));
    std::iter::from_fn(move || {
        let start = next.take()?;
        let end = scan.any(start, 0)?;
        if let Some((true, at)) = scan.goes_on(end, b']') {
            next = Some(scan.blanks(at));
        }
        array.get(start..end)
    })
}
