//! The time that a contender takes: CPU time of the thread, which other programs do not add to.

use cpu_time::ThreadTime;
use std::time::Duration;

/// The CPU time that this thread spends in `work`.
pub(crate) fn cpu_time(work: impl FnOnce()) -> Duration {
    let start = ThreadTime::now();
    work();
    start.elapsed()
}

/// The middle one of several figures, the mean of the two in the middle where they are even.
pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    let middle = figures.len() / 2;
    if figures.len().is_multiple_of(2) {
        f64::midpoint(figures[middle - 1], figures[middle])
    } else {
        figures[middle]
    }
}
