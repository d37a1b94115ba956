//! What a clean text is, prepared for reading: the contract under the settings of a run.
//!
//! A statement that is allowed under them is left out, one that is not must hold. What takes more
//! than a look to tell has no program.

use super::reply::{self, Conditions};
use crate::judge::Judge;
use crate::settings::{Choice, Settings, Surface};
use carnet_core::contract::Body;
use carnet_core::decimal::Literal;
use carnet_core::format::{DATE, DATE_AND_TIME};
use carnet_core::shape::{self, Assertion, Field, Map, MemberAssertion, MemberRule, Shape};
use carnet_core::{Artifact, Contract, Format, Level, RuleId, Ruling};

/// Contracts that refer to themselves have no program.
const DEEPEST: usize = 24;
/// Objects with more members have none.
const MOST_MEMBERS: usize = 128;
/// Slots of the table in which members are looked up: at most half of them are taken.
const SLOTS: usize = 256;
/// What a slot holds that no member has.
const NOBODY: u8 = u8::MAX;

/// One thing that a clean text may be.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) value: Value,
    /// What tells this kind of reply from the others.
    pub(super) conditions: Conditions,
}

#[derive(Debug)]
pub(super) struct Value {
    pub(super) kind: Kind,
    pub(super) texts: Texts,
    pub(super) numbers: Numbers,
    pub(super) min_items: usize,
    pub(super) max_items: usize,
}

#[derive(Debug)]
pub(super) enum Kind {
    Any,
    Boolean,
    Integer,
    Number,
    String,
    Enum(&'static [&'static str]),
    Array(Box<Items>),
    Object(Box<Object>),
    Map(Box<Named>),
    Union(Vec<Value>),
}

#[derive(Debug)]
pub(super) struct Items {
    pub(super) value: Value,
    /// Whether one may be `null`.
    pub(super) null: bool,
}

#[derive(Debug)]
pub(super) struct Named {
    pub(super) value: Value,
    pub(super) null: bool,
    pub(super) empty_key: bool,
}

/// What is demanded of a string.
#[derive(Debug)]
pub(super) struct Texts {
    pub(super) min_length: usize,
    pub(super) max_length: usize,
    pub(super) max_utf16: usize,
    pub(super) formats: Vec<&'static Format>,
    /// Whether it must be no live credential.
    pub(super) is_credential: bool,
    /// Whether the body has words that are no value yet; they begin with `$`.
    pub(super) has_placeholders: bool,
    /// Whether only its length counts.
    pub(super) is_free: bool,
}

impl Texts {
    pub(super) const fn has_bounds(&self) -> bool {
        self.min_length > 0 || self.max_length < usize::MAX || self.max_utf16 < usize::MAX
    }
}

/// What is demanded of a number.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    pub(super) minimum: Option<Literal>,
    pub(super) maximum: Option<Literal>,
    pub(super) only: Option<Literal>,
    pub(super) decimals: Option<u32>,
    /// The bounds of an integer, where there is nothing else.
    pub(super) whole: Option<(i64, i64)>,
    /// Whether nothing is.
    pub(super) is_free: bool,
}

#[derive(Debug)]
pub(super) struct Object {
    pub(super) members: Vec<Member>,
    /// From the [slot](Object::slot) of a key to its member, or one of the slots behind it.
    pub(super) table: Box<[u8; SLOTS]>,
    /// Those that must stand in it, as bits.
    pub(super) required: u128,
    pub(super) empty_is_absent: bool,
    pub(super) statements: Vec<Statement>,
}

#[derive(Debug)]
pub(super) struct Member {
    /// The key with its quotes.
    pub(super) quoted: Box<[u8]>,
    pub(super) value: Value,
    /// Whether it may be `null`, and whether it may be empty.
    pub(super) null: bool,
    pub(super) empty: bool,
    pub(super) is_documented: bool,
    /// Which of the values of a statement it is.
    pub(super) noted: Option<usize>,
    /// Which of the values it is that tell replies apart.
    pub(super) captured: Option<usize>,
}

/// A statement about several members, which are bits.
#[derive(Debug)]
pub(super) enum Statement {
    /// All are present or none.
    Together(u128),
    /// One of them is.
    Any(u128),
    /// With the first the second is true.
    RequiresTrue(u128, u128),
    /// None of them is present: the other pass tells what holds where one is.
    Absent(u128),
    /// Not all of them are.
    NotAll(u128),
    /// The first of two dates is not before the second.
    NotBefore(u128),
    /// Three numbers are a day.
    CalendarDay(u128, i64),
}

impl Object {
    /// Where the search for a key begins.
    pub(super) fn slot(key: &[u8]) -> usize {
        let byte = |at: usize| usize::from(key.get(at).copied().unwrap_or_default());
        let last = key.len().saturating_sub(1);
        (key.len() * 7 + byte(0) * 3 + byte(last) * 31 + byte(last / 2) * 5) % SLOTS
    }
}

/// The programs of an artifact; `None` where only the other pass can tell.
pub(super) fn of(
    contract: &Contract,
    artifact: Artifact,
    settings: &Settings,
) -> Option<Vec<Program>> {
    let context = &settings.context;
    let is_other = |choice: &Choice| *choice == Choice::OtherReading;
    if context.url.is_some()
        || context.method.is_some()
        || settings.overrides.values().any(is_other)
    {
        return None;
    }
    let maker = |body: &Body, is_reply| Maker {
        judge: Judge {
            page: contract.page,
            rulings: body.text,
            reply: is_reply,
            settings,
        },
    };
    match artifact {
        Artifact::RequestBody => {
            let body = &contract.request;
            let value = maker(body, false).value(&body.shape, 0)?;
            let conditions = Conditions::default();
            Some(vec![Program { value, conditions }])
        }
        Artifact::ReplyBody => {
            let replies = contract.replies.iter().enumerate();
            let programs = replies.filter_map(|(index, reply)| {
                let mut value = maker(&reply.body, true).value(&reply.body.shape, 0)?;
                let status = context.http_status;
                let conditions = reply::conditions(contract.replies, index, status, &mut value)?;
                Some(Program { value, conditions })
            });
            Some(programs.collect())
        }
        Artifact::RequestUrl | Artifact::RequestForm => None,
    }
}

struct Maker<'s> {
    judge: Judge<'s>,
}

impl Maker<'_> {
    fn allows(&self, rule: RuleId, ruling: &Ruling) -> bool {
        self.judge.level(rule, ruling) == Level::Allow
    }

    fn value(&self, shape: &Shape, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        let mut value = Value {
            kind: self.kind(shape.kind, depth)?,
            texts: Texts {
                min_length: 0,
                max_length: usize::MAX,
                max_utf16: usize::MAX,
                formats: Vec::new(),
                is_credential: false,
                has_placeholders: self.has_placeholders()?,
                is_free: true,
            },
            numbers: Numbers::default(),
            min_items: 0,
            max_items: usize::MAX,
        };
        for check in shape.all_checks() {
            if !self.allows(check.assertion.rule(), &check.ruling) {
                self.check(&check.assertion, &mut value);
            }
        }
        value.texts.is_free = value.texts.formats.is_empty() && !value.texts.is_credential;
        value.numbers.settle();
        Some(value)
    }

    /// Whether the body rules upon words; `None` where one could be any text.
    fn has_placeholders(&self) -> Option<bool> {
        let rulings = self.judge.rulings.iter();
        let mut words = rulings
            .filter(|text| text.rule == RuleId::ShellVariable)
            .flat_map(|text| text.words);
        let has_some = words.clone().next().is_some();
        words.all(|word| word.contains('$')).then_some(has_some)
    }

    fn check(&self, assertion: &Assertion, value: &mut Value) {
        let size = |length: u32| usize::try_from(length).unwrap_or(usize::MAX);
        let (texts, numbers) = (&mut value.texts, &mut value.numbers);
        match *assertion {
            Assertion::MinLength(least) => texts.min_length = texts.min_length.max(size(least)),
            Assertion::MaxLength(most) => texts.max_length = texts.max_length.min(size(most)),
            Assertion::MaxUtf16Length(most) => texts.max_utf16 = texts.max_utf16.min(size(most)),
            Assertion::Format(format) => texts.formats.push(format),
            Assertion::Placeholder => {
                texts.is_credential |= self.judge.settings.surface == Surface::File;
            }
            Assertion::Minimum(least) => numbers.minimum = Some(least),
            Assertion::Maximum(most) => numbers.maximum = Some(most),
            Assertion::Const(only) => numbers.only = Some(only),
            Assertion::MaxDecimals(most) => numbers.decimals = Some(most),
            Assertion::MinItems(least) => value.min_items = value.min_items.max(size(least)),
            Assertion::MaxItems(most) => value.max_items = value.max_items.min(size(most)),
        }
    }

    fn kind(&self, kind: shape::Kind, depth: usize) -> Option<Kind> {
        let depth = depth + 1;
        Some(match kind {
            shape::Kind::Any => Kind::Any,
            shape::Kind::Boolean => Kind::Boolean,
            shape::Kind::Integer => Kind::Integer,
            shape::Kind::Number => Kind::Number,
            shape::Kind::String => Kind::String,
            shape::Kind::Enum(list) => Kind::Enum(list.values),
            shape::Kind::Array(items) => Kind::Array(Box::new(Items {
                value: self.value(&items.shape, depth)?,
                null: self.null(items.null.as_ref()),
            })),
            shape::Kind::Object(object) => Kind::Object(Box::new(self.object(object, depth)?)),
            shape::Kind::Map(map) => Kind::Map(Box::new(self.map(map, depth)?)),
            shape::Kind::Union(union) => {
                let selections = &self.judge.settings.context.selections;
                if let Some(select) = &union.select
                    && selections.contains_key(select.context)
                {
                    return None;
                }
                let variants = union.variants.iter();
                let variants = variants.map(|variant| self.value(&variant.shape, depth));
                Kind::Union(variants.collect::<Option<_>>()?)
            }
        })
    }

    fn map(&self, map: &'static Map, depth: usize) -> Option<Named> {
        Some(Named {
            value: self.value(&map.value, depth)?,
            null: self.null(map.null.as_ref()),
            empty_key: self.allows(RuleId::Empty, &map.empty_key),
        })
    }

    fn null(&self, ruling: Option<&Ruling>) -> bool {
        ruling.is_none_or(|ruling| self.allows(RuleId::Null, ruling))
    }

    fn object(&self, object: &'static shape::Object, depth: usize) -> Option<Object> {
        if object.fields.len() > MOST_MEMBERS {
            return None;
        }
        let members = object.fields.iter();
        let members: Option<Vec<_>> = members.map(|field| self.member(field, depth)).collect();
        let mut made = Object {
            members: members?,
            table: Box::new([NOBODY; SLOTS]),
            required: 0,
            empty_is_absent: object.empty_is_absent,
            statements: Vec::new(),
        };
        for (index, field) in object.fields.iter().enumerate() {
            if !self.allows(RuleId::Required, &field.required) {
                made.required |= 1 << index;
            }
            let mut slot = Object::slot(field.name.as_bytes());
            while made.table[slot] != NOBODY {
                slot = (slot + 1) % SLOTS;
            }
            made.table[slot] = u8::try_from(index).ok()?;
        }
        for rule in object.rules {
            if !self.allows(rule.assertion.rule(), &rule.ruling) {
                made.statements
                    .push(statement(rule, object, &mut made.members)?);
            }
        }
        Some(made)
    }

    fn member(&self, field: &'static Field, depth: usize) -> Option<Member> {
        Some(Member {
            quoted: format!("\"{}\"", field.name).into_bytes().into(),
            value: self.value(&field.shape, depth)?,
            null: self.null(field.null.as_ref()),
            empty: self.allows(RuleId::Empty, &field.empty),
            is_documented: self.allows(RuleId::UndocumentedKey, &field.undocumented),
            noted: None,
            captured: None,
        })
    }
}

impl Numbers {
    /// Notes what is simple about it.
    fn settle(&mut self) {
        self.is_free = self.minimum.is_none()
            && self.maximum.is_none()
            && self.only.is_none()
            && self.decimals.is_none();
        let bound = |literal: Option<Literal>, none: i64| match literal {
            Some(literal) => literal.number().to_i64(),
            None => Some(none),
        };
        if self.only.is_none() && self.decimals.is_none() {
            let least = bound(self.minimum, i64::MIN);
            self.whole = least.zip(bound(self.maximum, i64::MAX));
        }
    }
}

/// The bits of members by their names; `None` where one is not known.
fn bits(names: &[&str], object: &shape::Object) -> Option<u128> {
    names.iter().try_fold(0, |bits, name| {
        let index = object.fields.iter().position(|field| field.name == *name)?;
        Some(bits | 1 << index)
    })
}

/// The bit of the member that a JSON Pointer begins with, and whether it ends there.
fn first(pointer: &str, object: &shape::Object) -> Option<(u128, bool)> {
    let mut names = pointer.split('/').skip(1);
    let bit = bits(&[names.next()?], object)?;
    Some((bit, names.next().is_none()))
}

fn statement(
    rule: &MemberRule,
    object: &shape::Object,
    members: &mut [Member],
) -> Option<Statement> {
    let all = |names: &[&str]| bits(names, object);
    Some(match rule.assertion {
        MemberAssertion::RequiredTogether(names) => Statement::Together(all(names)?),
        MemberAssertion::AtLeastOne(names) => Statement::Any(all(names)?),
        MemberAssertion::AtLeastOneOther(names) => {
            let every = (0..object.fields.len()).fold(0, |bits, index| bits | 1 << index);
            Statement::Any(every & !all(names)?)
        }
        MemberAssertion::RequiresTrue(name, flag) => {
            Statement::RequiresTrue(all(&[name])?, all(&[flag])?)
        }
        MemberAssertion::NotBefore(later, earlier)
            if note(&[later, earlier], members, Member::is_iso_date) =>
        {
            Statement::NotBefore(all(&[later, earlier])?)
        }
        MemberAssertion::NotBefore(one, other)
        | MemberAssertion::SameLength(one, other)
        | MemberAssertion::Distinct(one, other, _) => Statement::NotAll(all(&[one, other])?),
        MemberAssertion::NullOpposite(nulls, list, _) => Statement::NotAll(all(&[nulls, list])?),
        MemberAssertion::ListedRequiresTrue(list, _, flag)
        | MemberAssertion::TrueRequiresListed(flag, list, _) => {
            Statement::Absent(all(&[list, flag])?)
        }
        MemberAssertion::Equal(one, other) => {
            let (one, _) = first(one, object)?;
            let (other, _) = first(other, object)?;
            if one == other {
                Statement::Absent(one)
            } else {
                Statement::NotAll(one | other)
            }
        }
        MemberAssertion::Demanded(pointer) => match first(pointer, object)? {
            (bit, true) => Statement::Any(bit),
            (bit, false) => Statement::Absent(bit),
        },
        MemberAssertion::Unset(pointer) => Statement::Absent(first(pointer, object)?.0),
        MemberAssertion::CalendarDay {
            year,
            month,
            day,
            january,
        } => {
            let names = [year, month, day];
            if note(&names, members, |_| true) {
                Statement::CalendarDay(all(&names)?, i64::from(january))
            } else {
                Statement::NotAll(all(&names)?)
            }
        }
    })
}

/// Has the values of members noted, if all are of a sort and none is noted for another statement.
fn note(names: &[&str], members: &mut [Member], is_such: impl Fn(&Member) -> bool) -> bool {
    let is_free = members.iter().all(|member| member.noted.is_none());
    let index = |name: &&str| {
        let mut members = members.iter();
        members.position(|member| member.is_called(name) && is_such(member))
    };
    let indices: Option<Vec<_>> = names.iter().map(index).collect();
    let Some(indices) = indices.filter(|_| is_free) else {
        return false;
    };
    for (slot, index) in indices.into_iter().enumerate() {
        members[index].noted = Some(slot);
    }
    true
}

impl Member {
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.quoted[1..].strip_suffix(b"\"") == Some(name.as_bytes())
    }

    /// Whether every clean value is a date, with a time of day or without, the year first.
    fn is_iso_date(&self) -> bool {
        let mut formats = self.value.texts.formats.iter();
        formats.any(|format| [DATE.name, DATE_AND_TIME.name].contains(&format.name))
    }
}
