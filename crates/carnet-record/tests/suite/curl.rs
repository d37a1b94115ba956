use super::{body, clean, media_type, one, request, text, told, underlined};
use carnet_record::{Format, read};

fn words(file: &str) -> (String, String, Option<String>) {
    let request = one(Format::Curl, file);
    let body = request
        .body
        .as_ref()
        .map(|body| text(&body.text).to_owned());
    (
        request.method().unwrap(),
        text(&request.url).to_owned(),
        body,
    )
}

#[test]
fn as_chrome_copies_it() {
    let file = r#"curl 'https://a.example/b?c=%5B1%5D' \
  -H 'accept: application/json' \
  -H 'content-type: application/json; charset=utf-8' \
  --data-raw $'{"name":"O\'Neill \\u00e9 \u00e9\n"}' \
  --compressed"#;
    let request = one(Format::Curl, file);
    assert_eq!(request.method().as_deref(), Some("POST"));
    let method = request.method.as_ref().unwrap();
    assert_eq!(&file[method.full_span()], "--data-raw");
    assert_eq!(media_type(&request), Some("application/json"));
    let body = body(&request);
    assert_eq!(text(body), "{\"name\":\"O'Neill \\u00e9 é\n\"}");
    assert_eq!(underlined(file, body, "O'Neill"), r"O\'Neill");
    assert_eq!(underlined(file, body, "é"), r"\u00e9");
    assert_eq!(underlined(file, body, "\\u00e9"), r"\\u00e9");
    assert_eq!(underlined(file, body, "\n"), r"\n");
    assert_eq!(text(request.header("Accept").unwrap()), "application/json");
    // Behind the last character, where something may be missing.
    let end = body.text().len();
    assert!(file[body.span(end..end).start..].starts_with("' \\\n  --compressed"));
}

#[test]
fn every_quote() {
    for (typed, meant) in [
        (r#"-d '{"a":"b"}'"#, r#"{"a":"b"}"#),
        (r#"-d "{\"a\":\"b\"}""#, r#"{"a":"b"}"#),
        (r#"-d '{"a":"O'\''B"}'"#, r#"{"a":"O'B"}"#),
        (r#"-d '{"a":"O'"'"'B"}'"#, r#"{"a":"O'B"}"#),
        (r#"-d {\"a\":1}"#, r#"{"a":1}"#),
        (r#"-d "a\nb\\c""#, r"a\nb\c"),
        ("-d \"a\\\nb\"", "ab"),
        ("-d a\\\r\nb", "ab"),
        (r"-d $'\x41\102\u0043\t\q\''", "ABC\t\\q'"),
        (r"-d $'\ud83d\ude00 \U0001F600'", "😀 😀"),
        (r#"-d $"a b""#, "a b"),
        ("-d ''", ""),
        ("-da=b", "a=b"),
        ("-d a#b", "a#b"),
        ("-d 'é'é", "éé"),
        ("-d '$HOME `x` $(y)'", "$HOME `x` $(y)"),
        (r#"-d "5 $ and \$A""#, "5 $ and $A"),
    ] {
        let file = format!("curl https://a.example {typed}");
        assert_eq!(words(&file).2.as_deref(), Some(meant), "{file}");
    }
}

/// Command, method, URL and body of the request that it makes.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
);

const OPTIONS: &[Row] = &[
    ("curl u.example", "GET", "u.example", None),
    ("curl -sSLk u.example", "GET", "u.example", None),
    ("curl -XPUT u.example", "PUT", "u.example", None),
    ("curl -sXPUT u.example", "PUT", "u.example", None),
    (
        "curl --request PATCH --url u.example",
        "PATCH",
        "u.example",
        None,
    ),
    (
        "curl --request=PATCH --url=u.example",
        "PATCH",
        "u.example",
        None,
    ),
    ("curl -I u.example", "HEAD", "u.example", None),
    (
        "curl -d a=b -d c=d u.example",
        "POST",
        "u.example",
        Some("a=b&c=d"),
    ),
    (
        "curl --data=a=b u.example",
        "POST",
        "u.example",
        Some("a=b"),
    ),
    (
        "curl --data-binary a=b u.example",
        "POST",
        "u.example",
        Some("a=b"),
    ),
    (
        "curl --data-raw @b u.example",
        "POST",
        "u.example",
        Some("@b"),
    ),
    (
        "curl --data-urlencode 'a=b c&d' u.example",
        "POST",
        "u.example",
        Some("a=b%20c%26d"),
    ),
    (
        "curl --data-urlencode '=b=c' u.example",
        "POST",
        "u.example",
        Some("b%3Dc"),
    ),
    (
        "curl --data-urlencode 'b c' u.example",
        "POST",
        "u.example",
        Some("b%20c"),
    ),
    (
        "curl --json {} --json [] u.example",
        "POST",
        "u.example",
        Some("{}[]"),
    ),
    (
        "curl -G -d a=b -d c=d u.example",
        "GET",
        "u.example?a=b&c=d",
        None,
    ),
    (
        "curl --get -d a=b 'u.example?x=y'",
        "GET",
        "u.example?x=y&a=b",
        None,
    ),
    (
        "curl --url-query 'a=b c' u.example",
        "GET",
        "u.example?a=b%20c",
        None,
    ),
    (
        "curl -X POST -G -d a=b u.example",
        "POST",
        "u.example?a=b",
        None,
    ),
    (
        "curl -o out.json -w '%{http_code}' -A agent -e ref -m 5 u.example",
        "GET",
        "u.example",
        None,
    ),
    (
        "curl -u ada:pw -b c=d -x proxy u.example --compressed",
        "GET",
        "u.example",
        None,
    ),
    (
        "curl --retry 3 --connect-timeout 5 --no-buffer --http2 u.example",
        "GET",
        "u.example",
        None,
    ),
    (
        "/usr/bin/curl u.example > out 2>&1",
        "GET",
        "u.example",
        None,
    ),
    (
        "TOKEN=x A='b c' curl u.example | jq .",
        "GET",
        "u.example",
        None,
    ),
    (
        "if ! curl -f u.example; then exit 1; fi",
        "GET",
        "u.example",
        None,
    ),
    ("X=$(curl -s u.example)", "GET", "u.example", None),
    (
        "echo \"$(curl -s u.example | jq -r '.a')\"",
        "GET",
        "u.example",
        None,
    ),
];

#[test]
fn every_option() {
    for &(command, method, url, body) in OPTIONS {
        let (method, url, body) = (method.to_owned(), url.to_owned(), body.map(str::to_owned));
        assert_eq!(words(command), (method, url, body), "{command}");
    }
}

#[test]
fn the_media_type_is_the_one_that_is_sent() {
    let media_types = [
        (
            "curl -d a=b u.example",
            Some("application/x-www-form-urlencoded"),
        ),
        ("curl --json '{}' u.example", Some("application/json")),
        (
            "curl -H 'Content-Type: Text/JSON;x' -d {} u.example",
            Some("text/json"),
        ),
    ];
    for (command, expected) in media_types {
        assert_eq!(
            media_type(&one(Format::Curl, command)),
            expected,
            "{command}"
        );
    }
}

#[test]
fn a_script_has_several() {
    let file = "#!/bin/sh\nset -e # curl not.example\ncurl a.example -d 'x\ny' && curl b.example; \
                wget c.example\n\ncurl -d a=b d.example --next e.example\ncurl f.example g.example &\n";
    let recording = clean(Format::Curl, file);
    let urls: Vec<_> = recording.exchanges.into_iter().map(request).collect();
    let urls: Vec<_> = urls.iter().map(|request| text(&request.url)).collect();
    let expected = [
        "a.example",
        "b.example",
        "d.example",
        "e.example",
        "f.example",
        "g.example",
    ];
    assert_eq!(urls, expected);
}

#[test]
fn commands_inside_of_commands_stand_in_the_order_of_the_file() {
    let file =
        "X=$(curl a.example -d @f)\ncurl b.example -d \"$(curl c.example)\"\ncurl d.example -F e=f";
    let recording = read(Format::Curl, file.as_bytes());
    let exchanges = recording.exchanges.iter().enumerate();
    let urls: Vec<_> = exchanges
        .map(|(index, exchange)| {
            assert_eq!(exchange.index, index);
            text(&exchange.request.as_ref().unwrap().url)
        })
        .collect();
    assert_eq!(urls, ["a.example", "b.example", "c.example", "d.example"]);
    let told: Vec<_> = recording.problems.iter().map(|it| it.exchange).collect();
    assert_eq!(told, [Some(0), Some(1), Some(3)]);
}

#[test]
fn data_in_the_url_leads_to_the_data() {
    let file = "curl -G --data-urlencode 'customerData={\"a\":1}' -d b=c https://a.example/d";
    let request = one(Format::Curl, file);
    let url = &request.url;
    assert_eq!(
        text(url),
        "https://a.example/d?customerData=%7B%22a%22%3A1%7D&b=c"
    );
    assert_eq!(underlined(file, url, "%22a%22"), "\"a\"");
    assert_eq!(underlined(file, url, "b=c"), "b=c");
    assert_eq!(underlined(file, url, "a.example"), "a.example");
    // The whole of it stands in two places, and the last comes first.
    let all = url.spans(0..url.text().len());
    let all: Vec<_> = all.into_iter().map(|span| &file[span]).collect();
    assert_eq!(
        all.join("|"),
        "https://a.example/d|customerData={\"a\":1}|b=c"
    );
}

#[test]
fn lines_that_the_command_reads() {
    let file = "curl -H 'Content-Type: application/json' -d @- https://a.example <<'EOF' | jq .\n\
                {\n  \"a\": \"$b\"\n}\nEOF\ncurl https://b.example\n";
    let recording = clean(Format::Curl, file);
    assert_eq!(recording.exchanges.len(), 2);
    let first = recording.exchanges[0].request.as_ref().unwrap();
    assert_eq!(text(body(first)), "{  \"a\": \"$b\"}");
    assert_eq!(underlined(file, body(first), "\"$b\"}"), "\"$b\"\n}");
}

/// Command, message and what is underlined.
const PROBLEMS: &[(&str, &str, &str)] = &[
    (
        "curl a.example -d 'x",
        "nothing closes this quote: the command runs to the end of the file",
        "'",
    ),
    ("curl -X POST", "this command has no URL", "curl"),
    (
        "curl a.example -d",
        "this option takes an argument, and the command ends",
        "-d",
    ),
    (
        "curl --fancy a.example",
        "--fancy is no option of curl that is known here",
        "--fancy",
    ),
    (
        "curl -d @f.json a.example",
        "the file that is sent is not read",
        "@f.json",
    ),
    (
        "curl --data-urlencode a@f a.example",
        "the file that is sent is not read",
        "a@f",
    ),
    (
        "curl -F a=b a.example",
        "a multipart body is not read",
        "-F",
    ),
    (
        "curl -T f a.example",
        "the file that is sent is not read",
        "f",
    ),
    (
        "curl -K f a.example",
        "the file of options is not read",
        "f",
    ),
    (
        "curl -H @f a.example",
        "the file of headers is not read",
        "@f",
    ),
    (
        "curl -H Accept a.example",
        "a header without a colon is not sent",
        "Accept",
    ),
    (
        "curl https://a.example/$ID",
        "a variable of the shell stands in the URL",
        "$ID",
    ),
    (
        "curl a.example -d \"x${Y}\"",
        "a variable of the shell stands in the data",
        "${Y}",
    ),
    (
        "curl a.example -d \"x$(date)\"",
        "a variable of the shell stands in the data",
        "$(date)",
    ),
    (
        "curl a.example -d @- <<E\n$Y\nE\n",
        "a variable of the shell stands in the data",
        "$",
    ),
];

#[test]
fn what_cannot_be_read_is_told() {
    for &(file, message, underlined) in PROBLEMS {
        let recording = read(Format::Curl, file.as_bytes());
        assert_eq!(
            told(file, &recording),
            [(message.to_owned(), underlined)],
            "{file}"
        );
        let read_one = recording.exchanges.first().map(|exchange| exchange.index);
        assert_eq!(recording.problems[0].exchange, read_one, "{file}");
    }
}

#[test]
fn variables_stay_as_they_are() {
    let file = "curl https://a.example/$ID -H \"Authorization: Bearer $TOKEN\" -d \"$JSON\"";
    let recording = read(Format::Curl, file.as_bytes());
    assert_eq!(recording.problems.len(), 2, "a header does not count");
    let request = recording.exchanges[0].request.as_ref().unwrap();
    assert_eq!(text(&request.url), "https://a.example/$ID");
    assert_eq!(text(body(request)), "$JSON");
}

#[test]
fn credentials_are_marked() {
    let file = "curl -u ada:pw -b 's=1' -H 'Authorization: Bearer T' -H 'X: y' 'https://a.example?accessKey=K' -d a=b -d apiKey=L";
    let recording = clean(Format::Curl, file);
    let hidden: Vec<_> = recording
        .secrets
        .iter()
        .map(|it| &file[it.clone()])
        .collect();
    assert_eq!(hidden, ["ada:pw", "'s=1'", "Bearer T", "K", "L"]);
    let shown = format!("{recording:?}");
    assert!(!shown.contains("Bearer") && !shown.contains("pw"));
}
