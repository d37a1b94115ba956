//! `undocumented-key`: members that are known from elsewhere.

use super::notation::Notation;
use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use carnet_core::RuleId;
use carnet_core::shape::Field;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::UndocumentedKey,
    demands: "A member is documented for the object where it stands, and not only for another one or \
              by another page. Its value is checked all the same.",
    why: "The vendor may take it, but does not promise to.",
    fix: FixDoc::Never("removing a member loses its value"),
    bad: r#"{"company": 1, "name": "Ada", "update": {"origin": "web"}}"#,
    good: r#"{"company": 1, "name": "Ada", "update": {"version": 3}}"#,
};

pub(crate) fn complaint(field: &Field, notation: Notation) -> Complaint {
    let (noun, name) = (notation.noun(), field.name);
    Complaint::new(
        RuleId::UndocumentedKey,
        format!("the {noun} `{name}` is known from elsewhere, and not documented here"),
    )
    .help(format!(
        "remove `{name}` unless the vendor has told you of it"
    ))
}
