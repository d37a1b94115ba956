//! Credentials leave here as stars: the only door between a finding and whoever shows it.

use carnet_core::Finding;
use carnet_validate::masked::Masked;
use std::ops::Deref;

/// A finding that shows no credential of the texts it was made from.
///
/// Renderers never see a text, only excerpts of a [`Masked`] one, and no [`Finding`], only these,
/// which are made nowhere else.
#[derive(Clone, Debug)]
pub(crate) struct Shown(Finding);

impl Shown {
    /// Masks the credentials of these texts: everything that the finding can quote.
    pub(crate) fn new(mut finding: Finding, texts: &[&Masked<'_>]) -> Self {
        for text in texts {
            text.hide_in(&mut finding);
        }
        Self(finding)
    }
}

impl Deref for Shown {
    type Target = Finding;

    fn deref(&self) -> &Finding {
        &self.0
    }
}
