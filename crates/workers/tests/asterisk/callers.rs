//! More of callers through a real Asterisk: the owner goes first, what she can do during the talk,
//! who it is passed on to, what is recorded meanwhile; and opting out by telephone.

use crate::house::House;
use crate::inbound::{answer, asked, ended, open, open_number, rings};
use crate::tape::{Tapes, levels, samples};
use engine::{Actor, AgentId, Command, InboundEnd, Number, OtherStage, Phase, Whom, Wish};
use std::time::Duration;
use store::{Entry, LineOrder, QueueKind, RecordingConsent, RecordingState};

const STRANGER: u64 = 493_023_125_777;

fn wish(house: &House, agent: AgentId, wish: Wish) {
    house.hand_in(LineOrder::During { agent, wish });
}

/// The contact of the caller is that agent's.
fn own(tapes: &mut Tapes, agent: AgentId) {
    let house = &mut tapes.house;
    let list = house.store.lists().unwrap()[0].id;
    let rows = house.store.contacts_after(list, engine::ContactId(0), 1);
    let contact = house
        .store
        .contact(list, rows.unwrap()[0].id)
        .unwrap()
        .unwrap();
    let command = Command::Assign { owner: Some(agent) };
    let entry = Entry::command(list, contact.id, Actor::Supervisor(agent), command);
    house.store.record(entry).unwrap();
    house.dialled.push(contact);
}

#[test]
fn the_owner_is_asked_another_takes_it_passes_it_on_and_all_of_it_is_recorded() {
    let mut tapes = Tapes::open("callers-tape", &[100, 101]);
    let [talker, owner] = tapes.house.agents[..] else {
        panic!()
    };
    open_number(&mut tapes.house, |queue| {
        queue.rules.owner_seconds = 1;
        queue.sounds.music = "silence".to_owned();
    });
    own(&mut tapes, owner);
    // A fax, so that it is known what she says: she whistles.
    rings("181", "%2B493023125100");
    let house = &mut tapes.house;
    house.run_until("the owner is asked", |house| asked(house) == Some(owner));
    house.run_until("then the other", |house| asked(house) == Some(talker));
    answer(house, talker);
    house.run_until("they talk", |house| house.hands(Phase::Talking) == 1);
    tapes.runs_until(0, RecordingState::Recording);
    let recording = tapes.recording(0);
    assert_eq!(recording.consent, RecordingConsent::Told);
    assert!(recording.began_at >= recording.consent_at);
    let house = &mut tapes.house;
    house.run_for(Duration::from_millis(3_500));
    wish(house, talker, Wish::Hold);
    wish(house, talker, Wish::Mute);
    house.run_until("she is on hold", |house| {
        let talk = house.switchboard.talks().of(talker);
        talk.held_since.is_some() && talk.is_muted
    });
    wish(house, talker, Wish::Unmute);
    wish(house, talker, Wish::Resume);
    let whom = Whom::Colleague(owner);
    wish(house, talker, Wish::Call { whom, blind: false });
    house.run_until("the colleague is there", |house| {
        let other = house.switchboard.talks().of(talker).other;
        other.is_some_and(|other| other.stage == OtherStage::Asked)
    });
    wish(house, talker, Wish::PutThrough);
    house.run_until("it is hers", |house| {
        let contact = house.contact(&house.dialled[0]);
        contact.hand.is_some_and(|hand| hand.agent == owner)
    });
    house.run_for(Duration::from_millis(500));
    assert_eq!(tapes.recording(0).state, RecordingState::Recording);
    tapes.house.wrap_up();
    tapes.archive();
    let kept = tapes.recording(0);
    assert!(kept.can_be_heard(), "{kept:?}");
    let (loud, whistle) = levels(&samples(&tapes.sound(0)), 1_100.0);
    eprintln!(
        "{:?} recorded: level {loud:.0}, whistle {whistle:.0}",
        kept.lasts()
    );
    assert!(loud > 300.0, "the agent is not heard: {loud}");
    assert!(whistle > 1_000.0, "the caller is not heard: {whistle}");
    assert_eq!(tapes.on_exchange(), [""; 0]);
    assert_eq!(tapes.house.store.doctor().unwrap().differences, []);
}

#[test]
fn opting_out_by_telephone_is_offered_and_completed() {
    let mut house = open("callers-opt-out", 0, |queue| {
        queue.purpose = QueueKind::OptOut;
        queue.sounds.opt_out = Some("sound:hello-world".to_owned());
        queue.sounds.opted_out = Some("sound:hello-world".to_owned());
    });
    let stranger = Number::new(STRANGER).unwrap();
    let from = format!("%2B{STRANGER}");
    rings("109", &from);
    house.run_until("she hears it and hangs up", |house| {
        ended(house) == Some(InboundEnd::OptOutHeard)
    });
    assert_eq!(house.store.suppressions_of(stranger).unwrap(), []);
    rings("118", &from);
    house.run_until("she presses the key", |house| {
        ended(house) == Some(InboundEnd::OptedOut)
    });
    assert_eq!(house.store.suppressions_of(stranger).unwrap().len(), 1);
    // She hears that it was done before she is hung up on.
    house.run_for(Duration::from_millis(1_500));
    let codes: Vec<String> = house
        .store
        .newest_inbound(2)
        .unwrap()
        .iter()
        .map(|call| {
            call.code
                .as_ref()
                .map_or_else(String::new, ToString::to_string)
        })
        .collect();
    // Offered and completed are counted apart.
    assert_eq!(codes[0], "012");
    assert_ne!(codes[1], "012");
    house.leaves_nothing();
}
