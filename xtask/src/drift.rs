//! Telling that generated files are not what would be made now.

use crate::Result;
use carnet_schema::Drift;
use carnet_schema::folder::FolderError;
use similar::TextDiff;

/// Prints the drift of `folder`, and fails if there is any; `remedy` is the task to run.
pub(crate) fn fail(
    drift: std::result::Result<Drift, FolderError>,
    folder: &str,
    remedy: &str,
) -> Result<()> {
    let drift = drift.map_err(|error| error.to_string())?;
    if drift.is_empty() {
        return Ok(());
    }
    print!("{drift}");
    for changed in &drift.changed {
        let diff = TextDiff::from_lines(&changed.found, &changed.now);
        let name = &changed.file_name;
        let now = format!("{name}, made now");
        print!("{}", diff.unified_diff().header(name, &now));
    }
    Err(format!(
        "{folder} is not what it is made from; this brings it up to date:\n    {remedy}"
    ))
}
