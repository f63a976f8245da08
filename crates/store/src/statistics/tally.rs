//! What is counted of attempts.

use super::Tried;
use crate::menu::Menu;
use engine::catalogue::{Disposition, Kind, Reached};
use engine::{ContactId, ListId};
use std::collections::HashSet;

/// The counts of one line. Durations are whole seconds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    pub attempts: i64,
    /// Attempts that were picked up, by a person or not.
    pub answered: i64,
    /// Attempts whose code says that a person was reached.
    pub live: i64,
    /// Attempts whose code gives the client a credit.
    pub positive: i64,
    /// Attempts that reached the right person and closed the contact without a credit.
    pub negative: i64,
    /// Attempts that agreed on a callback.
    pub callbacks: i64,
    pub talked_seconds: i64,
    /// From hanging up to the code.
    pub wrap_up_seconds: i64,
    /// Attempts after which a menu said how to opt out, and those whose person did.
    pub menus: i64,
    pub opted_out: i64,
    contacts: HashSet<(ListId, ContactId)>,
}

impl Tally {
    /// How many different contacts were tried.
    pub fn contacts(&self) -> i64 {
        i64::try_from(self.contacts.len()).unwrap_or(i64::MAX)
    }

    /// Counts what another line counted, too; a contact of both is one.
    pub fn join(&mut self, other: &Self) {
        self.attempts += other.attempts;
        self.answered += other.answered;
        self.live += other.live;
        self.positive += other.positive;
        self.negative += other.negative;
        self.callbacks += other.callbacks;
        self.talked_seconds += other.talked_seconds;
        self.wrap_up_seconds += other.wrap_up_seconds;
        self.menus += other.menus;
        self.opted_out += other.opted_out;
        self.contacts.extend(&other.contacts);
    }

    pub(super) fn add(
        &mut self,
        tried: &Tried,
        disposition: Option<&Disposition>,
        menu: Option<Menu>,
    ) {
        let attempt = &tried.attempt;
        self.attempts += 1;
        self.menus += i64::from(menu.is_some());
        self.opted_out += i64::from(menu == Some(Menu::Completed));
        self.contacts.insert((tried.list, tried.contact));
        if let Some(answered) = attempt.answered_at {
            self.answered += 1;
            self.talked_seconds += attempt.ended_at.duration_since(answered).as_secs().max(0);
        }
        let wrap_up = attempt.coded_at.duration_since(attempt.ended_at);
        self.wrap_up_seconds += wrap_up.as_secs().max(0);
        let Some(disposition) = disposition else {
            return;
        };
        let (positive, live) = (is_positive(disposition), is_live(disposition));
        self.live += i64::from(live);
        self.positive += i64::from(positive);
        let closes = disposition.kind == Kind::Final;
        let right_person = disposition.reached == Reached::RightPerson;
        self.negative += i64::from(closes && right_person && !positive);
        self.callbacks += i64::from(disposition.kind == Kind::Callback);
    }
}

/// Whether an attempt with this code reached somebody.
pub(crate) fn is_live(disposition: &Disposition) -> bool {
    disposition.counts.live || disposition.reached != Reached::Nobody
}

/// Whether an attempt with this code gives the client a credit.
pub(crate) fn is_positive(disposition: &Disposition) -> bool {
    disposition.credit.client > 0
}
