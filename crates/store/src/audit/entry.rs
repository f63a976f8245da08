//! What is to be appended to the trail.

use super::{AuditActor, AuditWord};
use engine::{AgentId, ContactId, ListId};
use std::collections::BTreeMap;

/// One row to be. What it is about is named by ids, its details by words of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    pub(crate) actor: AuditActor,
    pub(crate) word: AuditWord,
    pub(crate) subject: &'static str,
    pub(crate) list: Option<i64>,
    pub(crate) id: Option<i64>,
    pub(crate) detail: BTreeMap<&'static str, String>,
}

impl AuditEntry {
    /// About something other than a list or a contact: `user`, `campaign`, `house`.
    pub fn about(
        actor: AuditActor,
        word: AuditWord,
        subject: &'static str,
        id: Option<i64>,
    ) -> Self {
        Self {
            actor,
            word,
            subject,
            list: None,
            id,
            detail: BTreeMap::new(),
        }
    }

    pub fn list(actor: AuditActor, word: AuditWord, list: ListId) -> Self {
        Self {
            list: Some(list.0),
            ..Self::about(actor, word, "list", None)
        }
    }

    pub fn contact(actor: AuditActor, word: AuditWord, list: ListId, contact: ContactId) -> Self {
        Self {
            list: Some(list.0),
            id: Some(contact.0),
            ..Self::about(actor, word, "contact", None)
        }
    }

    /// A contact that came into somebody's hands.
    pub(crate) fn in_hand(agent: AgentId, list: ListId, contact: ContactId) -> Self {
        Self::contact(AuditActor::Agent(agent.0), AuditWord::Saw, list, contact)
    }

    /// A detail: figures, formats, words of ours; never a value of a contact.
    #[must_use]
    pub fn told(mut self, name: &'static str, value: impl ToString) -> Self {
        self.detail.insert(name, value.to_string());
        self
    }
}
