//! Places of values that something is asked about: by a statement about several members, or by
//! what tells replies apart.

/// So many places are noted, one of which nobody asks about.
const COUNT: usize = 16;

/// Which of the places that are noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot(u8);

impl Slot {
    /// That of values which nobody asks about: to note them too takes less than to ask whether
    /// anybody does.
    pub(super) const NOBODYS: Self = Self(0);

    /// The one after it, if there is one.
    pub(super) fn next(self) -> Option<Self> {
        let next = self.0 + 1;
        (usize::from(next) < COUNT).then_some(Self(next))
    }

    /// Whether anybody asks about it.
    pub(super) fn is_asked(self) -> bool {
        self != Self::NOBODYS
    }
}

/// Where the values stand that were met.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slots([(u32, u32); COUNT]);

impl Slots {
    pub(super) const NONE: Self = Self([(0, 0); COUNT]);

    /// Notes where a value stands, in a text that has no more than `u32::MAX` bytes.
    #[inline(always)]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the text has no more bytes"
    )]
    pub(super) fn note(&mut self, slot: Slot, start: usize, end: usize) {
        self.0[usize::from(slot.0) % COUNT] = (start as u32, end as u32);
    }

    #[inline]
    pub(super) fn forget(&mut self, slot: Slot) {
        self.note(slot, 0, 0);
    }

    /// A value as it is written; empty where none was met.
    pub(super) fn get<'t>(&self, slot: Slot, text: &'t str) -> &'t str {
        let (start, end) = self.0[usize::from(slot.0) % COUNT];
        text.get(start as usize..end as usize).unwrap_or_default()
    }
}
