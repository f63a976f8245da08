//! Plays random histories and shows every step to a law.

use super::census::Census;
use super::history::{Dice, consent, outcome, rules, trigger};
use engine::{
    AgentId, AskedOrder, Attempt, Because, CallbackChoice, Cause, Command, ConsentChange, Contact,
    ContactId, ContactKind, Effect, Event, Facts, ListId, NumberFacts, Origin, Refusal, Report,
    Roster, Rules, Slot, Zone, decide, observe,
};
use jiff::{SignedDuration, Timestamp};

/// One event, what it was applied to, and what came of it.
pub struct Step<'r> {
    pub rules: &'r Rules,
    pub at: Timestamp,
    pub event: Event,
    pub before: Contact,
    pub after: Contact,
    pub refusal: Option<Refusal>,
    pub attempts: Vec<Attempt>,
    pub effects: Vec<Effect>,
    pub because: Vec<Because>,
    /// A call was placed.
    pub dialled: Option<Slot>,
}

/// Everything that happened to one contact.
pub struct History<'r> {
    pub origin: Origin,
    pub steps: Vec<Step<'r>>,
}

/// Plays a fixed number of histories, shows each to the law, and concludes the census.
pub fn histories(law: &str, mut check: impl FnMut(&History<'_>)) {
    let mut census = Census::default();
    for seed in 0..100 {
        let mut dice = Dice::new(seed);
        let rules = rules(&mut dice);
        for history in floor(&mut dice, &rules) {
            for step in &history.steps {
                census.count(step);
            }
            check(&history);
        }
    }
    census.conclude(law);
}

/// Three contacts, worked at the same time by three agents.
fn floor<'r>(dice: &mut Dice, rules: &'r Rules) -> Vec<History<'r>> {
    let mut now: Timestamp = "2026-03-03T09:00:00Z".parse().unwrap();
    let zones = ["Europe/Amsterdam", "Europe/London", "Europe/Budapest"];
    let mut contacts: Vec<(Contact, History<'r>, Knowledge)> = (0..3)
        .map(|index| {
            let origin = Origin {
                zone: Zone::new(zones[index]).unwrap(),
                kind: *dice.of(&ContactKind::ALL),
                consent: consent(dice),
                numbers: u8::try_from(1 + dice.below(3)).unwrap(),
                trigger: None,
                at: now,
            };
            let id = ContactId(i64::try_from(index).unwrap());
            let (contact, _) = origin.contact(ListId(1), id, rules);
            let steps = Vec::new();
            (contact, History { origin, steps }, Knowledge::default())
        })
        .collect();
    for _ in 0..150 {
        now += pause(dice);
        let (contact, history, knowledge) = &mut contacts[dice.below(3)];
        if dice.often(60) && contact.hand.is_none() {
            now = now.max(contact.offer_at.unwrap_or(now));
        }
        let event = event(dice, contact, knowledge, rules, now);
        let step = step(rules, contact, event, now);
        knowledge.learn(&step);
        *contact = step.after.clone();
        history.steps.push(step);
    }
    for (contact, history, _) in &mut contacts {
        // Whatever is still in hand is taken back.
        let at = now + SignedDuration::from_hours(24);
        let step = step(rules, contact, Event::Report(Report::LeaseExpired), at);
        history.steps.push(step);
    }
    contacts
        .into_iter()
        .map(|(_, history, _)| history)
        .collect()
}

fn pause(dice: &mut Dice) -> SignedDuration {
    let minutes = match dice.below(10) {
        0 => dice.below(3_000),
        1..=3 => dice.below(90),
        _ => dice.below(4),
    };
    SignedDuration::from_mins(i64::try_from(minutes).unwrap())
}

pub fn step<'r>(rules: &'r Rules, before: &Contact, event: Event, at: Timestamp) -> Step<'r> {
    let decided = match &event {
        Event::Report(report) => Ok(observe(before, report, at, rules)),
        Event::Command(command) => decide(before, command, at, rules),
    };
    let mut step = Step {
        rules,
        at,
        event,
        before: before.clone(),
        after: before.clone(),
        refusal: None,
        attempts: Vec::new(),
        effects: Vec::new(),
        because: Vec::new(),
        dialled: None,
    };
    match decided {
        Ok(decision) => {
            step.after = decision.next;
            step.attempts = decision.attempts;
            step.effects = decision.effects;
            step.because = decision.because;
            step.dialled = decision.permit.map(|permit| permit.slot());
        }
        Err(refusal) => step.refusal = Some(refusal),
    }
    step
}

/// What the world knows of a contact's numbers beside the contact itself.
#[derive(Default)]
struct Knowledge {
    dials: Vec<(Slot, Timestamp)>,
    suppressed: Vec<Slot>,
}

impl Knowledge {
    fn learn(&mut self, step: &Step<'_>) {
        self.dials.extend(step.dialled.map(|slot| (slot, step.at)));
        for effect in &step.effects {
            if let Effect::Suppress { slots, .. } = effect {
                self.suppressed.extend(slots);
            }
        }
    }

    fn facts(&self, contact: &Contact, at: Timestamp, rules: &Rules) -> Facts {
        let zone = &contact.zone;
        let today = zone.local(at).date();
        let numbers = contact.slots().map(|slot| {
            let of_slot = self.dials.iter().rev().filter(|dial| dial.0 == slot);
            let dials = of_slot.map(|dial| dial.1).collect();
            NumberFacts {
                suppressed_by: self.suppressed.contains(&slot).then(|| "list".to_owned()),
                ..rules.bounds(None).dialled(slot, dials, today, zone)
            }
        });
        Facts {
            numbers: numbers.collect(),
            scrubbed_at: Some(at),
            ..Facts::default()
        }
    }
}

fn event(
    dice: &mut Dice,
    contact: &Contact,
    knowledge: &mut Knowledge,
    rules: &Rules,
    at: Timestamp,
) -> Event {
    if dice.often(1) {
        knowledge
            .suppressed
            .push(Slot(u8::try_from(dice.below(3)).unwrap()));
    }
    let facts = knowledge.facts(contact, at, rules);
    if dice.often(12) {
        return Event::Report(odd_report(dice, contact));
    }
    if dice.often(12) {
        return Event::Command(odd_command(dice, rules, facts, at));
    }
    let agent = AgentId(i64::try_from(dice.below(3)).unwrap());
    let attempt = contact.dials;
    let Some(hand) = &contact.hand else {
        if contact.is_closed() && dice.often(60) {
            let (code, reset) = (code(dice, rules), dice.often(50));
            return Event::Command(Command::Set {
                code,
                reset,
                due: None,
                owner: None,
            });
        }
        let agent = contact.held.map_or(agent, |held| held.agent);
        return Event::Command(Command::Claim {
            agent,
            campaign: None,
            facts,
        });
    };
    match hand.calls.last().map(|call| call.line) {
        Some(engine::Line::Dialling) if dice.often(40) => {
            Event::Report(Report::Answered { attempt })
        }
        Some(line) if line.is_open() => {
            let (outcome, cause) = (outcome(dice), Cause::default());
            Event::Report(Report::Ended {
                attempt,
                outcome,
                cause,
            })
        }
        Some(_) if dice.often(70) => Event::Command(dispose(dice, rules, at)),
        _ => Event::Command(Command::dial(slot(dice, contact), facts)),
    }
}

/// A report that may fit or not.
fn odd_report(dice: &mut Dice, contact: &Contact) -> Report {
    let attempt = contact
        .dials
        .saturating_sub(u32::try_from(dice.below(2)).unwrap());
    match dice.below(10) {
        8 => Report::Due,
        0 => Report::Ringing { attempt },
        1 => Report::Answered { attempt },
        2 => Report::Ended {
            attempt,
            outcome: outcome(dice),
            cause: Cause::default(),
        },
        3 => Report::NotPlaced { attempt },
        4 if dice.often(50) => Report::SignOfLife { agent: AgentId(1) },
        4 => Report::LeaseExpired,
        5 => Report::WrapUpExpired,
        6 => Report::Released {
            owner_out: dice.often(50),
        },
        7 if dice.often(20) => Report::Suppressed {
            source: "list".to_owned(),
        },
        _ => Report::Triggered {
            trigger: trigger(dice),
        },
    }
}

/// A command that may be refused.
fn odd_command(dice: &mut Dice, rules: &Rules, facts: Facts, at: Timestamp) -> Command {
    let agent = AgentId(i64::try_from(dice.below(3)).unwrap());
    let ahead = at + SignedDuration::from_hours(i64::try_from(dice.below(90)).unwrap());
    match dice.below(12) {
        10 => Command::Order {
            order: dice.often(80).then(|| AskedOrder {
                value: (*dice.of(&["A", "B10", "b2"])).to_owned(),
                not_before: dice.often(40).then_some(ahead),
            }),
        },
        0 => Command::Claim {
            agent,
            campaign: None,
            facts,
        },
        1 => Command::dial(Slot(u8::try_from(dice.below(4)).unwrap()), facts),
        2 => dispose(dice, rules, at),
        3 => Command::Conclude,
        4 if dice.often(50) => Command::Pass { to: agent },
        4 => Command::Release,
        5 | 6 => Command::Set {
            code: code(dice, rules),
            reset: dice.often(50),
            due: dice.often(50).then_some(ahead),
            owner: None,
        },
        7 => Command::Assign {
            owner: dice.often(70).then_some(agent),
        },
        8 => Command::SetRoster {
            change: Roster::parse(dice.of::<&str>(&["mo-fr 14:00-", "tu,th 09:00-12:00", ""])).ok(),
        },
        9 => Command::Edit {
            fields: vec!["optin_date".to_owned()],
            version: 2,
            consent: Some(consent(dice).map_or(ConsentChange::Gone, ConsentChange::Now)),
        },
        _ => Command::Resume { due: ahead },
    }
}

fn dispose(dice: &mut Dice, rules: &Rules, at: Timestamp) -> Command {
    let code = code(dice, rules);
    let callback = dice.often(40).then(|| CallbackChoice {
        at: Some(at + SignedDuration::from_mins(i64::try_from(dice.below(5_000)).unwrap())),
        owner: dice
            .often(50)
            .then(|| AgentId(i64::try_from(dice.below(3)).unwrap())),
        ..CallbackChoice::default()
    });
    Command::Dispose { code, callback }
}

/// A code that leaves the contact open, twice out of three times.
fn code(dice: &mut Dice, rules: &Rules) -> engine::Code {
    use engine::catalogue::Kind::{Callback, New, Suspended, Unreached};
    let open = dice.often(67);
    let wanted = |kind| matches!(kind, New | Unreached | Callback | Suspended) == open;
    let codes = rules.catalogue.dispositions().iter();
    let codes: Vec<_> = codes.filter(|code| wanted(code.kind)).collect();
    dice.of(&codes).code.clone()
}

fn slot(dice: &mut Dice, contact: &Contact) -> Slot {
    let open = contact.open_slots();
    if open.is_empty() {
        Slot(0)
    } else {
        *dice.of(&open)
    }
}
