//! What the attributes say, before anything is checked against anything else.

pub(crate) mod encode;

use crate::case::Case;
use crate::model::{Condition, Format, Level, Outcome, ReadingKind, Strength, Target};
use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{ExprPath, Ident, LitStr, Member, Path, Type};

/// A word that may stand once, with what it says.
pub(crate) struct Slot<T> {
    /// The word, also when its value could not be read.
    pub(crate) word: Option<Ident>,
    pub(crate) value: Option<T>,
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self {
            word: None,
            value: None,
        }
    }
}

impl<T> Slot<T> {
    pub(crate) fn get(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// Whether the word stands there at all.
    pub(crate) fn is_given(&self) -> bool {
        self.word.is_some()
    }
}

/// A value, what happens when it is not kept to, and where the value stands.
pub(crate) struct Ruled<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
    pub(crate) ruling: Ruling,
}

#[derive(Default)]
pub(crate) struct Ruling {
    pub(crate) strict: Slot<Level>,
    pub(crate) lenient: Slot<Level>,
    pub(crate) decided_by: Slot<Path>,
    pub(crate) source: Source,
}

#[derive(Default)]
pub(crate) struct Source {
    pub(crate) page: Slot<String>,
    pub(crate) section: Slot<String>,
    pub(crate) strength: Slot<Strength>,
}

/// What is demanded of a value.
#[derive(Default)]
pub(crate) struct Constraints {
    pub(crate) min_length: Slot<Ruled<u32>>,
    pub(crate) max_length: Slot<Ruled<u32>>,
    pub(crate) minimum: Slot<Ruled<String>>,
    pub(crate) maximum: Slot<Ruled<String>>,
    pub(crate) constant: Slot<Ruled<String>>,
    pub(crate) max_decimals: Slot<Ruled<u32>>,
    pub(crate) format: Slot<Ruled<Format>>,
    pub(crate) min_items: Slot<Ruled<u32>>,
    pub(crate) max_items: Slot<Ruled<u32>>,
    pub(crate) secret: Slot<Ruling>,
    pub(crate) readings: Vec<Ruled<ReadingKind>>,
    pub(crate) mismatch: Slot<Ruling>,
    /// Every word of these that stands there, in order.
    pub(crate) words: Vec<Ident>,
}

/// The input of the `Payload` derive.
pub(crate) struct Payload {
    pub(crate) target: Target,
    pub(crate) description: String,
    pub(crate) container: Container,
    pub(crate) serde: ContainerSerde,
    pub(crate) data: Data,
}

pub(crate) enum Data {
    Named(Vec<Field>),
    Tuple(Vec<Field>),
    Unit,
    Enum(Vec<Variant>),
    /// A `union`, which has no JSON.
    Untyped,
}

#[derive(Default)]
pub(crate) struct Container {
    /// The id of the operation that the type is the request of.
    pub(crate) operation: Option<String>,
    pub(crate) root: Slot<Path>,
    pub(crate) open: Slot<()>,
    pub(crate) reply: Slot<()>,
    pub(crate) unknown_keys: Slot<Ruling>,
    pub(crate) key_spelling: Slot<Ruling>,
    pub(crate) adopts: Slot<()>,
    pub(crate) empty_is_absent: Slot<()>,
    pub(crate) constants: Vec<Constant>,
    pub(crate) labels: Slot<Ruling>,
    pub(crate) required: Slot<Ruling>,
    pub(crate) null: Slot<Ruling>,
    pub(crate) empty: Slot<Ruling>,
    pub(crate) length_decided_by: Slot<Path>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) other_case: Slot<Ruling>,
    pub(crate) select: Slot<Select>,
    pub(crate) disputed: Vec<Ruled<String>>,
    pub(crate) constraints: Constraints,
    pub(crate) source: Source,
    /// Every word that not all kinds of type take, in order.
    pub(crate) words: Vec<Ident>,
}

/// A member that is always the same text, and stands for no field.
pub(crate) struct Constant {
    pub(crate) name: String,
    /// Where the name stands.
    pub(crate) span: Span,
    pub(crate) value: String,
    pub(crate) description: Slot<LitStr>,
    pub(crate) required: Slot<Ruling>,
    pub(crate) see: Vec<Path>,
    pub(crate) ruling: Ruling,
}

/// A rule about several members.
pub(crate) struct Rule {
    pub(crate) word: Ident,
    /// Whether all of it could be read.
    pub(crate) complete: bool,
    pub(crate) arguments: Vec<Argument>,
    /// The number that stands for January.
    pub(crate) january: Slot<u8>,
    pub(crate) ruling: Ruling,
}

impl ToTokens for Argument {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Field(name) => name.to_tokens(tokens),
            Self::Text(text) => text.to_tokens(tokens),
        }
    }
}

/// What a rule is about.
pub(crate) enum Argument {
    /// A member, by its Rust field.
    Field(Ident),
    /// A text that a value is compared with, or a path.
    Text(LitStr),
}

#[derive(Default)]
pub(crate) struct Select {
    /// Whether all of it could be read.
    pub(crate) complete: bool,
    pub(crate) context: Slot<LitStr>,
    pub(crate) key: Slot<LitStr>,
}

#[derive(Default)]
pub(crate) struct ContainerSerde {
    pub(crate) rename_all: Slot<Case>,
    pub(crate) transparent: Slot<()>,
    pub(crate) untagged: Slot<()>,
}

pub(crate) struct Field {
    pub(crate) member: Member,
    pub(crate) ty: Type,
    pub(crate) description: String,
    pub(crate) serde: FieldSerde,
    pub(crate) constraints: Constraints,
    pub(crate) required: Slot<Ruling>,
    pub(crate) optional: Slot<()>,
    pub(crate) null: Slot<Ruling>,
    pub(crate) empty: Slot<Ruling>,
    pub(crate) undocumented: Slot<Ruling>,
    pub(crate) aliases: Vec<Ruled<LitStr>>,
    /// The key is the value of one of these fields.
    pub(crate) dynamic: Slot<Rule>,
    pub(crate) requires: Vec<Rule>,
    pub(crate) see: Vec<Path>,
    pub(crate) source: Source,
    /// The first word of `#[carnet(…)]`, if there is one.
    pub(crate) first_word: Option<Ident>,
}

#[derive(Default)]
pub(crate) struct FieldSerde {
    pub(crate) rename: Slot<LitStr>,
    pub(crate) flatten: Slot<()>,
    pub(crate) skip: Slot<()>,
    pub(crate) skip_if: Slot<ExprPath>,
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) description: String,
    pub(crate) payload: VariantPayload,
    pub(crate) rename: Slot<LitStr>,
    pub(crate) constraints: Constraints,
    pub(crate) source: Source,
    /// The first word of `#[carnet(…)]`, if there is one.
    pub(crate) first_word: Option<Ident>,
}

pub(crate) enum VariantPayload {
    Unit,
    Newtype(Box<Type>),
    Other,
}

/// The input of the `Operation` derive.
pub(crate) struct Operation {
    pub(crate) target: Target,
    pub(crate) description: String,
    pub(crate) is_struct: bool,
    pub(crate) id: Slot<LitStr>,
    pub(crate) vendor: Slot<Path>,
    pub(crate) page: Slot<String>,
    pub(crate) method: Slot<Method>,
    pub(crate) auth: Slot<Type>,
    pub(crate) parameters: Slot<()>,
    pub(crate) media_type: Slot<LitStr>,
    pub(crate) batch: Slot<Ruling>,
    pub(crate) success: Slot<Reply>,
    pub(crate) failure: Slot<Reply>,
    /// The replies in the order written.
    pub(crate) order: Vec<Outcome>,
    pub(crate) text: Vec<Text>,
    pub(crate) reply_text: Vec<Text>,
}

/// The input of the `Authentication` derive.
pub(crate) struct Authentication {
    pub(crate) target: Target,
    pub(crate) is_struct: bool,
    pub(crate) body: Slot<()>,
    pub(crate) query: Slot<()>,
}

pub(crate) struct Method {
    pub(crate) name: &'static str,
    pub(crate) url: LitStr,
}

pub(crate) struct Reply {
    pub(crate) ty: Type,
    pub(crate) when: Vec<Condition>,
}

pub(crate) struct Text {
    pub(crate) word: Ident,
    pub(crate) rule: &'static str,
    pub(crate) words: Vec<String>,
    pub(crate) ruling: Ruling,
}
