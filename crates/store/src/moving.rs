//! Contacts go to another list: a new contact there goes on where the old one stood, the old
//! one is closed for good and says where it went. Both in one transaction, through the door.
//!
//! Attempts, dials and notes stay where they were made. Fields, numbers, key, kind, zone,
//! roster, owner, evidence of consent and suppressions go along; counters if asked for.

mod plan;

use crate::bulk::{Bulk, Move};
use crate::conn::{Conn, Value};
use crate::error::{Result, StoreError};
use crate::hand::{Outcome, import_by_hand};
use crate::hint::Hint;
use crate::house;
use crate::import::{Batch, Import, journal_batch, reserve, stage_contacts};
use crate::record::row::json;
use crate::record::{self, Entry, RecordError, Recorded};
use crate::rules::RulesCache;
use crate::sql::house::LIST_LINKS;
use crate::sql::{contact as sql_contact, moving as sql};
use crate::store::Store;
use crate::suppression::{Suppression, merged, put, row_of};
use engine::{CampaignId, Command, ContactId, EVIDENCE, Elsewhere, ListId};
use jiff::Timestamp;
use plan::Plan;
pub(crate) use plan::{Planned, Seen, planned};
use std::collections::BTreeSet;

/// What one commit has moved.
struct Moved {
    /// Of each contact `done`, or the word of the refusal.
    outcomes: Vec<(ContactId, String)>,
    recorded: Vec<Recorded>,
    /// Suppressions that hold in the other list now, too.
    suppressed: Vec<Suppression>,
}

impl Store {
    /// How many contacts of a list went to another one.
    pub fn moved_out(&self, list: ListId) -> Result<u64> {
        self.read(|conn| {
            let rows = conn.rows(&sql::OUT_OF, &[list.0.into()])?;
            rows.first()
                .map_or(Ok(0), |row| Ok(row.int(0)?.unsigned_abs()))
        })
    }

    /// An empty list with the rules, fields and campaigns of another, to move contacts into;
    /// nothing where there is one of that name already.
    pub fn list_like(&self, like: ListId, name: &str) -> Result<Option<ListId>> {
        let name = name.to_owned();
        let made = self.write(move |conn, now| {
            if house::list_by_name(conn, &name)?.is_some() {
                return Ok(None);
            }
            let like = house::list_by_id(conn, like)?
                .ok_or_else(|| StoreError::other("move", format!("there is no list {}", like.0)))?;
            let named = (name.as_str(), like.country.as_str());
            let list = house::add_list_under(conn, like.rules, named, &like.fields, now)?;
            for link in conn.rows(&LIST_LINKS, &[like.id.0.into()])? {
                house::add_link(conn, CampaignId(link.int(1)?), list, link.int(2)?)?;
            }
            Ok(Some(list))
        })?;
        if let Some(list) = made {
            self.hints().tell(Hint::List(list));
            self.hints().tell(Hint::Campaigns);
        }
        Ok(made)
    }

    /// Moves some of the contacts of a bulk change in one commit; each is moved once, however
    /// often it is asked for.
    pub(crate) fn move_some(
        &self,
        bulk: &Bulk,
        change: &Move,
        contacts: &[ContactId],
    ) -> Result<Vec<(ContactId, String)>> {
        let (work, asked, contacts) = (bulk.clone(), change.clone(), contacts.to_vec());
        let moved = self
            .by_hand(move |conn, rules, now| move_all(conn, rules, &work, &asked, &contacts, now));
        let moved = match moved {
            Ok(moved) => moved,
            Err(RecordError::Store(error)) => return Err(error),
            Err(refused) => return Err(StoreError::other("move", refused.to_string())),
        };
        self.hints().tell_all(moved.recorded.iter());
        self.hints().tell(Hint::List(change.to));
        self.close_covered(&moved.suppressed)?;
        Ok(moved.outcomes)
    }
}

fn move_all(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    bulk: &Bulk,
    change: &Move,
    contacts: &[ContactId],
    now: Timestamp,
) -> Outcome<Moved> {
    let mut moved = Moved {
        outcomes: Vec::new(),
        recorded: Vec::new(),
        suppressed: Vec::new(),
    };
    let event_id = |contact: ContactId| format!("bulk {} contact {}", bulk.id, contact.0);
    let known = known(conn, contacts.iter().map(|contact| event_id(*contact)))?;
    let asked: Vec<Entry> = contacts
        .iter()
        .map(|contact| Entry::command(bulk.list, *contact, bulk.actor, Command::CallFirst))
        .collect();
    record::lock(conn, &asked)?;
    let (mut plans, mut seen) = (Vec::new(), Seen::default());
    for contact in contacts {
        if known.contains(&event_id(*contact)) {
            moved.outcomes.push((*contact, "done".to_owned()));
            continue;
        }
        match planned(conn, rules, (bulk.list, *contact), change, &mut seen, now)? {
            Planned::Goes(plan) => plans.push(*plan),
            Planned::Stays(word) => moved.outcomes.push((*contact, word)),
        }
    }
    if plans.is_empty() {
        return Ok(moved);
    }
    let first = stage(conn, rules, bulk, change, &plans, now)?;
    let mut entries = Vec::new();
    for (plan, id) in plans.iter().zip(first..) {
        let (out, came) = events(bulk, change, plan, ContactId(id));
        entries.push(out.with_id(event_id(plan.contact)));
        entries.push(came);
        moved.outcomes.push((plan.contact, "done".to_owned()));
    }
    for answer in record::record(conn, rules, entries, now)? {
        moved.recorded.push(answer?);
    }
    moved.suppressed = suppress(conn, &plans)?;
    Ok(moved)
}

fn known(conn: &mut dyn Conn, ids: impl Iterator<Item = String>) -> Result<BTreeSet<String>> {
    let keys: Vec<Vec<Value>> = ids.map(|id| vec![id.into()]).collect();
    let rows = conn.many_rows(&sql_contact::KNOWN, &keys)?;
    rows.iter()
        .map(|row| row.text(0).map(str::to_owned))
        .collect()
}

/// The event that closes it here, and the one that goes on with it there.
fn events(bulk: &Bulk, change: &Move, plan: &Plan, id: ContactId) -> (Entry, Entry) {
    let to = Elsewhere {
        list: change.to,
        contact: id,
    };
    let from = Elsewhere {
        list: bulk.list,
        contact: plan.contact,
    };
    let carried = Box::new(plan.carried.clone());
    let out = Command::MoveOut { to };
    let came = Command::MoveIn { from, carried };
    (
        Entry::command(bulk.list, plan.contact, bulk.actor, out),
        Entry::command(change.to, id, bulk.actor, came),
    )
}

/// Stages the new contacts as one batch; gives the id of the first.
fn stage(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    bulk: &Bulk,
    change: &Move,
    plans: &[Plan],
    now: Timestamp,
) -> Result<i64> {
    add_fields(conn, (bulk.list, change.to), change.add_fields)?;
    let mut import = import_of(conn, bulk, change.to, now)?;
    let mut contacts = Vec::new();
    for plan in plans {
        import.lines_done = import.lines_done.saturating_add(1);
        import.counts.rows += 1;
        import.counts.imported += 1;
        let mut staged = plan.staged.clone();
        staged.line = import.lines_done;
        contacts.push(staged);
    }
    let lines = i64::try_from(import.lines_done).unwrap_or(i64::MAX);
    let counts = json("import.count_moved", &import.counts)?;
    conn.exec(
        &sql::COUNT,
        &[lines.into(), counts.into(), import.id.into()],
    )?;
    let first = reserve(conn, change.to, contacts.len())?;
    let used = rules.load(conn, import.rules)?;
    let digest = stage_contacts(conn, &used, &import, first, &contacts)?;
    let batch = Batch {
        contacts,
        lines_done: import.lines_done,
        counts: import.counts,
        ..Batch::default()
    };
    journal_batch(conn, &import, first, &batch, digest)?;
    Ok(first)
}

/// All that one bulk change brings into a list under the same rules is one import.
fn import_of(conn: &mut dyn Conn, bulk: &Bulk, to: ListId, now: Timestamp) -> Result<Import> {
    let file = format!("moved from list {}", bulk.list.0);
    import_by_hand(conn, to, file, &format!("bulk change {}", bulk.id), now)
}

/// Fields that the other list does not have yet are added to its form, at the end: all of them,
/// or those alone that carry the evidence of an opt-in, which is lost in no export.
fn add_fields(conn: &mut dyn Conn, (from, to): (ListId, ListId), all: bool) -> Result<()> {
    let there = |conn: &mut dyn Conn, list: ListId| {
        house::list_by_id(conn, list)?
            .ok_or_else(|| StoreError::other("move", format!("there is no list {}", list.0)))
    };
    let (from, mut to) = (there(conn, from)?, there(conn, to)?);
    let before = to.fields.len();
    for field in from.fields {
        let goes = all || EVIDENCE.contains(&field.name.as_str());
        if goes && to.fields.iter().all(|known| known.name != field.name) {
            to.fields.push(field);
        }
    }
    match to.fields.len() == before {
        true => Ok(()),
        false => house::set_fields(conn, to.id, &to.fields),
    }
}

/// What was not to be called in the campaigns of the one list is not called in those of the
/// other.
fn suppress(conn: &mut dyn Conn, plans: &[Plan]) -> Result<Vec<Suppression>> {
    let all: Vec<Suppression> = plans
        .iter()
        .flat_map(|plan| plan.suppress.iter().cloned())
        .collect();
    let rows = merged(all.iter().map(row_of).collect());
    if !rows.is_empty() {
        put(conn, &rows)?;
    }
    Ok(all)
}
