//! Values that follow a reading of the vendor's pages which the contract does not take.

use super::union::in_place;
use super::{Path, Site, Walk};
use crate::judge::{Complaint, Draft, Judge};
use crate::rule::{self, notation::Notation};
use crate::tree::{Node, NodeKind};
use carnet_core::shape::{Kind, Reading, Shape};
use carnet_core::{Level, RuleId, Source};

/// The reading that a value of another type than documented follows, if there is one.
pub(crate) fn reading_of(
    node: &Node<'_>,
    shape: &Shape,
    judge: &Judge<'_>,
) -> Option<&'static Reading> {
    nowhere(judge).reading_of(node, shape, &NOWHERE)
}

/// The reading of the documented type that a value follows which breaks a rule there.
pub(crate) fn reading_of_same_type(
    node: &Node<'_>,
    shape: &Shape,
    broken: RuleId,
    judge: &Judge<'_>,
) -> Option<&'static Reading> {
    nowhere(judge).reading_of_same_type(node, shape, broken, &NOWHERE)
}

/// Where a value is whose findings nobody sees.
const NOWHERE: Site<'static> = Site {
    path: &Path::Root,
    source: Source::section(""),
    siblings: &[],
};

fn nowhere<'a>(judge: &'a Judge<'a>) -> Walk<'a> {
    Walk {
        judge,
        keys_stand_twice: true,
    }
}

impl Walk<'_> {
    /// A value of another type than documented: by a reading not taken, or by none.
    pub(super) fn mismatch(
        &self,
        node: &Node<'_>,
        shape: &Shape,
        site: &Site<'_>,
        out: &mut Vec<Draft>,
    ) {
        let complaint = rule::kind::complaint(node, shape, site.path.value());
        let edits = match site.path.value() {
            Notation::Json => rule::kind::fix(node, shape),
            // The quotes are part of a bare text.
            Notation::Parameter => None,
        };
        let reading = self.reading_of(node, shape, site);
        self.by_reading(node, shape, reading, complaint.fix(edits), site, out);
    }

    /// The reading that a value of another type than documented follows: the first that has its
    /// type and in which, unless it holds other values, it is no error.
    fn reading_of(
        &self,
        node: &Node<'_>,
        shape: &Shape,
        site: &Site<'_>,
    ) -> Option<&'static Reading> {
        let mut readings = shape.readings.iter();
        readings.find(|reading| {
            self.said_of(node, &reading.shape, shape, site)
                .is_some_and(|found| is_passable(&found))
        })
    }

    /// A value that is not what is in force, by a reading or by none.
    fn by_reading(
        &self,
        node: &Node<'_>,
        shape: &Shape,
        reading: Option<&'static Reading>,
        complaint: Complaint,
        site: &Site<'_>,
        out: &mut Vec<Draft>,
    ) {
        let ruling = reading.map_or(&shape.mismatch, |reading| &reading.ruling);
        let level = self.judge.level(complaint.rule, ruling);
        self.push(out, complaint, ruling, site, &node.span);
        if let Some(reading) = reading
            && level != Level::Error
        {
            self.value(node, &in_place(&reading.shape, shape), site, out);
        }
    }

    /// What is to be said of a value in a reading's shape; nothing for one that holds other values,
    /// which are judged one by one. `None` when it is of another type.
    fn said_of(
        &self,
        node: &Node<'_>,
        shape: &Shape,
        place: &Shape,
        site: &Site<'_>,
    ) -> Option<Vec<Draft>> {
        if !rule::kind::fits(&shape.kind, node) {
            return None;
        }
        let mut found = Vec::new();
        if !matches!(node.kind, NodeKind::Array(_) | NodeKind::Object(_)) {
            self.value(node, &in_place(shape, place), site, &mut found);
        }
        Some(found)
    }

    /// Puts one finding in the place of those about a value of the documented type, when a reading
    /// of the same type takes the value.
    pub(super) fn other_reading(
        &self,
        node: &Node<'_>,
        shape: &Shape,
        site: &Site<'_>,
        found: &mut Vec<Draft>,
    ) {
        let Some(complaint) = gravest(found).map(Draft::complaint) else {
            return;
        };
        let Some(reading) = self.reading_of_same_type(node, shape, complaint.rule, site) else {
            return;
        };
        found.retain(|draft| !depends_on_reading(draft));
        self.push(found, complaint, &reading.ruling, site, &node.span);
    }

    /// The reading of the documented type that a value follows which breaks a rule there: the first
    /// in which nothing is to be said of it, other than that a listed text is in another case.
    fn reading_of_same_type(
        &self,
        node: &Node<'_>,
        shape: &Shape,
        broken: RuleId,
        site: &Site<'_>,
    ) -> Option<&'static Reading> {
        shape.readings.iter().find(|reading| {
            // A documented text in another case stays one, unless a list has it letter by letter.
            if broken == RuleId::EnumCase && !matches!(reading.shape.kind, Kind::Enum(_)) {
                return false;
            }
            let Some(found) = self.said_of(node, &reading.shape, shape, site) else {
                return false;
            };
            let mut found = found.iter().filter(|draft| depends_on_reading(draft));
            found.all(|draft| draft.finding.rule == RuleId::EnumCase && broken != RuleId::EnumCase)
        })
    }

    /// Judges a value by the readings that the caller has put in force in place of the documented
    /// shape; `false` when there are none.
    pub(super) fn swapped(
        &self,
        node: &Node<'_>,
        shape: &Shape,
        site: &Site<'_>,
        out: &mut Vec<Draft>,
    ) -> bool {
        let in_force = |reading: &&Reading| self.judge.is_swapped(&reading.ruling);
        let Some(first) = shape.readings.iter().find(in_force) else {
            return false;
        };
        let documented = Shape {
            readings: &[],
            ..*shape
        };
        let as_documented = self.said_of(node, &documented, shape, site);
        let is_documented = as_documented.is_some_and(|found| is_clean(&found));
        let mut readings = shape.readings.iter().filter(in_force);
        let taken = readings.find(|reading| {
            let found = self.said_of(node, &reading.shape, shape, site);
            found.is_some_and(|found| is_clean(&found) || !is_documented && is_passable(&found))
        });
        if let Some(reading) = taken {
            self.value(node, &in_place(&reading.shape, shape), site, out);
            return true;
        }
        let in_force_shape = in_place(&first.shape, shape);
        let found = self.said_of(node, &first.shape, shape, site);
        let mut found = found.unwrap_or_default();
        let complaint = gravest(&found).map_or_else(
            || rule::kind::complaint(node, &in_force_shape, site.path.value()),
            Draft::complaint,
        );
        if is_documented {
            self.only_documented(node, &documented, first, complaint, site, out);
            return true;
        }
        let reading = self.reading_of(node, shape, site);
        if reading.is_none() && !found.is_empty() {
            out.append(&mut found);
        } else {
            self.by_reading(node, shape, reading, complaint, site, out);
        }
        true
    }

    /// A value that is as documented, where the caller has put another reading in force.
    fn only_documented(
        &self,
        node: &Node<'_>,
        documented: &Shape,
        in_force: &Reading,
        complaint: Complaint,
        site: &Site<'_>,
        out: &mut Vec<Draft>,
    ) {
        let ruling = &in_force.ruling;
        let level = self.judge.level_of_profile(complaint.rule, ruling);
        let id = ruling.discrepancy.map_or("it", |known| known.id);
        let complaint = Complaint {
            message: format!(
                "{}; the other reading of {id} is in force",
                complaint.message
            ),
            ..complaint
        };
        let at = site.path.place();
        let source = site.source;
        let bytes = node.span.clone();
        out.extend(
            self.judge
                .finding_at(level, complaint, ruling, source, at, bytes),
        );
        if level != Level::Error {
            self.documented(node, documented, site, out);
        }
    }
}

/// Whether it is the reading that makes a finding: a credential is one in every reading, and so is
/// an integer that is written in an odd way.
fn depends_on_reading(draft: &Draft) -> bool {
    !matches!(
        draft.finding.rule,
        RuleId::Secret | RuleId::IntegerSpelling | RuleId::IntegerRange
    )
}

/// The first of the gravest findings that a reading makes.
fn gravest(found: &[Draft]) -> Option<&Draft> {
    let found = found.iter().filter(|draft| depends_on_reading(draft));
    // Of equally grave ones `max_by_key` takes the last.
    found.rev().max_by_key(|draft| draft.finding.severity)
}

fn is_clean(found: &[Draft]) -> bool {
    !found.iter().any(depends_on_reading)
}

fn is_passable(found: &[Draft]) -> bool {
    let mut found = found.iter();
    !found.any(|draft| draft.is_error() && draft.finding.rule != RuleId::Secret)
}
