//! Text that Markdown does not read as markup.

/// Prose in which only pairs of backticks mean something.
pub(super) fn prose(text: &str) -> String {
    if text.matches('`').count() % 2 == 1 {
        return escaped(&text.replace('`', "'"));
    }
    let parts = text.split('`').enumerate().map(|(at, part)| match at % 2 {
        0 => escaped(part),
        _ => code(part),
    });
    parts.collect()
}

/// A code span.
pub(super) fn code(text: &str) -> String {
    // A bar in a table ends the cell even within code.
    format!("`{}`", text.replace('|', "\\|"))
}

/// A cell of a table that is prose.
pub(super) fn cell(text: &str) -> String {
    prose(text).replace('\n', " ")
}

/// A code block, whatever stands in it.
pub(super) fn block(language: &str, text: &str) -> String {
    let fence = if text.contains("```") { "````" } else { "```" };
    format!("{fence}{language}\n{}\n{fence}\n", text.trim_end())
}

/// URLs are links, other words are prose.
pub(super) fn linked(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        if word.starts_with("https://") {
            let end = word.trim_end_matches([',', ';', ')', '.']);
            format!("<{end}>{}", &word[end.len()..])
        } else {
            word.to_owned()
        }
    });
    let words: Vec<_> = words.collect();
    // Links first, so that what stands between them keeps its backticks in pairs.
    let text = words.join(" ");
    let mut shown = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("<https://") {
        let (link, after) = after.split_once('>').unwrap_or((after, ""));
        shown += &prose(before);
        shown.extend(["<https://", link, ">"]);
        rest = after;
    }
    shown + &prose(rest)
}

fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '<' => shown.push_str("&lt;"),
            '*' | '_' | '[' | ']' | '|' | '\\' | '~' | '#' | '$' => shown.extend(['\\', c]),
            _ => shown.push(c),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{linked, prose};

    #[test]
    fn prose_keeps_code_and_nothing_else() {
        assert_eq!(prose("a map<k> of `x_y`, *"), r"a map&lt;k> of `x_y`, \*");
        assert_eq!(prose("`a|b`"), r"`a\|b`");
        assert_eq!(prose("an odd ` one_"), r"an odd ' one\_");
    }

    #[test]
    fn urls_become_links() {
        assert_eq!(
            linked("see https://example.com/a_b, `x`"),
            "see <https://example.com/a_b>, `x`"
        );
    }
}
