use super::{clean, request, text, told};
use carnet_record::{Format, read};

#[test]
fn one_a_line() {
    let file = "\u{FEFF}# calls\r\n\r\n  https://a.example/b?c={\"d\": 1}  \r\nPOST\thttps://a.example/e\r\n\
                get https://a.example/f";
    let recording = clean(Format::UrlList, file);
    let found: Vec<_> = recording.exchanges.into_iter().map(request).collect();
    let shown: Vec<_> = found
        .iter()
        .map(|it| (it.method(), text(&it.url)))
        .collect();
    let expected = [
        (None, "https://a.example/b?c={\"d\": 1}"),
        (Some("POST".to_owned()), "https://a.example/e"),
        (Some("GET".to_owned()), "https://a.example/f"),
    ];
    assert_eq!(shown, expected);
    for request in &found {
        assert!(request.url.is_verbatim());
        assert_eq!(&file[request.url.full_span()], text(&request.url));
    }
}

#[test]
fn a_method_without_a_url() {
    let file = "POST\nhttps://a.example\n";
    let recording = read(Format::UrlList, file.as_bytes());
    let expected = [("no URL follows POST".to_owned(), "POST")];
    assert_eq!(told(file, &recording), expected);
    assert_eq!(recording.exchanges.len(), 1);
}

#[test]
fn credentials_are_marked() {
    let file = "https://ada:pw@a.example/b?a=save&apiKey=KEY&c=d";
    let recording = clean(Format::UrlList, file);
    let hidden: Vec<_> = recording
        .secrets
        .iter()
        .map(|it| &file[it.clone()])
        .collect();
    assert_eq!(hidden, ["ada:pw", "KEY"]);
    assert!(!format!("{recording:?}").contains("KEY"));
}
