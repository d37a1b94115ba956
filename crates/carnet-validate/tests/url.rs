//! URLs: their address, and how they are written.

use crate::chain::{Chain, artifact};
use crate::contract::PEOPLE;
use crate::url_contract::{ANYWHERE, BASED, GUESTS, ROOMS, RULED};
use carnet_core::{Artifact, Contract, Profile};

/// The parameters of every URL here that has some.
pub(crate) const GUEST: &str = "guest=%7B%22name%22%3A%22Ada%22%7D";

pub(crate) fn url(text: impl AsRef<[u8]>) -> Chain<'static> {
    artifact(&GUESTS, Artifact::RequestUrl, text)
}

/// A URL with the required parameter and these.
pub(crate) fn with(parameters: &str) -> Chain<'static> {
    url(format!(
        "https://api.example.com/guests?{GUEST}&{parameters}"
    ))
}

fn address<'a>(contract: &'a Contract, address: &str) -> Chain<'a> {
    artifact(contract, Artifact::RequestUrl, format!("{address}?{GUEST}"))
}

#[test]
fn the_documented_url_in_any_equivalent_form() {
    for address in [
        "https://api.example.com/guests",
        "HTTPS://API.Example.COM/guests",
        "https://api.example.com:443/guests",
        "https://api.example.com/%67uests",
    ] {
        self::address(&GUESTS, address).clean();
    }
    url(format!(" \n https://api.example.com/guests?{GUEST} \r\n")).clean();
    url(format!("https://api.example.com/guests?&{GUEST}&&")).clean();
}

#[test]
fn scheme() {
    let http = "http://api.example.com/guests";
    address(&GUESTS, http)
        .both(&["error url-scheme "])
        .underlines("http");
    address(&RULED, http)
        .strict(&["error url-scheme "])
        .lenient(&["warning url-scheme "]);
    address(&RULED, "ftp://api.example.com/guests")
        .both(&["error url-scheme "])
        .message("the scheme is `ftp`, not `https`")
        .help("write `https`");
    address(&GUESTS, "http://api.example.com:80/guests").both(&["error url-scheme "]);
}

#[test]
fn host() {
    let other = "https://api2.example.com/guests";
    address(&GUESTS, other)
        .both(&["error url-host "])
        .message("the host is `api2.example.com`, where `api.example.com` is documented")
        .help("write `api.example.com`")
        .underlines("api2.example.com");
    address(&RULED, other)
        .strict(&["error url-host "])
        .lenient(&["warning url-host "]);
    for other in [
        "example.com",
        "badexample.com",
        "api.example.com.evil.org",
        "example.org",
    ] {
        address(&RULED, &format!("https://{other}/guests")).both(&["error url-host "]);
    }
    address(&ANYWHERE, "https://elsewhere.example:8443/guests").clean();
}

#[test]
fn port_and_user_are_told_without_showing_them() {
    address(&GUESTS, "https://api.example.com:8443/guests")
        .both(&["error url-host "])
        .underlines(":8443");
    let user = address(&ANYWHERE, "https://ada:hunter2@api.example.com/guests")
        .both(&["error url-host "])
        .message("a user name stands before the host")
        .underlines("ada:hunter2@");
    assert_eq!(user.report(Profile::Strict).secrets, [8..19]);
}

#[test]
fn path() {
    address(&GUESTS, "https://api.example.com/Guests")
        .both(&["error url-path "])
        .underlines("/Guests")
        .help("write `/guests`");
    address(&GUESTS, "https://api.example.com")
        .both(&["error url-path "])
        .message("the URL has no path, where `/guests` is documented");
    address(&GUESTS, "https://api.example.com/guests/").both(&["error url-path "]);
    address(&GUESTS, "https://api.example.com/gu%ests")
        .both(&["error percent-encoding "])
        .underlines("%es");
}

#[test]
fn placeholders_in_the_documented_url() {
    address(&ROOMS, "https://acme.example.com/ritz/rooms").clean();
    address(&ROOMS, "https://example.com/ritz/rooms").both(&["error url-host "]);
    address(&ROOMS, "https://acme.example.com//rooms").both(&["error url-path "]);
    address(&ROOMS, "https://acme.example.com/a/b/rooms").both(&["error url-path "]);
    for base in ["a.example", "localhost:8080", "a.example/proxy/acme"] {
        address(&BASED, &format!("https://{base}/v2/guests")).clean();
    }
    address(&BASED, "https://a.example/guests").both(&["error url-path "]);
    address(&BASED, "https://{base_url}/v2/guests")
        .both(&["error url-syntax "])
        .message("`{base_url}` is no host");
}

#[test]
fn texts_that_are_no_url() {
    for (text, message) in [
        ("", "the text is empty"),
        (" \n", "the text is empty"),
        ("{\"guest\": \"?\"}", "the text is no URL"),
        ("guest=%7B%7D", "the text is no URL"),
        (
            "https://api.example.com/guests\nhttps://api.example.com/guests",
            "the text goes on after the end of its line",
        ),
    ] {
        url(text).both(&["error url-syntax "]).message(message);
    }
    for (address, message) in [
        ("api.example.com/guests", "the URL has no scheme"),
        ("//api.example.com/guests", "the URL has no scheme"),
        ("/guests", "the URL has no scheme"),
        (
            "https:/api.example.com/guests",
            "two slashes do not follow the scheme",
        ),
        ("https:///guests", "the URL has no host"),
    ] {
        self::address(&GUESTS, address)
            .both(&["error url-syntax "])
            .message(message);
    }
    // The parameters are judged all the same.
    url(format!("?{GUEST}&count=x")).both(&["error url-syntax ", "error type query:count"]);
}

#[test]
fn a_byte_order_mark_is_skipped() {
    url(format!("\u{FEFF}https://api.example.com/guests?{GUEST}"))
        .strict(&["error byte-order-mark "])
        .lenient(&["warning byte-order-mark "])
        .spans([1, 1, 0], [1, 2, 3]);
}

#[test]
fn length_counts_what_is_not_encoded_as_if_it_were() {
    let note = |text: &str, times: usize| with(&format!("note={}", text.repeat(times)));
    let short = format!("https://api.example.com/guests?{GUEST}&note=").len();
    note("a", 8000 - short).clean();
    note("a", 8001 - short)
        .strict(&["warning url-length "])
        .lenient(&["info url-length "])
        .underlines("a");
    note("%41", 2700).strict(&["warning url-length "]);
    note("|", 2700)
        .strict(&[
            "error unencoded-character query:note",
            "warning url-length ",
        ])
        .lenient(&["warning unencoded-character query:note", "info url-length "]);
}

#[test]
fn method() {
    let method = |contract, method: &str| {
        let chain = address(contract, "https://api.example.com/guests");
        chain.settings(|settings| settings.context.method = Some(method.to_owned()))
    };
    method(&GUESTS, "POST").clean();
    method(&GUESTS, "post").clean();
    method(&GUESTS, "GET")
        .both(&["error method "])
        .message("the method is GET, where POST is documented")
        .help("send it with POST");
    method(&RULED, "GET").clean();
    method(&RULED, "PUT")
        .strict(&["error method "])
        .lenient(&["warning method "]);
    let body = artifact(
        &PEOPLE,
        Artifact::RequestBody,
        "{\"company\":1,\"name\":\"Ada\"}",
    );
    body.settings(|settings| settings.context.method = Some("GET".to_owned()))
        .both(&["error method "])
        .spans([1, 1, 0], [1, 1, 0]);
}

#[test]
fn a_call_with_a_json_body_takes_no_parameters() {
    let url = "https://example.com/people/create";
    artifact(&PEOPLE, Artifact::RequestUrl, url).clean();
    artifact(
        &PEOPLE,
        Artifact::RequestUrl,
        format!("{url}?company=1&x={{"),
    )
    .strict(&[
        "warning unknown-parameter query:company",
        "warning unknown-parameter query:x",
        "error unencoded-character ",
    ])
    .lenient(&[
        "info unknown-parameter query:company",
        "info unknown-parameter query:x",
        "warning unencoded-character ",
    ]);
}
