//! The clean passes over one artifact: each made when it is first asked for.

use crate::make::statuses;
use carnet_core::{Artifact, Contract, Profile};
use carnet_validate::{CleanPass, Context, Settings};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The clean pass for each profile and every HTTP status that texts are made with.
pub(crate) struct Passes<'c> {
    contract: &'c Contract,
    artifact: Artifact,
    kept: BTreeMap<(Profile, Option<u16>), OnceLock<CleanPass>>,
}

impl<'c> Passes<'c> {
    pub(crate) fn new(contract: &'c Contract, artifact: Artifact) -> Self {
        let keys = statuses(contract, artifact).into_iter();
        let keys = keys.flat_map(|status| Profile::ALL.map(|profile| (profile, status)));
        Self {
            contract,
            artifact,
            kept: keys.map(|key| (key, OnceLock::new())).collect(),
        }
    }

    /// Whether the pass for these settings calls a text clean.
    pub(crate) fn is_clean(&self, text: &[u8], settings: &Settings) -> bool {
        let make = || CleanPass::new(self.contract, self.artifact, settings);
        match self.slot(settings) {
            Some(slot) => slot.get_or_init(make).is_clean(text),
            None => make().is_clean(text),
        }
    }

    /// Where the pass for these settings is kept; `None` where they have more than a profile and a
    /// status.
    fn slot(&self, settings: &Settings) -> Option<&OnceLock<CleanPass>> {
        let http_status = settings.context.http_status;
        let plain = Settings {
            profile: settings.profile,
            context: Context {
                http_status,
                ..Context::default()
            },
            ..Settings::default()
        };
        self.kept
            .get(&(settings.profile, http_status))
            .filter(|_| *settings == plain)
    }
}
