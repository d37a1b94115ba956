//! `unknown-key`: members that the contract does not know.

use super::RuleDoc;
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
    bad: r#"{"company": 1, "name": "Ada", "colour": "red"}"#,
    good: r#"{"company": 1, "name": "Ada"}"#,
};

/// A key near to that of an absent member.
pub(crate) fn near(key: &str, field: &Field, is_error: bool) -> Complaint {
    let (key, name) = (abbreviate(key, false), field.name);
    let message = if is_error && field.is_required() {
        format!("the key `{key}` is not documented, and `{name}` is missing")
    } else {
        format!("the key `{key}` is not documented")
    };
    Complaint::new(RuleId::UnknownKey, message).help(format!("did you mean `{name}`?"))
}

/// A key near to none that is absent.
pub(crate) fn far(key: &str, object: &Object) -> Complaint {
    let there = suggest::closest(key, object.fields.iter().map(|field| field.name));
    let key = abbreviate(key, false);
    let message = format!("the key `{key}` is not documented");
    let help = match there {
        Some(name) => format!("remove it; `{name}` is there already"),
        None => "remove it".to_owned(),
    };
    Complaint::new(RuleId::UnknownKey, message).help(help)
}
