//! Talks that are recorded over a real Asterisk: what is heard on them, what a pause leaves out,
//! what a refusal leaves behind, and what becomes of one when something dies.

use crate::breaking::kill;
use crate::tape::{Tapes, levels, samples};
use engine::{Number, OtherStage, Whom, Wish};
use std::time::Duration;
use store::{AuditActor, RecordAct, RecordingConsent, RecordingState, WhyGone};

#[test]
fn both_sides_are_on_it_and_a_pause_is_not() {
    let mut tapes = Tapes::open("tape", &[181]);
    tapes.house.dial_all();
    tapes.runs_until(0, RecordingState::Recording);
    let recording = tapes.recording(0);
    assert_eq!(recording.consent, RecordingConsent::Told);
    // It was heard before anything was recorded.
    assert!(recording.began_at >= recording.consent_at);
    // She whistles for half a second in three and a half.
    tapes.house.run_for(Duration::from_millis(3_700));
    tapes.act(0, RecordAct::Pause);
    tapes.runs_until(0, RecordingState::Paused);
    tapes.house.run_for(Duration::from_millis(1_500));
    tapes.act(0, RecordAct::Resume);
    tapes.runs_until(0, RecordingState::Recording);
    tapes.house.run_for(Duration::from_millis(1_500));
    tapes.house.wrap_up();
    tapes.archive();
    let kept = tapes.recording(0);
    assert!(
        kept.can_be_heard() && kept.on_exchange.is_none(),
        "{kept:?}"
    );
    let sound = tapes.sound(0);
    assert_eq!(kept.sealed.as_ref().unwrap().bytes, sound.len() as u64);
    let samples = samples(&sound);
    let (heard, by_the_clock) = (samples.len() as f64 / 8_000.0, kept.lasts().unwrap());
    // The pause would be a second and a half.
    assert!(
        (heard - by_the_clock.as_secs_f64()).abs() < 1.0,
        "{heard} s of {by_the_clock:?}"
    );
    // The other side whistles once in a while, the agent talks all the time.
    let (loud, whistle) = levels(&samples, 1_100.0);
    eprintln!("recorded {heard:.2} s of {by_the_clock:?}: level {loud:.0}, whistle {whistle:.0}");
    assert!(loud > 300.0, "the agent is not heard: {loud}");
    assert!(whistle > 1_000.0, "the other side is not heard: {whistle}");
    assert_eq!(tapes.on_exchange(), [""; 0]);
    assert_eq!(tapes.in_vault(), 1);
}

#[test]
fn a_refusal_pauses_at_once_and_leaves_nothing_unless_it_is_taken_back() {
    let mut tapes = Tapes::open("tape-refused", &[108]);
    tapes.house.dial_all();
    tapes.runs_until(0, RecordingState::Recording);
    refuse(&mut tapes);
    let of = tapes.of(0);
    tapes.house.store.take_back_refusal(of).unwrap();
    tapes.act(0, RecordAct::Resume);
    tapes.runs_until(0, RecordingState::Recording);
    refuse(&mut tapes);
    assert_eq!(tapes.on_exchange().len(), 1);
    tapes.runs_until(0, RecordingState::Condemned);
    tapes.house.run_for(Duration::from_millis(500));
    tapes.archive();
    let gone = tapes.recording(0);
    assert_eq!(gone.state, RecordingState::Destroyed);
    let why = gone.gone.unwrap();
    assert_eq!(why.why, WhyGone::Refused);
    let paused = gone.pauses.last().unwrap().from;
    assert!(
        why.at.duration_since(paused).as_secs() >= 9,
        "it can be taken back for ten seconds"
    );
    assert_eq!(tapes.on_exchange(), [""; 0]);
    assert_eq!(tapes.in_vault(), 0);
    tapes.house.wrap_up();
}

fn refuse(tapes: &mut Tapes) {
    let (of, by) = (tapes.of(0), AuditActor::Agent(2));
    tapes.house.store.refuse_recording(of, by).unwrap();
    tapes.act(0, RecordAct::Refuse);
    tapes.runs_until(0, RecordingState::Paused);
}

/// What listens for faxes leaves whatever is recorded after an announcement silent.
#[test]
fn a_talk_that_was_listened_to_first_can_be_heard_too() {
    let mut tapes = Tapes::listened_to("tape-heard", &[100]);
    tapes.house.dial_all();
    tapes.runs_until(0, RecordingState::Recording);
    assert_eq!(tapes.recording(0).consent, RecordingConsent::Told);
    tapes.house.run_for(Duration::from_millis(2_000));
    tapes.house.wrap_up();
    tapes.archive();
    let (loud, _) = levels(&samples(&tapes.sound(0)), 1_100.0);
    assert!(loud > 300.0, "the agent is not heard: {loud}");
}

#[test]
fn whatever_dies_what_was_recorded_is_taken_in() {
    let mut tapes = Tapes::open("tape-dead", &[108, 108]);
    tapes.house.dial_all();
    tapes.runs_until(0, RecordingState::Recording);
    tapes.runs_until(1, RecordingState::Recording);
    tapes.house.run_for(Duration::from_secs(2));
    tapes.house.die_and_start_again();
    tapes.archive();
    for at in [0, 1] {
        let kept = tapes.recording(at);
        assert!(kept.can_be_heard(), "{kept:?}");
        assert!(samples(&tapes.sound(at)).len() > 8_000);
    }
    assert_eq!(tapes.on_exchange(), [""; 0]);
    assert_eq!(tapes.in_vault(), 2);
    tapes.house.wrap_up();
}

#[test]
fn an_asterisk_that_is_killed_leaves_what_it_wrote() {
    let mut tapes = Tapes::open("tape-killed", &[108]);
    tapes.house.dial_all();
    tapes.runs_until(0, RecordingState::Recording);
    tapes.house.run_for(Duration::from_secs(3));
    kill("KILL", "exchange");
    tapes.runs_until(0, RecordingState::Ended);
    tapes.archive();
    let kept = tapes.recording(0);
    assert!(kept.can_be_heard(), "{kept:?}");
    let sound = tapes.sound(0);
    let length = u32::from_le_bytes(sound[40..44].try_into().unwrap());
    assert_eq!(length as usize, sound.len() - telephony::WAV_HEAD);
    let (loud, _) = levels(&samples(&sound), 1_100.0);
    eprintln!("{} bytes after the kill, level {loud:.0}", sound.len());
    assert!(sound.len() > 16_000 && loud > 300.0);
    assert_eq!(tapes.on_exchange(), [""; 0]);
    assert_eq!(tapes.in_vault(), 1);
    tapes.house.wrap_up();
}

/// The outsider hums at 900 Hz, the other side at 700; the agent talks all the time.
#[test]
fn somebody_from_outside_is_not_on_it() {
    let mut tapes = Tapes::open("tape-three", &[115]);
    tapes.house.dial_all();
    tapes.runs_until(0, RecordingState::Recording);
    tapes.house.run_for(Duration::from_millis(1_500));
    let whom = Whom::Outside(Number::new(493_023_125_116).unwrap());
    let agent = tapes.house.agents[0];
    let wish = |tapes: &Tapes, wish| {
        tapes
            .house
            .hand_in(store::LineOrder::During { agent, wish });
    };
    wish(&tapes, Wish::Call { whom, blind: false });
    tapes.house.run_until("she is asked", |house| {
        let other = house.switchboard.talks().of(agent).other;
        other.is_some_and(|other| other.stage == OtherStage::Asked)
    });
    wish(&tapes, Wish::Together);
    tapes.runs_until(0, RecordingState::Paused);
    tapes.house.run_for(Duration::from_millis(2_000));
    wish(&tapes, Wish::TakeBack(None));
    tapes.runs_until(0, RecordingState::Recording);
    tapes.house.run_for(Duration::from_millis(1_500));
    tapes.house.wrap_up();
    tapes.archive();
    let samples = samples(&tapes.sound(0));
    let (loud, outsider) = levels(&samples, 900.0);
    let (_, customer) = levels(&samples, 700.0);
    eprintln!("level {loud:.0}, customer {customer:.0}, outsider {outsider:.0}");
    assert!(
        customer > 1_000.0,
        "the other side is not heard: {customer}"
    );
    assert!(
        outsider < customer / 10.0,
        "somebody from outside is heard: {outsider}"
    );
    assert!(tapes.recording(0).pauses.len() == 1);
}
