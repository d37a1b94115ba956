//! Text that is known before any value is.

/// A piece of JSON that is the same in every payload, and the same percent-encoded.
///
/// # Example
/// ```
/// use carnet_core::json::{Sink, Token};
/// use carnet_core::parameters::ParameterWriter;
///
/// const EMPTY: Token = Token { json: "\"\"", encoded: "%22%22" };
///
/// let mut query = Vec::new();
/// ParameterWriter::new(&mut query).key("a").put_token(EMPTY);
/// assert_eq!(query, b"a=%22%22");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The JSON.
    pub json: &'static str,
    /// What it becomes in a parameter.
    pub encoded: &'static str,
}

impl Token {
    /// `null`.
    pub const NULL: Self = Self::new("null", "null");
    /// `true`.
    pub const TRUE: Self = Self::new("true", "true");
    /// `false`.
    pub const FALSE: Self = Self::new("false", "false");
    pub(crate) const COLON: Self = Self::new(":", "%3A");
    pub(crate) const COMMA: Self = Self::new(",", "%2C");
    pub(super) const OBJECT: Self = Self::new("{", "%7B");
    pub(super) const OBJECT_END: Self = Self::new("}", "%7D");
    pub(super) const ARRAY: Self = Self::new("[", "%5B");
    pub(super) const ARRAY_END: Self = Self::new("]", "%5D");

    const fn new(json: &'static str, encoded: &'static str) -> Self {
        Self { json, encoded }
    }
}
