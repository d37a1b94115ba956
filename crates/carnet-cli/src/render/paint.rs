//! Colour and control characters of text for people.

use anstyle::{AnsiColor, Style};
use std::borrow::Cow;
use std::fmt::Write as _;

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const INFO: Style = AnsiColor::BrightBlue.on_default().bold();
const LABEL: Style = AnsiColor::BrightCyan.on_default().bold();
const BOLD: Style = Style::new().bold();

/// Puts colour on text, or not.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint {
    colour: bool,
}

impl Paint {
    /// Paints only when `colour` says so.
    pub(crate) const fn when(colour: bool) -> Self {
        Self { colour }
    }

    fn style(self, style: Style, text: &str) -> String {
        if self.colour {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }

    /// As an error is painted.
    pub(crate) fn error(self, text: &str) -> String {
        self.style(ERROR, text)
    }

    /// As a finding of this severity is painted.
    pub(crate) fn severity(self, severity: carnet_core::Severity, text: &str) -> String {
        let style = match severity {
            carnet_core::Severity::Error => ERROR,
            carnet_core::Severity::Warning => WARNING,
            carnet_core::Severity::Info => INFO,
        };
        self.style(style, text)
    }

    /// As the word before a note is painted.
    pub(crate) fn label(self, text: &str) -> String {
        self.style(LABEL, text)
    }

    /// Bold.
    pub(crate) fn bold(self, text: &str) -> String {
        self.style(BOLD, text)
    }
}

/// The text with every character escaped that a terminal would act upon.
///
/// Keys and values of a payload end up in messages; none may move the cursor, change colours or
/// turn the direction of writing.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if acts(c) {
            // Writing to a `String` cannot fail.
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn control_and_direction_are_spelt_out() {
        assert_eq!(visible("Zürich 東京"), "Zürich 東京");
        assert_eq!(
            visible("a\u{1b}[31m\n\u{202e}b"),
            r"a\u{1b}[31m\u{a}\u{202e}b"
        );
    }
}
