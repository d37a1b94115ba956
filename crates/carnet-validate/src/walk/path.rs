//! Where the walk is.

use crate::rule::notation::Notation;
use carnet_core::Place;

/// The way from the root to a value, linked from its end: only findings need it written out.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Path<'a> {
    /// The whole text.
    Root,
    /// The parameters of a call together, as if they were the members of one object.
    Parameters,
    /// One of them.
    Parameter(&'a str),
    Key(&'a Path<'a>, &'a str),
    Item(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    /// The member `key` of the object that stands here.
    pub(crate) const fn member(&'a self, key: &'a str) -> Self {
        match self {
            Self::Parameters => Self::Parameter(key),
            _ => Self::Key(self, key),
        }
    }

    pub(crate) fn place(&self) -> Place {
        let mut place = Place::default();
        self.write(&mut place);
        place
    }

    fn write(&self, place: &mut Place) {
        match *self {
            Self::Root | Self::Parameters => {}
            Self::Parameter(name) => place.parameter = Some(name.to_owned()),
            Self::Key(parent, key) => {
                parent.write(place);
                place.push_member(key);
            }
            Self::Item(parent, index) => {
                parent.write(place);
                place.push_item(index);
            }
        }
    }

    /// How the members of the object that stands here are written.
    pub(crate) const fn members(&self) -> Notation {
        match self {
            Self::Parameters => Notation::Parameter,
            _ => Notation::Json,
        }
    }

    /// How the value that stands here is written, unless it is an array or an object.
    pub(crate) const fn value(&self) -> Notation {
        match self {
            Self::Parameter(_) => Notation::Parameter,
            _ => Notation::Json,
        }
    }
}
