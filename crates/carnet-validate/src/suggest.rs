//! "Did you mean": the known word nearest to one that is not known.

/// Words longer than this are compared for case and blanks only.
const LONGEST: usize = 64;

/// The word of `among` that `word` was probably meant to be.
///
/// Case and blanks count for nothing, a letter that is missing, superfluous, wrong or swapped with
/// its neighbour counts one; up to a third of the letters, at most three, may differ. Of equally
/// near words the first is taken.
///
/// # Example
/// ```
/// use carnet_validate::suggest::closest;
///
/// assert_eq!(closest("tokenuuid", ["AccountName", "TokenUUID"]), Some("TokenUUID"));
/// assert_eq!(closest("adress_line_1", ["address_line_1", "address_line_2"]), Some("address_line_1"));
/// assert_eq!(closest("colour", ["name", "company"]), None);
/// ```
#[must_use]
pub fn closest<'a>(word: &str, among: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters = Letters::of(word);
    let mut folded: Option<Vec<char>> = None;
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in among {
        let others = Letters::of(candidate);
        let longest = letters.count.max(others.count);
        let most = (longest / 3).min(3);
        if letters.least_distance(others) > most {
            continue;
        }
        let word = folded.get_or_insert_with(|| fold(word).collect());
        let candidate_folded: Vec<char> = fold(candidate).collect();
        let distance = if *word == candidate_folded {
            0
        } else if longest > LONGEST {
            continue;
        } else {
            distance(word, &candidate_folded)
        };
        if distance <= most && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn fold(word: &str) -> impl Iterator<Item = char> {
    word.chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
}

/// Which letters a folded word has: enough to tell most words apart.
#[derive(Clone, Copy, Default)]
struct Letters {
    count: usize,
    /// A bit for each of them; those that have one in common are taken for the same.
    set: u64,
}

impl Letters {
    fn of(word: &str) -> Self {
        let with = |letters: Self, letter: u32| Self {
            count: letters.count + 1,
            set: letters.set | 1 << (letter % u64::BITS),
        };
        if word.is_ascii() {
            let letters = word
                .bytes()
                .filter(|&byte| !char::from(byte).is_whitespace());
            letters.fold(Self::default(), |letters, byte| {
                with(letters, byte.to_ascii_lowercase().into())
            })
        } else {
            fold(word).fold(Self::default(), |letters, c| with(letters, c.into()))
        }
    }

    /// How many edits it takes at least: one brings in a letter, or takes one out, or both.
    const fn least_distance(self, other: Self) -> usize {
        let missing = (self.set & !other.set).count_ones();
        let superfluous = (other.set & !self.set).count_ones();
        let letters = if missing > superfluous {
            missing
        } else {
            superfluous
        } as usize;
        let count = self.count.abs_diff(other.count);
        if letters > count { letters } else { count }
    }
}

/// Edits between two words, a swap of neighbours being one (optimal string alignment). Neither is
/// longer than [`LONGEST`].
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last = [0; LONGEST + 1];
    let mut last: [usize; LONGEST + 1] = std::array::from_fn(|edits| edits);
    for i in 1..=a.len() {
        let mut row = [i; LONGEST + 1];
        for j in 1..=b.len() {
            let same = a[i - 1] == b[j - 1];
            let mut edits = (last[j] + 1)
                .min(row[j - 1] + 1)
                .min(last[j - 1] + usize::from(!same));
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                edits = edits.min(before_last[j - 2] + 1);
            }
            row[j] = edits;
        }
        (before_last, last) = (last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{Letters, closest, distance, fold};

    #[test]
    fn a_swap_is_one_edit() {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(distance(&chars("name"), &chars("nmae")), 1);
        assert_eq!(distance(&chars("name"), &chars("game")), 1);
        assert_eq!(distance(&chars(""), &chars("abc")), 3);
        assert_eq!(distance(&chars("kitten"), &chars("sitting")), 3);
    }

    #[test]
    fn letters_never_tell_of_more_edits_than_there_are() {
        let words = [
            "",
            "Name",
            "n a m e",
            "nmae",
            "address_line_1",
            "adress line 2",
            "Straße",
            "KÖLN",
        ];
        for one in words {
            for other in words {
                let folded = [one, other].map(|word| fold(word).collect::<Vec<_>>());
                let least = Letters::of(one).least_distance(Letters::of(other));
                assert!(least <= distance(&folded[0], &folded[1]), "{one} {other}");
            }
        }
    }

    #[test]
    fn short_words_need_to_be_nearer() {
        assert_eq!(closest("ab", ["id", "ad"]), None);
        assert_eq!(closest("fxx", ["fax", "mobile"]), Some("fax"));
        assert_eq!(closest("", ["id"]), None);
        assert_eq!(closest(&"x".repeat(1_000_000), ["name"]), None);
    }
}
