//! A line of source with the offending part underlined, and the notes below it.

use super::paint::{Paint, visible};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use carnet_core::Severity;
use carnet_validate::masked::Excerpt;
use std::io::{self, Write};

/// The colour of the underline.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Underline {
    Error,
    Warning,
    Info,
}

impl From<Severity> for Underline {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Info => Self::Info,
        }
    }
}

/// Prints the line, cut to `width` around the underlined part.
pub(crate) fn print(
    out: &mut dyn Write,
    excerpt: &Excerpt,
    underline: Underline,
    colour: bool,
    width: usize,
) -> io::Result<()> {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let level = match underline {
        Underline::Error => Level::ERROR,
        Underline::Warning => Level::WARNING,
        Underline::Info => Level::INFO,
    };
    let primary = AnnotationKind::Primary.span(excerpt.underlined.clone());
    let snippet = Snippet::source(excerpt.text.as_str())
        .line_start(excerpt.line)
        .annotation(primary);
    let group = Group::with_level(level).element(snippet);
    writeln!(out, "{}", renderer.term_width(width).render(&[group]))
}

/// How far the line number pushes the bar beside the source line.
pub(crate) fn gutter(excerpt: &Excerpt) -> usize {
    excerpt.line.to_string().len()
}

/// Prints one note below the source line, in line with its bar: `  = help: …`.
pub(crate) fn note(
    out: &mut dyn Write,
    gutter: usize,
    paint: Paint,
    label: &str,
    text: &str,
) -> io::Result<()> {
    let label = paint.label(label);
    writeln!(out, "{:gutter$} = {label}: {}", "", visible(text))
}
