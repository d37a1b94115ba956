//! Which members are written, and in which order.

use super::{Order, Sale, body};
use carnet::{Encode, Member, Payload};
use std::collections::BTreeMap;

#[test]
fn the_order_is_the_vendors() {
    let sale = Sale {
        remark: Member::Value("r"),
        second: Some("2"),
        mail: Some("m".into()),
        first: Some("1"),
        city: Some("c".into()),
        count: Some(3),
        name: Some("n".into()),
        article: Some("a".into()),
        note: Some("x".into()),
    };
    assert_eq!(
        body(&sale),
        concat!(
            r#"{"id":7,"kind":"order","note":"x","#,
            r#""buyer":{"name":"n","role":"buyer","home":{"city":"c"},"mail":"m"},"#,
            r#""lines":[{"article":"a","count":3}],"tags":["1","2"],"remark":"r"}"#,
        ),
    );
}

#[test]
fn null_absent_and_a_value_are_three_things() {
    let with = |remark| Sale {
        remark,
        ..Sale::default()
    };
    let start = r#"{"id":7,"kind":"order""#;
    assert_eq!(body(&with(Member::Absent)), format!("{start}}}"));
    assert_eq!(
        body(&with(Member::Null)),
        format!(r#"{start},"remark":null}}"#)
    );
    assert_eq!(
        body(&with(Member::Value(""))),
        format!(r#"{start},"remark":""}}"#)
    );
}

#[derive(Payload)]
#[carnet(open)]
struct Open {
    known: Option<i64>,
    inner: Option<Inner>,
}

#[derive(Payload)]
#[carnet(open)]
struct Inner {
    known: Option<i64>,
}

#[derive(Encode)]
#[carnet(to(Open))]
struct Custom {
    #[carnet(open("z.deep", undocumented))]
    deep: Option<i64>,
    #[carnet(open("a", undocumented))]
    a: i64,
    #[carnet(open("inner.own", undocumented))]
    own: i64,
    #[carnet(open = "inner.known")]
    inner: i64,
    #[carnet(open("z.other", undocumented))]
    other: Option<i64>,
    #[carnet(open = "known")]
    known: i64,
}

#[test]
fn what_no_page_has_comes_last_in_the_order_of_the_fields() {
    let mut custom = Custom {
        deep: Some(1),
        a: 2,
        own: 3,
        inner: 4,
        other: Some(5),
        known: 6,
    };
    assert_eq!(
        body(&custom),
        r#"{"known":6,"inner":{"known":4,"own":3},"z":{"deep":1,"other":5},"a":2}"#,
    );
    (custom.deep, custom.other) = (None, None);
    assert_eq!(
        body(&custom),
        r#"{"known":6,"inner":{"known":4,"own":3},"a":2}"#,
    );
}

#[derive(Encode)]
#[carnet(to(Order, set(id = 1, counts.second = 2, "/counts/a.b" = 3)))]
struct Free {
    #[carnet(order = "counts.first")]
    first: Option<i64>,
    #[carnet(order = "anything.0.x")]
    in_anything: Vec<Vec<bool>>,
    #[carnet(order = "anything.1")]
    text: String,
}

#[derive(Encode)]
#[carnet(to(Order, set(id = 1)))]
struct Whole {
    #[carnet(order = "counts")]
    counts: BTreeMap<&'static str, u16>,
    #[carnet(order = "anything")]
    anything: serde_json::Map<String, serde_json::Value>,
}

#[test]
fn maps_take_names_of_ones_own() {
    let free = Free {
        first: Some(1),
        in_anything: vec![vec![true], Vec::new()],
        text: "t\"".into(),
    };
    assert_eq!(
        body(&free),
        concat!(
            r#"{"id":1,"kind":"order","counts":{"first":1,"second":2,"a.b":3},"#,
            r#""anything":{"0":{"x":[[true],[]]},"1":"t\""}}"#,
        ),
    );
    let whole = Whole {
        counts: BTreeMap::from([("b\n", 1), ("a", 2)]),
        anything: serde_json::Map::from_iter([("k".to_owned(), 1.into())]),
    };
    assert_eq!(
        body(&whole),
        r#"{"id":1,"kind":"order","counts":{"a":2,"b\n":1},"anything":{"k":1}}"#,
    );
}
