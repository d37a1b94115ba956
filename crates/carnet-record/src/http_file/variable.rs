//! The variables of a request file: `@name = value`, used as `{{name}}`.

use crate::credential;
use crate::piece::Weaver;
use crate::recording::{Collector, trimmed};
use std::collections::BTreeMap;
use std::ops::Range;

/// What all values together may add beyond the length of the file: definitions that use one another
/// can grow without end.
const BUDGET: usize = 1 << 20;

/// The variables that a file defines.
pub(super) struct Variables {
    values: BTreeMap<Vec<u8>, Value>,
    budget: usize,
}

struct Value {
    text: Vec<u8>,
    /// Where it is defined.
    span: Range<usize>,
}

impl Variables {
    pub(super) fn new(file: &[u8]) -> Self {
        Self {
            values: BTreeMap::new(),
            budget: file.len().saturating_add(BUDGET),
        }
    }

    /// Takes the definition in a line.
    pub(super) fn define(&mut self, line: Range<usize>, out: &mut Collector<'_>) {
        let file = out.file;
        let Some(equals) = memchr::memchr(b'=', &file[line.clone()]) else {
            let message = "this variable has no value";
            out.problems.warning(line, message, "write `@name = value`");
            return;
        };
        let name = trimmed(file, line.start + 1..line.start + equals);
        let span = trimmed(file, line.start + equals + 1..line.end);
        if credential::is_name(&file[name.clone()]) {
            out.secret(span.clone());
        }
        let mut weaver = Weaver::new(file, span.start);
        self.substitute(span.clone(), &mut weaver, out);
        let text = weaver.finish().text().to_vec();
        self.values
            .insert(file[name].to_vec(), Value { text, span });
    }

    /// Appends a stretch of the file with the values of its variables; tells where those stand that
    /// have none.
    pub(super) fn substitute<'t>(
        &mut self,
        stretch: Range<usize>,
        weaver: &mut Weaver<'t>,
        out: &mut Collector<'t>,
    ) -> Vec<Range<usize>> {
        let mut unknown = Vec::new();
        let mut at = stretch.start;
        for variable in uses(out.file, stretch.clone()) {
            weaver.copy(at..variable.start);
            at = variable.end;
            let name = trimmed(out.file, variable.start + 2..variable.end - 2);
            let value = self.values.get(&out.file[name]);
            if let Some(value) = value.filter(|value| value.text.len() <= self.budget) {
                weaver.stand(&value.text, variable);
                self.budget -= value.text.len();
            } else {
                weaver.copy(variable.clone());
                unknown.push(variable);
            }
        }
        weaver.copy(at..stretch.end);
        unknown
    }

    /// A credential is written here: the values of its variables are one, too.
    pub(super) fn hide(&self, stretch: Range<usize>, out: &mut Collector<'_>) {
        for variable in uses(out.file, stretch) {
            let name = trimmed(out.file, variable.start + 2..variable.end - 2);
            if let Some(value) = self.values.get(&out.file[name]) {
                out.secret(value.span.clone());
            }
        }
    }
}

/// Every `{{…}}` of a stretch that stands in one line.
fn uses(file: &[u8], stretch: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = stretch.start;
    while let Some(open) = memchr::memmem::find(&file[at..stretch.end], b"{{") {
        let open = at + open;
        let rest = &file[open + 2..stretch.end];
        let stop = rest
            .iter()
            .position(|byte| matches!(byte, b'}' | b'{' | b'\n' | b'"'));
        let end = open + 2 + stop.unwrap_or(rest.len());
        if file[end..stretch.end].starts_with(b"}}") {
            found.push(open..end + 2);
            at = end + 2;
        } else {
            // JSON has such braces as well.
            at = open + 1;
        }
    }
    found
}
