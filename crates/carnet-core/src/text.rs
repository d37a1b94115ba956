//! Texts of a bounded length.

use crate::Ruling;
use crate::json::{Sink, Writer};
use crate::json_type::JsonString;
use crate::payload::Payload;
use crate::shape::{Assertion, Check, Kind, Shape};
use crate::to_json::{Known, ToJson};
use serde::de::{self, Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

/// A text of at most `MAX` Unicode code points, which was counted once.
///
/// A mapping to a place that takes fewer does not compile. In a contract it is a text with that
/// `max_length`.
///
/// # Errors
/// Making one of a longer text fails with [`TooLong`].
///
/// # Example
/// ```
/// use carnet_core::Text;
///
/// let city = Text::<10>::new("Zürich").unwrap();
/// assert_eq!(city.len(), 7);
/// assert_eq!(city.as_str(), "Zürich");
/// assert_eq!(serde_json::to_string(&city).unwrap(), r#""Zürich""#);
/// assert_eq!(serde_json::from_str::<Text<10>>(r#""Zürich""#).unwrap(), city);
///
/// let error = Text::<5>::new("Zürich").unwrap_err();
/// assert_eq!(error.to_string(), "the text has 6 characters, at most 5 are allowed");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text<const MAX: u32>(String);

impl<const MAX: u32> Text<MAX> {
    /// The text, if it is not too long.
    ///
    /// # Errors
    /// [`TooLong`].
    pub fn new(text: impl Into<String>) -> Result<Self, TooLong> {
        let text = text.into();
        let most = usize::try_from(MAX).unwrap_or(usize::MAX);
        // No text has more code points than bytes.
        if text.len() > most {
            let found = text.chars().count();
            if found > most {
                return Err(TooLong { found, most });
            }
        }
        Ok(Self(text))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

/// A text has more code points than its type allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    found: usize,
    most: usize,
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { found, most } = self;
        write!(
            f,
            "the text has {found} characters, at most {most} are allowed"
        )
    }
}

impl std::error::Error for TooLong {}

impl<const MAX: u32> Deref for Text<MAX> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<const MAX: u32> AsRef<str> for Text<MAX> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl<const MAX: u32> Borrow<str> for Text<MAX> {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl<const MAX: u32> fmt::Display for Text<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl<const MAX: u32> TryFrom<String> for Text<MAX> {
    type Error = TooLong;

    fn try_from(text: String) -> Result<Self, TooLong> {
        Self::new(text)
    }
}

impl<const MAX: u32> TryFrom<&str> for Text<MAX> {
    type Error = TooLong;

    fn try_from(text: &str) -> Result<Self, TooLong> {
        Self::new(text)
    }
}

impl<const MAX: u32> FromStr for Text<MAX> {
    type Err = TooLong;

    fn from_str(text: &str) -> Result<Self, TooLong> {
        Self::new(text)
    }
}

impl<const MAX: u32> From<Text<MAX>> for String {
    fn from(text: Text<MAX>) -> Self {
        text.0
    }
}

impl<'de, const MAX: u32> Deserialize<'de> for Text<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

impl<const MAX: u32> Serialize for Text<MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<const MAX: u32> Payload for Text<MAX> {
    const SHAPE: Shape = Shape {
        inherent: &[Check {
            assertion: Assertion::MaxLength(MAX),
            ruling: Ruling::ERROR,
        }],
        ..Shape::of(Kind::String)
    };

    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        out.string(&self.0);
    }
}

impl<const MAX: u32> ToJson for Text<MAX> {
    type Type = JsonString;
    const KNOWN: Known = Known::Text { longest: Some(MAX) };

    fn write_form<S: Sink>(&self, _: usize, out: &mut Writer<'_, S>) {
        out.string(&self.0);
    }
}
