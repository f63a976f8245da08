//! What those who pick up say, each number another way.

use crate::made::Sound;

/// Between the two, another for each number.
pub fn upto(at: u64, least: f64, most: f64) -> f64 {
    least + (most - least) * (at % 7) as f64 / 6.0
}

/// How high mailboxes beep.
pub fn pitch(at: u64) -> f64 {
    [1_000.0, 440.0, 800.0, 1_400.0, 620.0][(at % 5) as usize]
}

/// Who picks up breathes in first; some are softer than others.
pub fn breath(at: u64) -> Sound {
    Sound::new(at).quiet(0.2 + 0.1 * (at % 4) as f64)
}

pub fn short_hello(at: u64) -> Sound {
    Sound::new(at)
        .quiet(0.2 + 0.1 * (at % 3) as f64)
        .says(upto(at, 0.35, 0.6))
}

/// "Good morning, this is the firm of so-and-so, my name is such, how can I help you?"
pub fn firm(at: u64) -> Sound {
    breath(at)
        .says(upto(at, 1.2, 1.6))
        .quiet(0.2)
        .says(upto(at + 3, 1.5, 2.2))
}

pub fn long(at: u64) -> Sound {
    let pause = upto(at, 0.25, 0.6);
    breath(at).phrases(&[(upto(at, 1.5, 2.5), pause), (2.2, pause), (2.0, 0.6)])
}

pub fn digits(sound: Sound) -> Sound {
    sound.phrases(&[(0.35, 0.2); 7])
}

pub fn information(at: u64) -> Sound {
    let first = [950.0, 914.0, 985.2][(at % 3) as usize];
    let sound = Sound::new(at).quiet(upto(at, 0.1, 1.0));
    sound
        .hums(&[first], 0.33)
        .hums(&[1_400.0], 0.33)
        .hums(&[1_800.0], 0.33)
}

/// She is still there, and so is the noise, after what she said.
pub fn noisy(sound: Sound, at: u64) -> Sound {
    sound.quiet(2.0).in_noise(upto(at, 100.0, 350.0))
}
