//! On which ground a list may be called: how many of its contacts have none, and what follows
//! when the list states another purpose or ground.

use crate::error::{Result, StoreError};
use crate::floor::{ListStock, Thresholds};
use crate::house::ListLink;
use crate::record::{self, Entry};
use crate::sql::{floor as sql, hand as sql_hand};
use crate::store::Store;
use engine::{Actor, Command, ConsentChange, ContactId, ListId};
use std::sync::Arc;

/// Contacts that are looked at between two commits.
const AT_ONCE: i64 = 500;

impl Store {
    /// What holds the contacts of a list back, campaigns and filters aside.
    pub fn stock_of_list(&self, list: ListId) -> Result<Arc<ListStock>> {
        let there = self.list(list)?.ok_or_else(|| missing(list))?;
        let link = ListLink {
            id: 0,
            campaign: engine::CampaignId(0),
            list,
            priority: 0,
            active: true,
            filter: None,
        };
        let rules = self.rules(there.rules)?;
        let kept = self.stock_by_reason(&link, Some(rules), &Thresholds::default());
        kept.map(|(stock, _)| stock)
    }

    /// Gives open contacts their place in the order where the list's purpose and ground now let
    /// them be called, and takes it from those they do not: each by an event of its own. It may
    /// be done again; gives how many changed.
    pub fn settle_grounds(&self, list: ListId, actor: Actor) -> Result<usize> {
        let (mut last, mut settled) = (0_i64, 0_usize);
        loop {
            let args = [list.0.into(), last.into(), AT_ONCE.into()];
            let some = self.read(|conn| {
                let rows = conn.rows(&sql::PLACED, &args)?;
                rows.iter()
                    .map(|row| Ok((row.int(0)?, row.int(1)? == 1)))
                    .collect::<Result<Vec<(i64, bool)>>>()
            })?;
            let Some((newest, _)) = some.last() else {
                return Ok(settled);
            };
            last = *newest;
            let mut entries = Vec::new();
            for (contact, placed) in some {
                entries.extend(self.misplaced(list, ContactId(contact), placed, actor)?);
            }
            let answers = self.record_all(entries)?;
            settled = settled.saturating_add(answers.iter().filter(|it| it.is_ok()).count());
        }
    }

    /// What is to be recorded of a contact that has a place and no ground, or a ground and no
    /// place.
    fn misplaced(
        &self,
        list: ListId,
        contact: ContactId,
        placed: bool,
        actor: Actor,
    ) -> Result<Option<Entry>> {
        let (cache, now) = (self.rules_cache(), self.clock().now());
        self.read(|conn| {
            let rows = conn.rows(&sql_hand::FIELDS, &[list.0.into(), contact.0.into()])?;
            let Some(row) = rows.first() else {
                return Ok(None);
            };
            let version = row.maybe_int(0)?.unwrap_or(1);
            let edit = |consent| {
                let command = Command::Edit {
                    fields: vec!["purpose".to_owned()],
                    version,
                    consent: Some(consent),
                };
                Entry::command(list, contact, actor, command)
            };
            let Some((there, _, _)) = record::look(conn, &cache, edit(ConsentChange::Gone), now)?
            else {
                return Ok(None);
            };
            let own = there.consent.clone();
            let entry = edit(own.map_or(ConsentChange::Gone, ConsentChange::Now));
            let step = match record::try_out(conn, &cache, entry.clone(), now)? {
                Ok(step) => step,
                Err(_) => return Ok(None),
            };
            let would = step.decision.next.offer_at.is_some();
            Ok((would != placed).then_some(entry))
        })
    }
}

fn missing(list: ListId) -> StoreError {
    StoreError::other("list.by_id", format!("there is no list {}", list.0))
}
