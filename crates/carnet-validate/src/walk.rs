//! The walk over a contract's shape and a text's tree, side by side.

mod field;
mod lookup;
mod object;
mod path;
mod present;
mod reading;
pub(crate) mod text;
mod union;

pub(crate) use lookup::{Found, Lookup, Spot, find};
pub(crate) use path::Path;
pub(crate) use present::{Presence, Present};
pub(crate) use reading::{reading_of, reading_of_same_type};

use crate::judge::{Complaint, Draft, Judge};
use crate::rule;
use crate::tree::{Document, Member, Node, NodeKind};
use carnet_core::shape::{Check, Items, Kind, Map, Shape};
use carnet_core::{Level, RuleId, Ruling, Source};
use std::collections::{BTreeMap, BTreeSet};
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
    text::problems(document, text, Some(shape), judge, secrets, &mut out);
    if let Some(root) = &document.root {
        whole(root, &Path::Root, shape, judge, &mut out);
    }
    out
}

/// Everything that is to be said about the parameters of a call, given as the members of one
/// object: arrays and objects as they were read from the JSON in a parameter, everything else as it
/// stands there. What is wrong with the text of that JSON is the caller's business.
pub(crate) fn parameters(root: &Node<'_>, shape: &Shape, judge: &Judge<'_>) -> Vec<Draft> {
    let mut out = Vec::new();
    whole(root, &Path::Parameters, shape, judge, &mut out);
    out
}

fn whole(root: &Node<'_>, path: &Path<'_>, shape: &Shape, judge: &Judge<'_>, out: &mut Vec<Draft>) {
    let keys_stand_twice = rule::duplicate_key::check(root, path, judge, out);
    let site = Site {
        path,
        source: source(shape),
        siblings: &[],
    };
    let walk = Walk {
        judge,
        keys_stand_twice,
    };
    walk.value(root, shape, &site, out);
}

/// Who says what a whole text may be.
fn source(shape: &Shape) -> Source {
    let object = shape.object();
    object.map_or(Source::section(""), |object| object.source)
}

/// The walk. It holds no state: what is found is pushed to the `out` of each call.
struct Walk<'a> {
    judge: &'a Judge<'a>,
    /// Whether a key may stand twice in an object.
    keys_stand_twice: bool,
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
    /// The members of an object, of several with one key the last.
    fn last_of_each<'n, 't>(
        &self,
        members: &'n [Member<'t>],
    ) -> impl Iterator<Item = &'n Member<'t>> + use<'n, 't> {
        let hidden = if self.keys_stand_twice {
            hidden(members)
        } else {
            BTreeSet::new()
        };
        let counted = (0..members.len()).filter(move |index| !hidden.contains(index));
        counted.map(|index| &members[index])
    }

    fn push(
        &self,
        out: &mut Vec<Draft>,
        complaint: Complaint,
        ruling: &Ruling,
        site: &Site<'_>,
        bytes: &Range<usize>,
    ) {
        let level = self.judge.level(complaint.rule, ruling);
        if level == Level::Allow {
            return;
        }
        let (at, bytes) = (site.path.place(), bytes.clone());
        let finding = self
            .judge
            .finding_at(level, complaint, ruling, site.source, at, bytes);
        out.extend(finding);
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
        if !self.swapped(node, shape, site, out) {
            self.documented(node, shape, site, out);
        }
    }

    /// Judges a value by the documented shape, and by the readings that were not taken.
    fn documented(&self, node: &Node<'_>, shape: &Shape, site: &Site<'_>, out: &mut Vec<Draft>) {
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
            _ => {}
        }
        self.checks(node, shape, site, out);
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
        for member in self.last_of_each(node.members()) {
            let site = Site {
                path: &site.path.member(&member.key),
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
        if self.is_plainly_right(node, shape) {
            return;
        }
        let mut found = self.constraints(node, shape, site);
        if !found.is_empty() {
            self.other_reading(node, shape, site, &mut found);
        }
        if matches!(shape.kind, Kind::Integer)
            && let Some(complaint) = rule::integer::check(node, !shape.sensitive)
        {
            let ruling = self.judge.text_ruling(complaint.rule);
            self.push(&mut found, complaint, &ruling, site, &node.span);
        }
        out.extend(rule::settle(found));
    }

    /// Whether a value that holds no others is of a shape without a doubt: nothing would be said of
    /// it there.
    fn is_plainly(&self, node: &Node<'_>, shape: &Shape) -> bool {
        let is_documented_in_force =
            shape.readings.is_empty() || self.judge.settings.overrides.is_empty();
        let fits = matches!(
            (&shape.kind, &node.kind),
            (Kind::Boolean, NodeKind::Bool(_))
                | (Kind::Number | Kind::Integer, NodeKind::Number(_))
                | (Kind::String | Kind::Enum(_), NodeKind::String(_))
        );
        is_documented_in_force && fits && self.is_plainly_right(node, shape)
    }

    /// Whether there is nothing to say of a value of its shape's type by itself: a look that words
    /// nothing.
    fn is_plainly_right(&self, node: &Node<'_>, shape: &Shape) -> bool {
        let is_listed = match (&shape.kind, &node.kind) {
            (Kind::Enum(list), NodeKind::String(text)) => list.values.contains(&&**text),
            (Kind::Integer, NodeKind::Number(text)) => rule::integer::is_plain(text),
            _ => true,
        };
        let surface = self.judge.settings.surface;
        let hold = |checks: &[Check]| {
            let mut checks = checks.iter();
            checks.all(|check| rule::assertion::holds(node, &check.assertion, surface))
        };
        is_listed && hold(shape.inherent) && hold(shape.checks)
    }

    /// What the shape's closed list and assertions say of a value of its type.
    fn constraints(&self, node: &Node<'_>, shape: &Shape, site: &Site<'_>) -> Vec<Draft> {
        let mut found = Vec::new();
        let show = !shape.sensitive;
        if let (Kind::Enum(list), Some(text)) = (shape.kind, node.as_str())
            && let Some(complaint) =
                rule::listed::check(text, list, show, &node.span, site.path.value())
        {
            let ruling = match complaint.rule {
                RuleId::EnumCase => &list.other_case,
                _ => &shape.mismatch,
            };
            self.push(&mut found, complaint, ruling, site, &node.span);
        }
        let surface = self.judge.settings.surface;
        for check in shape.all_checks() {
            let assertion = &check.assertion;
            if let Some(complaint) =
                rule::assertion::check(node, assertion, surface, show, site.path.value())
                && !is_said_by_length(&complaint, node, shape)
            {
                self.push(&mut found, complaint, &check.ruling, site, &node.span);
            }
        }
        found
    }
}

/// Whether a text is too long in UTF-16 and in code points as well, whatever the ruling on that.
fn is_said_by_length(complaint: &Complaint, node: &Node<'_>, shape: &Shape) -> bool {
    complaint.rule == RuleId::Utf16Length
        && shape
            .all_checks()
            .any(|check| rule::length::is_too_long(node, &check.assertion))
}

/// The members of an object that do not count, since others with their keys stand behind them.
fn hidden(members: &[Member<'_>]) -> BTreeSet<usize> {
    let mut last = BTreeMap::new();
    let indexed = members.iter().enumerate();
    let hidden = indexed.filter_map(|(index, member)| last.insert(&*member.key, index));
    hidden.collect()
}
