//! The peers that are written by hand: a struct that `serde_json` fills, its constraints for
//! `garde`, and the same struct written by `serde`.
//!
//! They say of the contracts what `garde` and a few functions can say. Nothing is measured before
//! they have passed every text that Carnet passes.

#![allow(
    dead_code,
    clippy::option_option,
    clippy::struct_field_names,
    reason = "members are the vendor's; to be read is all that most of them are for"
)]

pub(crate) mod apptivo;
pub(crate) mod aptania;
mod format;
pub(crate) mod kapture;
pub(crate) mod revnue;

use garde::Validate;
use serde::de::DeserializeOwned;
use std::hint::black_box;

/// Whether a text is a `T` that keeps its constraints.
pub(crate) fn is_valid<T: DeserializeOwned + Validate<Context = ()>>(text: &[u8]) -> bool {
    serde_json::from_slice::<T>(text).is_ok_and(|value| black_box(&value).validate().is_ok())
}
