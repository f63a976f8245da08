//! What was entered for a number, read: all that is wrong, by field.

use super::fields::Entered;
use crate::words::Words;
use engine::{CampaignId, ListId, Number, QueueRules, Roster, Sound, Zone};
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::{Queue, QueueKind, QueueProblem, Sounds};

pub type Wrong = BTreeMap<&'static str, String>;

/// Reads the form for a number; figures that cannot be read are caught by their bounds.
pub fn queue(number: Number, entered: &Entered, words: &Words) -> Result<Queue, Wrong> {
    let mut wrong = Wrong::new();
    let text = |name: &str| entered.get(name).map_or("", |value| value.trim());
    let figure = |name: &str| text(name).parse::<u32>().unwrap_or(0);
    let id = |name: &str| text(name).parse::<i64>().ok();
    let zone = Zone::new(text("zone")).unwrap_or_else(|_| {
        wrong.insert("zone", words.t("queue-zone-remedy"));
        Zone::UTC
    });
    let hours = text("hours");
    let hours = (!hours.is_empty()).then(|| Roster::parse(hours));
    let hours = hours.transpose().unwrap_or_else(|_| {
        wrong.insert("hours", words.t("queue-hours-remedy"));
        None
    });
    let closed_on = days(text("closed_on")).unwrap_or_else(|| {
        wrong.insert("closed_on", words.t("queue-closed-on-remedy"));
        Vec::new()
    });
    let queue = Queue {
        number,
        name: text("name").to_owned(),
        purpose: QueueKind::of(text("purpose")).unwrap_or(QueueKind::Service),
        campaign: id("campaign").map(CampaignId),
        list: id("list").map(ListId),
        zone,
        rules: QueueRules {
            hours,
            closed_on,
            closed_for_now: !text("closed_for_now").is_empty(),
            waiting_most: figure("waiting_most"),
            wait_seconds: figure("wait_seconds"),
            owner_seconds: figure("owner_seconds"),
            ask_seconds: figure("ask_seconds"),
            asks_most: figure("asks_most"),
            served_within: figure("served_within"),
        },
        sounds: sounds(entered),
    };
    for problem in queue.problems() {
        let (field, remedy) = told(&problem, words);
        wrong.entry(field).or_insert(remedy);
    }
    match wrong.is_empty() {
        true => Ok(queue),
        false => Err(wrong),
    }
}

fn sounds(entered: &Entered) -> Sounds {
    let text = |name: &str| entered.get(name).map_or("", |value| value.trim());
    let sound = |name: &str| {
        let text = text(name);
        (!text.is_empty()).then(|| format!("{}{text}", Sound::KIND))
    };
    Sounds {
        welcome: sound("welcome"),
        music: text("music").to_owned(),
        closed: sound("closed"),
        full: sound("full"),
        again: sound("again"),
        again_seconds: text("again_seconds").parse().unwrap_or(0),
        language: Some(text("language").to_owned()).filter(|language| !language.is_empty()),
        callback_key: text("callback_key").chars().next(),
        callback: sound("callback"),
        opt_out: sound("opt_out"),
        opted_out: sound("opted_out"),
    }
}

/// Days with commas between them.
fn days(text: &str) -> Option<Vec<Date>> {
    let days = text.split([',', ';', ' ']).filter(|day| !day.is_empty());
    let days: Result<Vec<Date>, _> = days.map(str::parse).collect();
    days.ok().filter(|days| days.len() <= 400)
}

/// Where it stands, and what to do about it.
pub fn told(problem: &QueueProblem, words: &Words) -> (&'static str, String) {
    match problem {
        QueueProblem::Name => ("name", words.t("queue-name-remedy")),
        QueueProblem::NoCampaign | QueueProblem::NoSuchCampaign => {
            ("campaign", words.t("queue-campaign-remedy"))
        }
        QueueProblem::NoSuchList => ("list", words.t("queue-list-remedy")),
        QueueProblem::Figure(field) => (field, words.t("queue-figure-remedy")),
        QueueProblem::Sound("callback_key") => ("callback_key", words.t("queue-key-remedy")),
        QueueProblem::Sound("language") => ("language", words.t("queue-language-remedy")),
        QueueProblem::Sound(field) => (field, words.t("queue-sound-remedy")),
    }
}
