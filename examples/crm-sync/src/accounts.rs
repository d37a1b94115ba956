//! What the company has at the vendors: credentials, and where its accounts are served.

use carnet::auth::{Basic, Bearer};
use carnet::{BaseUrl, Secret, apptivo, aptania};

/// The accounts of the company.
///
/// Credentials are a typed input of their own: no record holds one, and `Debug` shows none.
#[derive(Clone, Debug)]
pub struct Accounts {
    /// At `RevNue`.
    pub revnue: Bearer,
    /// Where `RevNue` serves the account: its pages name no host.
    pub revnue_base: BaseUrl,
    /// At Kapture.
    pub kapture: Basic,
    /// Where Kapture serves the account, which is part of the host.
    pub kapture_base: BaseUrl,
    /// At Aptania.
    pub aptania: aptania::Token,
    /// At Apptivo.
    pub apptivo: apptivo::Keys,
    /// At Ledgerly.
    pub ledgerly: Bearer,
}

impl Accounts {
    /// The accounts that a source of settings knows, such as the environment:
    /// `|name| std::env::var(name).ok()`. What it does not know is made up, which is good enough for
    /// requests that nobody sends.
    ///
    /// # Errors
    /// When a URL is none.
    pub fn from_settings(
        setting: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, carnet::EncodeError> {
        let url = |name, otherwise: &str| {
            BaseUrl::new(&setting(name).unwrap_or_else(|| otherwise.to_owned()))
        };
        let secret = |name, otherwise: &str| {
            Secret::from(setting(name).unwrap_or_else(|| otherwise.to_owned()))
        };
        Ok(Self {
            revnue: Bearer(secret("REVNUE_TOKEN", "dry-run-revnue")),
            revnue_base: url("REVNUE_URL", "https://revnue.example.com")?,
            kapture: Basic(secret("KAPTURE_TOKEN", "dry-run-kapture")),
            kapture_base: url("KAPTURE_URL", "https://kapture.example.com")?,
            aptania: aptania::Token {
                token_uuid: secret("APTANIA_TOKEN", "5f1f6f0e-2c3b-4d8e-9a47-0d1c5b7e8f90"),
            },
            apptivo: apptivo::Keys {
                api_key: secret("APPTIVO_API_KEY", "dry-run-apptivo-api"),
                access_key: secret("APPTIVO_ACCESS_KEY", "dry-run-apptivo-access"),
            },
            ledgerly: Bearer(secret("LEDGERLY_TOKEN", "dry-run-ledgerly")),
        })
    }
}
