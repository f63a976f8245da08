//! How a contact begins: what an import knows of it, without personal data.
//!
//! Kept beside the contact for ever, so that its history replays from the first instant.

use crate::because::Because;
use crate::catalogue::Kind;
use crate::consent::Consent;
use crate::contact::{Contact, NumberState, Standing};
use crate::contact_kind::ContactKind;
use crate::counters::Counters;
use crate::id::{ContactId, ListId};
use crate::rules::Rules;
use crate::score::Score;
use crate::stock;
use crate::trigger::Trigger;
use crate::windows::Tried;
use crate::zone::Zone;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Origin {
    pub zone: Zone,
    pub kind: ContactKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Consent>,
    /// How many numbers it has.
    pub numbers: u8,
    /// What closed it on arrival, such as an invalid number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<Trigger>,
    pub at: Timestamp,
}

impl Origin {
    /// The contact as it comes out of the import, and why it stands where it stands.
    pub fn contact(&self, list: ListId, id: ContactId, rules: &Rules) -> (Contact, Vec<Because>) {
        let trigger = self.trigger.unwrap_or(Trigger::StageEntered);
        let disposition = rules.catalogue.answer(trigger);
        let kind = crate::catalogue::Catalogue::kind_by(disposition, trigger);
        let standing = match kind {
            Kind::Final => Standing::Closed { revive_at: None },
            Kind::Suspended => Standing::Suspended,
            Kind::New | Kind::Unreached | Kind::Callback | Kind::Returned | Kind::AttemptOnly => {
                Standing::New { due: self.at }
            }
        };
        let mut contact = Contact {
            id,
            list,
            zone: self.zone.clone(),
            kind: self.kind,
            consent: self.consent.clone(),
            code: disposition.code.clone(),
            standing,
            priority: crate::settle::priority_of(disposition, kind),
            offer_at: None,
            roster: rules.settings.roster,
            owner: None,
            held: None,
            gives_up_at: None,
            call_order: None,
            tried: rules.counts_windows().then(Tried::default),
            score: rules.scores().then(Score::default),
            counters: Counters::default(),
            numbers: vec![NumberState::default(); usize::from(self.numbers)],
            preferred: None,
            dials: 0,
            moved_to: None,
            moved_from: None,
            erased_at: None,
            hand: None,
        };
        let mut because = vec![Because::Answers {
            trigger,
            code: disposition.code.clone(),
        }];
        because.extend(stock::set_offer(&mut contact, rules));
        (contact, because)
    }
}
