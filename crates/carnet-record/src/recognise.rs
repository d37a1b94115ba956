//! Which operation of a catalog a request is.
//!
//! Method, host and path decide; where several operations share them, the parameters do.

mod address;
mod member;
mod word;

use crate::exchange::Request;
use address::{Address, HostFit};
use carnet_core::{Contract, RuleId};
use member::Members;
use std::fmt;

/// Which operation a request is.
#[derive(Clone, Debug)]
pub enum Recognised {
    /// This one.
    Contract(&'static Contract),
    /// Any of these: method, host and path fit all of them, and the parameters do not decide.
    Ambiguous(Vec<&'static Contract>),
    /// None; these come nearest, all as near.
    Unknown(Vec<NearMiss>),
}

/// An operation that a request nearly is.
#[derive(Clone, Copy, Debug)]
pub struct NearMiss {
    /// The operation.
    pub contract: &'static Contract,
    /// What does not fit.
    pub difference: Difference,
}

/// What of a request does not fit an operation, when the rest does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// A parameter that has one value only has another.
    Parameter(&'static str),
    /// The method.
    Method,
    /// The host.
    Host,
    /// The path.
    Path,
}

impl Recognised {
    /// The operation, if it is one.
    #[must_use]
    pub const fn contract(&self) -> Option<&'static Contract> {
        match self {
            Self::Contract(contract) => Some(contract),
            Self::Ambiguous(_) | Self::Unknown(_) => None,
        }
    }
}

/// The reason, in one sentence without a full stop: `method and path fit acme.ping.send, the host
/// does not`.
impl fmt::Display for Recognised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let misses = match self {
            Self::Contract(contract) => return write!(f, "this is {}", contract.id),
            Self::Ambiguous(contracts) => {
                let ids = list(contracts.iter().map(|contract| contract.id));
                return write!(f, "this may be {ids}: the parameters do not decide");
            }
            Self::Unknown(misses) => misses,
        };
        let Some(first) = misses.first() else {
            return f.write_str("no operation of the catalog has this host or path");
        };
        let ids = list(misses.iter().map(|miss| miss.contract.id));
        match first.difference {
            Difference::Parameter(name) => write!(
                f,
                "method, host and path fit {ids}, the value of `{name}` does not"
            ),
            Difference::Method => write!(f, "host and path fit {ids}, the method does not"),
            Difference::Host => write!(f, "method and path fit {ids}, the host does not"),
            Difference::Path => write!(f, "the host fits {ids}, the path does not"),
        }
    }
}

fn list<'i>(ids: impl Iterator<Item = &'i str>) -> String {
    ids.collect::<Vec<_>>().join(" or ")
}

/// How well a contract fits a request.
struct Fit {
    contract: &'static Contract,
    method: bool,
    path: bool,
    host: Option<HostFit>,
}

/// Which operation of `catalog` a request is.
///
/// The case of the host, its port, user and scheme, a trailing slash and percent-encoding in the
/// path do not matter; a host that is a variable fits every contract. Where a contract rules that
/// another host or method is a finding rather than another call, that host or method fits.
///
/// # Example
/// ```
/// use carnet_record::{Format, Recognised, read, recognise};
/// use carnet_vendors::CATALOG;
///
/// let file = b"POST https://api.apptivo.com/app/dao/v6/customers?a=save&customerData={}\n\
///              POST https://api.apptivo.example/app/dao/v6/customers?a=save\n\
///              PUT https://api.aptania.com/services/createAccount\n";
/// let said: Vec<_> = read(Format::UrlList, file)
///     .exchanges
///     .iter()
///     .filter_map(|exchange| exchange.request.as_ref())
///     .map(|request| recognise(CATALOG, request).to_string())
///     .collect();
/// assert_eq!(said[0], "this is apptivo.customer.create");
/// assert_eq!(
///     said[1],
///     "method and path fit apptivo.customer.create, the host does not",
/// );
/// assert_eq!(said[2], "host and path fit aptania.account.create, the method does not");
/// ```
#[must_use]
pub fn recognise(catalog: &[&'static Contract], request: &Request<'_>) -> Recognised {
    let url = request.url.to_text();
    let address = Address::read(&url);
    let method = request.method();
    let fits: Vec<Fit> = catalog
        .iter()
        .map(|contract| Fit {
            contract,
            method: method
                .as_deref()
                .is_none_or(|method| takes(contract, method)),
            path: address.has_path_of(contract),
            host: address.has_host_of(contract),
        })
        .collect();
    let whole = |fit: &&Fit| fit.method && fit.path && fit.host.is_some();
    let best = fits.iter().filter(whole).map(|fit| fit.host).max();
    let Some(best) = best else {
        return Recognised::Unknown(nearest(&fits, request));
    };
    let candidates = fits.iter().filter(whole).filter(|fit| fit.host == best);
    let candidates: Vec<_> = candidates.map(|fit| fit.contract).collect();
    decide(&candidates, &Members::of(request))
}

/// Whether a contract takes a method: its own, or another that it rules upon.
fn takes(contract: &Contract, method: &str) -> bool {
    let ruled = contract.request.text.iter();
    let mut ruled = ruled.filter(|ruling| ruling.rule == RuleId::Method);
    contract.method == method || ruled.any(|ruling| ruling.words.contains(&method))
}

/// Decides among operations with one address by what the request holds.
fn decide(candidates: &[&'static Contract], members: &Members<'_>) -> Recognised {
    let refused = candidates.iter().map(|contract| {
        let name = members.refused_by(contract);
        (*contract, name)
    });
    let refused: Vec<_> = refused.collect();
    let left = refused.iter().filter(|(_, name)| name.is_none());
    let left: Vec<_> = left.map(|(contract, _)| *contract).collect();
    match left[..] {
        [] => {
            let misses = refused.iter().filter_map(|(contract, name)| {
                let difference = Difference::Parameter((*name)?);
                Some(NearMiss {
                    contract,
                    difference,
                })
            });
            return Recognised::Unknown(misses.collect());
        }
        [only] => return Recognised::Contract(only),
        _ => {}
    }
    if members.is_empty() {
        return Recognised::Ambiguous(left);
    }
    let scores = left.iter().map(|contract| members.against(contract, &left));
    let scores: Vec<_> = scores.collect();
    let least = scores.iter().min();
    let kept = left.iter().zip(&scores);
    let kept = kept.filter(|(_, score)| Some(*score) == least);
    let kept: Vec<_> = kept.map(|(contract, _)| *contract).collect();
    match kept[..] {
        [only] => Recognised::Contract(only),
        _ => match word::decide(&kept, members) {
            Some(contract) => Recognised::Contract(contract),
            None => Recognised::Ambiguous(kept),
        },
    }
}

/// The operations that miss by the least. Where the parameters tell which of them is meant, that
/// one alone.
fn nearest(fits: &[Fit], request: &Request<'_>) -> Vec<NearMiss> {
    let difference = |fit: &Fit| match (fit.method, fit.path, fit.host) {
        (false, true, Some(_)) => Some(Difference::Method),
        (true, true, None) => Some(Difference::Host),
        (_, false, Some(HostFit::Documented)) => Some(Difference::Path),
        _ => None,
    };
    let found = fits
        .iter()
        .filter_map(|fit| Some((difference(fit)?, fit.contract)));
    let found: Vec<_> = found.collect();
    let Some(least) = found.iter().map(|(difference, _)| *difference).min() else {
        return Vec::new();
    };
    let found = found.iter().filter(|(difference, _)| *difference == least);
    let mut contracts: Vec<_> = found.map(|(_, contract)| *contract).collect();
    if least != Difference::Path
        && let Recognised::Contract(one) = decide(&contracts, &Members::of(request))
    {
        contracts = vec![one];
    }
    let miss = |contract| NearMiss {
        contract,
        difference: least,
    };
    contracts.into_iter().map(miss).collect()
}
