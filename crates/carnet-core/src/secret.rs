//! Credentials.

use crate::json::{Sink, Writer};
use crate::payload::Payload;
use crate::shape::{Kind, Shape};
use serde::de::{Deserialize, Deserializer};
use std::fmt;

#[cfg(feature = "secrecy")]
type Kept = secrecy::SecretString;
#[cfg(not(feature = "secrecy"))]
type Kept = Box<str>;

/// A credential: never shown by `Debug`.
///
/// With the feature `secrecy`, which whatever makes requests has on, it is wiped from memory when it
/// is dropped.
///
/// # Example
/// ```
/// let token = carnet_core::Secret::from("abc");
/// assert_eq!(format!("{token:?}"), "Secret(…)");
/// ```
#[derive(Clone)]
pub struct Secret(Kept);

impl Secret {
    /// The credential itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        #[cfg(feature = "secrecy")]
        return secrecy::ExposeSecret::expose_secret(&self.0);
        #[cfg(not(feature = "secrecy"))]
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl From<String> for Secret {
    fn from(secret: String) -> Self {
        Self(secret.into())
    }
}

impl From<&str> for Secret {
    fn from(secret: &str) -> Self {
        Self(secret.into())
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

impl Payload for Secret {
    const SHAPE: Shape = Shape {
        sensitive: true,
        ..Shape::of(Kind::String)
    };

    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        out.string(self.expose());
    }
}
