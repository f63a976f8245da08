//! The head of a recording says how long it is. An exchange that died while it wrote could not say
//! so any more: then the head is put right on the way.

use telephony::{WAV_HEAD, wav_head};

pub struct Wav {
    /// How many bytes come in all, where that is known.
    total: Option<u64>,
    head: Vec<u8>,
}

impl Wav {
    pub fn of(total: Option<u64>) -> Self {
        Self {
            total,
            head: Vec::with_capacity(WAV_HEAD),
        }
    }

    /// What of it can be passed on.
    pub fn push(&mut self, bytes: &[u8]) -> Vec<u8> {
        if self.head.len() >= WAV_HEAD {
            return bytes.to_vec();
        }
        let lacks = WAV_HEAD.saturating_sub(self.head.len()).min(bytes.len());
        let (more, rest) = bytes.split_at_checked(lacks).unwrap_or((bytes, &[]));
        self.head.extend_from_slice(more);
        if self.head.len() < WAV_HEAD {
            return Vec::new();
        }
        let mut whole = self.mended();
        whole.extend_from_slice(rest);
        whole
    }

    /// The lengths are those of what comes; all else is left as it is.
    fn mended(&self) -> Vec<u8> {
        let sound = self
            .total
            .and_then(|total| total.checked_sub(WAV_HEAD as u64));
        let right = sound
            .and_then(|sound| u32::try_from(sound).ok())
            .map(wav_head);
        let lengths = (4..8).chain(40..44);
        let mut head = self.head.clone();
        let is_plain = head.get(36..40) == Some(b"data");
        if let Some(right) = right.filter(|_| is_plain) {
            for at in lengths {
                if let (Some(place), Some(byte)) = (head.get_mut(at), right.get(at)) {
                    *place = *byte;
                }
            }
        }
        head
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_put_right_whatever_the_pieces() {
        let right: Vec<u8> = wav_head(1_000).into_iter().chain([7; 1_000]).collect();
        let mut broken = right.clone();
        broken[4..8].copy_from_slice(&[0; 4]);
        broken[40..44].copy_from_slice(&[0; 4]);
        for piece in [1, 7, 44, 45, 2_000] {
            let mut wav = Wav::of(Some(1_044));
            let sound: Vec<u8> = broken
                .chunks(piece)
                .flat_map(|some| wav.push(some))
                .collect();
            assert!(sound == right, "{piece}");
        }
        let mut unknown = Wav::of(None);
        assert!(unknown.push(&broken) == broken);
    }
}
