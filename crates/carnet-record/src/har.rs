//! HTTP archives, HAR 1.2.
//!
//! The JSON is walked once and no tree of it is built; texts without escapes are borrowed. An
//! archive that breaks off gives the entries before that.

mod base64;
mod entry;

use crate::json::{Broken, Walk};
use crate::recording::Collector;

pub(crate) fn read(start: usize, out: &mut Collector<'_>) {
    let mut walk = Walk::new(out.file, start..out.file.len());
    let mut entries = false;
    let found = archive(&mut walk, &mut entries, out);
    if let Err(at) = found {
        let at = at.min(out.file.len());
        let message = if at == out.file.len() {
            "the archive breaks off: the text ends inside of its JSON"
        } else {
            "the archive is no JSON from here on"
        };
        let help = "save it again from the network tab of the browser";
        out.problems
            .error(at..(at + 1).min(out.file.len()), message, help);
    } else if !entries {
        let message = "this is no HTTP archive: it has no `log.entries`";
        let help = "save it with \"Save all as HAR\" from the network tab of a browser";
        out.problems.error(start..start, message, help);
    }
    out.leave();
}

fn archive(walk: &mut Walk<'_>, entries: &mut bool, out: &mut Collector<'_>) -> Result<(), Broken> {
    walk.object(|walk, key| {
        if out.bytes(key) != b"log" || walk.peek() != Some(b'{') {
            return walk.value().map(drop);
        }
        walk.object(|walk, key| {
            if out.bytes(key) != b"entries" || walk.peek() != Some(b'[') {
                return walk.value().map(drop);
            }
            *entries = true;
            let found = walk.array(|walk| entry::read(walk, out));
            out.leave();
            found
        })
    })?;
    if walk.peek().is_some() {
        return Err(walk.at);
    }
    Ok(())
}
