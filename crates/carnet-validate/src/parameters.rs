//! Reading the parameters of a call: the query of a URL, or a form body.
//!
//! Parameters are read as the URL standard's parser of `application/x-www-form-urlencoded` reads
//! them. What each holds becomes a member of one object, JSON inside a parameter included, with its
//! place in the text as it is written: an underline sits under the encoded characters. The walk
//! then judges that object as it judges a JSON body.
//!
//! Slips that would otherwise show as a dozen consequences are told once, under their own rules: a
//! bare `&` in a value, a missing equals sign, an object that was never serialised.
//!
//! Deliberately absent: writing parameters, which is `carnet_core::parameters`.

mod address;
mod given;
mod percent;
mod piece;
mod scene;
mod text;
mod url;
mod value;

pub(crate) use address::LONGEST_URL;
pub(crate) use percent::Decoded;
pub(crate) use url::Slip;

use crate::judge::{Draft, Judge};
use crate::redact;
use crate::report::Report;
use crate::rule;
use crate::settings::Settings;
use crate::tree::{Member, Node, NodeKind};
use crate::walk;
use carnet_core::contract::Carrier;
use carnet_core::parameters::encoded;
use carnet_core::{Contract, Place, RuleId};
use given::Given;
use scene::{Origin, Scene};
use std::borrow::Cow;
use std::ops::Range;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The names and values of the parameters in a query or a form body, decoded, in order.
///
/// Decodes as browsers do: `+` is a blank, percent signs that encode nothing stay, bytes that are
/// no UTF-8 become U+FFFD, and a parameter without an equals sign has an empty value.
///
/// # Example
/// ```
/// use carnet_validate::parameters::pairs;
///
/// let found = pairs(b"name=Ada+Lovelace&ids=%5B1%2C2%5D&flag");
/// let found: Vec<_> = found.iter().map(|(name, value)| (&**name, &**value)).collect();
/// assert_eq!(found, [("name", "Ada Lovelace"), ("ids", "[1,2]"), ("flag", "")]);
/// ```
#[must_use]
pub fn pairs(text: &[u8]) -> Vec<(String, String)> {
    let pieces = piece::pieces(text, 0..text.len(), None);
    let pieces = pieces.into_iter().filter(|piece| !piece.is_empty());
    let decode = |stretch: Range<usize>| {
        let decoded = Decoded::new(text, stretch);
        String::from_utf8_lossy(decoded.bytes()).into_owned()
    };
    pieces
        .map(|piece| (piece.name(text), decode(piece.value.unwrap_or_default())))
        .collect()
}

/// The query of a URL, without its question mark and without a fragment.
///
/// # Example
/// ```
/// use carnet_validate::parameters::query;
///
/// assert_eq!(query(b"https://example.com/people?id=7#top\n"), Some(&b"id=7"[..]));
/// assert_eq!(query(b"https://example.com/people"), None);
/// ```
#[must_use]
pub fn query(url: &[u8]) -> Option<&[u8]> {
    let (parts, _) = url::parts(url, content(url));
    let query = parts.query?;
    let end = parts.hash.unwrap_or(query.end).max(query.start);
    url.get(query.start..end)
}

/// Checks a text that is one URL.
pub(crate) fn lint_url(contract: &Contract, text: &[u8], settings: &Settings) -> Report {
    let scene = scene(contract, text, 0, settings);
    let mut out = Vec::new();
    method(&scene.judge, contract, &mut out);
    byte_order_mark(&scene, &mut out);
    if let Some(call) = read_url(&scene, &mut out) {
        judge(contract, &[(&scene, call)], &mut out);
    }
    Report::new(text, out, scene.secrets, None)
}

/// Checks a form body, with the parameters of the URL that it is sent to, where that is known.
pub(crate) fn lint_form(contract: &Contract, text: &[u8], settings: &Settings) -> Report {
    let form = scene(contract, text, 0, settings);
    let url = settings
        .context
        .url
        .as_deref()
        .map(|url| beside(contract, text, url, settings));
    let mut out = Vec::new();
    method(&form.judge, contract, &mut out);
    byte_order_mark(&form, &mut out);
    text::utf8(&form, &mut out);
    let mut calls = Vec::new();
    if let Some(url) = &url {
        calls.extend(read_url(url, &mut out).map(|call| (url, call)));
    }
    let body = content(text);
    let given = read(&form, body.clone(), None, true, &mut out);
    calls.push((
        &form,
        Call {
            start: body.start,
            given,
        },
    ));
    // What is missing is missing in the body.
    calls.rotate_right(1);
    judge(contract, &calls, &mut out);
    Report::new(text, out, form.secrets, None)
}

/// What is to be said of the call around a JSON body: its method and its URL.
pub(crate) fn around_body(contract: &Contract, text: &[u8], settings: &Settings) -> Vec<Draft> {
    let mut out = Vec::new();
    let judge = scene::judge(contract, settings);
    method(&judge, contract, &mut out);
    if let Some(url) = settings.context.url.as_deref() {
        read_url(&beside(contract, text, url, settings), &mut out);
    }
    out
}

/// The parameters that were read from one text.
struct Call<'t> {
    /// Where a parameter would stand that is missing.
    start: usize,
    given: Vec<Given<'t>>,
}

fn scene<'t>(
    contract: &'t Contract,
    text: &'t [u8],
    shift: usize,
    settings: &'t Settings,
) -> Scene<'t> {
    Scene {
        contract,
        judge: scene::judge(contract, settings),
        origin: Origin { text, shift },
        secrets: redact::in_parameters(contract, text),
    }
}

/// A URL beside a text. Its bytes are counted from behind that text, so that the report can tell
/// them from those of the text.
fn beside<'t>(
    contract: &'t Contract,
    text: &[u8],
    url: &'t str,
    settings: &'t Settings,
) -> Scene<'t> {
    scene(contract, url.as_bytes(), text.len() + 1, settings)
}

fn method(judge: &Judge<'_>, contract: &Contract, out: &mut Vec<Draft>) {
    let Some(method) = judge.settings.context.method.as_deref() else {
        return;
    };
    let mut rulings = judge.rulings.iter();
    let others = rulings.find(|ruling| ruling.rule == RuleId::Method);
    let others = others.map_or(&[][..], |ruling| ruling.words);
    if let Some(complaint) = rule::method::check(method, contract.method, others) {
        let ruling = judge.text_ruling(RuleId::Method);
        let source = rule::url_path::source();
        out.extend(judge.finding(complaint, &ruling, source, Place::default(), 0..0));
    }
}

fn byte_order_mark(scene: &Scene<'_>, out: &mut Vec<Draft>) {
    if scene.origin.text.starts_with(BYTE_ORDER_MARK) {
        let complaint = rule::url_syntax::byte_order_mark();
        let source = rule::url_syntax::source();
        let span = 0..BYTE_ORDER_MARK.len();
        scene.tell(out, complaint, source, Place::default(), span);
    }
}

/// The text without a byte order mark and without white space around it.
fn content(text: &[u8]) -> Range<usize> {
    let mark = if text.starts_with(BYTE_ORDER_MARK) {
        BYTE_ORDER_MARK.len()
    } else {
        0
    };
    let rest = &text[mark..];
    let start = text.len() - rest.trim_ascii_start().len();
    start..start + rest.trim_ascii().len()
}

/// Reads a URL and judges all of it but the values of its parameters. `None` where there is no
/// telling what the parameters are.
fn read_url<'t>(scene: &Scene<'t>, out: &mut Vec<Draft>) -> Option<Call<'t>> {
    let text = scene.origin.text;
    text::utf8(scene, out);
    let stretch = content(text);
    let at = stretch.start;
    let source = rule::url_syntax::source();
    if stretch.is_empty() {
        scene.tell(
            out,
            rule::url_syntax::empty(),
            source,
            Place::default(),
            at..at,
        );
        return None;
    }
    let line = memchr::memchr2(b'\n', b'\r', &text[stretch.clone()]);
    if let Some(line) = line {
        let rest = &text[at + line..stretch.end];
        let second = stretch.end - rest.trim_ascii_start().len();
        let complaint = rule::url_syntax::lines();
        scene.tell(
            out,
            complaint,
            source,
            Place::default(),
            second..stretch.end,
        );
        return None;
    }
    let (parts, slip) = url::parts(text, stretch.clone());
    let is_query_alone = text.get(at) == Some(&b'?');
    if slip == Some(Slip::NoUrl) && std::str::from_utf8(text).is_err() {
        return None;
    }
    address::check(scene, &stretch, &parts, slip, out);
    if slip == Some(Slip::NoUrl) && !is_query_alone {
        return None;
    }
    let question = parts.query.as_ref().map(|query| query.start);
    let hash_first = parts
        .hash
        .filter(|&hash| question.is_none_or(|question| hash < question));
    if let Some(hash) = hash_first {
        let complaint = rule::cut_parameter::lost();
        let source = rule::cut_parameter::source();
        scene.tell(out, complaint, source, Place::default(), hash..hash + 1);
    }
    let Some(query) = parts.query else {
        return Some(Call {
            start: stretch.end,
            given: Vec::new(),
        });
    };
    let start = query.start - 1;
    let hash = parts.hash.filter(|_| hash_first.is_none());
    let given = read(scene, query, hash, false, out);
    Some(Call { start, given })
}

/// Reads the parameters of a stretch of text, and judges how they are written.
fn read<'t>(
    scene: &Scene<'t>,
    stretch: Range<usize>,
    hash: Option<usize>,
    form: bool,
    out: &mut Vec<Draft>,
) -> Vec<Given<'t>> {
    let given = match scene.contract.carrier {
        Carrier::Parameters => given::read(scene, stretch.clone(), hash, out),
        Carrier::JsonBody => {
            given::undocumented(scene, stretch.clone(), hash, out);
            Vec::new()
        }
    };
    text::characters(scene, stretch.clone(), hash, form, &given, out);
    text::escapes(scene, stretch, &given, out);
    given
}

/// Judges the values of the parameters: together, wherever they stand. What is missing is told at
/// the first text.
fn judge(contract: &Contract, calls: &[(&Scene<'_>, Call<'_>)], out: &mut Vec<Draft>) {
    let Some((first, call)) = calls.first() else {
        return;
    };
    if contract.carrier != Carrier::Parameters {
        return;
    }
    let mut members = Vec::new();
    // The body comes last: of a parameter that stands in both it is the one that counts.
    for (scene, call) in calls.iter().rev() {
        for given in &call.given {
            members.push(Member {
                key_span: given.origin.shifted(&given.name_span),
                key: Cow::Borrowed(&*given.name),
                value: value::node(scene, given, out),
            });
        }
    }
    let start = call.start + first.origin.shift;
    let root = Node {
        span: start..start + 1,
        kind: NodeKind::Object(members),
        damaged: false,
    };
    let found = walk::parameters(&root, &contract.request.shape, &first.judge);
    out.extend(found.into_iter().map(|mut draft| {
        for (scene, _) in calls {
            scene.whole_character(&mut draft.bytes);
        }
        // What the walk writes, it writes into the value of a parameter or its name.
        for edit in draft.finding.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.text = encoded(&edit.text);
        }
        draft
    }));
}
