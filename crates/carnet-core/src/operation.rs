//! The tie between a Rust type and a documented call.

use crate::auth::Authentication;
use crate::contract::Contract;
use crate::payload::Members;
use serde::de::DeserializeOwned;

/// A payload that is the request of a documented call. Derive it beside [`Payload`](crate::Payload).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the request of a documented call",
    label = "no operation",
    note = "derive `carnet::Operation` on it beside `carnet::Payload`"
)]
pub trait Operation: Members {
    /// The credentials that the call takes.
    type Auth: Authentication;
    /// The reply when the vendor did what was asked.
    type Success: DeserializeOwned;
    /// The vendor's documented refusal.
    type Failure: DeserializeOwned;

    /// Everything known about the call.
    const CONTRACT: &'static Contract;
}

/// An operation whose members travel as parameters: they may stand in a form body instead of the
/// URL. Implemented by the derive.
#[diagnostic::on_unimplemented(
    message = "the request of `{Self}` is no list of parameters",
    label = "travels as a JSON body",
    note = "only operations that say `parameters` may be sent as a form"
)]
pub trait Parameters: Operation {}
