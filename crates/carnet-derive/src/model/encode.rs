//! What the `Encode` derive has checked.

use proc_macro2::{Span, TokenStream};
use syn::{Expr, Ident, Member, Type};

/// What `Encode` makes of a type.
pub(crate) enum Encode {
    Struct(Vec<Mapping>),
    Newtype(Member, Box<Type>),
    Enum(Words),
}

/// A struct that is mapped to an object.
pub(crate) struct Mapping {
    /// The object's type.
    pub(crate) ty: Type,
    pub(crate) key: String,
    pub(crate) profile: Profile,
    pub(crate) links: Vec<Link>,
    /// Whether all that is said of it could be read, so that what is missing is missed.
    pub(crate) is_whole: bool,
}

/// The profile that a mapping is held to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    Strict,
    Lenient,
}

/// A value and its place.
pub(crate) struct Link {
    pub(crate) path: Vec<String>,
    /// What of the attribute the path is.
    pub(crate) tokens: TokenStream,
    pub(crate) origin: Origin,
}

pub(crate) enum Origin {
    Field(Box<Field>),
    Set(Constant, Span),
}

pub(crate) struct Field {
    pub(crate) member: Ident,
    pub(crate) ty: Type,
    pub(crate) with: Option<Expr>,
    pub(crate) undocumented: bool,
    /// Whether its type depends on a parameter of the struct.
    pub(crate) is_generic: bool,
}

impl Field {
    /// Whether what it becomes is not known where the mapping stands.
    pub(crate) const fn is_open(&self) -> bool {
        self.is_generic || self.with.is_some()
    }
}

/// An enum, whose variants are words of vendors.
pub(crate) struct Words {
    pub(crate) variants: Vec<Ident>,
    pub(crate) forms: Vec<Form>,
}

/// The words of one vendor.
pub(crate) struct Form {
    pub(crate) key: String,
    /// The type whose words they are, where it was named.
    pub(crate) ty: Option<Type>,
    /// A word for every variant, and where it stands.
    pub(crate) words: Vec<(Constant, Span)>,
}

/// A value of an attribute.
#[derive(Clone)]
pub(crate) enum Constant {
    Null,
    Boolean(bool),
    /// As it is written.
    Number(String),
    Text(String),
    Array(Vec<Self>),
    /// A constant of one's own.
    Expression(Box<Expr>),
}
