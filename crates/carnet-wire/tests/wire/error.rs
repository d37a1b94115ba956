//! Reasons never show a credential.

use crate::acme::{Keys, PlaceOrder, SECRETS, keys, test_server};
use carnet_wire::{Encode, EncodeForm};

#[test]
fn no_reason_shows_a_credential() {
    let mut order = PlaceOrder::of("an api key");
    order.lines[0].count = Some(0);
    order.note = Some("x".repeat(70_000));
    let empty = Keys {
        api_key: "".into(),
        ..keys()
    };
    for keys in [keys(), empty] {
        let errors = [
            order.encode(&keys, &test_server()).unwrap_err(),
            order.encode_form(&keys, &test_server()).unwrap_err(),
        ];
        for error in errors {
            for shown in [error.to_string(), format!("{error:?}"), format!("{keys:?}")] {
                let shows = SECRETS.iter().any(|secret| shown.contains(secret));
                assert!(!shows, "{shown}");
            }
        }
    }
}
