//! `required`: members that must be there.

use super::RuleDoc;
use crate::judge::Complaint;
use carnet_core::RuleId;
use carnet_core::shape::{Assertion, Field, Kind, Shape};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::Required,
    demands: "A required member is present. One finding per missing member, at the brace of its \
              object; none where a misspelt key was told as an error already.",
    why: "The vendor refuses the payload, or the record lacks what was meant.",
    bad: r#"{"name": "Ada"}"#,
    good: r#"{"company": 1, "name": "Ada"}"#,
};

/// `near` is a key in the object that was probably meant to be this member's.
pub(crate) fn complaint(field: &Field, near: Option<&str>) -> Complaint {
    let name = field.name;
    let complaint = Complaint::new(RuleId::Required, format!("`{name}` is missing"));
    match near {
        Some(near) => {
            let near = crate::tree::abbreviate(near, false);
            complaint.help(format!("write `{name}` in place of `{near}`"))
        }
        None => complaint.help(format!("add \"{name}\": {}", example(&field.shape))),
    }
}

/// A value that could stand there.
fn example(shape: &Shape) -> String {
    for check in shape.all_checks() {
        if let Assertion::Format(format) = check.assertion {
            return format!("\"{}\"", format.example);
        }
    }
    match shape.kind {
        Kind::Boolean => "true",
        Kind::Integer => "1",
        Kind::Number => "1.00",
        Kind::String | Kind::Any | Kind::Union(_) => "\"…\"",
        Kind::Enum(list) => {
            return format!("\"{}\"", list.values.first().copied().unwrap_or("…"));
        }
        Kind::Array(_) => "[…]",
        Kind::Object(_) | Kind::Map(_) => "{…}",
    }
    .to_owned()
}
