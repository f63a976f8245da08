//! Writes down what becomes of recordings while their talks last.

use crate::aside::Aside;
use engine::{AgentId, ContactId, Owed, Recording};
use std::collections::{BTreeMap, VecDeque};
use store::{
    NewRecording, RecordAct, RecordingConsent, RecordingNews, RecordingOf, Store, StoreError,
};
use telephony::{Placed, TapeAct, TapeWord, Taped};

/// Talks under way that may be recorded, and what could not be written down yet.
#[derive(Debug, Default)]
pub struct Recorder {
    talks: BTreeMap<(ContactId, u32), (AgentId, Recording)>,
    untold: VecDeque<Taped>,
    set_aside: Aside<Taped>,
}

impl Recorder {
    pub fn placed(&mut self, placed: &Placed, agent: AgentId, recording: Recording) {
        let key = (placed.contact, placed.attempt);
        self.talks.insert(key, (agent, recording));
    }

    /// The call is over; what is still to be told of its recording comes before.
    pub fn ended(&mut self, placed: &Placed) {
        let told = |taped: &Taped| taped.placed.line == placed.line;
        if !self.untold.iter().any(told) {
            self.talks.remove(&(placed.contact, placed.attempt));
        }
    }

    pub fn note(&mut self, taped: Vec<Taped>) {
        self.untold.extend(taped);
    }

    /// Writes down what was noted. What cannot be waits, and with it what comes later of the same talk.
    pub fn tell(&mut self, store: &Store) -> Result<(), StoreError> {
        let now = store.clock().now();
        self.untold.extend(self.set_aside.due(now));
        let mut done = Ok(());
        while let Some(taped) = self.untold.pop_front() {
            let line = taped.placed.line;
            if self.set_aside.holds(|before| before.placed.line == line) {
                self.set_aside.put([taped], now);
                continue;
            }
            match self.write(store, &taped) {
                Ok(()) => self.written(&taped),
                Err(problem) if problem.is_of_everybody() => {
                    self.untold.push_front(taped);
                    return Err(problem);
                }
                Err(problem) => {
                    self.set_aside.put([taped], now);
                    done = done.and(Err(problem));
                }
            }
        }
        done
    }

    fn written(&mut self, taped: &Taped) {
        if taped.word == TapeWord::Ended {
            let placed = taped.placed;
            self.talks.remove(&(placed.contact, placed.attempt));
        }
    }

    fn write(&self, store: &Store, taped: &Taped) -> Result<(), StoreError> {
        let placed = taped.placed;
        let of = RecordingOf {
            list: placed.list,
            contact: placed.contact,
            attempt: placed.attempt,
        };
        if let Some(news) = news(&taped.word) {
            return store
                .note_recording(of, news, taped.happened_at)
                .map(|_| ());
        }
        let Some((agent, recording)) = self.talks.get(&(placed.contact, placed.attempt)) else {
            return Ok(());
        };
        let contact = store.contact(placed.list, placed.contact)?;
        let hand = contact.and_then(|contact| contact.hand);
        let hand = hand.filter(|hand| hand.has(placed.attempt));
        // It may have been passed on before this could be written down.
        let has = hand.as_ref().map(|hand| hand.agent);
        store.add_recording(NewRecording {
            of,
            agent: has.unwrap_or(*agent),
            campaign: hand.and_then(|hand| hand.campaign),
            consent: match recording.owed {
                Owed::Nothing => RecordingConsent::NotNeeded,
                Owed::Notice | Owed::Consent => RecordingConsent::Awaited,
            },
            kept_days: recording.kept_days,
            by_agent: recording.by_agent,
        })
    }
}

/// Nothing for the word with which one begins.
fn news(word: &TapeWord) -> Option<RecordingNews> {
    Some(match word {
        TapeWord::Waits => return None,
        TapeWord::Telling => RecordingNews::Telling,
        TapeWord::Told => RecordingNews::Told,
        TapeWord::Agreed => RecordingNews::Agreed,
        TapeWord::Began { on_exchange } => RecordingNews::Began {
            on_exchange: on_exchange.clone(),
        },
        TapeWord::Paused => RecordingNews::Paused,
        TapeWord::Resumed => RecordingNews::Resumed,
        TapeWord::Failed => RecordingNews::Failed,
        TapeWord::Ended => RecordingNews::Ended,
    })
}

/// As the lines understand it.
pub(crate) fn tape_act(act: RecordAct) -> TapeAct {
    match act {
        RecordAct::Begin => TapeAct::Begin,
        RecordAct::Pause | RecordAct::Refuse => TapeAct::Pause,
        RecordAct::Resume => TapeAct::Resume,
        RecordAct::Destroy => TapeAct::Destroy,
    }
}
