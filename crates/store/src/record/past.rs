//! The history of a contact, read for the commands that change it.

use super::{Entry, Loaded, row};
use crate::clock::instant;
use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::rules::RulesCache;
use crate::sql::{journal, past as sql};
use engine::{Actor, AgentId, Command, ContactId, Event, History, ListId, Past};
use std::collections::BTreeMap;

/// What has happened to a contact, and whether whoever asks has another one in hand.
pub(crate) struct Told {
    pub history: History,
    pub agent_is_busy: bool,
}

/// The histories that these events need; of most events none.
pub(crate) fn of_round(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    round: &[(usize, Entry)],
    loaded: &BTreeMap<(ListId, ContactId), Loaded>,
) -> Result<BTreeMap<(ListId, ContactId), Told>> {
    let mut found = BTreeMap::new();
    for (_, entry) in round
        .iter()
        .filter(|(_, entry)| entry.event.changes_the_past())
    {
        let key = (entry.list, entry.contact);
        let Some(there) = loaded.get(&key) else {
            continue;
        };
        let history = history(conn, rules, key.0, key.1)?;
        if *history.contact() != there.contact {
            let problem = "its journal does not lead to it".to_owned();
            return Err(row::corrupt(key.0, key.1, "body", problem));
        }
        let agent_is_busy = match undoes(entry) {
            Some(agent) => !conn.rows(&sql::HAND_OF, &[agent.0.into()])?.is_empty(),
            None => false,
        };
        let told = Told {
            history,
            agent_is_busy,
        };
        found.insert(key, told);
    }
    Ok(found)
}

/// The agent who takes a contact back in hand.
pub(crate) fn undoes(entry: &Entry) -> Option<AgentId> {
    match (&entry.event, entry.actor) {
        (Event::Command(Command::Undo), Actor::Agent(agent)) => Some(agent),
        _ => None,
    }
}

/// Plays the journal of one contact.
pub(crate) fn history(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    list: ListId,
    id: ContactId,
) -> Result<History> {
    told(conn, rules, list, id, &mut |_, _| {})
}

/// The same, and says each event together with the past it met.
pub(crate) fn told(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    list: ListId,
    id: ContactId,
    say: &mut dyn FnMut(&History, &Past),
) -> Result<History> {
    let key = [list.0.into(), id.0.into()];
    let rows = conn.rows(&sql::ORIGIN, &key)?;
    let began = rows
        .first()
        .ok_or_else(|| row::corrupt(list, id, "id", "is not there".to_owned()))?;
    let origin = row::origin(
        began.text(0)?,
        began.text(1)?,
        began.int(2)?,
        began.maybe_text(3)?,
        instant(began.int(4)?),
        began.maybe_text(6)?,
    )
    .map_err(|problem| row::corrupt(list, id, "origin", problem))?;
    let at_import = rules.load(conn, began.int(5)?)?;
    let mut history = History::begin(origin.contact(list, id, &at_import).0);
    for line in conn.rows(&journal::OF_CONTACT, &key)? {
        let unreadable = |error: serde_json::Error| corrupt(list, id, error.to_string());
        let past = Past {
            seq: line.int(0)?,
            at: instant(line.int(1)?),
            actor: serde_json::from_str(line.text(3)?).map_err(unreadable)?,
            event: row::event_from_json(line.text(5)?).map_err(unreadable)?,
            rules: rules.load(conn, line.int(6)?)?,
        };
        let seq = past.seq;
        say(&history, &past);
        history
            .follow(past)
            .map_err(|refusal| corrupt(list, id, format!("event {seq} is refused: {refusal}")))?;
    }
    Ok(history)
}

fn corrupt(list: ListId, contact: ContactId, problem: String) -> StoreError {
    StoreError::Corrupt {
        table: "journal".into(),
        column: "body".into(),
        row: format!("list {}, contact {}", list.0, contact.0),
        problem,
    }
}
