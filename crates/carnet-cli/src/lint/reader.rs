//! What is read at once, so that there is enough for every thread and never too much in memory.

use super::pass::{Passes, Sieve};
use crate::input;
use crate::records::{BLOCK, Blocks};
use crate::target::{Form, Target, Text};
use std::io::{self, Read};

/// A batch is no more texts than this, and no more bytes than a block or the text beyond it.
const TEXTS: usize = 64;
/// So many texts are kept to be read into again.
const SPARE: usize = 64;

/// A text, or some records of one.
#[derive(Debug)]
pub(crate) struct Unit<'p> {
    pub(crate) target: &'p Target,
    pub(super) sieve: Sieve,
    /// What cannot be read ends its target.
    pub(crate) text: io::Result<Vec<u8>>,
    /// Where the text begins in the file.
    pub(crate) offset: usize,
    /// Whether nothing more comes of the target.
    pub(crate) is_last: bool,
}

impl<'p> Unit<'p> {
    const fn whole(target: &'p Target, sieve: Sieve, text: io::Result<Vec<u8>>) -> Self {
        Self {
            target,
            sieve,
            text,
            offset: 0,
            is_last: true,
        }
    }
}

/// A file of records that is not read to its end.
struct Records<'p> {
    target: &'p Target,
    sieve: Sieve,
    blocks: Blocks<Box<dyn Read + 'p>>,
}

/// Reads the targets of a plan, one after the other.
pub(crate) struct Reader<'p> {
    targets: std::slice::Iter<'p, Target>,
    passes: Passes,
    /// Standard input, until a target takes it.
    input: Option<&'p mut dyn Read>,
    limit: usize,
    /// Whether files of records are read as a whole, too.
    whole: bool,
    /// The records that are being read.
    records: Option<Records<'p>>,
    /// Texts that nobody needs any more, to read the next ones into.
    spare: Vec<Vec<u8>>,
}

impl<'p> Reader<'p> {
    pub(super) fn new(
        targets: &'p [Target],
        input: &'p mut dyn Read,
        limit: usize,
        whole: bool,
        passes: Passes,
    ) -> Self {
        Self {
            targets: targets.iter(),
            passes,
            input: Some(input),
            limit,
            whole,
            records: None,
            spare: Vec::new(),
        }
    }

    /// The next texts; none when all are read.
    pub(crate) fn batch(&mut self) -> Vec<Unit<'p>> {
        let (mut units, mut bytes) = (Vec::new(), 0);
        while bytes < BLOCK / 2 && units.len() < TEXTS {
            let Some(unit) = self.unit() else {
                break;
            };
            bytes += unit.text.as_ref().map_or(0, Vec::len);
            units.push(unit);
        }
        units
    }

    /// Takes back a text that is done with.
    pub(crate) fn reuse(&mut self, text: Vec<u8>) {
        // A large one was an exception.
        if (1..=BLOCK).contains(&text.capacity()) && self.spare.len() < SPARE {
            self.spare.push(text);
        }
    }

    fn unit(&mut self) -> Option<Unit<'p>> {
        if let Some(mut records) = self.records.take() {
            let target = records.target;
            let unit = match records.blocks.next(self.spare.pop().unwrap_or_default()) {
                Ok(Some(block)) => Unit {
                    target,
                    sieve: records.sieve.clone(),
                    offset: block.offset,
                    text: Ok(block.text),
                    is_last: false,
                },
                Ok(None) => Unit::whole(target, Sieve::Open, Ok(Vec::new())),
                Err(error) => Unit::whole(target, Sieve::Open, Err(error)),
            };
            if !unit.is_last {
                self.records = Some(records);
            }
            return Some(unit);
        }
        let target = self.targets.next()?;
        let mut reader = match self.open(target) {
            Ok(reader) => reader,
            Err(error) => return Some(Unit::whole(target, Sieve::Open, Err(error))),
        };
        let sieve = self.passes.sieve(target);
        match target.form {
            Form::Records if !self.whole => {
                let blocks = Blocks::new(reader, self.limit);
                self.records = Some(Records {
                    target,
                    sieve,
                    blocks,
                });
                self.unit()
            }
            Form::Whole | Form::Records | Form::Recorded(_) => {
                let text = input::read(&mut *reader, self.limit);
                Some(Unit::whole(target, sieve, text))
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
