//! What a program says of a number.

use super::{Entry, QueueSounds, sounds};
use engine::{CampaignId, ListId, Number, Roster, Zone};
use jiff::civil::Date;
use serde::Deserialize;
use store::{Queue, QueueKind, QueueProblem, Store, StoreError};
use utoipa::ToSchema;

/// How a number is called.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Customers", "purpose": "opt_out" }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct SetQueue {
    #[schema(min_length = 1, max_length = 80)]
    name: String,
    /// service or opt_out.
    #[schema(pattern = "^(service|opt_out)$")]
    purpose: Option<String>,
    /// Whose agents take the calls.
    campaign: Option<i64>,
    /// Where strangers become contacts.
    list: Option<i64>,
    #[schema(max_length = 60)]
    zone: Option<String>,
    /// Such as mo-fr 09:00-17:30; always where nothing is said.
    #[schema(max_length = 400)]
    hours: Option<String>,
    #[schema(max_items = 400)]
    closed_on: Option<Vec<String>>,
    closed_for_now: Option<bool>,
    #[schema(minimum = 1, maximum = 500)]
    waiting_most: Option<u32>,
    #[schema(minimum = 1, maximum = 3600)]
    wait_seconds: Option<u32>,
    #[schema(minimum = 1, maximum = 300)]
    owner_seconds: Option<u32>,
    #[schema(minimum = 1, maximum = 300)]
    ask_seconds: Option<u32>,
    #[schema(minimum = 1, maximum = 100)]
    asks_most: Option<u32>,
    #[schema(minimum = 1, maximum = 3600)]
    served_within: Option<u32>,
    sounds: Option<QueueSounds>,
}

pub fn queue(number: Number, house: Zone, entry: &mut Entry) -> Queue {
    let name = entry.needed_text("name", 80).unwrap_or_default();
    let purpose = entry.one_of("purpose", &QueueKind::ALL, QueueKind::word);
    let zone = entry.text("zone", 60).map(|text| text.parse::<Zone>());
    let zone = match zone {
        Some(Err(_)) => entry.fault("zone", "invalid", "is no time zone".to_owned()),
        Some(Ok(zone)) => Some(zone),
        None => None,
    };
    let purpose = purpose.unwrap_or(QueueKind::Service);
    let mut queue = Queue::new(number, &name, purpose, zone.unwrap_or(house));
    queue.campaign = entry.id("campaign").map(CampaignId);
    queue.list = entry.id("list").map(ListId);
    let rules = &mut queue.rules;
    if let Some(hours) = entry.text("hours", 400) {
        rules.hours = match Roster::parse(&hours) {
            Ok(roster) => Some(roster),
            Err(error) => entry.fault("hours", "invalid", error.to_string()),
        };
    }
    for day in entry.texts("closed_on", 400, 10) {
        match day.parse::<Date>() {
            Ok(day) => rules.closed_on.push(day),
            Err(_) => {
                let detail = format!("`{day}` is no day such as 2026-12-25");
                entry.fault::<()>("closed_on", "invalid", detail);
            }
        }
    }
    rules.closed_for_now = entry.flag("closed_for_now").unwrap_or(false);
    for (name, field, most) in [
        ("waiting_most", &mut rules.waiting_most, 500),
        ("wait_seconds", &mut rules.wait_seconds, 3_600),
        ("owner_seconds", &mut rules.owner_seconds, 300),
        ("ask_seconds", &mut rules.ask_seconds, 300),
        ("asks_most", &mut rules.asks_most, 100),
        ("served_within", &mut rules.served_within, 3_600),
    ] {
        if let Some(figure) = entry.figure(name, 1..=most) {
            *field = u32::try_from(figure).unwrap_or(*field);
        }
    }
    sounds::read(entry, &mut queue.sounds);
    queue
}

/// Keeps it where nothing is wrong.
pub fn keep(store: &Store, queue: Option<Queue>) -> Result<Vec<QueueProblem>, StoreError> {
    queue.map_or(Ok(Vec::new()), |queue| store.set_queue(queue))
}

pub fn tell(problems: &[QueueProblem], entry: &mut Entry) {
    for problem in problems {
        let (field, code, detail) = match problem {
            QueueProblem::Name => ("name", "invalid", "must be 1 to 80 signs"),
            QueueProblem::NoCampaign => ("campaign", "required", "agents of a campaign take calls"),
            QueueProblem::NoSuchCampaign => ("campaign", "not_found", "there is no such campaign"),
            QueueProblem::NoSuchList => ("list", "not_found", "there is no such list"),
            QueueProblem::Figure(field) => (*field, "invalid", "lies outside its bounds"),
            QueueProblem::Sound(field) => {
                let detail = "is no name of a sound, no key, or no language".to_owned();
                entry.fault::<()>(&format!("sounds.{field}"), "invalid", detail);
                continue;
            }
        };
        entry.fault::<()>(field, code, detail.to_owned());
    }
}
