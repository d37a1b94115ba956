use super::{clean, text};
use carnet_core::{Artifact, Contract};
use carnet_record::{Format, Recording, read};
use carnet_vendors::CATALOG;

fn contract(id: &str) -> &'static Contract {
    CATALOG.iter().find(|contract| contract.id == id).unwrap()
}

fn parts(recording: &Recording<'_>, id: &str) -> Vec<(Artifact, String)> {
    let parts = recording.exchanges[0].parts(contract(id));
    let parts = parts
        .iter()
        .map(|part| (part.artifact, text(&part.piece).to_owned()));
    parts.collect()
}

#[test]
fn of_a_json_body() {
    let file = "POST https://a.example/b HTTP/1.1\n\n{}\n\nHTTP/1.1 404 Not Found\n\n[]\n";
    let recording = clean(Format::Message, file);
    let expected = [
        (Artifact::RequestUrl, "https://a.example/b".to_owned()),
        (Artifact::RequestBody, "{}".to_owned()),
        (Artifact::ReplyBody, "[]".to_owned()),
    ];
    assert_eq!(parts(&recording, "revnue.customer.create"), expected);
    let found = recording.exchanges[0].parts(contract("revnue.customer.create"));
    assert_eq!(found[0].method.as_deref(), Some("POST"));
    assert_eq!(found[1].method, None);
    assert_eq!(found[2].http_status, Some(404));
}

#[test]
fn a_body_that_is_missing_is_missing_behind_the_url() {
    let file = "POST https://a.example/b HTTP/1.1\n\n";
    let recording = clean(Format::Message, file);
    let found = recording.exchanges[0].parts(contract("revnue.customer.create"));
    assert_eq!(found[1].artifact, Artifact::RequestBody);
    assert_eq!(found[1].piece.full_span(), 24..24);
}

#[test]
fn a_body_that_was_not_read_is_not_missing() {
    for (format, file) in [
        (Format::UrlList, "POST https://a.example/b\n"),
        (Format::Curl, "curl https://a.example/b -d @f"),
        (Format::Curl, "curl https://a.example/b -d @f -d a=b"),
        (Format::Curl, "curl https://a.example/b -T f"),
        (Format::Curl, "curl https://a.example/b -F a=b"),
        (Format::HttpFile, "POST https://a.example/b\n\n< f.json"),
        (
            Format::Message,
            "POST https://a.example/b HTTP/1.1\nTransfer-Encoding: chunked\n\n{}",
        ),
    ] {
        let recording = read(format, file.as_bytes());
        let expected = [(Artifact::RequestUrl, "https://a.example/b".to_owned())];
        let id = "revnue.customer.create";
        assert_eq!(parts(&recording, id), expected, "{file}");
        let urls = usize::from(format == Format::UrlList);
        let id = "apptivo.customer.create";
        assert_eq!(parts(&recording, id).len(), urls, "{file}");
    }
}

#[test]
fn of_parameters() {
    let id = "apptivo.customer.create";
    let recording = clean(Format::Curl, "curl -d a=save 'https://a.example?b=c'");
    assert_eq!(
        parts(&recording, id),
        [(Artifact::RequestForm, "a=save".to_owned())]
    );
    let found = recording.exchanges[0].parts(contract(id));
    assert_eq!(found[0].url.as_deref(), Some("https://a.example?b=c"));
    let recording = clean(Format::UrlList, "https://a.example?a=save");
    let expected = [(Artifact::RequestUrl, "https://a.example?a=save".to_owned())];
    assert_eq!(parts(&recording, id), expected);
}

#[test]
fn a_body_that_is_no_form_is_no_part() {
    let file = b"curl --json '{}' 'https://a.example?b=c'";
    let recording = read(Format::Curl, file);
    let id = "apptivo.customer.create";
    assert_eq!(parts(&recording, id).len(), 1);
    assert!(recording.exchanges[0].stray_body(contract(id)).is_some());
    assert!(
        recording.exchanges[0]
            .stray_body(contract("revnue.customer.create"))
            .is_none()
    );
}
