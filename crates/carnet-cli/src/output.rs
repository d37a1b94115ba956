//! Where findings go: every format that was asked for, each to standard output or into a file.
//!
//! All formats get the same findings, which are [`Shown`](crate::redact::Shown) ones. What
//! `--quiet` and `--max-findings` leave out is left out here, for all of them at once.

mod file;
mod progress;

use crate::Streams;
use crate::args::{Deny, Destination, Format, LintArgs, fails};
use crate::complaint::{Complaint, Stop};
use crate::render::{self, Checked, Look, Origin, Render, Summary};
use carnet_core::Profile;
use file::OutputFile;
use progress::Progress;
use std::io::{self, ErrorKind, Write};

/// The formats of a run.
#[derive(Debug)]
pub(crate) struct Outputs {
    /// In the order in which they were asked for.
    sinks: Vec<Sink>,
    progress: Progress,
    deny: Option<Deny>,
    quiet: bool,
    /// How many findings may still be shown.
    left: usize,
    omitted: usize,
}

#[derive(Debug)]
struct Sink {
    renderer: Box<dyn Render>,
    target: Target,
}

#[derive(Debug)]
enum Target {
    Output,
    /// Standard output that nobody reads any more.
    Closed,
    File(OutputFile),
}

impl Outputs {
    /// Begins a file for every format that has one.
    ///
    /// # Errors
    /// Two formats want the same place; a file cannot be written.
    pub(crate) fn open(
        args: &LintArgs,
        profile: Profile,
        streams: &Streams<'_>,
    ) -> Result<Self, Stop> {
        let (style, environment) = (streams.style, &streams.environment);
        let folder = environment.folder.clone();
        let look = Look {
            colour: style.colour_output,
            width: style.width,
            profile,
            deny: args.denied(),
            quiet: args.quiet,
            origin: Origin::new(folder, environment.workspace.clone()),
        };
        let destinations = destinations(&args.formats, environment.github_actions)?;
        let sinks = destinations.into_iter().map(|destination| {
            let mut look = look.clone();
            let target = match &destination.file {
                None => Target::Output,
                Some(path) => {
                    look.colour = false;
                    Target::File(OutputFile::create(path)?)
                }
            };
            let renderer = render::renderer(destination.format, look);
            Ok(Sink { renderer, target })
        });
        Ok(Self {
            sinks: sinks.collect::<Result<_, Complaint>>()?,
            progress: Progress::new(!args.quiet && environment.clock.is_some(), style.width),
            deny: args.denied(),
            quiet: args.quiet,
            left: args.max_findings.unwrap_or(usize::MAX),
            omitted: 0,
        })
    }

    /// Writes what stands before the first payload; `files` will be read.
    ///
    /// # Errors
    /// Something cannot be written.
    pub(crate) fn begin(&mut self, streams: &mut Streams<'_>, files: usize) -> Result<(), Stop> {
        self.progress.begin(streams, files);
        self.each(streams, |renderer, out| renderer.begin(out))
    }

    /// Tells a person who waits that this file is read next.
    ///
    /// # Errors
    /// Standard error cannot be written.
    pub(crate) fn next(&mut self, streams: &mut Streams<'_>, path: &str) -> Result<(), Stop> {
        Ok(self.progress.next(streams, path)?)
    }

    /// Writes what was found in one payload.
    ///
    /// # Errors
    /// Something cannot be written.
    pub(crate) fn file(
        &mut self,
        streams: &mut Streams<'_>,
        mut file: Checked<'_>,
    ) -> Result<(), Stop> {
        if self.quiet {
            let deny = self.deny;
            file.findings
                .retain(|finding| fails(finding.severity, deny));
        }
        let shown = self.left.min(file.findings.len());
        self.left -= shown;
        self.omitted += file.findings.len() - shown;
        file.findings.truncate(shown);
        if !file.findings.is_empty() {
            self.progress.erase(streams)?;
        }
        self.each(streams, |renderer, out| renderer.file(out, &file))?;
        Ok(self.progress.payload(streams)?)
    }

    /// Tells at once what cannot be read, behind what was found so far.
    ///
    /// # Errors
    /// Something cannot be written.
    pub(crate) fn unread(
        &mut self,
        streams: &mut Streams<'_>,
        complaint: &Complaint,
    ) -> Result<(), Stop> {
        self.progress.erase(streams)?;
        self.each(streams, |renderer, out| renderer.unread(out, complaint))?;
        self.flush(streams)?;
        complaint.print(streams)?;
        Ok(streams.errors.flush()?)
    }

    /// Tells at once what is odd or worth knowing, behind what was found so far.
    ///
    /// # Errors
    /// Something cannot be written.
    pub(crate) fn tell(
        &mut self,
        streams: &mut Streams<'_>,
        complaint: &Complaint,
    ) -> Result<(), Stop> {
        if self.quiet {
            return Ok(());
        }
        self.progress.erase(streams)?;
        self.each(streams, |renderer, out| renderer.told(out, complaint))?;
        self.flush(streams)?;
        complaint.print(streams)?;
        Ok(streams.errors.flush()?)
    }

    /// Writes what stands behind the last payload, and puts the files where they belong.
    ///
    /// # Errors
    /// Something cannot be written.
    pub(crate) fn end(mut self, streams: &mut Streams<'_>, summary: &Summary) -> Result<(), Stop> {
        self.progress.erase(streams)?;
        let summary = Summary {
            omitted: self.omitted,
            ..*summary
        };
        self.each(streams, |renderer, out| renderer.end(out, &summary))?;
        for sink in self.sinks {
            if let Target::File(file) = sink.target {
                file.finish()?;
            }
        }
        Ok(())
    }

    fn each(
        &mut self,
        streams: &mut Streams<'_>,
        mut write: impl FnMut(&mut dyn Render, &mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Stop> {
        for index in 0..self.sinks.len() {
            let Sink { renderer, target } = &mut self.sinks[index];
            let renderer = renderer.as_mut();
            match target {
                Target::Closed => {}
                Target::File(file) => {
                    write(renderer, file.writer()).map_err(|error| file.unwritable(&error))?;
                }
                Target::Output => {
                    let written = write(renderer, streams.output);
                    self.settle(written)?;
                }
            }
        }
        if self.progress.is_shown() {
            self.flush(streams)?;
        }
        Ok(())
    }

    fn flush(&mut self, streams: &mut Streams<'_>) -> Result<(), Stop> {
        let flushed = streams.output.flush();
        self.settle(flushed)
    }

    /// Where standard output is closed and files are asked for, these are written all the same.
    fn settle(&mut self, written: io::Result<()>) -> Result<(), Stop> {
        let files = |sink: &Sink| matches!(sink.target, Target::File(_));
        match written {
            Err(error) if error.kind() == ErrorKind::BrokenPipe && self.sinks.iter().any(files) => {
                for sink in &mut self.sinks {
                    if matches!(sink.target, Target::Output) {
                        sink.target = Target::Closed;
                    }
                }
                Ok(())
            }
            written => Ok(written?),
        }
    }
}

/// What was asked for, and what goes without saying.
fn destinations(asked: &[Destination], on_github: bool) -> Result<Vec<Destination>, Complaint> {
    let mut all = asked.to_vec();
    if all.is_empty() {
        all.push(Destination::default());
    }
    let to_output: Vec<_> = all.iter().filter(|one| one.file.is_none()).collect();
    if let [first, second, ..] = to_output[..] {
        let (first, second) = (first.format.name(), second.format.name());
        let message = format!("`{first}` and `{second}` both go to standard output");
        let help = format!("name a file for one of them: `--format {second}=FILE`");
        return Err(Complaint::usage(message).with_help(help));
    }
    let mut files = std::collections::BTreeSet::new();
    for path in all.iter().filter_map(|one| one.file.as_deref()) {
        if !files.insert(file::real(path)) {
            let message = "two formats go into this file";
            return Err(Complaint {
                at: Some(path.display().to_string()),
                ..Complaint::usage(message).with_help("name another for one of them")
            });
        }
    }
    let is_github = |one: &Destination| one.format == Format::Github;
    // A document for a program must not have annotations in it.
    let is_free = to_output.iter().all(|one| one.format == Format::Human);
    if on_github && is_free && !all.iter().any(is_github) {
        all.push(Destination {
            format: Format::Github,
            file: None,
        });
    }
    Ok(all)
}
