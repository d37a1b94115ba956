//! Replies in one schema.

use crate::change::CHANGE;
use crate::contract::MAKE;
use crate::validator;
use carnet_core::contract::{Contract, Reply};
use carnet_schema::{Side, document};
use serde_json::json;

#[test]
fn the_first_reply_whose_conditions_hold_is_meant() {
    let schema = document(&MAKE, Side::Response).to_value();
    let validator = validator(&schema);
    for (body, valid) in [
        (json!({"code": "200", "id": 1}), true),
        (json!({"code": "200", "id": 1, "new": true}), true),
        (json!({"code": "200", "id": 1, "contact": null}), true),
        (json!({"code": "200", "id": "1"}), false),
        (json!({"code": "400", "detail": "no"}), true),
        (json!({"code": "400", "detail": 1}), false),
        // Meant as a success: the code says so.
        (json!({"code": "200", "id": "1", "detail": "no"}), false),
        // Not all that a success has: a failure.
        (json!({"code": "200", "detail": "no"}), true),
        // Neither: judged as a success.
        (json!({"code": "400", "id": 1}), true),
        (json!({"code": "400"}), false),
        (json!([]), false),
    ] {
        assert_eq!(
            validator.is_valid(&body),
            valid,
            "{body} against {schema:#}"
        );
    }
    let when = schema["$defs"]["failure"]["x-carnet-when"].as_str();
    assert_eq!(when, Some("the member detail is present"));
    let when = schema["$defs"]["success"]["x-carnet-when"]
        .as_str()
        .unwrap();
    assert!(
        when.starts_with("the HTTP status is 200 to 299; where"),
        "{when}"
    );
}

#[test]
fn a_reply_without_conditions_takes_the_rest() {
    const REPLIES: [Reply; 2] = [
        MAKE.replies[0],
        Reply {
            when: &[],
            ..MAKE.replies[1]
        },
    ];
    let schema = document(
        &Contract {
            replies: &REPLIES,
            ..MAKE
        },
        Side::Response,
    )
    .to_value();
    let validator = validator(&schema);
    assert!(validator.is_valid(&json!({"code": "200", "id": 1})));
    assert!(!validator.is_valid(&json!({"code": "400", "id": 1})));
    for example in schema["examples"].as_array().unwrap() {
        assert!(validator.is_valid(example), "{example}");
    }
}

#[test]
fn a_word_tells_replies_apart_in_any_case_of_key_and_word() {
    let schema = document(&CHANGE, Side::Response).to_value();
    let validator = validator(&schema);
    for (body, valid) in [
        (json!({"status": "ok", "id": 1}), true),
        (json!({"status": "ok"}), false),
        (json!({"Status": "Fail", "reason": "r"}), true),
        // A failure by its word, whatever else there is.
        (json!({"Status": "FAIL", "reason": "r"}), false),
        (json!({"Status": "Fail"}), false),
        (json!({"status": "failed", "id": 1}), false),
        (json!({" sta tus": "fail", "status": "ok", "id": 1}), false),
        (
            json!({"Status": "Fail", "status": "ok", "reason": "r"}),
            false,
        ),
        // No such word: a success, or none.
        (json!({"Status": "Failure", "reason": "r"}), false),
        (json!({"Status": ["fail"], "reason": "r"}), false),
        (json!("fail"), false),
    ] {
        assert_eq!(
            validator.is_valid(&body),
            valid,
            "{body} against {schema:#}"
        );
    }
    assert_eq!(
        schema["if"],
        json!({
            "type": "object",
            "not": {"patternProperties": {
                r"^\s*[Ss]\s*[Tt]\s*[Aa]\s*[Tt]\s*[Uu]\s*[Ss]\s*$": {"not": {
                    "type": "string",
                    "pattern": "^(?:[fF][aA][iI][lL]|[fF][aA][iI][lL][eE][dD]|[oO][tT][hH][eE][rR])$",
                }},
            }},
        })
    );
    assert_eq!(
        schema["examples"],
        json!([
            {"Status": "Fail", "reason": "reason"},
            {"status": "ok", "id": 1},
        ])
    );
}
