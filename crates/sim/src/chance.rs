//! Chance that follows from a seed and from what it is about, so that a day can be played again.

use engine::chance::draw;

/// Rolls that depend on nothing but the figures the dice were made of.
#[derive(Debug, Clone)]
pub struct Dice {
    seed: u64,
    rolls: u64,
}

impl Dice {
    pub fn of(figures: &[u64]) -> Self {
        let seed = figures
            .iter()
            .fold(0x6469_7370_6f00, |seed, figure| draw(seed ^ figure, 1));
        Self { seed, rolls: 0 }
    }

    pub fn roll(&mut self) -> u64 {
        self.rolls = self.rolls.wrapping_add(1);
        draw(self.seed, self.rolls)
    }

    /// True so many times in a thousand.
    pub fn happens(&mut self, per_mille: u64) -> bool {
        self.below(1000) < per_mille
    }

    /// A figure between two, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = high.saturating_sub(low).saturating_add(1).max(1);
        let more = self.below(width.unsigned_abs());
        low.saturating_add(i64::try_from(more).unwrap_or_default())
    }

    /// One of them, each equally often.
    pub fn choose<'a, T>(&mut self, among: &'a [T]) -> Option<&'a T> {
        let index = self.below(among.len() as u64);
        among.get(usize::try_from(index).unwrap_or_default())
    }

    /// One of them, each as often as its weight says.
    pub fn weigh<T: Copy>(&mut self, among: &[(u64, T)]) -> Option<T> {
        let mut left = self.below(among.iter().map(|(weight, _)| weight).sum());
        for (weight, choice) in among {
            if left < *weight {
                return Some(*choice);
            }
            left = left.saturating_sub(*weight);
        }
        None
    }

    fn below(&mut self, limit: u64) -> u64 {
        // The high half: the low bits of a product are the weaker ones.
        ((self.roll() >> 32).wrapping_mul(limit)) >> 32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_figures_roll_the_same_and_others_do_not() {
        let rolls = |figures: &[u64]| {
            let mut dice = Dice::of(figures);
            [dice.roll(), dice.roll(), dice.roll()]
        };
        assert_eq!(rolls(&[1, 2]), rolls(&[1, 2]));
        assert_ne!(rolls(&[1, 2]), rolls(&[2, 1]));
        assert_ne!(rolls(&[1]), rolls(&[1, 0]));
    }

    #[test]
    fn weights_are_kept() {
        let mut dice = Dice::of(&[7]);
        let mut counts = [0_u32; 3];
        for _ in 0..10_000 {
            let choice = dice.weigh(&[(1, 0_usize), (0, 1), (3, 2)]).unwrap();
            counts[choice] += 1;
        }
        assert_eq!(counts[1], 0);
        assert!((2_300..2_700).contains(&counts[0]), "{counts:?}");
    }

    #[test]
    fn both_ends_of_a_range_come_up() {
        let mut dice = Dice::of(&[9]);
        let rolled: std::collections::BTreeSet<i64> =
            (0..200).map(|_| dice.between(-1, 2)).collect();
        assert_eq!(rolled.into_iter().collect::<Vec<_>>(), [-1, 0, 1, 2]);
    }
}
