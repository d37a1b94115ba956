//! What stands between two `###`: its name and its definitions, and where the request begins.

use crate::recording::{lines, trimmed};
use std::ops::Range;

/// What stands between two `###`.
pub(super) struct Block {
    pub(super) name: Option<String>,
    /// The lines that define variables.
    pub(super) definitions: Vec<Range<usize>>,
    /// The request line, where there is one.
    pub(super) line: Option<Range<usize>>,
    pub(super) end: usize,
}

impl Block {
    /// Reads what stands before the request line.
    pub(super) fn read(file: &[u8], title: Range<usize>, stretch: Range<usize>) -> Self {
        let name = |range: Range<usize>| {
            let text = String::from_utf8_lossy(&file[trimmed(file, range)]).into_owned();
            Some(text).filter(|text| !text.is_empty())
        };
        let mut block = Self {
            name: name(title),
            definitions: Vec::new(),
            line: None,
            end: stretch.end,
        };
        let mut in_script = false;
        for line in lines(file, stretch) {
            let line = trimmed(file, line);
            let text = &file[line.clone()];
            if in_script || text.starts_with(b"< {%") || text.starts_with(b"<{%") {
                in_script = memchr::memmem::find(text, b"%}").is_none();
            } else if let Some(after) = comment(text) {
                let rest = trimmed(file, line.start + after..line.end);
                let given = file[rest.clone()].strip_prefix(b"@name");
                if let Some(given) =
                    given.filter(|given| given.first().is_some_and(|byte| b" \t=".contains(byte)))
                {
                    let begin = rest.end - given.len();
                    let equals = given.trim_ascii_start().starts_with(b"=");
                    let skip = given.len() - given.trim_ascii_start().len() + usize::from(equals);
                    block.name = name(begin + skip..rest.end).or(block.name);
                }
            } else if text.starts_with(b"@") {
                block.definitions.push(line);
            } else if text.starts_with(b"import ") || text.starts_with(b"run ") {
                // Another file, which is not read.
            } else if !text.is_empty() {
                block.line = Some(line);
                break;
            }
        }
        block
    }
}

/// Where the text of a comment begins, if a line is one.
pub(super) fn comment(line: &[u8]) -> Option<usize> {
    if line.starts_with(b"#") {
        return Some(1);
    }
    line.starts_with(b"//").then_some(2)
}
