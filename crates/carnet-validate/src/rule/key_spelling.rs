//! `key-spelling`: known keys with other blanks or in another case.

use super::RuleDoc;
use crate::judge::Complaint;
use carnet_core::RuleId;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::KeySpelling,
    demands: "A key is spelt as documented, blanks and case included. Told in place of \
              `unknown-key`; told as an error, it also stands for the member's absence.",
    why: "JSON keys are compared letter by letter, blanks at their ends included.",
    bad: r#"{"company": 1, "Name": "Ada"}"#,
    good: r#"{"company": 1, "name": "Ada"}"#,
};

/// Whether two different keys differ in blanks and case only; a blank may stand for `_`.
pub(crate) fn same_but_for_case_and_blanks(key: &str, name: &str) -> bool {
    // Either way of reading a blank lengthens or shortens a key by blanks only.
    let without = |text: &str| -> String {
        let text = text.chars().filter(|c| !c.is_whitespace());
        text.flat_map(char::to_lowercase).collect()
    };
    let joined = |text: &str| without(&text.split_whitespace().collect::<Vec<_>>().join("_"));
    without(key) == without(name) || joined(key) == joined(name)
}

/// A key that means `name`, which may stand beside it.
pub(crate) fn complaint(key: &str, name: &str, stands: bool) -> Complaint {
    let blanks = key.trim() == name;
    let key = if blanks {
        // Blanks at the ends are the point.
        key.to_owned()
    } else {
        crate::tree::abbreviate(key, false)
    };
    Complaint::new(
        RuleId::KeySpelling,
        format!("the key `{key}` is not spelt `{name}`, which is meant"),
    )
    .help(if stands {
        format!("remove it; `{name}` is there already")
    } else {
        format!("write `{name}`")
    })
}

#[cfg(test)]
mod tests {
    use super::same_but_for_case_and_blanks;

    #[test]
    fn only_case_and_blanks_may_differ() {
        for (key, name) in [
            ("tokenUUID", "TokenUUID"),
            ("name ", "name"),
            (" Name", "name"),
            ("Customer ID", "customer_id"),
            ("customer id", "customerId"),
        ] {
            assert!(same_but_for_case_and_blanks(key, name), "{key:?} {name:?}");
        }
        for (key, name) in [
            ("customerId", "customer_id"),
            ("nmae", "name"),
            ("", "name"),
        ] {
            assert!(!same_but_for_case_and_blanks(key, name), "{key:?} {name:?}");
        }
    }
}
