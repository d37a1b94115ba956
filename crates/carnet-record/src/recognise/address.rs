//! Host and path of a URL, beside those that a contract documents.

use carnet_core::{Contract, RuleId};
use percent_encoding::percent_decode_str;

/// How the host of a request fits a contract; what says more is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum HostFit {
    /// Any host does.
    Any,
    /// The host is a variable.
    Variable,
    /// The contract rules upon hosts of this domain.
    Ruled,
    /// The host is the documented one.
    Documented,
}

/// Host and path of a request.
pub(super) struct Address {
    /// In lower case, without user and port.
    host: String,
    /// The host is a variable, which may hold a port and the beginning of the path as well.
    variable: bool,
    /// The segments of the path, decoded, without the empty one behind a slash at its end.
    segments: Vec<String>,
}

impl Address {
    pub(super) fn read(url: &str) -> Self {
        let url = url.trim();
        let variable = variable(url);
        let (host, path, variable) = if let Some(length) = variable {
            (&url[..length], &url[length..], true)
        } else {
            let (authority, path) = split(url);
            let host = authority.rsplit('@').next().unwrap_or_default();
            let variable = host.contains("{{") || host.contains('$');
            (without_port(host), path, variable)
        };
        let end = path.find(['?', '#']).unwrap_or(path.len());
        Self {
            host: host.to_ascii_lowercase(),
            variable,
            segments: segments(&path[..end]),
        }
    }

    pub(super) fn has_host_of(&self, contract: &Contract) -> Option<HostFit> {
        let (template, _) = split(contract.url);
        let template = without_port(template);
        if self.host.is_empty() {
            return None;
        }
        if is_open(template) {
            return Some(HostFit::Any);
        }
        if self.variable {
            return Some(HostFit::Variable);
        }
        if fits(&template.to_ascii_lowercase(), &self.host) {
            return Some(HostFit::Documented);
        }
        let rulings = contract.request.text.iter();
        let mut rulings = rulings.filter(|ruling| ruling.rule == RuleId::UrlHost);
        let words = rulings.next()?.words;
        if words.is_empty() {
            return Some(HostFit::Any);
        }
        let below = |domain: &&str| {
            let before = self.host.strip_suffix(&domain.to_ascii_lowercase());
            before.is_some_and(|before| before.ends_with('.'))
        };
        words.iter().any(below).then_some(HostFit::Ruled)
    }

    pub(super) fn has_path_of(&self, contract: &Contract) -> bool {
        let (host, path) = split(contract.url);
        let template = segments(path);
        let (mut written, mut expected) = (&self.segments[..], &template[..]);
        if is_open(host) && written.len() > expected.len() {
            // The placeholder for the host holds the beginning of the path as well.
            written = &written[written.len() - expected.len()..];
        } else if self.variable && !written.is_empty() && written.len() < expected.len() {
            // And so may the variable that the host is.
            expected = &expected[expected.len() - written.len()..];
        }
        let mut pairs = expected.iter().zip(written);
        expected.len() == written.len() && pairs.all(|(expected, written)| fits(expected, written))
    }
}

/// How long the variable is that a URL begins with: `{{name}}`, `${NAME}`, `$NAME`.
fn variable(url: &str) -> Option<usize> {
    if url.starts_with("{{") {
        return url.find("}}").map(|close| close + 2);
    }
    if url.starts_with("${") {
        return url.find('}').map(|close| close + 1);
    }
    let name = url.strip_prefix('$')?;
    let end = name.find(|c: char| c != '_' && !c.is_ascii_alphanumeric());
    Some(1 + end.unwrap_or(name.len()))
}

/// What stands between the scheme and the path, and the rest. A scheme may be missing.
fn split(url: &str) -> (&str, &str) {
    let scheme = url.find("://").filter(|&at| {
        let mut scheme = url[..at].bytes();
        at < 16 && scheme.all(|byte| byte.is_ascii_alphanumeric())
    });
    let rest = scheme.map_or(url, |at| &url[at + 3..]);
    let rest = rest.strip_prefix("//").unwrap_or(rest);
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    rest.split_at(end)
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => host,
    }
}

/// Whether one placeholder stands for the whole host.
fn is_open(host: &str) -> bool {
    host.starts_with('{') && host.find('}') == host.len().checked_sub(1)
}

fn segments(path: &str) -> Vec<String> {
    let path = path.strip_prefix('/').unwrap_or(path);
    let path = path.strip_suffix('/').unwrap_or(path);
    let decode = |segment| percent_decode_str(segment).decode_utf8_lossy().into_owned();
    if path.is_empty() {
        return Vec::new();
    }
    path.split('/').map(decode).collect()
}

/// Whether a text fits a template in which `{name}` stands for one character or more.
fn fits(template: &str, text: &str) -> bool {
    let Some((first, mut template)) = template.split_once('{') else {
        return template == text;
    };
    let Some(mut text) = text.strip_prefix(first) else {
        return false;
    };
    while let Some((_, after)) = template.split_once('}') {
        let (literal, next) = after.split_once('{').unwrap_or((after, ""));
        let Some(second) = text.char_indices().nth(1).map(|(at, _)| at) else {
            return literal.is_empty() && next.is_empty() && !text.is_empty();
        };
        if next.is_empty() {
            return text[second..].ends_with(literal);
        }
        let Some(found) = text[second..].find(literal) else {
            return false;
        };
        text = &text[second + found + literal.len()..];
        template = next;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{Address, fits};

    #[test]
    fn takes_addresses_apart() {
        for (url, host, path, variable) in [
            ("https://A.b/c/d/?e=/f", "a.b", "c/d", false),
            ("http://u:p@a.b:8443/c%2Fd/e#f", "a.b", "c/d/e", false),
            ("a.b/c", "a.b", "c", false),
            ("/c", "", "c", false),
            ("{{base_url}}/c", "{{base_url}}", "c", true),
            ("https://{{base_url}}/c?d", "{{base_url}}", "c", true),
            ("https://$HOST/c", "$host", "c", true),
            ("${BASE}/c", "${base}", "c", true),
            ("$BASE/c", "$base", "c", true),
            ("", "", "", false),
        ] {
            let address = Address::read(url);
            let found = (
                &*address.host,
                &*address.segments.join("/"),
                address.variable,
            );
            assert_eq!(found, (host, path, variable), "{url}");
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
            ("v{x}-{y}/", "v1-/", false),
            ("{x", "{x", false),
        ] {
            assert_eq!(fits(template, text), expected, "{template} {text}");
        }
    }
}
