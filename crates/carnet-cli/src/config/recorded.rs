//! The formats of recorded calls, as `carnet.toml` names them.

use carnet_record::Format;

/// How calls are recorded in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum FormatName {
    /// One URL on a line, a method before it or not.
    Urls,
    /// curl commands, as typed, in a script, or as a browser copies them.
    Curl,
    /// The request files of editors.
    Http,
    /// HTTP/1.1 messages as they travel.
    Message,
    /// An HTTP archive, as the network tab of a browser saves it.
    Har,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Urls => Self::UrlList,
            FormatName::Curl => Self::Curl,
            FormatName::Http => Self::HttpFile,
            FormatName::Message => Self::Message,
            FormatName::Har => Self::Har,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FormatName;
    use carnet_record::Format;

    #[test]
    fn every_format_has_the_name_of_the_command_line() {
        for format in Format::ALL {
            let name: FormatName = serde_json::from_value(format.as_str().into()).unwrap();
            assert_eq!(Format::from(name), format);
        }
    }
}
