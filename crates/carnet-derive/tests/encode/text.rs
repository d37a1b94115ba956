//! Texts of a bounded length.

use super::body;
use carnet::{Encode, Payload, Text, TooLong};
use std::borrow::Cow;
use std::collections::BTreeSet;

#[derive(Payload)]
struct Names {
    #[carnet(max_length = 3)]
    name: String,
    #[carnet(max_length = 3)]
    other: Option<String>,
}

#[derive(Encode)]
#[carnet(to(Names))]
struct Mine<'a> {
    #[carnet(names = "name")]
    name: Text<3>,
    #[carnet(names = "other")]
    other: Option<Cow<'a, str>>,
}

#[test]
fn is_written_as_a_text() {
    let mine = Mine {
        name: Text::new("é\"𝄞").expect("three"),
        other: Some(Cow::Borrowed("anything")),
    };
    assert_eq!(body(&mine), r#"{"name":"é\"𝄞","other":"anything"}"#);
}

#[test]
fn code_points_are_counted() {
    // Three code points, of which one has four bytes and two UTF-16 code units.
    for text in ["", "abc", "é\u{301}𝄞", "🦀🦀🦀"] {
        assert_eq!(Text::<3>::new(text).expect("short").as_str(), text);
    }
    for text in ["abcd", "🦀🦀🦀🦀", "e\u{301}e\u{301}"] {
        let error = Text::<3>::new(text).expect_err("long");
        assert_eq!(
            error.to_string(),
            "the text has 4 characters, at most 3 are allowed"
        );
    }
}

#[test]
fn every_way_to_make_one_counts() {
    let long = |error: TooLong| error == Text::<1>::new("ab").expect_err("long");
    assert!(long(Text::<1>::try_from("ab").expect_err("long")));
    assert!(long(
        Text::<1>::try_from("ab".to_owned()).expect_err("long")
    ));
    assert!(long("ab".parse::<Text<1>>().expect_err("long")));

    let read: Text<2> = serde_json::from_str(r#""ab""#).expect("short");
    assert_eq!(String::from(read.clone()), "ab");
    assert_eq!(read.into_string(), "ab");
    let error = serde_json::from_str::<Text<1>>(r#""ab""#).expect_err("long");
    assert!(
        error
            .to_string()
            .starts_with("the text has 2 characters, at most 1 are allowed"),
        "{error}"
    );
    assert!(serde_json::from_str::<Text<1>>("1").is_err());
}

#[test]
fn is_used_as_a_text() {
    let text: Text<3> = "b c".parse().expect("short");
    assert_eq!(format!("[{text:>5}]"), "[  b c]");
    assert!(text.starts_with('b'));
    let set = BTreeSet::from([text]);
    assert!(set.contains("b c"));
}
