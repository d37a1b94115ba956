//! The known members of an object.

use super::{Presence, Site, Walk};
use crate::judge::Draft;
use crate::rule;
use crate::tree::{Member, Node, NodeKind};
use carnet_core::shape::{Field, Object};

impl Walk<'_> {
    /// Judges the value of a known member.
    pub(super) fn field(
        &self,
        member: &Member<'_>,
        field: &Field,
        node: &Node<'_>,
        object: &Object,
        site: &Site<'_>,
        out: &mut Vec<Draft>,
    ) -> Presence {
        let value = &member.value;
        let site = Site {
            path: &site.path.member(&member.key),
            source: field.source,
            siblings: node.members(),
        };
        let before = out.len();
        if matches!(value.kind, NodeKind::Null) {
            if let Some(ruling) = &field.null {
                let complaint = rule::null::member(field.name, field.is_required());
                self.push(out, complaint, ruling, &site, &value.span);
            }
            return absent(&out[before..]);
        }
        if value.as_str() == Some("") {
            let mut found = Vec::new();
            let complaint = rule::empty::value(field.name, field.is_required());
            self.push(&mut found, complaint, &field.empty, &site, &value.span);
            self.value(value, &field.shape, &site, &mut found);
            out.extend(rule::settle(found));
            if object.empty_is_absent {
                return absent(&out[before..]);
            }
        } else {
            self.value(value, &field.shape, &site, out);
        }
        Presence::Present
    }
}

/// What a member is whose value counts as absent.
fn absent(found: &[Draft]) -> Presence {
    if found.iter().any(Draft::is_error) {
        Presence::Told
    } else {
        Presence::Absent
    }
}
