//! What cannot be written down as things are: it holds up nothing else, and is tried again.

use jiff::{SignedDuration, Timestamp};

/// Between two tries: somebody may have mended the row.
const AGAIN_AFTER: SignedDuration = SignedDuration::from_mins(1);

#[derive(Debug)]
pub(crate) struct Aside<T>(Vec<(Timestamp, T)>);

impl<T> Default for Aside<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Aside<T> {
    pub fn put(&mut self, what: impl IntoIterator<Item = T>, now: Timestamp) {
        let at = now.checked_add(AGAIN_AFTER).unwrap_or(now);
        self.0.extend(what.into_iter().map(|one| (at, one)));
    }

    pub fn holds(&self, which: impl Fn(&T) -> bool) -> bool {
        self.0.iter().any(|(_, one)| which(one))
    }

    /// What is to be tried again.
    pub fn due(&mut self, now: Timestamp) -> impl Iterator<Item = T> + '_ {
        self.0
            .extract_if(.., move |(at, _)| *at <= now)
            .map(|(_, one)| one)
    }
}
