//! What would become of one contact in the other list, or why it stays.

use crate::bulk::Move;
use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::hand::values;
use crate::house;
use crate::import::{NewContact, digits};
use crate::record::row::{self, json};
use crate::record::{self, Entry};
use crate::rules::RulesCache;
use crate::sql::{contact as sql_contact, hand, moving as sql};
use crate::suppression::{Suppression, covers_any, of_contact};
use engine::catalogue::Extent;
use engine::{
    Actor, Carried, Command, Contact, ContactId, Elsewhere, ListId, Number, Origin, Refusal, Rules,
    Slot, Trigger,
};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A contact that can go.
pub(crate) struct Plan {
    pub contact: ContactId,
    pub staged: NewContact,
    pub carried: Carried,
    /// As it would stand in the other list.
    pub next: Contact,
    /// The other list has it already.
    pub duplicate: bool,
    /// To hold in the campaigns of the other list, too.
    pub suppress: Vec<Suppression>,
}

pub(crate) enum Planned {
    Goes(Box<Plan>),
    /// The word of the refusal.
    Stays(String),
}

/// What the contacts before it, of the same commit or preview, bring into the other list.
#[derive(Default)]
pub(crate) struct Seen {
    keys: BTreeSet<String>,
    dedupes: BTreeSet<i64>,
    numbers: BTreeSet<Number>,
}

/// Whom a contact would be in the other list: its key, and what tells duplicates.
struct Identity {
    key: Option<String>,
    dedupe: Option<i64>,
    first: Option<Number>,
}

pub(crate) fn planned(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    (list, id): (ListId, ContactId),
    change: &Move,
    seen: &mut Seen,
    now: Timestamp,
) -> Result<Planned> {
    let stays = |word: &str| Ok(Planned::Stays(word.to_owned()));
    if change.to == list {
        return stays("same_list");
    }
    let ask = Entry::command(list, id, Actor::System, Command::CallFirst);
    let Some((contact, here, _)) = record::look(conn, rules, ask, now)? else {
        return stays("not_found");
    };
    let to = Elsewhere {
        list: change.to,
        contact: ContactId(0),
    };
    if let Err(refusal) = engine::decide(&contact, &Command::MoveOut { to }, now, &here) {
        return stays(refusal.code());
    }
    let there = house::list_by_id(conn, change.to)?
        .ok_or_else(|| StoreError::other("move", format!("there is no list {}", change.to.0)))?;
    let used = rules.load(conn, there.rules)?;
    let (from, into) = (&here.catalogue, &used.catalogue);
    let carried = match Carried::of(&contact, from, into, change.counters) {
        Ok(carried) => carried,
        Err(refusal) => return stays(refusal.code()),
    };
    let numbers = numbers(conn, &contact)?;
    let identity = identity(conn, (list, id), numbers.first().copied())?;
    let duplicate = is_known(conn, change.to, &identity, seen)?;
    if duplicate && !change.duplicates {
        return stays("duplicate");
    }
    seen.note(&identity);
    let suppress = suppressions(conn, &contact, change.to, now)?;
    let kept = (!change.add_fields).then_some(&there.fields);
    let fields = fields(conn, (list, id), kept)?;
    let covered = !suppress.is_empty() || covers_any(conn, change.to, (&numbers, &fields), now)?;
    let arrival = (covered && !contact.is_closed()).then_some(Trigger::Suppressed);
    let staged = NewContact {
        line: 0,
        key: identity.key,
        dedupe: identity.dedupe,
        zone: contact.zone.clone(),
        kind: contact.kind,
        arrival,
        consent: contact.consent.clone(),
        numbers,
        fields,
    };
    let next = match arrives(&contact, &staged, &carried, to.list, &used, now) {
        Ok(next) => next,
        Err(refusal) => return stays(refusal.code()),
    };
    Ok(Planned::Goes(Box::new(Plan {
        contact: id,
        staged,
        carried,
        next,
        duplicate,
        suppress,
    })))
}

/// As it would stand there.
fn arrives(
    contact: &Contact,
    staged: &NewContact,
    carried: &Carried,
    to: ListId,
    rules: &Arc<Rules>,
    now: Timestamp,
) -> std::result::Result<Contact, Refusal> {
    let origin = Origin {
        zone: staged.zone.clone(),
        kind: staged.kind,
        numbers: u8::try_from(staged.numbers.len()).unwrap_or(u8::MAX),
        consent: staged.consent.clone(),
        trigger: staged.arrival,
        at: now,
    };
    let (new, _) = origin.contact(to, ContactId(0), rules);
    let command = Command::MoveIn {
        from: Elsewhere {
            list: contact.list,
            contact: contact.id,
        },
        carried: Box::new(carried.clone()),
    };
    engine::decide(&new, &command, now, rules).map(|decision| decision.next)
}

/// Its numbers in try order, without the slots that were emptied.
fn numbers(conn: &mut dyn Conn, contact: &Contact) -> Result<Vec<Number>> {
    let (list, id) = (contact.list, contact.id);
    let mut known = BTreeMap::new();
    for found in conn.rows(&sql_contact::NUMBERS, &[list.0.into(), id.0.into()])? {
        let slot = Slot(u8::try_from(found.int(0)?).unwrap_or(u8::MAX));
        if let Ok(number) = Number::new(found.int(1)?.unsigned_abs()) {
            known.insert(slot, number);
        }
    }
    let missing = |slot: Slot| {
        let problem = format!("number {} is missing", slot.0);
        row::corrupt(list, id, "numbers", problem)
    };
    contact
        .slots()
        .map(|slot| known.get(&slot).copied().ok_or_else(|| missing(slot)))
        .collect()
}

fn identity(
    conn: &mut dyn Conn,
    (list, id): (ListId, ContactId),
    first: Option<Number>,
) -> Result<Identity> {
    let rows = conn.rows(&sql::BESIDE, &[list.0.into(), id.0.into()])?;
    let missing = || row::corrupt(list, id, "id", "is not there".to_owned());
    let found = rows.first().ok_or_else(missing)?;
    Ok(Identity {
        key: found.maybe_text(0)?.map(str::to_owned),
        dedupe: found.maybe_int(1)?,
        first,
    })
}

/// By its key; by what tells duplicates, or else by its first number.
fn is_known(conn: &mut dyn Conn, to: ListId, who: &Identity, seen: &Seen) -> Result<bool> {
    if seen.knows(who) {
        return Ok(true);
    }
    if let Some(key) = &who.key
        && !conn
            .rows(&sql::SAME_KEY, &[to.0.into(), key.as_str().into()])?
            .is_empty()
    {
        return Ok(true);
    }
    let rows = match (who.dedupe, who.first) {
        (Some(dedupe), _) => conn.rows(&sql::SAME_DEDUPE, &[to.0.into(), dedupe.into()])?,
        (None, Some(first)) => conn.rows(&sql::SAME_NUMBER, &[digits(first), to.0.into()])?,
        (None, None) => Vec::new(),
    };
    Ok(!rows.is_empty())
}

impl Seen {
    fn knows(&self, who: &Identity) -> bool {
        let same_key = who.key.as_ref().is_some_and(|key| self.keys.contains(key));
        same_key
            || match (who.dedupe, who.first) {
                (Some(dedupe), _) => self.dedupes.contains(&dedupe),
                (None, Some(first)) => self.numbers.contains(&first),
                (None, None) => false,
            }
    }

    fn note(&mut self, who: &Identity) {
        self.keys.extend(who.key.clone());
        self.dedupes.extend(who.dedupe);
        self.numbers.extend(who.first);
    }
}

/// The suppressions that hold in the campaigns of its list, as they would hold in those of
/// the other. What holds everywhere, or for the advertiser of both, holds there anyway.
fn suppressions(
    conn: &mut dyn Conn,
    contact: &Contact,
    to: ListId,
    now: Timestamp,
) -> Result<Vec<Suppression>> {
    let here = behalves(conn, contact.list)?;
    let there = behalves(conn, to)?;
    let mut all = Vec::new();
    for (_, found) in of_contact(conn, contact.list, contact.id, now)? {
        let is_of = |behalf: &(i64, Option<i64>)| match found.extent {
            Extent::Everywhere => false,
            Extent::Campaign => behalf.0 == found.scope,
            Extent::Advertiser => behalf.1 == Some(found.scope),
        };
        if here.iter().any(is_of) {
            let others = there.difference(&here).filter(|behalf| !is_of(behalf));
            all.extend(others.map(|(campaign, _)| Suppression {
                extent: Extent::Campaign,
                scope: *campaign,
                ..found.clone()
            }));
        }
    }
    Ok(all)
}

/// The campaigns of a list, each with its advertiser.
fn behalves(conn: &mut dyn Conn, list: ListId) -> Result<BTreeSet<(i64, Option<i64>)>> {
    let rows = conn.rows(&crate::sql::advertiser::OF_LIST, &[list.0.into()])?;
    rows.iter()
        .map(|row| Ok((row.int(0)?, row.maybe_int(1)?)))
        .collect()
}

/// Its fields, or those that the other form has. The evidence of an opt-in always goes along.
fn fields(
    conn: &mut dyn Conn,
    (list, id): (ListId, ContactId),
    kept: Option<&Vec<house::Field>>,
) -> Result<String> {
    let rows = conn.rows(&hand::FIELDS, &[list.0.into(), id.0.into()])?;
    let text = rows.first().map(|row| row.maybe_text(1)).transpose()?;
    let mut fields = values(text.flatten().unwrap_or("{}"), list, id)?;
    if let Some(kept) = kept {
        let is_kept = |name: &str| kept.iter().any(|field| field.name == name);
        fields.retain(|name, _| name.starts_with("optin_") || is_kept(name));
    }
    json("personal.stage", &fields)
}
