//! What is read at once, so that there is enough for every thread and never too much in memory.

use crate::input;
use crate::records::Blocks;
use crate::target::{Form, Target, Text};
use std::io::{self, Read};

/// A batch is this many bytes for every thread, or a little more.
const BYTES: usize = 1 << 20;
/// A batch is no more texts than this for every thread.
const TEXTS: usize = 64;

/// A text, or some records of one.
#[derive(Debug)]
pub(crate) struct Unit<'p> {
    pub(crate) target: &'p Target,
    /// What cannot be read ends its target.
    pub(crate) text: io::Result<Vec<u8>>,
    /// Where the text begins in the file.
    pub(crate) offset: usize,
    /// The number of its first line, counted from 1.
    pub(crate) line: usize,
    /// Whether nothing more comes of the target.
    pub(crate) is_last: bool,
}

impl<'p> Unit<'p> {
    const fn whole(target: &'p Target, text: io::Result<Vec<u8>>) -> Self {
        Self {
            target,
            text,
            offset: 0,
            line: 1,
            is_last: true,
        }
    }
}

/// Reads the targets of a plan, one after the other.
pub(crate) struct Reader<'p> {
    targets: std::slice::Iter<'p, Target>,
    /// Standard input, until a target takes it.
    input: Option<&'p mut dyn Read>,
    limit: usize,
    /// Whether files of records are read as a whole, too.
    whole: bool,
    /// The records that are being read.
    records: Option<(&'p Target, Blocks<Box<dyn Read + 'p>>)>,
}

impl<'p> Reader<'p> {
    pub(crate) fn new(
        targets: &'p [Target],
        input: &'p mut dyn Read,
        limit: usize,
        whole: bool,
    ) -> Self {
        Self {
            whole,
            targets: targets.iter(),
            input: Some(input),
            limit,
            records: None,
        }
    }

    /// The next texts; none when all are read.
    pub(crate) fn batch(&mut self, jobs: usize) -> Vec<Unit<'p>> {
        let (mut units, mut bytes) = (Vec::new(), 0);
        while bytes < jobs.saturating_mul(BYTES) && units.len() < jobs.saturating_mul(TEXTS) {
            let Some(unit) = self.unit() else {
                break;
            };
            bytes += unit.text.as_ref().map_or(0, Vec::len);
            units.push(unit);
        }
        units
    }

    fn unit(&mut self) -> Option<Unit<'p>> {
        if let Some((target, mut blocks)) = self.records.take() {
            let unit = match blocks.next() {
                Ok(Some(block)) => Unit {
                    target,
                    offset: block.offset,
                    line: block.line,
                    text: Ok(block.text),
                    is_last: false,
                },
                Ok(None) => Unit::whole(target, Ok(Vec::new())),
                Err(error) => Unit::whole(target, Err(error)),
            };
            if !unit.is_last {
                self.records = Some((target, blocks));
            }
            return Some(unit);
        }
        let target = self.targets.next()?;
        let mut reader = match self.open(target) {
            Ok(reader) => reader,
            Err(error) => return Some(Unit::whole(target, Err(error))),
        };
        match target.form {
            Form::Records if !self.whole => {
                self.records = Some((target, Blocks::new(reader, self.limit)));
                self.unit()
            }
            Form::Whole | Form::Records | Form::Recorded(_) => {
                let text = input::read(&mut *reader, self.limit);
                Some(Unit::whole(target, text))
            }
        }
    }

    fn open(&mut self, target: &Target) -> io::Result<Box<dyn Read + 'p>> {
        match &target.text {
            Text::Input => match self.input.take() {
                Some(input) => target.compression.decoder(input),
                // Nobody can name it twice.
                None => Ok(Box::new(io::empty())),
            },
            Text::File(file) => input::open(file, target.compression),
        }
    }
}
