//! The formats of recorded requests, and how to tell them apart.

use crate::url_list::is_method;
use carnet_core::ruling::UnknownName;
use std::fmt;
use std::str::FromStr;

/// How a file records requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// One URL a line, a method before it or not.
    UrlList,
    /// curl commands, as typed, in a script, or as a browser copies them (for a POSIX shell or for
    /// Windows).
    Curl,
    /// The request files of editors: `.http`, `.rest`.
    HttpFile,
    /// HTTP/1.1 messages as they travel: requests, replies, one after the other.
    Message,
    /// An HTTP archive, as the network tab of a browser saves it.
    Har,
}

/// How much of the beginning is looked at.
const LOOK: usize = 8192;

impl Format {
    /// Every format.
    pub const ALL: [Self; 5] = [
        Self::UrlList,
        Self::Curl,
        Self::HttpFile,
        Self::Message,
        Self::Har,
    ];

    /// The name used on the command line, in configuration and in output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UrlList => "urls",
            Self::Curl => "curl",
            Self::HttpFile => "http",
            Self::Message => "message",
            Self::Har => "har",
        }
    }

    /// The format of a file, by the extension of its name, or, where that says nothing, by a look
    /// at its beginning. `None` where neither tells.
    ///
    /// The first few thousand bytes are enough for `head`. A name that says that a file is
    /// something else (`.json`, `.csv`) is believed.
    ///
    /// # Example
    /// ```
    /// use carnet_record::Format;
    ///
    /// assert_eq!(Format::of("calls.rest", b""), Some(Format::HttpFile));
    /// assert_eq!(Format::of("-", b"curl -k https://api.example.com"), Some(Format::Curl));
    /// assert_eq!(Format::of("-", b"{\"log\": {\"version\": \"1.2\""), Some(Format::Har));
    /// assert_eq!(Format::of("customer.json", b"{\"log\": {}}"), None);
    /// assert_eq!(Format::of("-", b"{\"name\": \"Ada\"}"), None);
    /// ```
    #[must_use]
    pub fn of(name: &str, head: &[u8]) -> Option<Self> {
        let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
        let extension = file.rsplit_once('.').map(|(_, extension)| extension);
        match &*extension.unwrap_or_default().to_ascii_lowercase() {
            "url" | "urls" => Some(Self::UrlList),
            "curl" | "sh" | "bash" | "zsh" | "bat" | "cmd" => Some(Self::Curl),
            "http" | "rest" => Some(Self::HttpFile),
            "msg" | "raw" => Some(Self::Message),
            "har" => Some(Self::Har),
            "" | "txt" | "log" => Self::by_look(head),
            _ => None,
        }
    }

    /// The format of a text, by a look at its beginning.
    #[must_use]
    pub fn by_look(head: &[u8]) -> Option<Self> {
        let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
        let head = &head[..head.len().min(LOOK)];
        if head.trim_ascii_start().first() == Some(&b'{') {
            return begins_as_har(head).then_some(Self::Har);
        }
        let lines: Vec<&[u8]> = head
            .split(|&byte| byte == b'\n')
            .map(<[u8]>::trim_ascii)
            .collect();
        if lines.iter().any(|line| line.starts_with(b"###")) || lines.iter().any(is_variable) {
            return Some(Self::HttpFile);
        }
        let first = lines.iter().position(|line| !is_comment(line))?;
        let (line, rest) = (lines[first], &lines[first + 1..]);
        if is_start_line(line) {
            let request_of_an_editor = memchr::memmem::find(line, b"://").is_some() && first > 0;
            return Some(if request_of_an_editor {
                Self::HttpFile
            } else {
                Self::Message
            });
        }
        if lines.iter().any(|line| is_curl(line)) {
            return Some(Self::Curl);
        }
        if !is_url_line(line) {
            return None;
        }
        let all_urls = rest
            .iter()
            .take(rest.len().saturating_sub(1))
            .all(|line| is_comment(line) || is_url_line(line));
        Some(if all_urls {
            Self::UrlList
        } else {
            Self::HttpFile
        })
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Format {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|format| format.as_str() == name)
            .ok_or(UnknownName)
    }
}

fn begins_as_har(head: &[u8]) -> bool {
    let after = |text: &'static [u8], rest: &mut &[u8]| {
        let found = rest.trim_ascii_start().strip_prefix(text);
        *rest = found.unwrap_or_default();
        found.is_some()
    };
    let mut rest = head;
    [&b"{"[..], b"\"log\"", b":", b"{"]
        .into_iter()
        .all(|part| after(part, &mut rest))
}

fn is_comment(line: &&[u8]) -> bool {
    line.is_empty() || line.starts_with(b"#") || line.starts_with(b"//")
}

/// `@name = value`, as request files define variables.
fn is_variable(line: &&[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"@") else {
        return false;
    };
    let name = rest
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(byte));
    let name = name.count();
    name > 0 && rest[name..].trim_ascii_start().starts_with(b"=")
}

/// The first line of a message: `POST /path HTTP/1.1` or `HTTP/1.1 200 OK`.
pub(crate) fn is_start_line(line: &[u8]) -> bool {
    let mut words = line.split(|&byte| byte == b' ');
    let first = words.next().unwrap_or_default();
    if first.starts_with(b"HTTP/") {
        let status = words.next().unwrap_or_default();
        return status.len() == 3 && status.iter().all(u8::is_ascii_digit);
    }
    let token = |byte: &u8| byte.is_ascii_uppercase() || *byte == b'-';
    let last = words.next_back().unwrap_or_default();
    !first.is_empty() && first.iter().all(token) && last.starts_with(b"HTTP/1")
}

fn is_curl(line: &[u8]) -> bool {
    let word = line.split(|&byte| byte == b' ' || byte == b'\t').next();
    let word = word.unwrap_or_default();
    let name = word.rsplit(|&byte| byte == b'/').next().unwrap_or_default();
    name == b"curl" || name == b"curl.exe"
}

fn is_url_line(line: &[u8]) -> bool {
    let mut words = line.split(|&byte| byte == b' ');
    let first = words.next().unwrap_or_default();
    let url = if is_method(first) {
        words.next().unwrap_or_default()
    } else {
        first
    };
    let lower = url[..url.len().min(8)].to_ascii_lowercase();
    lower.starts_with(b"http://") || lower.starts_with(b"https://") || url.starts_with(b"{{")
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn names_lead_back() {
        for format in Format::ALL {
            assert_eq!(format.to_string().parse(), Ok(format));
        }
        assert!("xml".parse::<Format>().is_err());
    }

    #[test]
    fn by_the_name() {
        for (name, format) in [
            ("a.URL", Some(Format::UrlList)),
            ("dir.har/a.sh", Some(Format::Curl)),
            ("C:\\calls\\a.http", Some(Format::HttpFile)),
            ("a.raw", Some(Format::Message)),
            ("a.har", Some(Format::Har)),
            ("a.json", None),
            ("a", None),
        ] {
            assert_eq!(Format::of(name, b""), format, "{name}");
        }
    }

    #[test]
    fn by_a_look() {
        for (head, format) in [
            (
                "https://a.example/b\nhttps://a.example/c\n",
                Some(Format::UrlList),
            ),
            (
                "# calls\n\nPOST https://a.example/b\n",
                Some(Format::UrlList),
            ),
            (
                "#!/bin/sh\nset -e\nX=1\ncurl https://a.example",
                Some(Format::Curl),
            ),
            ("/usr/bin/curl -k", Some(Format::Curl)),
            (
                "POST https://a.example/b\nAccept: */*\n\n{}",
                Some(Format::HttpFile),
            ),
            ("### one\nGET https://a.example", Some(Format::HttpFile)),
            (
                "@host = a.example\nGET https://{{host}}/",
                Some(Format::HttpFile),
            ),
            (
                "GET /b HTTP/1.1\r\nHost: a.example\r\n",
                Some(Format::Message),
            ),
            ("HTTP/1.1 200 OK\r\n", Some(Format::Message)),
            ("\u{FEFF}{ \"log\" : {\"entries\": []", Some(Format::Har)),
            ("{\"log\": \"no archive\"}", None),
            ("name,email\nAda,ada@example.com", None),
            ("", None),
        ] {
            assert_eq!(Format::by_look(head.as_bytes()), format, "{head}");
        }
    }
}
