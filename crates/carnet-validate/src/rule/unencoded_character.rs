//! `unencoded-character`: characters that a query cannot hold.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use carnet_core::{RuleId, Source};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::UnencodedCharacter,
    demands: "Braces, brackets, quotes, `<`, `>`, `\\`, `^`, `|`, backticks, blanks, control and \
              non-ASCII characters are percent-encoded. Told once for all of them; the text is \
              read on as a form is decoded.",
    why: "RFC 3986 has no place for them. One client encodes them, another sends them as they are, \
          a third refuses the URL.",
    fix: FixDoc::Safe(
        "every such character of the query is percent-encoded, which decodes to the same; \
         where one of them may be part of a placeholder (a brace or bracket outside the \
         structure of sound JSON, `<`, `>`, a backtick), is a control character, part of \
         a credential, or stands where a `#` cuts the query, none is",
    ),
    bad: r#"https://api.example.com/guests?guest={"name":"Ada"}"#,
    good: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
};

/// How many different characters a message lists.
pub(crate) const MOST_LISTED: usize = 12;

/// For how many of them the help shows the encoding.
const MOST_SHOWN: usize = 3;

/// RFC 3986, section 3.4: what a query is made of.
pub(crate) const fn source() -> Source {
    Source::outside(super::RFC_3986, "3.4")
}

/// Whether a character cannot stand in a query.
pub(crate) const fn must_be_encoded(c: char) -> bool {
    matches!(
        c,
        '{' | '}' | '"' | '[' | ']' | '<' | '>' | '\\' | '^' | '`' | '|' | ' '
    ) || c.is_ascii_control()
        || !c.is_ascii()
}

/// `seen` are the different characters in order, one more than are listed where there are more.
pub(crate) fn complaint(seen: &[char], form: bool) -> Complaint {
    let place = if form { "a form body" } else { "a URL" };
    let message = if seen.is_empty() {
        format!("{place} cannot hold some of the characters here unencoded")
    } else {
        let mut listed: Vec<_> = seen.iter().take(MOST_LISTED).map(|&c| name(c)).collect();
        if seen.len() > MOST_LISTED {
            listed.push("others".to_owned());
        }
        let listed = match &listed[..] {
            [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
            all => all.concat(),
        };
        format!("{place} cannot hold {listed} unencoded")
    };
    let shown: Vec<_> = seen.iter().take(MOST_SHOWN).map(|&c| encoding(c)).collect();
    let more = if seen.len() > MOST_SHOWN { ", …" } else { "" };
    let help = if shown.is_empty() {
        "percent-encode every value".to_owned()
    } else {
        format!("percent-encode every value: {}{more}", shown.join(", "))
    };
    Complaint::new(RuleId::UnencodedCharacter, message).help(help)
}

fn name(c: char) -> String {
    match c {
        ' ' => "a blank".to_owned(),
        '`' => "a backtick".to_owned(),
        c if c.is_control() || c.is_whitespace() => format!("U+{:04X}", u32::from(c)),
        c => format!("`{c}`"),
    }
}

/// The character and what stands for it.
#[allow(clippy::format_push_string, reason = "at most four bytes")]
fn encoding(c: char) -> String {
    let mut bytes = [0; 4];
    let mut encoded = String::new();
    for byte in c.encode_utf8(&mut bytes).bytes() {
        encoded.push('%');
        encoded.push_str(&format!("{byte:02X}"));
    }
    format!("{} is `{encoded}`", name(c))
}

#[cfg(test)]
mod tests {
    use super::complaint;

    #[test]
    fn lists_what_is_there() {
        let found = complaint(&['{', ' ', '\u{E9}', '\n'], false);
        assert_eq!(
            found.message,
            "a URL cannot hold `{`, a blank, `\u{E9}` and U+000A unencoded"
        );
        assert_eq!(
            found.help.as_deref(),
            Some(
                "percent-encode every value: `{` is `%7B`, a blank is `%20`, `\u{E9}` is `%C3%A9`, …"
            )
        );
        let many: Vec<char> = ('\u{E0}'..='\u{EC}').collect();
        assert!(
            complaint(&many, true)
                .message
                .ends_with("`\u{EB}` and others unencoded")
        );
        assert_eq!(
            complaint(&['|'], true).message,
            "a form body cannot hold `|` unencoded"
        );
    }
}
