//! Which member a key of an object means.

use crate::rule::key_spelling::same_but_for_case_and_blanks;
use carnet_core::Ruling;
use carnet_core::shape::{Field, Object};

/// What a key means.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Meaning {
    /// The member that has this key.
    Field(&'static Field),
    /// A member that has another key.
    Spelling(Spelling),
    /// No member that the contract knows.
    Unknown,
}

/// A key that means a member which has another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spelling {
    pub(crate) field: &'static Field,
    /// What happens to a payload that has the key.
    pub(crate) ruling: &'static Ruling,
    /// Whether the member stands there where the ruling lets the key pass.
    pub(crate) adopted: bool,
    /// Whether it is the key of a reading not taken, rather than a slip.
    pub(crate) alias: bool,
}

/// What a key of an object means. Keys of readings not taken come before slips of the pen.
pub(crate) fn of(key: &str, object: &'static Object) -> Meaning {
    if let Some(field) = object.field(key) {
        return Meaning::Field(field);
    }
    spelling(key, object).map_or(Meaning::Unknown, Meaning::Spelling)
}

/// The member that a key means which is the name of none.
pub(crate) fn spelling(key: &str, object: &'static Object) -> Option<Spelling> {
    let exact = |name: &str| key == name;
    let slip = |name: &str| same_but_for_case_and_blanks(key, name);
    alias(object, exact).or_else(|| {
        // Blanks between words are those of a label, not a slip in a key.
        if key.trim().contains(char::is_whitespace) {
            alias(object, slip).or_else(|| misspelt(object, slip))
        } else {
            misspelt(object, slip).or_else(|| alias(object, slip))
        }
    })
}

fn alias(object: &'static Object, is_meant: impl Fn(&str) -> bool) -> Option<Spelling> {
    object.fields.iter().find_map(|field| {
        // A member's own come after the labels that all members have.
        let mut aliases = field.aliases.iter().rev();
        let alias = aliases.find(|alias| is_meant(alias.name))?;
        Some(Spelling {
            field,
            ruling: &alias.ruling,
            adopted: true,
            alias: true,
        })
    })
}

fn misspelt(object: &'static Object, is_meant: impl Fn(&str) -> bool) -> Option<Spelling> {
    let field = object.fields.iter().find(|field| is_meant(field.name))?;
    Some(Spelling {
        field,
        ruling: &object.key_spelling,
        adopted: object.adopts,
        alias: false,
    })
}
