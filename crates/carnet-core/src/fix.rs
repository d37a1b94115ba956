//! What to change in a text so that a finding is gone.

use std::ops::Range;

/// Changes to a text that belong together: all of them, or none.
///
/// No change touches a credential, and none writes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Whether the text means the same afterwards.
    pub safety: Safety,
    /// The changes, in the order of the text and apart.
    pub edits: Vec<Edit>,
}

/// One change to a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes of the text that was linted which are replaced; an empty range is an insertion.
    pub bytes: Range<usize>,
    /// What stands there instead.
    pub text: String,
}

/// How certain a fix is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Safety {
    /// What was meant is certain: the text has one reading, and keeps it.
    Safe,
}

impl Fix {
    /// A fix that leaves no doubt. The edits may come in any order; they must not overlap.
    #[must_use]
    pub fn safe(mut edits: Vec<Edit>) -> Self {
        edits.sort_by_key(|edit| (edit.bytes.start, edit.bytes.end));
        Self {
            safety: Safety::Safe,
            edits,
        }
    }

    /// Whether it may be applied without asking.
    #[must_use]
    pub fn is_safe(&self) -> bool {
        self.safety == Safety::Safe
    }
}

impl Edit {
    /// Writes `text` in the place of these bytes.
    #[must_use]
    pub fn new(bytes: Range<usize>, text: impl Into<String>) -> Self {
        Self {
            bytes,
            text: text.into(),
        }
    }

    /// Removes these bytes.
    #[must_use]
    pub fn remove(bytes: Range<usize>) -> Self {
        Self::new(bytes, "")
    }
}
