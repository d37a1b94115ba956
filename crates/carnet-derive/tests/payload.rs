//! What the derived encoder writes: the bytes that serde's own derive would make `serde_json` write.

use carnet::{Decimal, Member, Payload, Secret};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

fn text<T: Payload>(value: &T) -> String {
    String::from_utf8(carnet::payload::to_vec(value)).expect("JSON is UTF-8")
}

/// Asserts that both derives write the same text, and which.
#[track_caller]
fn same<T: Payload + Serialize>(value: &T, expected: &str) {
    let ours = text(value);
    assert_eq!(ours, expected);
    assert_eq!(
        ours,
        serde_json::to_string(value).expect("serde can write it")
    );
}

#[derive(Serialize, Payload)]
#[serde(rename_all = "camelCase")]
struct Address<'a> {
    line_one: &'a str,
    #[serde(rename = "ZIP")]
    postal_code: Cow<'a, str>,
    r#type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    floor_number: Option<i64>,
    #[serde(skip)]
    #[allow(dead_code, reason = "what is skipped is never read")]
    cached: u8,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
}

#[test]
fn members_have_serdes_names_and_order() {
    let mut address = Address {
        line_one: "1 \"High\" Street",
        postal_code: "GU14".into(),
        r#type: "home".into(),
        floor_number: None,
        cached: 0,
        tags: Vec::new(),
    };
    same(
        &address,
        r#"{"lineOne":"1 \"High\" Street","ZIP":"GU14","type":"home"}"#,
    );
    address.floor_number = Some(-2);
    address.tags = vec!["a".into(), "b\n".into()];
    same(
        &address,
        r#"{"lineOne":"1 \"High\" Street","ZIP":"GU14","type":"home","floorNumber":-2,"tags":["a","b\n"]}"#,
    );
}

#[derive(Serialize, Payload)]
struct Outer<'a> {
    before: bool,
    #[serde(flatten)]
    address: Address<'a>,
    after: BTreeMap<String, i64>,
}

#[test]
fn flattened_members_stand_in_their_place() {
    let outer = Outer {
        before: true,
        address: Address {
            line_one: "x",
            postal_code: "y".into(),
            r#type: "z".into(),
            floor_number: Some(3),
            cached: 0,
            tags: Vec::new(),
        },
        after: BTreeMap::from([("k".into(), 1)]),
    };
    same(
        &outer,
        r#"{"before":true,"lineOne":"x","ZIP":"y","type":"z","floorNumber":3,"after":{"k":1}}"#,
    );
}

#[derive(Serialize, Payload)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Role {
    AccountManagement,
    #[serde(rename = "tech")]
    Technical,
}

#[derive(Serialize, Payload)]
#[serde(untagged)]
enum Value {
    Flag(bool),
    Number(i64),
    Text(String),
    Role(Role),
    List(Vec<Value2>),
}

#[derive(Serialize, Payload)]
struct Value2(i64);

#[derive(Serialize, Payload)]
#[serde(transparent)]
struct Code {
    text: String,
}

#[test]
fn enums_unions_and_newtypes() {
    same(&Role::AccountManagement, r#""ACCOUNT_MANAGEMENT""#);
    same(&Role::Technical, r#""tech""#);
    same(&Value::Flag(true), "true");
    same(&Value::Number(7), "7");
    same(&Value::Text("é".into()), r#""é""#);
    same(&Value::Role(Role::Technical), r#""tech""#);
    same(&Value::List(vec![Value2(1), Value2(2)]), "[1,2]");
    same(&Code { text: "c".into() }, r#""c""#);
}

#[derive(Serialize, Payload)]
struct Page<T> {
    items: Vec<T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<T>,
}

#[test]
fn generic_structs() {
    same(
        &Page {
            items: vec![1_i64, 2],
            next: None,
        },
        r#"{"items":[1,2]}"#,
    );
    same(
        &Page {
            items: vec!["a"],
            next: Some("b"),
        },
        r#"{"items":["a"],"next":"b"}"#,
    );
}

#[derive(Serialize, Payload)]
struct Empty {}

#[test]
fn an_object_without_members() {
    same(&Empty {}, "{}");
}

#[derive(Payload)]
struct Sparse {
    first: Member<i64>,
    second: Option<Empty>,
    amount: Decimal,
    token: Secret,
}

#[test]
fn absent_null_and_value_are_three_things() {
    let written = |first| {
        text(&Sparse {
            first,
            second: None,
            amount: "1.50".parse().unwrap(),
            token: "s".into(),
        })
    };
    assert_eq!(written(Member::Absent), r#"{"amount":1.50,"token":"s"}"#);
    assert_eq!(
        written(Member::Null),
        r#"{"first":null,"amount":1.50,"token":"s"}"#
    );
    assert_eq!(
        written(Member::Value(1)),
        r#"{"first":1,"amount":1.50,"token":"s"}"#
    );
}

/// One struct and one enum per case that serde knows, in every spelling that is easy to get wrong.
macro_rules! cases {
    ($($name:ident $case:literal)*) => {$(
        #[allow(nonstandard_style, reason = "odd names are what is tested")]
        mod $name {
            use carnet::Payload;
            use serde::Serialize;

            #[derive(Serialize, Payload)]
            #[serde(rename_all = $case)]
            struct Fields {
                a: i64,
                two_words: i64,
                with_2_digits: i64,
                trailing_: i64,
                double__underscore: i64,
                mixedCase: i64,
                r#type: i64,
            }

            #[derive(Serialize, Payload)]
            #[serde(rename_all = $case)]
            enum Variants {
                A,
                TwoWords,
                HTTPStatus,
                With2Digits,
                Under_score,
            }

            #[test]
            fn names_are_serdes() {
                let fields = Fields {
                    a: 1,
                    two_words: 2,
                    with_2_digits: 3,
                    trailing_: 4,
                    double__underscore: 5,
                    mixedCase: 6,
                    r#type: 7,
                };
                assert_eq!(super::text(&fields), serde_json::to_string(&fields).unwrap());
                for variant in [
                    Variants::A,
                    Variants::TwoWords,
                    Variants::HTTPStatus,
                    Variants::With2Digits,
                    Variants::Under_score,
                ] {
                    assert_eq!(super::text(&variant), serde_json::to_string(&variant).unwrap());
                }
            }
        }
    )*};
}

cases! {
    lower "lowercase"
    upper "UPPERCASE"
    pascal "PascalCase"
    camel "camelCase"
    snake "snake_case"
    screaming_snake "SCREAMING_SNAKE_CASE"
    kebab "kebab-case"
    screaming_kebab "SCREAMING-KEBAB-CASE"
}
