//! Single values, before they are written.

use crate::clean::program::{Texts, Value};
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
            Self::Text(text) => is_text(&Str::plain(text), value),
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

fn is_text(text: &Str<'_>, value: &Value) -> bool {
    match value {
        Value::Text(texts) => texts.hold(text),
        Value::Word(words) => words.hold(text),
        Value::Any => true,
        Value::Either(values) => values.iter().any(|value| is_text(text, value)),
        Value::Union(union) => {
            let holds = |texts: &Texts| texts.hold(text);
            let common = union.common.as_ref();
            common.is_none_or(|(texts, _)| holds(texts))
                && (union.texts.iter().any(holds)
                    || union.others.iter().any(|value| is_text(text, value)))
        }
        _ => false,
    }
}

fn is_json(json: &str, value: &Value) -> bool {
    let mut scan = Scan::new(json.as_bytes());
    match json.as_bytes().first() {
        // What is noted of their members would be lost.
        Some(b'{' | b'[') => matches!(value, Value::Any) && scan.any(0, 0) == Some(json.len()),
        _ => scan.value(value, 0) == Some(json.len()),
    }
}
