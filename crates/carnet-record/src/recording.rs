//! All that a file has recorded.

use crate::exchange::{Exchange, Header, Reply, Request};
use crate::problem::{Problem, Problems};
use crate::{Format, credential, curl, har, http_file, message, url_list};
use std::ops::Range;

/// All that a file has recorded.
///
/// `Debug` shows no value of the file.
#[derive(Clone, Debug, Default)]
pub struct Recording<'t> {
    /// The requests and replies, in the order of the file.
    pub exchanges: Vec<Exchange<'t>>,
    /// What could not be read, in the order of the file.
    pub problems: Vec<Problem>,
    /// Byte ranges of the file that hold credentials by their place (`Authorization`, cookies,
    /// `-u`, a password in a URL) or by the name of their parameter, header or variable; in order
    /// and apart. Whoever shows the file leaves them out. Credentials that a contract knows, in
    /// JSON above all, are found by the validator.
    pub secrets: Vec<Range<usize>>,
}

/// Reads a file.
///
/// A byte order mark is stepped over. What cannot be read is a [`Problem`], and the rest is read
/// all the same. Takes any bytes.
///
/// # Example
/// ```
/// use carnet_record::{Format, read};
///
/// let file = b"# two calls\nhttps://api.example.com/a?x=1\nGET https://api.example.com/b\n";
/// let recording = read(Format::UrlList, file);
/// assert_eq!(recording.exchanges.len(), 2);
/// let request = recording.exchanges[1].request.as_ref().expect("every line is a request");
/// assert_eq!(request.method().as_deref(), Some("GET"));
/// assert_eq!(request.url.text(), b"https://api.example.com/b");
/// assert_eq!(&file[request.url.full_span()], b"https://api.example.com/b");
/// ```
#[must_use]
pub fn read(format: Format, text: &[u8]) -> Recording<'_> {
    let mut out = Collector::new(text);
    let start = if text.starts_with(BYTE_ORDER_MARK) {
        BYTE_ORDER_MARK.len()
    } else {
        0
    };
    match format {
        Format::UrlList => url_list::read(start, &mut out),
        Format::Curl => curl::read(start..text.len(), &mut out),
        Format::HttpFile => http_file::read(start, &mut out),
        Format::Message => message::read(start, &mut out),
        Format::Har => har::read(start, &mut out),
    }
    out.finish()
}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Takes what the readers find.
pub(crate) struct Collector<'t> {
    pub(crate) file: &'t [u8],
    exchanges: Vec<Exchange<'t>>,
    pub(crate) problems: Problems,
    secrets: Vec<Range<usize>>,
}

impl<'t> Collector<'t> {
    fn new(file: &'t [u8]) -> Self {
        Self {
            file,
            exchanges: Vec::new(),
            problems: Problems::default(),
            secrets: Vec::new(),
        }
    }

    /// The bytes of a stretch of the file.
    pub(crate) fn bytes(&self, range: Range<usize>) -> &'t [u8] {
        self.file.get(range).unwrap_or_default()
    }

    /// What is told from now on belongs to the next exchange.
    pub(crate) fn begin(&mut self) {
        self.problems.exchange = Some(self.exchanges.len());
    }

    /// What is told from now on belongs to none.
    pub(crate) fn leave(&mut self) {
        self.problems.exchange = None;
    }

    /// Takes an exchange.
    pub(crate) fn push(
        &mut self,
        name: Option<String>,
        span: Range<usize>,
        request: Option<Request<'t>>,
        reply: Option<Reply<'t>>,
    ) {
        if let Some(request) = &request {
            self.secret_headers(&request.headers);
            for user in credential::in_url(request.url.text()) {
                self.secrets.extend(request.url.spans(user));
            }
            if let Some(body) = request.body.as_ref().filter(|body| body.is_form()) {
                for value in credential::in_parameters(body.text.text()) {
                    self.secrets.extend(body.text.spans(value));
                }
            }
        }
        self.exchanges.push(Exchange {
            index: self.exchanges.len(),
            name,
            span,
            request,
            reply,
        });
    }

    /// The exchange that was taken last.
    pub(crate) fn last(&mut self) -> Option<&mut Exchange<'t>> {
        self.exchanges.last_mut()
    }

    /// A stretch of the file is a credential.
    pub(crate) fn secret(&mut self, span: Range<usize>) {
        self.secrets.push(span);
    }

    /// Marks the values of headers that hold credentials.
    pub(crate) fn secret_headers(&mut self, headers: &[Header<'t>]) {
        for header in headers {
            if credential::is_name(header.name.text()) {
                let value = &header.value;
                self.secrets.extend(value.spans(0..value.text().len()));
            }
        }
    }

    /// Puts the exchanges into the order of the file: commands inside of commands were read later.
    fn sort(&mut self) {
        let starts = |exchanges: &[Exchange<'_>]| exchanges.is_sorted_by_key(|it| it.span.start);
        if starts(&self.exchanges) {
            return;
        }
        self.exchanges.sort_by_key(|exchange| exchange.span.start);
        let mut places = vec![0; self.exchanges.len()];
        for (place, exchange) in self.exchanges.iter_mut().enumerate() {
            places[exchange.index] = place;
            exchange.index = place;
        }
        self.problems.renumber(&places);
    }

    fn finish(mut self) -> Recording<'t> {
        self.sort();
        self.secrets.retain(|span| !span.is_empty());
        self.secrets.sort_by_key(|span| span.start);
        let mut secrets: Vec<Range<usize>> = Vec::new();
        for span in self.secrets {
            match secrets.last_mut() {
                Some(last) if last.end >= span.start => last.end = last.end.max(span.end),
                _ => secrets.push(span),
            }
        }
        Recording {
            exchanges: self.exchanges,
            problems: self.problems.finish(),
            secrets,
        }
    }
}

/// The lines of a stretch of a text, without what ends them: a line feed, with or without a
/// carriage return before it.
pub(crate) fn lines(text: &[u8], stretch: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut next = Some(stretch.start.min(text.len()));
    let end = stretch.end.min(text.len());
    std::iter::from_fn(move || {
        let start = next.filter(|&start| start < end)?;
        let feed = memchr::memchr(b'\n', &text[start..end]).map(|at| start + at);
        next = feed.map(|feed| feed + 1);
        let stop = feed.unwrap_or(end);
        let line = text[start..stop].strip_suffix(b"\r");
        Some(start..line.map_or(stop, |line| start + line.len()))
    })
}

/// A stretch of a text without the blanks and tabs around it.
pub(crate) fn trimmed(text: &[u8], stretch: Range<usize>) -> Range<usize> {
    let bytes = text.get(stretch.clone()).unwrap_or_default();
    let start = stretch.start + (bytes.len() - bytes.trim_ascii_start().len());
    start..start + bytes.trim_ascii().len()
}
