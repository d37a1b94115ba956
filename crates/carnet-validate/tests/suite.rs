//! Everything that `carnet-validate` promises, on contracts written by hand.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by failing"
)]

mod chain;
mod contract;
mod decoding;
mod documentation;
mod hostile;
mod object;
mod recovery;
mod reply;
mod secret;
mod text;
mod union;
mod value;
