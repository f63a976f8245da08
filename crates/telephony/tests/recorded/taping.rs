//! The recording of a talk as the machine sees it, without an Asterisk.

use engine::{
    AgentId, ContactId, ListId, Machines, Number, Owed, Recorded, Recording, Slot, Whom, Wish,
};
use std::time::{Duration, Instant};
use telephony::asterisk::{About, Answer, Calls, Dial, End, Frame, Phone, Settings, State};
use telephony::{LineId, Placed, TapeAct, TapeWord};

const LINE: LineId = LineId(0);

struct Talk {
    calls: Calls,
    now: Instant,
    words: Vec<TapeWord>,
    asked: Vec<String>,
}

fn id(number: u32) -> String {
    format!("dispo-0000-{number:010}")
}

impl Talk {
    /// The far end has answered, and its agent is there.
    fn with(wanted: Recorded, owed: Owed) -> Self {
        let now = Instant::now();
        let mut talk = Self {
            calls: Calls::new(Settings::default(), "0000", now),
            now,
            words: Vec::new(),
            asked: Vec::new(),
        };
        talk.connect();
        let recording = Recording {
            wanted,
            owed,
            ..Recording::default()
        };
        talk.calls.order(dial(recording, now), now);
        for number in [2, 1] {
            let channel = id(number);
            talk.hear(Frame::Started {
                channel,
                args: Vec::new(),
                caller: Default::default(),
                in_browser: false,
            });
        }
        talk.hear(Frame::State {
            channel: id(1),
            state: State::Up,
        });
        talk
    }

    fn connect(&mut self) {
        self.calls.connected(self.now);
        self.answer(200);
    }

    fn hear(&mut self, frame: Frame) {
        self.calls.hear(frame, self.now);
        self.answer(201);
    }

    /// The same, and what is asked for because of it fails.
    fn hear_in_vain(&mut self, frame: Frame) {
        self.calls.hear(frame, self.now);
        self.answer(500);
    }

    fn wish(&mut self, wish: &Wish) {
        let colleague = Phone {
            agent: AgentId(2),
            line: "1002".to_owned(),
        };
        self.calls
            .during(AgentId(1), wish, Some(&colleague), self.now);
        self.answer(204);
    }

    /// Somebody else picks up, on this channel.
    fn asks(&mut self, whom: Whom, channel: u32) {
        self.wish(&Wish::Call { whom, blind: false });
        self.hear(Frame::Started {
            channel: id(channel),
            args: Vec::new(),
            caller: Default::default(),
            in_browser: false,
        });
        self.hear(Frame::State {
            channel: id(channel),
            state: State::Up,
        });
    }

    fn hangs_up(&mut self, channel: u32) {
        self.hear(Frame::Destroyed {
            channel: id(channel),
            end: End::default(),
        });
    }

    /// How many requests came before the last of this kind.
    fn asked_at(&self, what: &str) -> usize {
        let last = self.asked.iter().rposition(|asked| asked.contains(what));
        last.unwrap_or_else(|| panic!("{what} was not asked: {:?}", self.asked))
    }

    fn act(&mut self, act: TapeAct) {
        self.calls.tape(LINE, act, self.now);
        self.answer(204);
    }

    /// Everything asked for is answered so.
    fn answer(&mut self, status: u16) {
        loop {
            let requests = self.calls.requests();
            if requests.is_empty() {
                break;
            }
            for (request, about) in requests {
                self.asked.push(request.to_string());
                let body = match about {
                    About::Inventory(_) => serde_json::json!([
                        { "id": id(1), "state": "Up" },
                        { "id": id(2), "state": "Up" },
                        { "id": id(4), "state": "Up" },
                    ]),
                    _ => serde_json::json!({}),
                };
                let answer = Answer {
                    request: 1,
                    status,
                    body,
                };
                self.calls.answered(about, &answer, self.now);
            }
        }
        let said = self.calls.tapes_said();
        self.words.extend(said.into_iter().map(|said| said.word));
    }

    /// The channel that hears both is there.
    fn snooped(&mut self) {
        self.hear(Frame::Started {
            channel: id(4),
            args: Vec::new(),
            caller: Default::default(),
            in_browser: false,
        });
    }

    fn said(&mut self) -> Vec<&'static str> {
        let words = std::mem::take(&mut self.words);
        words.iter().map(word).collect()
    }

    fn was_asked(&self, what: &str) -> bool {
        self.asked.iter().any(|asked| asked.contains(what))
    }
}

fn word(word: &TapeWord) -> &'static str {
    match word {
        TapeWord::Waits => "waits",
        TapeWord::Telling => "telling",
        TapeWord::Told => "told",
        TapeWord::Agreed => "agreed",
        TapeWord::Began { .. } => "began",
        TapeWord::Paused => "paused",
        TapeWord::Resumed => "resumed",
        TapeWord::Failed => "failed",
        TapeWord::Ended => "ended",
    }
}

fn dial(recording: Recording, now: Instant) -> Dial {
    Dial {
        placed: Placed {
            line: LINE,
            list: ListId(7),
            contact: ContactId(8),
            slot: Slot(0),
            attempt: 9,
        },
        number: Number::new(493_023_125_100).unwrap(),
        shown: None,
        rings_for: 5,
        menu: false,
        machines: Machines::ToAgent,
        recording,
        sounds: Default::default(),
        phone: Some(Phone {
            agent: AgentId(1),
            line: "1001".to_owned(),
        }),
        good_until: now + Duration::from_secs(10),
    }
}

#[test]
fn nothing_is_recorded_where_nobody_wants_it() {
    let mut talk = Talk::with(Recorded::Off, Owed::Nothing);
    talk.act(TapeAct::Begin);
    assert_eq!(talk.said(), [""; 0]);
    assert!(!talk.was_asked("snoop") && !talk.was_asked("record"));
}

#[test]
fn where_nothing_is_owed_it_begins_with_the_talk_and_ends_with_it() {
    let mut talk = Talk::with(Recorded::On, Owed::Nothing);
    talk.snooped();
    assert_eq!(talk.said(), ["waits", "began"]);
    talk.act(TapeAct::Pause);
    talk.act(TapeAct::Pause);
    talk.act(TapeAct::Resume);
    assert_eq!(talk.said(), ["paused", "resumed"]);
    talk.hear(Frame::Destroyed {
        channel: id(1),
        end: End::default(),
    });
    assert_eq!(talk.said(), ["ended"]);
    assert!(talk.was_asked("recordings/live/dispo-rec-7-8-9/stop"));
    talk.act(TapeAct::Destroy);
    let discards = |asked: &String| asked == "DELETE recordings/live/dispo-rec-7-8-9";
    assert!(!talk.asked.iter().any(discards), "it is to be fetched");
}

#[test]
fn where_consent_is_owed_nothing_is_recorded_before_it_is_given() {
    let mut talk = Talk::with(Recorded::On, Owed::Consent);
    talk.act(TapeAct::Pause);
    assert_eq!(talk.said(), ["waits"]);
    assert!(!talk.was_asked("snoop") && !talk.was_asked("/play/"));
    talk.act(TapeAct::Begin);
    assert_eq!(talk.said(), ["agreed"]);
    talk.snooped();
    assert_eq!(talk.said(), ["began"]);
}

#[test]
fn where_notice_is_owed_it_is_heard_first_or_the_agent_says_it() {
    for (failed, said) in [(false, vec!["told"]), (true, vec!["failed"])] {
        let mut talk = Talk::with(Recorded::On, Owed::Notice);
        assert_eq!(talk.said(), ["waits", "telling"]);
        assert!(!talk.was_asked("snoop"));
        talk.hear(Frame::Played {
            playback: id(4),
            failed,
        });
        assert_eq!(talk.said(), said);
        assert_eq!(talk.was_asked("snoop"), !failed);
        if failed {
            talk.act(TapeAct::Begin);
            assert_eq!(talk.said(), ["agreed"]);
        }
        talk.snooped();
        assert_eq!(talk.said(), ["began"]);
    }
}

#[test]
fn an_announcement_that_breaks_off_begins_nothing() {
    let mut talk = Talk::with(Recorded::On, Owed::Notice);
    talk.act(TapeAct::Pause);
    assert!(talk.was_asked("DELETE playbacks/"), "{:?}", talk.asked);
    talk.hear(Frame::Played {
        playback: id(4),
        failed: false,
    });
    assert_eq!(talk.said(), ["waits", "telling", "failed"]);
    assert!(!talk.was_asked("snoop"));
    // The agent tells it herself.
    talk.act(TapeAct::Begin);
    talk.snooped();
    assert_eq!(talk.said(), ["agreed", "began"]);
}

#[test]
fn a_refusal_leaves_nothing_whenever_it_comes() {
    let mut early = Talk::with(Recorded::OnRequest, Owed::Notice);
    early.act(TapeAct::Destroy);
    early.act(TapeAct::Begin);
    assert_eq!(early.said(), ["waits"], "no is no");
    let mut late = Talk::with(Recorded::On, Owed::Nothing);
    // Before the channel that hears both is there, too.
    late.act(TapeAct::Destroy);
    late.snooped();
    assert!(late.was_asked("DELETE recordings/live/dispo-rec-7-8-9"));
    assert!(!late.was_asked("/record"), "{:?}", late.asked);
    assert_eq!(late.said(), ["waits"]);
}

#[test]
fn a_pause_that_was_lost_with_the_connection_is_asked_for_again() {
    let mut talk = Talk::with(Recorded::On, Owed::Nothing);
    talk.snooped();
    talk.calls.tape(LINE, TapeAct::Pause, talk.now);
    // The request goes nowhere.
    talk.calls.requests();
    talk.calls.disconnected(talk.now);
    talk.asked.clear();
    talk.connect();
    assert!(talk.was_asked("POST recordings/live/dispo-rec-7-8-9/pause"));
    assert_eq!(talk.said(), ["waits", "began", "paused"]);
}

/// Channels are made in this order: call, phone, its bridge, what hears both, then somebody outside.
const OUTSIDER: u32 = 5;

fn outside() -> Whom {
    Whom::Outside(Number::new(493_023_125_116).unwrap())
}

/// A talk that is recorded, with somebody from outside in it.
fn of_three() -> Talk {
    let mut talk = Talk::with(Recorded::On, Owed::Nothing);
    talk.snooped();
    talk.asks(outside(), OUTSIDER);
    assert_eq!(talk.said(), ["waits", "began"], "the customer hears music");
    talk.asked.clear();
    talk.wish(&Wish::Together);
    talk
}

#[test]
fn while_somebody_from_outside_is_in_the_talk_it_pauses() {
    let mut talk = of_three();
    assert_eq!(talk.said(), ["paused"]);
    let joins = talk.asked_at("bridges/dispo-0000-0000000003/addChannel");
    assert!(
        talk.asked_at("dispo-rec-7-8-9/pause") < joins,
        "before it is heard"
    );
    // No key of the agent's lets it go on.
    talk.act(TapeAct::Begin);
    talk.act(TapeAct::Resume);
    talk.wish(&Wish::TakeBack(None));
    assert!(talk.was_asked("DELETE channels/dispo-0000-0000000005"));
    assert_eq!(talk.said(), [""; 0], "she may still be heard");
    talk.hangs_up(OUTSIDER);
    assert_eq!(talk.said(), ["resumed"]);
    // Once more, and this time she hangs up herself.
    talk.asks(outside(), OUTSIDER + 1);
    talk.wish(&Wish::Together);
    talk.hangs_up(OUTSIDER + 1);
    assert_eq!(talk.said(), ["paused", "resumed"]);
}

#[test]
fn what_the_agent_paused_or_was_refused_meanwhile_goes_on_pausing() {
    let mut talk = of_three();
    talk.act(TapeAct::Pause);
    talk.hangs_up(OUTSIDER);
    assert_eq!(talk.said(), ["paused"]);
    talk.act(TapeAct::Resume);
    assert_eq!(talk.said(), ["resumed"]);
}

#[test]
fn a_pause_that_cannot_be_had_ends_it() {
    let mut talk = Talk::with(Recorded::On, Owed::Nothing);
    talk.snooped();
    talk.asks(outside(), OUTSIDER);
    talk.calls
        .during(AgentId(1), &Wish::Together, None, talk.now);
    talk.answer(500);
    assert_eq!(talk.said(), ["waits", "began", "ended"]);
    assert!(talk.was_asked("recordings/live/dispo-rec-7-8-9/stop"));
}

#[test]
fn she_may_leave_before_the_pause_was_answered() {
    let mut talk = Talk::with(Recorded::On, Owed::Nothing);
    talk.snooped();
    talk.asks(outside(), OUTSIDER);
    talk.calls
        .during(AgentId(1), &Wish::Together, None, talk.now);
    talk.hangs_up(OUTSIDER);
    assert_eq!(talk.said(), ["waits", "began", "paused", "resumed"]);
}

#[test]
fn she_may_come_while_it_is_asked_to_go_on() {
    let mut talk = Talk::with(Recorded::On, Owed::Nothing);
    talk.snooped();
    talk.asks(outside(), OUTSIDER);
    talk.act(TapeAct::Pause);
    talk.calls.tape(LINE, TapeAct::Resume, talk.now);
    talk.asked.clear();
    talk.wish(&Wish::Together);
    let joins = talk.asked_at("bridges/dispo-0000-0000000003/addChannel");
    let pauses = talk.asked.iter().position(|asked| asked.contains("/pause"));
    assert!(pauses.unwrap() < joins, "{:?}", talk.asked);
    assert_eq!(talk.said().pop(), Some("paused"));
}

#[test]
fn nothing_begins_while_she_is_there() {
    let mut talk = Talk::with(Recorded::OnRequest, Owed::Consent);
    talk.asks(outside(), OUTSIDER);
    talk.wish(&Wish::Together);
    talk.act(TapeAct::Begin);
    assert_eq!(talk.said(), ["waits"]);
    talk.hangs_up(OUTSIDER);
    talk.act(TapeAct::Begin);
    talk.snooped();
    assert_eq!(talk.said(), ["agreed", "began"]);
}

#[test]
fn what_was_about_to_begin_does_not() {
    let mut talk = Talk::with(Recorded::OnRequest, Owed::Nothing);
    talk.asks(outside(), OUTSIDER);
    talk.act(TapeAct::Begin);
    talk.wish(&Wish::Together);
    talk.snooped();
    assert_eq!(talk.said(), ["waits", "failed"]);
    assert!(!talk.was_asked("/record"), "{:?}", talk.asked);
}

#[test]
fn who_goes_on_with_somebody_outside_is_recorded_no_more() {
    for together in [false, true] {
        let mut talk = Talk::with(Recorded::On, Owed::Nothing);
        talk.snooped();
        talk.asks(outside(), OUTSIDER);
        if together {
            talk.wish(&Wish::Together);
        }
        talk.said();
        talk.wish(&Wish::PutThrough);
        assert_eq!(talk.said(), ["ended"]);
        let stop = talk.asked_at("dispo-rec-7-8-9/stop");
        let of_both = "bridges/dispo-0000-0000000006/addChannel";
        assert!(stop < talk.asked_at(of_both), "{:?}", talk.asked);
    }
}

#[test]
fn a_colleague_may_be_on_it() {
    let mut talk = Talk::with(Recorded::On, Owed::Nothing);
    talk.snooped();
    // Her phone comes after an id for a number outside.
    talk.asks(Whom::Colleague(AgentId(2)), OUTSIDER + 1);
    talk.wish(&Wish::Together);
    assert_eq!(talk.said(), ["waits", "began"]);
    talk.act(TapeAct::Pause);
    talk.wish(&Wish::PutThrough);
    talk.act(TapeAct::Resume);
    assert_eq!(talk.said(), ["paused", "resumed"]);
}

/// What cannot be recorded after it was told is told once, and nobody is said to have agreed.
#[test]
fn who_was_told_has_not_agreed() {
    let mut talk = Talk::with(Recorded::On, Owed::Notice);
    talk.hear_in_vain(Frame::Played {
        playback: id(4),
        failed: false,
    });
    assert_eq!(talk.said(), ["waits", "telling", "told", "failed"]);
    talk.act(TapeAct::Begin);
    assert_eq!(talk.said(), [""; 0]);
    talk.snooped();
    assert_eq!(talk.said(), ["began"]);
    // Nor does whoever agreed do so twice.
    let mut talk = Talk::with(Recorded::On, Owed::Consent);
    talk.calls.tape(LINE, TapeAct::Begin, talk.now);
    talk.answer(500);
    assert_eq!(talk.said(), ["waits", "agreed", "failed"]);
    talk.act(TapeAct::Begin);
    talk.snooped();
    assert_eq!(talk.said(), ["began"]);
}
