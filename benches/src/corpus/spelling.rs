//! The same payload as another program would write it.

use carnet_testing::JsonText;
use fastrand::Rng;
use std::fmt::Write as _;

/// The members of every object in another order.
pub(super) fn shuffle(tree: &mut JsonText, rng: &mut Rng) {
    match tree {
        JsonText::Scalar(_) => {}
        JsonText::Array(items) => {
            for item in items {
                shuffle(item, rng);
            }
        }
        JsonText::Object(members) => {
            rng.shuffle(members);
            for (_, value) in members {
                shuffle(value, rng);
            }
        }
    }
}

/// A line for every value, indented by two blanks a level.
pub(super) fn pretty(tree: &JsonText) -> String {
    let mut text = String::new();
    indent(tree, 1, &mut text);
    text.push('\n');
    text
}

fn indent(tree: &JsonText, level: usize, text: &mut String) {
    let brackets = match tree {
        JsonText::Array(items) if !items.is_empty() => ["[", "]"],
        JsonText::Object(members) if !members.is_empty() => ["{", "}"],
        _ => return text.push_str(&tree.to_string()),
    };
    let line = |text: &mut String, level: usize, first: bool| {
        text.push_str(if first { "\n" } else { ",\n" });
        text.extend((0..level).map(|_| "  "));
    };
    text.push_str(brackets[0]);
    match tree {
        JsonText::Scalar(_) => {}
        JsonText::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                line(text, level, i == 0);
                indent(item, level + 1, text);
            }
        }
        JsonText::Object(members) => {
            for (i, (key, value)) in members.iter().enumerate() {
                line(text, level, i == 0);
                text.push_str(key);
                text.push_str(": ");
                indent(value, level + 1, text);
            }
        }
    }
    line(text, level - 1, true);
    text.push_str(brackets[1]);
}

/// The text with an escape for everything that is not ASCII.
pub(super) fn ascii(text: &[u8]) -> Vec<u8> {
    let text = str::from_utf8(text).expect("what is written is UTF-8");
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii() {
            plain.push(letter);
        } else {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                // Writing into a string does not fail.
                let _ = write!(plain, "\\u{unit:04x}");
            }
        }
    }
    plain.into_bytes()
}
