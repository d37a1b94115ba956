//! Files of one operation, and the patterns that name them and nothing else.

use super::Seen;
use super::recognise::{Fit, Recognised};
use carnet_core::{Artifact, Contract};
use std::collections::BTreeMap;

/// What was found in a folder.
pub(super) struct Groups<'s> {
    pub(super) recognised: Vec<Group>,
    /// Files that no operation fits, and why.
    pub(super) others: Vec<(&'s str, &'s str)>,
}

/// Files of one operation.
pub(super) struct Group {
    pub(super) contract: &'static Contract,
    pub(super) artifact: Artifact,
    pub(super) files: usize,
    /// How many of them have errors under the strict profile, and under the lenient one.
    pub(super) strict_failures: usize,
    pub(super) lenient_failures: usize,
    pub(super) globs: Vec<String>,
}

type Key = (&'static str, Artifact);

impl<'s> Groups<'s> {
    pub(super) fn of(seen: &'s [Seen]) -> Self {
        let (mut groups, mut others) = (BTreeMap::<Key, Vec<(&str, Fit)>>::new(), Vec::new());
        for Seen { name, taken } in seen {
            match taken {
                Recognised::As(fit) => groups
                    .entry((fit.contract.id, fit.artifact))
                    .or_default()
                    .push((name, *fit)),
                Recognised::Not(why) => others.push((name.as_str(), why.as_str())),
            }
        }
        let recognised = groups.into_values().filter_map(|files| {
            let (_, first) = files.first()?;
            let names: Vec<_> = files.iter().map(|(name, _)| *name).collect();
            let failures = |errors: fn(&Fit) -> usize| {
                let failed = files.iter().filter(|(_, fit)| errors(fit) > 0);
                failed.count()
            };
            Some(Group {
                contract: first.contract,
                artifact: first.artifact,
                files: files.len(),
                strict_failures: failures(|fit| fit.strict_errors),
                lenient_failures: failures(|fit| fit.lenient_errors),
                globs: globs(&names, seen),
            })
        });
        Self {
            recognised: recognised.collect(),
            others,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.recognised.is_empty()
    }
}

/// Patterns that name these files and no other that was seen: for the whole tree where files of
/// this ending are nothing else, for a folder of it, or one by one.
fn globs(files: &[&str], seen: &[Seen]) -> Vec<String> {
    let is_ours = |name: &str| files.contains(&name);
    let mut globs = Vec::new();
    let mut named: Vec<&str> = Vec::new();
    for file in files {
        if named.contains(file) {
            continue;
        }
        let (folder, ending) = parts(file);
        let with_ending = |name: &&str| parts(name).1 == ending;
        let all = || {
            seen.iter()
                .map(|seen| seen.name.as_str())
                .filter(with_ending)
        };
        let here = || all().filter(|name| parts(name).0 == folder);
        let escaped = globset::escape(ending);
        if all().all(is_ours) && all().any(|name| parts(name).0 != folder) {
            globs.push(format!("**/*{escaped}"));
            named.extend(all());
        } else if here().all(is_ours) {
            globs.push(format!("{}*{escaped}", globset::escape(folder)));
            named.extend(here());
        } else {
            globs.push(globset::escape(file));
        }
    }
    globs
}

/// The folder of a path with its slash, and the ending of the name from its first dot on.
fn parts(path: &str) -> (&str, &str) {
    let name = path.rfind('/').map_or(0, |slash| slash + 1);
    let dot = path[name..].find('.').map_or(path.len(), |dot| name + dot);
    (&path[..name], &path[dot..])
}

#[cfg(test)]
mod tests {
    use super::{Recognised, Seen, globs, parts};

    fn seen(names: &[&str]) -> Vec<Seen> {
        let seen = names.iter().map(|name| Seen {
            name: (*name).to_owned(),
            taken: Recognised::Not(String::new()),
        });
        seen.collect()
    }

    #[test]
    fn patterns_name_their_files_and_no_other() {
        let all = seen(&[
            "a/1.req.json",
            "a/2.req.json",
            "b/1.json",
            "b/2.json",
            "c/[x].json",
        ]);
        assert_eq!(
            globs(&["a/1.req.json", "a/2.req.json"], &all),
            ["a/*.req.json"]
        );
        assert_eq!(globs(&["b/1.json"], &all), ["b/1.json"]);
        assert_eq!(globs(&["b/1.json", "b/2.json"], &all), ["b/*.json"]);
        assert_eq!(
            globs(&["b/1.json", "b/2.json", "c/[x].json"], &all),
            ["**/*.json"]
        );
        let all = seen(&["c/[x].json", "c/y.json"]);
        assert_eq!(globs(&["c/[x].json"], &all), ["c/[[]x[]].json"]);
    }

    #[test]
    fn endings_begin_at_the_first_dot() {
        assert_eq!(parts("a.b/c.request.json"), ("a.b/", ".request.json"));
        assert_eq!(parts("plain"), ("", ""));
    }
}
