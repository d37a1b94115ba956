//! Every format, with the places that a finding would underline.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by failing"
)]

mod suite {
    mod curl;
    mod har;
    mod hostile;
    mod http_file;
    mod judged;
    mod message;
    mod part;
    mod recognise;
    mod samples;
    mod url_list;
    mod windows;

    use carnet_record::{Exchange, Format, Piece, Recording, Request, read};

    /// Reads a file in which nothing is wrong.
    fn clean(format: Format, file: &str) -> Recording<'_> {
        let recording = read(format, file.as_bytes());
        assert_eq!(recording.problems, [], "{file}");
        recording
    }

    /// Reads a file with one request and nothing wrong.
    fn one(format: Format, file: &str) -> Request<'_> {
        let recording = clean(format, file);
        assert_eq!(recording.exchanges.len(), 1, "{file}");
        request(recording.exchanges.into_iter().next().unwrap())
    }

    fn request(exchange: Exchange<'_>) -> Request<'_> {
        exchange.request.expect("there is a request")
    }

    fn text<'p>(piece: &'p Piece<'_>) -> &'p str {
        std::str::from_utf8(piece.text()).unwrap()
    }

    /// What of the file is underlined when something is found at `needle` in the decoded text.
    fn underlined<'f>(file: &'f str, piece: &Piece<'_>, needle: &str) -> &'f str {
        let at = text(piece).find(needle).expect("the text holds it");
        &file[piece.span(at..at + needle.len())]
    }

    /// The messages, each with what it underlines.
    fn told<'f>(file: &'f str, recording: &Recording<'_>) -> Vec<(String, &'f str)> {
        let problems = recording.problems.iter();
        problems
            .map(|problem| (problem.message.clone(), &file[problem.span.clone()]))
            .collect()
    }

    fn body<'r, 't>(request: &'r Request<'t>) -> &'r Piece<'t> {
        &request.body.as_ref().expect("there is a body").text
    }

    fn media_type<'r>(request: &'r Request<'_>) -> Option<&'r str> {
        request.body.as_ref()?.media_type.as_deref()
    }
}
