//! Whether a text may go to the vendor as it is: what most are, told at once.

use crate::message::settings;
use carnet_core::operation::Kept;
use carnet_core::{Artifact, Contract, Profile};
use carnet_validate::CleanPass;
use std::sync::OnceLock;

/// The clean passes of an operation's request, each made when it is first asked for.
#[derive(Debug, Default)]
struct Passes {
    body: OfProfiles,
    url: OfProfiles,
    form: OfProfiles,
}

#[derive(Debug, Default)]
struct OfProfiles {
    strict: OnceLock<CleanPass>,
    lenient: OnceLock<CleanPass>,
}

impl Passes {
    fn slot(&self, artifact: Artifact, profile: Profile) -> Option<&OnceLock<CleanPass>> {
        let profiles = match artifact {
            Artifact::RequestBody => &self.body,
            Artifact::RequestUrl => &self.url,
            Artifact::RequestForm => &self.form,
            Artifact::ReplyBody => return None,
        };
        Some(match profile {
            Profile::Strict => &profiles.strict,
            Profile::Lenient => &profiles.lenient,
        })
    }
}

/// Whether there is certainly nothing to say about a text on its way to the vendor. `false` where
/// nothing is kept: making a pass takes longer than to explain a text.
pub(crate) fn is_clean(
    kept: Option<&'static Kept>,
    contract: &Contract,
    artifact: Artifact,
    profile: Profile,
    text: &[u8],
) -> bool {
    let passes = kept.and_then(Kept::get::<Passes>);
    let Some(slot) = passes.and_then(|passes| passes.slot(artifact, profile)) else {
        return false;
    };
    let make = || CleanPass::new(contract, artifact, &settings(artifact, profile));
    slot.get_or_init(make).is_clean(text)
}
