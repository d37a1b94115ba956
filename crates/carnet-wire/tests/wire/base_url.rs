//! Where operations are served.

use crate::acme::CancelOrder;
use carnet_core::auth::Bearer;
use carnet_wire::{BaseUrl, Encode};

#[test]
fn the_account_is_asked_for() {
    let error = CancelOrder { id: 7 }.encode(&Bearer("x".into()), &BaseUrl::documented());
    let error = error.unwrap_err();
    assert_eq!(
        error.to_string(),
        "the host depends on your account: \
         give the base URL that stands for `https://{account}.acme.example`"
    );
    assert!(error.bad_base_url().is_some());

    let base = BaseUrl::new("shop-7.acme.example").unwrap();
    let request = CancelOrder { id: 7 }
        .encode(&Bearer("x".into()), &base)
        .unwrap();
    assert_eq!(request.uri(), "https://shop-7.acme.example/orders/cancel");
}

#[test]
fn passwords_in_a_base_are_not_repeated() {
    let error = BaseUrl::new("https://ada:geheim@api.example.com").unwrap_err();
    assert_eq!(
        error.to_string(),
        "`…@api.example.com` is no base URL: it has user information"
    );
    assert!(!format!("{error:?}").contains("geheim"));
}
