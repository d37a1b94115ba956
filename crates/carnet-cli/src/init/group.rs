//! Files of one operation, and the patterns that name them and nothing else.

use super::Seen;
use super::recognise::{Fit, Recognised};
use super::recorded::Calls;
use carnet_core::{Artifact, Contract};
use carnet_record::Format;
use std::collections::BTreeMap;

/// What was found in a folder.
pub(super) struct Groups<'s> {
    pub(super) recognised: Vec<Group>,
    pub(super) recorded: Vec<Recordings>,
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

/// Files in which calls are recorded in one way.
pub(super) struct Recordings {
    pub(super) format: Format,
    pub(super) files: usize,
    /// How many calls there are of each operation.
    pub(super) operations: BTreeMap<&'static str, usize>,
    /// Calls of none.
    pub(super) others: usize,
    /// How many files have errors under the strict profile, and under the lenient one.
    pub(super) strict_failures: usize,
    pub(super) lenient_failures: usize,
    pub(super) globs: Vec<String>,
}

impl Recordings {
    fn of(format: Format, files: &[(&str, &Calls)], seen: &[Seen]) -> Self {
        let names: Vec<_> = files.iter().map(|(name, _)| *name).collect();
        let all = || files.iter().map(|(_, calls)| calls);
        let mut operations = BTreeMap::new();
        for (id, count) in all().flat_map(|calls| &calls.operations) {
            *operations.entry(*id).or_default() += count;
        }
        Self {
            format,
            files: files.len(),
            operations,
            others: all().map(|calls| calls.others).sum(),
            strict_failures: all().filter(|calls| calls.has_strict_errors).count(),
            lenient_failures: all().filter(|calls| calls.has_lenient_errors).count(),
            globs: globs(&names, seen, last_ending),
        }
    }
}

type Key = (&'static str, Artifact);

impl<'s> Groups<'s> {
    pub(super) fn of(seen: &'s [Seen]) -> Self {
        let (mut groups, mut others) = (BTreeMap::<Key, Vec<(&str, Fit)>>::new(), Vec::new());
        let mut recorded = BTreeMap::<Format, Vec<(&str, &Calls)>>::new();
        for Seen { name, taken } in seen {
            match taken {
                Recognised::As(fit) => groups
                    .entry((fit.contract.id, fit.artifact))
                    .or_default()
                    .push((name, *fit)),
                Recognised::Recorded(calls) => {
                    let files = recorded.entry(calls.format).or_default();
                    files.push((name.as_str(), calls));
                }
                Recognised::Nothing => {}
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
                globs: globs(&names, seen, ending),
            })
        });
        Self {
            recognised: recognised.collect(),
            recorded: recorded
                .into_iter()
                .map(|(format, files)| Recordings::of(format, &files, seen))
                .collect(),
            others,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.recognised.is_empty() && self.recorded.is_empty()
    }
}

/// Patterns that name these files and no other that was seen: for the whole tree where files of
/// this ending are nothing else, for a folder of it, or one by one.
fn globs(files: &[&str], seen: &[Seen], ending: fn(&str) -> &str) -> Vec<String> {
    let is_ours = |name: &str| files.contains(&name);
    let mut globs = Vec::new();
    let mut named: Vec<&str> = Vec::new();
    for file in files {
        if named.contains(file) {
            continue;
        }
        let (folder, end) = (folder(file), ending(file));
        let with_ending = |name: &&str| name.ends_with(end) && ending(name) == end;
        let all = || {
            seen.iter()
                .map(|seen| seen.name.as_str())
                .filter(with_ending)
        };
        let here = || all().filter(|name| self::folder(name) == folder);
        let escaped = globset::escape(end);
        if all().all(is_ours) && all().any(|name| self::folder(name) != folder) {
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

/// The folder of a path with its slash.
fn folder(path: &str) -> &str {
    path.rfind('/').map_or("", |slash| &path[..=slash])
}

/// The ending of a name from its first dot on: `.request.json`.
fn ending(path: &str) -> &str {
    let name = &path[folder(path).len()..];
    name.find('.').map_or("", |dot| &name[dot..])
}

/// The ending from the last dot on, and that before it where the file is compressed: browsers call
/// an archive by the host, `crm.example.com.har`.
fn last_ending(path: &str) -> &str {
    let name = &path[folder(path).len()..];
    let inner = [".gz", ".zst"]
        .iter()
        .find_map(|end| name.strip_suffix(end));
    let dot = inner.unwrap_or(name).rfind('.');
    dot.map_or("", |dot| &name[dot..])
}

#[cfg(test)]
mod tests {
    use super::{Recognised, Seen, ending, folder, last_ending};

    fn globs(files: &[&str], seen: &[Seen]) -> Vec<String> {
        super::globs(files, seen, ending)
    }

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
        let path = "a.b/c.request.json";
        assert_eq!((folder(path), ending(path)), ("a.b/", ".request.json"));
        assert_eq!((folder("plain"), ending("plain")), ("", ""));
    }

    #[test]
    fn endings_of_recordings_begin_at_the_last_dot() {
        for (path, ending) in [
            ("a.b/crm.example.com.har", ".har"),
            ("crm.example.com.har.gz", ".har.gz"),
            ("a.b/plain", ""),
        ] {
            assert_eq!(last_ending(path), ending);
        }
        let all = seen(&["rec/a.example.har", "rec/b.example.har", "x.json"]);
        let files = ["rec/a.example.har", "rec/b.example.har"];
        assert_eq!(super::globs(&files, &all, last_ending), ["rec/*.har"]);
    }
}
