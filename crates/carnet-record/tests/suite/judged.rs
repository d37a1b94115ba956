//! What the validator finds in a part, underlined in the file as it is.

use super::request;
use carnet_record::{Format, Part, read, recognise};
use carnet_validate::{Context, Report, Settings, lint};
use carnet_vendors::CATALOG;

fn judge(contract: &carnet_core::Contract, part: &Part<'_>) -> Report {
    let settings = Settings {
        context: Context {
            http_status: part.http_status,
            url: part.url.clone(),
            method: part.method.clone(),
            ..Context::default()
        },
        ..Settings::default()
    };
    lint(contract, part.artifact, part.piece.text(), &settings)
}

/// Rule and underlined text of every finding in a file with one exchange.
fn found(format: Format, file: &str) -> Vec<(&'static str, &str)> {
    let recording = read(format, file.as_bytes());
    let exchange = &recording.exchanges[0];
    let contract = recognise(CATALOG, &request(exchange.clone())).contract();
    let contract = contract.expect("the request is recognised");
    let mut found = Vec::new();
    for part in exchange.parts(contract) {
        for finding in judge(contract, &part).findings {
            let span = finding.span.expect("it has a place");
            let span = part.piece.span(span.start.offset..span.end.offset);
            found.push((finding.rule.as_str(), &file[span]));
        }
    }
    found
}

#[test]
fn in_a_command() {
    let file = r#"curl -X POST http://crm.example.com/api/v2/customer -H 'Content-Type: application/json' \
        -d $'{"company":1,"name":"O\'Neill","category":"\u0037","nda_signed":tru}'"#;
    let expected = [
        ("url-scheme", "http"),
        ("type", r#""\u0037""#),
        ("bare-word", "tru"),
    ];
    assert_eq!(found(Format::Curl, file), expected);
}

#[test]
fn in_an_archive() {
    let file = r#"{"log":{"entries":[{"request":{"method":"PUT","url":"https://api.aptania.com/services\/createAccount",
        "postData":{"mimeType":"application/json","text":"{}"}},"response":{"status":200,
        "content":{"mimeType":"application/json","encoding":"base64","text":"eyJTdGF0dXNDb2RlIjogMX0="}}}]}}"#;
    let recording = read(Format::Har, file.as_bytes());
    let aptania = CATALOG.iter().find(|it| it.id == "aptania.account.create");
    let aptania = aptania.expect("it is in the catalog");
    let exchange = &recording.exchanges[0];
    let parts = exchange.parts(aptania);
    let reports: Vec<_> = parts.iter().map(|part| judge(aptania, part)).collect();
    assert_eq!(reports[0].findings[0].rule.as_str(), "method");
    let status = reports[2]
        .findings
        .iter()
        .find(|it| it.rule.as_str() == "type");
    let span = status
        .and_then(|it| it.span)
        .expect("a number is no status code");
    let span = parts[2].piece.span(span.start.offset..span.end.offset);
    // The sixteenth byte is the last of its group of characters and shares one with the next.
    assert_eq!(&file[span], "MX");
}

#[test]
fn in_a_form_and_its_url() {
    let file = "curl 'https://api.apptivo.com/app/dao/v6/customers?a=save' \
                --data-urlencode 'customerData={\"customerName\": 7}' -d apiKey=K -d accessKey=K";
    let found = found(Format::Curl, file);
    assert!(found.contains(&("type", "7")), "{found:?}");
}
