//! Which documented reply a text is.

use crate::chain::{Chain, reply};
use crate::contract::{CODED, PEOPLE, WORDED};
use carnet_core::Profile;
use carnet_core::contract::Outcome;

fn with_status(json: &str, status: u16) -> Chain<'static> {
    reply(&PEOPLE, json).settings(|settings| settings.context.http_status = Some(status))
}

fn outcome(chain: &Chain<'_>) -> Option<Outcome> {
    chain.report(Profile::Strict).outcome
}

const DONE: &str = r#"{"id":1,"name":"x"}"#;
const REFUSED: &str = r#"{"detail":"no"}"#;

#[test]
fn the_status_decides_where_it_is_known() {
    assert_eq!(
        outcome(&with_status(DONE, 201).clean()),
        Some(Outcome::Success)
    );
    assert_eq!(
        outcome(&with_status(REFUSED, 404).clean()),
        Some(Outcome::Failure)
    );
    with_status(REFUSED, 200).strict(&[
        "error required /id",
        "error required /name",
        "warning unknown-key /detail",
    ]);
    assert_eq!(outcome(&with_status("oops", 502)), Some(Outcome::Failure));
    // A status that no reply has.
    assert_eq!(outcome(&with_status(DONE, 302)), Some(Outcome::Success));
}

#[test]
fn the_required_members_decide_where_it_is_not() {
    assert_eq!(
        outcome(&reply(&PEOPLE, DONE).clean()),
        Some(Outcome::Success)
    );
    assert_eq!(
        outcome(&reply(&PEOPLE, REFUSED).clean()),
        Some(Outcome::Failure)
    );
    assert_eq!(outcome(&reply(&PEOPLE, "{}")), Some(Outcome::Success));
    reply(&PEOPLE, "[1]").both(&["error type "]);
    assert_eq!(outcome(&reply(&PEOPLE, "")), Some(Outcome::Success));
}

#[test]
fn members_and_prefixes_decide() {
    assert_eq!(
        outcome(&reply(&CODED, r#"{"code":"200"}"#).clean()),
        Some(Outcome::Success)
    );
    assert_eq!(
        outcome(&reply(&CODED, REFUSED).clean()),
        Some(Outcome::Failure)
    );
    assert_eq!(
        outcome(&reply(&CODED, r#"{"code":200}"#)),
        Some(Outcome::Success)
    );
}

#[test]
fn words_decide() {
    for (json, expected) in [
        (r#"{"status":"fail"}"#, Outcome::Failure),
        (r#"{"Status":"FAILED"}"#, Outcome::Failure),
        (r#"{"status ":"Fail"}"#, Outcome::Failure),
        (r#"{"status":"ok","status":"fail"}"#, Outcome::Failure),
        (r#"{"status":"failure"}"#, Outcome::Success),
        (r#"{"status":"success"}"#, Outcome::Success),
        (r#"{"status":["fail"]}"#, Outcome::Success),
        (r#"{"state":"fail"}"#, Outcome::Success),
        (r#"["fail"]"#, Outcome::Success),
        ("", Outcome::Success),
    ] {
        assert_eq!(outcome(&reply(&WORDED, json)), Some(expected), "{json}");
    }
}

#[test]
fn a_required_member_may_stand_under_another_key() {
    assert_eq!(
        outcome(&reply(&PEOPLE, r#"{"Detail":"no"}"#)),
        Some(Outcome::Failure)
    );
}

#[test]
fn requests_have_no_outcome() {
    assert_eq!(outcome(&crate::chain::text("{}")), None);
}
