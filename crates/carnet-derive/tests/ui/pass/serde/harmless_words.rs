use carnet::{Members, Payload};
use serde::{Deserialize, Serialize};

/// Words of serde that do not change the names or the JSON.
#[derive(Default, Serialize, Deserialize, Payload)]
#[serde(default, deny_unknown_fields, rename = "Other", bound = "", expecting = "a thing")]
#[serde(crate = "serde")]
struct Thing {
    #[serde(alias = "nom", default = "empty")]
    name: String,
    #[serde(skip)]
    cache: std::cell::Cell<u8>,
}

fn empty() -> String {
    String::new()
}

#[derive(Serialize, Deserialize, Payload)]
enum Size {
    #[serde(alias = "s")]
    Small,
}

fn main() {
    assert_eq!(Thing::OBJECT.fields.len(), 1);
    let _ = (Size::Small, empty());
}
