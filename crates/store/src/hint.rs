//! Hints: something was committed. Never what: whoever wants to know reads it.

use crate::record::{Answer, Recorded};
use crate::store::Store;
use engine::{AgentId, ContactId, ListId};
use std::collections::BTreeSet;
use tokio::sync::broadcast::{self, Receiver, Sender};

/// Hints kept for a listener that is slow. One that falls behind hears that it did
/// (`RecvError::Lagged`) and reads everything again.
const KEPT: usize = 4096;

/// What has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hint {
    /// A contact had an event.
    Contact {
        list: ListId,
        contact: ContactId,
    },
    /// An agent's presence, the contact in her hands, or a contact she owns.
    Agent(AgentId),
    /// A list, its rules or its fields.
    List(ListId),
    /// An import went on, became visible, or was taken back.
    Import {
        list: ListId,
        import: i64,
    },
    /// A file on its way into a list: described, checked, gone on with.
    Upload(i64),
    /// Campaigns, their links, or who works on them.
    Campaigns,
    Suppressions,
}

/// Tells whoever listens, in this program. Another program on the same database is not heard.
#[derive(Debug, Clone)]
pub(crate) struct Hints(Sender<Hint>);

impl Hints {
    pub fn new() -> Self {
        Self(broadcast::channel(KEPT).0)
    }

    pub fn listen(&self) -> Receiver<Hint> {
        self.0.subscribe()
    }

    pub fn tell(&self, hint: Hint) {
        // Nobody listens: then nobody has to be told.
        let _ = self.0.send(hint);
    }

    /// Tells of everything that a commit has changed, each once.
    pub fn tell_answers(&self, answers: &[Answer]) {
        self.tell_all(answers.iter().filter_map(|answer| answer.as_ref().ok()));
    }

    pub fn tell_all<'a>(&self, recorded: impl Iterator<Item = &'a Recorded>) {
        if self.0.receiver_count() == 0 {
            return;
        }
        let mut hints = BTreeSet::new();
        for recorded in recorded.filter(|recorded| !recorded.known) {
            let contact = &recorded.contact;
            hints.insert(Hint::Contact {
                list: contact.list,
                contact: contact.id,
            });
            hints.extend(recorded.agents.iter().copied().map(Hint::Agent));
        }
        for hint in hints {
            self.tell(hint);
        }
    }
}

impl Store {
    /// Says that something has moved that is not committed, such as a talk that is held.
    pub fn nudge(&self, hint: Hint) {
        self.hints().tell(hint);
    }

    /// Hears of every commit of this program from now on.
    pub fn changes(&self) -> Receiver<Hint> {
        self.hints().listen()
    }
}
