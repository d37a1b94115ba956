//! `docs/`: the reference pages of the book, their places in its list of contents, and what the
//! console sessions of its chapters print.

use crate::{Result, drift, links, session};
use carnet_cli::book;
use carnet_schema::Generated;
use carnet_vendors::CATALOG;
use std::fs;
use std::path::Path;

/// The heading in the list of contents from which on it is generated.
const PART: &str = "# Reference\n";

/// Everything that is generated below `docs/src`.
fn files(root: &Path) -> Result<Vec<(String, String)>> {
    let chapters = book::reference(CATALOG);
    let path = root.join("docs/src/SUMMARY.md");
    let contents =
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let (written, _) = contents
        .split_once(PART)
        .ok_or_else(|| format!("{}: no part `{}`", path.display(), PART.trim_end()))?;
    let contents = format!("{written}{PART}\n{}", book::summary(&chapters));
    let pages = chapters
        .into_iter()
        .flat_map(|chapter| std::iter::once(chapter.index).chain(chapter.pages));
    let pages = pages.map(|page| (page.path, page.text));
    let mut files = vec![("SUMMARY.md".to_owned(), contents)];
    files.extend(pages);
    files.extend(sessions(root, written)?);
    Ok(files)
}

/// The chapters that somebody wrote, with what the sessions in them print today.
fn sessions(root: &Path, contents: &str) -> Result<Vec<(String, String)>> {
    let chapters = links::links(contents).map(|name| {
        let path = root.join("docs/src").join(name);
        let explain = |error: String| format!("{}: {error}", path.display());
        let text = fs::read_to_string(&path).map_err(|error| explain(error.to_string()))?;
        let text = session::update(root, &text).map_err(explain)?;
        Ok((name.to_owned(), text))
    });
    chapters.collect()
}

fn folder(root: &Path) -> Generated {
    Generated::at(root.join("docs/src"), |name| {
        name.split_once('/')
            .is_some_and(|(first, _)| first == book::FOLDER)
    })
}

/// Writes every page, and removes those that nothing makes any more.
pub(crate) fn write(root: &Path) -> Result<()> {
    let changes = folder(root).write(&files(root)?);
    for change in changes.map_err(|error| error.to_string())? {
        println!("{change}");
    }
    Ok(())
}

/// Fails if a page is not what would be written now.
pub(crate) fn check(root: &Path) -> Result<()> {
    let found = folder(root).check(&files(root)?);
    drift::fail(found, "docs/src", "cargo xtask book")?;
    let wrong = links::broken(&root.join("docs/src"))?;
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_reference_is_what_the_contracts_say() {
        super::check(&crate::root()).unwrap();
    }
}
