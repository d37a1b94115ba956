//! Every place of a payload with what it may hold.

use carnet_core::shape::Kind;
use carnet_core::{Level, Place, Shape};

/// A place and one of the shapes that a value there may have.
pub(crate) struct Spot {
    /// The place; `*` stands for any index or key.
    pub(crate) at: Place,
    /// The shape: the contract's, a variant's, or that of a reading that is admitted.
    pub(crate) shape: Shape,
}

/// The places of a payload, outermost first.
pub(crate) fn spots(shape: &Shape) -> Vec<Spot> {
    let mut all = Vec::new();
    gather(shape, &Place::default(), &mut all);
    all
}

fn gather(shape: &Shape, at: &Place, all: &mut Vec<Spot>) {
    all.push(Spot {
        at: at.clone(),
        shape: *shape,
    });
    match shape.kind {
        Kind::Object(object) => {
            for field in object.fields {
                gather(&field.shape, &at.member(field.name), all);
            }
        }
        Kind::Array(items) => gather(&items.shape, &at.member("*"), all),
        Kind::Map(map) => gather(&map.value, &at.member("*"), all),
        Kind::Union(union) => {
            for variant in union.variants {
                gather(&variant.shape, at, all);
            }
        }
        Kind::Any | Kind::Boolean | Kind::Integer | Kind::Number | Kind::String | Kind::Enum(_) => {
        }
    }
    for reading in shape.readings {
        if reading.ruling.levels.strict < Level::Error {
            gather(&reading.shape, at, all);
        }
    }
}
