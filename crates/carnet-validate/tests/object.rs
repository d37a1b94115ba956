//! Rules about members: which stand in an object, and which should.

use crate::chain::{text, with};

#[test]
fn required_members() {
    text("  {}").both(&["error required /company", "error required /name"]);
    text("  {\"company\":1}")
        .both(&["error required /name"])
        .message("`name` is missing")
        .help("add \"name\": \"…\"")
        .spans([1, 3, 2], [1, 4, 3]);
    text("{\"company\":\"one\"}").both(&["error required /name", "error type /company"]);
    with("\"entries\":[{\"value\":1}]")
        .both(&["error required /entries/0/id"])
        .help("add \"id\": 1");
}

#[test]
fn unknown_keys() {
    with("\"colour\":null")
        .strict(&["error unknown-key /colour"])
        .lenient(&["warning unknown-key /colour"])
        .underlines("\"colour\"")
        .help("remove it");
    with("\"emial\":\"a@b\"").help("did you mean `email`?");
    with("\"nmae\":1").help("remove it; `name` is there already");
    with("\"Name\":1")
        .strict(&["error key-spelling /Name"])
        .help("remove it; `name` is there already");
    with("\"a/b~c\":1").strict(&["error unknown-key /a~1b~0c"]);
}

#[test]
fn a_misspelt_key_is_one_cause() {
    text("{\"company\":1,\"nmae\":\"x\"}")
        .strict(&["error unknown-key /nmae"])
        .lenient(&["error required /name", "warning unknown-key /nmae"])
        .message("the key `nmae` is not documented, and `name` is missing")
        .help("did you mean `name`?");
    for key in ["Name", "name ", " NAME"] {
        text(format!("{{\"company\":1,\"{key}\":\"x\"}}"))
            .strict(&[&format!("error key-spelling /{key}")])
            .lenient(&[
                "error required /name",
                &format!("warning key-spelling /{key}"),
            ])
            .help("write `name`");
    }
    let lenient = text("{\"company\":1,\"Name\":\"x\"}").report(carnet_core::Profile::Lenient);
    assert_eq!(
        lenient.findings[0].help.as_deref(),
        Some("write `name` in place of `Name`")
    );
    // A blank may stand for an underscore; the value is judged where the key is let pass.
    with("\"signed\":true,\"Signed Date\":\"x\"")
        .strict(&["error key-spelling /Signed Date"])
        .lenient(&[
            "warning key-spelling /Signed Date",
            "error format /Signed Date",
        ]);
}

#[test]
fn members_that_belong_together() {
    with("\"person\":{\"name\":\"Bob\"}")
        .both(&["error required-with /person/email"])
        .message("`email` is missing, which `name` needs")
        .underlines("\"name\"");
    with("\"person\":{\"type\":\"sales\"}")
        .strict(&["warning at-least-one /person"])
        .lenient(&[])
        .underlines("{");
    with("\"person\":{}")
        .strict(&["warning at-least-one /person"])
        .lenient(&[]);
    // Null counts as absent; where it was told as an error, that was all of it.
    with("\"person\":{\"name\":null,\"email\":\"a@b\"}")
        .strict(&["error null /person/name"])
        .lenient(&[
            "warning null /person/name",
            "error required-with /person/name",
        ]);
    // A wrong value is a value.
    with("\"person\":{\"name\":1,\"email\":\"a@b\"}").both(&["error type /person/name"]);
    with("\"person\":{\"name\":x,\"email\":\"a@b\"}").both(&["error bare-word /person/name"]);
    with("\"person\":{\"Name\":\"x\",\"email\":\"a@b\"}")
        .strict(&["error key-spelling /person/Name"])
        .lenient(&[
            "warning key-spelling /person/Name",
            "error required-with /person/name",
        ]);
}

#[test]
fn members_that_need_a_flag() {
    for (flag, strict) in [
        ("", &["warning requires-true /signed_date"][..]),
        (",\"signed\":false", &["warning requires-true /signed_date"]),
        (",\"signed\":true", &[]),
        (",\"signed\":\"yes\"", &["error type /signed"]),
    ] {
        with(&format!("\"signed_date\":\"2024-01-01\"{flag}")).strict(strict);
    }
    with("\"signed_date\":\"2024-01-01\"")
        .lenient(&[])
        .underlines("\"signed_date\"")
        .help("write \"signed\": true, or remove `signed_date`");
    with("\"signed_date\":null").strict(&["error null /signed_date"]);
}

#[test]
fn damaged_objects_have_no_consequences() {
    text("{\"company\":1").both(&["error syntax "]);
    text("{\"compny\":1,").both(&["error syntax "]);
    text("{company: integer, name: string, other: x}").both(&["error bare-word /company"]);
}
