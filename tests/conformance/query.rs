//! Parameters as the cases write them: `«0xFF»` in one stands for that byte.

use carnet_testing::{JsonText, query};

/// The members of an object as `name=value` pairs: texts bare, everything else as JSON.
pub(crate) fn of(parameters: &JsonText) -> String {
    bytes(&query::of(parameters))
}

/// A text, percent-encoded.
pub(crate) fn encoded(text: &str) -> String {
    bytes(&query::encoded(text))
}

/// Puts the bytes in the place of `«0xFF»`, which is encoded by now.
fn bytes(encoded: &str) -> String {
    let mut out = String::new();
    let mut rest = encoded;
    while let Some((before, after)) = rest.split_once("%C2%AB0x") {
        let (digits, behind) = after.split_once("%C2%BB").expect("« has its »");
        out.extend([before, "%", digits]);
        rest = behind;
    }
    out + rest
}
