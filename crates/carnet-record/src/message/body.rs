//! What a body is, and whether it can be read.

use crate::exchange::{Body, Header, Unread, header, media_type};
use crate::piece::Piece;
use crate::recording::Collector;

/// A body with its media type.
///
/// # Errors
/// Where it is multipart or compressed; a problem says so.
pub(crate) fn checked<'t>(
    text: Piece<'t>,
    headers: &[Header<'t>],
    out: &mut Collector<'t>,
) -> Result<Option<Body<'t>>, Unread> {
    let encoding = header(headers, "content-encoding");
    let encoding = encoding.filter(|value| !value.text().eq_ignore_ascii_case(b"identity"));
    let kind = header(headers, "content-type");
    if text.text().is_empty() {
        return Ok(None);
    }
    // Tools that record often keep the header and save the text.
    let is_text = encoding.is_none() || std::str::from_utf8(text.text()).is_ok();
    if let Some(encoding) = encoding.filter(|_| !is_text) {
        let message = "a compressed body is not read";
        let help = "record it without the header Accept-Encoding, or decompress it";
        out.problems.warning(encoding.full_span(), message, help);
        return Err(Unread::NotRead);
    }
    let media_type = kind.and_then(|value| media_type(value.text()));
    if media_type.as_deref().is_some_and(is_multipart) {
        let span = kind.map_or(0..0, Piece::full_span);
        out.problems.warning(span, MULTIPART, "");
        return Err(Unread::NotRead);
    }
    Ok(Some(Body { media_type, text }))
}

/// What is told of a multipart body.
pub(crate) const MULTIPART: &str = "a multipart body is not read";

/// Whether a media type is that of several parts.
pub(crate) fn is_multipart(media_type: &str) -> bool {
    media_type.starts_with("multipart/")
}
