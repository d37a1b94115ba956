//! Credentials by name, where no Rust type holds them.

use crate::EncodeError;
use carnet_core::{Contract, Secret};
use std::collections::BTreeMap;

/// The credentials of a call, for [`encode_json`](crate::encode_json): by the names that the
/// vendor gives them, `Authorization` for the one in the header.
///
/// Where a call takes one credential only, a [`Secret`] will do.
///
/// # Example
/// ```
/// use carnet_wire::Credentials;
///
/// let credentials = Credentials::new([("apiKey", "a".into()), ("accessKey", "b".into())]);
/// assert!(!format!("{credentials:?}").contains("\"a\""));
/// ```
#[derive(Clone, Debug)]
pub struct Credentials(Given);

#[derive(Clone, Debug)]
enum Given {
    Named(BTreeMap<String, Secret>),
    /// The one there is, whatever it is called.
    Only(Secret),
}

impl Credentials {
    /// Credentials by name; of two with one name the last counts.
    pub fn new<N: Into<String>>(named: impl IntoIterator<Item = (N, Secret)>) -> Self {
        let named = named
            .into_iter()
            .map(|(name, secret)| (name.into(), secret));
        Self(Given::Named(named.collect()))
    }

    /// The names of the credentials that a call takes.
    pub fn names(contract: &Contract) -> impl Iterator<Item = &'static str> + use<> {
        let credentials = contract.parameters().filter(|it| it.credential);
        credentials.map(|parameter| parameter.name)
    }

    /// One secret for every name that the contract has, and no other.
    pub(crate) fn of<'s>(&'s self, contract: &Contract) -> Result<Taken<'s>, EncodeError> {
        let names: Vec<&'static str> = Self::names(contract).collect();
        match &self.0 {
            Given::Only(secret) => match names[..] {
                [] => Ok(Taken(Vec::new())),
                [name] => Ok(Taken(vec![(name, secret)])),
                _ => Err(EncodeError::credentials(contract.id, &names)),
            },
            Given::Named(given) => {
                let taken = names.iter().map(|&name| Some((name, given.get(name)?)));
                let taken: Option<Vec<_>> = taken.collect();
                match taken {
                    Some(taken) if taken.len() == given.len() => Ok(Taken(taken)),
                    _ => Err(EncodeError::credentials(contract.id, &names)),
                }
            }
        }
    }
}

/// The secret of every credential that a contract names.
pub(crate) struct Taken<'s>(Vec<(&'static str, &'s Secret)>);

impl Taken<'_> {
    /// The secret of this name.
    pub(crate) fn get(&self, name: &str) -> Option<&Secret> {
        let mut taken = self.0.iter();
        taken
            .find(|(taken, _)| *taken == name)
            .map(|(_, secret)| *secret)
    }
}

impl From<Secret> for Credentials {
    fn from(only: Secret) -> Self {
        Self(Given::Only(only))
    }
}

impl From<&Secret> for Credentials {
    fn from(only: &Secret) -> Self {
        only.clone().into()
    }
}

impl From<&Credentials> for Credentials {
    fn from(credentials: &Credentials) -> Self {
        credentials.clone()
    }
}
