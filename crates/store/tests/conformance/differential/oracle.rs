//! The house in memory: the engine over ordered maps, and nothing clever.

use super::Said;
use super::house::{self, AGENTS, ASSIGNED, CAMPAIGNS, LINKS};
use super::moves::Move;
use crate::centre::START;
use engine::catalogue::Extent;
use engine::{
    Agent, AgentCommand, AgentId, Attempt, Command, Contact, ContactId, Decision, Effect, Event,
    Facts, ListId, Number, NumberFacts, Origin, Report, Rules, Slot,
};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use store::{CampaignState, Entry, NewContact, Suppression};

pub type Key = (ListId, ContactId);

pub struct Kept {
    pub contact: Contact,
    pub at: Timestamp,
    pub seq: i64,
    pub import: usize,
    pub numbers: Vec<Number>,
}

pub struct Oracle {
    pub now: Timestamp,
    pub contacts: BTreeMap<Key, Kept>,
    pub agents: BTreeMap<AgentId, Agent>,
    /// State, priority, and whether callbacks jump.
    pub campaigns: Vec<(CampaignState, i64, bool)>,
    pub active: Vec<bool>,
    rules: BTreeMap<ListId, Rules>,
    imports: Vec<&'static str>,
    attempts: BTreeMap<(Key, u32), Attempt>,
    dials: Vec<(Number, Timestamp)>,
    suppressions: BTreeMap<(Number, &'static str, i64), (String, Option<Timestamp>)>,
    known: BTreeSet<String>,
    next_id: i64,
}

pub fn said(verb: &'static str, word: impl Into<String>, detail: impl Into<String>) -> Said {
    Said {
        verb,
        word: word.into(),
        detail: detail.into(),
    }
}

/// All that is said of a recorded event.
pub fn recorded(seq: i64, contact: &Contact, attempts: &[Attempt]) -> String {
    let contact = serde_json::to_string(contact).unwrap();
    format!(
        "{seq} {contact} {}",
        serde_json::to_string(attempts).unwrap()
    )
}

impl Oracle {
    pub fn open() -> Self {
        let now: Timestamp = START.parse().unwrap();
        let lists = (1..=3).map(ListId);
        Self {
            now,
            contacts: BTreeMap::new(),
            agents: (1..=AGENTS)
                .map(|id| (AgentId(id), Agent::new(now)))
                .collect(),
            campaigns: CAMPAIGNS
                .map(|priority| (CampaignState::Running, priority, true))
                .to_vec(),
            active: vec![true; LINKS.len()],
            rules: lists
                .map(|list| (list, house::engine_rules(list.0)))
                .collect(),
            imports: Vec::new(),
            attempts: BTreeMap::new(),
            dials: Vec::new(),
            suppressions: BTreeMap::new(),
            known: BTreeSet::new(),
            next_id: 1,
        }
    }

    pub fn play(&mut self, next: &Move) -> Said {
        match next {
            Move::Pass(time) => {
                self.now += *time;
                said("pass", "done", "")
            }
            Move::Import { list, rows, live } => self.import(*list, rows, *live),
            Move::Undo(import) => self.undo(*import),
            Move::Record(entry) => self.record(entry),
            Move::Offer(agent) => self.offer(*agent),
            Move::Peek(agent) => self.peek(*agent),
            Move::Ask(agent, command) => self.ask(*agent, command),
            Move::Suppress(new, closes) => self.suppress(new, *closes),
            Move::Campaign(index, state, jump) => {
                let priority = self.campaigns[*index].1;
                self.campaigns[*index] = (*state, priority, *jump);
                said("campaign", "done", "")
            }
            Move::Link(index, active) => {
                self.active[*index] = *active;
                said("link", "done", "")
            }
        }
    }

    fn import(&mut self, list: ListId, rows: &[NewContact], live: bool) -> Said {
        self.imports.push(if live { "live" } else { "cancelled" });
        for row in rows {
            let id = ContactId(self.next_id);
            self.next_id += 1;
            let numbers = row.numbers.len() as u8;
            let (zone, kind, trigger) = (row.zone.clone(), row.kind, row.arrival);
            let origin = Origin {
                zone,
                kind,
                numbers,
                trigger,
                at: self.now,
            };
            let (contact, _) = origin.contact(list, id, &self.rules[&list]);
            let (at, numbers) = (self.now, row.numbers.clone());
            let import = self.imports.len() - 1;
            self.contacts.insert(
                (list, id),
                Kept {
                    contact,
                    at,
                    seq: 0,
                    import,
                    numbers,
                },
            );
        }
        let verb = if live { "import" } else { "cancel" };
        said(verb, "done", self.imports.len().to_string())
    }

    fn undo(&mut self, import: i64) -> Said {
        let index = import as usize - 1;
        match self.imports.get_mut(index) {
            Some(state) if *state == "live" => *state = "undone",
            _ => return said("undo", "wrong_state", ""),
        }
        let touched = self
            .contacts
            .values()
            .filter(|kept| kept.import == index && kept.seq > 0);
        said("undo", "done", touched.count().to_string())
    }

    fn is_visible(&self, kept: &Kept) -> bool {
        kept.seq > 0 || self.imports[kept.import] == "live"
    }

    pub fn visible(&self) -> impl Iterator<Item = (&Key, &Kept)> {
        self.contacts
            .iter()
            .filter(|(_, kept)| self.is_visible(kept))
    }

    /// The one door.
    pub fn record(&mut self, entry: &Entry) -> Said {
        let verb = entry.event.word();
        let key = (entry.list, entry.contact);
        let Some(kept) = self.contacts.get(&key).filter(|kept| self.is_visible(kept)) else {
            return said(verb, "not_found", "");
        };
        if entry
            .event_id
            .as_ref()
            .is_some_and(|id| self.known.contains(id))
        {
            return said(verb, "known", recorded(kept.seq, &kept.contact, &[]));
        }
        let at = self.now.max(kept.at);
        let facts = self.facts(kept);
        let rules = &self.rules[&entry.list];
        let decision = match with_facts(&entry.event, facts) {
            Event::Report(report) => Ok(engine::observe(&kept.contact, &report, at, rules)),
            Event::Command(command) => engine::decide(&kept.contact, &command, at, rules),
        };
        let decision = match decision {
            Ok(decision) => decision,
            Err(refusal) => return said(verb, refusal.code(), refusal.to_string()),
        };
        if let Event::Command(Command::Claim { agent, .. }) = &entry.event
            && decision.next.hand.is_some()
            && self.hand_of(*agent).is_some()
        {
            return said(verb, "busy_agent", "");
        }
        self.known.extend(entry.event_id.clone());
        self.apply(verb, key, at, decision)
    }

    fn apply(&mut self, verb: &'static str, key: Key, at: Timestamp, decision: Decision) -> Said {
        let is_late = matches!(decision.because[..], [engine::Because::Late { .. }]);
        let numbers = self.contacts[&key].numbers.clone();
        if let Some(permit) = &decision.permit {
            self.dials.push((numbers[permit.slot().index()], at));
        }
        for attempt in &decision.attempts {
            self.attempts
                .insert((key, attempt.attempt), attempt.clone());
        }
        for effect in &decision.effects {
            if let Effect::Suppress {
                slots,
                extent,
                until,
                code,
                ..
            } = effect
            {
                let source = format!("list {} contact {} code {code}", key.0.0, key.1.0);
                let zone = decision.next.zone.time_zone().clone();
                let end = |text: &String| {
                    at.to_zoned_datetime(zone)
                        .checked_add(text.parse::<jiff::Span>().unwrap())
                        .unwrap()
                        .timestamp()
                };
                let until_at = until.as_ref().map(end);
                for slot in slots.iter().filter_map(|slot| numbers.get(slot.index())) {
                    for (extent, scope) in scopes(*extent, key.0) {
                        self.put(*slot, extent, scope, &source, until_at);
                    }
                }
            }
        }
        let kept = self.contacts.get_mut(&key).unwrap();
        kept.seq += 1;
        (kept.at, kept.contact) = (at, decision.next);
        let detail = recorded(kept.seq, &kept.contact, &decision.attempts);
        said(verb, if is_late { "late" } else { "done" }, detail)
    }

    fn put(
        &mut self,
        number: Number,
        extent: &'static str,
        scope: i64,
        source: &str,
        until: Option<Timestamp>,
    ) -> bool {
        let key = (number, extent, scope);
        match self.suppressions.get_mut(&key) {
            None => self
                .suppressions
                .insert(key, (source.to_owned(), until))
                .is_none(),
            Some((_, there)) => {
                *there = there.zip(until).map(|(a, b)| a.max(b));
                false
            }
        }
    }

    fn suppress(&mut self, new: &Suppression, closes: bool) -> Said {
        let extent = word(new.extent);
        let added = self.put(new.number, extent, new.scope, &new.source, new.until_at);
        let holds = |list: ListId| new.scope == 0 || campaigns_of(list).contains(&new.scope);
        let covered: Vec<Key> = self
            .visible()
            .filter(|_| closes)
            .filter(|(key, kept)| kept.numbers.contains(&new.number) && holds(key.0))
            .filter(|(_, kept)| kept.contact.state() != "closed")
            .map(|(key, _)| *key)
            .collect();
        for key in &covered {
            let report = Report::Suppressed {
                source: new.source.clone(),
            };
            self.record(&Entry::report(key.0, key.1, engine::Actor::Keeper, report));
        }
        said(
            "suppress",
            "done",
            format!("{} {}", i64::from(added), covered.len()),
        )
    }

    fn facts(&self, kept: &Kept) -> Facts {
        let zone = &kept.contact.zone;
        let since = zone.start_of(zone.local(self.now).date());
        let campaigns = campaigns_of(kept.contact.list);
        let numbers = (0..).zip(&kept.numbers).map(|(slot, number)| {
            let dials = || self.dials.iter().filter(move |dial| dial.0 == *number);
            let source = self
                .suppressions
                .iter()
                .filter(|((there, extent, scope), (_, until))| {
                    there == number
                        && until.is_none_or(|until| until > self.now)
                        && (*extent == "everywhere" || campaigns.contains(scope))
                });
            NumberFacts {
                slot: Slot(slot),
                suppressed_by: source.map(|(_, (source, _))| source.clone()).min(),
                last_dial_at: dials().map(|dial| dial.1).max(),
                dials_today: dials().filter(|dial| dial.1 >= since).count() as u32,
            }
        });
        Facts {
            numbers: numbers.collect(),
        }
    }

    pub fn ask(&mut self, agent: AgentId, command: &AgentCommand) -> Said {
        let phase = self
            .hand_of(agent)
            .and_then(|kept| kept.contact.hand.as_ref())
            .map(engine::Handling::phase);
        match self.agents[&agent].decide(command, phase, self.now) {
            Ok(next) => {
                let detail = serde_json::to_string(&next).unwrap();
                self.agents.insert(agent, next);
                said("ask", "done", detail)
            }
            Err(refusal) => said("ask", "refused", refusal.to_string()),
        }
    }

    pub fn hand_of(&self, agent: AgentId) -> Option<&Kept> {
        let has = |kept: &&Kept| {
            kept.contact
                .hand
                .as_ref()
                .is_some_and(|hand| hand.agent == agent)
        };
        self.contacts.values().find(has)
    }

    // --- what moves are chosen by ---

    pub fn imports(&self) -> usize {
        self.imports.len()
    }

    pub fn ids(&self) -> Vec<Key> {
        self.contacts.keys().copied().collect()
    }

    pub fn in_hand(&self) -> Vec<Key> {
        let held = self
            .contacts
            .iter()
            .filter(|(_, kept)| kept.contact.hand.is_some());
        held.map(|(key, _)| *key).collect()
    }

    /// Whether consumers in Amsterdam may be called.
    pub fn is_open(&self) -> bool {
        let zone = engine::Zone::new("Europe/Amsterdam").unwrap();
        let consumer = engine::ContactKind::Consumer;
        let window = self.rules[&ListId(1)].law.window(self.now, &zone, consumer);
        !matches!(window, engine::law::Window::Closed { .. })
    }

    pub fn open_ones(&self) -> Vec<Key> {
        let open = self.visible().filter(|(_, kept)| !kept.contact.is_closed());
        open.map(|(key, _)| *key).collect()
    }

    /// Free, and for one agent only.
    pub fn reserved(&self) -> Vec<Key> {
        let is_it = |kept: &Kept| kept.contact.held.is_some() && kept.contact.hand.is_none();
        let reserved = self.visible().filter(|(_, kept)| is_it(kept));
        reserved.map(|(key, _)| *key).collect()
    }

    /// What a keeper would report now.
    pub fn expired(&self) -> Vec<(Key, Report)> {
        let expired = |kept: &Kept| match (&kept.contact.hand, kept.contact.held) {
            (Some(hand), _) if hand.lease_until <= self.now => Some(Report::WrapUpExpired),
            (None, Some(held)) if held.release_at? <= self.now => {
                Some(Report::Released { owner_out: false })
            }
            _ => None,
        };
        let all = self.contacts.iter();
        all.filter_map(|(key, kept)| Some((*key, expired(kept)?)))
            .collect()
    }

    pub fn contact(&self, list: ListId, id: ContactId) -> Option<&Contact> {
        self.contacts.get(&(list, id)).map(|kept| &kept.contact)
    }

    pub fn numbers(&self) -> Vec<Number> {
        self.contacts
            .values()
            .flat_map(|kept| kept.numbers.clone())
            .collect()
    }

    /// Everything, one line each.
    pub fn holds(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for ((list, id), kept) in self.visible() {
            let attempts = self
                .attempts
                .range(((*list, *id), 0)..=((*list, *id), u32::MAX));
            let attempts: Vec<Attempt> = attempts.map(|(_, attempt)| attempt.clone()).collect();
            lines.push(recorded(0, &kept.contact, &attempts));
        }
        for (key, (source, until)) in &self.suppressions {
            lines.push(format!("{} {} {} {source} {until:?}", key.0, key.1, key.2));
        }
        let mut dials: BTreeMap<Number, (i64, i64)> = BTreeMap::new();
        for (number, at) in &self.dials {
            let (count, last) = dials.entry(*number).or_insert((0, 0));
            (*count, *last) = (*count + 1, at.as_microsecond().max(*last));
        }
        lines.extend(
            dials
                .iter()
                .map(|(number, (count, last))| format!("{number} {count} {last}")),
        );
        lines.extend(
            self.agents
                .values()
                .map(|agent| serde_json::to_string(agent).unwrap()),
        );
        lines
    }
}

pub fn campaigns_of(list: ListId) -> Vec<i64> {
    LINKS
        .iter()
        .filter(|link| link.1 == list.0)
        .map(|link| link.0)
        .collect()
}

pub fn works_for(agent: AgentId, campaign: i64) -> bool {
    ASSIGNED.contains(&(campaign, agent.0))
}

pub fn word(extent: Extent) -> &'static str {
    match extent {
        Extent::Everywhere => "everywhere",
        Extent::Campaign | Extent::Advertiser => "campaign",
    }
}

fn scopes(extent: Extent, list: ListId) -> Vec<(&'static str, i64)> {
    match extent {
        Extent::Everywhere => vec![("everywhere", 0)],
        _ => campaigns_of(list)
            .into_iter()
            .map(|campaign| ("campaign", campaign))
            .collect(),
    }
}

fn with_facts(event: &Event, facts: Facts) -> Event {
    match event {
        Event::Command(Command::Claim { agent, .. }) => Event::Command(Command::Claim {
            agent: *agent,
            facts,
        }),
        Event::Command(Command::Dial { slot, .. }) => {
            Event::Command(Command::Dial { slot: *slot, facts })
        }
        other => other.clone(),
    }
}
