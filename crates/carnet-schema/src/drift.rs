//! Whether files are what they would be if they were made now.

use std::fmt;

/// How files differ from what would be written now.
///
/// # Example
/// ```
/// use carnet_schema::Drift;
///
/// let now = [("a.json".to_owned(), "1\n".to_owned())];
/// let found = [("a.json".to_owned(), "2\n".to_owned()), ("b.json".to_owned(), String::new())];
/// let drift = Drift::between(&now, &found);
/// assert_eq!(drift.to_string(), "changed: a.json, line 1\nstale: b.json\n");
/// assert_eq!(drift.stale, ["b.json"]);
/// assert!(!drift.is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// Files that are not there.
    pub missing: Vec<String>,
    /// Files with another text.
    pub changed: Vec<Changed>,
    /// Files that nothing makes any more.
    pub stale: Vec<String>,
}

/// A file with another text than would be written now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its name.
    pub file_name: String,
    /// The text that it has.
    pub found: String,
    /// The text that it would have.
    pub now: String,
}

impl Drift {
    /// Compares what would be written with what was found, both as names and texts.
    #[must_use]
    pub fn between(now: &[(String, String)], found: &[(String, String)]) -> Self {
        let mut drift = Self::default();
        for (name, text) in now {
            match found.iter().find(|(known, _)| known == name) {
                None => drift.missing.push(name.clone()),
                Some((_, old)) if old != text => drift.changed.push(Changed {
                    file_name: name.clone(),
                    found: old.clone(),
                    now: text.clone(),
                }),
                Some(_) => {}
            }
        }
        let stale = found
            .iter()
            .filter(|(name, _)| !now.iter().any(|(known, _)| known == name));
        drift.stale = stale.map(|(name, _)| name.clone()).collect();
        drift
    }

    /// Whether every file is what it should be.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.missing.is_empty() && self.changed.is_empty() && self.stale.is_empty()
    }
}

impl Changed {
    /// The first line that is another, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        let lines = self.found.lines().zip(self.now.lines());
        lines.take_while(|(found, now)| found == now).count() + 1
    }
}

/// One line for each file.
impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for name in &self.missing {
            writeln!(f, "missing: {name}")?;
        }
        for changed in &self.changed {
            writeln!(f, "changed: {}, line {}", changed.file_name, changed.line())?;
        }
        for name in &self.stale {
            writeln!(f, "stale: {name}")?;
        }
        Ok(())
    }
}
