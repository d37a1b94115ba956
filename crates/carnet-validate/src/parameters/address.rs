//! The URL without its query, beside the one that the contract documents.

use super::percent::{Decoded, malformed};
use super::scene::Scene;
use super::text;
use super::url::{Parts, Slip, fits, parts};
use crate::judge::Draft;
use crate::rule;
use carnet_core::contract::TextRuling;
use carnet_core::{Place, RuleId, Ruling};
use std::ops::Range;

/// Longer URLs are cut or refused by some proxies.
pub(crate) const LONGEST_URL: usize = 8000;

/// What a contract says of the URL, taken apart.
struct Template {
    text: &'static str,
    parts: Parts,
}

impl Template {
    fn new(text: &'static str) -> Self {
        let (parts, _) = parts(text.as_bytes(), 0..text.len());
        Self { text, parts }
    }

    fn part(&self, range: &Range<usize>) -> &'static str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    fn host(&self) -> &'static str {
        self.part(&self.parts.host)
    }

    fn path(&self) -> &'static str {
        self.part(&self.parts.path)
    }

    /// Whether one placeholder stands for the whole host: then for a port and for the beginning of
    /// the path as well.
    fn is_any_host(&self) -> bool {
        let host = self.host();
        host.starts_with('{') && host.find('}') == host.len().checked_sub(1)
    }
}

/// Judges everything before the query, and the length of the whole, which stands in `stretch`.
pub(super) fn check(
    scene: &Scene<'_>,
    stretch: &Range<usize>,
    url: &Parts,
    slip: Option<Slip>,
    out: &mut Vec<Draft>,
) {
    let template = Template::new(scene.contract.url);
    let check = Check {
        scene,
        url,
        template: &template,
    };
    if let Some(slip) = slip {
        check.slip(slip, stretch, out);
    }
    if slip != Some(Slip::NoUrl) {
        check.scheme(out);
        check.user(out);
        check.host(out);
        check.port(out);
        check.path(out);
    }
    check.length(stretch, out);
}

struct Check<'s> {
    scene: &'s Scene<'s>,
    url: &'s Parts,
    template: &'s Template,
}

impl Check<'_> {
    fn word(&self, range: &Range<usize>) -> String {
        let word = self
            .scene
            .origin
            .text
            .get(range.clone())
            .unwrap_or_default();
        String::from_utf8_lossy(word).into_owned()
    }

    /// A part of the URL for a message.
    fn shown(&self, range: &Range<usize>) -> String {
        self.scene.shown(range, self.word(range))
    }

    fn slip(&self, slip: Slip, stretch: &Range<usize>, out: &mut Vec<Draft>) {
        let (start, end) = (stretch.start, stretch.end.min(self.url.path.end));
        let span = match slip {
            Slip::NoScheme | Slip::NoSlashes => start..self.url.host.end.max(start),
            Slip::NoHost => start..self.url.path.start,
            Slip::NoUrl => start..end,
        };
        let complaint = rule::url_syntax::complaint(slip, self.scene.contract.url);
        let source = rule::url_syntax::source();
        self.scene
            .tell(out, complaint, source, Place::default(), span);
    }

    fn scheme(&self, out: &mut Vec<Draft>) {
        let scheme = self.word(&self.url.scheme);
        if scheme.is_empty() || scheme.eq_ignore_ascii_case("https") {
            return;
        }
        // What a contract says of the scheme, it says of plain HTTP.
        let ruling = if scheme.eq_ignore_ascii_case("http") {
            self.scene.judge.text_ruling(RuleId::UrlScheme)
        } else {
            Ruling::ERROR
        };
        let complaint = rule::url_scheme::complaint(&self.shown(&self.url.scheme));
        let (source, span) = (rule::url_path::source(), self.url.scheme.clone());
        self.scene
            .tell_by(out, complaint, &ruling, source, Place::default(), span);
    }

    fn user(&self, out: &mut Vec<Draft>) {
        if let Some(user) = &self.url.user {
            let complaint = rule::url_host::user();
            let (source, span) = (rule::url_host::user_source(), user.start..user.end + 1);
            let ruling = Ruling::ERROR;
            self.scene
                .tell_by(out, complaint, &ruling, source, Place::default(), span);
        }
    }

    fn host(&self, out: &mut Vec<Draft>) {
        let span = self.url.host.clone();
        let host = self.word(&span).to_ascii_lowercase();
        let expected = self.template.host();
        if host.is_empty() {
            return;
        }
        if host.contains(|c: char| c.is_whitespace() || c.is_control() || "{}<>\"^`|".contains(c)) {
            let complaint = rule::url_syntax::no_host(&self.shown(&span));
            let source = rule::url_syntax::source();
            self.scene
                .tell(out, complaint, source, Place::default(), span);
        } else if !fits(&expected.to_ascii_lowercase(), &host) {
            let complaint = rule::url_host::complaint(&self.shown(&span).to_lowercase(), expected);
            let (source, ruling) = (rule::url_path::source(), self.host_ruling(&host));
            self.scene
                .tell_by(out, complaint, &ruling, source, Place::default(), span);
        }
    }

    /// What happens to a host that is not the documented one: the contract may rule upon the hosts
    /// of some domains, or upon all.
    fn host_ruling(&self, host: &str) -> Ruling {
        let own = self.own(RuleId::UrlHost);
        let below = |domain: &&str| {
            let before = host.strip_suffix(&domain.to_ascii_lowercase());
            before.is_some_and(|before| before.ends_with('.'))
        };
        match own {
            Some(own) if own.words.is_empty() || own.words.iter().any(below) => own.ruling,
            _ => Ruling::ERROR,
        }
    }

    /// What the contract itself says about a rule.
    fn own(&self, rule: RuleId) -> Option<&'static TextRuling> {
        let mut rulings = self.scene.judge.rulings.iter();
        rulings.find(|ruling| ruling.rule == rule)
    }

    fn port(&self, out: &mut Vec<Draft>) {
        let Some(port) = &self.url.port else {
            return;
        };
        let documented = self.template.parts.port.as_ref();
        let documented = documented.map(|port| self.template.part(port));
        let usual = match &*self.word(&self.url.scheme).to_ascii_lowercase() {
            "http" => "80",
            _ => "443",
        };
        let written = self.word(port);
        if self.template.is_any_host() || written == documented.unwrap_or(usual) {
            return;
        }
        let any_host = self.own(RuleId::UrlHost).filter(|own| own.words.is_empty());
        let ruling = any_host.map_or(Ruling::ERROR, |own| own.ruling);
        let complaint = rule::url_host::port(&self.shown(port), documented);
        let (source, span) = (rule::url_path::source(), port.start - 1..port.end);
        self.scene
            .tell_by(out, complaint, &ruling, source, Place::default(), span);
    }

    fn path(&self, out: &mut Vec<Draft>) {
        let text = self.scene.origin.text;
        let span = self.url.path.clone();
        let mut sound = true;
        for escape in malformed(text, span.clone()) {
            sound = false;
            let complaint = rule::percent_encoding::complaint(Some(&self.shown(&escape)));
            let source = rule::percent_encoding::source();
            self.scene
                .tell(out, complaint, source, Place::default(), escape);
        }
        if sound && !self.is_documented_path(&span) {
            let expected = self.template.path();
            let complaint = rule::url_path::complaint(&self.shown(&span), expected);
            let source = rule::url_path::source();
            self.scene
                .tell(out, complaint, source, Place::default(), span);
        }
    }

    fn is_documented_path(&self, span: &Range<usize>) -> bool {
        let mut written = segments(&self.word(span));
        let expected = Some(self.template.path()).filter(|path| !path.is_empty());
        let expected: Vec<_> = expected.unwrap_or("/").split('/').collect();
        if self.template.is_any_host() && written.len() > expected.len() {
            // The placeholder for the host holds the beginning of the path as well. Every path
            // begins with an empty segment.
            written.drain(1..=written.len() - expected.len());
        }
        let mut pairs = expected.iter().zip(&written);
        expected.len() == written.len() && pairs.all(|(expected, written)| fits(expected, written))
    }

    fn length(&self, stretch: &Range<usize>, out: &mut Vec<Draft>) {
        let text = self.scene.origin.text;
        let (length, beyond) = text::encoded_length(text, stretch.clone(), LONGEST_URL);
        if let Some(beyond) = beyond {
            let complaint = rule::url_length::complaint(length, LONGEST_URL);
            let source = rule::url_length::source();
            let span = beyond..stretch.end;
            self.scene
                .tell(out, complaint, source, Place::default(), span);
        }
    }
}

/// The segments of a path, decoded. A plus sign is one in a path, and no path is the root.
fn segments(path: &str) -> Vec<String> {
    let path = if path.is_empty() { "/" } else { path };
    let path = path.replace('+', "%2B");
    let segments = path.split('/').map(|segment| {
        let decoded = Decoded::new(segment.as_bytes(), 0..segment.len());
        String::from_utf8_lossy(decoded.bytes()).into_owned()
    });
    segments.collect()
}
