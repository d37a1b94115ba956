//! The JSON type tree of a payload, with its constraints.

use crate::decimal::Literal;
use crate::general::{GN_04, GN_05, GN_09, GN_10};
use crate::rule::RuleId;
use crate::{Discrepancy, Format, Level, Levels, Ruling, Source};
use std::borrow::Cow;
use std::fmt;

/// What may stand in one place of a payload: a type, and what is demanded of the value.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// The JSON type.
    pub kind: Kind,
    /// Constraints that belong to the Rust type.
    pub inherent: &'static [Check],
    /// Constraints that belong to the place where the type is used.
    pub checks: &'static [Check],
    /// Other types that a value may have by a reading not taken.
    pub readings: &'static [Reading],
    /// What happens to a value of a type that no reading knows.
    pub mismatch: Ruling,
    /// The value is a credential: never shown.
    pub sensitive: bool,
}

impl Shape {
    /// Any value.
    pub const ANY: Self = Self {
        kind: Kind::Any,
        inherent: &[],
        checks: &[],
        readings: &[],
        mismatch: Ruling::ERROR,
        sensitive: false,
    };

    /// A shape of this kind with no constraint.
    #[must_use]
    pub const fn of(kind: Kind) -> Self {
        Self { kind, ..Self::ANY }
    }

    /// Every constraint, the type's own first.
    pub fn all_checks(&self) -> impl Iterator<Item = &'static Check> + use<> {
        self.inherent.iter().chain(self.checks)
    }

    /// Whether no page shows a value of another type.
    #[must_use]
    pub const fn has_one_type(&self) -> bool {
        self.readings.is_empty() && self.mismatch.discrepancy.is_none()
    }

    /// The object this shape is, if it is one.
    #[must_use]
    pub const fn object(&self) -> Option<&'static Object> {
        match self.kind {
            Kind::Object(object) => Some(object),
            _ => None,
        }
    }
}

/// A JSON type.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Any value at all, `null` included.
    Any,
    /// `true` or `false`.
    Boolean,
    /// A number without a fraction, by value.
    Integer,
    /// Any number.
    Number,
    /// Text.
    String,
    /// One of these texts.
    Enum(&'static Enum),
    /// A list of values of one shape.
    Array(&'static Items),
    /// An object whose members are known by name.
    Object(&'static Object),
    /// An object whose members have any name and one shape.
    Map(&'static Map),
    /// A value that fits at least one variant.
    Union(&'static Union),
}

impl Kind {
    /// The type in JSON Schema's words, with an article: what a message calls it.
    #[must_use]
    pub fn describe(&self) -> Cow<'static, str> {
        match self {
            Self::Any => "any value".into(),
            Self::Boolean => "a boolean".into(),
            Self::Integer => "an integer".into(),
            Self::Number => "a number".into(),
            Self::String | Self::Enum(_) => "a string".into(),
            Self::Array(_) => "an array".into(),
            Self::Object(_) | Self::Map(_) => "an object".into(),
            Self::Union(union) => union.describe().into(),
        }
    }
}

/// The items of an array.
#[derive(Clone, Copy, Debug)]
pub struct Items {
    /// What every item may be.
    pub shape: Shape,
    /// What happens when an item is `null`; `None` where that is fine.
    pub null: Option<Ruling>,
}

/// A closed list of texts.
#[derive(Clone, Copy, Debug)]
pub struct Enum {
    /// The Rust type's name.
    pub name: &'static str,
    /// What it is, from the doc comment.
    pub description: &'static str,
    /// The texts, in the vendor's order.
    pub values: &'static [&'static str],
    /// A listed text in another case.
    pub other_case: Ruling,
}

/// An object whose members are known by name.
#[derive(Clone, Copy, Debug)]
pub struct Object {
    /// The Rust type's name.
    pub name: &'static str,
    /// What it is, from the doc comment.
    pub description: &'static str,
    /// Its members in the vendor's order.
    pub fields: &'static [Field],
    /// A member that the contract does not know.
    pub unknown_keys: Ruling,
    /// A member that is a known one but for blanks or case.
    pub key_spelling: Ruling,
    /// Whether a misspelt key that the profile lets pass stands for the member that it means.
    pub adopts: bool,
    /// Whether an empty text counts as absent: for statements about several members as well.
    pub empty_is_absent: bool,
    /// A member whose key is the value of another one.
    pub dynamic: Option<&'static Dynamic>,
    /// Statements about several members.
    pub rules: &'static [MemberRule],
    /// Where the page describes it.
    pub source: Source,
}

impl Object {
    /// The member with this wire name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Whether an unknown member is an error under the strict profile.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        matches!(self.unknown_keys.levels.strict, Level::Error)
    }
}

/// A member whose key is the value of another member of the same object.
#[derive(Clone, Copy, Debug)]
pub struct Dynamic {
    /// The members, by their wire names, whose value the key may be; the first with a value is the
    /// one that an encoder takes.
    pub named_by: &'static [&'static str],
    /// What it is, from the doc comment.
    pub description: &'static str,
    /// What its value may be.
    pub shape: Shape,
    /// What happens when it is `null`; `None` where `null` is a value like any other.
    pub null: Option<Ruling>,
    /// What happens to a key that no such value names; the object's `unknown_keys` does not apply.
    pub stray: Ruling,
    /// Where the page describes it.
    pub source: Source,
}

/// The default for a list of members that the vendor prints whole.
pub const UNKNOWN_KEYS_CLOSED: Ruling = Ruling::by(&GN_05);
/// The default for a vendor whose members depend on the account.
pub const UNKNOWN_KEYS_OPEN: Ruling =
    Ruling::by(&GN_05).with_levels(Levels::new(Level::Warning, Level::Info));
/// The default for a reply, which may grow.
pub const UNKNOWN_KEYS_REPLY: Ruling = UNKNOWN_KEYS_OPEN;
/// The default for a member that is a known one but for blanks or case.
pub const KEY_SPELLING: Ruling = Ruling::by(&GN_09);
/// The default for an optional member that is `null`.
pub const NULL_OPTIONAL: Ruling = Ruling::by(&GN_04);
/// The default for a required member that is `null`.
pub const NULL_REQUIRED: Ruling = Ruling::by(&GN_04).with_levels(Levels::ERROR);
/// The default for an empty string in a required member of a request.
pub const EMPTY_REQUIRED: Ruling = Ruling::by(&GN_10);

/// One member of an object.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key on the wire.
    pub name: &'static str,
    /// What it is, from the doc comment.
    pub description: &'static str,
    /// What its value may be.
    pub shape: Shape,
    /// What happens when it is absent. [`Ruling::ALLOW`] makes it optional.
    pub required: Ruling,
    /// What happens when it is `null`; `None` where `null` is a value like any other.
    pub null: Option<Ruling>,
    /// What happens when it is an empty string.
    pub empty: Ruling,
    /// What happens when it is present at all. [`Ruling::ALLOW`] unless the member is known from
    /// elsewhere and not documented for this object.
    pub undocumented: Ruling,
    /// Other keys that a reading not taken has for it.
    pub aliases: &'static [Alias],
    /// Where the page describes it.
    pub source: Source,
    /// Discrepancies that concern it and that no check enforces.
    pub see: &'static [&'static Discrepancy],
}

/// Another key for a member, by a reading of the page that was not taken.
///
/// Where the profile lets it pass, the member stands there; where it is an error, it does not.
#[derive(Clone, Copy, Debug)]
pub struct Alias {
    /// The key.
    pub name: &'static str,
    /// What happens to a payload that has it.
    pub ruling: Ruling,
}

impl Field {
    /// Whether absence is an error under the strict profile.
    #[must_use]
    pub const fn is_required(&self) -> bool {
        matches!(self.required.levels.strict, Level::Error)
    }
}

/// Joins two lists of members into an array of `N`, their number together.
///
/// # Panics
/// At compile time, when `N` is not the sum of the lengths.
#[must_use]
pub const fn join<const N: usize>(first: &[Field], second: &[Field]) -> [Field; N] {
    const BLANK: Field = Field {
        name: "",
        description: "",
        shape: Shape::ANY,
        required: Ruling::ALLOW,
        null: None,
        empty: Ruling::ALLOW,
        undocumented: Ruling::ALLOW,
        aliases: &[],
        source: Source::section(""),
        see: &[],
    };
    concat([BLANK; N], first, second)
}

/// Joins two lists of statements about several members into an array of `N`, their number together.
///
/// # Panics
/// At compile time, when `N` is not the sum of the lengths.
#[must_use]
pub const fn join_rules<const N: usize>(
    first: &[MemberRule],
    second: &[MemberRule],
) -> [MemberRule; N] {
    const BLANK: MemberRule = MemberRule {
        assertion: MemberAssertion::AtLeastOne(&[]),
        ruling: Ruling::ALLOW,
        source: Source::section(""),
    };
    concat([BLANK; N], first, second)
}

/// Joins two lists of constraints into an array of `N`, their number together.
///
/// # Panics
/// At compile time, when `N` is not the sum of the lengths.
#[must_use]
pub const fn join_checks<const N: usize>(first: &[Check], second: &[Check]) -> [Check; N] {
    const BLANK: Check = Check {
        assertion: Assertion::Placeholder,
        ruling: Ruling::ALLOW,
    };
    concat([BLANK; N], first, second)
}

/// Overwrites `all` with two lists, one after the other.
const fn concat<T: Copy, const N: usize>(mut all: [T; N], first: &[T], second: &[T]) -> [T; N] {
    assert!(
        first.len() + second.len() == N,
        "N is the length of both lists together"
    );
    let mut i = 0;
    while i < N {
        all[i] = if i < first.len() {
            first[i]
        } else {
            second[i - first.len()]
        };
        i += 1;
    }
    all
}

/// An object whose members have any name.
#[derive(Clone, Copy, Debug)]
pub struct Map {
    /// What every member's value may be.
    pub value: Shape,
    /// What happens when a value is `null`; `None` where that is fine.
    pub null: Option<Ruling>,
    /// What happens when a key is empty.
    pub empty_key: Ruling,
}

/// A value that fits at least one variant.
#[derive(Clone, Copy, Debug)]
pub struct Union {
    /// The Rust type's name.
    pub name: &'static str,
    /// What it is, from the doc comment.
    pub description: &'static str,
    /// The alternatives, in order of preference.
    pub variants: &'static [Variant],
    /// How the one variant that applies may be known from outside the payload.
    pub select: Option<Select>,
}

impl Union {
    /// The types of the variants, each once: `a number, an integer or a string`.
    fn describe(&self) -> String {
        let mut types: Vec<_> = Vec::new();
        for variant in self.variants {
            let name = variant.shape.kind.describe();
            if !types.contains(&name) {
                types.push(name);
            }
        }
        match types.split_last() {
            Some((last, [])) => last.to_string(),
            Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
            None => "nothing".to_owned(),
        }
    }
}

/// One alternative of a [`Union`].
#[derive(Clone, Copy, Debug)]
pub struct Variant {
    /// The name it is selected by.
    pub name: &'static str,
    /// What it is, from the doc comment.
    pub description: &'static str,
    /// Its shape.
    pub shape: Shape,
}

/// How the caller's context selects a variant of a [`Union`].
#[derive(Clone, Copy, Debug)]
pub struct Select {
    /// The map in the context: from key to variant name.
    pub context: &'static str,
    /// The sibling member whose value, as text, is the key.
    pub key: &'static str,
    /// Names that the context may hold, that are no variant, and that the vendor's pages do not
    /// agree upon: such a value is not checked.
    pub disputed: &'static [Disputed],
}

/// A variant name that the vendor's pages do not agree upon.
#[derive(Clone, Copy, Debug)]
pub struct Disputed {
    /// The name.
    pub name: &'static str,
    /// What happens when the context uses it.
    pub ruling: Ruling,
}

/// A constraint on a value, and what happens when it is broken.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// What must hold.
    pub assertion: Assertion,
    /// What happens when it does not.
    pub ruling: Ruling,
}

/// Something that must hold of a single value. Lengths count Unicode code points.
#[derive(Clone, Copy, Debug)]
pub enum Assertion {
    /// The string has at least so many characters.
    MinLength(u32),
    /// The string has at most so many characters.
    MaxLength(u32),
    /// The string has at most so many UTF-16 code units.
    MaxUtf16Length(u32),
    /// The number, as it is written, is not below.
    Minimum(Literal),
    /// The number, as it is written, is not above.
    Maximum(Literal),
    /// The number, as it is written, has at most so many significant decimal places.
    MaxDecimals(u32),
    /// The number equals this one.
    Const(Literal),
    /// The string has a format.
    Format(&'static Format),
    /// The array has at least so many items.
    MinItems(u32),
    /// The array has at most so many items.
    MaxItems(u32),
    /// The string is an obvious placeholder and no live credential (judged in files only).
    Placeholder,
}

impl Assertion {
    /// The rule that a finding about it carries.
    #[must_use]
    pub const fn rule(&self) -> RuleId {
        match self {
            Self::MinLength(_) => RuleId::MinLength,
            Self::MaxLength(_) => RuleId::MaxLength,
            Self::MaxUtf16Length(_) => RuleId::Utf16Length,
            Self::Minimum(_) => RuleId::Minimum,
            Self::Maximum(_) => RuleId::Maximum,
            Self::MaxDecimals(_) => RuleId::Decimals,
            Self::Const(_) => RuleId::Const,
            Self::Format(_) => RuleId::Format,
            Self::MinItems(_) => RuleId::MinItems,
            Self::MaxItems(_) => RuleId::MaxItems,
            Self::Placeholder => RuleId::Secret,
        }
    }
}

/// Something else that a value may be by a reading of the page that was not taken.
///
/// Mostly another type. A reading of the same type is meant where the value breaks a constraint of
/// the documented shape and fits the reading's: another format, another word of a list.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The shape of that reading.
    pub shape: Shape,
    /// What happens to a payload that follows it.
    pub ruling: Ruling,
}

/// A statement about several members of one object. `null` counts as absent.
#[derive(Clone, Copy, Debug)]
pub struct MemberRule {
    /// What must hold.
    pub assertion: MemberAssertion,
    /// What happens when it does not.
    pub ruling: Ruling,
    /// Where the page says so.
    pub source: Source,
}

/// Something that must hold of several members of one object.
///
/// Members are named as on the wire. A *path* is a JSON Pointer relative to the object, for rules
/// that look into its members: `/customerData/customerId`.
#[derive(Clone, Copy, Debug)]
pub enum MemberAssertion {
    /// When one of them is present, all are.
    RequiredTogether(&'static [&'static str]),
    /// At least one of them is present.
    AtLeastOne(&'static [&'static str]),
    /// At least one member besides these is present, known or not.
    AtLeastOneOther(&'static [&'static str]),
    /// When the first is present, the second is present and `true`.
    RequiresTrue(&'static str, &'static str),
    /// The first, a date or date and time, is not before the second; a date alone is the start of
    /// its day. Judged where both are real.
    NotBefore(&'static str, &'static str),
    /// Two arrays, where both are present, have equally many items.
    SameLength(&'static str, &'static str),
    /// In the first array `null` stands only opposite to this text in the second.
    NullOpposite(&'static str, &'static str, &'static str),
    /// When the array (first) lists the text (second), the flag (third) is present and `true`.
    ListedRequiresTrue(&'static str, &'static str, &'static str),
    /// When the flag (first) is `true`, the array (second) lists the text (third).
    TrueRequiresListed(&'static str, &'static str, &'static str),
    /// The values at two paths, where both are scalars and not null, are the same text.
    Equal(&'static str, &'static str),
    /// The value at the path is present, not `null` and not empty. Judged where its parent is
    /// there.
    Demanded(&'static str),
    /// The value at the path is absent or `null`.
    Unset(&'static str),
    /// No item of the first array has the same value of a member (third) as an item of the second.
    Distinct(&'static str, &'static str, &'static str),
    /// Year, month and day are a day of the calendar.
    CalendarDay {
        /// The member that holds the year.
        year: &'static str,
        /// The member that holds the month.
        month: &'static str,
        /// The member that holds the day.
        day: &'static str,
        /// The number that stands for January.
        january: u8,
    },
}

impl MemberAssertion {
    /// The rule that a finding about it carries.
    #[must_use]
    pub const fn rule(&self) -> RuleId {
        match self {
            Self::RequiredTogether(_) => RuleId::RequiredWith,
            Self::AtLeastOne(_) | Self::AtLeastOneOther(_) => RuleId::AtLeastOne,
            Self::RequiresTrue(..) => RuleId::RequiresTrue,
            Self::NotBefore(..) => RuleId::Order,
            Self::SameLength(..) => RuleId::SameLength,
            Self::NullOpposite(..) => RuleId::NullOpposite,
            Self::ListedRequiresTrue(..) => RuleId::ListedFlag,
            Self::TrueRequiresListed(..) => RuleId::FlagListed,
            Self::Equal(..) => RuleId::Equal,
            Self::Demanded(_) => RuleId::Required,
            Self::Unset(_) => RuleId::Unset,
            Self::Distinct(..) => RuleId::Distinct,
            Self::CalendarDay { .. } => RuleId::CalendarDay,
        }
    }
}

/// What is demanded, in words.
impl fmt::Display for MemberAssertion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RequiredTogether(names) => write!(f, "all or none of {}", names.join(", ")),
            Self::AtLeastOne(names) => write!(f, "at least one of {}", names.join(", ")),
            Self::AtLeastOneOther(names) => {
                write!(f, "at least one member besides {}", names.join(", "))
            }
            Self::RequiresTrue(name, flag) => write!(f, "{name} needs {flag} to be true"),
            Self::NotBefore(later, earlier) => write!(f, "{later} is not before {earlier}"),
            Self::SameLength(one, other) => {
                write!(f, "{one} and {other} have equally many items")
            }
            Self::NullOpposite(nulls, list, text) => {
                write!(
                    f,
                    "null stands in {nulls} only opposite to {text} in {list}"
                )
            }
            Self::ListedRequiresTrue(list, text, flag) => {
                write!(f, "{text} in {list} needs {flag} to be true")
            }
            Self::TrueRequiresListed(flag, list, text) => {
                write!(f, "{flag} being true needs {text} in {list}")
            }
            Self::Equal(one, other) => write!(f, "{one} is the same as {other}"),
            Self::Demanded(path) => write!(f, "{path} has a value"),
            Self::Unset(path) => write!(f, "{path} is absent or null"),
            Self::Distinct(one, other, key) => {
                write!(f, "no {key} stands in both {one} and {other}")
            }
            Self::CalendarDay {
                year,
                month,
                day,
                january,
            } => {
                write!(
                    f,
                    "{year}, {month} and {day} are a day of the calendar, January being {january}"
                )
            }
        }
    }
}
