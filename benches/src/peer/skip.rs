//! `sonic-rs` skipping a text: the least that any reader of JSON does.
//!
//! It has two ways, of which the faster one counts. Both go over the whole text, look at every
//! token and check the UTF-8; neither looks at what a value is.

use serde::de::IgnoredAny;
use sonic_rs::LazyValue;

/// As serde has it.
pub(crate) fn ignored(text: &[u8]) -> bool {
    sonic_rs::from_slice::<IgnoredAny>(text).is_ok()
}

/// By its own scanner, which keeps the text of the value.
pub(crate) fn lazily(text: &[u8]) -> bool {
    sonic_rs::from_slice::<LazyValue<'_>>(text).is_ok()
}
