//! What a recording of a simulated talk sounds like: each side is a tone, they take turns by the
//! second.

use jiff::SignedDuration;

/// Samples a second, of sixteen bits each.
pub const RATE: u32 = 8_000;
pub const WAV_HEAD: usize = 44;

/// Samples of one wave: 400 Hz for the agent, 640 Hz for the other side.
const AGENT: [i16; 20] = [
    0, 1854, 3527, 4854, 5706, 6000, 5706, 4854, 3527, 1854, 0, -1854, -3527, -4854, -5706, -6000,
    -5706, -4854, -3527, -1854,
];
const OTHER: [i16; 25] = [
    0, 1492, 2890, 4107, 5065, 5706, 5988, 5894, 5429, 4623, 3527, 2209, 752, -752, -2209, -3527,
    -4623, -5429, -5894, -5988, -5706, -5065, -4107, -2890, -1492,
];

/// A recording of so many seconds, begun ones as whole ones, in pieces of a second after the head.
pub fn tones(lasts: SignedDuration) -> impl Iterator<Item = Vec<u8>> {
    let seconds = u32::try_from(lasts.as_secs().max(0)).unwrap_or(u32::MAX);
    let seconds = seconds.saturating_add(1).min(24 * 3600);
    let bytes = seconds.saturating_mul(RATE).saturating_mul(2);
    std::iter::once(wav_head(bytes).to_vec()).chain((0..seconds).map(second))
}

fn second(at: u32) -> Vec<u8> {
    let samples = usize::try_from(RATE).unwrap_or_default();
    let wave: &[i16] = if at.is_multiple_of(2) { &AGENT } else { &OTHER };
    let samples = wave.iter().cycle().take(samples);
    samples.flat_map(|sample| sample.to_le_bytes()).collect()
}

/// Before so many bytes of sound: one channel, `RATE` samples a second, sixteen bits.
pub fn wav_head(bytes: u32) -> [u8; WAV_HEAD] {
    let mut head = [0; WAV_HEAD];
    let after = bytes.saturating_add(36);
    let fields = [
        b"RIFF".as_slice(),
        &after.to_le_bytes(),
        b"WAVEfmt \x10\0\0\0\x01\0\x01\0",
        &RATE.to_le_bytes(),
        &RATE.saturating_mul(2).to_le_bytes(),
        b"\x02\0\x10\0data",
        &bytes.to_le_bytes(),
    ];
    for (place, byte) in head.iter_mut().zip(fields.concat()) {
        *place = byte;
    }
    head
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recording_is_as_long_as_its_talk_and_both_sides_are_in_it() {
        let sound: Vec<u8> = tones(SignedDuration::from_millis(3_400))
            .flatten()
            .collect();
        assert_eq!(sound.len(), WAV_HEAD + 4 * 16_000);
        assert_eq!(&sound[..4], b"RIFF");
        assert_eq!(&sound[36..40], b"data");
        assert_eq!(sound[40..44], 64_000_u32.to_le_bytes());
        assert_eq!(sound[4..8], 64_036_u32.to_le_bytes());
        assert_eq!(sound[24..28], 8_000_u32.to_le_bytes());
        let second = |at: usize| &sound[WAV_HEAD + at * 16_000..][..16_000];
        assert!(second(0) == second(2) && second(1) == second(3) && second(0) != second(1));
    }
}
