//! What of an object is there, as far as a mapping tells.

use super::name::begins;
use super::{Link, Mapping, Origin};

/// Whether something is in the payload.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    /// Nothing is mapped to it.
    Never,
    /// When an optional field has a value.
    Sometimes,
    /// That depends on a type parameter.
    Unknown,
    /// In every payload.
    Always,
}

/// Whether anything stands at a path or below it. What is set counts only where no field decides.
pub(super) const fn presence(mapping: &Mapping, path: &[&str]) -> Presence {
    if path.is_empty() {
        return Presence::Always;
    }
    let mut found = Presence::Never;
    let mut set = false;
    let mut i = 0;
    while i < mapping.links.len() {
        let link = &mapping.links[i];
        if begins(link.path, path) {
            match link.origin {
                Origin::Set(_) => set = true,
                Origin::Field {
                    optional: Some(false),
                    ..
                } => return Presence::Always,
                Origin::Field { optional: None, .. } => found = Presence::Unknown,
                Origin::Field { .. } if !matches!(found, Presence::Unknown) => {
                    found = Presence::Sometimes;
                }
                Origin::Field { .. } => {}
            }
        }
        i += 1;
    }
    match found {
        Presence::Never if set => Presence::Always,
        found => found,
    }
}

/// Whether something stands at a member of what stands at `node`, or below it.
pub(super) const fn is_mapped(mapping: &Mapping, node: &[&str], name: &str) -> bool {
    first(mapping, node, name).is_some()
}

/// The first link to a member of what stands at `node`, or below it.
pub(super) const fn first(mapping: &Mapping, node: &[&str], name: &str) -> Option<usize> {
    let mut i = 0;
    while i < mapping.links.len() {
        let path = mapping.links[i].path;
        if begins(path, node)
            && path.len() > node.len()
            && super::name::same(path[node.len()], name)
        {
            return Some(i);
        }
        i += 1;
    }
    None
}

/// Whether a link is the first whose path begins with this many of its segments.
pub(super) const fn is_first_below(links: &[Link], at: usize, depth: usize) -> bool {
    let node = links[at].path.split_at(depth).0;
    let mut i = 0;
    while i < at {
        if links[i].path.len() > depth && begins(links[i].path, node) {
            return false;
        }
        i += 1;
    }
    true
}
