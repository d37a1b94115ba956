//! What keeps the command from doing what was asked: no finding, but a reason to stop.

use crate::render::{excerpt, paint};
use crate::{Exit, Streams};
use carnet_core::Severity;
use carnet_validate::masked::Excerpt;
use std::fmt::Display;
use std::io;
use std::path::Path;

/// How a command ends when nothing keeps it from running.
pub(crate) type Outcome = Result<Exit, Stop>;

/// Why a command stops early.
#[derive(Debug)]
pub(crate) enum Stop {
    /// These reasons, to be told on standard error.
    Complaints(Vec<Complaint>),
    /// The output cannot be written.
    Output(io::Error),
}

impl From<Complaint> for Stop {
    fn from(complaint: Complaint) -> Self {
        Self::Complaints(vec![complaint])
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// One reason, with its place and remedy.
#[derive(Debug)]
pub(crate) struct Complaint {
    /// The exit code it asks for; none where it only warns.
    pub(crate) exit: Exit,
    /// How grave it is.
    pub(crate) severity: Severity,
    /// The file it is about.
    pub(crate) at: Option<String>,
    /// Line and column in that file, counted from 1.
    pub(crate) place: Option<(usize, usize)>,
    /// What is wrong.
    pub(crate) message: String,
    /// The text that is wrong.
    pub(crate) excerpt: Option<Box<Excerpt>>,
    /// What to type.
    pub(crate) help: Option<String>,
}

impl Complaint {
    /// The command line is wrong.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self {
            exit: Exit::Usage,
            severity: Severity::Error,
            at: None,
            place: None,
            message: message.into(),
            excerpt: None,
            help: None,
        }
    }

    /// Something is odd, and keeps nothing from running.
    pub(crate) fn warning(message: impl Into<String>) -> Self {
        Self {
            exit: Exit::Clean,
            severity: Severity::Warning,
            ..Self::usage(message)
        }
    }

    /// A file or folder cannot be read.
    pub(crate) fn unreadable(path: &Path, error: impl Display) -> Self {
        Self {
            exit: Exit::Io,
            at: Some(path.display().to_string()),
            ..Self::usage(format!("cannot be read: {error}"))
        }
    }

    /// A configuration file is wrong at this excerpt of it.
    pub(crate) fn configuration(path: &Path, excerpt: Excerpt, message: impl Into<String>) -> Self {
        Self {
            at: Some(path.display().to_string()),
            place: Some((excerpt.line, excerpt.column)),
            excerpt: Some(Box::new(excerpt)),
            ..Self::usage(message)
        }
    }

    /// The same complaint with a remedy.
    pub(crate) fn with_help(self, help: impl Into<String>) -> Self {
        Self {
            help: Some(help.into()),
            ..self
        }
    }

    /// The same complaint, proposing a known word where one is near.
    pub(crate) fn did_you_mean<'w>(
        self,
        word: &str,
        known: impl IntoIterator<Item = &'w str>,
    ) -> Self {
        match carnet_validate::suggest::closest(word, known) {
            Some(known) => self.with_help(format!("did you mean `{known}`?")),
            None => self,
        }
    }

    /// Where it is, as people see it: `path:line:column`, as far as it is known.
    pub(crate) fn shown_at(&self) -> Option<String> {
        let at = paint::visible(self.at.as_deref()?);
        Some(match self.place {
            Some((line, column)) => format!("{at}:{line}:{column}"),
            None => at.into_owned(),
        })
    }

    /// Prints it on standard error.
    pub(crate) fn print(&self, streams: &mut Streams<'_>) -> io::Result<()> {
        let style = streams.style;
        let paint = paint::Paint::when(style.colour_errors);
        if let Some(at) = self.shown_at() {
            write!(streams.errors, "{}: ", paint.bold(&at))?;
        }
        let message = paint::visible(&self.message);
        let severity = match self.severity {
            Severity::Error => paint.error("error"),
            severity => paint.severity(severity, severity.as_str()),
        };
        writeln!(streams.errors, "{severity}: {message}")?;
        if let Some(excerpt) = &self.excerpt {
            let level = excerpt::Underline::Error;
            excerpt::print(
                streams.errors,
                excerpt,
                level,
                style.colour_errors,
                style.width,
            )?;
        }
        if let Some(help) = &self.help {
            let gutter = self.excerpt.as_deref().map_or(1, excerpt::gutter);
            excerpt::note(streams.errors, gutter, paint, "help", help)?;
        }
        Ok(())
    }
}
