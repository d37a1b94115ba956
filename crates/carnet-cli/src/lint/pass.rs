//! What spares clean texts the explaining: the validator's clean pass, made once for many of them.

use crate::against::Against;
use crate::target::{Form, Target};
use carnet_core::{Artifact, Contract};
use carnet_validate::{CleanPass, Settings};
use std::sync::Arc;

/// Which of the texts of a target are looked through before they are explained.
#[derive(Clone, Debug)]
pub(super) enum Sieve {
    /// None: a schema of one's own has no clean pass.
    Open,
    /// All, by the same pass.
    Pass(Arc<CleanPass>),
    /// Recorded calls: each text by a pass of its own operation.
    Recorded,
}

impl Sieve {
    /// Whether it is certain that nothing is found in a text of the target itself.
    pub(super) fn is_clean(&self, text: &[u8]) -> bool {
        matches!(self, Self::Pass(pass) if pass.is_clean(text))
    }
}

/// Clean passes, of which the last one is kept: texts of a sort mostly come one after the other.
#[derive(Debug, Default)]
pub(super) struct Passes {
    last: Option<Known>,
    /// Every text is explained, as if none were clean.
    is_off: bool,
}

/// A pass and what it was made of.
#[derive(Debug)]
struct Known {
    contract: &'static Contract,
    artifact: Artifact,
    settings: Settings,
    pass: Arc<CleanPass>,
}

impl Passes {
    /// None at all, to see that they change nothing.
    #[cfg(all(test, feature = "vendors"))]
    pub(super) const fn off() -> Self {
        Self {
            last: None,
            is_off: true,
        }
    }

    /// What the texts of a target are looked through by.
    pub(super) fn sieve(&mut self, target: &Target) -> Sieve {
        match (&target.against, target.form) {
            _ if self.is_off => Sieve::Open,
            (_, Form::Recorded(_)) => Sieve::Recorded,
            (Against::Operation(contract), _) => {
                Sieve::Pass(self.pass(contract, target.artifact, &target.settings))
            }
            (Against::Schema(_) | Against::Calls(_), _) => Sieve::Open,
        }
    }

    /// The pass for texts like this one.
    pub(super) fn pass(
        &mut self,
        contract: &'static Contract,
        artifact: Artifact,
        settings: &Settings,
    ) -> Arc<CleanPass> {
        let last = self.last.as_ref().filter(|last| {
            std::ptr::eq(last.contract, contract)
                && last.artifact == artifact
                && last.settings == *settings
        });
        if let Some(last) = last {
            return Arc::clone(&last.pass);
        }
        let pass = Arc::new(CleanPass::new(contract, artifact, settings));
        self.last = Some(Known {
            contract,
            artifact,
            settings: settings.clone(),
            pass: Arc::clone(&pass),
        });
        pass
    }
}
