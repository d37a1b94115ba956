//! `required`: members that must be there.

use super::{RuleDoc, accepts};
use crate::judge::Complaint;
use carnet_core::RuleId;
use carnet_core::shape::Field;

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
        None => complaint.help(format!(
            "add \"{name}\": {}",
            accepts::example(&field.shape)
        )),
    }
}
