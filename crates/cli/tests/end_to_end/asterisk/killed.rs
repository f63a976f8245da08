//! The program ends in the middle of fifty calls, killed or told to, and is started again: every attempt has one
//! outcome and one code, nobody is stuck, no channel is left, and whoever waited goes on waiting.

use super::centre::Centre;
use super::exchange::{channels, comes_to, console, heard_lately};
use engine::law::{AbandonedOf, Abandonment};
use engine::{CampaignId, Contact};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::time::Duration;
use store::{InboundCall, InboundState, Recording, RecordingOf};

/// Of full scale: silence is 0, music some hundredths.
const HEARD: f64 = 0.003;

/// The outcomes of all attempts, each with how many have it; nobody is in anybody's hands, and each has one code.
fn outcomes(centre: &Centre) -> BTreeMap<&'static str, usize> {
    let mut outcomes = BTreeMap::new();
    for contact in centre.contacts() {
        assert_eq!(contact.hand, None, "somebody is stuck");
        let attempts = centre.store.attempts_of(contact.list, contact.id).unwrap();
        assert_eq!((attempts.len(), contact.dials), (1, 1), "{attempts:?}");
        assert!(!attempts[0].code.as_str().is_empty());
        *outcomes.entry(attempts[0].outcome.word()).or_default() += 1;
    }
    outcomes
}

/// Calls that found no agent, and those that found one, as the law counts them.
fn counted(centre: &Centre, campaign: CampaignId) -> (u32, u32) {
    let ceiling = Abandonment {
        per_mille: 30,
        window: SignedDuration::from_hours(24),
        of: AbandonedOf::Campaign,
    };
    let ledger = centre.store.ledger(campaign, &ceiling).unwrap();
    assert_eq!(ledger.at_risk, 0);
    (ledger.abandoned, ledger.answered)
}

/// Who it is, since when she is there, and since when she waits.
fn place(call: &InboundCall) -> (i64, Timestamp, Option<Timestamp>) {
    (call.id, call.arrived_at, call.waits_since)
}

/// They wait where they waited, in the order in which they came.
fn go_on_waiting(centre: &Centre, before: &[InboundCall]) {
    let places = |calls: &[InboundCall]| calls.iter().map(place).collect::<Vec<_>>();
    assert_eq!(places(&centre.waiting()), places(before));
    assert_eq!(centre.store.newest_inbound(10).unwrap().len(), 2);
    // Nothing but them is left there.
    comes_to(&centre.app, 2);
}

fn kept(centre: &Centre) -> Vec<Recording> {
    let of = |contact: Contact| RecordingOf {
        list: contact.list,
        contact: contact.id,
        attempt: 1,
    };
    let all = centre.contacts().into_iter().map(of);
    all.filter_map(|of| centre.store.recording(of).unwrap())
        .filter(Recording::can_be_heard)
        .collect()
}

/// Everybody who talked was recorded, and all of it can be heard.
fn recordings_are_kept(centre: &Centre) {
    centre.until("all are fetched", |centre| kept(centre).len() == 5);
    for recording in kept(centre) {
        assert_eq!(recording.on_exchange, None);
        assert!(recording.sealed.unwrap().bytes > 4_000);
    }
    let (code, checked) = centre.floor.json("recordings check");
    assert_eq!((code, &checked["checked"]), (0, &5.into()));
}

/// The first is taken and talks; the other hears her own end.
fn one_is_taken(centre: &mut Centre) {
    let first = centre.waiting()[0].id;
    let state = |centre: &Centre| {
        let mut newest = centre.store.newest_inbound(2).unwrap().into_iter();
        let found = newest.find(|call| call.id == first);
        found.map(|call| call.state)
    };
    centre.taker.presses("/desk/ready", "");
    centre.until("she is asked", |centre| centre.waiting()[0].asked.is_some());
    centre.taker.looks();
    centre.taker.answers();
    centre.until("she has taken it", |centre| {
        state(centre) == Some(InboundState::Answered)
    });
    std::thread::sleep(Duration::from_millis(700));
    centre.taker.looks();
    centre.taker.is_in("talking");
    centre.taker.presses("/desk/hangup", "");
    comes_to(&centre.app, 2);
    centre.taker.codes_and_goes();
    comes_to(&centre.app, 1);
}

/// Everything after the second start.
fn all_is_in_order(centre: &mut Centre, before: &[InboundCall]) {
    centre.all_go();
    go_on_waiting(centre, before);
    recordings_are_kept(centre);
    one_is_taken(centre);
    let (code, examined) = centre.floor.json("doctor");
    assert_eq!(code, 0, "{examined}");
    for line in channels(&centre.app) {
        console(&format!(
            "channel request hangup {}",
            line.split('!').next().unwrap()
        ));
    }
    comes_to(&centre.app, 0);
    centre.until("the last has hung up", |centre| centre.waiting().is_empty());
    centre.ends_by("TERM");
}

#[test]
fn killed_in_the_middle_of_fifty_calls() {
    let mut centre = Centre::open("killed");
    centre.fifty_calls([108, 108]);
    let before = centre.waiting();
    centre.ends_by("KILL");
    // Meanwhile the last five pick up.
    std::thread::sleep(Duration::from_secs(5));
    centre.starts_again();
    all_is_in_order(&mut centre, &before);
    let expected = [("abandoned", 5), ("busy", 5), ("interrupted", 40)];
    assert_eq!(outcomes(&centre), BTreeMap::from(expected));
    assert_eq!(counted(&centre, centre.plain), (5, 20));
    assert_eq!(counted(&centre, centre.taped), (0, 5));
}

#[test]
fn told_to_end_in_the_middle_of_fifty_calls() {
    let mut centre = Centre::open("told");
    centre.fifty_calls([108, 115]);
    let before = centre.waiting();
    centre.ends_by("TERM");
    assert_eq!(centre.open_lines(), 0);
    go_on_waiting(&centre, &before);
    std::thread::sleep(Duration::from_millis(2_500));
    let music = heard_lately();
    assert!(music > HEARD, "no music: {music}");
    centre.starts_again();
    all_is_in_order(&mut centre, &before);
    let expected = [("answered", 25), ("busy", 5), ("lost_while_dialling", 20)];
    assert_eq!(outcomes(&centre), BTreeMap::from(expected));
    assert_eq!(counted(&centre, centre.plain), (0, 20));
    assert_eq!(counted(&centre, centre.taped), (0, 5));
}
