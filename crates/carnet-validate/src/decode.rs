//! From a tree to Rust types, by their serde derives.
//!
//! It differs from `serde_json` in what vendors' pages need: an integer may be written `1.0`,
//! [`Decimal`] gets the digits as they are written,
//! [`Member`](carnet_core::Member) tells `null` from absent.
//!
//! Deliberately absent: findings. What a contract says of a text is [`lint`](crate::lint)'s business.

mod access;
mod adopt;
mod error;
mod key;
mod number;

pub use error::DecodeError;

use crate::judge::{Judge, default_ruling};
use crate::settings::Settings;
use crate::tree::{self, Document, Node, NodeKind, Problem};
use access::{Items, Members, Tagged};
use carnet_core::contract::Reply;
use carnet_core::{Decimal, Level, Profile};
use serde::de::value::{MapDeserializer, StrDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

/// Decodes a text.
///
/// # Errors
/// When the text is no JSON, with the first problem; when it does not fit the type, with the
/// innermost value that does not.
///
/// # Example
/// ```
/// use std::collections::BTreeMap;
///
/// let ids: BTreeMap<String, i64> = carnet_validate::decode::from_slice(br#"{"a": 1.0, "b": 1e2}"#)?;
/// assert_eq!(ids["b"], 100);
/// # Ok::<(), carnet_validate::decode::DecodeError>(())
/// ```
pub fn from_slice<T: DeserializeOwned>(text: &[u8]) -> Result<T, DecodeError> {
    decode(&tree::parse(text), |_| false)
}

/// Decodes a reply that was read already, stepping over what the lenient profile steps over there:
/// a byte order mark, a trailing comma, a trailing semicolon.
///
/// # Errors
/// As [`from_slice`].
///
/// # Example
/// ```
/// use carnet_validate::{decode, tree};
///
/// let codes: Vec<i64> = decode::from_reply(&tree::parse(b"[1, 2,];"))?;
/// assert_eq!(codes, [1, 2]);
/// # Ok::<(), decode::DecodeError>(())
/// ```
pub fn from_reply<T: DeserializeOwned>(document: &Document<'_>) -> Result<T, DecodeError> {
    decode(document, |problem| {
        default_ruling(problem.rule(), true).levels.lenient < Level::Error
    })
}

/// Decodes a reply that was read already and that the contract documents, as the lenient profile
/// takes it.
///
/// Besides the slips that [`from_reply`] steps over: a key by another reading of the vendor's pages,
/// or one that the contract lets pass for a slip, is taken for the member that it means; a listed
/// text in another case for the listed one; a number in quotes for a number, and a number for a
/// text, where the contract lets that pass. What is an error even under the lenient profile is not
/// repaired.
///
/// # Errors
/// As [`from_slice`].
///
/// # Example
/// ```
/// use carnet_core::contract::{Body, Outcome, Reply};
/// use carnet_core::shape::{Kind, Reading, Shape};
/// use carnet_core::{Level, Levels, Ruling};
/// use carnet_validate::{decode, tree};
///
/// const WARNING: Ruling = Ruling::plain(Levels::new(Level::Error, Level::Warning));
/// const SHAPE: Shape = Shape {
///     readings: &[Reading { shape: Shape::of(Kind::String), ruling: WARNING }],
///     ..Shape::of(Kind::Integer)
/// };
/// const REPLY: Reply = Reply {
///     outcome: Outcome::Success,
///     when: &[],
///     body: Body { media_type: "application/json", shape: SHAPE, text: &[] },
/// };
///
/// let id: i64 = decode::from_reply_as(tree::parse(br#""272930""#), &REPLY)?;
/// assert_eq!(id, 272_930);
/// # Ok::<(), decode::DecodeError>(())
/// ```
pub fn from_reply_as<T: DeserializeOwned>(
    mut document: Document<'_>,
    reply: &Reply,
) -> Result<T, DecodeError> {
    let settings = Settings {
        profile: Profile::Lenient,
        ..Settings::default()
    };
    let judge = Judge {
        page: "",
        rulings: reply.body.text,
        reply: true,
        settings: &settings,
    };
    if let Some(root) = &mut document.root {
        adopt::adopt(root, &reply.body.shape, &judge);
    }
    decode(&document, |problem| {
        let rule = problem.rule();
        judge.level(rule, &judge.text_ruling(rule)) < Level::Error
    })
}

fn decode<T: DeserializeOwned>(
    document: &Document<'_>,
    is_repaired: impl Fn(&Problem) -> bool,
) -> Result<T, DecodeError> {
    if let Some(problem) = document.problems.iter().find(|it| !is_repaired(it)) {
        let error = DecodeError::custom(problem.message_without_text());
        return Err(error.at(&problem.span));
    }
    match &document.root {
        Some(root) => T::deserialize(root),
        None => Err(DecodeError::custom("the text holds no value")),
    }
}

/// Decodes a value that was read already.
///
/// # Errors
/// When the value does not fit the type, with the innermost value that does not.
pub fn from_node<'de, T: serde::Deserialize<'de>>(node: &'de Node<'_>) -> Result<T, DecodeError> {
    T::deserialize(node)
}

impl<'de> Node<'_> {
    fn visit<V: Visitor<'de>>(&'de self, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.kind {
            NodeKind::Null => visitor.visit_unit(),
            NodeKind::Bool(value) => visitor.visit_bool(*value),
            NodeKind::Number(text) => number::visit(text, visitor),
            NodeKind::String(text) => visitor.visit_borrowed_str(text),
            NodeKind::Array(items) => {
                let mut access = Items::new(items);
                let value = visitor.visit_seq(&mut access)?;
                access.end()?;
                Ok(value)
            }
            NodeKind::Object(members) => visitor.visit_map(Members::new(members)),
            NodeKind::Invalid => Err(DecodeError::custom("this is no JSON value")),
        }
    }

    /// The value as serde names it in "invalid type" errors.
    fn unexpected(&self) -> Unexpected<'_> {
        match &self.kind {
            NodeKind::Null => Unexpected::Unit,
            NodeKind::Bool(value) => Unexpected::Bool(*value),
            NodeKind::Number(_) => Unexpected::Other("number"),
            NodeKind::String(text) => Unexpected::Str(text),
            NodeKind::Array(_) => Unexpected::Seq,
            NodeKind::Object(_) => Unexpected::Map,
            NodeKind::Invalid => Unexpected::Other("something that is no JSON"),
        }
    }
}

macro_rules! integers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
            match self.kind {
                NodeKind::Number(text) => number::visit_integer(text, visitor),
                _ => self.visit(visitor),
            }
            .map_err(|error| error.at(&self.span))
        }
    )*};
}

impl<'de> Deserializer<'de> for &'de Node<'_> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.visit(visitor).map_err(|error| error.at(&self.span))
    }

    integers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.kind {
            NodeKind::Number(text) => number::visit_double(text, visitor),
            _ => self.visit(visitor),
        }
        .map_err(|error| error.at(&self.span))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.kind {
            NodeKind::Null => visitor.visit_unit(),
            _ => visitor.visit_some(self),
        }
        .map_err(|error| error.at(&self.span))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match self.kind {
            NodeKind::Number(text) if name == Decimal::NEWTYPE => visit_digits(text, visitor),
            _ if name == Decimal::NEWTYPE => {
                Err(DecodeError::invalid_type(self.unexpected(), &visitor))
            }
            _ => visitor.visit_newtype_struct(self),
        }
        .map_err(|error| error.at(&self.span))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match &self.kind {
            NodeKind::String(text) => visitor.visit_enum(StrDeserializer::<DecodeError>::new(text)),
            NodeKind::Object(members) if members.len() == 1 => {
                visitor.visit_enum(Tagged(&members[0]))
            }
            _ => Err(DecodeError::invalid_type(
                self.unexpected(),
                &"a string or an object with one member",
            )),
        }
        .map_err(|error| error.at(&self.span))
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, DecodeError> {
        Err(DecodeError::custom("JSON holds no bytes").at(&self.span))
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool char str string unit unit_struct seq tuple tuple_struct map struct identifier
    }
}

/// Answers [`Decimal`]'s request with the digits as they are written.
fn visit_digits<'de, V: Visitor<'de>>(text: &'de str, visitor: V) -> Result<V::Value, DecodeError> {
    let entry = std::iter::once((Decimal::NEWTYPE, text));
    visitor.visit_map(MapDeserializer::<_, DecodeError>::new(entry))
}
