//! Single values, before they are written.

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

    pub(super) fn is_null(self) -> bool {
        matches!(self, Self::Json("null"))
    }

    pub(super) fn is_empty(self) -> bool {
        matches!(self, Self::Text("") | Self::Json("\"\""))
    }

    pub(super) fn is_true(self) -> bool {
        matches!(self, Self::Json("true"))
    }

    /// Appends the JSON of it.
    pub(super) fn append(self, to: &mut Vec<u8>) {
        let mut out = Writer::new(to);
        match self {
            Self::Text(text) => out.string(text),
            Self::Json(json) => out.raw(json),
        }
    }
}

fn is_json(json: &str, value: &Value) -> bool {
    let mut scan = Scan::new(json);
    match json.as_bytes().first() {
        // What is noted of their members would be lost.
        Some(b'{' | b'[') => matches!(value, Value::Any) && scan.any(0, 0) == Some(json.len()),
        _ => scan.value(value, 0) == Some(json.len()),
    }
}
