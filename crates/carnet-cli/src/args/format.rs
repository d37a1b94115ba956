//! `--format FORMAT[=FILE]`: how something is written, and where to.

use clap::builder::{EnumValueParser, PossibleValue, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Command, Error, ValueEnum};
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// How lists are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For people.
    #[default]
    Human,
    /// For programs: version 1, one document.
    Json,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Human,
    /// For programs: version 1, one document, a file on a line.
    Json,
    /// For programs that read line by line: a finding on a line, the summary on the last.
    Ndjson,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// JUnit XML, a test case for every payload.
    Junit,
    /// Workflow commands of GitHub Actions, shown as annotations.
    Github,
    /// The code quality report of GitLab.
    Gitlab,
    /// TAP version 14, a test for every payload.
    Tap,
}

impl Format {
    /// The word on the command line.
    pub(crate) fn name(self) -> String {
        let value = self.to_possible_value();
        value.map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// One way of writing findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Destination {
    pub(crate) format: Format,
    /// `None` for standard output.
    pub(crate) file: Option<PathBuf>,
}

/// Reads `FORMAT` or `FORMAT=FILE`; the file `-` is standard output.
#[derive(Clone, Copy, Debug)]
pub(super) struct DestinationParser;

impl TypedValueParser for DestinationParser {
    type Value = Destination;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Destination, Error> {
        let Some(text) = value.to_str() else {
            return Err(Error::new(ErrorKind::InvalidUtf8).with_cmd(command));
        };
        let (name, file) = match text.split_once('=') {
            Some((name, file)) => (name, Some(file)),
            None => (text, None),
        };
        // Its errors list the formats, and say which one was meant.
        let formats = EnumValueParser::<Format>::new();
        let format = formats.parse_ref(command, arg, OsStr::new(name))?;
        let file = match file {
            Some("") => {
                let message =
                    format!("no file is named behind `{text}`; write `{name}` or `{name}=FILE`\n");
                return Err(Error::raw(ErrorKind::ValueValidation, message).with_cmd(command));
            }
            Some("-") | None => None,
            Some(file) => Some(PathBuf::from(OsString::from(file))),
        };
        Ok(Destination { format, file })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let formats = Format::value_variants().iter();
        Some(Box::new(formats.filter_map(ValueEnum::to_possible_value)))
    }
}
