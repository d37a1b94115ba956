//! Whether bytes are a text.

/// The bytes as UTF-8, if they are.
pub(crate) fn text(bytes: &[u8]) -> Option<&str> {
    #[cfg(feature = "simd")]
    let text = simdutf8::basic::from_utf8(bytes);
    #[cfg(not(feature = "simd"))]
    let text = std::str::from_utf8(bytes);
    text.ok()
}
