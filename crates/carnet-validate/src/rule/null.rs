//! `null`: a value that is `null` where a value is documented.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use carnet_core::RuleId;
use carnet_core::shape::Shape;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::Null,
    demands: "A member is not `null` unless `null` is documented or was seen for it. A required \
              member that is `null` is told here and not once more as missing.",
    why: "Some servers take `null` for absent, some for a wrong type, some erase what they have \
          stored.",
    fix: FixDoc::Never("whether the member is to be left out or to have a value cannot be told"),
    bad: r#"{"company": null, "name": "Ada"}"#,
    good: r#"{"company": 1, "name": "Ada"}"#,
};

pub(crate) fn member(name: &str, required: bool) -> Complaint {
    if required {
        Complaint::new(
            RuleId::Null,
            format!("`{name}` is required, and null counts as absent"),
        )
        .help(format!("write a value for `{name}`"))
    } else {
        Complaint::new(
            RuleId::Null,
            format!("`{name}` is null, which is not documented"),
        )
        .help(format!("leave `{name}` out, or write a value"))
    }
}

pub(crate) fn item(shape: &Shape) -> Complaint {
    let expected = shape.kind.describe();
    Complaint::new(RuleId::Null, format!("expected {expected}, found null"))
        .help("leave the item out, or write a value")
}
