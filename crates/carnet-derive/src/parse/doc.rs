//! Doc comments as descriptions.

use crate::symbol;
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

/// The doc comment: the lines of a paragraph joined by blanks, paragraphs kept apart.
pub(crate) fn description(attrs: &[Attribute]) -> String {
    let mut paragraphs = vec![Vec::new()];
    for line in attrs.iter().filter_map(text).flat_map(|text| lines(&text)) {
        match paragraphs.last_mut() {
            Some(paragraph) if !line.is_empty() => paragraph.push(line),
            Some(paragraph) if paragraph.is_empty() => {}
            _ => paragraphs.push(Vec::new()),
        }
    }
    let paragraphs: Vec<_> = paragraphs
        .iter()
        .filter(|paragraph| !paragraph.is_empty())
        .map(|paragraph| paragraph.join(" "))
        .collect();
    paragraphs.join("\n\n")
}

/// The lines of one comment, trimmed. Those of a block comment may begin with an asterisk.
fn lines(text: &str) -> Vec<String> {
    let is_block = text.contains('\n');
    text.split('\n')
        .map(str::trim)
        .map(|line| {
            if is_block {
                line.strip_prefix('*').unwrap_or(line).trim()
            } else {
                line
            }
        })
        .map(str::to_owned)
        .collect()
}

fn text(attr: &Attribute) -> Option<String> {
    match &attr.meta {
        Meta::NameValue(meta) if meta.path.is_ident(symbol::DOC) => match &meta.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::description;
    use syn::{DeriveInput, parse_quote};

    #[test]
    fn lines_are_joined_and_paragraphs_kept() {
        let input: DeriveInput = parse_quote! {
            /// First line,
            ///   second line.
            ///
            ///
            /// Second paragraph.
            #[doc(hidden)]
            struct S;
        };
        assert_eq!(
            description(&input.attrs),
            "First line, second line.\n\nSecond paragraph."
        );
    }

    #[test]
    fn block_comments_lose_their_asterisks() {
        let input: DeriveInput = parse_quote! {
            /** First line,
             * second line.
             *
             * Second paragraph. */
            struct S;
        };
        assert_eq!(
            description(&input.attrs),
            "First line, second line.\n\nSecond paragraph."
        );
    }

    #[test]
    fn no_comment_is_no_description() {
        assert_eq!(description(&[]), "");
    }
}
