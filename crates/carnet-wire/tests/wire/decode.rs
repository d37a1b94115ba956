//! Messages to typed replies.

use crate::acme::{ACME, PlaceOrder, Placed, Refusal};
use carnet_core::auth::NoAuth;
use carnet_core::{Decimal, Operation, Payload};
use carnet_wire::{Decode, Reply, Unrecognised};
use http::Response;
use serde::Deserialize;

fn response(status: u16, body: &str) -> Response<String> {
    let response = Response::builder().status(status);
    response.body(body.to_owned()).unwrap()
}

#[test]
fn the_status_decides() {
    let placed = PlaceOrder::decode(&response(200, r#"{"id":7}"#));
    assert_eq!(placed, Reply::Success(Placed { id: 7 }));
    let refused = PlaceOrder::decode(&response(409, r#"{"error":"sold out"}"#));
    let error = "sold out".to_owned();
    assert_eq!(refused, Reply::Failure(Refusal { error }));
}

#[test]
fn what_is_neither_keeps_its_bytes() {
    for (status, body) in [
        (200, ""),
        (200, "<html>"),
        (200, r#"{"id":"seven"}"#),
        (200, r#"{"error":"sold out"}"#),
        (409, r#"{"id":7}"#),
        (500, "[]"),
    ] {
        let reply = PlaceOrder::decode(&response(status, body));
        let Reply::Unrecognised(Unrecognised {
            status: kept,
            body: bytes,
            reason,
        }) = reply
        else {
            panic!("{body}: {reply:?}")
        };
        assert_eq!((kept, bytes), (status, body.as_bytes().to_vec()));
        assert!(!reason.is_empty());
    }
}

/// Where something is stored.
#[derive(Clone, Debug, PartialEq, Deserialize, Payload)]
#[carnet(
    reply,
    adopts,
    labels(strict = error, lenient = warning),
    key_spelling(strict = error, lenient = warning)
)]
struct Place {
    #[carnet(reading(String, strict = error, lenient = warning))]
    shelf_number: i64,
    #[carnet(reading(Decimal, strict = error, lenient = warning))]
    room: String,
    #[carnet(alias("crates", strict = error, lenient = error))]
    boxes: Option<i64>,
}

/// Finds something.
#[derive(Clone, Debug, Payload, Operation)]
#[carnet(
    operation = "acme.thing.find",
    vendor = ACME,
    page = "https://acme.example/docs/find",
    post = "https://api.acme.example/find",
    auth = NoAuth,
    success(Place, word(outcome, "found")),
    failure(Refusal)
)]
struct Find {
    /// What.
    thing: String,
}

#[test]
fn a_reply_is_read_as_the_lenient_profile_takes_it() {
    let found = |shelf_number, room: &str| {
        Reply::Success(Place {
            shelf_number,
            room: room.to_owned(),
            boxes: None,
        })
    };
    for (body, expected) in [
        (
            r#"{"outcome":"found","shelf_number":7,"room":"b"}"#,
            found(7, "b"),
        ),
        (
            r#"{"OUTCOME":"Found","Shelf_Number ":"7","ROOM":12.50}"#,
            found(7, "12.50"),
        ),
        (
            r#"{"outcome":"FOUND","Shelf Number":7,"Room":"b",};"#,
            found(7, "b"),
        ),
        (
            r#"{"outcome":"found","shelf_number":7,"room":"b","crates":3}"#,
            found(7, "b"),
        ),
    ] {
        assert_eq!(Find::decode(&response(200, body)), expected, "{body}");
    }
    let lost = r#"{"outcome":"found","shelf_number":"upstairs","room":"b"}"#;
    assert!(matches!(
        Find::decode(&response(200, lost)),
        Reply::Unrecognised(_)
    ));
    let refused = Find::decode(&response(200, r#"{"outcome":"lost","error":"no"}"#));
    assert!(matches!(refused, Reply::Failure(_)));
}
