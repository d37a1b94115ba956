use super::{body, one, text, underlined};
use carnet_record::Format;

#[test]
fn as_chrome_copies_it_for_windows() {
    let file = "curl ^\"https://a.example/b?c=^%^5B1^%^5D^&d=e^\" ^\r\n  -H ^\"content-type: application/json^\" ^\r\n  \
                --data-raw ^\"^{^\\^\"name^\\^\":^\\^\"A ^& B^\\^\"^}^\"";
    let request = one(Format::Curl, file);
    assert_eq!(text(&request.url), "https://a.example/b?c=%5B1%5D&d=e");
    let body = body(&request);
    assert_eq!(text(body), r#"{"name":"A & B"}"#);
    assert_eq!(underlined(file, body, "\"name\""), "^\\^\"name^\\^\"");
    assert_eq!(underlined(file, body, "A & B"), "A ^& B");
}

#[test]
fn as_chrome_copied_it_before() {
    let file =
        r#"curl "https://a.example/b" -H "accept: */*" --data-raw "{\"a\":\"b\"}" --compressed"#;
    let request = one(Format::Curl, file);
    assert_eq!(text(body(&request)), r#"{"a":"b"}"#);
}
