use super::{body, clean, media_type, text, told, underlined};
use carnet_record::{Format, read};

const FILE: &str = r#"{"log": {"version": "1.2", "creator": {"name": "a", "x": [1, {"entries": []}]}, "entries": [
  {"startedDateTime": "2026-01-01T00:00:00Z", "_initiator": {"type": "script"},
   "request": {"method": "POST", "url": "https:\/\/a.example/v2?apiKey=K", "httpVersion": "HTTP/2",
     "headers": [{"name": "Authorization", "value": "Bearer T"}, {"name": "accept", "value": "*/*"}],
     "queryString": [{"name": "apiKey", "value": "K"}], "cookies": [{"name": "s", "value": "S"}],
     "postData": {"mimeType": "application/json", "text": "{\"name\":\"Ad\u00e9 \ud83d\ude00\"}"}},
   "response": {"status": 201, "headers": [], "content": {"size": 8, "mimeType": "application/json;charset=utf-8",
     "text": "eyJpZCI6ICJhIn0=", "encoding": "base64"}}, "time": 1.5},
  {"request": {"method": "GET", "url": "https://b.example/"}, "response": {"status": 0, "content": {}}}
 ], "comment": "none"}}
"#;

#[test]
fn an_archive() {
    let recording = clean(Format::Har, FILE);
    assert_eq!(recording.exchanges.len(), 2);
    let first = &recording.exchanges[0];
    let request = first.request.as_ref().unwrap();
    assert_eq!(request.method().as_deref(), Some("POST"));
    assert_eq!(text(&request.url), "https://a.example/v2?apiKey=K");
    assert_eq!(underlined(FILE, &request.url, "://"), r":\/\/");
    assert_eq!(text(request.header("accept").unwrap()), "*/*");
    assert_eq!(media_type(request), Some("application/json"));
    let sent = body(request);
    assert_eq!(text(sent), "{\"name\":\"Adé 😀\"}");
    assert_eq!(underlined(FILE, sent, "\"name\""), r#"\"name\""#);
    assert_eq!(underlined(FILE, sent, "Adé"), r"Ad\u00e9");
    assert_eq!(underlined(FILE, sent, "😀"), r"\ud83d\ude00");
    let reply = first.reply.as_ref().unwrap();
    let received = reply.body.as_ref().unwrap();
    assert_eq!(reply.status, Some(201));
    assert_eq!(received.media_type.as_deref(), Some("application/json"));
    assert_eq!(text(&received.text), "{\"id\": \"a\"}");
    assert_eq!(underlined(FILE, &received.text, "{\"i"), "eyJp");
    assert_eq!(underlined(FILE, &received.text, "i"), "Jp");
    assert_eq!(underlined(FILE, &received.text, "}"), "n0");
    assert_eq!(&FILE[received.text.full_span()], "eyJpZCI6ICJhIn0");
    assert!(recording.exchanges[1].reply.is_none());
    let hidden: Vec<_> = recording
        .secrets
        .iter()
        .map(|it| &FILE[it.clone()])
        .collect();
    assert_eq!(hidden, ["K", "Bearer T", "K", "S"]);
}

fn with_content(content: &str) -> String {
    format!(
        r#"{{"log":{{"entries":[{{"request":{{"method":"GET","url":"https://a.example"}},"response":{{"status":200,"content":{content}}}}}]}}}}"#
    )
}

#[test]
fn base64_in_pieces() {
    let file = with_content(r#"{"encoding":"base64","text":"eyJp\r\nZCI6\/\/8iYSJ9"}"#);
    let recording = clean(Format::Har, &file);
    let reply = recording.exchanges[0].reply.as_ref().unwrap();
    let text = &reply.body.as_ref().unwrap().text;
    assert_eq!(text.text(), b"{\"id\":\xff\xff\"a\"}");
    assert_eq!(&file[text.span(0..6)], r"eyJp\r\nZCI6");
    assert_eq!(&file[text.span(6..7)], r"\/\/8i");
    assert_eq!(&file[text.span(9..12)], r"YSJ9");
}

#[test]
fn a_form_as_parameters() {
    let file = r#"{"log":{"entries":[{"request":{"method":"POST","url":"https://a.example","postData":{
        "mimeType":"application/x-www-form-urlencoded","text":"","params":[{"name":"a","value":"b c"},{"name":"d","value":"\"e\""}]}}}]}}"#;
    let recording = clean(Format::Har, file);
    let form = body(recording.exchanges[0].request.as_ref().unwrap());
    assert_eq!(text(form), "a=b%20c&d=%22e%22");
    assert_eq!(underlined(file, form, "b%20c"), "b c");
    assert_eq!(underlined(file, form, "%22e%22"), r#"\"e\""#);
}

#[test]
fn what_cannot_be_read_is_told() {
    let broken = with_content(r#"{"encoding":"base64","text":"ey*p"}"#);
    let multipart = with_content(r#"{"mimeType":"multipart/mixed","text":"a"}"#);
    let missing = with_content(r#"{"mimeType":"application/json","size":7}"#);
    let whole = with_content("{}");
    let cut = &whole[..whole.len() - 20];
    for (file, message, underlined, exchanges) in [
        (
            "",
            "the archive breaks off: the text ends inside of its JSON",
            "",
            0,
        ),
        ("no JSON", "the archive is no JSON from here on", "n", 0),
        (
            "{\"log\":{}}",
            "this is no HTTP archive: it has no `log.entries`",
            "",
            0,
        ),
        (
            "{\"log\":{\"entries\":7}}",
            "this is no HTTP archive: it has no `log.entries`",
            "",
            0,
        ),
        (
            "{\"log\":{\"entries\":[7]}}",
            "this entry is no object",
            "7",
            1,
        ),
        (
            "{\"log\":{\"entries\":[{}]}}",
            "this entry has no request with a URL",
            "{",
            1,
        ),
        (
            "{\"log\":{\"entries\":[]}} x",
            "the archive is no JSON from here on",
            "x",
            0,
        ),
        (&broken, "the text is said to be base64 and is not", "*", 1),
        (
            &missing,
            "the text of this reply is not in the archive",
            "7",
            1,
        ),
        (
            &multipart,
            "a multipart body is not read",
            "multipart/mixed",
            1,
        ),
        (
            cut,
            "the archive breaks off: the text ends inside of its JSON",
            "",
            1,
        ),
    ] {
        let recording = read(Format::Har, file.as_bytes());
        assert_eq!(
            told(file, &recording),
            [(message.to_owned(), underlined)],
            "{file}"
        );
        assert_eq!(recording.exchanges.len(), exchanges, "{file}");
    }
}
