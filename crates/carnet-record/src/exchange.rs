//! A request and what came back.

use crate::piece::Piece;
use std::fmt;
use std::ops::Range;

/// A request, its reply, or both, as a file has recorded them.
///
/// `Debug` shows where things stand, never headers or bodies.
#[derive(Clone, Debug)]
pub struct Exchange<'t> {
    /// Its number in the file, from zero: of a HAR the entry.
    pub index: usize,
    /// The name that the file gives it: `### name` or `# @name name` of a `.http` file.
    pub name: Option<String>,
    /// All of it in the file.
    pub span: Range<usize>,
    /// What was sent; a file of HTTP messages may hold replies alone.
    pub request: Option<Request<'t>>,
    /// What came back.
    pub reply: Option<Reply<'t>>,
}

/// What was sent.
#[derive(Clone, Debug)]
pub struct Request<'t> {
    /// The method; `None` where the file does not say it and nothing implies it (a list of URLs).
    /// An implied one stands where a person would write it.
    pub method: Option<Piece<'t>>,
    /// The URL.
    pub url: Piece<'t>,
    /// The headers, in order.
    pub headers: Vec<Header<'t>>,
    /// The body; `None` where there is none or none could be read.
    pub body: Option<Body<'t>>,
    /// Why there may be more of the body than is here.
    pub unread: Option<Unread>,
}

/// Why the body of a request is not here, or not all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// The format records no bodies: a list of URLs.
    NotRecorded,
    /// It could not be read, or was not: a [`Problem`](crate::Problem) says why.
    NotRead,
}

impl Request<'_> {
    /// The method in capitals.
    #[must_use]
    pub fn method(&self) -> Option<String> {
        let method = self.method.as_ref()?;
        Some(method.to_text().to_ascii_uppercase())
    }

    /// The value of the last header of this name; the case of names does not matter.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&Piece<'_>> {
        header(&self.headers, name)
    }
}

/// One header of a request.
#[derive(Clone, Debug)]
pub struct Header<'t> {
    /// The name, without its colon.
    pub name: Piece<'t>,
    /// The value, without white space around it.
    pub value: Piece<'t>,
}

/// The value of the last header of this name.
pub(crate) fn header<'h, 't>(headers: &'h [Header<'t>], name: &str) -> Option<&'h Piece<'t>> {
    let mut headers = headers.iter().rev();
    let found = headers.find(|header| header.name.text().eq_ignore_ascii_case(name.as_bytes()))?;
    Some(&found.value)
}

/// A body, decoded.
#[derive(Clone)]
pub struct Body<'t> {
    /// Its media type without parameters, in lower case: `application/json`.
    pub media_type: Option<String>,
    /// Its bytes.
    pub text: Piece<'t>,
}

impl Body<'_> {
    /// Whether its media type is that of a form.
    #[must_use]
    pub fn is_form(&self) -> bool {
        self.media_type.as_deref() == Some(FORM)
    }

    /// Whether its media type is JSON: `application/json`, `text/json` or one that ends in `+json`.
    #[must_use]
    pub fn is_json(&self) -> bool {
        let json = |name: &str| name.ends_with("/json") || name.ends_with("+json");
        self.media_type.as_deref().is_some_and(json)
    }

    /// Whether it begins as an object or an array of JSON does, whatever its media type.
    #[must_use]
    pub fn looks_like_json(&self) -> bool {
        let text = self.text.text();
        let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
        matches!(text.trim_ascii_start().first(), Some(b'{' | b'['))
    }
}

impl fmt::Debug for Body<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Body")
            .field("media_type", &self.media_type)
            .field("text", &self.text)
            .finish()
    }
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Reply<'t> {
    /// The HTTP status.
    pub status: Option<u16>,
    /// The body; `None` where there is none or none could be read.
    pub body: Option<Body<'t>>,
}

pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

/// The media type in the value of a `Content-Type` header.
pub(crate) fn media_type(value: &[u8]) -> Option<String> {
    let word = value.split(|&byte| byte == b';').next()?.trim_ascii();
    let word = String::from_utf8_lossy(word).to_ascii_lowercase();
    Some(word).filter(|word| word.contains('/') && word.len() < 128)
}
