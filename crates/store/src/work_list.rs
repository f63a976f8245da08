//! The contacts an agent may pick from, where her lists are ordered by score: what is due, the
//! highest first, and what she looks for, due or not.

use crate::conn::{Conn, Value};
use crate::error::Result;
use crate::export::ContactRow;
use crate::offer::{links_of, pools_of};
use crate::search::{Hit, Search};
use crate::sql::offer as sql;
use crate::store::Store;
use engine::catalogue::{Band, Offering};
use engine::offer::Link;
use engine::{AgentId, Contact, ContactId, ListId};
use std::collections::{BTreeSet, HashMap};

/// A contact she may pick.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkLine {
    pub contact: Contact,
    pub row: ContactRow,
}

impl Store {
    /// Whether an agent works on lists that she may pick from.
    pub fn has_work_list(&self, agent: AgentId) -> Result<bool> {
        Ok(!self.scored_links(agent)?.is_empty())
    }

    /// The first of her contacts: without a text those that are due, in the order in which they
    /// would be offered; with one those it finds.
    pub fn work_list(&self, agent: AgentId, text: &str, limit: usize) -> Result<Vec<WorkLine>> {
        let links = self.scored_links(agent)?;
        let places = match text.trim().is_empty() {
            true => self.due_in(&links, agent, limit)?,
            false => self.found_in(&links, text, limit)?,
        };
        let mut lines = Vec::new();
        for (list, id) in places {
            let Some(contact) = self.contact(list, id)? else {
                continue;
            };
            if !may_pick(&contact, agent) {
                continue;
            }
            lines.extend(self.card(list, id)?.map(|row| WorkLine { contact, row }));
        }
        lines.sort_by_key(|line| {
            let place = line.contact.place();
            (place, line.contact.offer_at)
        });
        lines.truncate(limit);
        Ok(lines)
    }

    fn scored_links(&self, agent: AgentId) -> Result<Vec<Link>> {
        let (now, rules) = (self.clock().now(), self.rules_cache());
        let (mut links, _) = self.read(|conn| links_of(conn, &rules, agent, now))?;
        links.retain(|link| link.offering == Offering::Score && !link.callbacks_only);
        Ok(links)
    }

    fn due_in(
        &self,
        links: &[Link],
        agent: AgentId,
        limit: usize,
    ) -> Result<BTreeSet<(ListId, ContactId)>> {
        let now = self.clock().now();
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|conn| {
            let mut found = BTreeSet::new();
            let mut pools = HashMap::new();
            for link in links {
                for (pool, holder, band) in places_of(conn, link, agent, &mut pools)? {
                    let member = if link.filtered { link.id } else { 0 };
                    let args: [Value; 8] = [
                        link.list.0.into(),
                        pool.into(),
                        holder.into(),
                        Value::Int(band as i64),
                        now.as_microsecond().into(),
                        member.into(),
                        member.into(),
                        limit.into(),
                    ];
                    for row in conn.rows(&sql::DUE, &args)? {
                        found.insert((link.list, ContactId(row.int(0)?)));
                    }
                }
            }
            Ok(found)
        })
    }

    fn found_in(
        &self,
        links: &[Link],
        text: &str,
        limit: usize,
    ) -> Result<BTreeSet<(ListId, ContactId)>> {
        let lists: BTreeSet<ListId> = links.iter().map(|link| link.list).collect();
        let mut found = BTreeSet::new();
        for list in lists {
            let search = Search {
                text: text.to_owned(),
                list: Some(list),
                limit,
                ..Search::default()
            };
            let hits = self.search(&search)?;
            found.extend(hits.iter().map(|Hit { list, row }| (*list, row.id)));
        }
        Ok(found)
    }
}

/// Open, in nobody's hands, and not reserved for somebody else.
fn may_pick(contact: &Contact, agent: AgentId) -> bool {
    contact.hand.is_none()
        && contact.offer_at.is_some()
        && contact.held.is_none_or(|held| held.agent == agent)
}

/// Where a list ordered by score keeps what this agent may have.
fn places_of(
    conn: &mut dyn Conn,
    link: &Link,
    agent: AgentId,
    pools: &mut HashMap<i64, Vec<i64>>,
) -> Result<Vec<(i64, i64, Band)>> {
    let mut places = Vec::new();
    for band in [Band::CallbackHigh, Band::System] {
        places.extend([(0, 0, band), (0, agent.0, band)]);
    }
    let untouched = pools_of(conn, link.list.0, pools)?;
    places.extend(untouched.into_iter().map(|pool| (pool, 0, Band::System)));
    Ok(places)
}
