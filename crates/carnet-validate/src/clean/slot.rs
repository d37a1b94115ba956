//! Places of values that something is asked about: by a statement about several members, or by
//! what tells replies apart.

/// So many places are noted at most.
pub(super) const MOST: usize = 16;

/// Where the values stand that were met.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slots([(u32, u32); MOST]);

impl Slots {
    pub(super) const NONE: Self = Self([(0, 0); MOST]);

    /// Notes where a value stands, in a text that has no more than `u32::MAX` bytes.
    #[inline]
    pub(super) fn note(&mut self, slot: usize, start: usize, end: usize) {
        if let (Some(place), Ok(start), Ok(end)) = (
            self.0.get_mut(slot),
            u32::try_from(start),
            u32::try_from(end),
        ) {
            *place = (start, end);
        }
    }

    #[inline]
    pub(super) fn forget(&mut self, slot: usize) {
        self.note(slot, 0, 0);
    }

    /// A value as it is written; empty where none was met.
    pub(super) fn get<'t>(&self, slot: usize, text: &'t [u8]) -> &'t [u8] {
        let (start, end) = self.0.get(slot).copied().unwrap_or_default();
        text.get(start as usize..end as usize).unwrap_or_default()
    }
}
