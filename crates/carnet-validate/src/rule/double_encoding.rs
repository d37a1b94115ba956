//! `double-encoding`: values that are percent-encoded more than once.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::tree::abbreviate;
use carnet_core::{RuleId, Source};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::DoubleEncoding,
    demands: "A value is percent-encoded once. One that is JSON only after decoding it twice is not \
              checked further.",
    why: "A client that encodes what its caller has encoded already sends `%2522` for a quote. The \
          server decodes once and finds no JSON.",
    fix: FixDoc::Never(
        "a text may hold percent signs of its own, and how often the rest was encoded is \
         a guess",
    ),
    bad: "https://api.example.com/guests?guest=%257B%2522name%2522%253A%2522Ada%2522%257D",
    good: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
};

/// RFC 3986, section 2.4: nothing is encoded or decoded more than once.
pub(crate) const fn source() -> Source {
    Source::outside(super::RFC_3986, "2.4")
}

/// Whether a decoded value begins with a bracket that is still encoded, however often.
pub(crate) fn is_encoded_json(decoded: &str) -> bool {
    let Some(mut rest) = decoded.trim_ascii_start().strip_prefix('%') else {
        return false;
    };
    while let Some(inner) = rest.strip_prefix("25") {
        rest = inner;
    }
    let digits = rest.get(..2);
    digits.is_some_and(|digits| {
        ["7B", "5B"]
            .iter()
            .any(|open| digits.eq_ignore_ascii_case(open))
    })
}

pub(crate) fn complaint(name: &str) -> Complaint {
    let name = abbreviate(name, false);
    let message = format!("the value of `{name}` is percent-encoded more than once");
    Complaint::new(RuleId::DoubleEncoding, message)
        .help("encode it once: a quote is `%22`, not `%2522`")
}

#[cfg(test)]
mod tests {
    use super::is_encoded_json;

    #[test]
    fn tells_encoded_brackets() {
        for (decoded, expected) in [
            ("%7B%22a%22%3A1%7D", true),
            (" %5b1%5d", true),
            ("%25257B", true),
            ("{%22a%22:1}", false),
            ("%20", false),
            ("100%", false),
            ("%\u{E9}", false),
        ] {
            assert_eq!(is_encoded_json(decoded), expected, "{decoded}");
        }
    }
}
