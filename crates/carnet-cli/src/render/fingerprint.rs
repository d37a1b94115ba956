//! What stays the same of a finding while lines are added above it.

use super::{Checked, Origin};
use carnet_core::Finding;
use std::collections::BTreeMap;

/// Makes fingerprints that are unique in one run.
#[derive(Debug, Default)]
pub(super) struct Fingerprints {
    seen: BTreeMap<u128, usize>,
}

impl Fingerprints {
    /// 32 hexadecimal digits from path, operation, rule, place and message; findings that share all
    /// of these are told apart by their order.
    pub(super) fn of(&mut self, origin: &Origin, file: &Checked<'_>, finding: &Finding) -> String {
        let place = finding.at.to_string();
        let path = origin.path(file.path);
        let parts = [
            path.as_str(),
            file.operation,
            file.artifact.as_str(),
            finding.rule.as_str(),
            &place,
            &finding.message,
        ];
        let hash = hash(START, &parts);
        let seen = self.seen.entry(hash).or_default();
        *seen += 1;
        let hash = match *seen {
            1 => hash,
            order => self::hash(hash, &[&order.to_string()]),
        };
        format!("{hash:032x}")
    }
}

/// FNV-1a of 128 bits: the same in every build, unlike the standard library's.
const START: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

fn hash(start: u128, parts: &[&str]) -> u128 {
    // No text holds the byte 255, so it parts what it stands between.
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([u8::MAX]));
    bytes.fold(start, |hash, byte| {
        (hash ^ u128::from(byte)).wrapping_mul(PRIME)
    })
}

#[cfg(test)]
mod tests {
    use super::{START, hash};

    #[test]
    fn every_version_makes_the_same() {
        // FNV-1a has 0xd228cb696f1a8caf78912b704e4a8964 for `a`; 255 follows.
        let a: u128 = 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964;
        let expected = (a ^ 255).wrapping_mul(super::PRIME);
        assert_eq!(hash(START, &["a"]), expected);
        assert_ne!(hash(START, &["ab", "c"]), hash(START, &["a", "bc"]));
    }
}
