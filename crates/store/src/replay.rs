//! The journal once more under two catalogues: what would have gone differently.

use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::record;
use crate::rules::RulesCache;
use crate::sql::past as sql;
use crate::store::Store;
use engine::{Because, CameTo, Catalogue, ContactId, Event, History, ListId, Past, Rules};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// So many examples are kept of each way in which something would have gone differently.
const EXAMPLES: usize = 5;

/// What a replay found.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Replay {
    /// Decisions that were taken since, in lists of these catalogues.
    pub decisions: u64,
    pub contacts: u64,
    /// Those that would have come to something else.
    pub different: u64,
    /// By what would have been different; a decision may stand under several.
    pub ways: BTreeMap<&'static str, u64>,
    pub examples: Vec<Example>,
}

/// One decision that would have come to something else.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Example {
    pub list: i64,
    pub contact: i64,
    pub seq: i64,
    pub at: String,
    /// What happened: the word of the event, with the code or trigger it brought.
    pub what: String,
    pub then: String,
    pub now: String,
    /// Which rules decide now that did not then, in English.
    pub why: Vec<String>,
    pub ways: Vec<&'static str>,
    /// The same for who tells it in other words.
    #[serde(skip)]
    pub came: (CameTo, CameTo),
}

/// The same rules under the one catalogue and under the other.
type Both = (Arc<Rules>, Arc<Rules>);

/// What is compared, and the rules made of it so far.
struct Pair<'a> {
    one: &'a Catalogue,
    other: &'a Catalogue,
    rules: HashMap<i64, Option<Both>>,
}

impl Store {
    /// Decides again what was decided since then: each event upon the past it met, under the
    /// one catalogue and the other. Lists that work by neither are left out.
    pub fn replay(&self, one: &Catalogue, other: &Catalogue, since: Timestamp) -> Result<Replay> {
        let cache = self.rules_cache();
        let mut found = Replay::default();
        let mut pair = Pair {
            one,
            other,
            rules: HashMap::new(),
        };
        self.read(|conn| {
            let rows = conn.rows(&sql::TOUCHED_SINCE, &[since.as_microsecond().into()])?;
            for row in rows {
                let (list, contact) = (ListId(row.int(0)?), ContactId(row.int(1)?));
                found.contact(conn, &cache, (list, contact), since, &mut pair)?;
            }
            Ok(())
        })?;
        Ok(found)
    }
}

impl Replay {
    fn contact(
        &mut self,
        conn: &mut dyn Conn,
        cache: &RulesCache,
        (list, contact): (ListId, ContactId),
        since: Timestamp,
        pair: &mut Pair<'_>,
    ) -> Result<()> {
        let before = self.decisions;
        let mut failed = None;
        record::past::told(conn, cache, list, contact, &mut |history, past| {
            if past.at < since || failed.is_some() {
                return;
            }
            match pair.of(&past.rules) {
                Ok(Some(rules)) => self.decision(history, past, &rules),
                Ok(None) => {}
                Err(error) => failed = Some(error),
            }
        })?;
        self.contacts += u64::from(self.decisions > before);
        failed.map_or(Ok(()), Err)
    }

    fn decision(&mut self, history: &History, past: &Past, rules: &Both) {
        let Ok(really) = history.decide(past) else {
            return;
        };
        if past.event.changes_the_past() || !history.settles(&really) {
            return;
        }
        self.decisions += 1;
        let then = history.otherwise(past, &rules.0);
        let now = history.otherwise(past, &rules.1);
        let ways = ways(&then, &now);
        if ways.is_empty() {
            return;
        }
        self.different += 1;
        let mut is_new = false;
        for way in &ways {
            let count = self.ways.entry(way).or_default();
            *count += 1;
            is_new |= *count <= EXAMPLES as u64;
        }
        if is_new {
            let contact = history.contact();
            self.examples.push(Example {
                list: contact.list.0,
                contact: contact.id.0,
                seq: past.seq,
                at: past.at.to_string(),
                what: what(&past.event),
                then: told(&then, &rules.0.catalogue),
                now: told(&now, &rules.1.catalogue),
                why: why(&then, &now)
                    .map(|because| because.text(&rules.1.catalogue))
                    .collect(),
                ways,
                came: (then, now),
            });
        }
    }
}

impl Pair<'_> {
    /// The rules of an event with each catalogue in the place of their own; none where they are
    /// those of another vocabulary.
    fn of(&mut self, own: &Arc<Rules>) -> Result<Option<Both>> {
        if let Some(known) = self.rules.get(&own.version) {
            return Ok(known.clone());
        }
        let names = BTreeSet::from([self.one.name(), self.other.name()]);
        let made = match names.contains(own.catalogue.name()) {
            true => Some((under(own, self.one)?, under(own, self.other)?)),
            false => None,
        };
        self.rules.insert(own.version, made.clone());
        Ok(made)
    }
}

fn under(own: &Arc<Rules>, catalogue: &Catalogue) -> Result<Arc<Rules>> {
    let rules = own.with_catalogue(catalogue).map_err(|problems| {
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        StoreError::other("replay", told.join("; "))
    })?;
    Ok(Arc::new(rules))
}

fn ways(then: &CameTo, now: &CameTo) -> Vec<&'static str> {
    if then.refused != now.refused {
        return vec!["refused"];
    }
    let due = match (then.due, now.due) {
        (Some(then), Some(now)) if now < then => Some("due_earlier"),
        (Some(then), Some(now)) if now > then => Some("due_later"),
        _ => None,
    };
    let other = [
        (
            then.code != now.code || then.attempts != now.attempts,
            "code",
        ),
        (then.state != now.state, "state"),
        (then.owner != now.owner, "owner"),
        (then.actions != now.actions, "actions"),
        (then.suppresses != now.suppresses, "suppression"),
    ];
    let other = other.into_iter().filter(|(differs, _)| *differs);
    due.into_iter().chain(other.map(|(_, way)| way)).collect()
}

fn what(event: &Event) -> String {
    match event {
        Event::Command(engine::Command::Dispose { code, .. }) => format!("{} {code}", event.word()),
        _ => event.word().to_owned(),
    }
}

/// The rules of the second that are not among those of the first.
pub fn why<'c>(then: &'c CameTo, now: &'c CameTo) -> impl Iterator<Item = &'c Because> {
    let mut rules = now.because.iter();
    std::iter::from_fn(move || rules.find(|rule| !then.because.contains(rule)))
}

/// `130 In gesprek, unreached, due 2026-01-06T12:30:00Z`.
fn told(came: &CameTo, catalogue: &Catalogue) -> String {
    if let Some(refusal) = &came.refused {
        return format!("refused: {refusal}");
    }
    let code = came
        .code
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    let attempts: Vec<String> = came
        .attempts
        .iter()
        .map(ToString::to_string)
        .filter(|attempt| *attempt != code)
        .collect();
    let language = &catalogue.file().own_language;
    let label = catalogue.find(&code).map(|found| found.label_in(language));
    let named = format!("{code} {}", label.unwrap_or_default());
    let mut parts = vec![named.trim_end().to_owned(), came.state.to_owned()];
    if !attempts.is_empty() {
        parts.push(format!("attempt {}", attempts.join(" ")));
    }
    parts.extend(came.due.map(|due| format!("due {due}")));
    parts.extend(came.owner.map(|owner| format!("of agent {}", owner.0)));
    if !came.actions.is_empty() {
        parts.push(came.actions.join(" "));
    }
    if came.suppresses {
        parts.push("suppressed".to_owned());
    }
    parts.join(", ")
}
