//! From trees to Rust types.

use carnet_core::{Decimal, Member, Secret};
use carnet_validate::decode::{DecodeError, from_slice};
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, DecodeError> {
    from_slice(text.as_bytes())
}

#[test]
fn integers_by_value() {
    for (text, value) in [("1", 1), ("1.0", 1), ("1e2", 100), ("-0", 0), ("-5.00", -5)] {
        assert_eq!(read::<i64>(text).unwrap(), value, "{text}");
    }
    assert_eq!(read::<u64>("18446744073709551615").unwrap(), u64::MAX);
    assert_eq!(read::<u8>("2.55e2").unwrap(), 255);
    for text in [
        "1.5",
        "9223372036854775808",
        "1e19",
        "\"1\"",
        "null",
        "true",
    ] {
        assert!(read::<i64>(text).is_err(), "{text}");
    }
    assert!(read::<u8>("256").is_err() && read::<u8>("-1").is_err());
    let error = read::<i64>("1.5").unwrap_err();
    assert_eq!(
        error.to_string(),
        "expected i64, found number with a fraction"
    );
}

#[test]
fn doubles_and_digits() {
    assert_eq!(read::<f64>("1.5").unwrap().to_bits(), 1.5_f64.to_bits());
    let exact = read::<Decimal>("999999999999999.0100").unwrap();
    assert_eq!(exact.as_str(), "999999999999999.0100");
    for text in ["\"1\"", "null", "{}", "[1]"] {
        assert!(read::<Decimal>(text).is_err(), "{text}");
    }
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum Untagged {
    Integer(i64),
    Decimal(Decimal),
    Text(String),
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum Double {
    Integer(i64),
    Double(f64),
}

#[test]
fn untagged_unions_keep_the_digits() {
    assert_eq!(read::<Untagged>("1.0").unwrap(), Untagged::Integer(1));
    assert_eq!(
        read::<Untagged>("\"x\"").unwrap(),
        Untagged::Text("x".into())
    );
    for text in [
        "1.25",
        "999999999999999.01",
        "123456789012345678901234567890",
    ] {
        let Untagged::Decimal(decimal) = read(text).unwrap() else {
            panic!("{text}");
        };
        assert_eq!(decimal, text.parse().unwrap());
    }
    assert_eq!(read::<Double>("0.1").unwrap(), Double::Double(0.1));
}

#[derive(Debug, PartialEq, Deserialize)]
enum Tagged {
    Unit,
    New(i64),
    Tuple(i64, bool),
    Struct { a: i64 },
}

#[test]
fn enums() {
    assert_eq!(read::<Tagged>("\"Unit\"").unwrap(), Tagged::Unit);
    assert_eq!(read::<Tagged>("{\"Unit\":null}").unwrap(), Tagged::Unit);
    assert_eq!(read::<Tagged>("{\"New\":1.0}").unwrap(), Tagged::New(1));
    assert_eq!(
        read::<Tagged>("{\"Tuple\":[1,true]}").unwrap(),
        Tagged::Tuple(1, true)
    );
    assert_eq!(
        read::<Tagged>("{\"Struct\":{\"a\":1}}").unwrap(),
        Tagged::Struct { a: 1 }
    );
    for text in [
        "\"Other\"",
        "{}",
        "{\"New\":1,\"Unit\":null}",
        "{\"Tuple\":[1,true,2]}",
        "3",
    ] {
        assert!(read::<Tagged>(text).is_err(), "{text}");
    }
}

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Optional {
    option: Option<i64>,
    member: Member<i64>,
}

#[test]
fn null_and_absent() {
    let both = |option, member| Optional { option, member };
    assert_eq!(read::<Optional>("{}").unwrap(), both(None, Member::Absent));
    assert_eq!(
        read::<Optional>("{\"option\":null,\"member\":null}").unwrap(),
        both(None, Member::Null)
    );
    assert_eq!(
        read::<Optional>("{\"option\":1,\"member\":2}").unwrap(),
        both(Some(1), Member::Value(2))
    );
}

#[derive(Debug, PartialEq, Deserialize)]
struct Wrapper(String);

#[derive(Debug, PartialEq, Deserialize)]
struct Borrowed<'a> {
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(default)]
    absent: Option<bool>,
}

#[test]
fn structs_maps_and_tuples() {
    assert_eq!(read::<Wrapper>("\"x\"").unwrap(), Wrapper("x".into()));
    assert_eq!(read::<(i64, String)>("[1,\"a\"]").unwrap(), (1, "a".into()));
    assert!(read::<(i64, String)>("[1,\"a\",2]").is_err());
    let map: BTreeMap<i64, bool> = read("{\"7\":true}").unwrap();
    assert_eq!(map, BTreeMap::from([(7, true)]));
    assert_eq!(read::<char>("\"x\"").unwrap(), 'x');
    let document = carnet_validate::tree::parse(b"{\"text\":\"plain\",\"more\":[1]}");
    let borrowed: Borrowed<'_> =
        carnet_validate::decode::from_node(document.root.as_ref().unwrap()).unwrap();
    assert!(matches!(borrowed.text, Cow::Borrowed("plain")));
    assert_eq!(borrowed.absent, None);
    assert_eq!(read::<Secret>("\"abc\"").unwrap().expose(), "abc");
}

#[test]
fn errors_name_the_innermost_place_and_quote_no_text() {
    let error = read::<BTreeMap<String, Vec<i64>>>("{\"a\":[1,\"swordfish\"]}").unwrap_err();
    assert_eq!(error.span(), Some(8..19));
    assert_eq!(error.to_string(), "expected i64, found a string");
    let document = carnet_validate::tree::parse(b"{\"other\":1}");
    let error = carnet_validate::decode::from_node::<Borrowed<'_>>(document.root.as_ref().unwrap());
    assert_eq!(error.unwrap_err().to_string(), "missing field `text`");
    for broken in ["", "{", "[1,]", "{\"a\":x}", "1 2", "\u{FEFF}1", "1e400"] {
        assert!(read::<serde::de::IgnoredAny>(broken).is_err(), "{broken:?}");
    }
    let error = read::<i64>("swordfish").unwrap_err();
    assert_eq!(
        (error.to_string().as_str(), error.span()),
        ("this is not a JSON value", Some(0..9))
    );
}
