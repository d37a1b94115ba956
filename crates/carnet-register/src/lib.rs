//! A vendor's register of discrepancies, `discrepancies.toml`, as Rust constants.
//!
//! A build-dependency. In `build.rs`:
//!
//! ```no_run
//! fn main() -> Result<(), carnet_register::Error> {
//!     carnet_register::compile("src/acme/discrepancies.toml")
//! }
//! ```
//!
//! and beside the operations, in `src/acme.rs`:
//!
//! ```ignore
//! pub mod discrepancies {
//!     //! Where Acme's pages contradict themselves or are silent.
//!     include!(concat!(env!("OUT_DIR"), "/acme.rs"));
//! }
//! ```
//!
//! The module then has a constant for every entry (`AC_01`) and `ALL`, the register as
//! `carnet::Vendor` wants it. A contract that names an entry which does not exist does not compile,
//! and neither does a register that is malformed.
//!
//! # The file
//! A table for every entry, named by its id:
//! ```
//! # let register = r#"
//! [AC-01]
//! kind = "contradiction"
//! readings = ["priority is an integer (table)", "priority is a text (sample)"]
//! strict = "integer"
//! lenient = "text: warning"
//! levels = { strict = "error", lenient = "warning" }
//! reason = "the table is the only normative text"
//! evidence = ["https://acme.example/docs/create-ticket"]
//! # "#;
//! # assert!(carnet_register::constants(register, "carnet").is_ok());
//! ```
//! `evidence` may be left out. `levels` is the severity, per profile, of a payload that follows the
//! reading *not* taken: `allow`, `info`, `warning` or `error`. An entry that no check of a payload
//! can enforce has a `note` with the reason instead.
//!
//! Deliberately absent: what a discrepancy means, which is `carnet_core::discrepancy`.

mod constants;
mod entry;
mod error;

pub use constants::constants;
pub use error::Error;

use error::Problem;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The name of a register in the folder of its vendor.
const FILE_NAME: &str = "discrepancies.toml";

/// Writes the constants of a register for a crate that depends on `carnet` by that name:
/// [`Register::compile`] without options.
///
/// # Errors
/// As [`Register::compile`].
pub fn compile(register: impl Into<PathBuf>) -> Result<(), Error> {
    Register::at(register).compile()
}

/// Writes the constants of the `discrepancies.toml` of every folder in `folder`, for a crate with
/// several vendors.
///
/// # Errors
/// When the folder cannot be read, and as [`Register::compile`].
#[allow(
    clippy::print_stdout,
    reason = "this is how a build script speaks to cargo"
)]
pub fn compile_all(folder: impl AsRef<Path>) -> Result<(), Error> {
    let folder = folder.as_ref();
    // The folder, so that a new vendor's register is seen.
    println!("cargo::rerun-if-changed={}", folder.display());
    let unreadable = |error| Error::new(Problem::Read(error)).of_file(folder);
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let register = entry.map_err(unreadable)?.path().join(FILE_NAME);
        if register.is_file() {
            compile(register)?;
        }
    }
    Ok(())
}

/// A register, and the crate that its constants are for.
///
/// # Example
/// In the `build.rs` of a crate that depends on `carnet` under another name:
/// ```no_run
/// use carnet_register::Register;
///
/// Register::at("src/acme/discrepancies.toml").crate_path("vendor_kit").compile()?;
/// # Ok::<(), carnet_register::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Register {
    path: PathBuf,
    root: String,
}

impl Register {
    /// The register in this file. A relative path begins at the crate's folder.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self {
            path: path.into(),
            root: "carnet".to_owned(),
        }
    }

    /// The name by which the crate knows `carnet`; `carnet` unless said otherwise.
    #[must_use]
    pub fn crate_path(mut self, path: impl Into<String>) -> Self {
        self.root = path.into();
        self
    }

    /// Writes the constants to `$OUT_DIR`, and tells cargo to do so again when the register
    /// changes.
    ///
    /// `src/acme/discrepancies.toml` becomes `acme.rs`. A register that stands in no folder of its
    /// own (`src/discrepancies.toml`), or has another name (`src/acme.toml`), gives its own.
    ///
    /// # Errors
    /// When the register is malformed, with the file, the entry and what to type; when it cannot be
    /// read; when `$OUT_DIR` is not set or cannot be written.
    #[allow(
        clippy::print_stdout,
        reason = "this is how a build script speaks to cargo"
    )]
    pub fn compile(&self) -> Result<(), Error> {
        let path = &self.path;
        println!("cargo::rerun-if-changed={}", path.display());
        let text = fs::read_to_string(path).map_err(Problem::Read);
        let constants = text
            .map_err(Error::new)
            .and_then(|text| constants(&text, &self.root))
            .map_err(|error| error.of_file(path))?;
        let folder = env::var_os("OUT_DIR").ok_or_else(|| Error::new(Problem::NoOutDir))?;
        let out = Path::new(&folder).join(module(path)).with_extension("rs");
        fs::write(&out, constants).map_err(|error| Error::new(Problem::Write(error)).of_file(&out))
    }
}

/// The name that the file with the constants has.
fn module(register: &Path) -> &OsStr {
    let folder = register.parent().and_then(Path::file_name);
    match (folder, register.file_name()) {
        (Some(folder), Some(name)) if name == FILE_NAME && folder != "src" => folder,
        _ => register.file_stem().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::module;
    use std::path::Path;

    #[test]
    fn files_are_named_after_the_vendor() {
        for (register, name) in [
            ("src/acme/discrepancies.toml", "acme"),
            ("src/discrepancies.toml", "discrepancies"),
            ("discrepancies.toml", "discrepancies"),
            ("src/acme.toml", "acme"),
            ("registers/acme.toml", "acme"),
        ] {
            assert_eq!(module(Path::new(register)), name);
        }
    }
}
