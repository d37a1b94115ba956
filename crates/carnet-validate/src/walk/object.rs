//! Objects: which members stand in them, and which should.

use super::{Path, Present, Site, Walk, last_of_each};
use crate::judge::Draft;
use crate::rule;
use crate::suggest;
use crate::tree::{Member, Node};
use carnet_core::shape::{Field, MemberRule, Object};
use carnet_core::{Level, RuleId};
use std::ops::Range;

impl Walk<'_> {
    pub(super) fn object(
        &self,
        node: &Node<'_>,
        object: &'static Object,
        site: &Site<'_>,
        out: &mut Vec<Draft>,
    ) {
        let members = last_of_each(node.members());
        let mut present = Present::default();
        let mut unknown = Vec::new();
        for member in members {
            if let Some(field) = object.field(&member.key) {
                let presence = self.field(member, field, node, site, out);
                present.stand(field.name, presence, member);
            } else {
                unknown.push(member);
            }
        }
        if node.damaged {
            // Members may have been lost, or be none: nothing follows from what stands there.
            return;
        }
        for member in unknown {
            self.unknown(member, object, node, site, &mut present, out);
        }
        for field in object.fields {
            self.absent(field, node, site, &present, out);
        }
        for rule in object.rules {
            self.members(rule, node, site, &present, out);
        }
    }

    /// A member that the contract does not know by this key.
    fn unknown<'n>(
        &self,
        member: &'n Member<'n>,
        object: &'static Object,
        node: &Node<'_>,
        site: &Site<'_>,
        present: &mut Present<'n>,
        out: &mut Vec<Draft>,
    ) {
        let key = &*member.key;
        let respelt = object
            .fields
            .iter()
            .find(|field| rule::key_spelling::same_but_for_case_and_blanks(key, field.name));
        let site_of_key = Site {
            path: &Path::Key(site.path, key),
            source: object.source.within(site.source),
            siblings: node.members(),
        };
        if let Some(field) = respelt {
            let stands = present.stands(field.name);
            let complaint = rule::key_spelling::complaint(key, field.name, stands);
            let ruling = &object.key_spelling;
            let is_error = self.judge.level(RuleId::KeySpelling, ruling) == Level::Error;
            self.push(out, complaint, ruling, &site_of_key, &member.key_span);
            if stands {
                return;
            }
            present.mean(field.name, key, is_error);
            if !is_error {
                self.field(member, field, node, site, out);
            }
            return;
        }
        let absent = object
            .fields
            .iter()
            .filter(|field| !present.stands(field.name));
        let near = suggest::closest(key, absent.map(|field| field.name))
            .and_then(|name| object.field(name));
        let ruling = &object.unknown_keys;
        let is_error = self.judge.level(RuleId::UnknownKey, ruling) == Level::Error;
        let complaint = match near {
            Some(field) => {
                present.mean(field.name, key, is_error);
                rule::unknown_key::near(key, field, is_error)
            }
            None => rule::unknown_key::far(key, object),
        };
        self.push(out, complaint, ruling, &site_of_key, &member.key_span);
    }

    /// A known member that does not stand in the object.
    fn absent(
        &self,
        field: &'static Field,
        node: &Node<'_>,
        site: &Site<'_>,
        present: &Present<'_>,
        out: &mut Vec<Draft>,
    ) {
        if present.stands(field.name) || present.is_told(field.name) {
            return;
        }
        let near = present.meant(field.name);
        let site = Site {
            path: &Path::Key(site.path, field.name),
            source: field.source,
            ..*site
        };
        let complaint = rule::required::complaint(field, near);
        self.push(out, complaint, &field.required, &site, &brace(node));
    }

    /// A statement about several members.
    fn members(
        &self,
        rule: &MemberRule,
        node: &Node<'_>,
        site: &Site<'_>,
        present: &Present<'_>,
        out: &mut Vec<Draft>,
    ) {
        for broken in rule::members::check(&rule.assertion, present) {
            let path = match broken.at {
                Some(name) => &Path::Key(site.path, name),
                None => site.path,
            };
            let site = Site {
                path,
                source: rule.source,
                ..*site
            };
            let bytes = broken.bytes.unwrap_or_else(|| brace(node));
            self.push(out, broken.complaint, &rule.ruling, &site, &bytes);
        }
    }
}

/// The opening brace: where something is missing.
fn brace(node: &Node<'_>) -> Range<usize> {
    node.span.start..node.span.start + 1
}
