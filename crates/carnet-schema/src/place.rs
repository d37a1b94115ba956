//! Every place of a payload with what it may hold.

use carnet_core::contract::Carrier;
use carnet_core::json_schema::is_bare;
use carnet_core::shape::{Field, Kind, Object};
use carnet_core::{Level, Place, Shape};

/// A place and one of the shapes that a value there may have.
pub(crate) struct Spot {
    /// The place; `*` stands for any index or key.
    pub(crate) at: Place,
    /// The shape: the contract's, a variant's, or that of a reading that is admitted.
    pub(crate) shape: Shape,
    /// How the value is written.
    pub(crate) written: Written,
}

/// How a value is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Written {
    /// As JSON.
    Json,
    /// As the bare text of a parameter.
    Bare,
    /// As JSON inside a parameter. Only what is inside of it is JSON to the schema.
    Inside,
    /// As the list of the parameters themselves.
    Parameters,
}

/// The places of what is sent or comes back, outermost first.
pub(crate) fn spots(shape: &Shape, carrier: Carrier) -> Vec<Spot> {
    let mut all = Vec::new();
    match (carrier, shape.object()) {
        (Carrier::Parameters, Some(object)) => parameters(shape, object, &mut all),
        _ => gather(shape, &Place::default(), Written::Json, &mut all),
    }
    all
}

fn parameters(shape: &Shape, object: &Object, all: &mut Vec<Spot>) {
    all.push(Spot {
        at: Place::default(),
        shape: *shape,
        written: Written::Parameters,
    });
    for field in possible(object) {
        let at = Place {
            parameter: Some(field.name.to_owned()),
            pointer: String::new(),
        };
        let written = if is_bare(&field.shape.kind) {
            Written::Bare
        } else {
            Written::Inside
        };
        gather(&field.shape, &at, written, all);
    }
}

/// The members that may stand in an object.
fn possible(object: &Object) -> impl Iterator<Item = &'static Field> {
    let fields = object.fields.iter();
    fields.filter(|field| field.undocumented.levels.strict < Level::Error)
}

fn gather(shape: &Shape, at: &Place, written: Written, all: &mut Vec<Spot>) {
    all.push(Spot {
        at: at.clone(),
        shape: *shape,
        written,
    });
    match shape.kind {
        Kind::Object(object) => {
            for field in possible(object) {
                gather(&field.shape, &at.member(field.name), Written::Json, all);
            }
        }
        Kind::Array(items) => gather(&items.shape, &at.member("*"), Written::Json, all),
        Kind::Map(map) => gather(&map.value, &at.member("*"), Written::Json, all),
        Kind::Union(union) => {
            for variant in union.variants {
                gather(&variant.shape, at, written, all);
            }
        }
        Kind::Any | Kind::Boolean | Kind::Integer | Kind::Number | Kind::String | Kind::Enum(_) => {
        }
    }
    for reading in shape.readings {
        if reading.ruling.levels.strict < Level::Error {
            gather(&reading.shape, at, written, all);
        }
    }
}
