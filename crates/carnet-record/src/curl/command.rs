//! One command: its options and arguments, and the requests it makes.

use super::data::Data;
use super::option::{self, Action};
use super::shell::{Here, Word};
use super::{is_curl, precedes_a_command};
use crate::exchange::{Body, FORM, Header, Request, Unread, header, media_type};
use crate::piece::{Piece, Weaver};
use crate::recording::Collector;
use std::ops::Range;

/// The URLs of one command that are read. Each has a copy of the headers.
const MOST_URLS: usize = 16;

/// The words of a command.
#[derive(Default)]
pub(super) struct Command<'t> {
    words: Vec<Word<'t>>,
    other: bool,
    /// The lines it reads as its input.
    pub(super) here: Option<Here>,
}

impl<'t> Command<'t> {
    /// Takes a word. Words of other commands are not kept.
    pub(super) fn word(&mut self, word: Word<'t>) {
        if self.other || (self.words.is_empty() && precedes_a_command(&word)) {
            return;
        }
        if self.words.is_empty() && !is_curl(&word) {
            self.other = true;
            return;
        }
        self.words.push(word);
    }

    /// Reads the command, if it is one of curl's.
    pub(super) fn read(self, out: &mut Collector<'t>) {
        let mut words = self.words.into_iter();
        let Some(curl) = words.next() else {
            return;
        };
        out.begin();
        let mut reader = Reader {
            here: self.here,
            call: Call::new(curl.span.clone()),
            out,
        };
        while let Some(word) = words.next() {
            reader.word(&word, &mut words);
        }
        reader.finish();
    }
}

/// What the options say of one request.
struct Call<'t> {
    span: Range<usize>,
    name: Range<usize>,
    method: Option<Piece<'t>>,
    implied: (&'static str, Range<usize>),
    urls: Vec<Word<'t>>,
    headers: Vec<Header<'t>>,
    data: Data<'t>,
    query: Data<'t>,
    get: bool,
    /// The body is one that is not read.
    unread: bool,
}

impl Call<'_> {
    fn new(name: Range<usize>) -> Self {
        Self {
            span: name.clone(),
            implied: ("GET", name.clone()),
            name,
            method: None,
            urls: Vec::new(),
            headers: Vec::new(),
            data: Data::default(),
            query: Data::default(),
            get: false,
            unread: false,
        }
    }
}

struct Reader<'c, 't> {
    here: Option<Here>,
    call: Call<'t>,
    out: &'c mut Collector<'t>,
}

impl<'t> Reader<'_, 't> {
    fn word(&mut self, word: &Word<'t>, rest: &mut impl Iterator<Item = Word<'t>>) {
        self.see(word);
        let text = word.text.text();
        if let Some(name) = text.strip_prefix(b"--") {
            self.long(name, word, rest);
        } else if text.len() > 1 && text.starts_with(b"-") {
            self.cluster(word, rest);
        } else {
            self.url(word.text.clone(), word);
        }
    }

    /// Extends the command by a word, and tells of a quote that is open.
    fn see(&mut self, word: &Word<'t>) {
        self.call.span.end = self.call.span.end.max(word.span.end);
        if let Some(quote) = word.open_quote {
            let help = "close the quote; an apostrophe inside '…' is written '\\''";
            let message = "nothing closes this quote: the command runs to the end of the file";
            self.out.problems.error(quote..quote + 1, message, help);
        }
    }

    fn long(&mut self, name: &[u8], word: &Word<'t>, rest: &mut impl Iterator<Item = Word<'t>>) {
        let equals = memchr::memchr(b'=', name);
        let name = String::from_utf8_lossy(&name[..equals.unwrap_or(name.len())]).into_owned();
        if name.is_empty() {
            return;
        }
        let Some(action) = option::long(&name) else {
            return self.unknown(&format!("--{name}"), word);
        };
        let inline = equals.map(|at| at + 3..word.text.text().len());
        self.act(action, inline, word, rest);
    }

    /// `-sSL`, `-XPOST`: letters, of which the last may take an argument.
    fn cluster(&mut self, word: &Word<'t>, rest: &mut impl Iterator<Item = Word<'t>>) {
        let length = word.text.text().len();
        for at in 1..length {
            let letter = word.text.text()[at];
            let Some(action) = option::short(letter) else {
                let shown = String::from_utf8_lossy(&[letter]).into_owned();
                return self.unknown(&format!("-{shown}"), word);
            };
            if action.takes_argument() {
                let inline = (at + 1 < length).then_some(at + 1..length);
                return self.act(action, inline, word, rest);
            }
            self.act(action, None, word, rest);
        }
    }

    fn unknown(&mut self, shown: &str, word: &Word<'t>) {
        let message = format!("{shown} is no option of curl that is known here");
        let help = "it was skipped; if it takes an argument, that was read as a URL";
        self.out.problems.warning(word.span.clone(), message, help);
    }

    fn act(
        &mut self,
        action: Action,
        inline: Option<Range<usize>>,
        word: &Word<'t>,
        rest: &mut impl Iterator<Item = Word<'t>>,
    ) {
        if !action.takes_argument() {
            return self.flag(action, word);
        }
        if let Some(part) = inline {
            let text = word.text.part(self.out.file, part);
            return self.argument(action, text, word, word);
        }
        let Some(argument) = rest.next() else {
            let message = "this option takes an argument, and the command ends";
            let help =
                "write the argument behind the option; is a backslash missing at the line's end?";
            return self.out.problems.error(word.span.clone(), message, help);
        };
        self.see(&argument);
        self.argument(action, argument.text.clone(), &argument, word);
    }

    fn flag(&mut self, action: Action, word: &Word<'t>) {
        match action {
            Action::Get => self.call.get = true,
            Action::Head => self.call.implied = ("HEAD", word.span.clone()),
            Action::Next => {
                let next = Call::new(self.call.name.clone());
                let call = std::mem::replace(&mut self.call, next);
                call.finish(self.out);
                self.out.begin();
                self.call.span = word.span.clone();
            }
            _ => {}
        }
    }

    /// Takes the argument of an option: `text`, which stands in `word`.
    fn argument(&mut self, action: Action, text: Piece<'t>, word: &Word<'t>, option: &Word<'t>) {
        let (out, call) = (&mut *self.out, &mut self.call);
        match action {
            Action::Method => call.method = Some(text),
            Action::Url => self.url(text, word),
            Action::Header => self.header(&text, word),
            Action::Secret => out.secret(word.span.clone()),
            Action::Form => {
                call.unread = true;
                call.imply("POST", option);
                let message = "a multipart body is not read";
                let help = "no operation takes one: send the parameters with --data-urlencode";
                out.problems.warning(option.span.clone(), message, help);
            }
            Action::Upload => {
                call.unread = true;
                call.imply("PUT", option);
                let message = "the file that is sent is not read";
                out.problems
                    .warning(word.span.clone(), message, "check that file itself");
            }
            Action::Config => {
                let message = "the file of options is not read";
                let help = "write the options in the command";
                out.problems.warning(word.span.clone(), message, help);
            }
            Action::UrlQuery => call.query.urlencoded(&text, word, out),
            Action::Data | Action::DataBinary | Action::DataRaw => {
                call.imply("POST", option);
                call.data.plain(action, text, word, &mut self.here, out);
            }
            Action::DataUrlencode => {
                call.imply("POST", option);
                call.data.urlencoded(&text, word, out);
            }
            Action::Json => {
                call.imply("POST", option);
                call.data.json = true;
                call.data.plain(action, text, word, &mut self.here, out);
            }
            Action::Flag | Action::Skip | Action::Get | Action::Head | Action::Next => {}
        }
    }

    fn url(&mut self, text: Piece<'t>, word: &Word<'t>) {
        told_variable(word, "the URL", self.out);
        if self.call.urls.len() == MOST_URLS {
            let message = format!("a command has more than {MOST_URLS} URLs: the rest is not read");
            self.out
                .problems
                .warning(word.span.clone(), message, "write one command for each");
        }
        self.call.urls.push(Word {
            text,
            span: word.span.clone(),
            variable: None,
            substitutions: Vec::new(),
            open_quote: None,
        });
    }

    fn header(&mut self, text: &Piece<'t>, word: &Word<'t>) {
        let bytes = text.text();
        if bytes.starts_with(b"@") {
            let message = "the file of headers is not read";
            let help = "write the headers in the command";
            return self.out.problems.warning(word.span.clone(), message, help);
        }
        let Some(colon) = memchr::memchr(b':', bytes) else {
            if !bytes.ends_with(b";") {
                let message = "a header without a colon is not sent";
                let help = "write it as 'Name: value'";
                self.out.problems.warning(word.span.clone(), message, help);
            }
            return;
        };
        let rest = &bytes[colon + 1..];
        let start = colon + 1 + (rest.len() - rest.trim_ascii_start().len());
        let end = start + rest.trim_ascii().len();
        let header = Header {
            name: text.part(self.out.file, 0..colon),
            value: text.part(self.out.file, start..end),
        };
        self.out.secret_headers(std::slice::from_ref(&header));
        self.call.headers.push(header);
    }

    fn finish(self) {
        self.call.finish(self.out);
    }
}

impl<'t> Call<'t> {
    /// Data makes a request a POST, unless something else was said.
    fn imply(&mut self, method: &'static str, option: &Word<'t>) {
        if self.implied.0 == "GET" {
            self.implied = (method, option.span.clone());
        }
    }

    fn finish(mut self, out: &mut Collector<'t>) {
        let file = out.file;
        if self.urls.is_empty() {
            let message = "this command has no URL";
            let help =
                "write the URL at its end, in quotes; is a backslash missing at a line's end?";
            out.problems.error(self.name, message, help);
            return out.problems.abandon();
        }
        let method = self.method(file);
        let data = std::mem::take(&mut self.data);
        let json = data.json;
        let unread = self.unread || data.unread || self.query.unread;
        let data = data.finish(file);
        let query = std::mem::take(&mut self.query).finish(file);
        let (in_url, in_body) = if self.get { (data, None) } else { (None, data) };
        let body = in_body.and_then(|text| self.body(text, json));
        for url in self.urls.iter().take(MOST_URLS) {
            let mut text = Weaver::new(file, url.span.start);
            text.piece(&url.text);
            for added in [&query, &in_url].into_iter().flatten() {
                let at = added.full_span().start;
                let more = memchr::memchr(b'?', text.text()).is_some();
                text.stand(if more { b"&" } else { b"?" }, at..at);
                text.piece(added);
            }
            let request = Request {
                method: Some(method.clone()),
                url: text.finish(),
                headers: self.headers.clone(),
                body: body.clone(),
                unread: unread.then_some(Unread::NotRead),
            };
            out.begin();
            out.push(None, self.span.clone(), Some(request), None);
        }
    }

    /// The method that was named, or the one that the options imply.
    fn method(&mut self, file: &'t [u8]) -> Piece<'t> {
        if let Some(named) = self.method.take() {
            return named;
        }
        let (method, place) = match &self.implied {
            ("POST", _) if self.get => ("GET", self.name.clone()),
            implied => implied.clone(),
        };
        let mut weaver = Weaver::new(file, place.start);
        weaver.stand(method.as_bytes(), place);
        weaver.finish()
    }

    fn body(&self, text: Piece<'t>, json: bool) -> Option<Body<'t>> {
        if self.unread {
            return None;
        }
        let named = header(&self.headers, "content-type");
        let named = named.and_then(|value| media_type(value.text()));
        let implied = if json { "application/json" } else { FORM };
        let media_type = Some(named.unwrap_or_else(|| implied.to_owned()));
        Some(Body { media_type, text })
    }
}

/// Tells of a variable of the shell that stands where it counts.
pub(super) fn told_variable<'t>(word: &Word<'t>, place: &str, out: &mut Collector<'t>) {
    if let Some(variable) = &word.variable {
        let message = format!("a variable of the shell stands in {place}");
        let help = "it is checked as it stands: write a value in its place";
        out.problems.info(variable.clone(), message, help);
    }
}
