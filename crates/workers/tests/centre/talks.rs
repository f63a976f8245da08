//! Talks as they go on: hold, a colleague, a number outside, a supervisor who listens.

use super::*;

#[test]
fn a_played_talk_stands_as_it_was_asked_for() {
    let fate = Fate::Person {
        hangs_up_after: None,
    };
    let mut house = House::with("held", Some(fate));
    let dialled = house.dial();
    house.pass(8);
    let mut hints = house.store.changes();
    let wish = |house: &mut House, wish| {
        let agent = house.agent;
        house
            .switchboard
            .hand_in(store::LineOrder::During { agent, wish })
            .unwrap();
        house.centre.step().unwrap();
        house.switchboard.talks().of(agent)
    };
    let held = wish(&mut house, engine::Wish::Hold);
    assert_eq!(held.held_since, Some(house.clock.now()));
    assert_eq!(hints.try_recv(), Ok(store::Hint::Agent(house.agent)));
    house.pass(3);
    let muted = wish(&mut house, engine::Wish::Mute);
    assert_eq!(muted.held_since, held.held_since);
    assert!(muted.is_muted);
    house.hang_up(&dialled);
    let over = house.switchboard.talks().of(house.agent);
    assert_eq!(over, engine::Talk::default());
    // With nobody on the line nothing comes of it.
    let nothing = wish(&mut house, engine::Wish::Hold);
    assert_eq!(nothing, engine::Talk::default());
}

/// Somebody is talked to, and a colleague is there.
fn with_colleague(name: &str) -> (House, Contact, AgentId) {
    let fate = Fate::Person {
        hangs_up_after: None,
    };
    with_bea(House::with(name, Some(fate)))
}

/// The talk goes on, and a colleague is ready.
fn with_bea(mut house: House) -> (House, Contact, AgentId) {
    let bea = house.store.add_agent("Bea").unwrap();
    for command in [AgentCommand::LogIn, AgentCommand::Ready] {
        house.store.agent_command(bea, command).unwrap().unwrap();
    }
    let dialled = house.dial();
    house.pass(8);
    (house, dialled, bea)
}

impl House {
    fn hang_up(&mut self, dialled: &Contact) {
        self.switchboard
            .hand_in(store::LineOrder::HangUp {
                list: dialled.list,
                contact: dialled.id,
                attempt: 1,
            })
            .unwrap();
        self.pass(2);
    }

    fn wish(&mut self, wish: engine::Wish) -> engine::Talk {
        let agent = self.agent;
        self.switchboard
            .hand_in(store::LineOrder::During { agent, wish })
            .unwrap();
        self.centre.step().unwrap();
        self.centre.step().unwrap();
        self.switchboard.talks().of(agent)
    }

    /// A second contact, and somebody else who may call it.
    fn second_for(&self, agent: AgentId, list: engine::ListId) {
        let campaign = self.store.campaigns().unwrap()[0].id;
        self.store.assign(campaign, agent).unwrap();
        let second = NewContact {
            line: 3,
            key: Some("second".to_owned()),
            dedupe: Some(2),
            numbers: vec![Number::new(493_023_125_002).unwrap()],
            zone: Zone::UTC,
            kind: ContactKind::Company,
            arrival: None,
            consent: None,
            fields: "{}".to_owned(),
        };
        let import = self
            .store
            .begin_import(list, Mode::Append, "second", "second")
            .unwrap();
        let batch = Batch {
            contacts: vec![second],
            lines_done: 2,
            ..Batch::default()
        };
        self.store.stage(&import, batch).unwrap();
        self.store.make_live(import.id).unwrap();
    }

    /// How far the supervisor has come who asked last.
    fn stage(&self, user: i64) -> Option<engine::Attends> {
        let attendance = self.switchboard.talks().attendance(user);
        attendance.map(|attendance| attendance.stage)
    }
}

#[test]
fn a_talk_is_passed_on_with_the_contact() {
    let (mut house, dialled, bea) = with_colleague("passed");
    let whom = engine::Whom::Colleague(bea);
    let asked = house.wish(engine::Wish::Call { whom, blind: false });
    assert_eq!(
        asked.other.map(|other| other.stage),
        Some(engine::OtherStage::Asked)
    );
    let hers = house.switchboard.talks().of(bea);
    assert_eq!(hers.asked_by, Some(house.agent));
    house.wish(engine::Wish::PutThrough);
    let hand = house.contact(&dialled).hand.unwrap();
    assert_eq!((hand.agent, hand.calls.len()), (bea, 1));
    assert_eq!(house.switchboard.talks().of(bea), engine::Talk::default());
    // It is her talk now: she holds it, and ends it.
    let agent = std::mem::replace(&mut house.agent, bea);
    assert!(house.wish(engine::Wish::Hold).held_since.is_some());
    house.agent = agent;
    house.hang_up(&dialled);
    let hand = house.contact(&dialled).hand.unwrap();
    assert_eq!(hand.phase(), engine::Phase::WrapUp);
    assert_eq!(house.store.doctor().unwrap().differences, []);
}

#[test]
fn a_colleague_who_hangs_up_while_she_is_passed_a_talk_gives_the_contact_back() {
    let (mut house, dialled, bea) = with_colleague("passed-in-vain");
    let whom = engine::Whom::Colleague(bea);
    house.wish(engine::Wish::Call { whom, blind: false });
    let agent = house.agent;
    // She is gone before the second is carried out, and nobody has seen it.
    for wish in [engine::Wish::TakeBack(None), engine::Wish::PutThrough] {
        let order = store::LineOrder::During { agent, wish };
        house.switchboard.hand_in(order).unwrap();
    }
    house.centre.step().unwrap();
    let hand = house.contact(&dialled).hand.unwrap();
    assert_eq!((hand.agent, hand.calls.len()), (agent, 1));
    assert_eq!(house.store.doctor().unwrap().differences, []);
}

#[test]
fn who_has_a_contact_of_her_own_gets_no_other_with_a_talk() {
    let (mut house, dialled, bea) = with_colleague("not-passed");
    // She is called, and takes a contact in hand at the same moment.
    let whom = engine::Whom::Colleague(bea);
    house.wish(engine::Wish::Call { whom, blind: false });
    house.second_for(bea, dialled.list);
    let offered = house.store.offer(bea).unwrap();
    assert!(matches!(offered, Offered::Contact { .. }), "{offered:?}");
    let back = house.wish(engine::Wish::PutThrough);
    assert_eq!(back.news, Some((whom, engine::Gone::Busy)));
    assert_eq!((back.other, back.held_since), (None, None));
    let hand = house.contact(&dialled).hand.unwrap();
    assert_eq!(hand.agent, house.agent);
}

#[test]
fn a_talk_that_goes_outside_is_over_for_the_agent() {
    let (mut house, dialled, _) = with_colleague("outside");
    let whom = |n: u64| engine::Whom::Outside(Number::new(493_023_125_000 + n).unwrap());
    house.wish(engine::Wish::Call {
        whom: whom(120),
        blind: true,
    });
    house.pass(3);
    let told = house.switchboard.talks().of(house.agent);
    assert_eq!(told.news, Some((whom(120), engine::Gone::Busy)));
    house.wish(engine::Wish::Call {
        whom: whom(100),
        blind: true,
    });
    house.pass(3);
    let hand = house.contact(&dialled).hand.unwrap();
    assert_eq!(
        (hand.agent, hand.phase()),
        (house.agent, engine::Phase::WrapUp)
    );
    assert_eq!(hand.calls[0].outcome(), Some(Outcome::Answered));
}

#[test]
fn who_listened_how_and_for_how_long_is_on_the_trail() {
    let (mut house, _, _) = with_colleague("listened");
    let own = None;
    let listen = |mode| engine::Wish::Listen { user: 7, own, mode };
    house.wish(listen(Some(engine::Listening::Listens)));
    house.pass(5);
    house.wish(listen(Some(engine::Listening::Whispers)));
    house.pass(3);
    // That the talk moves in between is not the end of it.
    house.wish(engine::Wish::Mute);
    assert_eq!(house.stage(7), Some(engine::Attends::There));
    let talk = house.wish(listen(None));
    assert_eq!(talk.listeners, []);
    let left = engine::Attends::Over(engine::NotThere::Left);
    assert_eq!(house.stage(7), Some(left));
    let search = store::AuditSearch {
        word: Some("listened".to_owned()),
        limit: 10,
        ..store::AuditSearch::default()
    };
    let lines = house.store.audit_lines(&search).unwrap();
    let told: Vec<(i64, &str, &str)> = lines
        .iter()
        .map(|line| {
            let said = |name| line.detail[name].as_str();
            (line.actor_id, said("mode"), said("seconds"))
        })
        .collect();
    assert_eq!(told, [(7, "whispers", "3"), (7, "listens", "5")]);
    assert!(lines.iter().all(|line| line.subject == "contact"));
}

#[test]
fn a_supervisor_is_told_when_the_talk_she_listens_to_is_over() {
    let (mut house, dialled, _) = with_colleague("told");
    let over = |why| Some(engine::Attends::Over(why));
    let listen = engine::Wish::Listen {
        user: 7,
        own: None,
        mode: Some(engine::Listening::Listens),
    };
    house.wish(listen.clone());
    house.hang_up(&dialled);
    assert_eq!(house.stage(7), over(engine::NotThere::TalkOver));
    house.wish(listen);
    assert_eq!(house.stage(7), over(engine::NotThere::NoTalk));
}

#[test]
fn a_call_of_her_own_ends_what_a_supervisor_listens_to() {
    let (mut house, dialled, bea) = with_colleague("own-call");
    let own_call = Some(engine::Attends::Over(engine::NotThere::OwnCall));
    let listen = engine::Wish::Listen {
        user: 7,
        own: Some(bea),
        mode: Some(engine::Listening::Listens),
    };
    assert_eq!(house.wish(listen.clone()).listeners.len(), 1);
    house.second_for(bea, dialled.list);
    let agent = std::mem::replace(&mut house.agent, bea);
    house.dial();
    house.centre.step().unwrap();
    let talks = house.switchboard.talks();
    assert_eq!(talks.of(agent).listeners, []);
    assert_eq!(talks.attendance_as(bea).map(|there| there.stage), own_call);
    // While it goes on she cannot come back.
    house.agent = agent;
    assert_eq!(house.wish(listen).listeners, []);
    assert_eq!(house.stage(7), own_call);
}

/// A talk with a colleague at hand, which is recorded.
fn recorded(name: &str) -> (House, Contact, AgentId) {
    let fate = Fate::Person {
        hangs_up_after: None,
    };
    let mut house = House::with(name, Some(fate));
    house.centre.lines.record();
    let campaign = house.store.campaigns().unwrap()[0].id;
    let profile = engine::Profile {
        recorded: Some(engine::Recorded::On),
        ..engine::Profile::default()
    };
    house
        .store
        .set_campaign_profile(campaign, &profile)
        .unwrap();
    with_bea(house)
}

impl House {
    fn recording(&self, of: &Contact) -> store::Recording {
        let of = store::RecordingOf {
            list: of.list,
            contact: of.id,
            attempt: 1,
        };
        self.store.recording(of).unwrap().unwrap()
    }
}

#[test]
fn a_talk_that_is_passed_on_takes_its_recording_along() {
    let (mut house, dialled, bea) = recorded("recorded-passed");
    assert_eq!(house.recording(&dialled).agent, house.agent);
    let whom = engine::Whom::Colleague(bea);
    house.wish(engine::Wish::Call { whom, blind: false });
    house.wish(engine::Wish::Together);
    let there = house.recording(&dialled);
    assert_eq!(there.state, store::RecordingState::Recording);
    house.wish(engine::Wish::PutThrough);
    let there = house.recording(&dialled);
    let goes_on = store::RecordingState::Recording;
    assert_eq!((there.agent, there.state), (bea, goes_on));
}

#[test]
fn nothing_is_recorded_while_somebody_from_outside_is_in_the_talk() {
    let (mut house, dialled, _) = recorded("recorded-three");
    let whom = engine::Whom::Outside(Number::new(493_023_125_100).unwrap());
    let states = |house: &mut House, wishes: &[engine::Wish]| {
        let mut states = Vec::new();
        for wish in wishes {
            house.wish(wish.clone());
            house.pass(3);
            states.push(house.recording(&dialled).state.word());
        }
        states
    };
    use engine::Wish::{Call, PutThrough, TakeBack, Together};
    let call = Call { whom, blind: false };
    let first = [call.clone(), Together, TakeBack(None)];
    assert_eq!(
        states(&mut house, &first),
        ["recording", "paused", "recording"]
    );
    let of = house.contact(&dialled).hand.unwrap().calls[0].attempt;
    house.record(&dialled, of, store::RecordAct::Pause);
    let paused = [call.clone(), Together, TakeBack(None)];
    assert_eq!(states(&mut house, &paused), ["paused"; 3]);
    house.record(&dialled, of, store::RecordAct::Resume);
    let over = [call, Together, PutThrough];
    assert_eq!(states(&mut house, &over), ["recording", "paused", "ended"]);
}

impl House {
    fn record(&mut self, of: &Contact, attempt: u32, act: store::RecordAct) {
        let contact = of.id;
        let order = store::LineOrder::Record {
            contact,
            attempt,
            act,
        };
        self.switchboard.hand_in(order).unwrap();
        self.pass(1);
    }
}
