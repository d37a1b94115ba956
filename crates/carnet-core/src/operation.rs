//! The tie between a Rust type and a documented call.

use crate::auth::Authentication;
use crate::contract::Contract;
use crate::payload::Members;
use serde::de::DeserializeOwned;
use std::any::Any;
use std::fmt;
use std::sync::OnceLock;

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

    /// Where a reader of the contract keeps what it has made of it. The derive has one for every
    /// operation; without one it is made each time.
    #[must_use]
    fn kept() -> Option<&'static Kept> {
        None
    }
}

/// What a reader of a contract has made of it, kept for the next time: a static.
///
/// It has room for one value, of whatever type asks first, so that nobody here needs to know it.
///
/// # Example
/// ```
/// use carnet_core::operation::Kept;
/// use std::sync::OnceLock;
///
/// static KEPT: Kept = Kept::new();
///
/// let length = KEPT.get::<OnceLock<usize>>().unwrap();
/// assert_eq!(length.get_or_init(|| 7), &7);
/// assert_eq!(KEPT.get::<OnceLock<usize>>().unwrap().get(), Some(&7));
/// assert!(KEPT.get::<OnceLock<String>>().is_none());
/// ```
pub struct Kept(OnceLock<Box<dyn Any + Send + Sync>>);

impl Kept {
    /// Room for a value.
    #[must_use]
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// The value, made empty the first time. `None` where it is one of another type.
    #[must_use]
    pub fn get<T: Any + Default + Send + Sync>(&self) -> Option<&T> {
        let kept = self.0.get_or_init(|| Box::new(T::default()));
        kept.downcast_ref()
    }
}

impl Default for Kept {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Kept").finish_non_exhaustive()
    }
}

/// An operation whose members travel as parameters: they may stand in a form body instead of the
/// URL. Implemented by the derive.
#[diagnostic::on_unimplemented(
    message = "the request of `{Self}` is no list of parameters",
    label = "travels as a JSON body",
    note = "only operations that say `parameters` may be sent as a form"
)]
pub trait Parameters: Operation {}
