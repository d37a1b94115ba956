//! JSON as text in a tree: order, duplicates and the spelling of numbers survive.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A value. Scalars and keys are kept as the text they are written with.
///
/// For making payloads from others: a test takes one that is right and changes what it is about.
///
/// # Example
/// ```
/// use carnet_testing::JsonText;
///
/// let mut payload = JsonText::parse(r#"{"subject": "Printer", "priority": 1}"#);
/// payload.set("/priority", "1.0");
/// payload.rename("/subject", "Subject");
/// assert_eq!(payload.to_string(), r#"{"Subject":"Printer","priority":1.0}"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonText {
    /// A string, number or word; or, on purpose, something that is no JSON.
    Scalar(String),
    /// Items in order.
    Array(Vec<JsonText>),
    /// Members in order, keys in quotes.
    Object(Vec<(String, JsonText)>),
}

/// The text of a JSON string.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

impl JsonText {
    /// Reads valid JSON.
    ///
    /// # Panics
    /// When it is no JSON.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
    }

    /// A string.
    #[must_use]
    pub fn string(text: &str) -> Self {
        Self::Scalar(quoted(text))
    }

    /// Puts a text in the place of a value, or adds it: `-` is the end of an array.
    ///
    /// # Panics
    /// When the pointer leads nowhere.
    pub fn set(&mut self, pointer: &str, text: &str) {
        let value = Self::Scalar(text.to_owned());
        let Some((parent, last)) = split(pointer) else {
            *self = value;
            return;
        };
        match self.at(parent) {
            Self::Array(items) if last == "-" => items.push(value),
            Self::Array(items) => items[index(&last)] = value,
            Self::Object(members) => match members.iter_mut().find(|it| it.0 == quoted(&last)) {
                Some((_, old)) => *old = value,
                None => members.push((quoted(&last), value)),
            },
            Self::Scalar(text) => panic!("{pointer} leads into {text}"),
        }
    }

    /// Leaves a member or an item out.
    ///
    /// # Panics
    /// When the pointer leads nowhere, or to the whole text.
    pub fn remove(&mut self, pointer: &str) {
        let (parent, last) = split(pointer).expect("the whole text cannot be left out");
        match self.at(parent) {
            Self::Array(items) => drop(items.remove(index(&last))),
            Self::Object(members) => members.retain(|(key, _)| *key != quoted(&last)),
            Self::Scalar(text) => panic!("{pointer} leads into {text}"),
        }
    }

    /// Gives a member another key.
    ///
    /// # Panics
    /// When the pointer leads to no member.
    pub fn rename(&mut self, pointer: &str, name: &str) {
        let (parent, last) = split(pointer).expect("the whole text has no key");
        let Self::Object(members) = self.at(parent) else {
            panic!("no object holds {pointer}")
        };
        let member = members.iter_mut().find(|(key, _)| *key == quoted(&last));
        member.unwrap_or_else(|| panic!("there is no {pointer}")).0 = quoted(name);
    }

    fn at(&mut self, pointer: &str) -> &mut Self {
        let Some((parent, last)) = split(pointer) else {
            return self;
        };
        match self.at(parent) {
            Self::Array(items) => &mut items[index(&last)],
            Self::Object(members) => {
                let member = members.iter_mut().find(|(key, _)| *key == quoted(&last));
                &mut member.unwrap_or_else(|| panic!("there is no {pointer}")).1
            }
            Self::Scalar(text) => panic!("{pointer} leads into {text}"),
        }
    }
}

/// The pointer of the parent, and the last token.
fn split(pointer: &str) -> Option<(&str, String)> {
    let (parent, last) = pointer.rsplit_once('/')?;
    Some((parent, last.replace("~1", "/").replace("~0", "~")))
}

fn index(token: &str) -> usize {
    token
        .parse()
        .unwrap_or_else(|_| panic!("`{token}` is no index"))
}

impl fmt::Display for JsonText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scalar(text) => f.write_str(text),
            Self::Array(items) => {
                f.write_str("[")?;
                for (i, item) in items.iter().enumerate() {
                    f.write_str(if i > 0 { "," } else { "" })?;
                    item.fmt(f)?;
                }
                f.write_str("]")
            }
            Self::Object(members) => {
                f.write_str("{")?;
                for (i, (key, value)) in members.iter().enumerate() {
                    f.write_str(if i > 0 { "," } else { "" })?;
                    write!(f, "{key}:{value}")?;
                }
                f.write_str("}")
            }
        }
    }
}

impl<'de> Deserialize<'de> for JsonText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl<'de> Visitor<'de> for TextVisitor {
            type Value = JsonText;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }

            fn visit_unit<E>(self) -> Result<JsonText, E> {
                Ok(JsonText::Scalar("null".to_owned()))
            }

            fn visit_bool<E>(self, value: bool) -> Result<JsonText, E> {
                Ok(JsonText::Scalar(value.to_string()))
            }

            fn visit_i64<E>(self, value: i64) -> Result<JsonText, E> {
                Ok(JsonText::Scalar(value.to_string()))
            }

            fn visit_u64<E>(self, value: u64) -> Result<JsonText, E> {
                Ok(JsonText::Scalar(value.to_string()))
            }

            fn visit_f64<E>(self, value: f64) -> Result<JsonText, E> {
                Ok(JsonText::Scalar(value.to_string()))
            }

            fn visit_str<E>(self, value: &str) -> Result<JsonText, E> {
                Ok(JsonText::string(value))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<JsonText, A::Error> {
                let mut all = Vec::new();
                while let Some(item) = items.next_element()? {
                    all.push(item);
                }
                Ok(JsonText::Array(all))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<JsonText, A::Error> {
                let mut all = Vec::new();
                while let Some((key, value)) = members.next_entry::<String, _>()? {
                    all.push((quoted(&key), value));
                }
                Ok(JsonText::Object(all))
            }
        }

        deserializer.deserialize_any(TextVisitor)
    }
}
