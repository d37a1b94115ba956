//! Claims hold or panic, and say why.

use crate::acme::{FindNotes, RenameNote, SendNote};
use crate::panics;
use carnet_core::Artifact;
use carnet_testing::{Subject, Trial, form, reply, request, url};
use carnet_validate::Context;

fn note(body: &str) -> Trial {
    Trial::new(
        Subject::authenticated::<SendNote>(),
        Artifact::RequestBody,
        body,
    )
}

const LONG: &str = r#"{"token": "YOUR_TOKEN", "text": "123456789012345678901", "tag": 1}"#;

#[test]
fn claims_that_hold() {
    note(r#"{"token": "YOUR_TOKEN", "text": "x"}"#)
        .accepted()
        .clean()
        .refused(&[])
        .warned(&[])
        .round_trips();
    note(LONG)
        .refused(&[("unknown-key", "/tag"), ("max-length", "/text")])
        .refused_by("max-length", "/text");
    reply::<SendNote>(r#"{"id": 1, "more": 2}"#)
        .is_success()
        .round_trips();
    reply::<SendNote>(r#"{"error": "no"}"#)
        .context(Context {
            http_status: Some(400),
            ..Context::default()
        })
        .is_failure();
    url::<FindNotes>("https://acme.example/notes?words=a%20b").clean();
    form::<FindNotes>("words=a+b").clean();
    request::<RenameNote>(r#"{"name": "a"}"#)
        .clean()
        .round_trips();
}

#[test]
fn claims_that_do_not_hold_say_why() {
    let message = panics(|| {
        note(LONG).accepted();
    });
    let expected = "acme.note.send request-body: it is not accepted\n  {\"token\": \"***\", ";
    assert!(message.starts_with(expected), "{message}");
    assert!(
        message.contains("  validator: refuses it\n    error[max-length] /text: "),
        "{message}"
    );
    assert!(message.contains("  schema: refuses it: "), "{message}");

    let message = panics(|| {
        note(LONG).refused(&[("max-length", "/text"), ("type", "/text")]);
    });
    let expected = "\n  - error[type] /text\n  + error[unknown-key] /tag\n";
    assert!(message.contains(expected), "{message}");

    let message = panics(|| {
        note(LONG).refused_by("type", "/text");
    });
    assert!(
        message.contains("there is no error[type] /text\n"),
        "{message}"
    );
    let message = panics(|| {
        note(LONG).clean();
    });
    assert!(message.contains("there are findings\n"), "{message}");
    let message = panics(|| {
        note(LONG).warned(&[]);
    });
    assert!(message.contains("it is not accepted\n"), "{message}");
    let message = panics(|| {
        note(r#"{"text": "x"}"#).refused(&[]);
    });
    assert!(
        message.contains("\n  + error[required] /token\n"),
        "{message}"
    );
    let twice = [
        ("max-length", "/text"),
        ("max-length", "/text"),
        ("unknown-key", "/tag"),
    ];
    let message = panics(|| {
        note(LONG).refused(&twice);
    });
    assert!(
        message.contains("\n  - error[max-length] /text\n"),
        "{message}"
    );
}

#[test]
fn kinds_of_replies_and_round_trips_are_claims() {
    let message = panics(|| {
        reply::<SendNote>(r#"{"id": 1}"#).is_failure();
    });
    assert!(
        message.starts_with("acme.note.send reply-body: it is no failure\n"),
        "{message}"
    );
    let message = panics(|| {
        reply::<SendNote>(r#"{"id": "x"}"#)
            .status(200)
            .round_trips();
    });
    assert!(message.contains("it does not decode: "), "{message}");
    let message = panics(|| {
        form::<FindNotes>("words=a").round_trips();
    });
    assert!(
        message.contains("nothing reads this kind of body\n"),
        "{message}"
    );
}

#[test]
fn engines_that_disagree_fail_every_claim() {
    let message = panics(|| {
        request::<RenameNote>(r#"{"name": "A"}"#).accepted();
    });
    let expected = "acme.note.rename request-body: what the validator passes does not decode\n";
    assert!(message.starts_with(expected), "{message}");
    let message = panics(|| {
        reply::<RenameNote>(r#"{"id": 1}"#).lenient().refused(&[]);
    });
    assert!(
        message.contains("decoding and writing again changes it\n"),
        "{message}"
    );
    assert!(message.contains("  validator, lenient:\n"), "{message}");
}

#[test]
fn what_nobody_describes_is_no_subject_of_claims() {
    let message = panics(|| {
        let _ = url::<SendNote>("https://acme.example/notes");
    });
    assert_eq!(
        message,
        "no schema describes the request-url of acme.note.send, but its request-body and reply-body"
    );
    let message = panics(|| {
        let _ = request::<FindNotes>("{}");
    });
    assert_eq!(
        message,
        "no schema describes the request-body of acme.note.find, but its request-form and request-url and \
         reply-body"
    );
}
