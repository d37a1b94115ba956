//! The known word that a misspelt one was probably meant to be.

/// The candidate nearest to `found`, if one is near enough to be a likely slip, or continues it.
pub(crate) fn nearest<'a>(
    found: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let found = folded(found);
    let limit = (found.len() / 3).max(1);
    let score = |candidate: &str| {
        let candidate = folded(candidate);
        let distance = distance(&found, &candidate);
        let continues = found.len() >= 3 && candidate.starts_with(&found);
        (distance <= limit || continues).then_some(distance)
    };
    candidates
        .into_iter()
        .filter_map(|candidate| Some((score(candidate)?, candidate)))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// `did you mean …?` when there is a likely candidate, else what `otherwise` says.
pub(crate) fn did_you_mean<'a>(
    found: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    otherwise: impl FnOnce() -> String,
) -> String {
    nearest(found, candidates).map_or_else(otherwise, |word| format!("did you mean `{word}`?"))
}

/// `` `a`, `b` or `c` ``.
pub(crate) fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<_> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// The letters and digits, so that `maxLength` and `max-length` are `max_length`.
fn folded(word: &str) -> Vec<char> {
    word.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Number of letters to insert, delete, replace, or swap with their neighbour.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=b.len()).collect();
    for (i, &from) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &to) in b.iter().enumerate() {
            let replaced = previous[j] + usize::from(from != to);
            let mut best = replaced.min(previous[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && from == b[j - 1] && a[i - 1] == to {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut previous, row);
    }
    previous[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{nearest, one_of};

    #[test]
    fn likely_slips_are_found_and_others_are_not() {
        let words = ["max_length", "min_length", "maximum", "null", "format"];
        for (found, expected) in [
            ("max_lenght", Some("max_length")),
            ("maxLength", Some("max_length")),
            ("nul", Some("null")),
            ("fromat", Some("format")),
            ("max", Some("maximum")),
            ("pattern", None),
            ("", None),
            ("x", None),
        ] {
            assert_eq!(nearest(found, words), expected, "{found}");
        }
    }

    #[test]
    fn lists_read_as_prose() {
        assert_eq!(one_of(["a"]), "`a`");
        assert_eq!(one_of(["a", "b", "c"]), "`a`, `b` or `c`");
    }
}
