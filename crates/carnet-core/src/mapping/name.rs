//! Names, compared at compile time.

use crate::shape::Object;

/// Whether two texts are the same.
pub(super) const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut i = 0;
    while i < one.len() {
        if one[i] != other[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// Whether `path` begins with all of `start`.
pub(super) const fn begins(path: &[&str], start: &[&str]) -> bool {
    if path.len() < start.len() {
        return false;
    }
    let mut i = 0;
    while i < start.len() {
        if path[i].len() != start[i].len() || !same(path[i], start[i]) {
            return false;
        }
        i += 1;
    }
    true
}

/// The place of an item in an array, where a segment of a path is one.
pub(super) const fn index(segment: &str) -> Option<usize> {
    let bytes = segment.as_bytes();
    if bytes.is_empty() || bytes.len() > 4 || (bytes[0] == b'0' && bytes.len() > 1) {
        return None;
    }
    let mut index = 0;
    let mut i = 0;
    while i < bytes.len() {
        if !bytes[i].is_ascii_digit() {
            return None;
        }
        index = index * 10 + (bytes[i] - b'0') as usize;
        i += 1;
    }
    Some(index)
}

/// The known member that the first of the names of a path was probably meant to be: its own alias,
/// the nearest name, or one with dots that part no names.
pub(super) const fn meant(names: &[&str], object: &Object) -> Option<&'static str> {
    let name = names[0];
    let found = Folded::of(name);
    let mut best = None;
    let mut least = usize::MAX;
    let mut i = 0;
    while i < object.fields.len() {
        let field = &object.fields[i];
        if is_joined(field.name, names) {
            return Some(field.name);
        }
        let mut j = 0;
        while j < field.aliases.len() {
            if same(field.aliases[j].name, name) {
                return Some(field.name);
            }
            j += 1;
        }
        if let Some(distance) = found.slip(&Folded::of(field.name))
            && distance < least
        {
            least = distance;
            best = Some(field.name);
        }
        i += 1;
    }
    best
}

/// Whether a name is that of these, with dots between them.
const fn is_joined(name: &str, names: &[&str]) -> bool {
    let name = name.as_bytes();
    let mut at = 0;
    let mut i = 0;
    while i < names.len() {
        if i > 0 {
            if at >= name.len() || name[at] != b'.' {
                return false;
            }
            at += 1;
        }
        let part = names[i].as_bytes();
        let mut j = 0;
        while j < part.len() {
            if at >= name.len() || name[at] != part[j] {
                return false;
            }
            at += 1;
            j += 1;
        }
        i += 1;
    }
    at == name.len()
}

/// The letters and digits of a name in lower case, so that `firstName` and `first_name` are one.
struct Folded {
    bytes: [u8; Self::LONGEST],
    length: usize,
}

impl Folded {
    /// What is longer is compared by its beginning.
    const LONGEST: usize = 40;

    const fn of(name: &str) -> Self {
        let bytes = name.as_bytes();
        let mut folded = Self {
            bytes: [0; Self::LONGEST],
            length: 0,
        };
        let mut i = 0;
        while i < bytes.len() && folded.length < Self::LONGEST {
            if bytes[i].is_ascii_alphanumeric() || !bytes[i].is_ascii() {
                folded.bytes[folded.length] = bytes[i].to_ascii_lowercase();
                folded.length += 1;
            }
            i += 1;
        }
        folded
    }

    /// How far a candidate is away, where it is near enough to be a likely slip, or continues this.
    const fn slip(&self, candidate: &Self) -> Option<usize> {
        let limit = if self.length < 6 { 1 } else { self.length / 3 };
        let distance = self.distance(candidate);
        if distance <= limit || self.continues_as(candidate) {
            Some(distance)
        } else {
            None
        }
    }

    const fn continues_as(&self, candidate: &Self) -> bool {
        if self.length < 3 || self.length > candidate.length {
            return false;
        }
        let mut i = 0;
        while i < self.length {
            if self.bytes[i] != candidate.bytes[i] {
                return false;
            }
            i += 1;
        }
        true
    }

    /// Number of letters to insert, delete, replace, or swap with their neighbour.
    const fn distance(&self, other: &Self) -> usize {
        const WIDTH: usize = Folded::LONGEST + 1;
        let mut rows = [[0_usize; WIDTH]; 3];
        let mut j = 0;
        while j <= other.length {
            rows[0][j] = j;
            j += 1;
        }
        let mut i = 0;
        while i < self.length {
            // The newest row is the first; the two before it follow.
            rows = [[0; WIDTH], rows[0], rows[1]];
            rows[0][0] = i + 1;
            let mut j = 0;
            while j < other.length {
                let differs = self.bytes[i] != other.bytes[j];
                let mut best = rows[1][j] + differs as usize;
                best = smaller(best, rows[1][j + 1] + 1);
                best = smaller(best, rows[0][j] + 1);
                if i > 0
                    && j > 0
                    && self.bytes[i] == other.bytes[j - 1]
                    && self.bytes[i - 1] == other.bytes[j]
                {
                    best = smaller(best, rows[2][j - 1] + 1);
                }
                rows[0][j + 1] = best;
                j += 1;
            }
            i += 1;
        }
        rows[0][other.length]
    }
}

const fn smaller(one: usize, other: usize) -> usize {
    if one < other { one } else { other }
}

#[cfg(test)]
mod tests {
    use super::{Folded, index};

    #[test]
    fn distances() {
        for (one, other, distance) in [
            ("nmae", "name", 1),
            ("Name", "na_me", 0),
            ("kitten", "sitting", 3),
            ("", "abc", 3),
            ("contact_person", "contact_persons", 1),
        ] {
            assert_eq!(
                Folded::of(one).distance(&Folded::of(other)),
                distance,
                "{one} {other}"
            );
        }
    }

    #[test]
    fn places_of_items_are_written_as_pointers_have_them() {
        for (segment, place) in [
            ("0", Some(0)),
            ("12", Some(12)),
            ("01", None),
            ("-", None),
            ("", None),
            ("12345", None),
        ] {
            assert_eq!(index(segment), place, "{segment}");
        }
    }
}
