//! What a vendor contract *is*: constant data that everything else in Carnet reads.
//!
//! A [`Contract`] describes one documented operation. It is built at compile time by the derives
//! and read by the encoder, the schema emitter, the validator and `carnet explain`. This crate
//! holds the data types, the traits that tie a Rust type to its contract, and the JSON writer.
//!
//! Deliberately absent: reading JSON text, checking payloads, building HTTP messages, any I/O.

// Lets the derives' `::carnet::…` paths resolve inside this crate as they do downstream.
#[allow(
    unused_extern_crates,
    reason = "only what the derives write refers to it"
)]
extern crate self as carnet;

pub mod auth;
pub mod contract;
pub mod decimal;
pub mod discrepancy;
pub mod finding;
pub mod fix;
pub mod format;
pub mod general;
pub mod json;
pub mod json_schema;
pub mod json_type;
pub mod mapping;
pub mod member;
pub mod operation;
pub mod parameters;
pub mod payload;
pub mod rule;
pub mod ruling;
pub mod secret;
pub mod shape;
pub mod source;
pub mod text;
pub mod to_json;

pub use auth::Authentication;
pub use contract::{Artifact, Contract, Vendor};
pub use decimal::Decimal;
pub use discrepancy::Discrepancy;
pub use finding::{Finding, Place, Position, Span};
pub use fix::{Edit, Fix, Safety};
pub use format::Format;
pub use mapping::{EncodeAs, Mapped};
pub use member::Member;
pub use operation::Operation;
pub use payload::{Members, Payload};
pub use rule::RuleId;
pub use ruling::{Level, Levels, Profile, Ruling, Severity};
pub use secret::Secret;
pub use shape::{Field, Kind, Object, Shape};
pub use source::{Source, Strength};
pub use text::{Text, TooLong};
pub use to_json::ToJson;

pub use carnet_derive::{Authentication, Encode, Operation, Payload};

// Crates whose types stand in our public signatures or in what the derives write.
pub use {schemars, serde};
