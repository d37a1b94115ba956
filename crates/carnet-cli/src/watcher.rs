//! Watches folders of the file system, until standard input is closed.

use carnet_cli::{Changes, Watched};
use notify::event::ModifyKind;
use notify::{Event, EventKind, RecursiveMode, Watcher as _};
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// What happens within this time of one another is one change: an editor saves in several steps.
const QUIET: Duration = Duration::from_millis(100);

/// Something that ends the waiting.
enum Happened {
    Changed(Vec<PathBuf>),
    InputClosed,
}

/// Begins to watch.
pub(crate) fn watch(places: &[Watched]) -> io::Result<Changes> {
    let (sender, receiver) = channel();
    let changed = sender.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // Nobody is told any more when the run is over.
        if let Ok(event) = event
            && is_change(event.kind)
        {
            drop(changed.send(Happened::Changed(event.paths)));
        }
    })
    .map_err(io::Error::other)?;
    for place in places {
        let mode = if place.recursive {
            RecursiveMode::Recursive
        } else {
            RecursiveMode::NonRecursive
        };
        let outcome = watcher.watch(&place.folder, mode);
        // Folders above may be out of reach: only a carnet.toml could appear there.
        if place.recursive {
            outcome.map_err(io::Error::other)?;
        }
    }
    thread::spawn(move || await_end(&sender));
    Ok(Box::new(Batches {
        receiver,
        has_ended: false,
        _watcher: watcher,
    }))
}

/// Reading a file is no change, and neither are its times.
const fn is_change(kind: EventKind) -> bool {
    !matches!(
        kind,
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_))
    )
}

fn await_end(sender: &Sender<Happened>) {
    let mut buffer = [0; 512];
    while let Ok(1..) = io::stdin().read(&mut buffer) {}
    drop(sender.send(Happened::InputClosed));
}

/// Changes that happen together.
struct Batches {
    receiver: Receiver<Happened>,
    has_ended: bool,
    _watcher: notify::RecommendedWatcher,
}

impl Iterator for Batches {
    type Item = Vec<PathBuf>;

    fn next(&mut self) -> Option<Vec<PathBuf>> {
        if self.has_ended {
            return None;
        }
        let Ok(Happened::Changed(mut all)) = self.receiver.recv() else {
            return None;
        };
        while let Ok(happened) = self.receiver.recv_timeout(QUIET) {
            match happened {
                Happened::Changed(more) => all.extend(more),
                Happened::InputClosed => {
                    self.has_ended = true;
                    break;
                }
            }
        }
        all.sort();
        all.dedup();
        Some(all)
    }
}
