//! The connection is lost in the middle, and comes back: what went on meanwhile is made up for, nobody is
//! left in silence, and nothing rings for ever.

use crate::during::ANNA;
use engine::{AgentId, Machines, Number, Owed, Recorded, Report, Whom, Wish};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use telephony::asterisk::{About, Answer, Calls, Dial, Frame, Settings};
use telephony::{LineId, TapeWord, Verdict};

const LINE: LineId = LineId(0);
const CALL: u32 = 1;
const PHONE: u32 = 2;

fn id(number: u32) -> String {
    format!("dispo-0000-{number:010}")
}

/// One call of an agent, and what was asked of Asterisk for it.
struct Cut {
    calls: Calls,
    now: Instant,
    asked: Vec<(String, About)>,
}

impl Cut {
    fn ordered(dial: impl FnOnce(&mut Dial)) -> Self {
        let now = Instant::now();
        let mut cut = Self {
            calls: Calls::new(Settings::default(), "0000", now),
            now,
            asked: Vec::new(),
        };
        cut.comes_back(json!([]));
        let mut ordered = crate::heard::dial(Machines::ToAgent, now);
        dial(&mut ordered);
        cut.calls.order(ordered, now);
        cut.note();
        cut
    }

    fn dialled(dial: impl FnOnce(&mut Dial)) -> Self {
        let mut cut = Self::ordered(dial);
        cut.hear("StasisStart", PHONE, json!({"args": []}));
        cut.hear("StasisStart", CALL, json!({"args": []}));
        cut
    }

    fn picked_up(dial: impl FnOnce(&mut Dial)) -> Self {
        let mut cut = Self::dialled(dial);
        cut.up();
        cut
    }

    /// Whoever picked up finds no agent, and is told so.
    fn apologised_to() -> Self {
        let mut cut = Self::ordered(without_agent);
        cut.hear("StasisStart", CALL, json!({"args": []}));
        cut.up();
        assert_eq!(cut.says(), ["abandoned"]);
        cut
    }

    fn up(&mut self) {
        self.hear(
            "ChannelStateChange",
            CALL,
            json!({"channel": {"state": "Up"}}),
        );
    }

    fn hear(&mut self, kind: &str, channel: u32, mut frame: Value) {
        frame["type"] = kind.into();
        frame["channel"]["id"] = id(channel).into();
        self.calls
            .hear(Frame::read(&frame.to_string()).unwrap(), self.now);
        self.note();
    }

    fn note(&mut self) {
        let asked = self.calls.requests().into_iter();
        self.asked
            .extend(asked.map(|(request, about)| (request.to_string(), about)));
    }

    fn lost(&mut self) {
        self.calls.disconnected(self.now);
    }

    fn later(&mut self, after: Duration) {
        self.now += after;
        self.calls.tick(self.now);
        self.note();
    }

    /// The connection is back, and this is what Asterisk has.
    fn comes_back(&mut self, there: Value) {
        // What was asked for while there was none went nowhere.
        self.calls.requests();
        self.asked.clear();
        self.calls.connected(self.now);
        let inventory = |about: &About| matches!(about, About::Inventory(_));
        self.note();
        self.answer(inventory, 200, there);
    }

    /// What Asterisk has when it is asked in passing.
    fn is_looked_at(&mut self, there: Value) {
        self.asked.clear();
        self.later(Duration::from_secs(31));
        self.answer(|about| matches!(about, About::Look(_)), 200, there);
        self.asked.clear();
        self.later(Duration::from_secs(3));
    }

    fn answer(&mut self, about: impl Fn(&About) -> bool, status: u16, body: Value) {
        let found = self.asked.iter().find(|(_, asked)| about(asked));
        let (_, about) = found.unwrap_or_else(|| panic!("not asked: {:?}", self.asked));
        let answer = Answer {
            request: 1,
            status,
            body,
        };
        self.calls.answered(*about, &answer, self.now);
        self.note();
    }

    fn has_asked(&self, method: &str, channel: u32, what: &str) -> bool {
        let wanted = format!("{method} channels/{}{what}", id(channel));
        self.asked.iter().any(|(asked, _)| *asked == wanted)
    }

    /// Where in what was asked this stands; requests of bridges with the bridge's number.
    fn place(&self, wanted: &str) -> Option<usize> {
        self.asked.iter().position(|(asked, _)| {
            let short = asked.replace("dispo-0000-000000000", "");
            short
                .replace("channels/", "")
                .replace("bridges/", "bridge ")
                == wanted
        })
    }

    fn wish(&mut self, wish: &Wish) {
        self.calls.during(ANNA, wish, None, self.now);
    }

    fn says(&mut self) -> Vec<&'static str> {
        let said = self.calls.said().into_iter();
        said.map(|said| match said.report {
            Report::Ended { outcome, .. } => outcome.word(),
            report => report.word(),
        })
        .collect()
    }
}

fn up(channels: &[u32]) -> Value {
    let channel = |channel: &u32| json!({ "id": id(*channel), "state": "Up" });
    channels.iter().map(channel).collect()
}

fn plays(about: &About) -> bool {
    matches!(about, About::StillPlays(LINE))
}

fn with_menu(dial: &mut Dial) {
    dial.menu = true;
}

fn without_agent(dial: &mut Dial) {
    dial.phone = None;
}

fn listened_to(dial: &mut Dial) {
    dial.machines = Machines::HangUp;
}

#[test]
fn an_apology_that_ended_in_the_gap_ends_the_call() {
    let mut cut = Cut::apologised_to();
    cut.lost();
    cut.comes_back(up(&[CALL]));
    assert!(!cut.has_asked("DELETE", CALL, ""));
    cut.answer(plays, 404, json!({}));
    assert!(cut.has_asked("DELETE", CALL, ""));
}

#[test]
fn a_sound_that_goes_on_is_heard_out() {
    let mut cut = Cut::apologised_to();
    cut.lost();
    cut.comes_back(up(&[CALL]));
    cut.answer(plays, 200, json!({"state": "playing"}));
    assert!(!cut.has_asked("DELETE", CALL, ""));
    let played = json!({"playback": {"id": id(CALL), "state": "done"}});
    cut.hear("PlaybackFinished", CALL, played);
    assert!(cut.has_asked("DELETE", CALL, ""));
}

#[test]
fn a_menu_that_ended_in_the_gap_can_still_be_answered_and_then_ends() {
    let mut cut = Cut::picked_up(with_menu);
    cut.calls.hang_up(LINE, cut.now);
    cut.later(Duration::from_secs(2));
    let began = json!({"playback": {"id": id(CALL), "state": "playing"}});
    cut.hear("PlaybackStarted", CALL, began);
    cut.lost();
    cut.comes_back(up(&[CALL, PHONE]));
    // Where it still plays, a request of the channel would wait for its end.
    assert_eq!(cut.place("POST bridge 3/removeChannel"), None);
    cut.answer(plays, 404, json!({}));
    assert_eq!(cut.says(), ["answered", "answered", "menu_offered"]);
    cut.later(Duration::from_secs(6));
    assert!(cut.has_asked("DELETE", CALL, ""));
}

#[test]
fn who_was_hung_up_on_in_the_gap_is_out_of_the_talk_before_the_menu() {
    let mut cut = Cut::picked_up(with_menu);
    cut.lost();
    cut.calls.hang_up(LINE, cut.now);
    cut.comes_back(up(&[CALL, PHONE]));
    assert!(cut.place("POST bridge 3/removeChannel").is_some());
    cut.later(Duration::from_secs(2));
    assert!(cut.has_asked("POST", CALL, &format!("/play/{}", id(CALL))));
}

#[test]
fn who_was_listened_to_through_a_cut_found_nobody_and_is_told_so() {
    let mut cut = Cut::picked_up(listened_to);
    cut.lost();
    cut.now += Duration::from_secs(3);
    cut.comes_back(up(&[CALL, PHONE, 4]));
    assert_eq!(cut.says(), ["abandoned"]);
    assert!(cut.has_asked("POST", CALL, &format!("/play/{}", id(CALL))));
    // What the ear says now is too late.
    cut.calls.told_apart(LINE, Some(Verdict::Person), cut.now);
    assert_eq!(cut.says(), [""; 0]);
}

#[test]
fn who_cannot_be_listened_to_after_a_short_cut_is_with_the_agent() {
    let mut cut = Cut::picked_up(listened_to);
    cut.lost();
    cut.now += Duration::from_secs(1);
    cut.comes_back(up(&[CALL, PHONE]));
    assert_eq!(cut.says(), ["answered"]);
}

#[test]
fn a_phone_that_rings_no_more_after_the_gap_does_not_ring_for_ever() {
    let there = [
        json!([]),
        // Picked up, and nobody knows of what.
        up(&[PHONE]),
    ];
    for there in there {
        let mut cut = Cut::ordered(|_| ());
        cut.lost();
        cut.now += Duration::from_secs(1);
        cut.comes_back(there.clone());
        assert_eq!(cut.says(), ["not_placed"], "{there}");
        assert!(cut.has_asked("DELETE", PHONE, ""));
    }
}

#[test]
fn a_phone_that_still_rings_after_the_gap_goes_on_but_not_for_ever() {
    let mut cut = Cut::ordered(|dial| dial.good_until += Duration::from_secs(60));
    cut.lost();
    cut.comes_back(json!([{ "id": id(PHONE), "state": "Ringing" }]));
    assert!(!cut.has_asked("DELETE", PHONE, ""));
    cut.later(Duration::from_secs(24));
    assert_eq!(cut.says(), [""; 0]);
    cut.later(Duration::from_secs(2));
    assert_eq!(cut.says(), ["not_placed"]);
    assert!(cut.has_asked("DELETE", PHONE, ""));
}

#[test]
fn a_look_in_passing_leaves_a_talk_and_its_announcement_alone() {
    let mut cut = Cut::picked_up(|dial| {
        (dial.recording.wanted, dial.recording.owed) = (Recorded::On, Owed::Notice);
    });
    cut.calls.tapes_said();
    cut.is_looked_at(up(&[CALL, PHONE]));
    assert_eq!(cut.asked, []);
    assert_eq!(cut.calls.tapes_said(), []);
    let played = json!({"playback": {"id": id(4), "state": "done"}});
    cut.hear("PlaybackFinished", CALL, played);
    let told: Vec<TapeWord> = cut
        .calls
        .tapes_said()
        .into_iter()
        .map(|said| said.word)
        .collect();
    assert_eq!(told, [TapeWord::Told]);
}

#[test]
fn a_recording_whose_ear_went_in_the_gap_has_ended() {
    let mut cut = Cut::picked_up(|dial| {
        (dial.recording.wanted, dial.recording.owed) = (Recorded::On, Owed::Nothing);
    });
    cut.hear("StasisStart", 4, json!({"args": []}));
    cut.answer(|about| matches!(about, About::Tape(..)), 201, json!({}));
    let recorded = |about: &About| format!("{about:?}").contains("Record");
    cut.answer(recorded, 201, json!({}));
    cut.calls.tapes_said();
    cut.lost();
    cut.comes_back(up(&[CALL, PHONE]));
    let told: Vec<TapeWord> = cut
        .calls
        .tapes_said()
        .into_iter()
        .map(|said| said.word)
        .collect();
    assert_eq!(told, [TapeWord::Ended]);
}

#[test]
fn an_agent_who_left_hears_nobody_and_nobody_waits_for_her() {
    // Let go by the house between dial and answer: she is told, and the call is called off.
    let mut cut = Cut::dialled(|_| ());
    cut.calls.let_go(ANNA, cut.now);
    cut.note();
    assert!(cut.has_asked("DELETE", PHONE, ""));
    cut.up();
    cut.hear("ChannelDestroyed", PHONE, json!({"cause": 16}));
    assert!(cut.has_asked("DELETE", CALL, ""));
    // Gone for good before: whoever answers hears why nobody speaks.
    let mut cut = Cut::picked_up(listened_to);
    cut.hear("ChannelDestroyed", PHONE, json!({"cause": 16}));
    assert_eq!(cut.says(), ["abandoned"]);
    assert!(cut.has_asked("POST", CALL, &format!("/play/{}", id(CALL))));
    assert!(!cut.has_asked("DELETE", CALL, ""));
    let other = AgentId(2);
    cut.calls.let_go(other, cut.now);
}

#[test]
fn who_was_taken_back_in_the_gap_hears_the_agent_and_no_music() {
    let mut cut = Cut::picked_up(|_| ());
    cut.wish(&Wish::Hold);
    cut.note();
    cut.lost();
    cut.wish(&Wish::Resume);
    cut.comes_back(up(&[CALL, PHONE]));
    let (music, joined) = (
        cut.place("DELETE 1/moh"),
        cut.place("POST bridge 3/addChannel"),
    );
    assert!(music.is_some() && music < joined, "{:?}", cut.asked);
}

#[test]
fn who_was_put_through_in_the_gap_is_with_the_other() {
    let mut cut = Cut::picked_up(|_| ());
    let whom = Whom::Outside(Number::new(493_023_125_200).unwrap());
    cut.wish(&Wish::Call { whom, blind: false });
    cut.note();
    cut.hear("StasisStart", 4, json!({"args": []}));
    cut.hear("ChannelStateChange", 4, json!({"channel": {"state": "Up"}}));
    cut.lost();
    cut.wish(&Wish::PutThrough);
    cut.comes_back(up(&[CALL, PHONE, 4]));
    let both = cut.place("POST bridge 5/addChannel");
    assert!(
        both.is_some() && cut.place("POST bridge 5") < both,
        "{:?}",
        cut.asked
    );
}

#[test]
fn a_phone_that_was_let_go_in_the_gap_is_put_down_after_it() {
    let mut cut = Cut::picked_up(|_| ());
    cut.lost();
    cut.calls.let_go(ANNA, cut.now);
    cut.comes_back(up(&[CALL, PHONE]));
    assert!(cut.has_asked("DELETE", PHONE, ""), "{:?}", cut.asked);
    cut.hear("ChannelDestroyed", PHONE, json!({"cause": 16}));
    cut.hear("ChannelDestroyed", CALL, json!({"cause": 16}));
    assert_eq!(cut.says(), ["answered", "answered"]);
}

#[test]
fn how_long_it_took_until_both_heard_each_other_is_counted_once() {
    let mut cut = Cut::picked_up(|_| ());
    let joins = |cut: &Cut| {
        let joins = cut.asked.iter();
        joins
            .filter(|(_, about)| matches!(about, About::Join(_)))
            .count()
    };
    assert_eq!(joins(&cut), 1);
    cut.wish(&Wish::Hold);
    cut.wish(&Wish::Resume);
    cut.note();
    cut.lost();
    cut.comes_back(up(&[CALL, PHONE]));
    assert_eq!(joins(&cut), 0);
}
