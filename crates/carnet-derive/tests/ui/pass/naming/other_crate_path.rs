mod vendored {
    pub mod inner {
        pub use carnet as renamed;
    }
}

use vendored::inner::renamed::{Authentication, Operation, Payload, Vendor};

const ACME: Vendor = Vendor { id: "acme", name: "Acme", discrepancies: &[] };

/// Creates a thing.
#[derive(Payload, Operation)]
#[carnet(crate = vendored::inner::renamed)]
#[carnet(operation = "acme.thing.create", vendor = ACME, post = "https://example.com/things")]
#[carnet(page = "https://example.com/docs", auth = Token, success(Done), failure(Done))]
struct Create {}

#[derive(serde::Deserialize, Payload)]
#[carnet(crate = vendored::inner::renamed)]
struct Done {}

#[derive(Payload, Authentication)]
#[carnet(crate = vendored::inner::renamed, body)]
struct Token {
    token: String,
}

fn main() {
    assert_eq!(Create::CONTRACT.id, "acme.thing.create");
    let _ = (Create {}, Done {}, Token { token: String::new() });
}
