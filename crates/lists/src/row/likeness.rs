//! A figure that is equal for rows that are one contact, the same on every machine and for ever.

use crate::folding;
use engine::number::Number;

/// Collects what is compared.
#[derive(Debug, Default)]
pub(super) struct Likeness {
    hash: u64,
    folded: String,
    filled: bool,
}

const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

impl Likeness {
    pub(super) fn start(&mut self) {
        self.hash = FNV_START;
        self.filled = false;
    }

    /// Takes in a value; how it is written (case, accents, spaces, punctuation) does not count.
    pub(super) fn take(&mut self, value: &str) {
        self.folded.clear();
        folding::fold_into(value, &mut self.folded);
        self.filled |= !self.folded.is_empty();
        for &byte in self.folded.as_bytes() {
            self.hash = (self.hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
        }
        // Keeps `ab, c` and `a, bc` apart.
        self.hash = (self.hash ^ 0x1F).wrapping_mul(FNV_PRIME);
    }

    pub(super) fn take_number(&mut self, number: Number) {
        for byte in number.digits().to_be_bytes() {
            self.hash = (self.hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
        }
        self.filled = true;
    }

    /// The figure, if anything was taken in at all.
    pub(super) fn finish(&self) -> Option<u64> {
        self.filled.then(|| mixed(self.hash))
    }
}

/// Spreads the last bytes over the whole figure.
fn mixed(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[&str]) -> Option<u64> {
        let mut likeness = Likeness::default();
        likeness.start();
        values.iter().for_each(|value| likeness.take(value));
        likeness.finish()
    }

    #[test]
    fn the_way_of_writing_does_not_count() {
        assert_eq!(
            of(&["José de Vries", "9701 AB"]),
            of(&["jose DE  vries", "9701ab"])
        );
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
        assert_ne!(of(&["a", "b"]), of(&["b", "a"]));
        assert_eq!(of(&["", " - "]), None);
    }

    #[test]
    fn the_figure_never_changes() {
        // Stored figures must stay comparable: this value may not be altered.
        assert_eq!(
            of(&["a"]),
            Some(mixed(
                (0xaf63_dc4c_8601_ec8c_u64 ^ 0x1F).wrapping_mul(FNV_PRIME)
            ))
        );
    }
}
