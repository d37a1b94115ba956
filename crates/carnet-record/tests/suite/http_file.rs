use super::{body, clean, media_type, one, text, told, underlined};
use carnet_record::{Format, read};

const FILE: &str = r#"@host = a.example
@base = https://{{host}}/v2
// a comment
### Create
# @no-log
POST {{base}}/customer?a=b
  &c={{ host }} HTTP/1.1
# in between
Content-Type: application/json
Authorization: Bearer {{token}}

{
  "name": "{{host}}",
  "note": "{{{x}}"
}

> {%
  client.test("ok", function() {});
%}

### 
# @name second
https://b.example/c

###
PUT https://c.example/d
Content-Type: application/x-www-form-urlencoded

a=b
&c=d

HTTP/1.1 201 Created
Content-Type: application/json

{"id": 7}
"#;

#[test]
fn of_common_editors() {
    let recording = read(Format::HttpFile, FILE.as_bytes());
    let names: Vec<_> = recording
        .exchanges
        .iter()
        .map(|it| it.name.as_deref())
        .collect();
    assert_eq!(names, [Some("Create"), Some("second"), None]);

    let first = recording.exchanges[0].request.as_ref().unwrap();
    assert_eq!(first.method().as_deref(), Some("POST"));
    assert_eq!(
        text(&first.url),
        "https://a.example/v2/customer?a=b&c=a.example"
    );
    assert_eq!(underlined(FILE, &first.url, "a.example/v2"), "{{base}}");
    assert_eq!(underlined(FILE, &first.url, "c=a.example"), "c={{ host }}");
    assert_eq!(media_type(first), Some("application/json"));
    let json = body(first);
    assert_eq!(
        text(json),
        "{\n  \"name\": \"a.example\",\n  \"note\": \"{{{x}}\"\n}"
    );
    assert_eq!(underlined(FILE, json, "\"a.example\""), "\"{{host}}\"");

    let second = recording.exchanges[1].request.as_ref().unwrap();
    assert_eq!(second.method().as_deref(), Some("GET"));
    assert_eq!(text(&second.url), "https://b.example/c");

    let third = &recording.exchanges[2];
    let form = body(third.request.as_ref().unwrap());
    assert_eq!(text(form), "a=b&c=d");
    assert_eq!(underlined(FILE, form, "c=d"), "c=d");
    let reply = third.reply.as_ref().unwrap();
    assert_eq!(reply.status, Some(201));
    assert_eq!(text(&reply.body.as_ref().unwrap().text), "{\"id\": 7}");

    let expected = ["a variable stands in the body that this file does not define"];
    let found: Vec<_> = recording.problems.iter().map(|it| &*it.message).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_path_with_a_host() {
    let file = "GET /a?b=c\nHost: a.example\n";
    let request = one(Format::HttpFile, file);
    assert_eq!(text(&request.url), "https://a.example/a?b=c");
    assert_eq!(underlined(file, &request.url, "a.example"), "a.example");
    assert_eq!(underlined(file, &request.url, "b=c"), "b=c");
}

#[test]
fn curl_inside() {
    let file = "### one\ncurl https://a.example \\\n  -d 'a=b'\n\n### two\nGET https://b.example\n";
    let recording = clean(Format::HttpFile, file);
    assert_eq!(recording.exchanges.len(), 2);
    assert_eq!(
        text(body(recording.exchanges[0].request.as_ref().unwrap())),
        "a=b"
    );
}

#[test]
fn scripts_and_lines_of_windows() {
    let file = "< {%\r\n  request.variables.set('a', 'b')\r\n%}\r\nPOST https://a.example\r\nA: b\r\n\r\n{\r\n}\r\n\r\n<> reply.json\r\n";
    let request = one(Format::HttpFile, file);
    assert_eq!(text(body(&request)), "{\r\n}");
}

#[test]
fn what_cannot_be_read_is_told() {
    for (file, message, underlined) in [
        ("POST\n", "the request line has no URL", "POST"),
        ("GET /a\n", "the request does not say its host", "/a"),
        (
            "GET https://a.example\nno header\n",
            "this is no header: a header is a name, a colon and a value",
            "no header",
        ),
        (
            "POST https://a.example\n\n< ./a.json\n",
            "the file that is sent is not read",
            "< ./a.json",
        ),
        (
            "GET {{base}}/a\n",
            "a variable stands in the URL that this file does not define",
            "{{base}}",
        ),
        (
            "@base\nGET https://a.example\n",
            "this variable has no value",
            "@base",
        ),
    ] {
        let recording = read(Format::HttpFile, file.as_bytes());
        assert_eq!(
            told(file, &recording),
            [(message.to_owned(), underlined)],
            "{file}"
        );
    }
}

#[test]
fn credentials_are_marked_where_they_are_defined() {
    let file = "@login = Basic QQ==\n@k = KEY\n@token=T\n\nGET https://a.example?apiKey={{k}}\nAuthorization: {{login}}\n\
                ###\n@l = ACC\nPOST https://a.example\nContent-Type: application/x-www-form-urlencoded\n\na=b\n&accessKey={{l}}\n";
    let recording = clean(Format::HttpFile, file);
    let hidden: Vec<_> = recording
        .secrets
        .iter()
        .map(|it| &file[it.clone()])
        .collect();
    assert_eq!(
        hidden,
        [
            "Basic QQ==",
            "KEY",
            "T",
            "{{k}}",
            "{{login}}",
            "ACC",
            "{{l}}"
        ]
    );
}

#[test]
fn variables_that_use_one_another_do_not_grow_without_end() {
    use std::fmt::Write as _;
    let mut file = "@a0 = 0123456789\n".to_owned();
    for index in 1..60 {
        let before = index - 1;
        writeln!(file, "@a{index} = {{{{a{before}}}}}{{{{a{before}}}}}").unwrap();
    }
    file.push_str("GET https://a.example/{{a59}}\n");
    let recording = read(Format::HttpFile, file.as_bytes());
    let url = &recording.exchanges[0].request.as_ref().unwrap().url;
    assert!(url.text().len() < 3 << 20);
}
