//! What a clean text is, prepared for reading.
//!
//! A program is what the contract says under the settings of a run, in the form that is fastest to
//! hold a text against. [`make`](super::make) makes it.

use super::key::{Key, Keys};
use super::object::{Bit, Set};
use super::reply::Conditions;
use super::slot::Slot;
use super::statement::Statement;
use carnet_core::Format;
use carnet_core::decimal::Literal;

/// One thing that a clean text may be.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) spot: Spot,
    /// What tells this kind of reply from the others.
    pub(super) conditions: Conditions,
}

/// What may stand at a place.
#[derive(Debug)]
pub(super) struct Spot {
    pub(super) value: Value,
    /// Whether it may be `null`, and whether it may be empty.
    pub(super) null: bool,
    pub(super) empty: bool,
    /// Where the place of the value is noted: [`Slot::NOBODYS`] where nothing asks for it.
    pub(super) slot: Slot,
}

/// What a value may be.
#[derive(Debug)]
pub(super) enum Value {
    Text(Texts),
    Word(Words),
    Integer(Numbers),
    Number(Numbers),
    Boolean,
    Object(Box<Object>),
    Array(Box<Array>),
    Map(Box<Map>),
    Union(Box<Union>),
    /// By one reading or another.
    Either(Box<[Value]>),
    Any,
    /// Nothing is clean.
    Nothing,
}

/// What is demanded of a text.
#[derive(Debug)]
pub(super) struct Texts {
    pub(super) min_length: usize,
    pub(super) max_length: usize,
    pub(super) max_utf16: usize,
    pub(super) formats: Box<[&'static Format]>,
    /// Whether it must be no live credential.
    pub(super) is_credential: bool,
    /// Whether the body has words that are no value yet; they begin with `$`.
    pub(super) has_placeholders: bool,
    /// Shorter texts are right, unless they are placeholders; none are where more counts.
    pub(super) glance: usize,
}

/// The texts of a closed list, without those that something else is against.
#[derive(Debug)]
pub(super) struct Words(pub(super) Vec<&'static str>);

/// What is demanded of a number.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    pub(super) minimum: Option<Literal>,
    pub(super) maximum: Option<Literal>,
    pub(super) only: Option<Literal>,
    pub(super) decimals: Option<u32>,
    /// The bounds of an integer; where it takes more to tell, no integer is between them.
    pub(super) least: i64,
    pub(super) most: i64,
    /// Up to so many digits, any integer is one of these.
    pub(super) any_digits: usize,
}

#[derive(Debug)]
pub(super) struct Array {
    pub(super) item: Spot,
    pub(super) min_items: usize,
    pub(super) max_items: usize,
}

/// An object whose members have any name.
#[derive(Debug)]
pub(super) struct Map {
    pub(super) spot: Spot,
    pub(super) empty_key: bool,
}

/// A value that is clean if it is so as one of several things.
#[derive(Debug, Default)]
pub(super) struct Union {
    pub(super) texts: Vec<Texts>,
    /// With whether it must be an integer.
    pub(super) numbers: Vec<(Numbers, bool)>,
    pub(super) others: Vec<Value>,
    /// What is demanded whatever the variant, where that is anything.
    pub(super) common: Option<(Texts, Numbers)>,
}

/// What an object is while it is watched.
#[derive(Debug)]
pub(super) struct Watched {
    /// The keys of its members as they are [written](carnet_core::json::Key::block).
    pub(super) keys: Vec<Written>,
    pub(super) demanded: Demanded<WATCHED_WORDS>,
}

/// The key of a member, with what stands around it.
pub(super) type Written = [u8; 32];

/// Sets of members that are watched have so many words.
pub(super) const WATCHED_WORDS: usize = 2;

/// Which members must stand in an object, and which must not.
#[derive(Debug)]
pub(super) struct Demanded<const W: usize> {
    pub(super) required: Set<W>,
    pub(super) refused: Set<W>,
}

/// The same in sets of as many words as it takes.
#[derive(Debug)]
pub(super) enum Demands {
    One(Demanded<1>),
    Two(Demanded<2>),
    Many(Box<Demanded<MOST_WORDS>>),
}

/// Sets of members have at most so many words of 64 bits.
const MOST_WORDS: usize = 32;

/// An object whose members are known by name.
#[derive(Debug)]
pub(super) struct Object {
    pub(super) members: Vec<Member>,
    /// What those are watched by who write it; `None` of one that has too many members.
    pub(super) watched: Option<Watched>,
    pub(super) keys: Box<Keys>,
    pub(super) demands: Demands,
    pub(super) empty_is_absent: bool,
    pub(super) statements: Vec<Statement>,
    /// The slots of its members and of places below them, which may hold what stood in another.
    pub(super) slots: Vec<Slot>,
    pub(super) others: Others,
}

/// What other members may stand in an object.
#[derive(Debug)]
pub(super) enum Others {
    None,
    /// Any that no slip of the pen makes one of its own.
    Unknown(&'static carnet_core::shape::Object),
    /// Those whose key is the value of one of its own.
    Named(Box<Named>),
}

#[derive(Debug)]
pub(super) struct Named {
    /// The slots of the members that name them.
    pub(super) by: Vec<Slot>,
    pub(super) spot: Spot,
}

#[derive(Debug)]
pub(super) struct Member {
    pub(super) key: Key,
    pub(super) bit: Bit,
    pub(super) spot: Spot,
}

impl Spot {
    /// One that is no member's.
    pub(super) const fn of(value: Value, null: bool) -> Self {
        Self {
            value,
            null,
            empty: true,
            slot: Slot::NOBODYS,
        }
    }
}

impl<const W: usize> Demanded<W> {
    /// Of what is said of each member.
    pub(super) fn of(required: &[bool], refused: &[bool]) -> Self {
        Self {
            required: Set::of(required),
            refused: Set::of(refused),
        }
    }
}

impl Demands {
    /// `None` of too many members.
    pub(super) fn of(required: &[bool], refused: &[bool]) -> Option<Self> {
        Some(match required.len().div_ceil(64) {
            0..=1 => Self::One(Demanded::of(required, refused)),
            2 => Self::Two(Demanded::of(required, refused)),
            3..=MOST_WORDS => Self::Many(Box::new(Demanded::of(required, refused))),
            _ => return None,
        })
    }
}

impl Object {
    /// The member that a key stands for.
    pub(super) fn find(&self, key: &[u8]) -> Option<usize> {
        self.keys.find(&self.members, key)
    }

    /// Whether more is asked about its members than what each of them is.
    pub(super) fn is_asked_about(&self) -> bool {
        !self.statements.is_empty() || matches!(self.others, Others::Named(_))
    }
}

impl Value {
    /// The value by the documented reading, which is the first.
    pub(super) fn documented(&self) -> &Self {
        match self {
            Self::Either(values) => values.first().unwrap_or(self),
            value => value,
        }
    }

    /// The object that a value is, if it can be nothing else.
    pub(super) fn object_mut(&mut self) -> Option<&mut Object> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }
}

impl Texts {
    /// Notes what is simple about it.
    pub(super) fn settle(&mut self) {
        self.glance = if self.is_looked_into() {
            0
        } else {
            self.short().saturating_add(1)
        };
    }

    /// No text of so many bytes is too long.
    pub(super) fn short(&self) -> usize {
        self.max_length.min(self.max_utf16)
    }

    /// Whether more counts than that it is not too long.
    pub(super) fn is_looked_into(&self) -> bool {
        self.min_length > 0 || !self.formats.is_empty() || self.is_credential
    }

    /// Whether nothing is demanded of a text.
    pub(super) fn is_free(&self) -> bool {
        self.short() == usize::MAX && !self.is_looked_into()
    }
}

impl Numbers {
    /// Notes what is simple about it.
    pub(super) fn settle(&mut self) {
        let bound = |literal: Option<Literal>, none: i64| match literal {
            Some(literal) => literal.number().to_i64(),
            None => Some(none),
        };
        let bounds = bound(self.minimum, i64::MIN).zip(bound(self.maximum, i64::MAX));
        let bounds = bounds.filter(|_| self.only.is_none());
        (self.least, self.most) = bounds.unwrap_or((i64::MAX, i64::MIN));
        let powers = (1..19).map(|digits| 10_i64.pow(digits));
        let held = powers.take_while(|power| self.least <= 0 && power - 1 <= self.most);
        self.any_digits = held.count();
    }

    /// Whether nothing is demanded of a number.
    pub(super) fn is_free(&self) -> bool {
        self.minimum.is_none()
            && self.maximum.is_none()
            && self.only.is_none()
            && self.decimals.is_none()
    }
}
