//! Processes and what they take, beside the plainest ones there are.

use crate::clock::median;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use wait4::Wait4;

/// A program with its arguments.
pub(crate) struct Program<'a> {
    pub(crate) path: &'a Path,
    pub(crate) arguments: Vec<&'a str>,
    /// The exit status that says that it did its work.
    pub(crate) status: i32,
}

/// What one run of a program took.
#[derive(Clone, Copy)]
struct Run {
    wall: Duration,
    cpu: Duration,
    resident: u64,
}

/// What runs of a program took: medians of the times, the most of the memory.
pub(crate) struct Took {
    /// Milliseconds on the wall.
    pub(crate) wall: f64,
    /// Milliseconds of CPU time, user and system.
    pub(crate) cpu: f64,
    /// Bytes resident at most.
    pub(crate) resident: u64,
}

impl Program<'_> {
    /// Runs it with nothing to read, and throws away what it says.
    fn run(&self) -> io::Result<Run> {
        let start = Instant::now();
        let child = Command::new(self.path)
            .args(&self.arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let used = child.wait4()?;
        let wall = start.elapsed();
        if used.status.code() != Some(self.status) {
            let path = self.path.display();
            return Err(io::Error::other(format!(
                "{path} ended with {}",
                used.status
            )));
        }
        Ok(Run {
            wall,
            cpu: used.rusage.utime + used.rusage.stime,
            resident: used.rusage.maxrss,
        })
    }
}

/// Runs programs in turn, so many rounds after one that does not count.
pub(crate) fn race(programs: &[Program<'_>], rounds: usize) -> io::Result<Vec<Took>> {
    let mut runs = vec![Vec::new(); programs.len()];
    for round in 0..=rounds {
        for place in (0..programs.len()).map(|place| (place + round) % programs.len()) {
            let run = programs[place].run()?;
            if round > 0 {
                runs[place].push(run);
            }
        }
    }
    Ok(runs.iter().map(|runs| took(runs)).collect())
}

fn took(runs: &[Run]) -> Took {
    let milliseconds = |time: fn(&Run) -> Duration| {
        median(
            runs.iter()
                .map(|run| time(run).as_secs_f64() * 1e3)
                .collect(),
        )
    };
    Took {
        wall: milliseconds(|run| run.wall),
        cpu: milliseconds(|run| run.cpu),
        resident: runs
            .iter()
            .map(|run| run.resident)
            .max()
            .unwrap_or_default(),
    }
}
