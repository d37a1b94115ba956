//! Contenders in turn over the same work, so that what the machine does besides hits all alike.

use crate::clock::{cpu_time, median};
use std::time::Duration;

/// How much CPU time a contest takes at least; a slow one takes [`LEAST_ROUNDS`].
const LONG_ENOUGH: Duration = Duration::from_secs(2);
/// How many rounds there are at least.
const LEAST_ROUNDS: usize = 15;
/// How many rounds there are at most.
const MOST_ROUNDS: usize = 101;

/// Somebody who does the whole of a work when it is their turn.
struct Contender<'a> {
    name: &'static str,
    turn: Box<dyn FnMut() + 'a>,
}

/// Contenders over one work.
#[derive(Default)]
pub(crate) struct Contest<'a> {
    contenders: Vec<Contender<'a>>,
}

impl<'a> Contest<'a> {
    /// Adds a contender. What it does must end in [`black_box`](std::hint::black_box).
    pub(crate) fn add(&mut self, name: &'static str, turn: impl FnMut() + 'a) {
        let turn = Box::new(turn);
        self.contenders.push(Contender { name, turn });
    }

    /// Runs rounds in which everyone has a turn, the first to go being another in each, and gives
    /// everyone's median in nanoseconds for one of `items`. Nobody's first turn counts.
    pub(crate) fn run(mut self, items: usize) -> Standings {
        for contender in &mut self.contenders {
            (contender.turn)();
        }
        let count = self.contenders.len();
        let mut times = vec![Vec::new(); count];
        let mut spent = Duration::ZERO;
        for round in 0..MOST_ROUNDS {
            if round >= LEAST_ROUNDS && spent > LONG_ENOUGH {
                break;
            }
            for place in (0..count).map(|place| (place + round) % count) {
                let time = cpu_time(&mut self.contenders[place].turn);
                spent += time;
                times[place].push(time.as_secs_f64() * 1e9 / items as f64);
            }
        }
        let names = self.contenders.iter().map(|contender| contender.name);
        Standings(names.zip(times.into_iter().map(median)).collect())
    }
}

/// What everyone takes for one item, in nanoseconds.
pub(crate) struct Standings(Vec<(&'static str, f64)>);

impl Standings {
    /// The figure of a contender.
    pub(crate) fn of(&self, name: &str) -> f64 {
        let mut standings = self.0.iter();
        let found = standings.find(|(contender, _)| *contender == name);
        found.expect("it was added to the contest").1
    }
}
