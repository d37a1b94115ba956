//! Texts that the engines disagree about, as a person reads them.

use crate::compare::readable;
use crate::engines::Verdicts;
use crate::schema::BySchema;
use carnet_core::Artifact;
use percent_encoding::percent_decode;
use std::error::Error;
use std::fmt;

/// How many disagreements are written out; the rest are counted.
const SHOWN: usize = 25;

/// A text that the engines disagree about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// What they disagree about.
    pub what: String,
    /// Which text it is: its name, or the seed that makes it.
    pub origin: String,
    /// The text as it was judged. Unlike what is displayed, it still holds its credentials.
    pub text: Vec<u8>,
    /// The text and every engine's verdict, credentials left out.
    verdicts: String,
}

impl Disagreement {
    pub(crate) fn new(what: String, origin: String, verdicts: &Verdicts<'_>) -> Self {
        Self {
            what,
            origin,
            text: verdicts.text.to_vec(),
            verdicts: verdicts.to_string(),
        }
    }
}

/// What they disagree about, where the text is from, the text, and what each of them says.
impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  {}\n{}", self.what, self.origin, self.verdicts)
    }
}

/// Every text that the engines disagree about.
#[derive(Clone, PartialEq, Eq)]
pub struct Disagreements {
    /// The operation.
    pub(crate) operation: &'static str,
    pub(crate) all: Vec<Disagreement>,
}

impl Disagreements {
    /// All of them, in the order in which the texts were judged.
    pub fn iter(&self) -> std::slice::Iter<'_, Disagreement> {
        self.all.iter()
    }
}

impl<'a> IntoIterator for &'a Disagreements {
    type Item = &'a Disagreement;
    type IntoIter = std::slice::Iter<'a, Disagreement>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The first 25 of them, and how many more there are.
impl fmt::Display for Disagreements {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (operation, count) = (self.operation, self.all.len());
        writeln!(f, "the engines disagree about {count} texts of {operation}")?;
        for disagreement in self.all.iter().take(SHOWN) {
            write!(f, "\n{disagreement}")?;
        }
        match count.saturating_sub(SHOWN) {
            0 => Ok(()),
            more => writeln!(f, "\nand {more} more"),
        }
    }
}

/// As it is displayed, so that `unwrap` is readable.
impl fmt::Debug for Disagreements {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error for Disagreements {}

/// The text without its credentials, and what everyone says of it.
impl fmt::Display for Verdicts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hidden = self.without_credentials();
        writeln!(f, "  {}", String::from_utf8_lossy(&hidden))?;
        if let Artifact::RequestUrl | Artifact::RequestForm = self.artifact {
            writeln!(f, "  {}", readable(self.artifact, &hidden))?;
        }
        let passes = self.report.passes();
        let verdict = if passes { "passes" } else { "refuses it" };
        writeln!(f, "  validator: {verdict}")?;
        for finding in &self.report.findings {
            let (severity, rule, at) = (finding.severity, finding.rule, &finding.at);
            writeln!(f, "    {severity}[{rule}] {at}: {}", finding.message)?;
        }
        match &self.schema {
            BySchema::Valid => writeln!(f, "  schema: passes")?,
            BySchema::Invalid(why) => writeln!(f, "  schema: refuses it: {}", self.said(why))?,
            BySchema::NotJson(why) => writeln!(f, "  schema: no JSON: {}", self.said(why))?,
        }
        let Some(decoded) = &self.decoded else {
            return writeln!(f, "  decoding: nothing reads it");
        };
        for (who, said) in [
            ("decoding", &decoded.ours),
            ("serde_json", &decoded.plainly),
        ] {
            match said {
                Ok(()) => writeln!(f, "  {who}: passes")?,
                Err(why) => writeln!(f, "  {who}: refuses it: {}", self.said(why))?,
            }
        }
        Ok(())
    }
}

impl Verdicts<'_> {
    fn without_credentials(&self) -> Vec<u8> {
        let mut hidden = Vec::with_capacity(self.text.len());
        let mut from = 0;
        for secret in &self.report.secrets {
            hidden.extend(self.text.get(from..secret.start).unwrap_or_default());
            hidden.extend(b"***");
            from = secret.end;
        }
        hidden.extend(self.text.get(from..).unwrap_or_default());
        hidden
    }

    /// What an engine says, unless a credential of the text stands in it: schema engines and
    /// serde quote values.
    fn said<'w>(&self, why: &'w str) -> &'w str {
        let tells = self.report.secrets.iter().any(|secret| {
            let raw = self.text.get(secret.clone()).unwrap_or_default();
            let decoded = percent_decode(raw).decode_utf8_lossy();
            let bare = decoded.trim_matches('"');
            let unescaped = serde_json::from_str::<String>(&format!("\"{bare}\""));
            [Some(bare.to_owned()), unescaped.ok()]
                .iter()
                .flatten()
                .any(|it| !it.is_empty() && why.contains(it.as_str()))
        });
        if tells {
            "(not shown: it holds a credential)"
        } else {
            why
        }
    }
}
