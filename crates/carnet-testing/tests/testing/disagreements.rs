//! Engines that disagree are told of, and credentials are not.

use crate::acme::{FindNotes, RenameNote, SendNote};
use crate::panics;
use carnet_core::Artifact;
use carnet_testing::{Agreement, Engines, Subject};
use carnet_validate::Context;

#[test]
fn types_that_do_not_read_what_the_contract_says() {
    let agreement = Agreement::of::<RenameNote>()
        .only(Artifact::RequestBody)
        .texts(
            Artifact::RequestBody,
            [r#"{"name": "a"}"#, r#"{"name": "A"}"#],
        )
        .payloads(0);
    let disagreements = agreement.check().unwrap_err();
    let all: Vec<_> = disagreements.iter().collect();
    let [only] = all[..] else {
        panic!("{disagreements}")
    };
    assert_eq!(only.what, "what the validator passes does not decode");
    assert_eq!(only.origin, "request-body 2");
    assert_eq!(only.text, br#"{"name": "A"}"#);
    let shown = "the engines disagree about 1 texts of acme.note.rename\n\n\
                 what the validator passes does not decode\n  request-body 2\n  {\"name\": \"A\"}\n  \
                 validator: passes\n  schema: passes\n  decoding: refuses it: `A` has a capital";
    assert!(
        disagreements.to_string().starts_with(shown),
        "{disagreements}"
    );
    assert_eq!(format!("{disagreements:?}"), disagreements.to_string());
}

#[test]
fn types_that_lose_what_they_read() {
    let agreement = Agreement::of::<RenameNote>()
        .payloads(0)
        .texts(Artifact::ReplyBody, [r#"{"id": 0}"#, r#"{"id": 1}"#]);
    let disagreements = agreement.check().unwrap_err();
    let what: Vec<_> = disagreements.iter().map(|it| it.what.as_str()).collect();
    assert_eq!(what, ["decoding and writing again changes it"]);
}

#[test]
fn made_texts_find_both() {
    let disagreements = Agreement::of::<RenameNote>()
        .payloads(200)
        .check()
        .unwrap_err();
    for (artifact, what) in [
        (
            "request-body, seed",
            "what the validator passes does not decode",
        ),
        ("reply-body, seed", "decoding and writing again changes it"),
    ] {
        let mut all = disagreements.iter();
        let found = all.any(|it| it.what == what && it.origin.starts_with(artifact));
        assert!(found, "{disagreements}");
    }
    let count = disagreements.iter().count();
    assert!(count > 25, "{count}");
    let rest = format!("\nand {} more\n", count - 25);
    assert!(
        disagreements.to_string().ends_with(&rest),
        "{disagreements}"
    );
}

#[test]
fn the_same_seed_makes_the_same_texts() {
    let run = |seed| {
        let agreement = Agreement::of::<RenameNote>().payloads(50).seed(seed);
        agreement.check().unwrap_err().to_string()
    };
    assert_eq!(run(1), run(1));
    assert_ne!(run(1), run(1000));
}

#[test]
fn credentials_in_the_body_are_read_beside_the_members() {
    let subject = Subject::authenticated::<SendNote>();
    Agreement::on(subject)
        .texts(
            Artifact::RequestBody,
            [
                r#"{"token": "YOUR_TOKEN"}"#,
                r#"{"token": "YOUR_TOKEN", "text": "x"}"#,
            ],
        )
        .payloads(500)
        .check()
        .unwrap();
    let message = panics(|| {
        let _ = Subject::of::<SendNote>();
    });
    assert!(message.contains("Subject::authenticated"), "{message}");
}

#[test]
fn parameters_are_written_only_however_they_are_named() {
    for subject in [Subject::of::<FindNotes>(), Subject::written::<FindNotes>()] {
        let summary = Agreement::on(subject).payloads(200).check().unwrap();
        assert_eq!(summary.tallies[0].artifact, Artifact::RequestUrl);
    }
}

#[test]
fn verdicts_tell_no_credential() {
    let engines = Engines::new(Subject::authenticated::<SendNote>(), Artifact::RequestBody);
    let context = Context::default();
    for text in [
        r#"{"token": "hunter2-hunter2-hunter2"}"#,
        r#"{"token": "hunter2-hunter2\u002dhunter2"}"#,
        r#"{"token": ["hunter2-hunter2"]}"#,
        r#"{"token": 7070707070}"#,
        r#"{"token": "hunter2-hunter2", "text": 7"#,
    ] {
        let verdicts = engines.judge(text.as_bytes(), &context);
        let shown = format!("{verdicts}{verdicts:?}");
        assert!(shown.contains("***"), "{shown}");
        assert!(
            !shown.contains("hunter2") && !shown.contains("7070"),
            "{shown}"
        );
    }
}

#[test]
fn only_what_a_schema_describes_is_judged() {
    let subject = Subject::authenticated::<SendNote>();
    let artifacts: Vec<_> = subject.artifacts().collect();
    assert_eq!(artifacts, [Artifact::RequestBody, Artifact::ReplyBody]);
    let message = panics(move || drop(Engines::new(subject, Artifact::RequestUrl)));
    assert_eq!(
        message,
        "no schema describes the request-url of acme.note.send, but its request-body and reply-body"
    );
    let artifacts: Vec<_> = Subject::written::<FindNotes>().artifacts().collect();
    let parameters = [
        Artifact::RequestForm,
        Artifact::RequestUrl,
        Artifact::ReplyBody,
    ];
    assert_eq!(artifacts, parameters);
}
