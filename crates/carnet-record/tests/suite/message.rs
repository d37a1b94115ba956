use super::{body, clean, text, told, underlined};
use carnet_record::{Format, read};

#[test]
fn a_request_and_its_reply() {
    let file = "POST /v2/customer?a=b HTTP/1.1\r\nHost: a.example:8443\r\nContent-Type: application/json\r\n\
                Content-Length: 14\r\n\r\n{\"name\":\"Ada\"}HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\n\
                Content-Length: 8\r\n\r\n{\"id\":7}\r\n\r\nGET https://b.example/ HTTP/1.1\r\nX: y\r\n  z\r\n\r\n";
    let recording = clean(Format::Message, file);
    assert_eq!(recording.exchanges.len(), 2);
    let first = &recording.exchanges[0];
    let request = first.request.as_ref().unwrap();
    assert_eq!(text(&request.url), "https://a.example:8443/v2/customer?a=b");
    assert_eq!(
        underlined(file, &request.url, "/v2/customer"),
        "/v2/customer"
    );
    assert_eq!(
        underlined(file, &request.url, "a.example:8443"),
        "a.example:8443"
    );
    assert_eq!(text(body(request)), "{\"name\":\"Ada\"}");
    assert_eq!(underlined(file, body(request), "Ada"), "Ada");
    let reply = first.reply.as_ref().unwrap();
    assert_eq!(reply.status, Some(201));
    assert_eq!(text(&reply.body.as_ref().unwrap().text), "{\"id\":7}");
    let second = recording.exchanges[1].request.as_ref().unwrap();
    assert_eq!(text(&second.url), "https://b.example/");
    assert_eq!(text(second.header("x").unwrap()), "y z");
}

#[test]
fn line_feeds_only_and_no_lengths() {
    let file = "POST /a HTTP/1.1\nHost: a.example\n\n{\n}\n\nHTTP/1.1 200 OK\n\n{\"b\":1}\n";
    let recording = clean(Format::Message, file);
    let first = &recording.exchanges[0];
    assert_eq!(text(body(first.request.as_ref().unwrap())), "{\n}");
    let reply = first.reply.as_ref().unwrap().body.as_ref().unwrap();
    assert_eq!(text(&reply.text), "{\"b\":1}");
}

#[test]
fn a_reply_alone() {
    let recording = clean(
        Format::Message,
        "HTTP/2 404\ncontent-type: application/json\n\n{}",
    );
    assert!(recording.exchanges[0].request.is_none());
    assert_eq!(
        recording.exchanges[0].reply.as_ref().unwrap().status,
        Some(404)
    );
}

#[test]
fn chunks_are_joined() {
    let file = "POST /a HTTP/1.1\r\nHost: a.example\r\nTransfer-Encoding: chunked\r\n\r\n\
                8;x=y\r\n{\"name\":\r\n6\r\n\"Ada\"}\r\n0\r\nTrailer: a\r\n\r\nHTTP/1.1 200 OK\r\n\r\n";
    let recording = clean(Format::Message, file);
    let exchange = &recording.exchanges[0];
    let body = body(exchange.request.as_ref().unwrap());
    assert_eq!(text(body), "{\"name\":\"Ada\"}");
    assert_eq!(underlined(file, body, "Ada"), "Ada");
    assert_eq!(underlined(file, body, ":\"A"), ":\r\n6\r\n\"A");
    assert!(exchange.reply.is_some());
}

#[test]
fn what_cannot_be_read_is_told() {
    for (file, message, underlined, exchanges) in [
        (
            "post /a\n\nGET https://a.example HTTP/1.1\n",
            "no HTTP message begins with this line",
            "post /a",
            1,
        ),
        (
            "GET /a HTTP/1.1\nA: b\n",
            "the request does not say its host",
            "GET /a HTTP/1.1",
            1,
        ),
        (
            "GET HTTP/1.1\n",
            "the request line has no target",
            "GET HTTP/1.1",
            0,
        ),
        (
            "HTTP/1.1 200 OK\nContent-Length: 99\n\n{}\n",
            "Content-Length is not the length of the body, 2",
            "99",
            1,
        ),
        (
            "HTTP/1.1 200 OK\nContent-Length: 1\n\n{}\n",
            "Content-Length is not the length of the body, 2",
            "1",
            1,
        ),
        (
            "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n{}\n",
            "the body is said to be chunked, and no chunk begins here",
            "",
            1,
        ),
        (
            "HTTP/1.1 200 OK\nContent-Type: multipart/x; a=b\n\n{}\n",
            "a multipart body is not read",
            "multipart/x; a=b",
            1,
        ),
    ] {
        let recording = read(Format::Message, file.as_bytes());
        assert_eq!(
            told(file, &recording),
            [(message.to_owned(), underlined)],
            "{file}"
        );
        assert_eq!(recording.exchanges.len(), exchanges, "{file}");
    }
}

#[test]
fn compressed_bodies_are_told() {
    let file = b"HTTP/1.1 200 OK\nContent-Encoding: gzip\n\n\x1f\x8b\xff";
    let recording = read(Format::Message, file);
    assert_eq!(
        recording.problems[0].message,
        "a compressed body is not read"
    );
    assert!(
        recording.exchanges[0]
            .reply
            .as_ref()
            .unwrap()
            .body
            .is_none()
    );
    // Tools that record keep the header and save the text.
    clean(
        Format::Message,
        "HTTP/1.1 200 OK\nContent-Encoding: gzip\n\n{}",
    );
}
