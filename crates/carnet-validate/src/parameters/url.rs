//! The parts of a URL (RFC 3986), as far as they can be told apart.

use std::ops::Range;

/// The parts of a URL, as byte ranges of the text that it stands in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// The scheme without its colon; empty where none stands.
    pub(super) scheme: Range<usize>,
    /// What stands before an `@` in front of the host.
    pub(super) user: Option<Range<usize>>,
    /// The host; empty where none stands.
    pub(super) host: Range<usize>,
    /// The port without its colon.
    pub(super) port: Option<Range<usize>>,
    /// The path; empty where none stands.
    pub(super) path: Range<usize>,
    /// What follows the first question mark, to the end of the text: a fragment too.
    pub(super) query: Option<Range<usize>>,
    /// Where the first `#` stands: what follows it is not sent.
    pub(super) hash: Option<usize>,
}

/// Why a text is no URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::enum_variant_names, reason = "each says what is not there")]
pub(crate) enum Slip {
    /// It does not begin with a scheme, but what follows may be a host.
    NoScheme,
    /// The colon of the scheme is not followed by two slashes.
    NoSlashes,
    /// Nothing stands where the host should.
    NoHost,
    /// Nothing in it looks like a URL.
    NoUrl,
}

/// Takes the URL in a stretch of `text` apart.
pub(super) fn parts(text: &[u8], stretch: Range<usize>) -> (Parts, Option<Slip>) {
    let Range { start, end } = stretch;
    let (scheme, after, mut slip) = scheme(text, start, end);
    let find = |from: usize, stops: fn(u8) -> bool| {
        let found = text[from..end].iter().position(|&byte| stops(byte));
        found.map_or(end, |length| from + length)
    };
    let authority = find(after, |byte| matches!(byte, b'/' | b'\\' | b'?' | b'#'));
    let path_end = find(authority, |byte| matches!(byte, b'?' | b'#'));
    let question = memchr::memchr(b'?', &text[path_end..end]).map(|at| path_end + at);
    let hash = memchr::memchr(b'#', &text[path_end..end]).map(|at| path_end + at);
    let mut parts = Parts {
        scheme,
        path: authority..path_end,
        query: question.map(|at| at + 1..end),
        hash,
        ..Parts::default()
    };
    parts.authority(text, after..authority);
    if slip == Some(Slip::NoScheme) && !is_like_a_host(&text[parts.host.clone()]) {
        // Without a scheme this is a host only if it looks like one.
        parts.host = after..after;
        parts.port = None;
        if text[start..end].first() != Some(&b'/') {
            parts.path = after..after;
            slip = Some(Slip::NoUrl);
        }
    } else if slip.is_none() && parts.host.is_empty() {
        slip = Some(Slip::NoHost);
    }
    (parts, slip)
}

impl Parts {
    /// Takes apart what stands between the slashes and the path.
    fn authority(&mut self, text: &[u8], authority: Range<usize>) {
        let bytes = &text[authority.clone()];
        let at = memchr::memrchr(b'@', bytes).map(|at| authority.start + at);
        self.user = at.map(|at| authority.start..at);
        let start = at.map_or(authority.start, |at| at + 1);
        let host = &text[start..authority.end];
        // The colons of an IPv6 address stand in brackets.
        let colon = memchr::memrchr(b':', host).filter(|&at| !host[at..].contains(&b']'));
        self.port = colon.map(|at| start + at + 1..authority.end);
        self.host = start..colon.map_or(authority.end, |at| start + at);
    }
}

/// The scheme, where what follows it and its slashes begins, and what is wrong with both.
fn scheme(text: &[u8], start: usize, end: usize) -> (Range<usize>, usize, Option<Slip>) {
    let rest = &text[start..end];
    let word = rest
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    let length = word.count();
    let scheme = start..start + length;
    let after = rest.get(length..).unwrap_or_default();
    if after.starts_with(b"://") {
        let slip = (length == 0).then_some(Slip::NoScheme);
        return (scheme, start + length + 3, slip);
    }
    let known = ["http", "https"]
        .iter()
        .any(|known| known.as_bytes().eq_ignore_ascii_case(&rest[..length]));
    if known && after.starts_with(b":") {
        let slashes = after[1..].iter().take_while(|&&byte| byte == b'/').count();
        return (scheme, start + length + 1 + slashes, Some(Slip::NoSlashes));
    }
    let slashes = if rest.starts_with(b"//") { 2 } else { 0 };
    (start..start, start + slashes, Some(Slip::NoScheme))
}

/// Whether a host name could look like this.
fn is_like_a_host(host: &[u8]) -> bool {
    (host.contains(&b'.') || host.eq_ignore_ascii_case(b"localhost"))
        && host
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
}

/// Whether a text fits a template in which `{name}` stands for one character or more.
pub(super) fn fits(template: &str, text: &str) -> bool {
    let mut literals = Vec::new();
    let mut rest = template;
    while let Some((literal, after)) = rest.split_once('{') {
        let Some((_, after)) = after.split_once('}') else {
            break;
        };
        literals.push(literal);
        rest = after;
    }
    let Some((first, middle)) = literals.split_first() else {
        return template == text;
    };
    let Some(mut text) = text.strip_prefix(first) else {
        return false;
    };
    for literal in middle {
        // A placeholder takes as little as it can, but never nothing.
        let found = text.char_indices().nth(1).and_then(|(second, _)| {
            let at = text[second..].find(literal)?;
            Some(second + at + literal.len())
        });
        let Some(end) = found else {
            return false;
        };
        text = &text[end..];
    }
    text.strip_suffix(rest)
        .is_some_and(|taken| !taken.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Slip, fits, parts};

    fn split(url: &str) -> ([&str; 4], Option<Slip>) {
        let (parts, slip) = parts(url.as_bytes(), 0..url.len());
        let query = parts.query.map_or("", |query| &url[query]);
        let port = parts.port.map_or("", |port| &url[port]);
        let [host, path] = [parts.host, parts.path].map(|range| &url[range]);
        ([host, port, path, query], slip)
    }

    #[test]
    fn tells_parts_apart() {
        for (url, expected, slip) in [
            ("https://a.b/c?d=e#f", ["a.b", "", "/c", "d=e#f"], None),
            ("https://u:p@a.b:8443?x", ["a.b", "8443", "", "x"], None),
            ("https://[::1]:80/c", ["[::1]", "80", "/c", ""], None),
            ("https://[::1]/c", ["[::1]", "", "/c", ""], None),
            ("https://a.b/c#f?d=e", ["a.b", "", "/c", "d=e"], None),
            ("https:///c?d", ["", "", "/c", "d"], Some(Slip::NoHost)),
            ("https:a.b/c", ["a.b", "", "/c", ""], Some(Slip::NoSlashes)),
            ("HTTP:/a.b/c", ["a.b", "", "/c", ""], Some(Slip::NoSlashes)),
            ("a.b:80/c?d", ["a.b", "80", "/c", "d"], Some(Slip::NoScheme)),
            ("//a.b/c", ["a.b", "", "/c", ""], Some(Slip::NoScheme)),
            ("://a.b/c", ["a.b", "", "/c", ""], Some(Slip::NoScheme)),
            ("/c/d?e", ["", "", "/c/d", "e"], Some(Slip::NoScheme)),
            ("?e=f", ["", "", "", "e=f"], Some(Slip::NoUrl)),
            ("{\"a\":1}", ["", "", "", ""], Some(Slip::NoUrl)),
            ("", ["", "", "", ""], Some(Slip::NoUrl)),
        ] {
            assert_eq!(split(url), (expected, slip), "{url}");
        }
    }

    #[test]
    fn placeholders_stand_for_something() {
        for (template, text, expected) in [
            ("a.b", "a.b", true),
            ("a.b", "a.c", false),
            ("{x}", "a", true),
            ("{x}", "", false),
            ("{x}.b.c", "a.b.c", true),
            ("{x}.b.c", ".b.c", false),
            ("{x}.b.c", "a.b", false),
            ("v{x}-{y}/", "v1-2/", true),
            ("v{x}-{y}/", "v--2/", true),
            ("v{x}-{y}/", "v1-/", false),
            ("{x", "{x", true),
        ] {
            assert_eq!(fits(template, text), expected, "{template} {text}");
        }
    }
}
