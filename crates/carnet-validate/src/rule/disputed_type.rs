//! `disputed-type`: data types that the vendor's pages do not agree upon.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use carnet_core::RuleId;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::DisputedType,
    demands: "A data type that the context gives for a value is one that the vendor's pages agree \
              upon. A value of a disputed type is not checked. In the example the context says that \
              field 9 is an `attachment`, and 7 a `text`.",
    why: "One page lists the type, another does not, and no page says what its values look like.",
    fix: FixDoc::Never("the vendor's pages do not agree"),
    bad: r#"{"company": 1, "name": "Ada", "id": 9, "value": "x"}"#,
    good: r#"{"company": 1, "name": "Ada", "id": 7, "value": "x"}"#,
};

pub(crate) fn complaint(name: &str) -> Complaint {
    Complaint::new(
        RuleId::DisputedType,
        format!(
            "the vendor's pages do not agree on the data type `{name}`, so the value is not checked"
        ),
    )
    .help("ask the vendor what it takes for such a field")
}
