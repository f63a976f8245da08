//! Chance derived from ids, so that history replays bit for bit.

/// A figure that looks random and depends on nothing but its arguments.
pub fn draw(seed: u64, count: u64) -> u64 {
    let mut figure = seed ^ count.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    figure = (figure ^ (figure >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    figure = (figure ^ (figure >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    figure ^ (figure >> 31)
}

/// One of `choices`, uniformly; 0 where there is no choice.
pub fn pick(seed: u64, count: u64, choices: usize) -> usize {
    let choices = u64::try_from(choices).unwrap_or(u64::MAX);
    // The high half times the number of choices: no bias that 2^32 draws could show.
    let scaled = (draw(seed, count) >> 32).wrapping_mul(choices) >> 32;
    usize::try_from(scaled).unwrap_or_default()
}
