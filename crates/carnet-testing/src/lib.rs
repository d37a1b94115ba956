//! Tests of contracts: the validator, the emitted schema and decoding must say the same of every
//! payload.
//!
//! A contract is written once and read by several engines. Whoever writes one tests two things:
//!
//! - that the engines agree about it: [`Agreement`] makes payloads from the contract, right ones
//!   and broken ones, and has every engine judge them;
//! - that it says what the vendor's page says: [`request`], [`url`], [`form`] and [`reply`] begin a
//!   chain of claims about one payload.
//!
//! What a schema cannot see is an explicit list, [`exceptions`]. [`Statements`] lists what a
//! contract states, for tests that every statement is reached; [`generate`], [`Maker`],
//! [`JsonText`] and [`query`] make payloads. [`clean`] compares the validator's two passes alone.
//!
//! Deliberately absent: any vendor's knowledge, and a second statement of any constraint. This is a
//! dev-dependency: its functions panic where a test is to fail.
//!
//! # Example
//! ```
//! use carnet_testing::{Agreement, request};
//! use carnet_vendors::revnue::CreateCustomer;
//!
//! request::<CreateCustomer>(r#"{"company": 1, "name": "Example Ltd"}"#).clean().round_trips();
//! request::<CreateCustomer>(r#"{"company": 1, "name": ""}"#).warned(&[("empty", "/name")]);
//!
//! Agreement::of::<CreateCustomer>().payloads(50).check()?;
//! # Ok::<(), carnet_testing::Disagreements>(())
//! ```

mod agreement;
pub mod clean;
mod compare;
mod disagreement;
mod engines;
pub mod exceptions;
pub mod generate;
mod json_text;
mod make;
mod mutate;
mod passes;
pub mod query;
mod satisfy;
pub mod schema;
mod spans;
mod statements;
mod subject;
mod summary;
mod trial;

pub use agreement::Agreement;
pub use disagreement::{Disagreement, Disagreements};
pub use engines::{Decoded, Engines, Verdicts};
pub use json_text::JsonText;
pub use make::Maker;
pub use statements::Statements;
pub use subject::Subject;
pub use summary::{Summary, Tally};
// Its generator stands in our public signatures.
pub use fastrand;
pub use trial::{Trial, form, reply, request, url};
