//! From the text of a parameter to a value with its place in the file.

use super::given::Given;
use super::percent::Decoded;
use super::scene::Scene;
use super::text;
use crate::judge::Draft;
use crate::rule;
use crate::tree::{self, Document, Node, NodeKind};
use crate::walk::{self, Path};
use carnet_core::parameters::encoded;
use carnet_core::shape::{Field, Kind};
use carnet_core::{Fix, Place, RuleId};
use std::borrow::Cow;
use std::ops::Range;

/// How a parameter carries its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Carried {
    /// As JSON.
    Json,
    /// Bare: any text.
    Text,
    /// Bare: a number, a boolean, a word, a credential. No `&` belongs in it.
    Scalar,
}

/// How the value of a member travels; `None` is a parameter that nobody knows.
pub(super) fn carried(field: Option<&Field>) -> Carried {
    match field.map(|field| &field.shape) {
        Some(shape) if !shape.sensitive => match shape.kind {
            Kind::Array(_) | Kind::Object(_) | Kind::Map(_) | Kind::Any | Kind::Union(_) => {
                Carried::Json
            }
            Kind::String => Carried::Text,
            Kind::Boolean | Kind::Integer | Kind::Number | Kind::Enum(_) => Carried::Scalar,
        },
        _ => Carried::Scalar,
    }
}

/// The value of a parameter. Its spans count as the file does.
pub(super) fn node<'g>(scene: &Scene<'_>, given: &'g Given<'_>, out: &mut Vec<Draft>) -> Node<'g> {
    let span = given.origin.shifted(&given.value_span);
    let invalid = invalid(span.clone());
    if given.no_equals && given.value.bytes().trim_ascii().is_empty() {
        return invalid;
    }
    if let Some(written) = given.value.text() {
        if rule::unserialised_object::is_one(written) {
            let complaint = rule::unserialised_object::complaint(&given.name);
            let source = rule::unserialised_object::source();
            scene.tell(
                out,
                complaint,
                source,
                given.place(),
                given.value_span.clone(),
            );
            return invalid;
        }
        if rule::double_encoding::is_encoded_json(written) {
            let complaint = rule::double_encoding::complaint(&given.name);
            let source = rule::double_encoding::source();
            scene.tell(
                out,
                complaint,
                source,
                given.place(),
                given.value_span.clone(),
            );
            return invalid;
        }
    }
    if carried(given.field) == Carried::Json && is_meant_as_json(given) {
        return json(scene, given, out);
    }
    let Some(written) = given.value.text() else {
        text::tell_not_utf8(scene, &given.value, &given.value_span, given.place(), out);
        return invalid;
    };
    let kind = bare(written, given.field);
    if matches!(kind, NodeKind::String(_)) && carried(given.field) == Carried::Text {
        lost_plus(scene, given, 0, &Path::Parameter(&given.name), out);
    }
    Node { kind, ..invalid }
}

const fn invalid<'g>(span: Range<usize>) -> Node<'g> {
    Node {
        span,
        kind: NodeKind::Invalid,
        damaged: false,
    }
}

/// Whether the value of a member that may be JSON of several types is meant as JSON at all.
fn is_meant_as_json(given: &Given<'_>) -> bool {
    match given.field.map(|field| field.shape.kind) {
        Some(Kind::Any | Kind::Union(_)) => {
            let text = given.value.bytes();
            matches!(text.trim_ascii_start().first(), Some(b'{' | b'[' | b'"'))
                || tree::parse(text).problems.is_empty()
        }
        _ => true,
    }
}

/// A bare value: a number or a boolean where one belongs and the text is one, else text.
fn bare<'g>(text: &'g str, field: Option<&'static Field>) -> NodeKind<'g> {
    let kind = field.map(|field| field.shape.kind);
    let document = tree::parse(text.as_bytes());
    match (kind, document.root) {
        (Some(kind), Some(root))
            if document.problems.is_empty() && root.span == (0..text.len()) =>
        {
            match (kind, root.kind) {
                (Kind::Integer | Kind::Number, kind @ NodeKind::Number(_))
                | (Kind::Boolean, kind @ NodeKind::Bool(_)) => kind,
                _ => NodeKind::String(Cow::Borrowed(text)),
            }
        }
        _ => NodeKind::String(Cow::Borrowed(text)),
    }
}

/// A value that is written as JSON.
fn json<'g>(scene: &Scene<'_>, given: &'g Given<'_>, out: &mut Vec<Draft>) -> Node<'g> {
    let decoded = &given.value;
    let mut document = tree::parse(decoded.bytes());
    let written = given.origin.text.get(given.value_span.clone());
    if written.is_some_and(|written| std::str::from_utf8(written).is_err()) {
        // Told already: of the file.
        document
            .problems
            .retain(|problem| problem.rule() != RuleId::InvalidUtf8);
    }
    let invalid = invalid(given.origin.shifted(&given.value_span));
    if !document.problems.is_empty() {
        if given.no_equals {
            // A template, most likely: what is wrong with it begins with the name.
            return invalid;
        }
        if encoded_again(decoded) {
            let complaint = rule::double_encoding::complaint(&given.name);
            let source = rule::double_encoding::source();
            scene.tell(
                out,
                complaint,
                source,
                given.place(),
                given.value_span.clone(),
            );
            return invalid;
        }
        if let Some(quote) = rule::curly_quotes::first(decoded.bytes(), &document) {
            let mut complaint = rule::curly_quotes::complaint(decoded.bytes(), &quote);
            let source = rule::curly_quotes::source();
            relocate_fix(complaint.fix.as_mut(), given);
            scene.tell(out, complaint, source, given.place(), decoded.span(&quote));
            return invalid;
        }
        problems(scene, given, &document, out);
    }
    let Some(mut root) = document.root else {
        return invalid;
    };
    pluses(scene, given, &root, &Path::Parameter(&given.name), out);
    relocate(&mut root, given);
    root
}

/// Whether a text that is no JSON is some after decoding once more.
fn encoded_again(decoded: &Decoded) -> bool {
    let bytes = decoded.bytes();
    if !bytes.contains(&b'%') {
        return false;
    }
    let again = Decoded::new(bytes, 0..bytes.len());
    let document = tree::parse(again.bytes());
    let is_container =
        |root: &Node<'_>| matches!(root.kind, NodeKind::Array(_) | NodeKind::Object(_));
    document.problems.is_empty() && document.root.as_ref().is_some_and(is_container)
}

/// What the reader of JSON told about the value, as findings in the file.
fn problems(scene: &Scene<'_>, given: &Given<'_>, document: &Document<'_>, out: &mut Vec<Draft>) {
    let decoded = given.value.bytes();
    let secrets = scene.secrets_in(&given.value);
    let mut found = Vec::new();
    let shape = given.field.map(|field| &field.shape);
    walk::text::problems(document, decoded, shape, &scene.judge, &secrets, &mut found);
    for mut draft in found {
        relocate_fix(draft.finding.fix.as_mut(), given);
        draft.finding.at = inside(given, draft.finding.at);
        draft.bytes = given.origin.shifted(&given.value.span(&draft.bytes));
        out.push(draft);
    }
}

/// Moves the changes of a fix from the decoded text to the file, and encodes what they write.
fn relocate_fix(fix: Option<&mut Fix>, given: &Given<'_>) {
    for edit in fix.into_iter().flat_map(|fix| &mut fix.edits) {
        edit.bytes = given.origin.shifted(&given.value.span(&edit.bytes));
        edit.text = encoded(&edit.text);
    }
}

/// A place in the JSON of a parameter.
fn inside(given: &Given<'_>, place: Place) -> Place {
    Place {
        pointer: place.pointer,
        ..given.place()
    }
}

/// Tells of every string in the JSON that has lost its plus sign.
fn pluses(
    scene: &Scene<'_>,
    given: &Given<'_>,
    node: &Node<'_>,
    path: &Path<'_>,
    out: &mut Vec<Draft>,
) {
    match &node.kind {
        NodeKind::String(_) => lost_plus(scene, given, node.span.start + 1, path, out),
        NodeKind::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pluses(scene, given, item, &Path::Item(path, index), out);
            }
        }
        NodeKind::Object(members) => {
            for member in members {
                pluses(
                    scene,
                    given,
                    &member.value,
                    &Path::Key(path, &member.key),
                    out,
                );
            }
        }
        _ => {}
    }
}

/// Tells of a plus sign before a digit at the decoded byte `start`.
fn lost_plus(
    scene: &Scene<'_>,
    given: &Given<'_>,
    start: usize,
    path: &Path<'_>,
    out: &mut Vec<Draft>,
) {
    let offset = given.value.offset(start);
    let is_plus = given.origin.text.get(offset) == Some(&b'+');
    let before_digit = given
        .value
        .bytes()
        .get(start + 1)
        .is_some_and(u8::is_ascii_digit);
    if is_plus && before_digit && offset < given.value_span.end {
        let complaint = rule::lost_plus::complaint();
        scene.tell(
            out,
            complaint,
            rule::lost_plus::source(),
            path.place(),
            offset..offset + 1,
        );
    }
}

/// Moves every span from the decoded text to the file.
fn relocate(node: &mut Node<'_>, given: &Given<'_>) {
    let there = |span: &Range<usize>| given.origin.shifted(&given.value.span(span));
    node.span = there(&node.span);
    match &mut node.kind {
        NodeKind::Array(items) => {
            for item in items {
                relocate(item, given);
            }
        }
        NodeKind::Object(members) => {
            for member in members {
                member.key_span = there(&member.key_span);
                relocate(&mut member.value, given);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::given;
    use super::super::percent::Decoded;
    use super::super::scene::{Origin, Scene, judge};
    use super::node;
    use crate::settings::Settings;
    use crate::tree::{self, Node, NodeKind};
    use carnet_core::auth::Auth;
    use carnet_core::contract::{Body, Carrier};
    use carnet_core::shape::{Field, Kind, Object, Shape, UNKNOWN_KEYS_OPEN};
    use carnet_core::{Contract, Ruling, Source, Vendor};
    use proptest::prelude::*;

    const ACME: Vendor = Vendor {
        id: "acme",
        name: "Acme",
        discrepancies: &[],
    };

    /// One parameter, of any JSON.
    const CALL: Contract = Contract {
        id: "acme.data.send",
        vendor: &ACME,
        summary: "Sends data",
        page: "https://example.com/data",
        method: "POST",
        url: "https://example.com/data",
        auth: Auth::None,
        carrier: Carrier::Parameters,
        request: Body {
            media_type: "application/x-www-form-urlencoded",
            shape: Shape::of(Kind::Object(&Object {
                name: "Send",
                description: "",
                fields: &[Field {
                    name: "data",
                    description: "",
                    shape: Shape::ANY,
                    required: Ruling::ERROR,
                    null: None,
                    empty: Ruling::ALLOW,
                    undocumented: Ruling::ALLOW,
                    aliases: &[],
                    source: Source::section("data"),
                    see: &[],
                }],
                unknown_keys: UNKNOWN_KEYS_OPEN,
                key_spelling: Ruling::ERROR,
                adopts: false,
                empty_is_absent: false,
                dynamic: None,
                rules: &[],
                source: Source::section("data"),
            })),
            text: &[],
        },
        replies: &[],
    };

    fn json() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(Into::into),
            any::<i64>().prop_map(Into::into),
            any::<String>().prop_map(Into::into),
            "[ -~]{0,8}".prop_map(Into::into),
        ];
        leaf.prop_recursive(4, 32, 6, |inner| {
            let members = prop::collection::btree_map(any::<String>(), inner.clone(), 0..4);
            prop_oneof![
                prop::collection::vec(inner, 0..4).prop_map(serde_json::Value::Array),
                members.prop_map(|members| members.into_iter().collect()),
            ]
        })
    }

    /// Encodes what must be encoded, and of the rest whatever `also` says.
    fn encode(json: &str, also: &[bool]) -> Vec<u8> {
        let mut also = also.iter().cycle();
        let mut encoded = Vec::new();
        for byte in json.bytes() {
            let also = also.next().copied().unwrap_or_default();
            match byte {
                b' ' if also => encoded.push(b'+'),
                b'&' | b'#' | b'%' | b'+' => encoded.extend(format!("%{byte:02X}").bytes()),
                _ if also => encoded.extend(format!("%{byte:02x}").bytes()),
                _ => encoded.push(byte),
            }
        }
        encoded
    }

    /// Every node and key covers, in the file, what it is in the JSON.
    fn agree(text: &[u8], json: &[u8], there: &Node<'_>, here: &Node<'_>) {
        let same = |there: &std::ops::Range<usize>, here: &std::ops::Range<usize>| {
            assert_eq!(
                Decoded::new(text, there.clone()).bytes(),
                &json[here.clone()]
            );
        };
        same(&there.span, &here.span);
        match (&there.kind, &here.kind) {
            (NodeKind::Array(there), NodeKind::Array(here)) => {
                for (there, here) in there.iter().zip(here) {
                    agree(text, json, there, here);
                }
            }
            (NodeKind::Object(there), NodeKind::Object(here)) => {
                for (there, here) in there.iter().zip(here) {
                    same(&there.key_span, &here.key_span);
                    agree(text, json, &there.value, &here.value);
                }
            }
            _ => {}
        }
    }

    proptest! {
        #[test]
        fn spans_in_the_file_are_those_in_the_json(
            json in json(),
            also in prop::collection::vec(any::<bool>(), 1..40),
            pretty in any::<bool>(),
            shift in 0_usize..9,
        ) {
            let json = if pretty { serde_json::to_string_pretty(&json) } else { serde_json::to_string(&json) };
            let json = json.unwrap();
            let mut text = b"x=1&data=".to_vec();
            text.extend(encode(&json, &also));
            let settings = Settings::default();
            let scene = Scene {
                contract: &CALL,
                judge: judge(&CALL, &settings),
                origin: Origin { text: &text, shift },
                secrets: Vec::new(),
            };
            let mut told = Vec::new();
            let given = given::read(&scene, 0..text.len(), None, &mut told);
            prop_assert!(told.is_empty());
            let there = node(&scene, &given[1], &mut told);
            let here = tree::parse(json.as_bytes()).root.unwrap();
            let mut shifted = vec![b' '; shift];
            shifted.extend(&text);
            if serde_json::from_str::<serde_json::Value>(&json).is_ok_and(|json| !json.is_string()) {
                agree(&shifted, json.as_bytes(), &there, &here);
            }
        }
    }
}
