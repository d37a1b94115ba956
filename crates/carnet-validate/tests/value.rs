//! Rules about single values.

use crate::chain::{text, with};
use crate::contract::PAGE;
use carnet_core::Strength;

#[test]
fn types() {
    for (members, message, help) in [
        (
            "\"id\":\"1\"",
            "expected an integer, found a string",
            Some("write 1 without quotes"),
        ),
        (
            "\"id\":\"x\"",
            "expected an integer, found a string",
            Some("write an integer, such as 1"),
        ),
        (
            "\"id\":1.5",
            "expected an integer, found a number with a fraction",
            Some("write an integer, such as 1"),
        ),
        (
            "\"email\":7",
            "expected a string, found a number",
            Some("write \"7\" in quotes"),
        ),
        (
            "\"email\":true",
            "expected a string, found a boolean",
            Some("write \"true\" in quotes"),
        ),
        (
            "\"signed\":\"true\"",
            "expected a boolean, found a string",
            Some("write true without quotes"),
        ),
        (
            "\"tags\":\"[1]\"",
            "expected an array, found a string",
            Some("it is encoded twice: write the array itself, without quotes and backslashes"),
        ),
        (
            "\"person\":\"{}\"",
            "expected an object, found a string",
            Some("it is encoded twice: write the object itself, without quotes and backslashes"),
        ),
        (
            "\"entries\":{\"id\":1}",
            "expected an array, found an object",
            Some("put it in an array: […]"),
        ),
        (
            "\"person\":[]",
            "expected an object, found an array",
            Some("write an object, such as {…}"),
        ),
        (
            "\"amount\":{}",
            "expected a number, found an object",
            Some(
                "write a number with at most 2 decimals from 0.00 to 999999999999999.00, such as 1.00",
            ),
        ),
        (
            "\"role\":3",
            "expected a string, found a number",
            Some("write \"3\" in quotes"),
        ),
    ] {
        let chain = with(members).message(message);
        assert_eq!(chain.only().rule, carnet_core::RuleId::Type);
        assert_eq!(chain.only().help.as_deref(), help, "{members}");
    }
    text("[]").both(&["error type "]).underlines("[]");
    text("null")
        .both(&["error type "])
        .message("expected an object, found null");
}

#[test]
fn readings_not_taken() {
    with("\"country\":\"77\"")
        .strict(&["error type /country"])
        .lenient(&["warning type /country"])
        .message("expected an integer, found a string");
    let finding = with("\"country\":\"77\"").only();
    assert_eq!(finding.discrepancy.map(|known| known.id), Some("AC-01"));
    // A value that a reading does not take does not follow it.
    let finding = with("\"country\":\"France\"")
        .both(&["error type /country"])
        .only();
    assert_eq!(finding.discrepancy.map(|known| known.id), None);
    with("\"country\":true").both(&["error type /country"]);
}

#[test]
fn sources_fall_back_to_the_place_and_the_page() {
    let source = with("\"since\":1").only().source.unwrap();
    assert_eq!((source.url, source.section), (PAGE, "since"));
    assert_eq!(source.strength, Strength::Normative);
    let source = with("\"id\":1.0").only().source.unwrap();
    assert_eq!(source.strength, Strength::Outside);
}

#[test]
fn null() {
    with("\"since\":null")
        .strict(&["error null /since"])
        .lenient(&["warning null /since"])
        .underlines("null");
    // A required member that is null is one finding.
    text("{\"company\":null,\"name\":\"x\"}")
        .both(&["error null /company"])
        .message("`company` is required, and null counts as absent");
    with("\"free\":null,\"entries\":[null]").clean();
    with("\"tags\":[null]").both(&["error null /tags/0"]);
    with("\"labels\":{\"a\":null}")
        .strict(&["warning null /labels/a"])
        .lenient(&[]);
}

#[test]
fn listed_texts() {
    with("\"role\":\"Sales\"")
        .strict(&["error enum-case /role"])
        .lenient(&["warning enum-case /role"])
        .help("write `sales`");
    with("\"role\":\"saels\"")
        .both(&["error enum /role"])
        .help("did you mean `sales`?");
    with("\"role\":\"boss\"")
        .message("`boss` is not one of the documented texts")
        .help("write one of `sales`, `support`, `billing`");
    with("\"role\":\"\"").both(&["error enum /role"]);
}

#[test]
fn lengths_count_code_points() {
    let astral = "😀".repeat(50);
    text(format!("{{\"company\":1,\"name\":\"{astral}\"}}"))
        .strict(&[])
        .lenient(&["info utf16-length /name"]);
    text(format!("{{\"company\":1,\"name\":\"{astral}x\"}}"))
        .both(&["error max-length /name"])
        .message("the text has 51 characters, at most 50 are allowed")
        .help("shorten it by 1")
        .spans([1, 21, 20], [1, 74, 223]);
    let escaped = r"\ud83d\ude00".repeat(50);
    text(format!("{{\"company\":1,\"name\":\"{escaped}\"}}")).strict(&[]);
    with("\"code\":\"a\"").both(&["error min-length /code"]);
    with("\"code\":\"\"").both(&["error min-length /code"]);
    // What is too long and what is no address are two causes.
    with(&format!("\"email\":\"{}\"", "x".repeat(255)))
        .strict(&["error max-length /email", "warning format /email"]);
}

#[test]
fn bounds_are_judged_by_the_digits() {
    with("\"amount\":999999999999999.00").clean();
    with("\"amount\":0").clean();
    with("\"amount\":999999999999999.01")
        .both(&["error maximum /amount"])
        .message("`999999999999999.01` is more than 999999999999999.00");
    with("\"amount\":-0.001").both(&["error minimum /amount"]);
    with("\"amount\":1e15").both(&["error maximum /amount"]);
    with("\"amount\":1.234")
        .strict(&["warning decimals /amount"])
        .lenient(&[]);
    with("\"amount\":1.2300").clean();
}

#[test]
fn formats() {
    for date in [
        "2023-02-29",
        "2024-1-01",
        "20240228",
        "",
        "2024-01-01T00:00:00Z",
    ] {
        with(&format!("\"since\":\"{date}\"")).both(&["error format /since"]);
    }
    with("\"email\":\"ada\"")
        .strict(&["warning format /email"])
        .lenient(&["info format /email"])
        .message("`ada` is not an address with an @ and without blanks")
        .help("write it like `ada@example.com`");
}

#[test]
fn empty_texts() {
    text("{\"company\":1,\"name\":\"\"}")
        .strict(&["warning empty /name"])
        .lenient(&[])
        .underlines("\"\"");
    // The graver finding about one empty text wins.
    with("\"until\":\"\"").both(&["error format /until"]);
    text("{\"company\":\"\",\"name\":\"x\"}").both(&["error type /company"]);
    with("\"labels\":{\"\":\"x\"}")
        .strict(&["error empty /labels/"])
        .lenient(&[]);
}

#[test]
fn items() {
    with("\"tags\":[]")
        .strict(&["warning min-items /tags"])
        .lenient(&[])
        .underlines("[]");
    with("\"tags\":[\"a\",\"b\",\"c\"]").both(&["error max-items /tags"]);
    with("\"tags\":[1,\"b\"]").both(&["error type /tags/0"]);
}
