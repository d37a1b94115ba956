//! Parameters: how they are named, cut, encoded and read.

use crate::chain::artifact;
use crate::url::{GUEST, url, with};
use crate::url_contract::RULED;
use carnet_core::{Artifact, Profile};

const START: &str = "https://api.example.com/guests?";

#[test]
fn bare_values_have_the_type_of_their_text() {
    with("count=7&notify=true&mode=now&note=7").clean();
    with("count=seven")
        .both(&["error type query:count"])
        .underlines("seven");
    with("count=\"7\"").strict(&[
        "error unencoded-character query:count",
        "error type query:count",
    ]);
    with("count=").both(&["error type query:count"]);
    with("count=1.5").both(&["error type query:count"]);
    with("count=+7").both(&["error type query:count"]);
    with("notify=True")
        .strict(&["error type query:notify"])
        .lenient(&["warning type query:notify"]);
    with("notify=yes").both(&["error type query:notify"]);
    with("mode=Now")
        .strict(&["error enum-case query:mode"])
        .lenient(&["warning enum-case query:mode"]);
    with("mode=n%6Fw").clean();
    with("note=%22a%22").clean();
}

#[test]
fn any_value_may_be_json_or_bare() {
    with("free=%5B1%5D").clean();
    with("free=7").clean();
    with("free=seven").clean();
    with("free=%5B1").both(&["error syntax query:free"]);
}

#[test]
fn json_in_a_parameter_has_places_and_spans() {
    let text = format!("{START}guest=%7B%22name%22:%22Ada%22,%22age%22:%22%C3%A9%22%7D");
    url(text)
        .both(&["error type query:guest#/age"])
        .underlines("%22%C3%A9%22");
    let text = format!("{START}guest=%7B%22name%22:%22Ada%22,%22tags%22:%5B1%5D%7D");
    url(text)
        .both(&["error type query:guest#/tags/0"])
        .underlines("1");
    let text = format!("{START}guest=%7B%22name%22:%22Ada%22,%22co%6Cour%22:1%7D");
    url(text)
        .strict(&["warning unknown-key query:guest#/colour"])
        .lenient(&["info unknown-key query:guest#/colour"])
        .underlines("%22co%6Cour%22");
    // What is missing is missing at the brace, however that is written.
    url(format!("{START}guest=%7B%7D"))
        .both(&["error required query:guest#/name"])
        .underlines("%7B");
    url(format!(
        "{START}guest=%7B%22name%22:%22A\\u0064a%22,%22name%22:%22Ada%22%7D"
    ))
    .strict(&[
        "error unencoded-character query:guest",
        "error duplicate-key query:guest#/name",
    ])
    .lenient(&[
        "warning unencoded-character query:guest",
        "warning duplicate-key query:guest#/name",
    ]);
}

#[test]
fn broken_json_is_told_where_it_breaks() {
    url(format!("{START}guest=%7B%22name%22:%22Ada%22,%7D"))
        .both(&["error trailing-comma query:guest"])
        .underlines(",");
    url(format!("{START}guest=%7B%22name%22:%41da%7D"))
        .both(&["error bare-word query:guest#/name"])
        .underlines("%41da")
        .message("`Ada` is not a JSON value");
    url(format!("{START}guest=")).both(&["error syntax query:guest"]);
    url(format!("{START}guest=Ada")).both(&["error bare-word query:guest"]);
    url(format!("{START}guest=%5B%5D"))
        .both(&["error type query:guest"])
        .underlines("%5B%5D");
}

#[test]
fn names() {
    with("colour=red")
        .strict(&["warning unknown-parameter query:colour"])
        .lenient(&["info unknown-parameter query:colour"])
        .underlines("colour");
    with("Count=x")
        .strict(&["error parameter-spelling query:Count"])
        .lenient(&[
            "warning parameter-spelling query:Count",
            "error type query:Count",
        ]);
    with("numbers=%5B7%5D")
        .strict(&["error parameter-spelling query:numbers"])
        .lenient(&["warning parameter-spelling query:numbers"]);
    with("c%6Funt=1").clean();
    with("note=a&note=b&note=c")
        .strict(&["error duplicate-parameter query:note"])
        .lenient(&["warning duplicate-parameter query:note"]);
    with("count=x&count=1")
        .strict(&["error duplicate-parameter query:count"])
        .lenient(&["warning duplicate-parameter query:count"]);
    url(START.to_owned())
        .both(&["error required query:guest"])
        .underlines("?");
    url(START.trim_end_matches('?')).both(&["error required query:guest"]);
    url(format!("{START}gest=%7B%7D"))
        .strict(&[
            "error required query:guest",
            "warning unknown-parameter query:gest",
        ])
        .lenient(&[
            "error required query:guest",
            "info unknown-parameter query:gest",
        ]);
}

#[test]
fn a_missing_equals_sign() {
    url(format!("{START}guest{{ GUEST}}"))
        .strict(&[
            "error missing-equals query:guest",
            "error unencoded-character query:guest",
        ])
        .lenient(&[
            "error missing-equals query:guest",
            "warning unencoded-character query:guest",
        ]);
    url(format!("{START}guest%7B%22name%22:%22a=b%22%7D"))
        .both(&["error missing-equals query:guest"])
        .underlines("guest")
        .help("write `guest=` before the value");
    url(format!("{START}guest:%7B%22name%22:7%7D")).both(&[
        "error missing-equals query:guest",
        "error type query:guest#/name",
    ]);
    with("count")
        .both(&["error missing-equals query:count"])
        .underlines("count");
    with("colour").strict(&["warning unknown-parameter query:colour"]);
}

#[test]
fn a_bare_ampersand_or_hash_in_json() {
    url(format!(
        "{START}guest=%7B%22name%22:%22Ada & Bob & Co%22%7D&count=x"
    ))
    .strict(&[
        "error unencoded-character query:guest",
        "error cut-parameter query:guest",
        "error type query:count",
    ]);
    let cut = url(format!(
        "{START}guest=%7B%22name%22:%22A&count1=B%22,%22age%22:%22x%22%7D&count=1"
    ));
    cut.both(&[
        "error cut-parameter query:guest",
        "error type query:guest#/age",
    ]);
    url(format!("{START}guest=%7B%22name%22:%22No%235&%22%7D"))
        .both(&["error cut-parameter query:guest"])
        .underlines("&")
        .message("a bare `&` cuts the value of `guest`")
        .help("write `%26`");
    url(format!(
        "{START}guest=%7B%22name%22:%22Room#5%22%7D&count=1&apiKey=%3Ckey%3E"
    ))
    .both(&["error cut-parameter query:guest"])
    .underlines("#")
    .help("write `%23`");
    url(format!("{START}guest=%7B%22name%22:%22A#&B%22%7D&count=x"))
        .both(&["error cut-parameter query:guest", "error type query:count"]);
    // Known names end the search: this is a text without its end.
    url(format!("{START}guest=%7B%22name%22:%22Ada&count=1")).both(&["error syntax query:guest"]);
}

#[test]
fn a_bare_ampersand_or_hash_in_a_text() {
    with("note=Smith&Sons&count=1")
        .both(&["error cut-parameter query:note"])
        .underlines("&");
    with("note=Room#5")
        .both(&["error cut-parameter query:note"])
        .underlines("#");
    with("note=Room#5&count=x").both(&["error cut-parameter query:note", "error type query:count"]);
    with("count=1#top")
        .both(&["error cut-parameter "])
        .message("nothing from the `#` on is sent");
    with("mode=now&later").strict(&["warning unknown-parameter query:later"]);
    url(format!("https://api.example.com/guests#top?{GUEST}")).both(&["error cut-parameter "]);
    url("https://api.example.com/guests#top")
        .both(&["error cut-parameter ", "error required query:guest"]);
}

#[test]
fn characters_that_a_url_cannot_hold_are_one_finding() {
    let raw = url(format!(
        "{START}guest={{\"name\":\"Ada Lovelace\"}}&ids=[1]&note=caf\u{E9}"
    ));
    raw.strict(&["error unencoded-character query:guest"])
        .lenient(&["warning unencoded-character query:guest"])
        .underlines("{")
        .message("a URL cannot hold `{`, `\"`, a blank, `}`, `[`, `]` and `\u{E9}` unencoded")
        .help("percent-encode every value: `{` is `%7B`, `\"` is `%22`, a blank is `%20`, …");
    let raw = format!("{START}guest={{\"name\":7}}");
    artifact(&RULED, Artifact::RequestUrl, raw).both(&[
        "error unencoded-character query:guest",
        "error type query:guest#/name",
    ]);
}

#[test]
fn percent_signs_that_encode_nothing() {
    with("note=100%")
        .both(&["error percent-encoding query:note"])
        .underlines("%");
    with("note=100%zz")
        .both(&["error percent-encoding query:note"])
        .underlines("%zz")
        .message("`%zz` encodes nothing");
    with("note=%&co%unt=1").strict(&[
        "error percent-encoding query:note",
        "warning unknown-parameter query:co%unt",
        "error percent-encoding query:co%unt",
    ]);
    let many = with(&format!("note={}", "%".repeat(1000)));
    assert_eq!(many.report(Profile::Strict).findings.len(), 20);
}

#[test]
fn bytes_that_are_no_text() {
    with("note=caf%E9")
        .both(&["error invalid-utf8 query:note"])
        .underlines("%E9");
    with("count=%FF").both(&["error invalid-utf8 query:count"]);
    with("%FF=1")
        .both(&["error invalid-utf8 "])
        .underlines("%FF");
    url(format!("{START}guest=%7B%22name%22:%22caf%E9%22%7D"))
        .both(&["error invalid-utf8 query:guest#/name"])
        .underlines("%E9");
    for text in [
        "guest=%7B%22name%22:%22caf\u{E9}%22%7D",
        "guest=%7B%22name%22:%22caf%22%7D&note=\u{E9}",
    ] {
        let latin: Vec<u8> = format!("{START}{text}").chars().map(|c| c as u8).collect();
        url(latin).both(&["error invalid-utf8 "]);
    }
}

#[test]
fn values_that_are_encoded_twice() {
    let once = "%7B%22name%22%3A7%7D";
    url(format!("{START}guest={}", once.replace('%', "%25")))
        .both(&["error double-encoding query:guest"]);
    url(format!("{START}guest={}", once.replace('%', "%2525")))
        .both(&["error double-encoding query:guest"]);
    url(format!("{START}guest=%7B%2522name%2522:%2522Ada%2522%7D"))
        .both(&["error double-encoding query:guest"]);
    with(&format!("note={}", once.replace('%', "%25"))).both(&["error double-encoding query:note"]);
    with("note=100%2525").clean();
}

#[test]
fn objects_that_were_never_serialised() {
    url(format!("{START}guest=%5Bobject+Object%5D"))
        .both(&["error unserialised-object query:guest"]);
    with("ids=%5Bobject%20Object%5D,%5Bobject%20Object%5D")
        .both(&["error unserialised-object query:ids"]);
    with("note=%5Bobject%20Object%5D").both(&["error unserialised-object query:note"]);
    with("note=an+%5Bobject%20Object%5D").clean();
}

#[test]
fn curly_quotes() {
    let json = "{\u{201C}name\u{201D}:\u{201C}Ada\u{201D},\u{201C}age\u{201D}:7}";
    let encoded: String = json.bytes().map(|byte| format!("%{byte:02X}")).collect();
    url(format!("{START}guest={encoded}"))
        .both(&["error curly-quotes query:guest"])
        .underlines("%E2%80%9C");
    with("ids=%5B%E2%80%9C7%E2%80%9D%5D")
        .both(&["error curly-quotes query:ids"])
        .message("the typographic quote \u{201C} stands where JSON has a straight one");
    url(format!(
        "{START}guest=%7B%22name%22:%22%E2%80%9CAda%E2%80%9D%22%7D"
    ))
    .clean();
}

#[test]
fn plus_signs() {
    url(format!(
        "{START}guest=%7B%22name%22:%22Ada+Lovelace%22,%22phone%22:%22+4930%22%7D"
    ))
    .strict(&["warning lost-plus query:guest#/phone"])
    .lenient(&["info lost-plus query:guest#/phone"])
    .underlines("+");
    with("note=+49").strict(&["warning lost-plus query:note"]);
    with("note=%2B49").clean();
    with("note=%2049").clean();
    with("note=+a").clean();
    let tags = "%5B%22+1%22,%22a%22,%22+2%22%5D";
    url(format!(
        "{START}guest=%7B%22name%22:%22Ada%22,%22tags%22:{tags}%7D"
    ))
    .strict(&[
        "warning lost-plus query:guest#/tags/0",
        "warning lost-plus query:guest#/tags/2",
    ]);
}
