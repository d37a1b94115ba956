//! Broken text: one finding per cause, and the rest is still judged.

use crate::chain::{text, with};

#[test]
fn one_finding_per_broken_value() {
    text("{\n\"company\": integer,\n\"name\": \"x\"\n}")
        .both(&["error bare-word /company"])
        .message("`integer` is not a JSON value")
        .help("`integer` names a type: write a value")
        .spans([2, 12, 13], [2, 19, 20]);
    for alternatives in [
        "decimal | integer | \"string\"",
        "true|false",
        "\"account_management\"|\"billing\"|\"sales\"",
        "1 | 2",
    ] {
        with(&format!("\"value\": {alternatives}"))
            .both(&["error bare-word /value"])
            .underlines(alternatives);
    }
}

#[test]
fn a_vendors_skeleton() {
    let skeleton = "{\n\"company\": integer,\n\"name\": \"string\",\n\"person\": {\n\"name\": \"x\",\n\
        \"email\": \"a@b\",\n\"type\": \"sales\"|\"support\"\n},\n\"signed\": true|false,\n\
        \"entries\": [\n{\n\"id\": integer,\n\"value\": decimal | integer | \"string\"\n},\n]\n}";
    text(skeleton).both(&[
        "error bare-word /company",
        "error bare-word /person/type",
        "error bare-word /signed",
        "error bare-word /entries/0/id",
        "error bare-word /entries/0/value",
        "error trailing-comma /entries",
    ]);
    with("\"labels\":{\nkey: value,...\n}")
        .both(&["error bare-word /labels/key"])
        .underlines("key: value,...");
    with("\"labels\":{..x..}").both(&["error bare-word /labels"]);
    with("\"tags\":[\"a\", ...]").both(&["error bare-word /tags/1"]);
    // Members may have been left out: none is missed.
    text("{\"name\": \"x\", ...}").both(&["error bare-word "]);
}

#[test]
fn commas_and_colons() {
    with("\"id\":1,")
        .both(&["error trailing-comma "])
        .spans([1, 33, 32], [1, 34, 33]);
    with("\"tags\":[\"a\",]")
        .both(&["error trailing-comma /tags"])
        .underlines(",");
    // A trailing comma hides nothing.
    text("{\"company\":true,}").both(&[
        "error required /name",
        "error type /company",
        "error trailing-comma ",
    ]);
    with("\"id\":1 \"since\":2").both(&["error syntax /since", "error type /since"]);
    with("\"id\":1\n\"signed\":true").message("a comma is missing before `\"signed\"`");
    with("\"tags\":[\"a\" \"b\"]").both(&["error syntax /tags/1"]);
    with("\"id\" 1")
        .both(&["error syntax /id"])
        .message("a colon is missing before `1`");
    with("\"id\" = 1").both(&["error syntax /id"]);
    with("\"id\" => 1").both(&["error syntax /id"]);
    with("\"id\":")
        .both(&["error syntax /id"])
        .message("no value stands after the colon");
    with("\"id\":,\"signed\":3").both(&["error syntax /id", "error type /signed"]);
    with("\"id\"").both(&["error syntax /id"]);
    with("\"id\",\"signed\":true").both(&["error syntax /id"]);
    text("{,\"company\":1,,,\"name\":\"x\"}").both(&["error syntax ", "error syntax "]);
    with(":1").both(&["error syntax "]);
    with("{\"a\":1}").both(&["error syntax "]);
    text("{\"name\":\"x\",\"company\":1:2}").both(&["error syntax /company"]);
}

#[test]
fn words() {
    text("{company:1,'name':\"x\"}").both(&["error bare-word /company", "error bare-word /name"]);
    with("\"email\":'a@b'")
        .both(&["error syntax /email"])
        .help("JSON strings stand in double quotes");
    with("\"free\":None")
        .both(&["error bare-word /free"])
        .help("write null");
    with("\"free\":True").help("write true");
    with("\"since\":2024-01-01").both(&["error bare-word /since"]);
    with("\"email\":\u{201C}a b\u{201D}").help("write straight double quotes");
    with("\"email\":a@b").help("if it is a text, write \"a@b\"");
    with("\"email\":\"say \"hi\" now\"").both(&["error syntax /email"]);
    with("\"email\":\"say \"hi\" now\",\"id\":true")
        .both(&["error syntax /email", "error type /id"]);
    with("\"free\":{\"a\":1} x,\"id\":true").both(&["error syntax ", "error type /id"]);
}

#[test]
fn numbers_that_json_does_not_know() {
    for (number, message) in [
        ("NaN", "JSON has no NaN and no Infinity, but here is `NaN`"),
        (
            "-Infinity",
            "JSON has no NaN and no Infinity, but here is `-Infinity`",
        ),
        ("+1", "the number `+1` begins with a plus sign"),
        ("01", "the number `01` begins with a superfluous zero"),
        ("-01", "the number `-01` begins with a superfluous zero"),
        (".5", "the number `.5` has no digit before its point"),
        ("1.", "the number `1.` has no digit after its point"),
        ("1.e5", "the number `1.e5` has no digit after its point"),
        ("0x1F", "the number `0x1F` is hexadecimal"),
        ("1e", "`1e` is not a JSON number"),
        ("1.2.3", "`1.2.3` is not a JSON number"),
    ] {
        with(&format!("\"amount\":{number}"))
            .both(&["error syntax /amount"])
            .message(message)
            .underlines(number);
    }
    with("\"amount\":-").both(&["error bare-word /amount"]);
}

#[test]
fn strings() {
    with("\"free\":\"a\tb\"")
        .both(&["error syntax /free"])
        .message("the control character U+0009 stands in a string unescaped")
        .help("write \\t");
    with("\"free\":\"two\nlines\nof text\",\"id\":true")
        .both(&["error syntax /free", "error type /id"]);
    with(r#""free":"C:\Users\new\x""#)
        .both(&["error syntax /free"])
        .underlines(r"\U");
    with(r#""free":"\u12g4""#)
        .both(&["error syntax /free"])
        .underlines(r"\u12");
    with("\"free\":\"not closed,\n\"id\":true\n")
        .both(&["error syntax /free", "error type /id"])
        .settings(|_| {});
    with("\"free\":\"closed later\n\"").both(&["error syntax /free"]);
}

#[test]
fn comments_and_blanks() {
    text("{\n// first\n\"company\":1, /* second */ \"name\":\"x\"}")
        .both(&["error syntax ", "error syntax "]);
    with("\"id\":1// no\n")
        .both(&["error syntax "])
        .underlines("// no");
    with("\"id\":1/* open").both(&["error syntax ", "error syntax "]);
    with("\"id\":\u{A0}1,\u{A0}\"signed\":true")
        .both(&["error syntax /id"])
        .message("U+00A0 is not white space in JSON");
    // Slashes inside strings are text.
    with("\"free\":\"https://example.com /* */\"").clean();
}

#[test]
fn truncated_text_is_one_finding_at_its_end() {
    text("{\"company\":1,\"name\":\"Ada\",\"tags\":[\"a\"\n\n")
        .both(&["error syntax "])
        .message("the text ends inside an array")
        .help("if nothing else is missing, add `]}`")
        .spans([1, 38, 37], [1, 38, 37]);
    text("{\"company\":1,\"name\":\"A")
        .message("the text ends inside a string")
        .help("if nothing else is missing, add `\"}`");
    for truncated in [
        "{",
        "[",
        "{\"a",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "[1,",
        "\"a",
    ] {
        text(truncated).both(match truncated {
            "[" | "[1," => &["error type ", "error syntax "],
            _ => &["error syntax "],
        });
    }
}

#[test]
fn brackets_that_do_not_match() {
    text("{\"company\":1,\"name\":\"x\",\"tags\":[\"a\"}").both(&["error syntax "]);
    text("{\"company\":1,\"name\":\"x\",\"free\":{\"a\":1],\"id\":2}")
        .both(&["error syntax /free"]);
    text("{\"company\":1,\"name\":\"x\"]").message("`]` stands where `}` is expected");
}

#[test]
fn text_after_the_value() {
    with("\"id\":1").clean();
    text("{\"company\":1,\"name\":\"x\"};")
        .both(&["error trailing-semicolon "])
        .help("remove the semicolon")
        .underlines(";");
    text("{\"company\":1,\"name\":\"x\"}\n{\"company\":2}\n")
        .both(&["error syntax "])
        .underlines("{\"company\":2}");
    text("{\"company\":1,\"name\":\"x\"}}").both(&["error syntax "]);
    text("var x = {\"company\":1}").both(&["error bare-word "]);
    text("}").both(&["error syntax "]);
}

#[test]
fn a_text_of_nothing_but_errors_is_given_up() {
    let report = text("[".to_owned() + &"x,".repeat(100_000)).report(carnet_core::Profile::Strict);
    assert_eq!(
        report.findings.len(),
        carnet_validate::tree::MOST_PROBLEMS + 2
    );
}

#[test]
fn values_without_a_key() {
    for (keyless, underlined) in [
        ("5", "5"),
        ("true", "true"),
        ("{\"a\":1}", "{"),
        ("[2]", "["),
    ] {
        text(format!("{{\"company\":1,\"name\":\"x\",{keyless}}}"))
            .both(&["error syntax "])
            .message("a member of an object has no key")
            .underlines(underlined);
    }
    text("{".repeat(120)).both(&["error syntax "]);
}
