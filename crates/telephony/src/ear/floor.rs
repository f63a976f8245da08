//! What counts as loud on this line: well above the quietest it has been.

/// Nothing softer is speech (-46 dB of full scale).
const SOFTEST: f64 = 160.0;
/// What is always there and louder than this (-36 dB) is no mere noise.
const NOISE_MOST: f64 = 500.0;
/// Speech stands out by so much (9.5 dB).
const STANDS_OUT: f64 = 3.0;

/// The quietest tenth of a second until now.
#[derive(Debug)]
pub struct Floor {
    last: [f64; 5],
    at: usize,
    quietest: f64,
}

impl Default for Floor {
    fn default() -> Self {
        Self {
            last: [f64::INFINITY; 5],
            at: 0,
            quietest: f64::INFINITY,
        }
    }
}

impl Floor {
    pub fn is_loud(&mut self, level: f64) -> bool {
        if let Some(oldest) = self.last.get_mut(self.at) {
            *oldest = level;
        }
        self.at = (self.at + 1) % self.last.len();
        let lately = self.last.iter().sum::<f64>() / self.last.len() as f64;
        self.quietest = self.quietest.min(lately);
        let noise = self.quietest.min(NOISE_MOST);
        level > SOFTEST.max(noise * STANDS_OUT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_speaks_is_heard_above_the_noise_of_her_line() {
        let mut quiet = Floor::default();
        assert!((0..20).all(|_| !quiet.is_loud(10.0)));
        assert!(quiet.is_loud(300.0));
        let mut noisy = Floor::default();
        assert!((0..20).all(|_| !noisy.is_loud(300.0)));
        assert!(!noisy.is_loud(700.0));
        assert!(noisy.is_loud(2_000.0));
    }
}
