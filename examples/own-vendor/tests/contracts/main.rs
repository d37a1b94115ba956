//! The contracts are right: what a vendor in a crate of its own shows of them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod agreement;
mod claims;
mod command;
mod schemas;
