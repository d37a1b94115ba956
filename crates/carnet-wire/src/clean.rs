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

/// What is kept of an operation to tell so. `None` where nothing is: making a pass takes longer than
/// to explain a text.
pub(crate) fn pass(
    kept: Option<&'static Kept>,
    contract: &Contract,
    artifact: Artifact,
    profile: Profile,
) -> Option<&'static CleanPass> {
    let slot = kept?.get::<Passes>()?.slot(artifact, profile)?;
    let make = || CleanPass::new(contract, artifact, &settings(artifact, profile));
    Some(slot.get_or_init(make))
}
