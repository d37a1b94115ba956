//! Which operation a file belongs to: every contract is tried, and the one that knows most of the
//! keys and finds the fewest errors is taken.

use super::keys::Keys;
use super::name;
use super::recorded::{self, Calls};
use crate::input::{self, Compression};
use carnet_core::contract::Carrier;
use carnet_core::{Artifact, Contract, Profile, RuleId, Severity};
use carnet_record::Format;
use carnet_validate::{Settings, lint, reply_of, tree};
use std::cmp::Reverse;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// No more of a file is looked at.
const MOST: usize = 4 << 20;
/// Nor of a recording: an archive holds whatever a page has loaded.
const MOST_RECORDED: usize = 64 << 20;
/// Of a file with a text on every line, so many are looked at.
const RECORDS: usize = 20;

/// What the name of a file says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Json,
    /// A JSON text on every line.
    Records,
    Url,
    Form,
    /// A URL or a form.
    Plain,
    /// Requests, and what came back.
    Recorded(Format),
}

/// What a file may be by its name; `None` for what `carnet lint` would not look at.
pub(super) fn kind(file: &Path) -> Option<Kind> {
    let (_, inner) = Compression::of(file);
    let extension = inner.extension()?.to_str()?.to_ascii_lowercase();
    Some(match extension.as_str() {
        "json" => Kind::Json,
        "ndjson" | "jsonl" => Kind::Records,
        "url" => Kind::Url,
        "form" => Kind::Form,
        "txt" => Kind::Plain,
        _ => Kind::Recorded(Format::of(&inner.to_string_lossy(), b"")?),
    })
}

/// What a file was taken for.
#[derive(Clone, Debug)]
pub(super) enum Recognised {
    As(Fit),
    /// Recorded calls, some of them of operations.
    Recorded(Calls),
    /// A script or the like, in which no call is recorded: nobody wants to be told.
    Nothing,
    /// The reason, for a person.
    Not(String),
}

/// An operation that a file fits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    pub(super) contract: &'static Contract,
    pub(super) artifact: Artifact,
    keys: Keys,
    pub(super) strict_errors: usize,
    pub(super) lenient_errors: usize,
}

impl Fit {
    /// The least is the best.
    fn rank(&self) -> (usize, usize, usize, Reverse<usize>) {
        let unknown = self.keys.all - self.keys.known;
        let known = Reverse(self.keys.known);
        (
            self.lenient_errors + unknown,
            self.strict_errors,
            unknown,
            known,
        )
    }
}

/// What a file is taken for.
pub(super) fn file(catalog: &[&'static Contract], path: &Path, kind: Kind) -> Recognised {
    let texts = match texts(path, kind) {
        Ok(texts) => texts,
        Err(error) if error.kind() == ErrorKind::FileTooLarge => {
            return Recognised::Not("it is too large to be looked at".to_owned());
        }
        Err(error) => return Recognised::Not(format!("cannot be read: {error}")),
    };
    if let (Kind::Recorded(format), [text]) = (kind, &texts[..]) {
        return recorded::file(catalog, format, text);
    }
    let mut fits = Vec::new();
    for &contract in catalog {
        for artifact in contract.artifacts() {
            if kind.may_be(artifact, contract.carrier) {
                fits.extend(fit(contract, artifact, &texts));
            }
        }
    }
    fits.sort_by_key(|fit| (fit.rank(), Reverse(name::likeness(path, fit)), fit.artifact));
    match fits[..] {
        [] => recordings_of(catalog, kind, &texts)
            .unwrap_or_else(|| Recognised::Not(kind.fits_nothing().to_owned())),
        [best, next, ..] if is_tie(path, &best, &next) => Recognised::Not(format!(
            "fits {} ({}) and {} ({}) alike",
            best.contract.id, best.artifact, next.contract.id, next.artifact
        )),
        [best, ..] => Recognised::As(best),
    }
}

/// What has the name of a single text, or one that says nothing, may be a recording by its look.
fn recordings_of(
    catalog: &[&'static Contract],
    kind: Kind,
    texts: &[Vec<u8>],
) -> Option<Recognised> {
    let [text] = texts else { return None };
    let format = match kind {
        Kind::Json | Kind::Url | Kind::Plain => Format::by_look(text)?,
        _ => return None,
    };
    let found = recorded::file(catalog, format, text);
    matches!(found, Recognised::Recorded(_)).then_some(found)
}

/// Whether nothing tells two operations apart, not even the name of the file. Of one operation the
/// request goes first.
fn is_tie(path: &Path, best: &Fit, next: &Fit) -> bool {
    best.contract.id != next.contract.id
        && best.rank() == next.rank()
        && name::likeness(path, best) == name::likeness(path, next)
}

impl Kind {
    const fn fits_nothing(self) -> &'static str {
        match self {
            Self::Json | Self::Records => "no operation knows most of its keys",
            Self::Url => "no operation has its host and path",
            Self::Form => "no operation knows most of its parameters",
            Self::Plain => "it is no URL and no form of an operation",
            Self::Recorded(_) => "no call of an operation is recorded in it",
        }
    }

    fn may_be(self, artifact: Artifact, carrier: Carrier) -> bool {
        match artifact {
            Artifact::RequestBody | Artifact::ReplyBody => {
                matches!(self, Self::Json | Self::Records)
            }
            Artifact::RequestUrl => matches!(self, Self::Url | Self::Plain),
            Artifact::RequestForm => {
                matches!(self, Self::Form | Self::Plain) && carrier == Carrier::Parameters
            }
        }
    }
}

/// The texts of a file, or the first of them.
fn texts(path: &Path, kind: Kind) -> io::Result<Vec<Vec<u8>>> {
    let (compression, _) = Compression::of(path);
    let mut reader = input::open(path, compression)?;
    if kind != Kind::Records {
        let most = match kind {
            Kind::Recorded(_) => MOST_RECORDED,
            _ => MOST,
        };
        return Ok(vec![input::read(&mut reader, most)?]);
    }
    let mut text = Vec::new();
    let most = u64::try_from(MOST).unwrap_or(u64::MAX);
    reader.take(most).read_to_end(&mut text)?;
    let lines = text.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii);
    let lines = lines.filter(|line| !line.is_empty()).map(<[u8]>::to_vec);
    Ok(lines.take(RECORDS).collect())
}

/// How texts fit a contract; `None` where one of them does not.
fn fit(contract: &'static Contract, artifact: Artifact, texts: &[Vec<u8>]) -> Option<Fit> {
    let mut fit = Fit {
        contract,
        artifact,
        keys: Keys::default(),
        strict_errors: 0,
        lenient_errors: 0,
    };
    for text in texts {
        if artifact == Artifact::RequestForm && has_lines(text) {
            return None;
        }
        let report = lint(contract, artifact, text, &Settings::default());
        fit.keys += match artifact {
            Artifact::RequestBody | Artifact::ReplyBody => keys(contract, artifact, text)?,
            Artifact::RequestUrl | Artifact::RequestForm => {
                if report.findings.iter().any(|it| is_elsewhere(it.rule)) {
                    return None;
                }
                parameters(artifact, text, &report.findings)
            }
        };
        let errors = |findings: &[carnet_core::Finding]| {
            let findings = findings.iter();
            findings.filter(|it| it.severity == Severity::Error).count()
        };
        fit.strict_errors += errors(&report.findings);
        let lenient = Settings {
            profile: Profile::Lenient,
            ..Settings::default()
        };
        fit.lenient_errors += errors(&lint(contract, artifact, text, &lenient).findings);
    }
    // A URL without parameters is known by its host and path.
    let is_known = artifact == Artifact::RequestUrl && fit.keys.all == 0 && !texts.is_empty();
    (is_known || fit.keys.are_mostly_known()).then_some(fit)
}

/// Whether a text has more than one line, which a form has not.
fn has_lines(text: &[u8]) -> bool {
    text.trim_ascii().contains(&b'\n')
}

/// Whether a broken rule says that a URL leads somewhere else, or is none.
const fn is_elsewhere(rule: RuleId) -> bool {
    matches!(rule, RuleId::UrlSyntax | RuleId::UrlHost | RuleId::UrlPath)
}

/// The keys of a JSON text; `None` where it is none, or no documented reply.
fn keys(contract: &Contract, artifact: Artifact, text: &[u8]) -> Option<Keys> {
    let document = tree::parse(text);
    let root = document.root.as_ref()?;
    let shape = match artifact {
        Artifact::ReplyBody => &reply_of(contract, &document, None)?.body.shape,
        _ => &contract.request.shape,
    };
    Some(Keys::of(root, shape))
}

/// The parameters of a URL or a form, of which those are unknown that are findings.
fn parameters(artifact: Artifact, text: &[u8], findings: &[carnet_core::Finding]) -> Keys {
    let text = String::from_utf8_lossy(text);
    let list = match artifact {
        Artifact::RequestUrl => text.split_once('?').map_or("", |(_, query)| query),
        _ => &text,
    };
    let all = list.trim().split('&').filter(|it| !it.is_empty()).count();
    let unknown = findings
        .iter()
        .filter(|it| it.rule == RuleId::UnknownParameter)
        .count();
    Keys {
        known: all.saturating_sub(unknown),
        all,
    }
}
