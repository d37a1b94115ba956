//! The percent-encoding of a query, broken on purpose or merely another.

use super::bytes;
use fastrand::Rng;

/// Encodes a query otherwise, without changing what it says.
pub(crate) fn otherwise(query: &mut String, rng: &mut Rng) {
    match rng.u8(..4) {
        0 => *query = query.replace("%20", "+"),
        1 => *query = query.replace("%7B", "%7b").replace("%2C", ","),
        2 => *query = query.replace("%3A", ":"),
        _ => {
            let letters = query.match_indices(|c: char| c.is_ascii_alphanumeric());
            let letters: Vec<_> = letters.map(|(at, _)| at).collect();
            if letters.is_empty() {
                return;
            }
            let at = letters[rng.usize(..letters.len())];
            // Not inside an escape.
            if !query[at.saturating_sub(2)..at].contains('%') {
                let code = format!("%{:02X}", query.as_bytes()[at]);
                query.replace_range(at..=at, &code);
            }
        }
    }
}

/// Breaks the encoding of a query.
pub(crate) fn broken(query: &mut Vec<u8>, rng: &mut Rng) {
    const PIECES: [&[u8]; 14] = [
        b"&",
        b"#",
        b"=",
        b"+",
        b"%",
        b"%2",
        b"%GG",
        b"%FF",
        b"%00",
        b"\"",
        b" ",
        b"\xff",
        b"[object Object]",
        "\u{201c}".as_bytes(),
    ];
    let escapes: Vec<_> = (0..query.len()).filter(|at| query[*at] == b'%').collect();
    let equals: Vec<_> = (0..query.len()).filter(|at| query[*at] == b'=').collect();
    let escape = escapes.get(rng.usize(..escapes.len().max(1)));
    match (rng.u8(..8), escape) {
        (0 | 1, Some(&at)) => {
            let code = query
                .get(at + 1..at + 3)
                .and_then(|it| str::from_utf8(it).ok());
            let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok());
            drop(query.splice(at..(at + 3).min(query.len()), byte));
        }
        (2, Some(&at)) => drop(query.splice(at..=at, *b"%25")),
        (3, Some(_)) => {
            let twice = query.iter().flat_map(|byte| match byte {
                b'%' => b"%25".to_vec(),
                byte => vec![*byte],
            });
            *query = twice.collect();
        }
        (4, _) if !equals.is_empty() => drop(query.remove(equals[rng.usize(..equals.len())])),
        (5, _) => bytes(query, rng),
        (6, _) => {
            let again = query.split(|byte| *byte == b'&').next().map(<[u8]>::to_vec);
            query.push(b'&');
            query.extend(again.unwrap_or_default());
        }
        _ => {
            let at = rng.usize(..=query.len());
            let piece = PIECES[rng.usize(..PIECES.len())];
            drop(query.splice(at..at, piece.iter().copied()));
        }
    }
}
