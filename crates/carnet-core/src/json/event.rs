//! What is being written, as a [`Sink`](super::Sink) that watches it is told.

/// A step of writing a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event<'e> {
    /// A parameter of this name; its value follows.
    Parameter(&'e str),
    /// A member of this name, as it stands between quotes; its value follows.
    Key(&'e str),
    /// A text, before it is quoted and escaped: where a parameter is bare, it never is.
    Text(&'e str),
    /// A whole value of any other type, as it is written.
    Json(&'e str),
    /// An object; its members follow.
    Object,
    /// The end of the object.
    ObjectEnd,
    /// An array; its items follow.
    Array,
    /// The end of the array.
    ArrayEnd,
    /// A value that is told to nobody.
    Unknown,
}
