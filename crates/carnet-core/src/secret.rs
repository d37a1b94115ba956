//! Credentials.

use crate::json::{Sink, Writer};
use crate::payload::Payload;
use crate::shape::{Kind, Shape};
use secrecy::{ExposeSecret, SecretString};
use serde::de::{Deserialize, Deserializer};
use std::fmt;

/// A credential: never shown by `Debug`, wiped from memory when dropped.
///
/// # Example
/// ```
/// let token = carnet_core::Secret::from("abc");
/// assert_eq!(format!("{token:?}"), "Secret(…)");
/// ```
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// The credential itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
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
