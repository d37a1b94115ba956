//! Tests that tests fail: chains whose claims are wrong, and contracts whose engines disagree.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

// Lets the derives' `::carnet::…` paths resolve here as they do downstream.
extern crate carnet_core as carnet;

mod acme;
mod claims;
mod disagreements;

use std::panic::{UnwindSafe, catch_unwind};

/// The message that something panics with.
#[track_caller]
fn panics(what: impl FnOnce() + UnwindSafe) -> String {
    let panic = catch_unwind(what).expect_err("it panics");
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string))
        .expect("a message")
}
