//! The walk over a contract's shape and a text's tree, side by side.

mod field;
mod object;
mod path;
mod present;
mod text;
mod union;

pub(crate) use path::Path;
pub(crate) use present::{Presence, Present};

use crate::judge::{Complaint, Draft, Judge};
use crate::rule;
use crate::tree::{Document, Member, Node, NodeKind};
use carnet_core::shape::{Items, Kind, Map, Shape};
use carnet_core::{Level, RuleId, Ruling, Source};
use std::ops::Range;

/// Everything that is to be said about a text that was read.
pub(crate) fn document(
    document: &Document<'_>,
    text: &[u8],
    shape: &Shape,
    judge: &Judge<'_>,
    secrets: &[Range<usize>],
) -> Vec<Draft> {
    let mut out = Vec::new();
    text::problems(document, text, judge, secrets, &mut out);
    if let Some(root) = &document.root {
        rule::duplicate_key::check(root, &Path::Root, judge, &mut out);
        let site = Site {
            path: &Path::Root,
            source: shape
                .object()
                .map_or(Source::section(""), |object| object.source),
            siblings: &[],
        };
        Walk { judge }.value(root, shape, &site, &mut out);
    }
    out
}

/// The walk. It holds no state: what is found is pushed to the `out` of each call.
struct Walk<'a> {
    judge: &'a Judge<'a>,
}

/// Where a value stands.
#[derive(Clone, Copy)]
struct Site<'a> {
    path: &'a Path<'a>,
    /// Who says what the value may be, unless a ruling says otherwise.
    source: Source,
    /// The members of the object that the value is a member of, if it is one.
    siblings: &'a [Member<'a>],
}

impl Walk<'_> {
    fn push(
        &self,
        out: &mut Vec<Draft>,
        complaint: Complaint,
        ruling: &Ruling,
        site: &Site<'_>,
        bytes: &Range<usize>,
    ) {
        let at = site.path.place();
        out.extend(
            self.judge
                .finding(complaint, ruling, site.source, at, bytes.clone()),
        );
    }

    /// Judges a value against the shape of its place. `null` is the business of that place.
    fn value(&self, node: &Node<'_>, shape: &Shape, site: &Site<'_>, out: &mut Vec<Draft>) {
        if matches!(node.kind, NodeKind::Invalid) {
            return;
        }
        if let Some(ruling) = node
            .as_str()
            .and_then(|text| self.judge.shell_variable(text))
        {
            let complaint = rule::shell_variable::complaint(node.as_str().unwrap_or_default());
            self.push(out, complaint, ruling, site, &node.span);
            return;
        }
        if let Kind::Union(union) = shape.kind
            && self.selected(node, union, shape, site, out)
        {
            return;
        }
        if !rule::kind::fits(&shape.kind, node) {
            self.mismatch(node, shape, site, out);
            return;
        }
        match shape.kind {
            Kind::Array(items) => self.items(node, items, site, out),
            Kind::Object(object) => self.object(node, object, site, out),
            Kind::Map(map) => self.map(node, map, site, out),
            Kind::Union(union) => self.union(node, union, shape, site, out),
            Kind::Enum(list) => self.listed(node, list, shape, site, out),
            Kind::Any | Kind::Boolean | Kind::Integer | Kind::Number | Kind::String => {}
        }
        self.checks(node, shape, site, out);
    }

    /// A value of another type than documented: by a reading not taken, or by none.
    fn mismatch(&self, node: &Node<'_>, shape: &Shape, site: &Site<'_>, out: &mut Vec<Draft>) {
        let reading = shape
            .readings
            .iter()
            .find(|reading| rule::kind::fits(&reading.shape.kind, node));
        let ruling = reading.map_or(&shape.mismatch, |reading| &reading.ruling);
        let complaint = rule::kind::complaint(node, shape);
        self.push(out, complaint, ruling, site, &node.span);
        if let Some(reading) = reading
            && self.judge.level(RuleId::Type, ruling) != Level::Error
        {
            self.value(node, &union::in_place(&reading.shape, shape), site, out);
        }
    }

    fn listed(
        &self,
        node: &Node<'_>,
        list: &carnet_core::shape::Enum,
        shape: &Shape,
        site: &Site<'_>,
        out: &mut Vec<Draft>,
    ) {
        let text = node.as_str().unwrap_or_default();
        let Some(complaint) = rule::listed::check(text, list, !shape.sensitive) else {
            return;
        };
        let other_text = shape
            .readings
            .iter()
            .find(|reading| matches!(reading.shape.kind, Kind::String));
        let ruling = match (complaint.rule, other_text) {
            (RuleId::EnumCase, _) => &list.other_case,
            (_, Some(reading)) => &reading.ruling,
            (_, None) => &shape.mismatch,
        };
        self.push(out, complaint, ruling, site, &node.span);
    }

    fn items(&self, node: &Node<'_>, items: &Items, site: &Site<'_>, out: &mut Vec<Draft>) {
        let NodeKind::Array(nodes) = &node.kind else {
            return;
        };
        for (index, node) in nodes.iter().enumerate() {
            let site = Site {
                path: &Path::Item(site.path, index),
                siblings: &[],
                ..*site
            };
            if matches!(node.kind, NodeKind::Null) {
                if let Some(ruling) = &items.null {
                    let complaint = rule::null::item(&items.shape);
                    self.push(out, complaint, ruling, &site, &node.span);
                }
            } else {
                self.value(node, &items.shape, &site, out);
            }
        }
    }

    fn map(&self, node: &Node<'_>, map: &Map, site: &Site<'_>, out: &mut Vec<Draft>) {
        for member in last_of_each(node.members()) {
            let site = Site {
                path: &Path::Key(site.path, &member.key),
                siblings: node.members(),
                ..*site
            };
            if member.key.is_empty() {
                let complaint = rule::empty::key();
                self.push(out, complaint, &map.empty_key, &site, &member.key_span);
            }
            if matches!(member.value.kind, NodeKind::Null) {
                if let Some(ruling) = &map.null {
                    let complaint = rule::null::member(&member.key, false);
                    self.push(out, complaint, ruling, &site, &member.value.span);
                }
            } else {
                self.value(&member.value, &map.value, &site, out);
            }
        }
    }

    /// Judges the value by itself: the constraints of its shape, and how integers are written.
    fn checks(&self, node: &Node<'_>, shape: &Shape, site: &Site<'_>, out: &mut Vec<Draft>) {
        let mut found = Vec::new();
        let text_ruling;
        if matches!(shape.kind, Kind::Integer)
            && let Some(complaint) = rule::integer::check(node, !shape.sensitive)
        {
            text_ruling = self.judge.text_ruling(complaint.rule);
            self.push(&mut found, complaint, &text_ruling, site, &node.span);
        }
        let too_long = shape
            .all_checks()
            .any(|check| rule::length::is_too_long(node, &check.assertion));
        for check in shape.all_checks() {
            if too_long && check.assertion.rule() == RuleId::Utf16Length {
                continue;
            }
            let surface = self.judge.settings.surface;
            if let Some(complaint) =
                rule::assertion::check(node, &check.assertion, surface, !shape.sensitive)
            {
                self.push(&mut found, complaint, &check.ruling, site, &node.span);
            }
        }
        out.extend(rule::settle(found));
    }
}

/// The members of an object, of several with one key the last.
fn last_of_each<'n, 't>(members: &'n [Member<'t>]) -> Vec<&'n Member<'t>> {
    let mut last = std::collections::BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        last.insert(&*member.key, index);
    }
    let mut indices: Vec<_> = last.into_values().collect();
    indices.sort_unstable();
    indices.into_iter().map(|index| &members[index]).collect()
}
