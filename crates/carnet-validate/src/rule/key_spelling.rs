//! `key-spelling`: known keys with other blanks or in another case.

use super::RuleDoc;
use super::notation::Notation;
use crate::judge::Complaint;
use crate::meaning::Spelling;
use carnet_core::RuleId;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::KeySpelling,
    demands: "A key is spelt as documented, blanks and case included, and is not the one that \
              another reading of the pages has. Told in place of `unknown-key`; told as an error, it \
              also stands for the member's absence.",
    why: "JSON keys are compared letter by letter, blanks at their ends included.",
    bad: r#"{"company": 1, "Name": "Ada"}"#,
    good: r#"{"company": 1, "name": "Ada"}"#,
};

/// Whether two different keys differ in blanks and case only; a blank may stand for `_`.
pub(crate) fn same_but_for_case_and_blanks(key: &str, name: &str) -> bool {
    without_blanks(key).eq(without_blanks(name)) || joined(key).eq(joined(name))
}

fn without_blanks(text: &str) -> impl Iterator<Item = char> {
    let text = text.chars().filter(|c| !c.is_whitespace());
    text.flat_map(char::to_lowercase)
}

/// The text in lower case, with one `_` for the blanks between its words.
fn joined(text: &str) -> impl Iterator<Item = char> {
    let words = text.split_whitespace().enumerate();
    words.flat_map(|(index, word)| {
        let joint = (index > 0).then_some('_');
        joint
            .into_iter()
            .chain(word.chars().flat_map(char::to_lowercase))
    })
}

/// A key that means a member which has another; `stands` is whether that one is there as well.
pub(crate) fn complaint(
    key: &str,
    spelling: &Spelling,
    stands: bool,
    notation: Notation,
) -> Complaint {
    let name = spelling.field.name;
    let blanks = key.trim() == name;
    let key = if blanks {
        // Blanks at the ends are the point.
        key.to_owned()
    } else {
        crate::tree::abbreviate(key, false)
    };
    let noun = notation.noun();
    let message = if spelling.alias && !same_but_for_case_and_blanks(&key, name) {
        format!("the {noun} `{key}` is another reading of the pages for `{name}`")
    } else {
        format!("the {noun} `{key}` is not spelt `{name}`, which is meant")
    };
    Complaint::new(notation.spelling(), message).help(if stands {
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
