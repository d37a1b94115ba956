//! Whether the book holds together: every page is in its list of contents, and no link is broken.

use crate::Result;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// What is wrong with the links of a book's sources, a line for each.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn broken(sources: &Path) -> Result<Vec<String>> {
    let pages = pages(sources, "")?;
    let mut wrong = Vec::new();
    for page in &pages {
        let text = fs::read_to_string(sources.join(page)).map_err(|e| format!("{page}: {e}"))?;
        let links: BTreeSet<String> = links(&text).map(|it| resolved(page, it)).collect();
        for link in links.iter().filter(|it| !sources.join(it).is_file()) {
            wrong.push(format!("{page} links to {link}, which is not there"));
        }
        if page == "SUMMARY.md" {
            let listed = |page: &&String| !links.contains(*page) && *page != "SUMMARY.md";
            let absent = pages.iter().filter(listed);
            wrong.extend(absent.map(|page| format!("{page} is not in SUMMARY.md")));
        }
    }
    Ok(wrong)
}

/// The Markdown files of a folder and those below it, with `/`.
fn pages(folder: &Path, prefix: &str) -> Result<Vec<String>> {
    let unreadable = |error| format!("{}: {error}", folder.display());
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            all.extend(pages(&path, &format!("{prefix}{name}/"))?);
        } else if name.ends_with(".md") {
            all.push(format!("{prefix}{name}"));
        }
    }
    all.sort();
    Ok(all)
}

/// The targets of inline links that stay in the book, outside of code.
pub(crate) fn links(text: &str) -> impl Iterator<Item = &str> {
    let blocks = text.split("\n```").step_by(2);
    let targets = blocks.flat_map(|block| block.split("](").skip(1));
    targets.filter_map(|rest| {
        let (target, _) = rest.split_once(')')?;
        let (file, _) = target.split_once('#').unwrap_or((target, ""));
        (!file.is_empty() && !file.contains("://")).then_some(file)
    })
}

/// A target as seen from the folder of the sources.
fn resolved(page: &str, target: &str) -> String {
    let mut path = PathBuf::from(page);
    path.pop();
    for part in Path::new(target).components() {
        match part {
            Component::ParentDir => drop(path.pop()),
            Component::Normal(part) => path.push(part),
            _ => {}
        }
    }
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::{links, resolved};

    #[test]
    fn links_are_found_outside_of_code() {
        let text = "[a](b.md#c) [d](https://example.com)\n```toml\n[x](y.md)\n```\n[e](../f.md)\n";
        assert_eq!(links(text).collect::<Vec<_>>(), ["b.md", "../f.md"]);
        assert_eq!(resolved("a/b.md", "../c/d.md"), "c/d.md");
    }
}
