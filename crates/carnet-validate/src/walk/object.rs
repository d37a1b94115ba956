//! Objects: which members stand in them, and which should.

use super::{Presence, Present, Site, Walk};
use crate::judge::{Complaint, Draft};
use crate::keys::Fields;
use crate::meaning::{self, Meaning, Spelling};
use crate::rule::{self, members::Scope};
use crate::suggest;
use crate::tree::{Member, Node, NodeKind};
use carnet_core::shape::{Dynamic, Field, MemberRule, Object};
use carnet_core::{Level, RuleId, Ruling};
use std::collections::BTreeMap;
use std::ops::Range;

/// An object that is being judged.
#[derive(Clone, Copy)]
struct Place<'a, 'n> {
    node: &'n Node<'n>,
    object: &'static Object,
    site: &'a Site<'a>,
}

impl Walk<'_> {
    pub(super) fn object(
        &self,
        node: &Node<'_>,
        object: &'static Object,
        site: &Site<'_>,
        out: &mut Vec<Draft>,
    ) {
        let place = Place { node, object, site };
        let mut present = Present::of(object, node.members().len());
        let mut others = Vec::new();
        let mut fields = Fields::of(object.fields);
        for member in self.last_of_each(node.members()) {
            match fields.find_index(&member.key) {
                Some(field) => self.stand(member, field, place, &mut present, true, out),
                None => others.push((member, meaning::spelling(&member.key, object))),
            }
        }
        if node.damaged {
            // Members may have been lost, or be none: nothing follows from what stands there.
            return;
        }
        if !others.is_empty() {
            self.others(others, place, &mut present, out);
        }
        for (index, field) in object.fields.iter().enumerate() {
            // Most members are optional.
            let level = self.judge.level(RuleId::Required, &field.required);
            if level != Level::Allow && !present.is_known(index) {
                self.absent(field, level, place, &mut present, out);
            }
        }
        for rule in object.rules {
            self.members(rule, place, &present, out);
        }
    }

    /// The members whose keys are the names of no field.
    fn others<'n>(
        &self,
        others: Vec<(&'n Member<'n>, Option<Spelling>)>,
        place: Place<'_, 'n>,
        present: &mut Present<'n>,
        out: &mut Vec<Draft>,
    ) {
        let mut unknown = Vec::new();
        let meant = meant(&others, place);
        for (member, spelling) in others {
            match (named(member, place, present), spelling) {
                (None, Some(spelling)) => {
                    let alone = meant.get(spelling.field.name) == Some(&1);
                    self.misspelt(member, spelling, alone, place, present, out);
                }
                // The member that names it may be among those that are misspelt.
                _ => unknown.push(member),
            }
        }
        for member in unknown {
            match named(member, place, present) {
                Some(dynamic) => self.dynamic(member, dynamic, place, present, out),
                None => self.unknown(member, place, present, out),
            }
        }
    }

    /// A member that stands in the object, under whatever key. `by_name` is whether that is its own.
    fn stand<'n>(
        &self,
        member: &'n Member<'n>,
        index: usize,
        place: Place<'_, 'n>,
        present: &mut Present<'n>,
        by_name: bool,
        out: &mut Vec<Draft>,
    ) {
        let field = &place.object.fields[index];
        let is_documented = self
            .judge
            .level(RuleId::UndocumentedKey, &field.undocumented)
            == Level::Allow;
        if is_documented && self.is_plain(&member.value, field) {
            present.stand(index, Presence::Present, member, false);
            return;
        }
        if by_name && !is_documented {
            let complaint = rule::undocumented_key::complaint(field, place.notation());
            self.key(member, complaint, &field.undocumented, place, out);
        }
        let before = out.len();
        let presence = self.field(member, field, place.node, place.object, place.site, out);
        let is_faulty = out[before..]
            .iter()
            .any(|draft| draft.is_error() && draft.bytes == member.value.span);
        present.stand(index, presence, member, is_faulty);
    }

    /// Whether the value of a member is as documented without a doubt, as most are.
    fn is_plain(&self, value: &Node<'_>, field: &Field) -> bool {
        let is_text = |text: &str| !text.is_empty() && self.judge.shell_variable(text).is_none();
        value.as_str().is_none_or(is_text) && self.is_plainly(value, &field.shape)
    }

    /// A key that means a member which has another; `alone` is whether no other key does.
    fn misspelt<'n>(
        &self,
        member: &'n Member<'n>,
        spelling: Spelling,
        alone: bool,
        place: Place<'_, 'n>,
        present: &mut Present<'n>,
        out: &mut Vec<Draft>,
    ) {
        let Spelling { field, ruling, .. } = spelling;
        let notation = place.notation();
        let stands = present.stands(field.name);
        let complaint = rule::key_spelling::complaint(&member.key, &spelling, stands, notation);
        let complaint = complaint.fix(if alone && !stands && self.is_closed(place) {
            rule::key_spelling::fix(member, &spelling, place.object, notation)
        } else {
            None
        });
        let level = self.judge.level(notation.spelling(), ruling);
        self.key(member, complaint, ruling, place, out);
        if stands {
            return;
        }
        if level == Level::Error || !spelling.adopted {
            present.mean(field.name, &member.key, level == Level::Error);
        }
        if level == Level::Error {
            return;
        }
        let mut fields = place.object.fields.iter();
        let index = fields.position(|known| known.name == field.name);
        if let Some(index) = index
            && spelling.adopted
        {
            // One finding about one key is enough.
            let is_fine = level == Level::Allow;
            self.stand(member, index, place, present, is_fine, out);
        } else {
            self.field(member, field, place.node, place.object, place.site, out);
        }
    }

    /// Whether a key that the contract does not know is a slip for certain: it would be told, and
    /// no value names it.
    fn is_closed(&self, place: Place<'_, '_>) -> bool {
        let rule = place.notation().unknown();
        let level = self.judge.level(rule, &place.object.unknown_keys);
        place.object.dynamic.is_none() && level != Level::Allow
    }

    /// A member whose key is the value of another one.
    fn dynamic<'n>(
        &self,
        member: &'n Member<'n>,
        dynamic: &'static Dynamic,
        place: Place<'_, 'n>,
        present: &mut Present<'n>,
        out: &mut Vec<Draft>,
    ) {
        present.other(member, place.object);
        let site = Site {
            path: &place.site.path.member(&member.key),
            source: dynamic.source.within(place.object.source),
            siblings: place.node.members(),
        };
        if !matches!(member.value.kind, NodeKind::Null) {
            self.value(&member.value, &dynamic.shape, &site, out);
        } else if let Some(ruling) = &dynamic.null {
            let complaint = rule::null::member(&member.key, false);
            self.push(out, complaint, ruling, &site, &member.value.span);
        }
    }

    /// A member that the contract does not know.
    fn unknown<'n>(
        &self,
        member: &'n Member<'n>,
        place: Place<'_, 'n>,
        present: &mut Present<'n>,
        out: &mut Vec<Draft>,
    ) {
        let Place { object, .. } = place;
        let notation = place.notation();
        let key = &*member.key;
        present.other(member, object);
        let ruling = match object.dynamic {
            Some(dynamic) => &dynamic.stray,
            None => &object.unknown_keys,
        };
        let is_error = self.judge.level(notation.unknown(), ruling) == Level::Error;
        let absent = object.fields.iter().enumerate();
        let absent = absent.filter(|(index, _)| !present.is_known(*index));
        let absent = absent.map(|(_, field)| field.name);
        let near = suggest::closest(key, absent).and_then(|name| object.field(name));
        let complaint = if let Some(field) = near {
            present.mean(field.name, key, is_error);
            rule::unknown_key::near(key, field, is_error, notation)
        } else if let Some(name) = suggest::closest(key, names(object, present)) {
            rule::unknown_key::near_value(key, name, notation)
        } else {
            rule::unknown_key::far(key, object, notation)
        };
        self.key(member, complaint, ruling, place, out);
    }

    /// Tells of a key.
    fn key(
        &self,
        member: &Member<'_>,
        complaint: Complaint,
        ruling: &Ruling,
        place: Place<'_, '_>,
        out: &mut Vec<Draft>,
    ) {
        let site = Site {
            path: &place.site.path.member(&member.key),
            source: place.object.source.within(place.site.source),
            siblings: place.node.members(),
        };
        self.push(out, complaint, ruling, &site, &member.key_span);
    }

    /// A known member that does not stand in the object; `level` is how grave that is.
    fn absent(
        &self,
        field: &'static Field,
        level: Level,
        place: Place<'_, '_>,
        present: &mut Present<'_>,
        out: &mut Vec<Draft>,
    ) {
        if present.is_told(field.name) {
            return;
        }
        if level == Level::Error {
            present.miss(field.name);
        }
        let near = present.meant(field.name);
        let site = Site {
            path: &place.site.path.member(field.name),
            source: field.source,
            ..*place.site
        };
        let complaint = rule::required::complaint(field, near, place.notation());
        self.push(out, complaint, &field.required, &site, &brace(place.node));
    }

    /// A statement about several members.
    fn members(
        &self,
        rule: &MemberRule,
        place: Place<'_, '_>,
        present: &Present<'_>,
        out: &mut Vec<Draft>,
    ) {
        let scope = Scope {
            node: place.node,
            object: place.object,
            present,
            judge: self.judge,
            notation: place.notation(),
        };
        for broken in rule::members::check(&rule.assertion, &scope) {
            let bytes = broken.bytes.unwrap_or_else(|| brace(place.node));
            let at = broken.at.under(place.site.path);
            let finding =
                self.judge
                    .finding(broken.complaint, &rule.ruling, rule.source, at, bytes);
            out.extend(finding);
        }
    }
}

impl Place<'_, '_> {
    fn notation(&self) -> rule::notation::Notation {
        self.site.path.members()
    }
}

/// How many keys mean each member that has another, those that stand there twice included.
fn meant(
    others: &[(&Member<'_>, Option<Spelling>)],
    place: Place<'_, '_>,
) -> BTreeMap<&'static str, usize> {
    let mut meant = BTreeMap::new();
    if !others.iter().any(|(_, spelling)| spelling.is_some()) {
        return meant;
    }
    for member in place.node.members() {
        if let Meaning::Spelling(spelling) = meaning::of(&member.key, place.object) {
            *meant.entry(spelling.field.name).or_default() += 1;
        }
    }
    meant
}

/// What a member is whose key is the value of another one.
fn named(
    member: &Member<'_>,
    place: Place<'_, '_>,
    present: &Present<'_>,
) -> Option<&'static Dynamic> {
    let dynamic = place.object.dynamic?;
    names(place.object, present)
        .any(|name| name == member.key)
        .then_some(dynamic)
}

/// The texts that may be the key of an object's dynamic member.
fn names<'p>(object: &Object, present: &'p Present<'_>) -> impl Iterator<Item = &'p str> + use<'p> {
    let named_by = object.dynamic.map_or(&[][..], |dynamic| dynamic.named_by);
    let texts = named_by
        .iter()
        .filter_map(|name| present.get(name)?.value.as_str());
    texts.filter(|text| !text.is_empty())
}

/// The opening brace: where something is missing.
pub(super) fn brace(node: &Node<'_>) -> Range<usize> {
    node.span.start..node.span.start + 1
}
