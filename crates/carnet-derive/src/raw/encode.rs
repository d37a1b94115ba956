//! What the attributes of the `Encode` derive say.

use super::Slot;
use crate::model::Target;
use crate::model::encode::{Constant, Profile};
use proc_macro2::{Span, TokenStream};
use syn::{Expr, Ident, Member, Type};

/// The input of the `Encode` derive.
pub(crate) struct Encode {
    pub(crate) target: Target,
    pub(crate) to: Vec<To>,
    /// Whether a target could not be read: then what names it is no mistake.
    pub(crate) lacks_target: bool,
    pub(crate) data: Data,
    /// Whether something could not be read: then what is missing may stand there.
    pub(crate) is_torn: bool,
}

pub(crate) enum Data {
    Struct(Vec<Field>),
    Newtype(Member, Box<Type>),
    Enum(Vec<Variant>),
    /// Nothing that can be mapped, and what to do about it.
    Other(&'static str),
}

/// `to(revnue::CreateCustomer, set(company = 1))`.
pub(crate) struct To {
    pub(crate) ty: Type,
    pub(crate) name: Slot<Ident>,
    pub(crate) profile: Slot<Profile>,
    pub(crate) set: Vec<Set>,
}

/// `contact_person.type = "billing"`.
pub(crate) struct Set {
    pub(crate) path: Path,
    pub(crate) value: Constant,
    pub(crate) span: Span,
}

/// The way to a place in a payload.
#[derive(Clone)]
pub(crate) struct Path {
    /// Names of members and numbers of items, from the outside in.
    pub(crate) segments: Vec<String>,
    /// What of the attribute it is.
    pub(crate) tokens: TokenStream,
}

pub(crate) struct Field {
    pub(crate) member: Ident,
    pub(crate) ty: Type,
    pub(crate) skip: Slot<()>,
    pub(crate) places: Vec<Place>,
    /// Whether something on it could not be read.
    pub(crate) is_torn: bool,
}

/// `revnue = "contact_person.email"`.
pub(crate) struct Place {
    pub(crate) key: Ident,
    pub(crate) path: Path,
    pub(crate) with: Slot<Expr>,
    pub(crate) undocumented: Slot<()>,
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) has_fields: bool,
    pub(crate) words: Vec<Word>,
}

/// `revnue = "billing"`.
pub(crate) struct Word {
    pub(crate) key: Ident,
    pub(crate) value: Constant,
    pub(crate) span: Span,
}
