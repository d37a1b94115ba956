//! `key-spelling`: known keys with other blanks or in another case.

use super::notation::Notation;
use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::meaning::Spelling;
use crate::tree::Member;
use carnet_core::shape::Object;
use carnet_core::{Edit, RuleId};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::KeySpelling,
    demands: "A key is spelt as documented, blanks and case included, and is not the one that \
              another reading of the pages has. Told in place of `unknown-key`; told as an error, it \
              also stands for the member's absence.",
    why: "JSON keys are compared letter by letter, blanks at their ends included.",
    fix: FixDoc::Safe(
        "the documented key is written where only blanks and case differ, no other member has or \
         means it, unknown keys are told, and no value names a member. A key of another reading of \
         the pages is left alone, since the pages do not agree on it",
    ),
    bad: r#"{"company": 1, "Name": "Ada"}"#,
    good: r#"{"company": 1, "name": "Ada"}"#,
};

/// Whether two different keys differ in blanks and case only; a blank may stand for `_`.
#[inline]
pub(crate) fn same_but_for_case_and_blanks(key: &str, name: &str) -> bool {
    key == name || are_alike_at_the_ends(key, name) && are_folded_alike(key, name)
}

fn are_folded_alike(key: &str, name: &str) -> bool {
    without_blanks(key).eq(without_blanks(name)) || joined(key).eq(joined(name))
}

/// Whether two texts may be the same, by their first and last letters: most differ at once.
#[inline]
fn are_alike_at_the_ends(key: &str, name: &str) -> bool {
    let alike = |one: &u8, other: &u8| {
        let is_letter = one.is_ascii_graphic() && other.is_ascii_graphic();
        !is_letter || one.eq_ignore_ascii_case(other)
    };
    match (key.as_bytes(), name.as_bytes()) {
        ([first, .., last], [other_first, .., other_last]) => {
            alike(first, other_first) && alike(last, other_last)
        }
        _ => true,
    }
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

/// The change that spells a key as documented, where it can mean no other member.
pub(crate) fn fix(
    member: &Member<'_>,
    spelling: &Spelling,
    object: &Object,
    notation: Notation,
) -> Option<Vec<Edit>> {
    let name = spelling.field.name;
    let means = |name: &str| same_but_for_case_and_blanks(&member.key, name);
    let mut others = object.fields.iter().filter(|field| field.name != name);
    let is_other = others
        .any(|field| means(field.name) || field.aliases.iter().any(|alias| means(alias.name)));
    (!spelling.alias && !is_other)
        .then(|| vec![Edit::new(member.key_span.clone(), notation.text(name))])
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
