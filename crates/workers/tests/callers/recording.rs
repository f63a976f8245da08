//! Calls that come in are recorded as those that go out: the law says what is owed first.

use crate::house::{House, KNOWN, caller};
use engine::{Actor, AgentId, CampaignId, Code, Command, Profile, Recorded, Wish};
use store::{
    AuditActor, Entry, LineOrder, RecordAct, Recording, RecordingConsent, RecordingOf,
    RecordingState,
};

/// A house under the law of a country, with a talk of the one contact and the first agent.
fn talks(name: &str, country: &str, recorded: Recorded) -> House {
    let mut house = House::under(name, country, 1);
    let profile = Profile {
        recorded: Some(recorded),
        ..Profile::default()
    };
    house
        .store
        .set_campaign_profile(CampaignId(1), &profile)
        .unwrap();
    house.centre.lines.record();
    house.ring_in(caller(Some(KNOWN)));
    house.answer(house.agents[0]);
    house
}

fn of(house: &House) -> RecordingOf {
    RecordingOf {
        list: house.list,
        contact: house.contact,
        attempt: house.call().attempt.unwrap(),
    }
}

fn recording(house: &House) -> Option<Recording> {
    house.store.recording(of(house)).unwrap()
}

fn act(house: &mut House, act: RecordAct) {
    let RecordingOf {
        contact, attempt, ..
    } = of(house);
    let order = LineOrder::Record {
        contact,
        attempt,
        act,
    };
    house.switchboard.hand_in(order).unwrap();
    house.pass(1);
}

#[test]
fn the_law_of_the_list_says_what_comes_first() {
    use RecordingConsent::{Awaited, Told};
    use RecordingState::{Recording, Waits};
    for (country, recorded, expected) in [
        ("nl", Recorded::On, Some((Recording, Told))),
        ("gb", Recorded::On, Some((Recording, Told))),
        ("de", Recorded::On, Some((Waits, Awaited))),
        ("hu", Recorded::On, Some((Waits, Awaited))),
        ("nl", Recorded::OnRequest, Some((Waits, Awaited))),
        ("nl", Recorded::Off, None),
    ] {
        let house = talks(&format!("law-{country}-{recorded:?}"), country, recorded);
        let found = recording(&house).map(|found| (found.state, found.consent));
        assert_eq!(found, expected, "{country} {recorded:?}");
    }
}

#[test]
fn it_begins_once_she_agreed_pauses_and_ends_with_the_talk() {
    let mut house = talks("agreed", "de", Recorded::On);
    act(&mut house, RecordAct::Begin);
    let found = recording(&house).unwrap();
    assert_eq!(
        (found.state, found.consent),
        (RecordingState::Recording, RecordingConsent::Agreed)
    );
    act(&mut house, RecordAct::Pause);
    assert_eq!(recording(&house).unwrap().state, RecordingState::Paused);
    act(&mut house, RecordAct::Resume);
    house.hang_up();
    assert_eq!(recording(&house).unwrap().state, RecordingState::Ended);
}

/// As a desk does it.
fn refuse(house: &mut House) {
    let by = AuditActor::Agent(house.agents[0].0);
    house.store.refuse_recording(of(house), by).unwrap();
    act(house, RecordAct::Refuse);
}

#[test]
fn a_refusal_pauses_at_once_and_destroys_what_there_is_after_a_moment() {
    let mut house = talks("refused", "nl", Recorded::On);
    refuse(&mut house);
    assert_eq!(recording(&house).unwrap().state, RecordingState::Paused);
    house.pass(8);
    assert_eq!(recording(&house).unwrap().state, RecordingState::Paused);
    house.pass(2);
    let found = recording(&house).unwrap();
    assert_eq!(found.state, RecordingState::Condemned);
    assert_eq!(found.consent, RecordingConsent::Refused);
    // Nothing begins again.
    act(&mut house, RecordAct::Begin);
    act(&mut house, RecordAct::Resume);
    house.hang_up();
    assert_eq!(recording(&house).unwrap().state, RecordingState::Condemned);
}

#[test]
fn a_refusal_that_was_taken_back_destroys_nothing() {
    let mut house = talks("taken-back", "nl", Recorded::On);
    refuse(&mut house);
    house.pass(5);
    house.store.take_back_refusal(of(&house)).unwrap();
    act(&mut house, RecordAct::Resume);
    house.pass(20);
    assert_eq!(recording(&house).unwrap().state, RecordingState::Recording);
    house.hang_up();
    let found = recording(&house).unwrap();
    assert_eq!(
        (found.state, found.pauses.len()),
        (RecordingState::Ended, 1)
    );
}

#[test]
fn who_hangs_up_or_dies_meanwhile_leaves_nothing() {
    let mut house = talks("refused-hung-up", "nl", Recorded::On);
    refuse(&mut house);
    house.hang_up();
    assert_eq!(recording(&house).unwrap().state, RecordingState::Condemned);
    let mut house = talks("refused-died", "nl", Recorded::On);
    refuse(&mut house);
    house.start_again();
    assert_eq!(recording(&house).unwrap().state, RecordingState::Condemned);
}

/// The desk wrote it down, and its order was lost.
#[test]
fn a_refusal_of_which_the_lines_heard_nothing_is_found_all_the_same() {
    let mut house = talks("refused-unheard", "nl", Recorded::On);
    let by = AuditActor::Agent(house.agents[0].0);
    house.store.refuse_recording(of(&house), by).unwrap();
    house.pass(16);
    assert_eq!(recording(&house).unwrap().state, RecordingState::Condemned);
}

#[test]
fn who_refused_is_not_recorded_by_itself_the_next_time() {
    use RecordingConsent::{Agreed, Awaited, Told};
    use RecordingState::{Recording, Waits};
    let mut house = talks("refused-before", "nl", Recorded::On);
    let stands = |house: &House| {
        let found = recording(house).unwrap();
        (found.state, found.consent)
    };
    assert_eq!(stands(&house), (Recording, Told));
    refuse(&mut house);
    again(&mut house);
    assert_eq!(stands(&house), (Waits, Awaited));
    // Asked, and told yes: that holds for the talks to come.
    act(&mut house, RecordAct::Begin);
    assert_eq!(stands(&house), (Recording, Agreed));
    again(&mut house);
    assert_eq!(stands(&house), (Recording, Told));
}

/// The talk ends, is coded, and the same person calls once more.
fn again(house: &mut House) {
    house.hang_up();
    let agent = house.agents[0];
    let code = Command::Dispose {
        code: Code::new("48"),
        callback: None,
    };
    let actor = Actor::Agent(agent);
    let entry = Entry::command(house.list, house.contact, actor, code);
    house.store.record(entry).unwrap();
    house.ring_in(caller(Some(KNOWN)));
    house.answer(agent);
}

#[test]
fn an_agent_holds_and_mutes_whoever_called_in() {
    let mut house = talks("held", "nl", Recorded::Off);
    let agent: AgentId = house.agents[0];
    for wish in [Wish::Hold, Wish::Mute] {
        house
            .switchboard
            .hand_in(LineOrder::During { agent, wish })
            .unwrap();
    }
    house.pass(1);
    let talk = house.switchboard.talks().of(agent);
    assert!(talk.held_since.is_some() && talk.is_muted, "{talk:?}");
}
