//! The keys of an object: whether one stands there twice, and which field each is the name of.
//!
//! Nothing is kept from one object to the next. What is looked up in order is found at once, and
//! only an object with many fields that are not in order is worth an index.

use crate::tree::Member;
use carnet_core::shape::Field;

/// Few enough keys, or fields, to be gone through.
const FEW: usize = 32;

/// How often the fields are gone through before an index of them is made.
const MOST_TURNS: usize = 4;

/// Whether no key stands there twice; that is not said of all where it is so.
pub(crate) fn are_distinct(members: &[Member<'_>]) -> bool {
    if members.len() > FEW {
        let mut prints: Vec<u64> = members.iter().map(|member| print(&member.key)).collect();
        prints.sort_unstable();
        return prints.array_windows().all(|[one, next]| one != next);
    }
    let mut seen = [0_u64; 16];
    members.iter().enumerate().all(|(index, member)| {
        let glance = glance(&member.key);
        let (word, bit) = (&mut seen[glance / 64 % 16], 1 << (glance % 64));
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new || members[..index].iter().all(|other| other.key != member.key)
    })
}

/// Looks for the fields of an object, the one behind the last that was found being the next.
#[derive(Debug)]
pub(crate) struct Fields {
    all: &'static [Field],
    next: usize,
    /// How many fields were looked at.
    looks: usize,
    /// The prints of all names, in order, with their fields.
    index: Vec<(u64, usize)>,
}

impl Fields {
    pub(crate) const fn of(fields: &'static [Field]) -> Self {
        Self {
            all: fields,
            next: 0,
            looks: 0,
            index: Vec::new(),
        }
    }

    /// The field that has this name.
    pub(crate) fn find(&mut self, name: &str) -> Option<&'static Field> {
        self.find_index(name).map(|index| &self.all[index])
    }

    /// Which field has this name.
    #[inline]
    pub(crate) fn find_index(&mut self, name: &str) -> Option<usize> {
        let next = self.all.get(self.next);
        if next.is_some_and(|next| next.name == name) {
            self.next += 1;
            return Some(self.next - 1);
        }
        self.find_elsewhere(name)
    }

    fn find_elsewhere(&mut self, name: &str) -> Option<usize> {
        let found = if self.all.len() <= FEW || self.looks <= MOST_TURNS * self.all.len() {
            self.go_through(name)
        } else {
            self.look_up(name)
        };
        self.next = found.map_or(self.next, |found| found + 1);
        found
    }

    fn go_through(&mut self, name: &str) -> Option<usize> {
        let (before, behind) = self.all.split_at(self.next);
        let is_it = |field: &Field| field.name == name;
        if let Some(distance) = behind.iter().position(is_it) {
            self.looks += distance;
            return Some(self.next + distance);
        }
        let found = before.iter().position(is_it);
        self.looks += behind.len() + found.unwrap_or(before.len());
        found
    }

    fn look_up(&mut self, name: &str) -> Option<usize> {
        if self.index.is_empty() {
            let prints = self.all.iter().map(|field| print(field.name));
            self.index = prints.zip(0..).collect();
            self.index.sort_unstable();
        }
        let print = print(name);
        let first = self.index.partition_point(|(other, _)| *other < print);
        let alike = self.index[first..].iter();
        alike
            .take_while(|(other, _)| *other == print)
            .find(|(_, field)| self.all[*field].name == name)
            .map(|(_, field)| *field)
    }
}

/// A number that two keys seldom have in common: enough among few.
#[inline]
fn glance(key: &str) -> usize {
    let bytes = key.as_bytes();
    let byte = |at: usize| usize::from(bytes.get(at).copied().unwrap_or_default());
    let length = bytes.len();
    57 * length + 5 * byte(0) + 19 * byte(length / 2) + 11 * byte(length.wrapping_sub(1))
}

/// A number that different keys rarely have in common.
fn print(key: &str) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mix = |print: u64, word: u64| (print.rotate_left(5) ^ word).wrapping_mul(ODD);
    let mut print = key.len() as u64;
    let mut rest = key.as_bytes();
    while let Some((word, behind)) = rest.split_first_chunk() {
        print = mix(print, u64::from_le_bytes(*word));
        rest = behind;
    }
    let tail = match key.as_bytes().last_chunk() {
        // It overlaps what was mixed in already.
        Some(tail) => u64::from_le_bytes(*tail),
        None => rest
            .iter()
            .fold(0, |tail, &byte| tail << 8 | u64::from(byte)),
    };
    let print = mix(print, tail);
    print ^ print >> 32
}

#[cfg(test)]
mod tests {
    use super::{Fields, are_distinct};
    use crate::tree;
    use carnet_core::shape::Field;
    use carnet_core::{Kind, Ruling, Shape, Source};

    fn fields(count: usize) -> &'static [Field] {
        let field = |number: usize| Field {
            name: format!("field_{number:04}").leak(),
            description: "",
            shape: Shape::of(Kind::Integer),
            required: Ruling::ALLOW,
            null: None,
            empty: Ruling::ALLOW,
            undocumented: Ruling::ALLOW,
            aliases: &[],
            source: Source::section(""),
            see: &[],
        };
        (0..count).map(field).collect::<Vec<_>>().leak()
    }

    #[test]
    fn every_field_is_found_in_any_order() {
        for count in [0, 1, 2, 10, 33, 500] {
            let all = fields(count);
            let mut in_order = Fields::of(all);
            let mut backwards = Fields::of(all);
            for index in 0..count {
                assert_eq!(in_order.find_index(all[index].name), Some(index));
                assert_eq!(in_order.find_index("field"), None);
                let index = count - 1 - index;
                assert_eq!(backwards.find_index(all[index].name), Some(index));
            }
        }
    }

    #[test]
    fn a_key_that_stands_twice_is_noticed() {
        for count in [2, 3, 32, 33, 200] {
            let keys: Vec<_> = fields(count).iter().map(|field| field.name).collect();
            for (first, second) in [(0, count - 1), (count / 2, count - 1), (0, 1)] {
                let mut twice = keys.clone();
                twice[second] = keys[first];
                for (keys, expected) in [(&keys, true), (&twice, first == second)] {
                    let members = keys.iter().map(|key| format!("\"{key}\":1"));
                    let members: Vec<_> = members.collect();
                    let text = format!("{{{}}}", members.join(","));
                    let root = tree::parse(text.as_bytes()).root.unwrap();
                    assert_eq!(are_distinct(root.members()), expected, "{text}");
                }
            }
        }
    }
}
