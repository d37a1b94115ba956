//! JSON that is known beforehand.

use proc_macro2::TokenStream;
use quote::quote;
use std::fmt::Write as _;
use syn::Path;

/// The key of a member, between a comma and a colon.
pub(crate) fn key(root: &Path, name: &str) -> TokenStream {
    token(root, &format!(",{}:", quoted(name)))
}

fn token(root: &Path, json: &str) -> TokenStream {
    let encoded = encoded(json);
    quote!(#root::json::Token { json: #json, encoded: #encoded })
}

/// A text as JSON.
fn quoted(text: &str) -> String {
    let mut json = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            '\u{8}' => json.push_str("\\b"),
            '\t' => json.push_str("\\t"),
            '\n' => json.push_str("\\n"),
            '\u{c}' => json.push_str("\\f"),
            '\r' => json.push_str("\\r"),
            ..'\u{20}' => {
                // A string takes everything.
                let _ = write!(json, "\\u{:04x}", u32::from(c));
            }
            _ => json.push(c),
        }
    }
    json.push('"');
    json
}

/// A text percent-encoded: all but RFC 3986's unreserved characters (section 2.3).
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
