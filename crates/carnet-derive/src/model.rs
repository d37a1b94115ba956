//! What a derive has checked. Writing it out cannot fail.

pub(crate) mod encode;

use syn::{ExprPath, Generics, Ident, Member, Path, Type};

/// The type that a derive stands on, whatever else is known of it.
pub(crate) struct Target {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// The path of the `carnet` crate.
    pub(crate) root: Path,
}

/// What `Payload` makes of a type.
pub(crate) enum Payload {
    Object(Object),
    Newtype(Newtype),
    Enum(Enum),
    Union(Union),
}

/// A struct with named fields.
pub(crate) struct Object {
    pub(crate) name: String,
    /// The id of the operation that it is the request of.
    pub(crate) operation: Option<String>,
    pub(crate) description: String,
    /// Written before the entries.
    pub(crate) constants: Vec<Constant>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) unknown_keys: Ruling,
    pub(crate) key_spelling: Ruling,
    pub(crate) adopts: bool,
    pub(crate) empty_is_absent: bool,
    /// What happens to a value that is no object; the default of the type where `None`.
    pub(crate) mismatch: Option<Ruling>,
    pub(crate) rules: Vec<MemberRule>,
    pub(crate) source: Source,
}

/// One field of a struct that reaches the wire.
pub(crate) enum Entry {
    Field(Box<Field>),
    /// The members of another object, in this place.
    Flatten(Box<Flatten>),
    /// A member whose key is the value of another one.
    Dynamic(Box<Dynamic>),
}

/// A member that is always the same text.
pub(crate) struct Constant {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) description: String,
    /// What happens to another value.
    pub(crate) ruling: Ruling,
    /// What happens when it is absent, or `null`.
    pub(crate) required: Ruling,
    pub(crate) source: Source,
    pub(crate) see: Vec<Path>,
}

pub(crate) struct Dynamic {
    /// What it would be under a name of its own.
    pub(crate) field: Field,
    /// The fields that may name it.
    pub(crate) named_by: Vec<Naming>,
    pub(crate) stray: Ruling,
}

/// A field whose value is the key of another one.
pub(crate) struct Naming {
    pub(crate) member: Member,
    pub(crate) ty: Type,
    pub(crate) name: String,
}

pub(crate) struct Flatten {
    pub(crate) member: Member,
    pub(crate) ty: Type,
    pub(crate) skip_if: Option<ExprPath>,
}

pub(crate) struct Field {
    pub(crate) member: Member,
    pub(crate) ty: Type,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) change: Change,
    pub(crate) required: Required,
    pub(crate) null: Null,
    pub(crate) empty: Empty,
    pub(crate) undocumented: Option<Ruling>,
    pub(crate) aliases: Vec<Alias>,
    pub(crate) source: Source,
    pub(crate) see: Vec<Path>,
    pub(crate) skip_if: Option<ExprPath>,
}

/// Another key for a member.
pub(crate) struct Alias {
    pub(crate) name: String,
    pub(crate) ruling: Ruling,
}

/// What is said of an absent member.
pub(crate) enum Required {
    /// By the member itself: overrides what the type says of presence.
    Own(Ruling),
    /// By the container. The type says whether the member is an optional one all the same.
    All(Ruling),
    ByType,
}

/// What is said of a `null` member.
pub(crate) enum Null {
    /// By the member itself.
    Own(Ruling),
    /// By the container, of its optional members.
    Optional(Ruling),
    Default,
    /// By what is said of an absent one.
    LikeAbsent,
}

/// What is said of an empty member.
pub(crate) enum Empty {
    /// By the member itself.
    Own(Ruling),
    /// By the container, of its required members.
    Required(Ruling),
    /// By what is said of an absent one, and else by the container.
    LikeAbsent(Ruling),
}

/// What a place adds to the shape of a type.
pub(crate) struct Change {
    pub(crate) checks: Vec<Check>,
    pub(crate) readings: Vec<Reading>,
    pub(crate) mismatch: Option<Ruling>,
    pub(crate) sensitive: bool,
}

impl Change {
    pub(crate) fn is_empty(&self) -> bool {
        self.checks.is_empty()
            && self.readings.is_empty()
            && self.mismatch.is_none()
            && !self.sensitive
    }
}

pub(crate) struct Check {
    pub(crate) assertion: Assertion,
    pub(crate) ruling: Ruling,
}

pub(crate) enum Assertion {
    MinLength(u32),
    MaxLength(u32),
    MaxUtf16Length(u32),
    Minimum(String),
    Maximum(String),
    Const(String),
    MaxDecimals(u32),
    Format(Format),
    MinItems(u32),
    MaxItems(u32),
    Placeholder,
}

#[derive(Clone)]
pub(crate) enum Format {
    /// One of the library's, by its name.
    Named(&'static str),
    Path(Path),
}

pub(crate) struct Reading {
    pub(crate) kind: ReadingKind,
    pub(crate) ruling: Ruling,
}

#[derive(Clone)]
pub(crate) enum ReadingKind {
    String,
    Integer,
    Number,
    Boolean,
    Object,
    Array,
    Any,
    Type(Box<Type>),
}

/// A struct around one value.
pub(crate) struct Newtype {
    pub(crate) member: Member,
    pub(crate) ty: Type,
    pub(crate) change: Change,
}

/// A closed list of texts.
pub(crate) struct Enum {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) variants: Vec<EnumVariant>,
    pub(crate) other_case: Ruling,
}

pub(crate) struct EnumVariant {
    pub(crate) ident: Ident,
    pub(crate) text: String,
}

/// A value of one of several shapes.
pub(crate) struct Union {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) variants: Vec<UnionVariant>,
    pub(crate) select: Option<Select>,
    pub(crate) mismatch: Option<Ruling>,
}

pub(crate) struct UnionVariant {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) change: Change,
}

pub(crate) struct Select {
    pub(crate) context: String,
    pub(crate) key: String,
    pub(crate) disputed: Vec<(String, Ruling)>,
}

pub(crate) struct MemberRule {
    pub(crate) assertion: MemberAssertion,
    pub(crate) ruling: Ruling,
    pub(crate) source: Source,
}

/// By wire names. The contract's variant is known by its word in snake case.
pub(crate) enum MemberAssertion {
    /// About any number of members.
    List(&'static str, Vec<String>),
    /// About so many members, paths or texts, in this order.
    Tuple(&'static str, Vec<String>),
    CalendarDay {
        year: String,
        month: String,
        day: String,
        january: u8,
    },
}

/// What happens when a statement is broken.
pub(crate) struct Ruling {
    pub(crate) base: Base,
    pub(crate) strict: Option<Level>,
    pub(crate) lenient: Option<Level>,
    pub(crate) source: Option<Source>,
}

impl Ruling {
    /// A default with nothing changed.
    pub(crate) fn plain(base: Base) -> Self {
        Self {
            base,
            strict: None,
            lenient: None,
            source: None,
        }
    }

    /// Whether nothing happens, and no discrepancy could make anything happen.
    pub(crate) fn is_allow(&self) -> bool {
        let allows = |level: Option<Level>| match (level, &self.base) {
            (None, base) => matches!(base, Base::Allow),
            (Some(level), Base::Error | Base::Allow) => matches!(level, Level::Allow),
            (Some(_), _) => false,
        };
        allows(self.strict) && allows(self.lenient)
    }
}

/// The ruling from which the levels start.
#[derive(Clone)]
pub(crate) enum Base {
    Error,
    Allow,
    UnknownKeysClosed,
    UnknownKeysOpen,
    UnknownKeysReply,
    KeySpelling,
    NullOptional,
    /// By whether a member of the type may be absent.
    NullOf(Box<Type>),
    EmptyRequired,
    /// A discrepancy, with its levels.
    By(Path),
    /// A discrepancy, with an error in both profiles.
    ErrorBy(Path),
}

#[derive(Clone, Copy)]
pub(crate) enum Level {
    Allow,
    Info,
    Warning,
    Error,
}

#[derive(Clone, Default)]
pub(crate) struct Source {
    pub(crate) page: String,
    pub(crate) section: String,
    pub(crate) strength: Strength,
}

#[derive(Clone, Copy, Default)]
pub(crate) enum Strength {
    #[default]
    Normative,
    Skeleton,
    Sample,
    Outside,
    Inferred,
}

/// A documented call.
pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) vendor: Path,
    pub(crate) summary: String,
    pub(crate) page: String,
    pub(crate) method: &'static str,
    pub(crate) url: String,
    pub(crate) auth: Option<Type>,
    /// Whether its members travel as parameters.
    pub(crate) parameters: bool,
    pub(crate) media_type: String,
    /// What happens to an array of such requests, where the page has that reading.
    pub(crate) batch: Option<Ruling>,
    pub(crate) text: Vec<TextRuling>,
    pub(crate) reply_text: Vec<TextRuling>,
    /// In the order in which they are tried.
    pub(crate) replies: Vec<Reply>,
    pub(crate) success: Type,
    pub(crate) failure: Type,
}

pub(crate) struct TextRuling {
    /// In snake case.
    pub(crate) rule: &'static str,
    pub(crate) words: Vec<String>,
    pub(crate) ruling: Ruling,
}

pub(crate) struct Reply {
    pub(crate) outcome: Outcome,
    pub(crate) ty: Type,
    pub(crate) when: Vec<Condition>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Success,
    Failure,
}

#[derive(Clone)]
pub(crate) enum Condition {
    Status(u16, u16),
    Prefix(String, String),
    Present(String),
    Word(String, Vec<String>),
}

/// Credentials that travel among the members of the request.
pub(crate) struct Authentication {
    pub(crate) carrier: Carrier,
}

#[derive(Clone, Copy)]
pub(crate) enum Carrier {
    Body,
    Query,
}
