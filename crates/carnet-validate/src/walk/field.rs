//! The known members of an object.

use super::{Path, Presence, Site, Walk};
use crate::judge::Draft;
use crate::rule;
use crate::tree::{Member, Node, NodeKind};
use carnet_core::Severity;
use carnet_core::shape::Field;

impl Walk<'_> {
    /// Judges a known member.
    pub(super) fn field(
        &self,
        member: &Member<'_>,
        field: &Field,
        node: &Node<'_>,
        site: &Site<'_>,
        out: &mut Vec<Draft>,
    ) -> Presence {
        let value = &member.value;
        let site = Site {
            path: &Path::Key(site.path, &member.key),
            source: field.source,
            siblings: node.members(),
        };
        if matches!(value.kind, NodeKind::Null) {
            let before = out.len();
            if let Some(ruling) = &field.null {
                let complaint = rule::null::member(field.name, field.is_required());
                self.push(out, complaint, ruling, &site, &value.span);
            }
            let is_error = |draft: &Draft| draft.finding.severity == Severity::Error;
            return if out[before..].iter().any(is_error) {
                Presence::Told
            } else {
                Presence::Null
            };
        }
        if value.as_str() == Some("") {
            let mut found = Vec::new();
            let complaint = rule::empty::value(field.name, field.is_required());
            self.push(&mut found, complaint, &field.empty, &site, &value.span);
            self.value(value, &field.shape, &site, &mut found);
            out.extend(rule::settle(found));
        } else {
            self.value(value, &field.shape, &site, out);
        }
        Presence::Present
    }
}
