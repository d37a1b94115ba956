//! What of a file could not be read.

use carnet_core::Severity;
use std::ops::Range;

/// Something in a file that could not be read, or was not.
///
/// The message never quotes a value of the file: values may be credentials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// [`Error`](Severity::Error): an exchange is missing, or is not what was meant.
    /// [`Warning`](Severity::Warning): something that belongs to it was not read.
    /// [`Info`](Severity::Info): it was read, and is not what is sent: a variable without a value
    /// stands there, and nobody knows what is wrong with a text that it is a part of.
    pub severity: Severity,
    /// The bytes of the file.
    pub span: Range<usize>,
    /// One sentence without a full stop: what is wrong.
    pub message: String,
    /// What to type.
    pub help: Option<String>,
    /// The exchange it belongs to, as an index of [`exchanges`](crate::Recording::exchanges);
    /// `None` where none could be read.
    pub exchange: Option<usize>,
}

/// Collects problems while a file is read.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: Vec<Problem>,
    /// The exchange that is being read.
    pub(crate) exchange: Option<usize>,
}

impl Problems {
    pub(crate) fn error(&mut self, span: Range<usize>, message: impl Into<String>, help: &str) {
        self.push(Severity::Error, span, message.into(), help);
    }

    pub(crate) fn warning(&mut self, span: Range<usize>, message: impl Into<String>, help: &str) {
        self.push(Severity::Warning, span, message.into(), help);
    }

    pub(crate) fn info(&mut self, span: Range<usize>, message: impl Into<String>, help: &str) {
        self.push(Severity::Info, span, message.into(), help);
    }

    fn push(&mut self, severity: Severity, span: Range<usize>, message: String, help: &str) {
        self.found.push(Problem {
            severity,
            span,
            message,
            help: Some(help.to_owned()).filter(|help| !help.is_empty()),
            exchange: self.exchange,
        });
    }

    /// The exchange that is being read will not be: what was told of it belongs to none.
    pub(crate) fn abandon(&mut self) {
        let current = self.exchange.take();
        let told = self.found.iter_mut().rev();
        for problem in told.take_while(|problem| problem.exchange == current) {
            problem.exchange = None;
        }
    }

    /// The exchanges have new numbers.
    pub(crate) fn renumber(&mut self, places: &[usize]) {
        for problem in &mut self.found {
            let place = problem.exchange.and_then(|index| places.get(index));
            problem.exchange = place.copied();
        }
    }

    /// All of them, in the order of the file.
    pub(crate) fn finish(mut self) -> Vec<Problem> {
        self.found
            .sort_by_key(|problem| (problem.span.start, problem.span.end));
        self.found
    }
}
