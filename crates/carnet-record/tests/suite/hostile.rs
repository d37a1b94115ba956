//! No input makes the readers panic, and every place they give is one of the file.

use super::samples::all_recordings;
use carnet_record::{Exchange, Format, Piece, read, recognise};
use carnet_vendors::CATALOG;
use proptest::prelude::*;
use std::ops::Range;

/// One small file of every format, with everything that the format has.
const FILES: [(Format, &str); 8] = [
    (
        Format::UrlList,
        "# a\nPOST https://a.example/b?apiKey=c\r\n\nhttps://u:p@x\n",
    ),
    (
        Format::Curl,
        "A=$(curl -s a.example) curl -sXPOST 'a'\"b\\\"$C${D}`e`\"$'\\x41\\ud83d\\ude00\\n' -d @- \\\n \
         --data-urlencode 'a=b c' -G --json {} -H 'A: b' --next b.example -F a=b <<-'E' | x && curl c\n\t{}\n\tE\n",
    ),
    (
        Format::Curl,
        "curl ^\"a^%^41^\" ^\r\n -d ^\"^{^\\^\"a^\\\\^\" ^\n\n x^",
    ),
    (
        Format::HttpFile,
        "@a = b{{c}}\n@token = {{a}}\n### n\n# @name = x\n< {% %}\nPOST /{{a}}?b\n &c=d HTTP/1.1\nHost: {{a}}\n\
         Content-Type: application/x-www-form-urlencoded\n\na={{a}}\n&b={{$x}}\n> {% x %}\nHTTP/1.1 200 OK\nA: b\n\n{}\n###\ncurl 'a",
    ),
    (
        Format::Message,
        "POST /a HTTP/1.1\r\nHost: a\r\n b\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n\
         HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}\nGET / HTTP/1.1\nContent-Length: 99\n\nx",
    ),
    (
        Format::Har,
        "\u{FEFF}{\"log\":{\"entries\":[{\"request\":{\"method\":\"P\",\"url\":\"a\\u00e9\\ud83d\\ude00\\/\",\"headers\":\
         [{\"name\":\"Cookie\",\"value\":\"b\"}],\"postData\":{\"params\":[{\"name\":\"a\",\"value\":\"\\\"\"}]}},\
         \"response\":{\"status\":200,\"content\":{\"encoding\":\"base64\",\"text\":\"YW\\nI\\/Yw==\"}}}]}}",
    ),
    (
        Format::Har,
        "{\"log\":{\"entries\":[7,{},{\"request\":[[{\"a\":[]}]]}]}}",
    ),
    (Format::Curl, "curl $(curl $(curl $(curl $(curl a)))) \\"),
];

fn check(format: Format, file: &[u8]) {
    let recording = read(format, file);
    let inside = |span: &Range<usize>| span.start <= span.end && span.end <= file.len();
    for problem in &recording.problems {
        assert!(inside(&problem.span), "{format} {problem:?}");
    }
    assert!(recording.secrets.iter().all(inside));
    assert!(
        recording
            .secrets
            .windows(2)
            .all(|pair| pair[0].end < pair[1].start)
    );
    for (index, exchange) in recording.exchanges.iter().enumerate() {
        assert_eq!(exchange.index, index);
        assert!(inside(&exchange.span), "{format} {:?}", exchange.span);
        for piece in pieces(exchange) {
            let length = piece.text().len();
            for at in [0, length / 2, length, length + 1] {
                assert!(inside(&piece.span(at..at)), "{format} {piece:?} {at}");
                assert!(inside(&piece.span(0..at)), "{format} {piece:?} {at}");
                assert!(inside(&piece.span(at..length)), "{format} {piece:?} {at}");
                assert!(piece.spans(at..length).iter().all(inside));
            }
        }
        if let Some(request) = &exchange.request {
            let _ = recognise(CATALOG, request).to_string();
        }
        for contract in CATALOG {
            let _ = (exchange.parts(contract), exchange.stray_body(contract));
        }
    }
}

fn pieces<'e, 't>(exchange: &'e Exchange<'t>) -> Vec<&'e Piece<'t>> {
    let mut found = Vec::new();
    if let Some(request) = &exchange.request {
        found.extend(&request.method);
        found.push(&request.url);
        for header in &request.headers {
            found.extend([&header.name, &header.value]);
        }
        found.extend(request.body.as_ref().map(|body| &body.text));
    }
    let reply = exchange
        .reply
        .as_ref()
        .and_then(|reply| reply.body.as_ref());
    found.extend(reply.map(|body| &body.text));
    found
}

#[test]
fn truncated_anywhere() {
    for (format, file) in FILES {
        for end in 0..=file.len() {
            check(format, &file.as_bytes()[..end]);
            check(format, &file.as_bytes()[end..]);
        }
    }
    for (format, file) in all_recordings() {
        let step = (file.len() / 200).max(1);
        for end in (0..file.len()).step_by(step) {
            check(format, &file.as_bytes()[..end]);
        }
    }
}

#[test]
fn with_one_byte_changed() {
    for (format, file) in FILES {
        for at in 0..file.len() {
            for byte in *b"'\"\\\n\r $({}[]=&<#:0^\xff" {
                let mut changed = file.as_bytes().to_vec();
                changed[at] = byte;
                check(format, &changed);
            }
        }
    }
}

#[test]
fn as_another_format() {
    for (_, file) in FILES {
        for format in Format::ALL {
            check(format, file.as_bytes());
        }
        let _ = Format::by_look(file.as_bytes());
    }
}

#[test]
fn deep_and_long() {
    let cases = [
        (Format::Har, "[".repeat(200_000)),
        (
            Format::Har,
            "{\"log\":{\"entries\":".to_owned() + &"[{\"a\":".repeat(100_000),
        ),
        (Format::Curl, "$(".repeat(100_000)),
        (Format::Curl, "curl ".to_owned() + &"$(curl ".repeat(50_000)),
        (
            Format::Curl,
            "curl ".to_owned() + &"a.example ".repeat(50_000),
        ),
        (Format::Curl, "curl ".to_owned() + &"<<a ".repeat(50_000)),
        (
            Format::Curl,
            "curl a".to_owned()
                + &" --next a -d @-".repeat(10_000)
                + " <<E\n"
                + &"x\n".repeat(50_000),
        ),
        (
            Format::Curl,
            "curl a.example ".to_owned() + &"-d x ".repeat(50_000),
        ),
        (Format::Curl, "curl ^".to_owned() + &"\"\\".repeat(100_000)),
        (Format::HttpFile, "{{".repeat(100_000)),
        (
            Format::HttpFile,
            "GET a\n".to_owned() + &" b\n".repeat(100_000),
        ),
        (Format::HttpFile, "###\nGET a\n\n".repeat(50_000)),
        (
            Format::Message,
            "GET a HTTP/1.1\nA: b\n".to_owned() + &" c\n".repeat(100_000),
        ),
        (Format::Message, "HTTP/1.1 200\n\n".repeat(50_000)),
        (Format::Message, "GET HTTP/1.1\n".repeat(50_000)),
        (Format::UrlList, "?a=b&".repeat(100_000)),
    ];
    for (format, file) in cases {
        let recording = read(format, file.as_bytes());
        let _ = format!("{recording:?}");
    }
}

fn alphabet() -> impl Strategy<Value = Vec<u8>> {
    let words = prop::sample::select(vec![
        "curl ",
        "'",
        "\"",
        "\\",
        "$'",
        "$(",
        ")",
        "\n",
        "\r\n",
        " ",
        "-d ",
        "-H ",
        "{{",
        "}}",
        "@a = b\n",
        "###",
        "POST ",
        "https://a.example/",
        "HTTP/1.1 200 OK\n",
        " HTTP/1.1\n",
        "Content-Length: 3\n",
        "\n\n",
        "{\"log\":{\"entries\":[",
        "{\"request\":{",
        "\"url\":\"",
        "\\u00e9",
        "\\ud83d",
        "\"",
        ":",
        ",",
        "}",
        "]",
        "é",
        "<<E\n",
        "E\n",
        "^",
        "0\r\n",
        "a=b",
        "&",
        "?",
        "> {%",
        "%}",
        "< ",
        "$A",
        "`",
        "#",
    ]);
    prop::collection::vec(words, 0..40).prop_map(|words| words.concat().into_bytes())
}

proptest! {
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for format in Format::ALL {
            check(format, &bytes);
        }
    }

    #[test]
    fn any_words(bytes in alphabet()) {
        for format in Format::ALL {
            check(format, &bytes);
        }
    }

    /// Whatever is quoted for a shell is read as it was, and every character leads to itself.
    #[test]
    fn quoting_is_undone(text in "[ -~é\n]{0,60}") {
        let quoted = format!("curl a.example --data-raw '{}'", text.replace('\'', "'\\''"));
        let recording = read(Format::Curl, quoted.as_bytes());
        let body = recording.exchanges[0].request.as_ref().and_then(|it| it.body.as_ref());
        let body = &body.expect("there is data").text;
        prop_assert_eq!(body.text(), text.as_bytes());
        for (at, byte) in text.bytes().enumerate() {
            let place = &quoted.as_bytes()[body.span(at..at + 1)];
            prop_assert_eq!(place.last(), Some(&byte));
        }
    }
}
