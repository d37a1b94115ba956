//! Words that some kinds of type take and others do not.

use crate::errors::Errors;
use crate::raw::{Data, Payload, VariantPayload};
use crate::symbol;

/// A kind of type, by what its JSON is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Object,
    Newtype,
    Enum,
    Union,
}

impl Kind {
    fn describe(self) -> &'static str {
        match self {
            Self::Object => "a struct with named fields",
            Self::Newtype => "a newtype struct",
            Self::Enum => "an enum of unit variants",
            Self::Union => "an untagged enum",
        }
    }
}

/// Reports the words of the container that its kind of type does not take.
pub(crate) fn placement(errors: &Errors, raw: &Payload) {
    let Some(kind) = kind(raw) else { return };
    let own = raw.container.words.iter();
    for word in own {
        let homes = homes(&word.to_string());
        if !homes.contains(&kind) {
            let homes: Vec<_> = homes.iter().map(|home| home.describe()).collect();
            let hint = match (kind, homes.as_slice()) {
                (Kind::Object, ["a newtype struct"]) => "; write it on the field that it is about",
                (Kind::Union, ["a newtype struct"]) => "; write it on the variant that it is about",
                _ => "",
            };
            errors.at(
                word,
                format!(
                    "`{word}` belongs on {}, and `{}` is {}{hint}",
                    homes.join(" or "),
                    raw.target.ident,
                    kind.describe(),
                ),
            );
        }
    }
}

/// `None` when the type has no JSON, or is an enum of mixed variants.
fn kind(raw: &Payload) -> Option<Kind> {
    match &raw.data {
        Data::Named(_) if raw.serde.transparent.is_given() => Some(Kind::Newtype),
        Data::Named(_) => Some(Kind::Object),
        Data::Tuple(_) => Some(Kind::Newtype),
        Data::Enum(variants) => {
            let unit = |payload: &VariantPayload| matches!(payload, VariantPayload::Unit);
            let newtype = |payload: &VariantPayload| matches!(payload, VariantPayload::Newtype(_));
            if variants.iter().all(|variant| unit(&variant.payload)) {
                Some(Kind::Enum)
            } else if variants.iter().all(|variant| newtype(&variant.payload)) {
                Some(Kind::Union)
            } else {
                None
            }
        }
        Data::Unit | Data::Untyped => None,
    }
}

/// The kinds of type that a word belongs on.
fn homes(word: &str) -> &'static [Kind] {
    match word {
        symbol::OPEN
        | symbol::REPLY
        | symbol::UNKNOWN_KEYS
        | symbol::KEY_SPELLING
        | symbol::ADOPTS
        | symbol::EMPTY_IS_ABSENT
        | symbol::CONSTANT
        | symbol::LABELS
        | symbol::REQUIRED
        | symbol::NULL
        | symbol::EMPTY => &[Kind::Object],
        rule if symbol::RULE.contains(&rule) => &[Kind::Object],
        symbol::OTHER_CASE => &[Kind::Enum],
        symbol::SELECT | symbol::DISPUTED => &[Kind::Union],
        symbol::LENGTH_DECIDED_BY | symbol::MISMATCH => &[Kind::Object, Kind::Newtype, Kind::Union],
        _ => &[Kind::Newtype],
    }
}
