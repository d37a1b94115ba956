//! A bar: how much faster than a peer a work is to be, and whether it is.

use crate::table::Table;

/// What was measured of a work, in nanoseconds for one text.
pub(crate) struct Bar {
    pub(crate) work: String,
    /// The peer.
    pub(crate) against: &'static str,
    /// How often our time is to fit into the peer's.
    pub(crate) least: f64,
    pub(crate) ours: f64,
    pub(crate) peers: f64,
    /// The share of texts that were judged at once. To fall back on another engine is no way to
    /// meet a bar.
    pub(crate) coverage: f64,
}

impl Bar {
    fn ratio(&self) -> f64 {
        self.peers / self.ours
    }

    pub(crate) fn is_met(&self) -> bool {
        self.ratio() >= self.least && self.coverage >= 1.0
    }
}

/// Bars as a table.
pub(crate) fn table(bars: &[Bar]) -> Table {
    let mut table = Table::new(&[
        "work", "against", "ours, ns", "peer, ns", "ratio", "at least", "",
    ]);
    for bar in bars {
        let verdict = match bar.coverage {
            ..1.0 => format!("MISSED, {:.1} % recognised", bar.coverage * 100.0),
            _ if bar.is_met() => "met".to_owned(),
            _ => "MISSED".to_owned(),
        };
        table.row([
            bar.work.clone(),
            bar.against.to_owned(),
            format!("{:.0}", bar.ours),
            format!("{:.0}", bar.peers),
            format!("{:.2}×", bar.ratio()),
            format!("{:.1}×", bar.least),
            verdict,
        ]);
    }
    table
}
