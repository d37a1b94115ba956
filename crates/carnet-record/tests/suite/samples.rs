//! Every printed sample, made into a recording of every format, is recognised.

use super::text;
use carnet_record::{Format, read, recognise};
use carnet_vendors::CATALOG;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Every printed URL, and the operation it is of, with the body that is printed beside it.
const SAMPLES: [(&str, &str); 15] = [
    ("apptivo/create.template", "apptivo.customer.create"),
    ("apptivo/create", "apptivo.customer.create"),
    ("apptivo/create.encoded", "apptivo.customer.create"),
    (
        "apptivo/update.template",
        "apptivo.customer.update_by_contact",
    ),
    ("apptivo/update-by-name", "apptivo.customer.update_by_name"),
    (
        "apptivo/update-by-name.encoded",
        "apptivo.customer.update_by_name",
    ),
    (
        "apptivo/update-by-contact",
        "apptivo.customer.update_by_contact",
    ),
    (
        "apptivo/update-by-contact.encoded",
        "apptivo.customer.update_by_contact",
    ),
    ("aptania/create-account", "aptania.account.create"),
    ("kapture/add", "kapture.customer.add"),
    ("kapture/select", "kapture.customer.select"),
    ("kapture/search", "kapture.customer.search"),
    ("kapture/update", "kapture.customer.update"),
    ("kapture/add-contacts", "kapture.customer.add_contacts"),
    ("revnue/create-customer", "revnue.customer.create"),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/samples")
}

fn sample(name: &str) -> (String, Option<String>) {
    let url = fs::read_to_string(folder().join(format!("{name}.request.url"))).unwrap();
    let body = fs::read_to_string(folder().join(format!("{name}.request.json"))).ok();
    (url.trim().to_owned(), body)
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

fn json_string(text: &str) -> String {
    let mut out = "\"".to_owned();
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            character if character.is_ascii() => out.push(character),
            character => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    write!(out, "\\u{unit:04x}").unwrap();
                }
            }
        }
    }
    out + "\""
}

/// The sample in every format that can hold it.
pub(super) fn recordings(name: &str) -> Vec<(Format, String)> {
    let (url, body) = sample(name);
    let mut curl = format!("curl -X POST {} \\\n  -H 'Accept: */*'", quoted(&url));
    let mut http = format!("### sample\nPOST {url}\nContent-Type: application/json\n");
    let mut message = format!("POST {url} HTTP/1.1\r\nX: y\r\n");
    let mut post = String::new();
    if let Some(body) = &body {
        write!(
            curl,
            " -H 'Content-Type: application/json' -d {}",
            quoted(body)
        )
        .unwrap();
        write!(http, "\n{body}").unwrap();
        write!(message, "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
        let text = json_string(body);
        post = format!(",\"postData\":{{\"mimeType\":\"application/json\",\"text\":{text}}}");
    } else {
        message.push_str("\r\n");
    }
    let har = format!(
        "{{\"log\":{{\"entries\":[{{\"request\":{{\"method\":\"POST\",\"url\":{}{post}}}}}]}}}}",
        json_string(&url)
    );
    let mut all = vec![
        (Format::Curl, curl),
        (Format::HttpFile, http),
        (Format::Message, message),
        (Format::Har, har),
    ];
    if body.is_none() {
        all.push((Format::UrlList, format!("POST {url}\n")));
        all.push((Format::UrlList, format!("{url}\n")));
    }
    all
}

pub(super) fn all_recordings() -> impl Iterator<Item = (Format, String)> {
    SAMPLES.into_iter().flat_map(|(name, _)| recordings(name))
}

#[test]
fn every_sample_in_every_format() {
    for (name, id) in SAMPLES {
        let (url, body) = sample(name);
        for (format, file) in recordings(name) {
            let recording = read(format, file.as_bytes());
            assert_eq!(recording.exchanges.len(), 1, "{name} {format}");
            let exchange = &recording.exchanges[0];
            let request = exchange.request.as_ref().unwrap();
            assert_eq!(text(&request.url), url, "{name} {format}");
            let found = recognise(CATALOG, request);
            assert_eq!(
                found.to_string(),
                format!("this is {id}"),
                "{name} {format}"
            );
            if let Some(body) = &body {
                let read = &request.body.as_ref().unwrap().text;
                assert_eq!(text(read).trim(), body.trim(), "{name} {format}");
            }
        }
    }
}

/// Wherever the file has the decoded bytes as they are, the place of each is the byte itself.
#[test]
fn places_are_those_of_the_bytes() {
    for (format, file) in all_recordings() {
        let recording = read(format, file.as_bytes());
        let request = recording.exchanges[0].request.as_ref().unwrap();
        let mut pieces = vec![&request.url];
        pieces.extend(request.body.as_ref().map(|body| &body.text));
        for piece in pieces {
            let mut last = 0;
            for (at, byte) in piece.text().iter().enumerate() {
                let span = piece.span(at..at + 1);
                assert!(span.start >= last, "{format} {at}");
                last = span.start;
                let place = &file.as_bytes()[span];
                match place {
                    [one] => assert_eq!(one, byte, "{format} {at}"),
                    _ => assert!(
                        place.starts_with(b"\\") || place.starts_with(b"'"),
                        "{format} {at}"
                    ),
                }
            }
        }
    }
}
