//! `unknown-key`: members that the contract does not know.

use super::notation::Notation;
use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::suggest;
use crate::tree::abbreviate;
use carnet_core::RuleId;
use carnet_core::shape::{Field, Object};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::UnknownKey,
    demands: "Every key is documented. A key that is near to that of an absent member is taken for \
              it: told as an error, it also stands for that member's absence.",
    why: "A key that the vendor does not know is refused, or worse, ignored: the value is lost.",
    fix: FixDoc::Never(
        "a key that nobody documents may be anything, and one that is nearly known is a \
         guess",
    ),
    bad: r#"{"company": 1, "name": "Ada", "colour": "red"}"#,
    good: r#"{"company": 1, "name": "Ada"}"#,
};

/// A key near to that of an absent member.
pub(crate) fn near(key: &str, field: &Field, is_error: bool, notation: Notation) -> Complaint {
    let name = field.name;
    let mut complaint = undocumented(key, notation);
    if is_error && field.is_required() {
        complaint.message = format!("{}, and `{name}` is missing", complaint.message);
    }
    complaint.help(format!("did you mean `{name}`?"))
}

/// A key near to the text that another member has for it.
pub(crate) fn near_value(key: &str, name: &str, notation: Notation) -> Complaint {
    let name = abbreviate(name, false);
    undocumented(key, notation).help(format!("did you mean `{name}`?"))
}

/// A key near to none that is absent.
pub(crate) fn far(key: &str, object: &Object, notation: Notation) -> Complaint {
    let there = suggest::closest(key, object.fields.iter().map(|field| field.name));
    undocumented(key, notation).help(match there {
        Some(name) => format!("remove it; `{name}` is there already"),
        None => "remove it".to_owned(),
    })
}

fn undocumented(key: &str, notation: Notation) -> Complaint {
    let (noun, key) = (notation.noun(), abbreviate(key, false));
    Complaint::new(
        notation.unknown(),
        format!("the {noun} `{key}` is not documented"),
    )
}
