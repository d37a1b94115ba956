//! Values that may be one of several things.

use super::{Site, Walk};
use crate::judge::Draft;
use crate::rule;
use crate::tree::{Node, NodeKind};
use carnet_core::decimal::Number;
use carnet_core::shape::{Select, Shape, Union, Variant};
use carnet_core::{Finding, RuleId, Severity};

impl Walk<'_> {
    /// Judges a value by the variant that the context selects; `false` when it selects none.
    pub(super) fn selected(
        &self,
        node: &Node<'_>,
        union: &'static Union,
        shape: &Shape,
        site: &Site<'_>,
        out: &mut Vec<Draft>,
    ) -> bool {
        let Some(select) = &union.select else {
            return false;
        };
        let Some(name) = self.selection(select, site) else {
            return false;
        };
        if let Some(variant) = union.variants.iter().find(|known| known.name == name) {
            let mut variant = in_place(&variant.shape, shape);
            if rule::kind::resembles(&shape.kind, node)
                && variant.mismatch.discrepancy.is_none()
                && variant.mismatch.source.is_none()
            {
                // The type of another variant: whether any will do is what the place rules upon.
                variant.mismatch = shape.mismatch;
            }
            let before = out.len();
            self.value(node, &variant, site, out);
            if rule::kind::resembles(&shape.kind, node) {
                // The contract has a reading of the value as it is written.
                let types = out[before..]
                    .iter_mut()
                    .filter(|draft| draft.finding.rule == RuleId::Type);
                types.for_each(|draft| draft.finding.fix = None);
            }
            self.checks(node, shape, site, out);
            return true;
        }
        let disputed = select.disputed.iter().find(|known| known.name == name);
        if let Some(disputed) = disputed {
            let complaint = rule::disputed_type::complaint(name);
            self.push(out, complaint, &disputed.ruling, site, &node.span);
        }
        disputed.is_some()
    }

    /// The name that the caller's context has for the value.
    fn selection(&self, select: &Select, site: &Site<'_>) -> Option<&str> {
        let map = self.judge.settings.context.selections.get(select.context)?;
        let mut siblings = site.siblings.iter().rev();
        let sibling = siblings.find(|member| member.key == select.key)?;
        let key = match &sibling.value.kind {
            NodeKind::String(text) => text.to_string(),
            NodeKind::Number(text) => match Number::parse(text)?.to_i64() {
                Some(integer) => integer.to_string(),
                None => (*text).to_owned(),
            },
            _ => return None,
        };
        map.get(&key).map(String::as_str)
    }

    /// Judges a value by the variant that it fits best.
    pub(super) fn union(
        &self,
        node: &Node<'_>,
        union: &'static Union,
        shape: &Shape,
        site: &Site<'_>,
        out: &mut Vec<Draft>,
    ) {
        let mut variants = union.variants.iter();
        if variants.any(|variant| self.is_plainly(node, &variant.shape)) {
            return;
        }
        let mut best: Option<(Weight, Vec<Draft>)> = None;
        let mut refused = Vec::new();
        for variant in union.variants {
            if !rule::kind::resembles(&variant.shape.kind, node) {
                continue;
            }
            let mut found = Vec::new();
            self.value(node, &in_place(&variant.shape, shape), site, &mut found);
            let weight = weigh(&found);
            if found.is_empty() {
                return;
            }
            refused.push(variant);
            if best.as_ref().is_none_or(|(least, _)| weight < *least) {
                best = Some((weight, found));
            }
        }
        let mut found = best.map(|(_, found)| found).unwrap_or_default();
        if refused.len() > 1 {
            // Which of them is meant is a guess.
            for draft in &mut found {
                draft.finding.fix = None;
            }
        }
        if let [only] = &mut found[..]
            && only.bytes == node.span
            && refused.len() > 1
        {
            only.finding.help = Some(accepted(&only.finding, &refused));
        }
        out.append(&mut found);
    }
}

/// A variant's or reading's shape where another shape stands: a credential there is one here.
pub(super) fn in_place(shape: &Shape, place: &Shape) -> Shape {
    Shape {
        sensitive: shape.sensitive || place.sensitive,
        ..*shape
    }
}

/// How far a value is from a variant: the gravest finding, whether it is of the wrong type, whether
/// it looks like something else, the number of findings.
type Weight = (Option<Severity>, bool, bool, usize);

fn weigh(found: &[Draft]) -> Weight {
    let is_any = |rules: &[RuleId]| {
        let mut found = found.iter();
        found.any(|draft| rules.contains(&draft.finding.rule))
    };
    (
        found.iter().map(|draft| draft.finding.severity).max(),
        is_any(&[RuleId::Type]),
        is_any(&[RuleId::Format, RuleId::Enum]),
        found.len(),
    )
}

/// What would have been accepted in the place of a value that no variant takes.
fn accepted(finding: &Finding, refused: &[&Variant]) -> String {
    let variants = refused.iter().map(|variant| {
        let shape = rule::accepts::describe(&variant.shape);
        format!("{shape} (`{}`)", variant.name)
    });
    let variants = variants.collect::<Vec<_>>().join(", or ");
    if finding.severity == Severity::Error {
        format!("write {variants}")
    } else {
        format!("what is expected is {variants}")
    }
}
