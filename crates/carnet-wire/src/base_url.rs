//! Where an operation is served.

use carnet_core::Contract;
use http::Uri;
use std::fmt;

/// The scheme, host and path prefix under which a vendor serves its API.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BaseUrl(Option<String>);

impl BaseUrl {
    /// The base that the vendor documents, for operations whose URL leaves nothing to the caller.
    #[must_use]
    pub const fn documented() -> Self {
        Self(None)
    }

    /// A base of one's own: `https://api.example.com`, or a host alone, which means `https`.
    ///
    /// # Errors
    /// [`BadBaseUrl`], when it is no `http` or `https` URL, when it has a query, a fragment or
    /// user information, or when a placeholder such as `{{base_url}}` was left in it.
    ///
    /// # Example
    /// ```
    /// use carnet_wire::BaseUrl;
    ///
    /// assert!(BaseUrl::new("https://api.example.com/").is_ok());
    /// assert_eq!(BaseUrl::new("api.example.com"), BaseUrl::new("https://api.example.com"));
    /// assert!(BaseUrl::new("https://{{base_url}}").is_err());
    /// ```
    pub fn new(base: &str) -> Result<Self, BadBaseUrl> {
        let bad = |why| BadBaseUrl(Wrong::Given(base.to_owned(), why));
        let url = match base.split_once("://") {
            Some(("http" | "https", _)) => base.to_owned(),
            Some(_) => return Err(bad("its scheme is neither http nor https")),
            None => format!("https://{base}"),
        };
        if url.contains(['{', '}']) {
            return Err(bad("a placeholder is left in it"));
        }
        if url.contains(['?', '#']) {
            return Err(bad("it has a query or a fragment"));
        }
        let uri: Uri = url.parse().map_err(|_| bad("it is no URL"))?;
        match uri.authority() {
            Some(authority) if authority.as_str().contains('@') => {
                // What stands there may be a password, so the message leaves it out.
                let host = authority.as_str().rsplit('@').next().unwrap_or_default();
                let shown = format!("…@{host}");
                Err(BadBaseUrl(Wrong::Given(shown, "it has user information")))
            }
            Some(authority) if !authority.host().is_empty() => {
                Ok(Self(Some(url.trim_end_matches('/').to_owned())))
            }
            _ => Err(bad("it has no host")),
        }
    }

    /// The URL of an operation under this base.
    pub(crate) fn url_of(&self, contract: &Contract) -> Result<String, BadBaseUrl> {
        let (base, path) = parts_of(contract.url);
        let url = match &self.0 {
            Some(base) => format!("{base}{path}"),
            None if base.contains('{') => return Err(BadBaseUrl(Wrong::Missing(base))),
            None => contract.url.to_owned(),
        };
        if path.contains('{') || url.parse::<Uri>().is_err() {
            return Err(BadBaseUrl(Wrong::Path(contract.url)));
        }
        Ok(url)
    }
}

/// The base and the path of a URL template: what follows the host is the path.
fn parts_of(template: &str) -> (&str, &str) {
    let host = template.find("://").map_or(0, |scheme| scheme + 3);
    match template[host..].find('/') {
        Some(path) => template.split_at(host + path),
        None => (template, ""),
    }
}

/// A base URL that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadBaseUrl(Wrong);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Wrong {
    /// The caller's own, and what is wrong with it.
    Given(String, &'static str),
    /// There is none, and the vendor's depends on the account.
    Missing(&'static str),
    /// What follows the base leaves something to the caller, and nothing can say what.
    Path(&'static str),
}

impl fmt::Display for BadBaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Wrong::Given(base, why) => write!(f, "`{base}` is no base URL: {why}"),
            Wrong::Missing(documented) => write!(
                f,
                "the host depends on your account: give the base URL that stands for `{documented}`"
            ),
            Wrong::Path(template) => write!(f, "the documented URL `{template}` is no URL"),
        }
    }
}

impl std::error::Error for BadBaseUrl {}
