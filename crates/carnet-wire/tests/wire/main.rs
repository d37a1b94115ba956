//! From typed values and JSON text to messages, and from messages to typed values, on a vendor that
//! nobody has.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

// Lets the derives' `::carnet::…` paths resolve here as they do downstream.
extern crate carnet_core as carnet;

mod acme;
mod base_url;
mod decode;
mod error;
mod form;
mod kept;
mod percent;
mod query;
mod redacted;
mod untyped;
