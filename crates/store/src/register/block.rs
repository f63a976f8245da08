//! How a register is kept: some hundred numbers in a row, the first one whole and each later one
//! as the distance from the one before.
//!
//! A figure is written in digits of five bits, the lowest first, each as one letter; a sixth bit
//! says that more follow. So a block is a text that both databases keep alike, of two to four
//! letters a number in a register of millions.

/// Numbers of one block: few enough to be read through in a microsecond.
pub const LONGEST: usize = 256;

const BITS: u32 = 5;
const MORE: u64 = 1 << BITS;
const DIGIT: u64 = MORE - 1;
/// The letter of the digit 0; the 64 letters from there on are plain ASCII.
const ZERO: u8 = b'0';

/// Writes numbers in rising order.
pub fn write(numbers: &[u64]) -> String {
    let mut body = String::with_capacity(numbers.len().saturating_mul(3));
    let mut before = 0;
    for number in numbers {
        write_figure(&mut body, number.saturating_sub(before));
        before = *number;
    }
    body
}

fn write_figure(body: &mut String, mut figure: u64) {
    loop {
        let rest = figure >> BITS;
        let more = if rest > 0 { MORE } else { 0 };
        let digit = u8::try_from((figure & DIGIT) | more).unwrap_or(0);
        body.push(char::from(ZERO.saturating_add(digit)));
        if rest == 0 {
            return;
        }
        figure = rest;
    }
}

/// Reads the numbers of a block. A letter that is none ends it.
pub fn read(body: &str) -> Numbers<'_> {
    Numbers {
        letters: body.as_bytes().iter(),
        before: 0,
    }
}

/// Whether a number stands in a block.
pub fn holds(body: &str, wanted: u64) -> bool {
    read(body).find(|number| *number >= wanted) == Some(wanted)
}

pub struct Numbers<'b> {
    letters: std::slice::Iter<'b, u8>,
    before: u64,
}

impl Iterator for Numbers<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        let (mut figure, mut shift) = (0_u64, 0_u32);
        loop {
            let digit = u64::from(self.letters.next()?.checked_sub(ZERO)?);
            figure |= (digit & DIGIT).checked_shl(shift)?;
            if digit & MORE == 0 {
                break;
            }
            shift = shift.saturating_add(BITS);
        }
        self.before = self.before.checked_add(figure)?;
        Some(self.before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Distances of all sizes, drawn without a library.
    fn drawn(seed: u64, count: usize) -> Vec<u64> {
        let mut state = seed;
        let mut number = 10_000_000;
        let mut next = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let size = 1 + (state >> 58) % 40;
            number += 1 + ((state >> 16) & ((1 << size) - 1));
            number
        };
        (0..count).map(|_| next()).collect()
    }

    #[test]
    fn what_is_written_is_read() {
        for seed in 0..500 {
            let numbers = drawn(seed, usize::try_from(seed).unwrap_or(0) % 300);
            let body = write(&numbers);
            assert_eq!(read(&body).collect::<Vec<u64>>(), numbers, "seed {seed}");
            assert!(body.bytes().all(|letter| (b'0'..=b'o').contains(&letter)));
        }
    }

    #[test]
    fn a_number_stands_in_its_block_and_its_neighbours_do_not() {
        for seed in 0..100 {
            let numbers = drawn(seed, 50);
            let body = write(&numbers);
            for number in &numbers {
                for near in [number - 1, *number, number + 1] {
                    assert_eq!(holds(&body, near), numbers.contains(&near), "seed {seed}");
                }
            }
        }
        assert!(!holds("", 5));
    }

    #[test]
    fn neighbours_take_one_letter() {
        let numbers: Vec<u64> = (31_600_000_000..31_600_000_256).collect();
        assert_eq!(write(&numbers).len(), 7 + 255);
    }

    #[test]
    fn a_block_spoilt_by_hand_ends_where_it_is_spoilt() {
        assert_eq!(read("12 3").collect::<Vec<u64>>(), [1, 3]);
        assert_eq!(read("1oooooooooooooooooo").collect::<Vec<u64>>(), [1]);
    }
}
