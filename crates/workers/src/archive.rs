//! Brings what was recorded from the exchange into the vault, and destroys what is to be. What it
//! does stands in the store before and after, so that it goes on wherever it was stopped.

mod round;

use crate::wav::Wav;
use round::{Answer, Round};
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use store::{Recording, RecordingOf, RecordingState, SealedSound, Store, StoreError};
use telephony::asterisk::{AsteriskAddress, FetchProblem};
use vault::{Vault, VaultProblem, Writer};

const AT_ONCE: i64 = 20;
const EVERY: Duration = Duration::from_millis(500);
/// Between two looks at what lies on the exchange that nobody knows of.
const SWEEP_EVERY: Duration = Duration::from_secs(60);
/// What goes wrong is tried again after a while.
const AGAIN_AFTER: Duration = Duration::from_secs(5);
/// A program that ends works no longer than this on what is left; the next start goes on.
const LAST_WORK: Duration = Duration::from_secs(10);

/// What is done with one; whether it is, or waits for an exchange that does not answer.
type Work = fn(&Archive, &Recording, &mut Round<'_>) -> Result<bool, ArchiveProblem>;

pub struct Archive {
    store: Store,
    vault: Vault,
    /// Where recordings lie at first; a simulated exchange has none.
    exchanges: Vec<AsteriskAddress>,
}

#[derive(Debug, thiserror::Error)]
pub enum ArchiveProblem {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Vault(#[from] VaultProblem),
    #[error(transparent)]
    Fetch(#[from] FetchProblem),
    #[error("the recording {name} is not the same in the vault as it was on its way there")]
    NotTheSame { name: String },
    #[error("the recording {name} lies on an Asterisk; start the program with it")]
    NoExchange { name: String },
}

impl Archive {
    pub fn new(store: Store, vault: Vault, exchanges: Vec<AsteriskAddress>) -> Self {
        Self {
            store,
            vault,
            exchanges,
        }
    }

    /// Works on a thread of its own for as long as something else does.
    pub fn beside<T>(
        &self,
        problem: &mut (dyn FnMut(&ArchiveProblem) + Send),
        work: impl FnOnce() -> T,
    ) -> T {
        let over = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| self.run(&over, problem));
            let done = work();
            over.store(true, Ordering::Relaxed);
            done
        })
    }

    fn run(&self, over: &AtomicBool, problem: &mut dyn FnMut(&ArchiveProblem)) {
        let (mut next, mut sweep) = (Instant::now(), Instant::now());
        let mut well = true;
        while !over.load(Ordering::Relaxed) {
            let now = Instant::now();
            if next <= now {
                well = self.go_round(&|| over.load(Ordering::Relaxed), problem);
                next = now + if well { EVERY } else { AGAIN_AFTER };
            }
            if sweep <= now {
                sweep = now + SWEEP_EVERY;
                if let Err(wrong) = self.sweep() {
                    problem(&wrong);
                }
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        if well {
            // Talks that ended with the program do not lie on the exchange until the next start.
            let began = Instant::now();
            self.go_round(&|| began.elapsed() > LAST_WORK, problem);
        }
    }

    /// Does what is to be done now; whether nothing went wrong.
    pub fn step(&self, problem: &mut dyn FnMut(&ArchiveProblem)) -> bool {
        self.go_round(&|| false, problem)
    }

    fn go_round(&self, over: &dyn Fn() -> bool, problem: &mut dyn FnMut(&ArchiveProblem)) -> bool {
        let due = self.store.condemn_due_recordings(AT_ONCE);
        let is_due = due.is_ok();
        if let Err(wrong) = due {
            problem(&wrong.into());
        }
        let mut round = Round::of(&self.exchanges);
        let mut each = |state, work| self.each((state, work), &mut round, over, problem);
        let destroyed = each(RecordingState::Condemned, Self::destroy as Work);
        let taken = each(RecordingState::Ended, Self::take_in as Work);
        is_due && destroyed && taken
    }

    /// Destroys what is to be, as far as it can be reached from here.
    pub fn destroy_condemned(&self, problem: &mut dyn FnMut(&ArchiveProblem)) -> bool {
        let mut round = Round::of(&self.exchanges);
        let work = (RecordingState::Condemned, Self::destroy as Work);
        self.each(work, &mut round, &|| false, problem)
    }

    /// One that cannot be had does not keep the others waiting, however many there are of it.
    fn each(
        &self,
        (state, work): (RecordingState, Work),
        round: &mut Round<'_>,
        over: &dyn Fn() -> bool,
        problem: &mut dyn FnMut(&ArchiveProblem),
    ) -> bool {
        let (mut well, mut last) = (true, None);
        loop {
            let found = match self.store.recordings_behind(state, last.as_ref(), AT_ONCE) {
                Ok(found) => found,
                Err(wrong) => {
                    problem(&wrong.into());
                    return false;
                }
            };
            for one in &found {
                if over() {
                    return well;
                }
                well &= work(self, one, round).unwrap_or_else(|wrong| {
                    problem(&wrong);
                    false
                });
            }
            last = found.into_iter().next_back();
            if last.is_none() {
                return well;
            }
        }
    }

    fn take_in(
        &self,
        recording: &Recording,
        round: &mut Round<'_>,
    ) -> Result<bool, ArchiveProblem> {
        let (of, name) = (recording.of, recording.of.name());
        let mut writer = self.vault.write(&name)?;
        match &recording.on_exchange {
            Some(there) => match fetch(round, there, &mut writer)? {
                Answer::There => {}
                Answer::Waits => return Ok(false),
                Answer::Nowhere => {
                    self.store.recording_lost(of)?;
                    return Ok(true);
                }
            },
            None => {
                for piece in telephony::tones(recording.lasts().unwrap_or_default()) {
                    writer.push(&piece)?;
                }
            }
        }
        let sealed = writer.finish()?;
        if self.vault.read(&name)?.digest()? != sealed.digest {
            return Err(ArchiveProblem::NotTheSame { name });
        }
        let sealed = SealedSound {
            bytes: sealed.bytes,
            digest: sealed.digest,
            key: sealed.key,
        };
        if !self.store.keep_recording(of, sealed)? {
            // It was refused meanwhile.
            self.vault.remove(&name)?;
            return Ok(true);
        }
        self.leave_exchange(of, recording.on_exchange.as_deref(), round)
    }

    /// Whether nothing of it is left there.
    fn leave_exchange(
        &self,
        of: RecordingOf,
        there: Option<&str>,
        round: &mut Round<'_>,
    ) -> Result<bool, ArchiveProblem> {
        let Some(there) = there else {
            return Ok(true);
        };
        let left = round.ask(there, |exchange| {
            exchange.delete_recording(there).map(|()| false)
        })?;
        let has_left = left == Answer::Nowhere;
        if has_left {
            self.store.recording_left_exchange(of)?;
        }
        Ok(has_left)
    }

    fn destroy(
        &self,
        recording: &Recording,
        round: &mut Round<'_>,
    ) -> Result<bool, ArchiveProblem> {
        self.vault.remove(&recording.of.name())?;
        let has_left =
            self.leave_exchange(recording.of, recording.on_exchange.as_deref(), round)?;
        if has_left {
            self.store.recording_destroyed(recording.of)?;
        }
        Ok(has_left)
    }

    /// What lies on the exchange and is not wanted there: taken in already, or of no talk that is
    /// known.
    pub fn sweep(&self) -> Result<(), ArchiveProblem> {
        let swept = self
            .exchanges
            .iter()
            .map(|exchange| self.sweep_one(exchange));
        let wrong: Vec<_> = swept.filter_map(Result::err).collect();
        wrong.into_iter().next().map_or(Ok(()), Err)
    }

    fn sweep_one(&self, exchange: &AsteriskAddress) -> Result<(), ArchiveProblem> {
        for there in exchange.stored_recordings()? {
            let of = of_name(&there);
            let recording = of.map(|of| self.store.recording(of)).transpose()?.flatten();
            let wanted = recording.as_ref().is_some_and(|recording| {
                recording.is_live() || recording.state == RecordingState::Ended
            });
            if !wanted {
                exchange.delete_recording(&there)?;
            }
            if let Some(recording) = recording.filter(Recording::can_be_heard) {
                self.store.recording_left_exchange(recording.of)?;
            }
        }
        Ok(())
    }
}

fn fetch(
    round: &mut Round<'_>,
    there: &str,
    writer: &mut Writer,
) -> Result<Answer, ArchiveProblem> {
    let mut wav: Option<Wav> = None;
    let mut take = |total: Option<u64>, piece: &[u8]| {
        let wav = wav.get_or_insert_with(|| Wav::of(total));
        writer.push(&wav.push(piece)).map_err(io::Error::other)
    };
    round.ask(there, |exchange| exchange.fetch_recording(there, &mut take))
}

/// Of which attempt, read off the end of a name on the exchange.
fn of_name(there: &str) -> Option<RecordingOf> {
    let mut parts = there.rsplit('-');
    let attempt = parts.next()?.parse().ok()?;
    let contact = engine::ContactId(parts.next()?.parse().ok()?);
    let list = engine::ListId(parts.next()?.parse().ok()?);
    Some(RecordingOf {
        list,
        contact,
        attempt,
    })
}
