//! Texts to read: as varied as what people send, the same in every run.
//!
//! Each vendor's file fills the structs of the catalog; this one has them written, and spells some
//! of the texts as other programs would.

pub(crate) mod apptivo;
pub(crate) mod aptania;
mod broken;
pub(crate) mod kapture;
pub(crate) mod revnue;
mod spelling;
mod words;

use carnet::payload;
use carnet_testing::JsonText;
use fastrand::Rng;

/// How many texts there are of each kind.
pub(crate) const TEXTS: usize = 1_000;

/// Makes the texts the same in every run.
const SEED: u64 = 0x0CA2_2E71;

/// Texts of one kind.
#[derive(Clone)]
pub(crate) struct Corpus {
    pub(crate) texts: Vec<Vec<u8>>,
}

impl Corpus {
    /// Customers as they are sent to RevNue.
    pub(crate) fn revnue() -> Self {
        Self::made(|rng| payload::to_vec(&revnue::customer(rng)))
    }

    /// Texts that `text` makes, each of a seed of its own. One in sixteen is spelled as programs do
    /// that keep to ASCII.
    pub(crate) fn made(text: impl Fn(&mut Rng) -> Vec<u8>) -> Self {
        let texts = seeds().map(|mut rng| {
            let text = text(&mut rng);
            if rng.u8(..16) == 0 {
                spelling::ascii(&text)
            } else {
                text
            }
        });
        Self {
            texts: texts.collect(),
        }
    }

    /// The same texts with the members of every object in another order.
    pub(crate) fn shuffled(&self) -> Self {
        self.each(|tree, rng| {
            spelling::shuffle(tree, rng);
            tree.to_string()
        })
    }

    /// The same texts, indented by two blanks.
    pub(crate) fn pretty(&self) -> Self {
        self.each(|tree, _| spelling::pretty(tree))
    }

    /// The same texts with one to three defects each, such that `is_broken` sees one at least.
    pub(crate) fn broken(&self, is_broken: impl Fn(&[u8]) -> bool) -> Self {
        self.each(|tree, rng| {
            loop {
                let mut broken = tree.clone();
                broken::spoil(&mut broken, rng.usize(1..=3), rng);
                let text = broken.to_string();
                if is_broken(text.as_bytes()) {
                    return text;
                }
            }
        })
    }

    fn each(&self, change: impl Fn(&mut JsonText, &mut Rng) -> String) -> Self {
        let texts = self.texts.iter().zip(seeds()).map(|(text, mut rng)| {
            let text = str::from_utf8(text).expect("what is written is UTF-8");
            change(&mut JsonText::parse(text), &mut rng).into_bytes()
        });
        Self {
            texts: texts.collect(),
        }
    }

    /// The mean length of a text in bytes.
    pub(crate) fn mean(&self) -> usize {
        self.texts.iter().map(Vec::len).sum::<usize>() / self.texts.len()
    }
}

/// A generator for every text.
pub(crate) fn seeds() -> impl Iterator<Item = Rng> {
    (0..TEXTS as u64).map(|text| Rng::with_seed(SEED + text))
}
