//! One request of a request file, and the reply that may be recorded behind it.

use super::block::{Block, comment};
use super::variable::Variables;
use crate::credential;
use crate::curl;
use crate::exchange::{Body, FORM, Header, Reply, Request, Unread, header, media_type};
use crate::message::body::{MULTIPART, checked, is_multipart};
use crate::message::head::{Head, split};
use crate::message::{reply_status, trimmed_end, url};
use crate::piece::{Piece, Weaver};
use crate::recording::{Collector, lines, trimmed};
use crate::url_list::is_method;
use std::ops::Range;

pub(super) fn read(block: &Block, variables: &mut Variables, out: &mut Collector<'_>) {
    let Some(line) = block.line.clone() else {
        return;
    };
    if out.bytes(line.clone()).starts_with(b"curl ") {
        return curl::read(line.start..block.end, out);
    }
    out.begin();
    let start = line.start;
    let mut reader = Reader {
        at: line.end,
        end: block.end,
        variables,
        out,
    };
    let request = if reply_status(reader.out.bytes(line.clone())).is_some() {
        reader.at = start;
        None
    } else {
        reader.request(line)
    };
    let reply = reader.reply();
    let name = block.name.clone();
    if request.is_some() || reply.is_some() {
        let span = trimmed_end(reader.out.file, start..block.end);
        out.push(name, span, request, reply);
    } else {
        out.problems.abandon();
    }
}

struct Reader<'r, 't> {
    /// What is read begins here.
    at: usize,
    end: usize,
    variables: &'r mut Variables,
    out: &'r mut Collector<'t>,
}

impl<'t> Reader<'_, 't> {
    fn request(&mut self, line: Range<usize>) -> Option<Request<'t>> {
        let file = self.out.file;
        let (method, first) = method(file, &line);
        let target = self.target(first);
        let headers = self.headers();
        let body = self.body(&headers);
        if target.text().is_empty() {
            let help = "write `POST https://host/path`";
            self.out
                .problems
                .error(line, "the request line has no URL", help);
            return None;
        }
        let method = method.unwrap_or_else(|| {
            let mut weaver = Weaver::new(file, line.start);
            weaver.stand(b"GET", line.start..line.start);
            weaver.finish()
        });
        let host = header(&headers, "host");
        let url = url(file, &target, host).unwrap_or(target);
        if url.text().starts_with(b"/") {
            let message = "the request does not say its host";
            let help = "write the whole URL, or add the line `Host: name`";
            self.out.problems.error(url.full_span(), message, help);
        }
        Some(Request {
            method: Some(method),
            url,
            headers,
            unread: body.as_ref().err().copied(),
            body: body.ok().flatten(),
        })
    }

    /// The URL, which may go on in lines that are indented or begin with `?` or `&`.
    fn target(&mut self, first: Range<usize>) -> Piece<'t> {
        let file = self.out.file;
        let mut parts = vec![first];
        for line in lines(file, self.next_line()..self.end) {
            let text = &file[line.clone()];
            let goes_on = matches!(text.first(), Some(b' ' | b'\t' | b'?' | b'&'));
            if !goes_on || text.trim_ascii().is_empty() {
                break;
            }
            self.at = line.end;
            let part = trimmed(file, line);
            if comment(&file[part.clone()]).is_none() {
                parts.push(part);
            }
        }
        if let Some(last) = parts.last_mut() {
            *last = without_version(file, last.clone());
        }
        let mut weaver = Weaver::new(file, parts[0].start);
        for part in parts {
            for secret in credential::in_url(&file[part.clone()]) {
                let secret = part.start + secret.start..part.start + secret.end;
                self.variables.hide(secret, self.out);
            }
            let unknown = self.variables.substitute(part, &mut weaver, self.out);
            self.unknown(unknown, "the URL");
        }
        weaver.finish()
    }

    fn unknown(&mut self, variables: Vec<Range<usize>>, place: &str) {
        for variable in variables {
            let message = format!("a variable stands in {place} that this file does not define");
            let help = "what it stands for is not checked: add a line `@name = value`";
            self.out.problems.info(variable, message, help);
        }
    }

    fn next_line(&self) -> usize {
        let rest = self.out.bytes(self.at..self.end);
        let feed = memchr::memchr(b'\n', rest);
        feed.map_or(self.end, |feed| self.at + feed + 1)
    }

    fn headers(&mut self) -> Vec<Header<'t>> {
        let file = self.out.file;
        let mut headers = Vec::new();
        for line in lines(file, self.next_line()..self.end) {
            let text = file[line.clone()].trim_ascii();
            if is_behind_the_body(text) {
                break;
            }
            self.at = line.end;
            if text.is_empty() {
                break;
            }
            if comment(text).is_some() {
                continue;
            }
            let Some((name, value)) = split(file, &line) else {
                let message = "this is no header: a header is a name, a colon and a value";
                let help = "leave an empty line before the body";
                self.out.problems.warning(line, message, help);
                continue;
            };
            if credential::is_name(&file[name.clone()]) {
                self.variables.hide(value.clone(), self.out);
            }
            let mut weaver = Weaver::new(file, value.start);
            self.variables.substitute(value, &mut weaver, self.out);
            headers.push(Header {
                name: Piece::straight(file, name),
                value: weaver.finish(),
            });
        }
        headers
    }

    fn body(&mut self, headers: &[Header<'t>]) -> Result<Option<Body<'t>>, Unread> {
        let file = self.out.file;
        let stretch = self.body_stretch();
        if stretch.is_empty() {
            return Ok(None);
        }
        let media_type = header(headers, "content-type");
        let media_type = media_type.and_then(|value| media_type_of(value));
        if media_type.as_deref().is_some_and(is_multipart) {
            self.out.problems.warning(stretch, MULTIPART, "");
            return Err(Unread::NotRead);
        }
        let first = file[stretch.clone()].trim_ascii_start();
        if first.starts_with(b"< ") || first.starts_with(b"<@") {
            let message = "the file that is sent is not read";
            let help = "check that file itself, or write its text in its place";
            self.out.problems.warning(stretch, message, help);
            return Err(Unread::NotRead);
        }
        let mut weaver = Weaver::new(file, stretch.start);
        let mut unknown = Vec::new();
        if media_type.as_deref() == Some(FORM) {
            // The lines of a form are one.
            for line in lines(file, stretch) {
                let line = trimmed(file, line);
                for value in credential::in_parameters(&file[line.clone()]) {
                    let value = line.start + value.start..line.start + value.end;
                    self.variables.hide(value, self.out);
                }
                unknown.extend(self.variables.substitute(line, &mut weaver, self.out));
            }
        } else {
            unknown = self.variables.substitute(stretch, &mut weaver, self.out);
        }
        self.unknown(unknown, "the body");
        let text = weaver.finish();
        Ok(Some(Body { media_type, text }))
    }

    /// From here to a response handler, a recorded reply, or the end.
    fn body_stretch(&mut self) -> Range<usize> {
        let file = self.out.file;
        let mut start = None;
        let mut end = self.end;
        for line in lines(file, self.next_line()..self.end) {
            let text = file[line.clone()].trim_ascii();
            if is_behind_the_body(text) {
                end = line.start;
                break;
            }
            if !text.is_empty() {
                start.get_or_insert(line.start);
            }
        }
        self.at = end;
        trimmed_end(file, start.unwrap_or(end)..end)
    }

    /// The reply that is recorded behind the request.
    fn reply(&mut self) -> Option<Reply<'t>> {
        let file = self.out.file;
        let status = |line: &Range<usize>| reply_status(&file[line.clone()]);
        let line = lines(file, self.at..self.end).find(|line| status(line).is_some())?;
        let head = Head::read(line.end, self.end, self.out);
        self.out.secret_headers(&head.headers);
        let text = Piece::straight(file, trimmed_end(file, head.end..self.end));
        Some(Reply {
            status: status(&line),
            body: checked(text, &head.headers, self.out).ok().flatten(),
        })
    }
}

fn media_type_of(value: &Piece<'_>) -> Option<String> {
    media_type(value.text())
}

/// The method of a request line, where it has one, and the rest.
fn method<'t>(file: &'t [u8], line: &Range<usize>) -> (Option<Piece<'t>>, Range<usize>) {
    let text = &file[line.clone()];
    let blank = memchr::memchr2(b' ', b'\t', text).unwrap_or(text.len());
    let word = &text[..blank];
    let capitals = !word.is_empty() && word.iter().all(u8::is_ascii_uppercase);
    if !capitals && !is_method(&word.to_ascii_uppercase()) {
        return (None, line.clone());
    }
    let method = line.start..line.start + blank;
    let rest = trimmed(file, method.end..line.end);
    (Some(Piece::straight(file, method)), rest)
}

/// A stretch without the HTTP version at its end.
fn without_version(file: &[u8], stretch: Range<usize>) -> Range<usize> {
    let text = &file[stretch.clone()];
    let blank = memchr::memrchr2(b' ', b'\t', text);
    match blank {
        Some(blank) if text[blank + 1..].starts_with(b"HTTP/") => {
            trimmed(file, stretch.start..stretch.start + blank)
        }
        _ if text.starts_with(b"HTTP/") => stretch.start..stretch.start,
        _ => stretch,
    }
}

/// Whether a line stands behind the body: a response handler, a reference to a recorded reply, or
/// such a reply.
fn is_behind_the_body(line: &[u8]) -> bool {
    let handler: [&[u8]; 5] = [b"> ", b">{%", b">>", b"<>", b"> {%"];
    handler.iter().any(|start| line.starts_with(start)) || reply_status(line).is_some()
}
