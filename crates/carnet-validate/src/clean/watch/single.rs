//! Single values, before they are written.

use super::cursor::Step;
use crate::clean::program::Value;
use crate::clean::scan::Scan;
use crate::clean::text::Str;
use carnet_core::json::Writer;

/// A value that is no object and no array whose members or items are told of one by one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Single<'e> {
    /// A text, without quotes and escapes.
    Text(&'e str),
    /// Anything else, as it is written.
    Json(&'e str),
}

impl Single<'_> {
    /// Whether it is a clean value.
    pub(super) fn holds(self, value: &Value) -> bool {
        match self {
            Self::Text(text) => value.takes_text(Str::plain(text)),
            Self::Json(json) => is_json(json, value),
        }
    }

    /// What a bare parameter has of it.
    pub(super) const fn written(&self) -> &[u8] {
        let (Self::Text(text) | Self::Json(text)) = self;
        text.as_bytes()
    }

    /// The step to it.
    pub(super) fn step(self) -> Step {
        match self {
            Self::Text("") | Self::Json("\"\"") => Step::Empty,
            Self::Json("null") => Step::Null,
            Self::Json("true") => Step::True,
            _ => Step::Value,
        }
    }

    /// Appends the JSON of it.
    pub(super) fn append(self, to: &mut String) {
        match self {
            Self::Json(json) => to.push_str(json),
            Self::Text(text) if !is_plain(text) => {
                let mut quoted = Vec::new();
                Writer::new(&mut quoted).string(text);
                to.push_str(std::str::from_utf8(&quoted).unwrap_or_default());
            }
            Self::Text(text) => {
                to.push('"');
                to.push_str(text);
                to.push('"');
            }
        }
    }
}

/// Whether a text stands between quotes as it is.
pub(super) fn is_plain(text: &str) -> bool {
    Scan::new(text).plain(0) == text.len()
}

fn is_json(json: &str, value: &Value) -> bool {
    let mut scan = Scan::new(json);
    match json.as_bytes().first() {
        // What is noted of their members would be lost.
        Some(b'{' | b'[') => matches!(value, Value::Any) && scan.any(0, 0) == Some(json.len()),
        _ => scan.value(value, 0) == Some(json.len()),
    }
}
