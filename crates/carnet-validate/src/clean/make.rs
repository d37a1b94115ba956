//! From a contract to what a clean text is under the settings of a run.
//!
//! A statement that is allowed under them is left out, one that is not must hold. What takes more
//! than a look to tell has no program.

use super::Reads;
use super::key::{Key, Keys};
use super::object::Bit;
use super::parameters::Parameters;
use super::program::{
    Array, Demanded, Demands, Map, Member, Named, Numbers, Object, Others, Program, Spot, Texts,
    Union, Value, WATCHED_WORDS, Watched, Words, Written,
};
use super::reply::{self, Conditions};
use super::slot::Slot;
use super::statement::Statement;
use super::text::Str;
use crate::judge::Judge;
use crate::settings::{Choice, Context, Settings, Surface};
use carnet_core::contract::{Body, Carrier};
use carnet_core::json;
use carnet_core::shape::{self, Assertion, Field, Kind, Shape};
use carnet_core::{Artifact, Contract, Level, RuleId, Ruling};
use std::cmp::Reverse;

mod reading;
mod statement;

/// Contracts that refer to themselves have no program.
const DEEPEST: usize = 24;

/// What a clean text of an artifact is; `None` where only the other pass can tell.
pub(super) fn reads(contract: &Contract, artifact: Artifact, settings: &Settings) -> Option<Reads> {
    let is_other = |choice: &Choice| *choice == Choice::OtherReading;
    let takes_a_look = !is_sent_as_documented(contract, &settings.context)
        || settings.overrides.values().any(is_other);
    if takes_a_look {
        return None;
    }
    match artifact {
        Artifact::RequestBody => {
            let body = &contract.request;
            let value = Maker::of(contract, body, false, settings).value(&body.shape, 0)?;
            Some(Reads::Json(vec![Program {
                spot: Spot::of(value, false),
                conditions: Conditions::default(),
            }]))
        }
        Artifact::ReplyBody => {
            let replies = 0..contract.replies.len();
            let programs = replies.filter_map(|index| reply(contract, index, settings));
            Some(Reads::Json(programs.collect()))
        }
        Artifact::RequestUrl => parameters(contract, settings).map(Reads::Url),
        Artifact::RequestForm => parameters(contract, settings).map(Reads::Form),
    }
}

/// Whether nothing is to be said of the call around a text: its method and its URL.
fn is_sent_as_documented(contract: &Contract, context: &Context) -> bool {
    let method = context.method.as_deref();
    let url = context.url.as_deref();
    method.is_none_or(|method| method == contract.method)
        && url.is_none_or(|url| is_fixed(contract) && url == contract.url)
}

/// Whether a contract has one URL, without parameters.
fn is_fixed(contract: &Contract) -> bool {
    !contract.url.contains(['{', '?', '#'])
}

fn reply(contract: &Contract, index: usize, settings: &Settings) -> Option<Program> {
    let body = &contract.replies[index].body;
    let mut maker = Maker::of(contract, body, true, settings);
    let mut value = maker.value(&body.shape, 0)?;
    let status = settings.context.http_status;
    let conditions = reply::conditions(contract.replies, index, status)?;
    let conditions = conditions.noted(|name| maker.slot_of(&mut value, &[name]))?;
    let spot = Spot::of(value, false);
    Some(Program { spot, conditions })
}

fn parameters(contract: &Contract, settings: &Settings) -> Option<Parameters> {
    let shape = &contract.request.shape;
    let fields = shape.object()?.fields;
    if contract.carrier != Carrier::Parameters || fields.len() > 64 {
        return None;
    }
    let json = fields.iter().map(|field| match field.shape.kind {
        _ if field.shape.sensitive => Some(false),
        Kind::Array(_) | Kind::Object(_) | Kind::Map(_) => Some(true),
        // What is no JSON is a text there.
        Kind::Any | Kind::Union(_) => None,
        _ => Some(false),
    });
    let json = json.collect::<Option<_>>()?;
    let mut maker = Maker::of(contract, &contract.request, false, settings);
    let Value::Object(object) = maker.value(shape, 0)? else {
        return None;
    };
    Some(Parameters {
        url: is_fixed(contract).then_some(contract.url),
        object: *object,
        json,
    })
}

struct Maker<'s> {
    judge: Judge<'s>,
    /// The last place that is noted.
    last: Slot,
}

impl<'s> Maker<'s> {
    const fn of(contract: &Contract, body: &Body, reply: bool, settings: &'s Settings) -> Self {
        Self {
            judge: Judge {
                page: contract.page,
                rulings: body.text,
                reply,
                settings,
            },
            last: Slot::NOBODYS,
        }
    }

    fn allows(&self, rule: RuleId, ruling: &Ruling) -> bool {
        self.judge.level(rule, ruling) == Level::Allow
    }

    /// A value in its place, by the documented shape or a reading that is let pass.
    fn value(&mut self, shape: &Shape, depth: usize) -> Option<Value> {
        let documented = self.documented(shape, depth)?;
        let mut all = vec![documented];
        for reading in self.passable(shape) {
            all.extend(self.documented(&reading.shape, depth));
        }
        if all.len() > 1 {
            return Some(Value::Either(all.into()));
        }
        all.pop()
    }

    /// What may stand at a place that is no member's.
    fn spot(&mut self, shape: &Shape, null: Option<&Ruling>, depth: usize) -> Option<Spot> {
        let may_be_null = null.is_none_or(|ruling| self.allows(RuleId::Null, ruling));
        Some(Spot::of(self.value(shape, depth)?, may_be_null))
    }

    fn documented(&mut self, shape: &Shape, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        let depth = depth + 1;
        let (texts, numbers) = (self.texts(shape)?, self.numbers(shape));
        Some(match shape.kind {
            Kind::Any if texts.is_free() && numbers.is_free() => Value::Any,
            Kind::Any => return None,
            Kind::Boolean => Value::Boolean,
            Kind::Integer => Value::Integer(numbers),
            Kind::Number => Value::Number(numbers),
            Kind::String => Value::Text(texts),
            Kind::Enum(list) => {
                let words = list.values.iter().copied();
                let clean = words.filter(|word| texts.hold(Str::plain(word)));
                Value::Word(Words(clean.collect()))
            }
            Kind::Array(items) => {
                let item = self.spot(&items.shape, items.null.as_ref(), depth)?;
                Value::Array(Box::new(self.array(shape, item)))
            }
            Kind::Object(object) => Value::Object(Box::new(self.object(object, depth)?)),
            Kind::Map(map) => Value::Map(Box::new(Map {
                spot: self.spot(&map.value, map.null.as_ref(), depth)?,
                empty_key: self.allows(RuleId::Empty, &map.empty_key),
            })),
            Kind::Union(union) => {
                let selections = &self.judge.settings.context.selections;
                let select = union.select.as_ref();
                if select.is_some_and(|select| selections.contains_key(select.context)) {
                    return None;
                }
                let mut made = Union {
                    common: (!texts.is_free() || !numbers.is_free()).then_some((texts, numbers)),
                    ..Union::default()
                };
                for variant in union.variants {
                    match self.value(&variant.shape, depth)? {
                        Value::Text(texts) => made.texts.push(texts),
                        Value::Integer(numbers) => made.numbers.push((numbers, true)),
                        Value::Number(numbers) => made.numbers.push((numbers, false)),
                        other => made.others.push(other),
                    }
                }
                // Those that ask for least are the first to be asked.
                made.texts.sort_by_key(Texts::is_looked_into);
                made.numbers
                    .sort_by_key(|(numbers, _)| Reverse(numbers.any_digits));
                Value::Union(Box::new(made))
            }
        })
    }

    /// What is demanded and not allowed to be otherwise.
    fn demands(&self, shape: &Shape) -> impl Iterator<Item = &'static Assertion> {
        let checks = shape.all_checks();
        let held = checks.filter(|it| !self.allows(it.assertion.rule(), &it.ruling));
        held.map(|check| &check.assertion)
    }

    /// `None` where a word that stands for a value could be any text.
    fn texts(&self, shape: &Shape) -> Option<Texts> {
        let mut texts = Texts {
            min_length: 0,
            max_length: usize::MAX,
            max_utf16: usize::MAX,
            formats: Box::default(),
            is_credential: false,
            has_placeholders: self.has_placeholders()?,
            glance: 0,
        };
        let mut formats = Vec::new();
        for assertion in self.demands(shape) {
            match *assertion {
                Assertion::MinLength(least) => texts.min_length = texts.min_length.max(size(least)),
                Assertion::MaxLength(most) => texts.max_length = texts.max_length.min(size(most)),
                Assertion::MaxUtf16Length(most) => {
                    texts.max_utf16 = texts.max_utf16.min(size(most));
                }
                Assertion::Format(format) => formats.push(format),
                Assertion::Placeholder => {
                    texts.is_credential |= self.judge.settings.surface == Surface::File;
                }
                _ => {}
            }
        }
        texts.formats = formats.into();
        texts.settle();
        Some(texts)
    }

    fn numbers(&self, shape: &Shape) -> Numbers {
        let mut numbers = Numbers::default();
        for assertion in self.demands(shape) {
            match *assertion {
                Assertion::Minimum(least) => numbers.minimum = Some(least),
                Assertion::Maximum(most) => numbers.maximum = Some(most),
                Assertion::Const(only) => numbers.only = Some(only),
                Assertion::MaxDecimals(most) => numbers.decimals = Some(most),
                _ => {}
            }
        }
        numbers.settle();
        numbers
    }

    fn array(&self, shape: &Shape, item: Spot) -> Array {
        let mut array = Array {
            item,
            min_items: 0,
            max_items: usize::MAX,
        };
        for assertion in self.demands(shape) {
            match *assertion {
                Assertion::MinItems(least) => array.min_items = array.min_items.max(size(least)),
                Assertion::MaxItems(most) => array.max_items = array.max_items.min(size(most)),
                _ => {}
            }
        }
        array
    }

    /// Whether the body rules upon words that are no value yet.
    fn has_placeholders(&self) -> Option<bool> {
        let rulings = self.judge.rulings.iter();
        let mut words = rulings
            .filter(|text| text.rule == RuleId::ShellVariable)
            .flat_map(|text| text.words);
        let has_some = words.clone().next().is_some();
        words.all(|word| word.starts_with('$')).then_some(has_some)
    }

    fn object(&mut self, object: &'static shape::Object, depth: usize) -> Option<Object> {
        let members = object.fields.iter().enumerate();
        let members = members.map(|(index, field)| self.member(index, field, depth));
        let members: Option<Vec<_>> = members.collect();
        let fields = object.fields.iter();
        let required = fields.map(|it| !self.allows(RuleId::Required, &it.required));
        let required: Vec<_> = required.collect();
        let fields = object.fields.iter();
        let refused = fields.map(|it| !self.allows(RuleId::UndocumentedKey, &it.undocumented));
        let refused: Vec<_> = refused.collect();
        let mut both = required.iter().zip(&refused);
        if both.any(|(required, refused)| *required && *refused) {
            return None;
        }
        let members = members?;
        let made = Object {
            watched: watched(object, &required, &refused),
            keys: Box::new(Keys::new(&members, self.other_keys(object))?),
            members,
            demands: Demands::of(&required, &refused)?,
            empty_is_absent: object.empty_is_absent,
            statements: Vec::new(),
            slots: Vec::new(),
            others: Others::None,
        };
        let mut made = Value::Object(Box::new(made));
        let others = self.others(object, &mut made, depth)?;
        let mut statements = Vec::new();
        for rule in object.rules {
            if !self.allows(rule.assertion.rule(), &rule.ruling) {
                statements.push(self.statement(&rule.assertion, object, &mut made)?);
            }
        }
        let Value::Object(mut made) = made else {
            return None;
        };
        (made.others, made.statements) = (others, statements);
        Some(*made)
    }

    fn member(&mut self, index: usize, field: &'static Field, depth: usize) -> Option<Member> {
        Some(Member {
            key: Key::new(field.name),
            bit: Bit::of(index),
            spot: Spot {
                empty: self.allows(RuleId::Empty, &field.empty),
                ..self.spot(&field.shape, field.null.as_ref(), depth)?
            },
        })
    }

    /// The members that an object may have besides those that it knows.
    fn others(
        &mut self,
        object: &'static shape::Object,
        made: &mut Value,
        depth: usize,
    ) -> Option<Others> {
        let Some(dynamic) = object.dynamic else {
            let is_open = self.allows(RuleId::UnknownKey, &object.unknown_keys);
            return Some(if is_open {
                Others::Unknown(object)
            } else {
                Others::None
            });
        };
        let by = dynamic.named_by.iter();
        Some(Others::Named(Box::new(Named {
            by: by
                .map(|name| self.slot_of(made, &[name]))
                .collect::<Option<_>>()?,
            spot: self.spot(&dynamic.shape, dynamic.null.as_ref(), depth)?,
        })))
    }

    /// Has the value noted that stands at a path of names below a value: its slot. `None` where
    /// there is no telling which value that is, and where too many are noted.
    fn slot_of(&mut self, value: &mut Value, path: &[&str]) -> Option<Slot> {
        let object = value.object_mut()?;
        let (name, below) = path.split_first()?;
        let mut members = object.members.iter_mut();
        let place = &mut members.find(|member| member.key.name() == *name)?.spot;
        let slot = match below {
            [] => {
                if !place.slot.is_asked() {
                    self.last = self.last.next()?;
                    place.slot = self.last;
                }
                place.slot
            }
            below => self.slot_of(&mut place.value, below)?,
        };
        object.slots.push(slot);
        Some(slot)
    }
}

/// What an object is watched by; `None` of one that has too many members.
fn watched(object: &shape::Object, required: &[bool], refused: &[bool]) -> Option<Watched> {
    (required.len() <= 64 * WATCHED_WORDS).then(|| Watched {
        keys: object.fields.iter().map(written).collect(),
        demanded: Demanded::of(required, refused),
    })
}

/// The key of a member as it is written; zeros, as no other key is, where it is not in one block.
fn written(field: &Field) -> Written {
    let block = *json::Key::new(field.name).block();
    if block == [b' '; 32] { [0; 32] } else { block }
}

fn size(length: u32) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX)
}
