//! Carnet turns the prose API documentation of vendors into contracts, and reads everything else
//! from them: encoders, JSON Schemas, a validator, explanations, compile errors.
//!
//! - [`Payload`] and [`Operation`] are derived on annotated structs; [`Contract`] is what they make.
//! - [`validate`] lints payloads as bytes, [`schema`] emits JSON Schema 2020-12.
//! - With the feature `http`, [`Encode`] makes an [`http::Request`], [`Decode`] reads the response;
//!   [`EncodeForm`] puts parameters into a form body instead of the URL. [`Redacted`] shows a
//!   request without its credentials.
//! - With the feature `vendors` the catalog is here: [`apptivo`], [`aptania`], [`kapture`],
//!   [`revnue`].
//!
//! # Features
//! | feature | on by default | what for | brings in |
//! |---|---|---|---|
//! | `http` | yes | requests and replies; `masked` with it | `http`, `secrecy` |
//! | `simd` | yes | reads and writes texts by sixteen bytes and more at once | `wide`, `simdutf8` |
//! | `vendors` | yes | the catalog | |
//! | `masked` | with `http` | shows texts and findings without credentials | `aho-corasick` |
//! | `jiff` | no | dates and times of the crate `jiff` as fields of one's own structs | `jiff` |
//!
//! With none of them nothing comes in that `serde`, `serde_json` and `schemars` do not bring.
//!
//! # Example
//! ```
//! use carnet::revnue::CreateCustomer;
//! use carnet::{BaseUrl, Encode, auth::Bearer};
//!
//! let base = BaseUrl::new("https://api.example.com")?;
//! let too_long = CreateCustomer::new(1, "x".repeat(51));
//! let refused = too_long.encode(&Bearer("token".into()), &base).unwrap_err();
//!
//! let [finding] = refused.findings() else { panic!("one finding") };
//! assert_eq!(finding.rule.as_str(), "max-length");
//! assert_eq!(finding.at.to_string(), "/name");
//! # Ok::<(), carnet::EncodeError>(())
//! ```

pub use carnet_core::*;
#[cfg(feature = "http")]
pub use carnet_wire::{
    BadBaseUrl, BaseUrl, Credentials, Decode, Encode, EncodeError, EncodeForm, Redacted, Reply,
    Unrecognised, encode_json, encode_json_form, http,
};

pub use carnet_schema as schema;
pub use carnet_validate as validate;

#[cfg(feature = "vendors")]
pub use carnet_vendors::{self as vendors, apptivo, aptania, kapture, revnue};

#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../../../docs/src/rust.md")]
struct Book;
