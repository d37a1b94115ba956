//! Paths as code hosts name them: from the root of what is checked out.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::path::{Component, MAIN_SEPARATOR, Path, PathBuf};

/// What a path may hold in a URI without being encoded (RFC 3986, unreserved), and its separator.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// Where paths begin.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origin {
    /// The current folder.
    folder: Option<PathBuf>,
    /// The root of what is checked out.
    root: Option<PathBuf>,
}

impl Origin {
    /// Relative paths begin in `folder`; those below `root` are named from there on, those that are
    /// not, but below `folder`, from that.
    pub(crate) const fn new(folder: Option<PathBuf>, root: Option<PathBuf>) -> Self {
        Self { folder, root }
    }

    /// The path from the root, parted by slashes. One that is not below the root stays absolute.
    pub(crate) fn path(&self, path: &str) -> String {
        if path == "-" {
            return path.to_owned();
        }
        let whole = match &self.folder {
            Some(folder) => plain(&folder.join(path)),
            None => plain(Path::new(path)),
        };
        let roots = [&self.root, &self.folder].into_iter().flatten();
        let mut below = roots.filter_map(|root| whole.strip_prefix(root).ok());
        let path = below.next().unwrap_or(&whole).display().to_string();
        if MAIN_SEPARATOR == '/' {
            path
        } else {
            path.replace(MAIN_SEPARATOR, "/")
        }
    }

    /// The same as a reference (RFC 3986): relative, or an absolute one of the scheme `file`.
    pub(crate) fn uri(&self, path: &str) -> String {
        let path = self.path(path);
        let encoded = utf8_percent_encode(&path, ENCODED);
        if Path::new(&path).is_absolute() {
            let slash = if path.starts_with('/') { "" } else { "/" };
            format!("file://{slash}{encoded}")
        } else {
            encoded.to_string()
        }
    }
}

/// The path without `.`, and without `..` where that leads back.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if plain.file_name().is_some() => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

#[cfg(all(test, unix))]
mod tests {
    use super::Origin;

    fn origin(folder: &str, root: &str) -> Origin {
        Origin::new(Some(folder.into()), Some(root.into()))
    }

    #[test]
    fn paths_begin_at_the_root() {
        let origin = origin("/work/repository/api", "/work/repository");
        assert_eq!(origin.path("./a.json"), "api/a.json");
        assert_eq!(origin.path("../b/a.json"), "b/a.json");
        assert_eq!(origin.path("/work/repository/a.json"), "a.json");
        assert_eq!(origin.path("/other/a.json"), "/other/a.json");
        assert_eq!(origin.path("-"), "-");
        assert_eq!(Origin::default().path("./x/a.json"), "x/a.json");
        assert_eq!(Origin::default().path("../../a.json"), "../../a.json");
    }

    #[test]
    fn uris_are_encoded() {
        let origin = origin("/work", "/elsewhere");
        assert_eq!(
            origin.uri("a b/ü:#?%.json"),
            "a%20b/%C3%BC%3A%23%3F%25.json"
        );
        assert_eq!(origin.uri("/other/a b"), "file:///other/a%20b");
    }
}
