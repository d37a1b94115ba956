//! From findings about parameters to the JSON text that the parameters were read from.

use carnet_core::{Finding, Place, RuleId, Span};
use carnet_validate::lines;
use carnet_validate::tree::{self, Member, Node, NodeKind};
use std::ops::Range;

/// The findings with their spans in the object of parameters that a person has typed.
///
/// Those of a text that is no sound JSON object stand in it already.
pub(super) fn in_text(text: &[u8], findings: &[Finding]) -> Vec<Finding> {
    let document = tree::parse(text);
    let root = match &document.root {
        Some(root) if document.problems.is_empty() => root,
        _ => return findings.to_vec(),
    };
    if !matches!(root.kind, NodeKind::Object(_)) {
        return findings.to_vec();
    }
    let bytes: Vec<_> = findings
        .iter()
        .map(|finding| bytes_of(root, &finding.at, is_about_key(finding.rule)))
        .collect();
    let positions = lines::positions(text, bytes.iter().flat_map(|it| [it.start, it.end]));
    let mut placed = findings.to_vec();
    for (finding, bytes) in placed.iter_mut().zip(&bytes) {
        let (start, end) = (positions.get(&bytes.start), positions.get(&bytes.end));
        let span = start.zip(end);
        // It would change the text on the wire.
        finding.fix = None;
        finding.span = span.map(|(&start, &end)| Span { start, end });
    }
    placed.sort_by_key(|finding| finding.span);
    placed
}

/// Whether findings of a rule are about the key of a member and not about its value.
const fn is_about_key(rule: RuleId) -> bool {
    matches!(
        rule,
        RuleId::UnknownKey
            | RuleId::KeySpelling
            | RuleId::UndocumentedKey
            | RuleId::DuplicateKey
            | RuleId::UnknownParameter
            | RuleId::ParameterSpelling
            | RuleId::DuplicateParameter
    )
}

/// The bytes of a place, or the first byte of the innermost value around it that is there.
fn bytes_of(root: &Node<'_>, place: &Place, about_key: bool) -> Range<usize> {
    let pointer = place.pointer.split('/').skip(1);
    let pointer = pointer.map(|step| step.replace("~1", "/").replace("~0", "~"));
    let mut node = root;
    let mut key = None;
    for step in place.parameter.iter().cloned().chain(pointer) {
        let next = match &node.kind {
            NodeKind::Object(members) => member(members, &step).map(|member| {
                key = Some(&member.key_span);
                &member.value
            }),
            NodeKind::Array(items) => {
                key = None;
                step.parse().ok().and_then(|index: usize| items.get(index))
            }
            _ => None,
        };
        let Some(next) = next else {
            return node.span.start..node.span.end.min(node.span.start + 1);
        };
        node = next;
    }
    match key {
        Some(key) if about_key => key.clone(),
        _ => node.span.clone(),
    }
}

/// The last member with this key: the one that is judged.
fn member<'m>(members: &'m [Member<'m>], key: &str) -> Option<&'m Member<'m>> {
    members.iter().rev().find(|member| member.key == key)
}
