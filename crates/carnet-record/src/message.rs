//! HTTP/1.1 messages as they travel (RFC 9112): requests, replies, one after the other.
//!
//! Files are edited and line ends get lost: a body whose length is not what the message says is
//! told, and ends where the next message begins.

pub(crate) mod body;
mod chunk;
pub(crate) mod head;

use crate::exchange::{Body, Reply, Request, Unread, header};
use crate::format::is_start_line;
use crate::piece::{Piece, Weaver};
use crate::recording::{Collector, lines};
use head::Head;
use std::ops::Range;

pub(crate) fn read(start: usize, out: &mut Collector<'_>) {
    let mut at = start;
    while let Some(line) = lines(out.file, at..out.file.len()).find(|line| !line.is_empty()) {
        out.begin();
        at = if is_start_line(out.bytes(line.clone())) {
            message(line, out)
        } else {
            let message = "no HTTP message begins with this line";
            let help = "begin with `POST /path HTTP/1.1` or `HTTP/1.1 200 OK`";
            out.problems.error(line.clone(), message, help);
            out.problems.abandon();
            next_message(out.file, line.end)
        };
    }
    out.leave();
}

/// Where the next message begins behind `from`, or the end of the file.
fn next_message(file: &[u8], from: usize) -> usize {
    let mut rest = lines(file, from..file.len());
    let found = rest.find(|line| line.start > from && is_start_line(&file[line.clone()]));
    found.map_or(file.len(), |line| line.start)
}

/// Reads the message that begins with `line`, and tells where the next may begin.
fn message(line: Range<usize>, out: &mut Collector<'_>) -> usize {
    let status = reply_status(out.bytes(line.clone()));
    if let Some(status) = status
        && let Some(last) = out.last()
        && last.reply.is_none()
        && status >= 200
    {
        out.problems.exchange = Some(last_index(out));
    }
    let head = Head::read(line.end, out.file.len(), out);
    let (text, end) = body_text(&head, status, out);
    let body = match text {
        Ok(Some(text)) => body::checked(text, &head.headers, out),
        Ok(None) => Ok(None),
        Err(unread) => Err(unread),
    };
    let span = line.start..end;
    match status {
        // More follows: this was no reply yet.
        Some(100..200) => {}
        Some(status) => reply(status, body.ok().flatten(), span, &head, out),
        None => request(line, body, span, head, out),
    }
    end
}

fn last_index(out: &mut Collector<'_>) -> usize {
    out.last().map_or(0, |last| last.index)
}

/// The status of a line that begins a reply.
pub(crate) fn reply_status(line: &[u8]) -> Option<u16> {
    let mut words = line.split(|&byte| byte == b' ');
    words.next().filter(|word| word.starts_with(b"HTTP/"))?;
    std::str::from_utf8(words.next()?).ok()?.parse().ok()
}

fn reply<'t>(
    status: u16,
    body: Option<Body<'t>>,
    span: Range<usize>,
    head: &Head<'t>,
    out: &mut Collector<'t>,
) {
    out.secret_headers(&head.headers);
    let reply = Reply {
        status: Some(status),
        body,
    };
    match out.last() {
        Some(last) if last.reply.is_none() => {
            last.span.end = span.end;
            last.reply = Some(reply);
        }
        _ => out.push(None, span, None, Some(reply)),
    }
}

fn request<'t>(
    line: Range<usize>,
    body: Result<Option<Body<'t>>, Unread>,
    span: Range<usize>,
    head: Head<'t>,
    out: &mut Collector<'t>,
) {
    let file = out.file;
    let text = out.bytes(line.clone());
    let blank = memchr::memchr(b' ', text).unwrap_or(text.len());
    let version = memchr::memrchr(b' ', text).unwrap_or(blank);
    let method = line.start..line.start + blank;
    let target = line.start + version.min(blank + 1)..line.start + version;
    if target.is_empty() {
        let message = "the request line has no target";
        let help = "write `POST /path HTTP/1.1`";
        out.problems.error(line, message, help);
        return out.problems.abandon();
    }
    let target = Piece::straight(file, target);
    let host = header(&head.headers, "host");
    let url = url(file, &target, host);
    if url.is_none() && target.text().starts_with(b"/") {
        let help = "add the line `Host: name` behind the request line";
        out.problems
            .error(line, "the request does not say its host", help);
    }
    let request = Request {
        method: Some(Piece::straight(file, method)),
        url: url.unwrap_or(target),
        headers: head.headers,
        unread: body.as_ref().err().copied(),
        body: body.ok().flatten(),
    };
    out.push(None, span, Some(request), None);
}

/// The URL of a path, with the host from its header; `None` where the target is no path or no host
/// is known.
pub(crate) fn url<'t>(
    file: &'t [u8],
    target: &Piece<'t>,
    host: Option<&Piece<'t>>,
) -> Option<Piece<'t>> {
    let host = host.filter(|host| !host.text().is_empty())?;
    target.text().first().filter(|&&byte| byte == b'/')?;
    let scheme: &[u8] = if host.text().ends_with(b":80") {
        b"http://"
    } else {
        b"https://"
    };
    let at = host.full_span().start;
    let mut weaver = Weaver::new(file, at);
    // A host may be written with its scheme in request files.
    if memchr::memmem::find(host.text(), b"://").is_none() {
        weaver.stand(scheme, at..at);
    }
    weaver.piece(host);
    weaver.piece(target);
    Some(weaver.finish())
}

/// The bytes of the body, and where the message ends.
fn body_text<'t>(
    head: &Head<'t>,
    status: Option<u16>,
    out: &mut Collector<'t>,
) -> (Result<Option<Piece<'t>>, Unread>, usize) {
    let (file, start) = (out.file, head.end);
    if matches!(status, Some(204 | 304)) {
        return (Ok(None), start);
    }
    let chunked = header(&head.headers, "transfer-encoding");
    if chunked.is_some_and(|value| value.text().to_ascii_lowercase().ends_with(b"chunked")) {
        match chunk::read(file, start) {
            Ok((text, end)) => return (Ok(Some(text)), end),
            Err(at) => {
                let message = "the body is said to be chunked, and no chunk begins here";
                let help = "write the length of the chunk in hexadecimal, or the body as it is \
                            and no Transfer-Encoding";
                out.problems.error(at..at, message, help);
                return (Err(Unread::NotRead), next_message(file, start));
            }
        }
    }
    let length = header(&head.headers, "content-length");
    let said = length.and_then(|length| std::str::from_utf8(length.text()).ok());
    let said = said.and_then(|said| said.parse::<usize>().ok());
    let end = said.and_then(|said| start.checked_add(said));
    if let Some(end) = end.filter(|&end| ends_a_message(file, end)) {
        return (Ok(Some(Piece::straight(file, start..end))), end);
    }
    let stop = next_message(file, start.saturating_sub(1));
    let whole = trimmed_end(file, start..stop);
    if let Some(length) = length {
        let message = format!(
            "Content-Length is not the length of the body, {}",
            whole.len()
        );
        let help = format!("write {}", whole.len());
        out.problems.warning(length.full_span(), message, &help);
    }
    (Ok(Some(Piece::straight(file, whole))), stop)
}

/// Whether a message may end here: nothing follows, or another message.
fn ends_a_message(file: &[u8], end: usize) -> bool {
    if end > file.len() {
        return false;
    }
    let mut rest = lines(file, end..file.len());
    let next = rest.find(|line| !file[line.clone()].trim_ascii().is_empty());
    next.is_none_or(|line| is_start_line(&file[line]))
}

/// A stretch without the line ends behind it.
pub(crate) fn trimmed_end(file: &[u8], stretch: Range<usize>) -> Range<usize> {
    let text = file.get(stretch.clone()).unwrap_or_default();
    stretch.start..stretch.start + text.trim_ascii_end().len()
}
