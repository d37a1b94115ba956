//! Escapes in strings (RFC 8259, section 7).

use super::scan::Scan;

impl Scan<'_> {
    /// Steps over an escape.
    pub(super) fn escape(&self, at: usize) -> Option<usize> {
        match self.byte(at + 1)? {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(at + 2),
            b'u' => match self.unit(at)? {
                0xD800..=0xDBFF => {
                    let is_pair = matches!(self.unit(at + 6)?, 0xDC00..=0xDFFF);
                    is_pair.then_some(at + 12)
                }
                0xDC00..=0xDFFF => None,
                _ => Some(at + 6),
            },
            _ => None,
        }
    }

    /// The character that an escape stands for.
    fn escaped(&self, at: usize) -> Option<char> {
        Some(match self.byte(at + 1)? {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit(at)?;
                let code = match unit {
                    0xD800..=0xDBFF => {
                        let low = self.unit(at + 6)?;
                        0x1_0000 + ((unit - 0xD800) << 10) + low.checked_sub(0xDC00)?
                    }
                    unit => unit,
                };
                char::from_u32(code)?
            }
            byte => char::from(byte),
        })
    }

    /// The UTF-16 code unit that the escape at a place stands for.
    fn unit(&self, at: usize) -> Option<u32> {
        let [b'\\', b'u', digits @ ..] = self.chunk::<6>(at)? else {
            return None;
        };
        let [a, b, c, d] = digits.map(|digit| HEX[usize::from(digit)]);
        let unit = a << 12 | b << 8 | c << 4 | d;
        // One that is none makes it more than sixteen bits.
        (unit <= 0xFFFF).then_some(unit)
    }
}

/// The value of each digit, and a large one of all that is none.
const HEX: [u32; 256] = {
    let mut table = [0xF_0000; 256];
    let mut value = 0;
    while value < 16 {
        let (lower, upper) = (b"0123456789abcdef", b"0123456789ABCDEF");
        table[lower[value as usize] as usize] = value;
        table[upper[value as usize] as usize] = value;
        value += 1;
    }
    table
};

/// A text without its escapes, which are sound; `None` where there is no room for it.
pub(super) fn unescaped<'r>(raw: &str, room: &'r mut [u8]) -> Option<&'r str> {
    let scan = Scan::new(raw);
    let (mut at, mut end) = (0, 0);
    while let Some(byte) = scan.byte(at) {
        let mut encoded = [byte, 0, 0, 0];
        let (next, length) = if byte == b'\\' {
            let next = scan.escape(at)?;
            let character = scan.escaped(at)?;
            (next, character.encode_utf8(&mut encoded).len())
        } else {
            (at + 1, 1)
        };
        let place = room.get_mut(end..end + length)?;
        place.copy_from_slice(&encoded[..length]);
        (at, end) = (next, end + length);
    }
    std::str::from_utf8(room.get(..end)?).ok()
}
