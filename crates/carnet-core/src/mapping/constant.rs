//! Values that stand in an attribute.

use crate::decimal::Literal;
use crate::json::{Sink, Writer};

/// A value that is the same in every payload.
#[derive(Clone, Copy, Debug)]
pub enum Constant {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number as it is written.
    Number(Literal),
    /// The value of a constant of one's own.
    Integer(i64),
    /// A text.
    Text(&'static str),
    /// A list.
    Array(&'static [Self]),
}

impl Constant {
    /// Writes it as JSON, or bare where the writer is.
    pub fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        match self {
            Self::Null => out.null(),
            Self::Boolean(flag) => out.boolean(*flag),
            Self::Number(number) => out.raw(number.0),
            Self::Integer(number) => out.integer(*number),
            Self::Text(text) => out.string(text),
            Self::Array(items) => out.array(*items, Self::write),
        }
    }
}

/// The value of a constant expression, for the derive: it does not see the type.
#[derive(Clone, Copy, Debug)]
pub struct Given<T>(pub T);

macro_rules! given {
    ($($ty:ty: $variant:ident)*) => {$(
        impl Given<$ty> {
            /// The value.
            #[must_use]
            pub const fn constant(self) -> Constant {
                Constant::$variant(self.0)
            }
        }
    )*};
}

given! { i64: Integer bool: Boolean &'static str: Text }
