//! What is found underlines what it speaks of, also where that is percent-encoded.
//!
//! Findings inside a parameter say where they are twice: as a JSON Pointer, and as a stretch of the
//! file. Both are followed here, the stretch by decoding it with `form_urlencoded`.

use crate::schema;
use carnet_core::{Artifact, Finding, RuleId};
use carnet_validate::Context;
use serde_json::Value;

/// What is wrong with the span of a finding about a URL or a form.
pub(crate) fn fault(finding: &Finding, artifact: Artifact, text: &[u8]) -> Option<String> {
    let Some(span) = finding.span else {
        return Some("no span".to_owned());
    };
    let (start, end) = (span.start.offset, span.end.offset);
    let Some(stretch) = text.get(start..end) else {
        return Some("the span is not in the text".to_owned());
    };
    if let Ok(text) = str::from_utf8(text)
        && !(text.is_char_boundary(start) && text.is_char_boundary(end))
    {
        return Some("the span cuts a character".to_owned());
    }
    if finding.rule == RuleId::InvalidUtf8 {
        // What no text is cannot be compared with one.
        return None;
    }
    if finding.rule == RuleId::LostPlus {
        return (stretch != b"+").then(|| "no plus sign is underlined".to_owned());
    }
    let name = finding.at.parameter.as_ref()?;
    let query = text.split(|&byte| byte == b'?').next_back()?;
    if form_urlencoded::parse(query)
        .filter(|(known, _)| known == name)
        .count()
        > 1
    {
        // Which of them it is about, a place does not say.
        return None;
    }
    let parameters = schema::instance(artifact, text, &Context::default()).ok()?;
    let value = parameters.get(name)?.as_str()?;
    // Where the JSON is broken, so may be what a place means.
    let tree: Value = serde_json::from_str(value).ok()?;
    let pointer = &finding.at.pointer;
    let decoded = decode(stretch);
    if pointer.is_empty() || means(&tree, pointer, &decoded) {
        return None;
    }
    Some(format!("{pointer} is not what `{decoded}` is"))
}

/// Whether a stretch of JSON is the value at a place, or its key, or, where there is no value, the
/// bracket of what it is missing in.
fn means(tree: &Value, pointer: &str, stretch: &str) -> bool {
    let value = tree.pointer(pointer);
    if value.is_none() && ["{", "["].contains(&stretch) {
        return true;
    }
    let Ok(stretch) = serde_json::from_str::<Value>(stretch) else {
        return false;
    };
    let key = pointer.rsplit('/').next().unwrap_or_default();
    let key = key.replace("~1", "/").replace("~0", "~");
    value == Some(&stretch) || stretch == key
}

/// Decodes one value.
fn decode(stretch: &[u8]) -> String {
    let pair = [b"=", stretch].concat();
    let mut pairs = form_urlencoded::parse(&pair);
    pairs
        .next()
        .map_or_else(String::new, |(_, value)| value.into_owned())
}

#[test]
fn places_are_told_from_others() {
    let tree: Value = serde_json::from_str(r#"{"a b":{"c":"x"},"d":[1,2]}"#).expect("JSON");
    for (pointer, stretch, meant) in [
        ("/a b/c", r#""x""#, true),
        ("/a b/c", r#""c""#, true),
        ("/a b/c", r#""d""#, false),
        ("/a b/c", "{", false),
        ("/a b/e", "{", true),
        ("/a b/e", r#""e""#, true),
        ("/d/1", "2", true),
        ("/d/1", "1", false),
        ("/d/1", "2]", false),
    ] {
        assert_eq!(means(&tree, pointer, stretch), meant, "{pointer} {stretch}");
    }
    assert_eq!(decode(b"%22a+b%22"), "\"a b\"");
}
