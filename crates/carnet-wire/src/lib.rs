//! Between typed values and HTTP messages.
//!
//! [`Encode`] turns the request of an operation into an [`http::Request`], after checking that the
//! vendor will take it; [`EncodeForm`] puts parameters into the body instead of the URL.
//! [`Decode`] turns an [`http::Response`] into the vendor's success, its documented failure, or
//! neither. [`encode_json`] does the first for JSON text and a contract, without a Rust type. [`Redacted`]
//! shows a request without its credentials.
//!
//! Deliberately absent: sending. Any HTTP client takes these types.

mod base_url;
mod clean;
mod credentials;
mod decode;
mod encode;
mod error;
mod form;
mod message;
mod redacted;
mod untyped;

pub use base_url::{BadBaseUrl, BaseUrl};
pub use credentials::Credentials;
pub use decode::{Decode, Reply, Unrecognised};
pub use encode::Encode;
pub use error::EncodeError;
pub use form::EncodeForm;
pub use redacted::Redacted;
pub use untyped::{encode_json, encode_json_form};

// The types that stand in our public signatures.
pub use http;
