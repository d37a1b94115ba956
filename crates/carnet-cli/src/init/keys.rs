//! How many of the keys of a payload a contract knows: what tells one operation from another.

use carnet_core::Shape;
use carnet_core::shape::{Kind, Object};
use carnet_validate::tree::{Node, NodeKind};
use std::ops::AddAssign;

/// Keys that were looked at, and those of them that the contract knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Keys {
    pub(super) known: usize,
    pub(super) all: usize,
}

impl AddAssign for Keys {
    fn add_assign(&mut self, other: Self) {
        self.known += other.known;
        self.all += other.all;
    }
}

impl Keys {
    /// The keys of a value beside a shape. Follows the value, so that a shape that refers to itself
    /// has an end.
    pub(super) fn of(node: &Node<'_>, shape: &Shape) -> Self {
        let mut keys = Self::default();
        match (shape.kind, &node.kind) {
            (Kind::Object(object), NodeKind::Object(_)) => keys = members(node, object),
            (Kind::Array(items), NodeKind::Array(nodes)) => {
                for node in nodes {
                    keys += Self::of(node, &items.shape);
                }
            }
            (Kind::Map(map), NodeKind::Object(members)) => {
                for member in members {
                    keys += Self::of(&member.value, &map.value);
                }
            }
            (Kind::Union(union), _) => {
                let variants = union.variants.iter();
                let all = variants.map(|variant| Self::of(node, &variant.shape));
                keys = all.max_by_key(|keys| keys.known).unwrap_or_default();
            }
            // Keys where the contract has none, or another type.
            (Kind::Any, _) => {}
            (_, NodeKind::Object(members)) => keys.all = members.len(),
            _ => {}
        }
        keys
    }

    /// Whether the contract knows most of them.
    pub(super) const fn are_mostly_known(self) -> bool {
        self.known * 2 > self.all
    }
}

fn members(node: &Node<'_>, object: &Object) -> Keys {
    let mut keys = Keys::default();
    for member in node.members() {
        keys.all += 1;
        let is_called = |name: &str| name.eq_ignore_ascii_case(member.key.trim());
        let field = object.fields.iter().find(|field| {
            is_called(field.name) || field.aliases.iter().any(|alias| is_called(alias.name))
        });
        if let Some(field) = field {
            keys.known += 1;
            keys += Keys::of(&member.value, &field.shape);
        } else if let Some(dynamic) = object.dynamic {
            // Its key is a value of the payload, and says nothing about the operation.
            keys.all -= 1;
            keys += Keys::of(&member.value, &dynamic.shape);
        }
    }
    keys
}
