//! What the far end hears where nobody speaks to it: each campaign's own sounds, as pure tones, through a real
//! Asterisk. Numbers 115 and 116 keep what they hear.

use crate::house::{House, said};
use crate::inbound::{answer, asked, files, newest, open_number, rings};
use crate::tape::{Tapes, levels, samples};
use engine::{Announcement, CallSounds, CampaignId, Phase, Sound};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;
use store::{RecordingConsent, RecordingState};
use telephony::{RATE, wav_head};

/// A client's sound: its name, and its tone in hertz.
type Client = (&'static str, f64);

const NORTH: Client = ("ours/north", 460.0);
const SOUTH: Client = ("ours/south", 580.0);

/// Of sixteen bits: a tone that is played has a third of all there is, speech a little of each.
const PLAYED: f64 = 6_000.0;
const NOT_PLAYED: f64 = 2_500.0;

/// Puts the sound where Asterisk looks for it, and gives it to the campaign.
fn gives(house: &House, campaign: CampaignId, what: Announcement, (name, pitch): Client) {
    let folder = PathBuf::from(said("DISPO_TEST_ASTERISK_RUN")).join("data/sounds");
    let turn = std::f64::consts::TAU * pitch / f64::from(RATE);
    let tone = (0..RATE).map(|at| (10_000.0 * (turn * f64::from(at)).sin()) as i16);
    let mut sound = wav_head(RATE * 2).to_vec();
    sound.extend(tone.flat_map(i16::to_le_bytes));
    std::fs::write(folder.join(format!("{name}.wav")), sound).unwrap();
    let sounds = CallSounds::default().with(what, Sound::named(name).unwrap());
    house.store.set_campaign_sounds(campaign, &sounds).unwrap();
}

/// Panics unless this number has heard that client's sound, and not the other's.
fn heard(before: &BTreeSet<PathBuf>, number: &str, own: Client, other: Client) {
    let sound = std::fs::read(newest(before, &format!("ear-{number}-"))).unwrap();
    let samples = samples(&sound);
    let [own, other] = [own, other].map(|(_, pitch)| levels(&samples, pitch).1);
    eprintln!("{number}: {own:.0} of its own, {other:.0} of the other");
    assert!(
        own > PLAYED && other < NOT_PLAYED,
        "{number}: {own}, {other}"
    );
}

#[test]
fn whoever_finds_no_agent_hears_on_whose_behalf_she_was_called() {
    let before = files();
    let mut house = House::open("sounds", &[115]);
    let spring = house.store.campaigns().unwrap()[0].id;
    let autumn = house.add_campaign("Autumn", &[116]);
    gives(&house, spring, Announcement::Apology, NORTH);
    gives(&house, autumn, Announcement::Apology, SOUTH);
    house.run_until("Asterisk is there", House::has_exchange);
    for agent in house.agents.clone() {
        house.dial_for_nobody(agent);
    }
    house.run_until("both have answered, and are told", |house| {
        let coded = |dialled: &engine::Contact| {
            let attempts = house.store.attempts_of(dialled.list, dialled.id).unwrap();
            attempts.len() == 1
        };
        house.dialled.iter().all(coded)
    });
    house.run_for(Duration::from_millis(2_500));
    assert_eq!(house.settled(), ["abandoned", "abandoned"]);
    heard(&before, "115", NORTH, SOUTH);
    heard(&before, "116", SOUTH, NORTH);
}

#[test]
fn whoever_is_recorded_is_told_so_in_the_campaigns_own_words() {
    let before = files();
    let mut tapes = Tapes::open("sounds-told", &[115]);
    let house = &tapes.house;
    gives(house, CampaignId(1), Announcement::Recording, NORTH);
    tapes.house.dial_all();
    tapes.runs_until(0, RecordingState::Recording);
    assert_eq!(tapes.recording(0).consent, RecordingConsent::Told);
    tapes.house.wrap_up();
    std::thread::sleep(Duration::from_millis(500));
    heard(&before, "115", NORTH, SOUTH);
}

#[test]
fn whoever_calls_in_is_told_by_the_campaign_whose_agent_takes_it() {
    let before = files();
    let mut tapes = Tapes::open("sounds-in", &[100]);
    gives(&tapes.house, CampaignId(1), Announcement::Recording, SOUTH);
    open_number(&mut tapes.house, |queue| {
        queue.sounds.music = "silence".to_owned();
    });
    rings("116", "%2B493023125100");
    let house = &mut tapes.house;
    house.run_until("she is asked", |house| asked(house).is_some());
    let agent = house.agents[0];
    answer(house, agent);
    house.run_until("they talk", |house| house.hands(Phase::Talking) == 1);
    house.run_for(Duration::from_millis(2_000));
    house.hang_up(agent);
    house.run_until("it is over", |house| house.hands(Phase::WrapUp) == 1);
    house.dispose(agent);
    std::thread::sleep(Duration::from_millis(500));
    heard(&before, "116", SOUTH, NORTH);
}
