//! Form bodies, and the URL beside a body.

use crate::chain::{Chain, artifact};
use crate::contract::PEOPLE;
use crate::url::GUEST;
use crate::url_contract::{GUESTS, RULED};
use carnet_core::{Artifact, Profile};

fn form(text: impl AsRef<[u8]>) -> Chain<'static> {
    artifact(&GUESTS, Artifact::RequestForm, text)
}

fn sent_to<'a>(chain: Chain<'a>, url: &str) -> Chain<'a> {
    chain.settings(|settings| settings.context.url = Some(url.to_owned()))
}

#[test]
fn a_form_holds_what_a_query_holds() {
    form(format!("{GUEST}&count=7&note=a+b\n")).clean();
    form(format!("{GUEST}&count=x"))
        .both(&["error type query:count"])
        .underlines("x");
    form("").both(&["error required query:guest"]);
    form("count=1")
        .both(&["error required query:guest"])
        .underlines("c");
    form("\u{E9}=1").strict(&[
        "error unencoded-character query:\u{E9}",
        "warning unknown-parameter query:\u{E9}",
        "error required query:guest",
    ]);
    form(format!("\u{FEFF}{GUEST}")).strict(&["error byte-order-mark "]);
    form("guest={\"name\":\"Ada\"}")
        .strict(&["error unencoded-character query:guest"])
        .message("a form body cannot hold `{`, `\"` and `}` unencoded");
    form("guest=%7B%22name%22:%22A&B%22%7D").both(&["error cut-parameter query:guest"]);
    // A form has no fragment, and no longest length.
    form(format!("{GUEST}&note=No#5")).clean();
    form(format!("{GUEST}&note={}", "a".repeat(9000))).clean();
}

#[test]
fn parameters_in_the_url_count_beside_those_in_the_body() {
    let url = "https://api.example.com/guests";
    sent_to(form(GUEST), url).clean();
    sent_to(form("count=1"), &format!("{url}?{GUEST}")).clean();
    // The body's counts.
    sent_to(form(format!("{GUEST}&count=1")), &format!("{url}?count=x"))
        .strict(&["error duplicate-parameter query:count"]);
    sent_to(form(format!("{GUEST}&count=x")), &format!("{url}?count=1")).strict(&[
        "error duplicate-parameter query:count",
        "error type query:count",
    ]);
}

#[test]
fn findings_in_the_url_beside_a_text_have_no_span() {
    let url = "http://api.example.com/guest?count=x&guest=%7B%22name%22:%22A&B%22%7D&note=%";
    let report = sent_to(form("note=%zz"), url).report(Profile::Strict);
    let found: Vec<_> = report
        .findings
        .iter()
        .map(|found| {
            (
                format!("{} {}", found.rule, found.at),
                found.span.map(|span| span.start.offset),
            )
        })
        .collect();
    let expected = [
        ("url-scheme ", None),
        ("url-path ", None),
        ("type query:count", None),
        ("cut-parameter query:guest", None),
        ("percent-encoding query:note", None),
        ("duplicate-parameter query:note", Some(0)),
        ("percent-encoding query:note", Some(5)),
    ];
    let found: Vec<_> = found.iter().map(|(what, at)| (&**what, *at)).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_url_of_a_json_body_is_judged_with_it() {
    let body = || {
        artifact(
            &PEOPLE,
            Artifact::RequestBody,
            "{\"company\":1,\"name\":\"Ada\"}",
        )
    };
    sent_to(body(), "https://example.com/people/create").clean();
    let report = sent_to(body(), "http://example.com/people/create?a=%").report(Profile::Strict);
    let found = report
        .findings
        .iter()
        .map(|found| (found.rule.as_str(), found.span));
    let found: Vec<_> = found.collect();
    assert_eq!(
        found,
        [
            ("url-scheme", None),
            ("unknown-parameter", None),
            ("percent-encoding", None)
        ]
    );
    let reply = artifact(&PEOPLE, Artifact::ReplyBody, "{\"id\":1,\"name\":\"Ada\"}");
    sent_to(reply, "http://nowhere").clean();
    let _ = RULED;
}
