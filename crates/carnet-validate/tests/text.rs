//! The rules of JSON text: severities, places and exact spans.

use crate::chain::{text, with};
use carnet_core::Level;
use carnet_validate::Choice;

#[test]
fn a_payload_that_keeps_everything_is_clean() {
    with(
        r#""role":"sales","code":"ab","amount":1.20,"since":"2024-02-29","email":"a@b","tags":["x"],
        "person":{"name":"Bob","email":"b@c","type":"billing"},"signed":true,
        "signed_date":"2024-01-31","country":77,"entries":[{"id":1,"value":2.5},null],
        "free":null,"labels":{"a":"b"},"until":"2024-03-01""#,
    )
    .clean();
}

#[test]
fn byte_order_mark() {
    let marked = "\u{FEFF}{\"company\":1,\"name\":\"Ada\"}";
    text(marked)
        .strict(&["error byte-order-mark "])
        .lenient(&["warning byte-order-mark "])
        .spans([1, 1, 0], [1, 2, 3]);
    text("\u{FEFF}{\"company\":1}").lenient(&["warning byte-order-mark ", "error required /name"]);
}

#[test]
fn empty_texts() {
    for empty in ["", " \n\t "] {
        text(empty)
            .both(&["error syntax "])
            .message("the text is empty");
    }
    text("\u{FEFF}").strict(&["error byte-order-mark ", "error syntax "]);
}

#[test]
fn invalid_utf8() {
    text(b"{\"company\":1,\"name\":\"A\xFFda\"}")
        .both(&["error invalid-utf8 /name"])
        .spans([1, 23, 22], [1, 24, 23]);
    // What stands around it is still judged.
    text(b"{\"company\":\"1\",\"name\":\"A\xC3\"}")
        .both(&["error type /company", "error invalid-utf8 /name"]);
    for binary in [
        &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..],
        b"\x1f\x8b\x08\0,,,\xFF{",
    ] {
        text(binary).both(&["error invalid-utf8 "]);
    }
    text(b"\xFF\xFE{\0\"\0a\0")
        .both(&["error invalid-utf8 "])
        .help("the text is UTF-16: save it as UTF-8");
    text("{\0\"\0a\0")
        .both(&["error syntax "])
        .message("the text holds NUL characters");
}

#[test]
fn duplicate_keys() {
    with(r#""role":"sales","role":"sales""#)
        .strict(&["error duplicate-key /role"])
        .lenient(&["warning duplicate-key /role"])
        .message("the key `role` stands twice in one object, with the same value")
        .spans([1, 42, 41], [1, 48, 47]);
    with(r#""role":"sales","ro\u006ce":"support""#)
        .both(&["error duplicate-key /role"])
        .underlines(r#""ro\u006ce""#);
    // The same value, written otherwise.
    with(r#""free":{"a":1.0,"b":[1e2]},"free":{"b":[100],"\u0061":1}"#)
        .lenient(&["warning duplicate-key /free"]);
    // Only the last is judged, and several are one finding.
    with(r#""since":7,"since":true,"since":"2024-01-01""#)
        .both(&["error duplicate-key /since"])
        .message("the key `since` stands 3 times in one object, with different values");
    // Also where the contract does not reach.
    with(r#""free":[{"a":1,"a":2}]"#).both(&["error duplicate-key /free/0/a"]);
}

#[test]
fn lone_surrogates() {
    for (escapes, underlined) in [
        (r"\ud800", r"\ud800"),
        (r"a\udfffb", r"\udfff"),
        (r"\udc00\ud800", r"\udc00\ud800"),
        (r"\ud800\u0041", r"\ud800"),
        (r"\ud800\ud800\udc00", r"\ud800"),
    ] {
        text(format!("{{\"company\":1,\"name\":\"{escapes}\"}}"))
            .both(&["error lone-surrogate /name"])
            .underlines(underlined);
    }
    text(r#"{"company":1,"name":"\ud83d\ude00\udbff\udfff"}"#).clean();
    text(r#"{"company":1,"name":"\udc00\ud83d\ude00"}"#)
        .message("a surrogate stands without its other half");
}

#[test]
fn depth() {
    let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    // The object is the first level.
    with(&format!("\"free\":{}", nested(126))).clean();
    let pointer = format!("error depth /free{}", "/0".repeat(126));
    with(&format!("\"free\":{}", nested(127)))
        .both(&[&pointer])
        .underlines("[");
    with(&format!("\"free\":{},\"since\":1", nested(9_000))).both(&[&pointer, "error type /since"]);
    with(&format!(
        "\"free\":{}[[1],[2]]{}",
        "[".repeat(126),
        "]".repeat(126)
    ))
    .both(&[&pointer]);
}

#[test]
fn numbers() {
    with("\"amount\":1e400")
        .both(&["error number-range /amount"])
        .underlines("1e400");
    with("\"amount\":-1e400").both(&["error number-range /amount"]);
    with("\"amount\":-0").clean();
    with("\"amount\":1e-400").strict(&["warning decimals /amount"]);
    for (integer, strict, lenient) in [
        ("1.0", "warning integer-spelling /id", None),
        ("1e2", "warning integer-spelling /id", None),
        ("1E0", "warning integer-spelling /id", None),
        ("-0.0", "warning integer-spelling /id", None),
        (
            "9223372036854775808",
            "error integer-range /id",
            Some("warning integer-range /id"),
        ),
        (
            "-9223372036854775809",
            "error integer-range /id",
            Some("warning integer-range /id"),
        ),
        (
            "1e19",
            "error integer-range /id",
            Some("warning integer-range /id"),
        ),
        ("1.5", "error type /id", Some("error type /id")),
    ] {
        with(&format!("\"id\":{integer}"))
            .strict(&[strict])
            .lenient(lenient.as_slice())
            .underlines(integer);
    }
    for plain in ["-0", "9223372036854775807", "-9223372036854775808"] {
        with(&format!("\"id\":{plain}")).clean();
    }
    with("\"id\":1e2").help("write 100");
}

#[test]
fn shell_variables() {
    text(" $JSON\n")
        .strict(&["error shell-variable "])
        .lenient(&["warning shell-variable "])
        .spans([1, 2, 1], [1, 7, 6]);
    text(r#"{"company":1,"name":"$TOKEN"}"#)
        .strict(&["error shell-variable /name"])
        .lenient(&["warning shell-variable /name"])
        .underlines(r#""$TOKEN""#);
    text(r#"{"company":$JSON,"name":"Ada"}"#)
        .strict(&["error shell-variable /company"])
        .lenient(&["warning shell-variable /company"]);
    // Only the words that the contract rules upon.
    text("$OTHER").both(&["error bare-word "]);
    text(r#"{"company":1,"name":"$OTHER"}"#).clean();
    text(r#"{"company":1,"name":"pay $JSON"}"#).clean();
}

#[test]
fn rulings_of_the_body_and_levels_of_the_caller() {
    let finding = with("\"id\":1,").only();
    assert_eq!(finding.discrepancy.map(|known| known.id), Some("AC-03"));
    for (id, level, expected) in [
        ("AC-03", Level::Info, &["info trailing-comma "][..]),
        (
            "trailing-comma",
            Level::Warning,
            &["warning trailing-comma "],
        ),
        ("AC-03", Level::Allow, &[]),
        ("max-length", Level::Allow, &["error trailing-comma "]),
    ] {
        with("\"id\":1,")
            .settings(|settings| {
                settings
                    .overrides
                    .insert(id.to_owned(), Choice::Level(level));
            })
            .both(expected);
    }
    with("\"id\":1,")
        .settings(|settings| {
            settings
                .overrides
                .insert("AC-03".to_owned(), Choice::Level(Level::Info));
            settings
                .overrides
                .insert("trailing-comma".to_owned(), Choice::Level(Level::Error));
        })
        .both(&["info trailing-comma "]);
}

#[test]
fn columns_count_characters_and_lines_end_with_a_line_feed() {
    text("{\r\n\"name\": \"é😀\",\t\"company\": \"é\"}")
        .both(&["error type /company"])
        .spans([2, 26, 32], [2, 29, 36]);
}
