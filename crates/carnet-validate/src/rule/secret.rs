//! `secret`: live credentials in files.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use carnet_core::{RuleId, format};

/// Words that only somebody who writes an example puts into a credential.
const PLACEHOLDERS: [&str; 10] = [
    "example",
    "dummy",
    "placeholder",
    "your",
    "token",
    "redacted",
    "sample",
    "changeme",
    "insert",
    "secret",
];

/// Shorter texts are no credentials.
const SHORTEST: usize = 16;

/// A text of so many different characters was drawn at random.
const VARIED: usize = 8;

/// So many equal characters in a row were typed by a person.
const RUN: usize = 4;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::Secret,
    demands: "Where a credential belongs, a file holds a placeholder: `<token>`, `{{token}}`, \
              `$TOKEN`, x's, a UUID of one digit. The value is never shown. Off where the text is \
              on its way to the vendor.",
    why: "Files are shared, committed and logged.",
    fix: FixDoc::Never("no fix ever touches a credential"),
    bad: r#"{"company": 1, "name": "Ada", "key": "3f2504e0-4f89-41d3-9a0c-0305e82c3301"}"#,
    good: r#"{"company": 1, "name": "Ada", "key": "00000000-0000-0000-0000-000000000000"}"#,
};

/// Whether a text is certainly no live credential.
pub(crate) fn is_placeholder(text: &str) -> bool {
    !looks_live(text)
}

pub(super) fn complaint() -> Complaint {
    Complaint::new(RuleId::Secret, "the value looks like a live credential")
        .help("write a placeholder such as `<token>`, and replace the credential: it was seen")
}

fn looks_live(text: &str) -> bool {
    if (format::UUID.check)(text) {
        let first = text.as_bytes()[0];
        let mut is_one_digit = true;
        // Every byte is looked at, so that several can be at once.
        for byte in text.bytes() {
            is_one_digit &= byte == first || byte == b'-';
        }
        return !is_one_digit;
    }
    let lower = text.to_ascii_lowercase();
    let is_placeholder = text.starts_with(['<', '$'])
        || text.contains("{{")
        || PLACEHOLDERS.iter().any(|word| lower.contains(word));
    if is_placeholder || text.len() < SHORTEST {
        return false;
    }
    let has = |test: fn(&u8) -> bool| text.as_bytes().iter().any(test);
    let mut different: Vec<u8> = text.bytes().collect();
    different.sort_unstable();
    different.dedup();
    has(u8::is_ascii_alphabetic)
        && has(u8::is_ascii_digit)
        && text.bytes().all(|byte| byte.is_ascii_graphic())
        && different.len() >= VARIED
        && !text
            .as_bytes()
            .windows(RUN)
            .any(|run| run.iter().all(|byte| *byte == run[0]))
}

#[cfg(test)]
mod tests {
    use super::looks_live;

    #[test]
    fn tells_credentials_from_placeholders() {
        for live in [
            "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
            "AbCd1234EfGh5678",
            "sk_live_4eC39HqLyjWDarjtT1",
        ] {
            assert!(looks_live(live), "{live}");
        }
        for placeholder in [
            "",
            "xxxxxxxx-xxx-xxxx-xxxx-xxxxxxxxxxx",
            "00000000-0000-0000-0000-000000000000",
            "AAAAAAAA-AAAA-AAAA-AAAA-AAAAAAAAAAAA",
            "your-api-key-goes-here-123",
            "<0123456789abcdef>",
            "{{token_uuid_0123456789}}",
            "$TOKEN_UUID_0123456789",
            "short1",
            "an ordinary sentence with 1 digit",
            "aaaaaaaa11111111",
        ] {
            assert!(!looks_live(placeholder), "{placeholder}");
        }
    }
}
