//! Gets documents of the network, and bounds what that may cost.

use carnet_cli::Network;
use std::sync::Arc;
use std::time::Duration;
use ureq::{Agent, Error};

/// The most bytes of a document.
const SIZE: u64 = 16 << 20;
/// The most time for a document, redirects included.
const TIME: Duration = Duration::from_secs(30);
/// How often a document may be said to be elsewhere.
const REDIRECTS: u32 = 5;

/// The network.
pub(crate) fn network() -> Network {
    Arc::new(|url: &str| get(url).map_err(|error| reason(&error)))
}

fn get(url: &str) -> Result<Vec<u8>, Error> {
    let agent: Agent = Agent::config_builder()
        .timeout_global(Some(TIME))
        .max_redirects(REDIRECTS)
        // What somebody asked for in private is not fetched in public.
        .https_only(url.starts_with("https://"))
        .user_agent(concat!("carnet/", env!("CARGO_PKG_VERSION")))
        .build()
        .into();
    let mut reply = agent.get(url).call()?;
    reply.body_mut().with_config().limit(SIZE).read_to_vec()
}

/// Why there is no document, in words.
fn reason(error: &Error) -> String {
    match error {
        Error::StatusCode(status) => format!("the server answers with status {status}"),
        Error::BodyExceedsLimit(_) => format!("it has more than {SIZE} bytes"),
        Error::TooManyRedirects => {
            format!("it is said to be elsewhere more than {REDIRECTS} times")
        }
        Error::RequireHttpsOnly(_) => "it is said to be where nothing is encrypted".to_owned(),
        Error::Timeout(_) => format!("it takes more than {} seconds", TIME.as_secs()),
        error => error.to_string(),
    }
}
