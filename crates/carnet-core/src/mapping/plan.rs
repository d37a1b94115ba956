//! In which order a mapping is written: the vendor's.

use super::name::index;
use super::spot::{at, object_of, position};
use super::{Constant, Mapping, Origin};
use crate::json::Key;
use crate::shape::{Field, Kind, Object};
use crate::{Level, Levels};

/// One step of writing an object.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// The member's name; empty for an item.
    pub key: Key,
    /// What is written.
    pub value: Value,
}

/// What a step writes.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// The field of a link, unless it is absent.
    Field {
        /// The link.
        link: usize,
    },
    /// What the mapping sets, or the one text that a required member can have.
    Constant(Constant),
    /// An object or an array, which is left out where every field below it is absent.
    Group {
        /// Whether it is an array.
        is_array: bool,
        /// How many of the following steps are inside.
        inner: usize,
    },
}

impl Step {
    const fn new(key: &'static str, value: Value) -> Self {
        Self {
            key: Key::new(key),
            value,
        }
    }
}

const BLANK: Step = Step::new("", Value::Constant(Constant::Null));

/// The links of a mapping in the vendor's order, each with the position of every segment of its
/// path among what stands beside it. `L` is the number of links, `D` that of the longest path's
/// segments.
#[derive(Clone, Copy, Debug)]
pub struct Order<const L: usize, const D: usize> {
    links: [usize; L],
    positions: [[usize; D]; L],
}

impl<const L: usize, const D: usize> Order<L, D> {
    /// The order of a mapping's links.
    #[must_use]
    pub const fn of(mapping: &Mapping) -> Self {
        let mut order = Self {
            links: [0; L],
            positions: [[0; D]; L],
        };
        let mut link = 0;
        while link < L {
            order.positions[link] = positions(mapping, link);
            // Insertion: what is there already is in order.
            let mut at = link;
            while at > 0 && order.is_before(link, order.links[at - 1]) {
                order.links[at] = order.links[at - 1];
                at -= 1;
            }
            order.links[at] = link;
            link += 1;
        }
        order
    }

    const fn is_before(&self, one: usize, other: usize) -> bool {
        let mut i = 0;
        while i < D {
            let (one, other) = (self.positions[one][i], self.positions[other][i]);
            if one != other {
                return one < other;
            }
            i += 1;
        }
        false
    }

    /// The steps that write what is mapped; `N` is [their number](Self::steps).
    #[must_use]
    pub const fn plan<const N: usize>(&self, mapping: &Mapping) -> [Step; N] {
        let mut plan = [BLANK; N];
        self.fill(mapping, 0, 0, L, &mut plan, 0);
        plan
    }

    /// The number of steps that write what is mapped.
    #[must_use]
    pub const fn steps(&self, mapping: &Mapping) -> usize {
        self.fill(mapping, 0, 0, L, &mut [], 0)
    }

    /// Puts down what stands at a node, and returns where the next step goes. The node is what the
    /// paths of the links from `start` to `end`, in order, have in common: `depth` segments.
    const fn fill(
        &self,
        mapping: &Mapping,
        depth: usize,
        start: usize,
        end: usize,
        plan: &mut [Step],
        mut next: usize,
    ) -> usize {
        let node = Node::of(
            mapping,
            if start < end {
                mapping.links[self.links[start]].path.split_at(depth).0
            } else {
                &[]
            },
        );
        let mut fixed_to = 0;
        let mut first = start;
        while first < end {
            let link = self.links[first];
            let position = self.positions[link][depth];
            let mut behind = first + 1;
            while behind < end && self.positions[self.links[behind]][depth] == position {
                behind += 1;
            }
            if let Node::Object(object) = node {
                next = fixed_before(object, fixed_to, position, plan, next);
                fixed_to = position + 1;
            }
            let path = mapping.links[link].path;
            let key = match node {
                Node::Array => "",
                Node::Object(_) | Node::Other => path[depth],
            };
            if path.len() == depth + 1 {
                let value = match mapping.links[link].origin {
                    Origin::Field { .. } => Value::Field { link },
                    Origin::Set(constant) => Value::Constant(constant),
                };
                next = put(Step::new(key, value), plan, next);
            } else {
                let group = next;
                next = self.fill(mapping, depth + 1, first, behind, plan, group + 1);
                let value = Value::Group {
                    is_array: matches!(Node::of(mapping, path.split_at(depth + 1).0), Node::Array),
                    inner: next - group - 1,
                };
                put(Step::new(key, value), plan, group);
            }
            first = behind;
        }
        match node {
            Node::Object(object) => fixed_before(object, fixed_to, object.fields.len(), plan, next),
            Node::Array | Node::Other => next,
        }
    }
}

/// The position of every segment of a link's path: of a member among the object's, of an item its
/// number. What no contract knows comes last, in the order of the fields.
const fn positions<const D: usize>(mapping: &Mapping, link: usize) -> [usize; D] {
    let mut positions = [0; D];
    let path = mapping.links[link].path;
    let mut depth = 0;
    while depth < path.len() && depth < D {
        positions[depth] = match Node::of(mapping, path.split_at(depth).0) {
            Node::Object(object) => {
                let position = position(object, path[depth]);
                if position == object.fields.len() {
                    position + first_alike(mapping, link, depth)
                } else {
                    position
                }
            }
            Node::Array => match index(path[depth]) {
                Some(number) => number,
                None => 0,
            },
            Node::Other => first_alike(mapping, link, depth),
        };
        depth += 1;
    }
    positions
}

/// The first link whose path is the same up to a depth.
const fn first_alike(mapping: &Mapping, link: usize, depth: usize) -> usize {
    let node = mapping.links[link].path.split_at(depth + 1).0;
    let mut i = 0;
    while i < link && !super::name::begins(mapping.links[i].path, node) {
        i += 1;
    }
    i
}

/// What a path leads to that goes on.
#[derive(Clone, Copy)]
enum Node {
    Object(&'static Object),
    Array,
    /// Members of any name.
    Other,
}

impl Node {
    const fn of(mapping: &Mapping, path: &[&str]) -> Self {
        if path.is_empty() {
            return Self::Object(mapping.object);
        }
        match at(mapping.object, path) {
            Some(spot) => match (object_of(spot.shape), spot.shape.kind) {
                (Some(object), _) => Self::Object(object),
                (None, Kind::Array(_)) => Self::Array,
                (None, _) => Self::Other,
            },
            None => Self::Other,
        }
    }
}

/// Puts down the members from one position up to another that need not be mapped.
const fn fixed_before(
    object: &'static Object,
    from: usize,
    to: usize,
    plan: &mut [Step],
    mut next: usize,
) -> usize {
    let mut i = from;
    while i < to && i < object.fields.len() {
        let field = &object.fields[i];
        if let Some(text) = fixed(field) {
            let value = Value::Constant(Constant::Text(text));
            next = put(Step::new(field.name, value), plan, next);
        }
        i += 1;
    }
    next
}

/// The one text that a required member can have: what the contract fixes need not be mapped.
pub(super) const fn fixed(field: &Field) -> Option<&'static str> {
    let Levels { strict, lenient } = field.required.levels;
    match field.shape.kind {
        Kind::Enum(list)
            if list.values.len() == 1
                && !(matches!(strict, Level::Allow) && matches!(lenient, Level::Allow)) =>
        {
            Some(list.values[0])
        }
        _ => None,
    }
}

const fn put(step: Step, plan: &mut [Step], at: usize) -> usize {
    if at < plan.len() {
        plan[at] = step;
    }
    at + 1
}
