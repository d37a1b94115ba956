//! How far long work is, on standard error, for a person who watches.
//!
//! The clock is the caller's, who hands one in only where standard error is a terminal. The bar is
//! one line, which is erased before anything else is written.

use crate::Streams;
use crate::render::paint::visible;
use std::io;
use std::time::Duration;

/// Work that is done sooner shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);
/// The bar is drawn no more often than that.
const PACE: Duration = Duration::from_millis(100);
/// Characters of the bar itself.
const BAR: usize = 20;

/// The bar, and what it counts.
#[derive(Debug)]
pub(super) struct Progress {
    /// `None` where nobody watches.
    next_at: Option<Duration>,
    width: usize,
    /// Whether the bar has been drawn at all.
    shown: bool,
    /// Characters of it that stand on the terminal now.
    drawn: usize,
    files: usize,
    /// The file that is being read, counted from 1.
    file: usize,
    /// Payloads of it that are done.
    payloads: usize,
    path: String,
}

impl Progress {
    /// A bar that shows if `watched`, in lines of this many characters.
    pub(super) fn new(watched: bool, width: usize) -> Self {
        Self {
            next_at: watched.then_some(Duration::MAX),
            width,
            shown: false,
            drawn: 0,
            files: 0,
            file: 0,
            payloads: 0,
            path: String::new(),
        }
    }

    /// Work of so many files begins now.
    pub(super) fn begin(&mut self, streams: &Streams<'_>, files: usize) {
        self.files = files;
        if let (Some(next_at), Some(clock)) = (&mut self.next_at, streams.environment.clock) {
            *next_at = clock().saturating_add(PATIENCE);
        }
    }

    /// This file is next.
    pub(super) fn next(&mut self, streams: &mut Streams<'_>, path: &str) -> io::Result<()> {
        if self.next_at.is_none() {
            return Ok(());
        }
        self.file += 1;
        self.payloads = 0;
        path.clone_into(&mut self.path);
        self.draw(streams)
    }

    /// A payload is done.
    pub(super) fn payload(&mut self, streams: &mut Streams<'_>) -> io::Result<()> {
        self.payloads += 1;
        self.draw(streams)
    }

    /// Whether there is a bar on the terminal, or was one, so that other output may not wait.
    pub(super) const fn is_shown(&self) -> bool {
        self.shown
    }

    /// Takes the bar away.
    pub(super) fn erase(&mut self, streams: &mut Streams<'_>) -> io::Result<()> {
        if self.drawn == 0 {
            return Ok(());
        }
        // Blanks for terminals that are sent no escapes.
        write!(streams.errors, "\r{:1$}\r\x1b[K", "", self.drawn)?;
        self.drawn = 0;
        streams.errors.flush()
    }

    fn draw(&mut self, streams: &mut Streams<'_>) -> io::Result<()> {
        let (Some(next_at), Some(clock)) = (self.next_at, streams.environment.clock) else {
            return Ok(());
        };
        let now = clock();
        if now < next_at {
            return Ok(());
        }
        self.next_at = Some(now.saturating_add(PACE));
        self.shown = true;
        let line = self.line();
        write!(streams.errors, "\r{line:0$}\x1b[K", self.drawn)?;
        self.drawn = line.chars().count();
        streams.errors.flush()
    }

    /// `[=====     ] 12/48 calls.ndjson, 3000 payloads`, no longer than the terminal is wide.
    fn line(&self) -> String {
        let done = self.file.saturating_sub(1);
        let filled = (BAR * done).checked_div(self.files).unwrap_or(0).min(BAR);
        let bar = format!("{}{}", "=".repeat(filled), " ".repeat(BAR - filled));
        let path = visible(&self.path);
        let payloads = match self.payloads {
            0 | 1 => String::new(),
            payloads => format!(", {payloads} payloads"),
        };
        let line = format!("[{bar}] {}/{} {path}{payloads}", self.file, self.files);
        // A terminal that is full to the last column may have begun a new line.
        line.chars().take(self.width.saturating_sub(1)).collect()
    }
}
