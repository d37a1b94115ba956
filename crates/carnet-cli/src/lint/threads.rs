//! Several threads that judge, and the order of what they found.
//!
//! The thread that reads and renders judges as well while it would wait. So a run that is over soon
//! has no other thread, and one with a thread for every processor keeps all of them busy.

use super::judge::{Found, judge};
use super::reader::Unit;
use std::collections::{BTreeMap, VecDeque};
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, Scope};

/// So many batches for every thread are read ahead.
const AHEAD: usize = 2;
/// With more bytes than this for every thread nothing is read ahead.
const BYTES: usize = 1 << 20;

/// Units, each with what was found in it.
type Judged<'p> = Vec<(Unit<'p>, Found)>;

/// Where batches wait for a thread, and what was found in them for its turn.
#[derive(Debug, Default)]
pub(super) struct Queue<'p> {
    state: Mutex<State<'p>>,
    given: Condvar,
    done: Condvar,
}

#[derive(Debug, Default)]
struct State<'p> {
    given: VecDeque<(usize, Vec<Unit<'p>>)>,
    done: BTreeMap<usize, thread::Result<Judged<'p>>>,
    is_closed: bool,
}

impl<'p> Queue<'p> {
    /// No thread stops with the queue half changed.
    fn state(&self) -> MutexGuard<'_, State<'p>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Judges batches until there will be no more.
    fn work(&self) {
        let mut state = self.state();
        while !state.is_closed {
            let Some((number, batch)) = state.given.pop_front() else {
                state = self
                    .given
                    .wait(state)
                    .unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            drop(state);
            // Whoever waits for it is told of a panic.
            let judged = catch_unwind(AssertUnwindSafe(|| judged(batch)));
            state = self.state();
            state.done.insert(number, judged);
            self.done.notify_one();
        }
    }
}

fn judged(batch: Vec<Unit<'_>>) -> Judged<'_> {
    let judged = batch.into_iter().map(|unit| {
        let found = judge(&unit);
        (unit, found)
    });
    judged.collect()
}

/// The threads of a run.
pub(super) struct Threads<'scope, 'env, 'p> {
    scope: &'scope Scope<'scope, 'env>,
    queue: &'env Queue<'p>,
    /// How many threads there may be; not asked for before there is work for two.
    jobs: Option<usize>,
    /// How many there are besides this one.
    others: usize,
    /// The number of the next batch that is taken.
    next: usize,
    /// The bytes of every batch that is given and not taken yet.
    sizes: VecDeque<usize>,
}

impl<'scope, 'env, 'p> Threads<'scope, 'env, 'p> {
    pub(super) fn new(
        scope: &'scope Scope<'scope, 'env>,
        queue: &'env Queue<'p>,
        jobs: Option<NonZeroUsize>,
    ) -> Self {
        Self {
            scope,
            queue,
            jobs: jobs.map(NonZeroUsize::get),
            others: 0,
            next: 0,
            sizes: VecDeque::new(),
        }
    }

    /// Whether there is room for another batch.
    pub(super) fn have_room(&self) -> bool {
        let jobs = self.jobs.unwrap_or(1);
        self.sizes.len() < jobs.saturating_mul(AHEAD)
            && self.sizes.iter().sum::<usize>() < jobs.saturating_mul(BYTES)
    }

    /// Has a batch judged.
    pub(super) fn give(&mut self, batch: Vec<Unit<'p>>) {
        let texts = batch.iter().filter_map(|unit| unit.text.as_ref().ok());
        let number = self.next + self.sizes.len();
        self.sizes.push_back(texts.map(Vec::len).sum());
        self.queue.state().given.push_back((number, batch));
        if self.sizes.len() > self.others + 1 && self.others + 1 < self.jobs() {
            let queue = self.queue;
            self.scope.spawn(|| queue.work());
            self.others += 1;
        }
        if self.others > 0 {
            self.queue.given.notify_one();
        }
    }

    /// The next batch that was given, judged; `None` if there is none.
    pub(super) fn take(&mut self) -> Option<Judged<'p>> {
        self.sizes.pop_front()?;
        let number = self.next;
        self.next += 1;
        let mut state = self.queue.state();
        loop {
            if let Some(done) = state.done.remove(&number) {
                return Some(done.unwrap_or_else(|panic| resume_unwind(panic)));
            }
            let Some((other, batch)) = state.given.pop_front() else {
                let waited = self.queue.done.wait(state);
                state = waited.unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            drop(state);
            let judged = judged(batch);
            if other == number {
                return Some(judged);
            }
            state = self.queue.state();
            state.done.insert(other, Ok(judged));
        }
    }

    fn jobs(&mut self) -> usize {
        *self.jobs.get_or_insert_with(|| {
            let processors = thread::available_parallelism();
            processors.map_or(1, NonZeroUsize::get)
        })
    }
}

impl Drop for Threads<'_, '_, '_> {
    fn drop(&mut self) {
        self.queue.state().is_closed = true;
        self.queue.given.notify_all();
    }
}
