//! Base64 (RFC 4648, section 4), with a place for every byte.

use crate::piece::{Piece, Weaver};
use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use std::ops::Range;

/// Padding may be missing, and the bits that it leaves over may be anything.
const ENGINE: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// What a text in base64 holds.
///
/// # Errors
/// The place of what is no base64.
pub(super) fn decode<'t>(file: &'t [u8], text: &Piece<'t>) -> Result<Piece<'t>, Range<usize>> {
    let start = text.full_span().start;
    if text.is_verbatim()
        && let Ok(bytes) = ENGINE.decode(text.text())
    {
        let mut weaver = Weaver::new(file, start);
        let end = start + text.text().trim_ascii_end().len();
        let padding = text.text().iter().rev().take_while(|&&byte| byte == b'=');
        weaver.base64(&bytes, start..end - padding.count());
        return Ok(weaver.finish());
    }
    by_groups(file, text)
}

/// Decodes group by group: white space may stand between, and characters may be escaped.
fn by_groups<'t>(file: &'t [u8], text: &Piece<'t>) -> Result<Piece<'t>, Range<usize>> {
    let mut weaver = Weaver::new(file, text.full_span().start);
    let mut group = Group::default();
    for (byte, span) in text.bytes() {
        if byte.is_ascii_whitespace() || byte == b'=' {
            continue;
        }
        if !byte.is_ascii_alphanumeric() && byte != b'+' && byte != b'/' {
            return Err(span);
        }
        group.push(byte, &span);
        if group.characters.len() == 4 {
            group.flush(&mut weaver)?;
        }
    }
    group.flush(&mut weaver)?;
    Ok(weaver.finish())
}

/// Up to four characters, which hold up to three bytes.
#[derive(Default)]
struct Group {
    characters: Vec<u8>,
    span: Range<usize>,
}

impl Group {
    fn push(&mut self, byte: u8, span: &Range<usize>) {
        if self.characters.is_empty() {
            self.span.start = span.start;
        }
        self.characters.push(byte);
        self.span.end = span.end;
    }

    fn flush(&mut self, weaver: &mut Weaver<'_>) -> Result<(), Range<usize>> {
        if self.characters.is_empty() {
            return Ok(());
        }
        let bytes = ENGINE.decode(&self.characters);
        let bytes = bytes.map_err(|_| self.span.clone())?;
        if self.span.len() == self.characters.len() {
            weaver.base64(&bytes, self.span.clone());
        } else {
            weaver.stand(&bytes, self.span.clone());
        }
        self.characters.clear();
        Ok(())
    }
}
