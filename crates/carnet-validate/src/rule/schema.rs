//! `schema`: what a JSON Schema says that no other rule is about.

use super::{FixDoc, RuleDoc};
use carnet_core::RuleId;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::Schema,
    demands: "The value fits the keywords of the JSON Schema that it is linted against, those that \
              have no rule of their own: `pattern`, `not`, `multipleOf` and others. The message \
              names the keyword. The example is about a member `code` with the pattern `^[a-z]+$`.",
    fix: FixDoc::Never("what the schema wants instead is not known"),
    why: "Whoever wrote the schema counts on it.",
    bad: r#"{"code": "A1"}"#,
    good: r#"{"code": "ab"}"#,
};
