//! One entry of an archive.

use super::base64;
use crate::credential;
use crate::exchange::{Body, Header, Reply, Request, Unread, media_type};
use crate::json::{Broken, Walk, unescaped};
use crate::message::body::{MULTIPART, is_multipart};
use crate::piece::{Piece, Weaver};
use crate::recording::Collector;
use std::ops::Range;

/// What an entry says, before it is put together.
#[derive(Default)]
struct Entry<'t> {
    method: Option<Piece<'t>>,
    url: Option<Piece<'t>>,
    headers: Vec<Header<'t>>,
    sent: Content,
    status: Option<u16>,
    received: Content,
}

/// `postData` or `content`.
#[derive(Default)]
struct Content {
    media_type: Option<Range<usize>>,
    text: Option<Range<usize>>,
    params: Vec<(Range<usize>, Option<Range<usize>>)>,
    base64: bool,
    /// How long the text was, as the archive says.
    size: Option<Range<usize>>,
}

/// Reads an entry, also if it breaks off.
pub(super) fn read(walk: &mut Walk<'_>, out: &mut Collector<'_>) -> Result<(), Broken> {
    out.begin();
    let file = out.file;
    if walk.peek() != Some(b'{') {
        let span = walk.value()?;
        let message = "this entry is no object";
        out.problems.error(span.clone(), message, "");
        out.push(None, span, None, None);
        return Ok(());
    }
    let start = walk.at;
    let mut entry = Entry::default();
    let found = walk.object(|walk, key| match (out.bytes(key), walk.peek()) {
        (b"request", Some(b'{')) => request(walk, &mut entry, out),
        (b"response", Some(b'{')) => response(walk, &mut entry, out),
        _ => walk.value().map(drop),
    });
    let span = start..walk.at.min(file.len());
    entry.finish(span, out);
    found
}

fn request<'t>(
    walk: &mut Walk<'_>,
    entry: &mut Entry<'t>,
    out: &mut Collector<'t>,
) -> Result<(), Broken> {
    let file = out.file;
    walk.object(|walk, key| {
        match out.bytes(key) {
            b"method" => entry.method = string(walk)?.map(|text| unescaped(file, text)),
            b"url" => entry.url = string(walk)?.map(|text| unescaped(file, text)),
            b"headers" => pairs(walk, file, |name, value| {
                let value = value.unwrap_or(name.end..name.end);
                entry.headers.push(Header {
                    name: unescaped(file, name),
                    value: unescaped(file, value),
                });
            })?,
            b"cookies" => pairs(walk, file, |_, value| out.secret(value.unwrap_or_default()))?,
            b"queryString" => pairs(walk, file, |name, value| hide(&name, value, out))?,
            b"postData" => content(walk, &mut entry.sent, out)?,
            _ => {
                walk.value()?;
            }
        }
        Ok(())
    })
}

/// Hides the value of a credential.
fn hide(name: &Range<usize>, value: Option<Range<usize>>, out: &mut Collector<'_>) {
    if let Some(value) = value
        && credential::is_name(out.bytes(name.clone()))
    {
        out.secret(value);
    }
}

fn response(
    walk: &mut Walk<'_>,
    entry: &mut Entry<'_>,
    out: &mut Collector<'_>,
) -> Result<(), Broken> {
    let file = out.file;
    walk.object(|walk, key| {
        match out.bytes(key) {
            b"status" => {
                let digits = std::str::from_utf8(out.bytes(walk.value()?));
                let status = digits.ok().and_then(|digits| digits.parse().ok());
                // Browsers write 0 where nothing came back.
                entry.status = status.filter(|&status| status > 0);
            }
            b"headers" => pairs(walk, file, |name, value| hide(&name, value, out))?,
            b"cookies" => pairs(walk, file, |_, value| out.secret(value.unwrap_or_default()))?,
            b"content" => content(walk, &mut entry.received, out)?,
            _ => {
                walk.value()?;
            }
        }
        Ok(())
    })
}

fn content(
    walk: &mut Walk<'_>,
    content: &mut Content,
    out: &mut Collector<'_>,
) -> Result<(), Broken> {
    if walk.peek() != Some(b'{') {
        return walk.value().map(drop);
    }
    let file = out.file;
    walk.object(|walk, key| {
        match out.bytes(key) {
            b"mimeType" => content.media_type = string(walk)?,
            b"text" => content.text = string(walk)?,
            b"size" => content.size = Some(walk.value()?),
            b"encoding" => {
                let encoding = string(walk)?;
                content.base64 = encoding.is_some_and(|word| out.bytes(word) == b"base64");
            }
            b"params" => pairs(walk, file, |name, value| {
                hide(&name, value.clone(), out);
                content.params.push((name, value));
            })?,
            _ => {
                walk.value()?;
            }
        }
        Ok(())
    })
}

/// The content of a string; another value is stepped over.
fn string(walk: &mut Walk<'_>) -> Result<Option<Range<usize>>, Broken> {
    if walk.peek() == Some(b'"') {
        return walk.string().map(Some);
    }
    walk.value().map(|_| None)
}

/// Calls `pair` for every object with a `name` in an array, with its `value`.
fn pairs(
    walk: &mut Walk<'_>,
    file: &[u8],
    mut pair: impl FnMut(Range<usize>, Option<Range<usize>>),
) -> Result<(), Broken> {
    if walk.peek() != Some(b'[') {
        return walk.value().map(drop);
    }
    walk.array(|walk| {
        if walk.peek() != Some(b'{') {
            return walk.value().map(drop);
        }
        let (mut name, mut value) = (None, None);
        walk.object(|walk, key| {
            match &file[key] {
                b"name" => name = string(walk)?,
                b"value" => value = string(walk)?,
                _ => {
                    walk.value()?;
                }
            }
            Ok(())
        })?;
        if let Some(name) = name {
            pair(name, value);
        }
        Ok(())
    })
}

impl<'t> Entry<'t> {
    fn finish(self, span: Range<usize>, out: &mut Collector<'t>) {
        let sent = self.sent.body(out);
        let received = self.received.body(out);
        let request = self.url.map(|url| Request {
            method: self.method,
            url,
            headers: self.headers,
            unread: sent.as_ref().err().copied(),
            body: sent.ok().flatten(),
        });
        if request.is_none() {
            let message = "this entry has no request with a URL";
            out.problems.error(span.start..span.start + 1, message, "");
        }
        let reply = self.status.map(|status| Reply {
            status: Some(status),
            body: received.ok().flatten(),
        });
        out.push(None, span, request, reply);
    }
}

impl Content {
    fn body<'t>(self, out: &mut Collector<'t>) -> Result<Option<Body<'t>>, Unread> {
        let file = out.file;
        let kind = self.media_type.clone();
        let kind = kind.and_then(|kind| media_type(unescaped(file, kind).text()));
        let text = self.text.clone().filter(|text| !text.is_empty());
        if kind.as_deref().is_some_and(is_multipart) {
            let span = self.media_type.unwrap_or_default();
            out.problems.warning(span, MULTIPART, "");
            return Err(Unread::NotRead);
        }
        let text = match text {
            Some(text) if self.base64 => match base64::decode(file, &unescaped(file, text)) {
                Ok(text) => text,
                Err(span) => {
                    let message = "the text is said to be base64 and is not";
                    let help = "save the archive again from the browser";
                    out.problems.error(span, message, help);
                    return Err(Unread::NotRead);
                }
            },
            Some(text) => unescaped(file, text),
            None if self.params.is_empty() => {
                self.told_missing(kind.as_deref(), out);
                return Ok(None);
            }
            None => form(file, &self.params),
        };
        Ok(Some(Body {
            media_type: kind,
            text,
        }))
    }
}

impl Content {
    /// Archives can be saved without the texts of the replies.
    fn told_missing(&self, media_type: Option<&str>, out: &mut Collector<'_>) {
        let Some(size) = &self.size else {
            return;
        };
        let some = matches!(out.bytes(size.clone()).first(), Some(b'1'..=b'9'));
        if some && media_type.is_some_and(|kind| kind.ends_with("json")) {
            let message = "the text of this reply is not in the archive";
            let help = "save the archive with content";
            out.problems.warning(size.clone(), message, help);
        }
    }
}

/// The form that a list of parameters was.
fn form<'t>(file: &'t [u8], params: &[(Range<usize>, Option<Range<usize>>)]) -> Piece<'t> {
    let mut weaver = Weaver::new(file, params.first().map_or(0, |(name, _)| name.start));
    for (name, value) in params {
        if !weaver.is_empty() {
            weaver.stand(b"&", name.start..name.start);
        }
        weaver.percent_encoded(&unescaped(file, name.clone()));
        weaver.stand(b"=", name.end..name.end);
        if let Some(value) = value {
            weaver.percent_encoded(&unescaped(file, value.clone()));
        }
    }
    weaver.finish()
}
