//! Objects and arrays that are there because of what is in them.

use super::{Order, Sale, body};
use carnet::Encode;

#[test]
fn a_group_is_left_out_where_every_field_below_is_absent() {
    assert_eq!(body(&Sale::default()), r#"{"id":7,"kind":"order"}"#);
    let deep = Sale {
        city: Some("c".into()),
        ..Sale::default()
    };
    assert_eq!(
        body(&deep),
        r#"{"id":7,"kind":"order","buyer":{"role":"buyer","home":{"city":"c"}}}"#,
    );
}

#[test]
fn absent_items_are_skipped() {
    let second = Sale {
        second: Some("2"),
        ..Sale::default()
    };
    assert_eq!(body(&second), r#"{"id":7,"kind":"order","tags":["2"]}"#);
}

/// What is set stands beside fields, or alone.
#[derive(Encode)]
#[carnet(to(
    Order,
    set(
        id = 1,
        buyer.name = "set",
        buyer.home.street = "set",
        "lines.0.article" = "set",
        "lines.1.article" = "alone",
        "/lines/1/a~1b~0c.d" = [[1, 2], []],
        "tags.0" = "set"
    )
))]
struct Set {
    #[carnet(order = "buyer.mail")]
    mail: Option<&'static str>,
    #[carnet(order = "lines.0.count")]
    count: Option<i64>,
    #[carnet(order = "tags.1")]
    tag: Option<&'static str>,
}

#[test]
fn constants_beside_absent_fields_make_no_group_present() {
    let mut set = Set {
        mail: None,
        count: None,
        tag: None,
    };
    assert_eq!(body(&set), r#"{"id":1,"kind":"order"}"#);
    (set.mail, set.count, set.tag) = (Some("m"), Some(1), Some("t"));
    assert_eq!(
        body(&set),
        concat!(
            r#"{"id":1,"kind":"order","#,
            r#""buyer":{"name":"set","role":"buyer","home":{"street":"set"},"mail":"m"},"#,
            r#""lines":[{"article":"set","count":1},{"article":"alone","a/b~c.d":[[1,2],[]]}],"#,
            r#""tags":["set","t"]}"#,
        ),
    );
}

/// Only constants.
#[derive(Encode)]
#[carnet(to(Order, set(id = 1, buyer.name = "set", remark = null)))]
struct Constants {}

#[test]
fn constants_alone_make_a_group_present() {
    assert_eq!(
        body(&Constants {}),
        r#"{"id":1,"kind":"order","buyer":{"name":"set","role":"buyer"},"remark":null}"#,
    );
}
