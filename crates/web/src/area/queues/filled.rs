//! The form of a number that is there, filled in.

use super::fields::Entered;
use engine::{Roster, Sound};
use store::Queue;

/// A number as its form shows it.
pub fn of(queue: &Queue) -> Entered {
    let (rules, sounds) = (&queue.rules, &queue.sounds);
    let sound = |sound: &Option<String>| {
        let sound = sound.as_deref().unwrap_or_default();
        sound.strip_prefix(Sound::KIND).unwrap_or(sound).to_owned()
    };
    let id = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
    let days: Vec<String> = rules.closed_on.iter().map(ToString::to_string).collect();
    let tick = |is: bool| if is { "1" } else { "" }.to_owned();
    let fields = [
        ("number", queue.number.to_string()),
        ("name", queue.name.clone()),
        ("purpose", queue.purpose.word().to_owned()),
        ("campaign", id(queue.campaign.map(|campaign| campaign.0))),
        ("list", id(queue.list.map(|list| list.0))),
        ("zone", queue.zone.name().to_owned()),
        (
            "hours",
            rules
                .hours
                .as_ref()
                .map(Roster::to_string)
                .unwrap_or_default(),
        ),
        ("closed_on", days.join(", ")),
        ("closed_for_now", tick(rules.closed_for_now)),
        ("waiting_most", rules.waiting_most.to_string()),
        ("wait_seconds", rules.wait_seconds.to_string()),
        ("owner_seconds", rules.owner_seconds.to_string()),
        ("ask_seconds", rules.ask_seconds.to_string()),
        ("asks_most", rules.asks_most.to_string()),
        ("served_within", rules.served_within.to_string()),
        (
            "callback_key",
            sounds.callback_key.map(String::from).unwrap_or_default(),
        ),
        ("welcome", sound(&sounds.welcome)),
        ("music", sounds.music.clone()),
        ("again", sound(&sounds.again)),
        ("again_seconds", sounds.again_seconds.to_string()),
        ("language", sounds.language.clone().unwrap_or_default()),
        ("closed", sound(&sounds.closed)),
        ("full", sound(&sounds.full)),
        ("callback", sound(&sounds.callback)),
        ("opt_out", sound(&sounds.opt_out)),
        ("opted_out", sound(&sounds.opted_out)),
    ];
    let owned = fields.into_iter();
    owned
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}
