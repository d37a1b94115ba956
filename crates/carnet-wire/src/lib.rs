//! Between typed values and HTTP messages.
//!
//! [`Encode`] turns the request of an operation into an [`http::Request`], after checking that the
//! vendor will take it. [`Decode`] turns an [`http::Response`] into the vendor's success, its
//! documented failure, or neither. [`encode_json`] does the first for JSON text and a contract,
//! without a Rust type.
//!
//! Deliberately absent: sending. Any HTTP client takes these types.

mod base_url;
mod decode;
mod encode;
mod error;
mod untyped;

pub use base_url::{BadBaseUrl, BaseUrl};
pub use decode::{Decode, Reply, Unrecognised};
pub use encode::Encode;
pub use error::EncodeError;
pub use untyped::encode_json;
