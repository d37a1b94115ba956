//! The bytes of a file or of standard input: decompressed, and never more than a limit of them.

use flate2::read::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// How a file is compressed, by the end of its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Compression {
    #[default]
    None,
    Gzip,
    Zstd,
}

impl Compression {
    /// How a file of this name is compressed, and its name without that.
    pub(crate) fn of(path: &Path) -> (Self, &Path) {
        let extension = path.extension().and_then(|extension| extension.to_str());
        let compression = match extension.map(str::to_ascii_lowercase).as_deref() {
            Some("gz") => Self::Gzip,
            Some("zst") => Self::Zstd,
            _ => return (Self::None, path),
        };
        // What is left is the name with another end: only the end is looked at.
        let inner = path.file_stem().map_or(path, Path::new);
        (compression, inner)
    }

    /// The text that compressed bytes hold.
    pub(crate) fn decoder<'r>(self, bytes: impl Read + 'r) -> io::Result<Box<dyn Read + 'r>> {
        Ok(match self {
            Self::None => Box::new(bytes),
            Self::Gzip => Box::new(MultiGzDecoder::new(bytes)),
            Self::Zstd => Box::new(StreamingDecoder::new(bytes).map_err(io::Error::other)?),
        })
    }
}

/// Opens a file to read the text that it holds.
pub(crate) fn open(path: &Path, compression: Compression) -> io::Result<Box<dyn Read>> {
    compression.decoder(File::open(path)?)
}

/// Reads a whole text.
///
/// # Errors
/// [`too_large`] where it has more than `limit` bytes: what would be held is bounded, whatever a few
/// compressed bytes expand to.
pub(crate) fn read(reader: &mut dyn Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    reader.take(most).read_to_end(&mut text)?;
    if text.len() > limit {
        return Err(too_large(limit));
    }
    Ok(text)
}

/// What is said of a text that is larger than allowed.
pub(crate) fn too_large(limit: usize) -> io::Error {
    let message = format!("more than {limit} bytes; raise --max-size to read it");
    io::Error::new(io::ErrorKind::FileTooLarge, message)
}

#[cfg(test)]
mod tests {
    use super::{Compression, read};
    use std::path::Path;

    #[test]
    fn the_end_of_a_name_tells_how_it_is_compressed() {
        for (name, compression, inner) in [
            ("a/b.json", Compression::None, "a/b.json"),
            ("a/b.json.gz", Compression::Gzip, "b.json"),
            ("b.ndjson.ZST", Compression::Zstd, "b.ndjson"),
            ("gz", Compression::None, "gz"),
        ] {
            let found = Compression::of(Path::new(name));
            assert_eq!(found, (compression, Path::new(inner)), "{name}");
        }
    }

    #[test]
    fn no_more_than_the_limit_is_read() {
        assert_eq!(read(&mut &b"12345"[..], 5).unwrap(), b"12345");
        assert!(read(&mut &b"12345"[..], 4).is_err());
        assert!(read(&mut std::io::repeat(b' '), 1 << 20).is_err());
    }
}
