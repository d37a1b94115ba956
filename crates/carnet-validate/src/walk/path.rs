//! Where the walk is.

use carnet_core::Place;

/// The way from the root to a value, linked from its end: only findings need it written out.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Item(&'a Path<'a>, usize),
}

impl Path<'_> {
    pub(crate) fn place(&self) -> Place {
        match *self {
            Self::Root => Place::default(),
            Self::Key(parent, key) => parent.place().member(key),
            Self::Item(parent, index) => parent.place().item(index),
        }
    }
}
