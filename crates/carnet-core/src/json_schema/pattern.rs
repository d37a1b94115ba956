//! Regular expressions as JSON Schema writes them.

/// An ECMA-262 pattern for a text in any case.
pub(super) fn any_case(text: &str) -> String {
    let letter = |c: char| {
        let cases = c.to_uppercase().chain(c.to_lowercase());
        let (lower, upper) = (c.to_lowercase(), c.to_uppercase());
        if lower.eq(upper) {
            escape(c)
        } else {
            format!("[{}]", cases.collect::<String>())
        }
    };
    text.chars().map(letter).collect()
}

/// An ECMA-262 pattern for one character.
fn escape(c: char) -> String {
    if r"\^$.*+?()[]{}|/".contains(c) {
        format!("\\{c}")
    } else {
        c.to_string()
    }
}

/// An ECMA-262 pattern for texts that begin with these characters.
///
/// # Example
/// ```
/// assert_eq!(carnet_core::json_schema::prefix_pattern("2."), r"^2\.");
/// ```
#[must_use]
pub fn prefix_pattern(prefix: &str) -> String {
    format!("^{}", prefix.chars().map(escape).collect::<String>())
}
