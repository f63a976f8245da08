//! Whether an Asterisk has what the far end is to hear: its own sounds, and those campaigns and numbers
//! name.

use super::Found;
use crate::database;
use crate::failure::Failure;
use engine::{Announcement, CallSounds, Machines};
use serde_json::Value;
use std::collections::BTreeMap;
use store::{CampaignState, Queue};
use telephony::asterisk::{AsteriskAddress, LinkProblem};

const WHAT: &str = "sounds";

/// What a centre wants played; campaigns that are closed call nobody.
#[derive(Default)]
pub struct Wanted {
    /// By the name of the sound, which campaigns and numbers name it.
    named: BTreeMap<String, Vec<String>>,
    /// A campaign leaves messages, and names none of its own.
    leaves_usual_message: bool,
}

impl Wanted {
    fn add(&mut self, sound: &str, whose: &str) {
        let all = self.named.entry(sound.to_owned()).or_default();
        if all.last().is_none_or(|last| last != whose) {
            all.push(whose.to_owned());
        }
    }

    fn add_campaign(&mut self, name: &str, sounds: &CallSounds, machines: Option<Machines>) {
        for (_, sound) in sounds.each() {
            self.add(sound.name(), name);
        }
        let is_own = sounds.get(Announcement::Message).is_some();
        self.leaves_usual_message |= machines == Some(Machines::LeaveMessage) && !is_own;
    }

    fn add_number(&mut self, number: &Queue) {
        let sounds = number.sounds.played(number.purpose);
        for sound in sounds.filter_map(|medium| medium.strip_prefix(engine::Sound::KIND)) {
            self.add(sound, &number.name);
        }
    }
}

pub fn wanted(db: &str) -> Result<Wanted, Failure> {
    let store = database::existing(db)?;
    let mut all = Wanted::default();
    let open = |campaign: &store::Campaign| campaign.state != CampaignState::Closed;
    for campaign in store.campaigns()?.into_iter().filter(open) {
        let sounds = store.campaign_sounds(campaign.id)?;
        let machines = store.campaign_profile(campaign.id)?.machines;
        all.add_campaign(&campaign.name, &sounds, machines);
    }
    for number in store.queues()? {
        all.add_number(&number);
    }
    Ok(all)
}

pub fn look(address: &AsteriskAddress, wanted: Option<&Wanted>) -> Result<Found, LinkProblem> {
    let settings = address.settings();
    let leaves = wanted.is_some_and(|all| all.leaves_usual_message);
    let own = Announcement::ALL.into_iter();
    // Only where a campaign asks for it is a message left.
    let own = own.filter(|what| *what != Announcement::Message || leaves);
    let mut missing = Vec::new();
    for what in own {
        let Some(name) = settings.sound(what).strip_prefix(engine::Sound::KIND) else {
            continue;
        };
        if !is_there(address, name)? {
            missing.push(format!("`{name}`"));
        }
    }
    for (name, whose) in wanted.into_iter().flat_map(|all| &all.named) {
        if !is_there(address, name)? {
            missing.push(format!("`{name}` ({})", whose.join(", ")));
        }
    }
    Ok(if missing.is_empty() {
        Found::good(WHAT, told(wanted))
    } else {
        let remedy = "put them, as wav with 8 kHz, into Asterisk's folder sounds; until then nothing is said there";
        Found::doubtful(WHAT, format!("missing: {}", missing.join(", ")), remedy)
    })
}

fn told(wanted: Option<&Wanted>) -> String {
    let own = "menu, apology and announcement of recordings are there";
    match wanted {
        None => format!("{own}; those of campaigns and numbers are looked for with --db"),
        Some(all) if all.named.is_empty() => own.to_owned(),
        Some(all) => format!(
            "{own}, and {} that campaigns and numbers name",
            all.named.len()
        ),
    }
}

/// Asterisk takes every folder among its sounds for a language, also one of ours: what lies in `sounds/ours`
/// it plays as `ours/sorry`, and lists as `sorry` in the language `ours`.
fn is_there(address: &AsteriskAddress, name: &str) -> Result<bool, LinkProblem> {
    let ask = |name: &str| address.ask("GET", &format!("sounds/{}", name.replace('/', "%2F")));
    if ask(name)?.status == 200 {
        return Ok(true);
    }
    let Some((folder, name)) = name.split_once('/') else {
        return Ok(false);
    };
    let listed = ask(name)?.body;
    let formats = listed.get("formats").and_then(Value::as_array);
    let mut formats = formats.into_iter().flatten();
    Ok(formats.any(|one| one.get("language").and_then(Value::as_str) == Some(folder)))
}
