//! Where credentials stand, as far as their place or their name tells.

use std::ops::Range;

/// Words in the name of a header, a parameter or a variable that is a credential.
const WORDS: [&[u8]; 8] = [
    b"authorization",
    b"cookie",
    b"token",
    b"secret",
    b"password",
    b"passwd",
    b"apikey",
    b"accesskey",
];

/// Whether what has this name is a credential. Case, `-` and `_` do not matter.
pub(crate) fn is_name(name: &[u8]) -> bool {
    if name.len() > 128 {
        return true;
    }
    let plain = name.iter().filter(|byte| byte.is_ascii_alphanumeric());
    let plain: Vec<u8> = plain.map(u8::to_ascii_lowercase).collect();
    let holds = |word: &&[u8]| plain.windows(word.len()).any(|window| window == *word);
    WORDS.iter().any(holds)
}

/// The credentials in a URL: what stands before an `@` in front of the host, and the values of
/// parameters with the name of one.
pub(crate) fn in_url(url: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let begin = memchr::memmem::find(url, b"://").map_or(0, |at| at + 3);
    let rest = &url[begin..];
    let stop = rest
        .iter()
        .position(|byte| matches!(byte, b'/' | b'\\' | b'?' | b'#'));
    let authority = &rest[..stop.unwrap_or(rest.len())];
    if let Some(at) = memchr::memrchr(b'@', authority) {
        found.push(begin..begin + at);
    }
    if let Some(question) = memchr::memchr(b'?', url) {
        let query = in_parameters(&url[question + 1..]).into_iter();
        found.extend(query.map(|it| question + 1 + it.start..question + 1 + it.end));
    }
    found
}

/// The values of parameters with the name of a credential.
pub(crate) fn in_parameters(text: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let length = memchr::memchr(b'&', &text[start..]);
        let end = length.map_or(text.len(), |length| start + length);
        if let Some(equals) = memchr::memchr(b'=', &text[start..end])
            && is_name(&text[start..start + equals])
        {
            found.push(start + equals + 1..end);
        }
        start = end + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{in_url, is_name};

    #[test]
    fn names_of_credentials() {
        for name in [
            "Authorization",
            "set-cookie",
            "X-Api-Key",
            "accessKey",
            "BEARER_TOKEN",
        ] {
            assert!(is_name(name.as_bytes()), "{name}");
        }
        for name in ["Accept", "Content-Type", "a", "key", ""] {
            assert!(!is_name(name.as_bytes()), "{name}");
        }
    }

    #[test]
    fn credentials_in_urls() {
        let url = b"https://ada:pw@a.example/x?a=save&apiKey=K&b=1@2&accessKey=L#t";
        let found: Vec<_> = in_url(url).into_iter().map(|range| &url[range]).collect();
        assert_eq!(found, [&b"ada:pw"[..], b"K", b"L#t"]);
        assert!(in_url(b"https://a.example/x@y").is_empty());
    }
}
