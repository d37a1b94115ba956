//! What each rule fixes, and what it leaves alone.

use crate::chain::{artifact, call, reply, text, update, with};
use crate::contract::{CODED, PEOPLE, call::CALLING};
use crate::url_contract::GUESTS;
use carnet_core::contract::{Outcome, Reply};
use carnet_core::{Artifact, Contract, Profile, RuleId};
use carnet_validate::rule::{FixDoc, doc};
use carnet_validate::{Settings, fix, lint};

/// A request with its required members and these.
fn people(members: &str) -> String {
    format!("{{\"company\":1,\"name\":\"Ada\",{members}}}")
}

fn guest(parameters: &str) -> String {
    format!("https://api.example.com/guests?{parameters}")
}

#[test]
fn keys_in_other_case_or_with_blanks() {
    text(r#"{"Company": 1, " name ": "Ada"}"#).fixes(r#"{"company": 1, "name": "Ada"}"#);
    with(r#""\u0052ole":"sales""#).fixes(people(r#""role":"sales""#));
    with(r#""person":{"E mail":"a@b","NAME":"A"}"#)
        .fixes(people(r#""person":{"email":"a@b","name":"A"}"#));
    update(r#""select":{"ID":1}"#).fixes(people(r#""update":{"select":{"id":1}}"#));
}

#[test]
fn keys_of_which_nobody_can_tell_what_they_mean() {
    for members in [
        // The member stands there already, or two keys mean it.
        r#""role":"sales","Role":"sales""#,
        r#""Role":"sales","ROLE":"sales""#,
        r#""Role":"sales","Role":"support""#,
        // Nearly known is a guess.
        r#""rolle":"sales""#,
    ] {
        with(members).keeps();
    }
    // Another reading of the pages.
    update(r#""town":"Rome""#).keeps();
    call("id=1&titles=x").keeps();
    // A value may name a member of this object.
    update(r#""attribute":{"Tag":"x"}"#).keeps();
}

#[test]
fn what_stood_behind_a_key_is_fixed_in_the_next_round() {
    let chain = with(r#""Person":{"Type":"SALES","Name":"A","email":"a@b"}"#);
    let fixed = chain.fixed_under(Profile::Strict);
    let rules: Vec<_> = fixed.applied.iter().map(|found| found.rule).collect();
    let (key, case) = (RuleId::KeySpelling, RuleId::EnumCase);
    assert_eq!(rules, [key, key, key, case]);
    assert!(fixed.report.is_clean());
    chain.fixes(people(
        r#""person":{"type":"sales","name":"A","email":"a@b"}"#,
    ));
}

#[test]
fn listed_texts_in_another_case() {
    with(r#""role":"SALES""#).fixes(people(r#""role":"sales""#));
    with(r#""role":"\u0053ales""#).fixes(people(r#""role":"sales""#));
    with(r#""role":"saels""#).keeps();
    // A letter that is no ASCII folds to one that is.
    with("\"role\":\"\u{17F}ales\"").keeps();
}

#[test]
fn dates_in_another_order() {
    with(r#""since":"25-12-2024""#).fixes(people(r#""since":"2024-12-25""#));
    with(r#""since":"2024/03/04""#).fixes(people(r#""since":"2024-03-04""#));
    for date in ["03-04-2024", "2023-02-29", "31.04.2024", "25-12-24"] {
        with(&format!("\"since\":\"{date}\"")).keeps();
    }
}

#[test]
fn integers() {
    for (written, integer) in [("1.0", "1"), ("-2.50e1", "-25"), ("1e2", "100")] {
        with(&format!("\"id\":{written}")).fixes_strictly(people(&format!("\"id\":{integer}")));
        call(&format!("id={written}"))
            .fixes_strictly(format!("https://example.com/call?id={integer}"));
    }
    for written in ["1.5", "-0.0", "1e19", "9223372036854775808"] {
        with(&format!("\"id\":{written}")).keeps();
    }
}

#[test]
fn quotes_around_integers_and_booleans() {
    with(r#""id":"7""#).fixes(people(r#""id":7"#));
    with(r#""id":"-7""#).fixes(people(r#""id":-7"#));
    with(r#""signed":"true""#).fixes(people(r#""signed":true"#));
    for members in [
        r#""id":"07""#,
        r#""id":"+7""#,
        r#""id":" 7""#,
        r#""id":"7.0""#,
        r#""id":"-0""#,
        r#""id":"9223372036854775808""#,
        r#""signed":"True""#,
        // Another page shows a text.
        r#""country":"1234""#,
        r#""amount":"7""#,
    ] {
        with(members).keeps();
    }
    // The context knows the type, and the contract a text.
    with(r#""id":8,"value":"7""#)
        .settings(|settings| {
            let types = [("8".to_owned(), "number".to_owned())].into();
            settings.context.selections = [("types".to_owned(), types)].into();
        })
        .keeps();
    call("id=%227%22").keeps();
}

#[test]
fn words_of_other_languages() {
    with(r#""signed":True"#).fixes(people(r#""signed":true"#));
    with(r#""signed": FALSE "#).fixes(people(r#""signed": false "#));
    // A text may be meant, or what nobody knows.
    with(r#""name":True"#).keeps();
    with(r#""free":True"#).keeps();
    with(r#""tags":[True]"#).keeps();
    with(r#""signed":tRUE"#).keeps();
    with(r#""signed":yes"#).keeps();
}

#[test]
fn marks_commas_and_semicolons() {
    let clean = people(r#""tags":["a"]"#);
    text(format!("\u{FEFF}{clean}")).fixes(&clean);
    with(r#""tags":["a",],"#).fixes(&clean);
    text(format!("{clean};\n")).fixes(format!("{clean}\n"));
    with(r#""tags":["a",,]"#).keeps();
    text(format!("{clean};;")).keeps();
    let replied = r#"{"id":1,"name":"Ada"}"#;
    reply(&PEOPLE, "\u{FEFF}{\"id\":1,\"name\":\"Ada\",};")
        .settings(|settings| settings.context.http_status = Some(200))
        .fixes(replied);
    let url = "https://example.com/call?id=1";
    artifact(&CALLING, Artifact::RequestUrl, format!("\u{FEFF}{url}")).fixes(url);
    artifact(&CALLING, Artifact::RequestForm, "\u{FEFF}id=1").fixes("id=1");
}

#[test]
fn typographic_quotes() {
    text("{\u{201C}company\u{201D}: 1, \u{201C}name\u{201D}: \u{201C}A\u{2019}s\u{201D}}")
        .fixes("{\"company\": 1, \"name\": \"A\u{2019}s\"}");
    text("{\u{201D}company\u{201D}: 1, \u{201D}name\u{201D}: \u{201D}A\u{201D}}")
        .fixes("{\"company\": 1, \"name\": \"A\"}");
    for broken in [
        // There is a straight one: which are part of a text?
        "{\"company\": 1, \"name\": \u{201C}A\u{201D}}",
        "{\u{201C}company\u{201D}: 1, \u{201C}name\u{201D}: \u{201C}a \u{201C}b\u{201D} c\u{201D}}",
        "{\u{201C}company\u{201D}: x}",
        "{\u{2018}company\u{2019}: 1}",
    ] {
        text(broken).keeps();
    }
    let url = guest("guest=%7B%E2%80%9Cname%E2%80%9D%3A%E2%80%9CAda%E2%80%9D%7D&note=%E2%80%9C");
    let fixed = guest("guest=%7B%22name%22%3A%22Ada%22%7D&note=%E2%80%9C");
    artifact(&GUESTS, Artifact::RequestUrl, url).fixes(fixed);
}

#[test]
fn characters_that_a_query_cannot_hold() {
    let guests = |parameters: &str| artifact(&GUESTS, Artifact::RequestUrl, guest(parameters));
    guests("guest={\"name\":\"Ada | \u{E9}\"}&ids=[1]&note=a b").fixes(guest(
        "guest=%7B%22name%22:%22Ada%20%7C%20%C3%A9%22%7D&ids=%5B1%5D&note=a%20b",
    ));
    for parameters in [
        // Placeholders, perhaps.
        "guest={guest}",
        "guest={\"name\":\"{{name}}\"}",
        "guest={\"name\":\"<name>\"}",
        "guest=%7B%22name%22%3A%22Ada%22%7D&note={note}",
        "guest=%7B%22name%22%3A%22Ada%22%7D&note=`id`",
        "guest=%7B%22name%22%3A%22Ada%22%7D&note=a\tb",
        "guest=%7B%22name%22%3A%22Ada%22%7D&note=a b#c d",
        // A credential.
        "guest=%7B%22name%22%3A%22Ada%22%7D&apiKey=ab cd|ef",
    ] {
        guests(parameters).keeps();
    }
    artifact(
        &GUESTS,
        Artifact::RequestForm,
        "guest={\"name\":\"Ada\"}&note=a b\n",
    )
    .fixes("guest=%7B%22name%22:%22Ada%22%7D&note=a%20b\n");
}

#[test]
fn slips_that_change_what_is_decoded_are_left() {
    let sound = "guest=%7B%22name%22%3A%22Ada%22%7D";
    for slip in ["note=+49301", "note=100%", "note=%4", "note=a&b", "guest"] {
        artifact(
            &GUESTS,
            Artifact::RequestUrl,
            guest(&format!("{sound}&{slip}")),
        )
        .keeps();
    }
}

#[test]
fn parameters() {
    call("ID=1").fixes("https://example.com/call?id=1");
    call("id=1&+Title=x").fixes("https://example.com/call?id=1&title=x");
    call("Id=1&ID=2").keeps();
    let url = guest("guest=%7B%22name%22%3A%22Ada%22%7D&mode=NOW");
    let fixed = guest("guest=%7B%22name%22%3A%22Ada%22%7D&mode=now");
    artifact(&GUESTS, Artifact::RequestUrl, url).fixes(fixed);
    let url = guest("guest=%7B%22name%22:%22Ada%22,%22age%22%3A%227%22,%7D");
    let fixed = guest("guest=%7B%22name%22:%22Ada%22,%22age%22%3A7%7D");
    artifact(&GUESTS, Artifact::RequestUrl, url).fixes(fixed);
    // In JSON that is in a parameter, quotes are escapes and edits are as well.
    call("id=1&data=%7B%22Select%22:%7B%22Note%22:%22%2B%22%7D%7D")
        .fixes("https://example.com/call?id=1&data=%7B%22select%22:%7B%22note%22:%22%2B%22%7D%7D");
}

#[test]
fn credentials_are_not_touched() {
    // Its key may be; its value is neither changed nor repeated.
    let chain = with(r#""KEY":"Sales-1.0 ,]","role":"Sales""#);
    let fixed = chain.fixed_under(Profile::Strict);
    let text = String::from_utf8(fixed.text).unwrap();
    assert!(text.contains(r#""Sales-1.0 ,]""#), "{text}");
    // What would be written is what the credential is.
    with(r#""key":"2024-12-25","since":"25-12-2024""#).keeps();
    // What looks like a credential is not changed, whatever else it is.
    with(r#""key":{"since":"25-12-2024"}"#).keeps();
}

#[test]
fn a_url_beside_a_text_is_not_changed() {
    let settings = |settings: &mut Settings| {
        settings.context.url = Some("https://example.com/call?ID=2.0&note=a b".to_owned());
    };
    let chain = artifact(&CALLING, Artifact::RequestForm, "id=1.0").settings(settings);
    for found in &chain.report(Profile::Strict).findings {
        assert!(found.fix.is_none() || found.span.is_some());
    }
    chain.fixes_strictly("id=1");
}

#[test]
fn edits_that_overlap_wait_for_the_next_round() {
    let url = "https://example.com/call?id=1& Title=x";
    let report = lint(
        &CALLING,
        Artifact::RequestUrl,
        url.as_bytes(),
        &Settings::default(),
    );
    let applied = fix::apply(url.as_bytes(), &report);
    assert_eq!((applied.applied.len(), applied.left.len()), (1, 1));
    call("id=1& Title=x").fixes("https://example.com/call?id=1&title=x");
}

#[test]
fn a_fix_that_makes_it_worse_is_not_kept() {
    // Under the lenient profile the slip is a warning, and one of two members alone an error.
    let written = r#""person":{"E mail":"a@b"}"#;
    let chain = with(written).lenient(&["warning key-spelling /person/E mail"]);
    let fixed = chain.fixed_under(Profile::Lenient);
    assert_eq!(String::from_utf8_lossy(&fixed.text), people(written));
    assert!(fixed.applied.is_empty());
    assert!(fixed.report.findings[0].fix.is_some());
    // The others are kept all the same.
    let chain = with(&format!("\"Role\":\"Sales\",{written}"));
    let fixed = chain.fixed_under(Profile::Lenient);
    let expected = people(&format!("\"role\":\"sales\",{written}"));
    assert_eq!(String::from_utf8_lossy(&fixed.text), expected);
}

/// A reply is a failure if it has a `detail`, and has one by all means.
const DETAILED: Contract = Contract {
    replies: &[
        CODED.replies[0],
        Reply {
            outcome: Outcome::Success,
            when: &[],
            body: CODED.replies[0].body,
        },
    ],
    ..CODED
};

#[test]
fn a_reply_stays_what_it_is() {
    // With the documented key it would be taken for a failure.
    let written = r#"{"Detail":"x",}"#;
    let chain = reply(&DETAILED, written);
    let report = chain.report(Profile::Strict);
    assert_eq!(report.outcome, Some(Outcome::Success));
    assert!(report.findings[0].fix.is_some());
    let fixed = chain.fixed_under(Profile::Strict);
    assert_eq!(fixed.report.outcome, Some(Outcome::Success));
    assert_eq!(String::from_utf8_lossy(&fixed.text), r#"{"Detail":"x"}"#);
}

/// Texts that break every rule with a fix, in a way that is fixed.
fn fixable(rule: RuleId) -> crate::chain::Chain<'static> {
    match rule {
        RuleId::BareWord => with(r#""signed":True"#),
        RuleId::Format => with(r#""since":"25-12-2024""#),
        RuleId::ParameterSpelling => call("Id=1"),
        RuleId::CurlyQuotes | RuleId::UnencodedCharacter => {
            artifact(&GUESTS, Artifact::RequestUrl, doc(rule).bad)
        }
        rule => text(doc(rule).bad),
    }
}

#[test]
fn rules_fix_what_their_documentation_says() {
    for &rule in RuleId::ALL {
        let is_safe = matches!(doc(rule).fix, FixDoc::Safe(_));
        let (FixDoc::Safe(reason) | FixDoc::Never(reason)) = doc(rule).fix;
        assert!(!reason.is_empty() && !reason.ends_with('.'), "{rule}");
        if is_safe {
            let chain = fixable(rule);
            let found = chain.only();
            assert_eq!(found.rule, rule);
            assert!(found.fix.is_some_and(|fix| fix.is_safe()), "{rule}");
            assert!(
                chain.fixed_under(Profile::Strict).report.is_clean(),
                "{rule}"
            );
        }
    }
}

#[test]
fn a_rule_that_fixes_nothing_never_does() {
    let as_body = |text: &str| artifact(&PEOPLE, Artifact::RequestBody, text.to_owned());
    let as_url = |text: &str| artifact(&GUESTS, Artifact::RequestUrl, text.to_owned());
    for &rule in RuleId::ALL {
        for example in [doc(rule).bad, doc(rule).good] {
            for chain in [as_body(example), as_url(example)] {
                for found in chain.report(Profile::Strict).findings {
                    let is_safe = matches!(doc(found.rule).fix, FixDoc::Safe(_));
                    assert!(is_safe || found.fix.is_none(), "{found:?}");
                }
            }
        }
    }
}
