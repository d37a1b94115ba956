//! Where a run reads from and writes to.

use std::fmt;
use std::io::{Read, Write};

/// The streams of one run.
pub struct Streams<'a> {
    /// What `-` and `encode` read.
    pub input: &'a mut dyn Read,
    /// What was asked for goes here.
    pub output: &'a mut dyn Write,
    /// What keeps the command from doing it goes here.
    pub errors: &'a mut dyn Write,
    /// How text for people looks.
    pub style: Style,
}

impl fmt::Debug for Streams<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Streams")
            .field("style", &self.style)
            .finish_non_exhaustive()
    }
}

/// How text for people looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Colour what goes to the output.
    pub colour_output: bool,
    /// Colour what goes to the errors.
    pub colour_errors: bool,
    /// Characters in a line, beyond which quoted source lines are cut.
    pub width: usize,
}

impl Style {
    /// No colour, 120 characters wide.
    pub const PLAIN: Self = Self {
        colour_output: false,
        colour_errors: false,
        width: 120,
    };
}
