//! A talk is recorded: what the desk says and offers, who may listen afterwards, what is noted.

use crate::house::{Centre, Desk};
use axum::body::Body;
use axum::http::{Method, Request, header};
use engine::{
    Actor, AgentId, CampaignId, Command, Number, Other, OtherStage, Outcome, Report, Whom,
};
use jiff::SignedDuration;
use store::conn::Access;
use store::{
    AuditActor, AuditSearch, Entry, LineOrder, NewRecording, RecordAct, RecordingConsent,
    RecordingNews, RecordingOf, Role, SealedSound,
};

struct Talk {
    centre: Centre,
    ada: Desk,
    hand: String,
    of: RecordingOf,
}

fn may_be_recorded(of: RecordingOf, agent: AgentId, by_agent: bool) -> NewRecording {
    NewRecording {
        of,
        agent,
        campaign: Some(CampaignId(1)),
        consent: RecordingConsent::Awaited,
        kept_days: 30,
        by_agent,
    }
}

impl Talk {
    /// An agent talks, and something may be recorded.
    fn of(consent: RecordingConsent, by_agent: bool) -> Self {
        let mut centre = Centre::open(2);
        let ada = centre.agent("ada");
        let hand = centre.post(&ada, "/desk/ready", &[]).hand();
        centre.post(&ada, "/desk/dial", &[("hand", hand.as_str())]);
        centre.line(&ada, |attempt| Report::Answered { attempt });
        let of = RecordingOf {
            list: centre.list,
            contact: centre.in_hand(&ada).unwrap(),
            attempt: 1,
        };
        let new = NewRecording {
            consent,
            ..may_be_recorded(of, ada.agent, by_agent)
        };
        centre.store.add_recording(new).unwrap();
        while centre.orders.as_mut().unwrap().take().is_some() {}
        Self {
            centre,
            ada,
            hand,
            of,
        }
    }

    fn act(&mut self, act: &str) -> Option<RecordAct> {
        let form = [("hand", self.hand.as_str()), ("record", act)];
        self.centre.post(&self.ada, "/desk/record", &form).is(200);
        match self.centre.orders.as_mut().unwrap().take() {
            Some(LineOrder::Record { act, .. }) => Some(act),
            _ => None,
        }
    }

    fn news(&self, news: RecordingNews) {
        let at = self.centre.clock.now();
        self.centre.store.note_recording(self.of, news, at).unwrap();
    }

    fn pass(&self, seconds: i64) {
        let now = self.centre.clock.now();
        let later = now + SignedDuration::from_secs(seconds);
        self.centre.clock.advance_to(later);
    }

    /// The time in which a refusal can be taken back, as the lines count it.
    fn is_over(&self) {
        self.pass(10);
        assert_eq!(self.centre.store.destroy_refused().unwrap(), [self.of]);
    }

    /// All three hear each other.
    fn is_with(&self, whom: Whom) {
        let other = Other {
            whom,
            stage: OtherStage::Together,
            blind: false,
        };
        let talk = engine::Talk {
            other: Some(other),
            ..engine::Talk::default()
        };
        let talks = self.centre.orders.as_ref().unwrap().talks();
        talks.show(self.ada.agent, Some(talk));
    }

    fn desk(&self) -> String {
        self.centre.get(&self.ada, "/desk/now").body
    }

    /// Ten seconds of it lie in the vault, with a pause in the middle.
    fn kept(&self) {
        self.news(RecordingNews::Began { on_exchange: None });
        self.pass(5);
        self.news(RecordingNews::Paused);
        self.pass(7);
        self.news(RecordingNews::Resumed);
        self.pass(5);
        self.news(RecordingNews::Ended);
        self.centre.ends(&self.ada, Outcome::Answered);
        let folder = &self.centre.folder;
        let vault = vault::Vault::open(&folder.join("sounds"), &folder.join("keys")).unwrap();
        let mut writer = vault.write(&self.of.name()).unwrap();
        writer.push(&[b'x'; 100_000]).unwrap();
        let sealed = writer.finish().unwrap();
        let sealed = SealedSound {
            bytes: sealed.bytes,
            digest: sealed.digest,
            key: sealed.key,
        };
        assert!(self.centre.store.keep_recording(self.of, sealed).unwrap());
    }

    fn place(&self) -> String {
        let (list, contact) = (self.of.list.0, self.of.contact.0);
        format!("/recordings/{list}/{contact}/1")
    }

    fn hear(&self, who: &Desk, range: &str) -> crate::house::Answer {
        let request = Request::builder()
            .method(Method::GET)
            .uri(format!("{}/sound", self.place()))
            .header(header::HOST, "centre.example")
            .header(header::RANGE, range)
            .header(header::COOKIE, who.cookie.as_str());
        self.centre.send(request.body(Body::empty()).unwrap())
    }

    fn noted(&self, word: &str) -> usize {
        let search = AuditSearch {
            word: Some(word.to_owned()),
            contact: Some((self.of.list, self.of.contact)),
            limit: 100,
            ..AuditSearch::default()
        };
        self.centre.store.audit_lines(&search).unwrap().len()
    }
}

#[test]
fn nothing_is_recorded_before_she_says_that_it_was_agreed_to() {
    let mut talk = Talk::of(RecordingConsent::Awaited, false);
    let desk = talk.desk();
    assert!(desk.contains("Ask first whether the call may be recorded"));
    assert!(desk.contains("Agreed <kbd>v</kbd>"));
    assert_eq!(talk.act("begin"), Some(RecordAct::Begin));
    // It is on when the lines say so, not before.
    assert!(talk.desk().contains("Ask first"));
    talk.news(RecordingNews::Agreed);
    talk.news(RecordingNews::Began { on_exchange: None });
    assert!(talk.desk().contains("tape-on"));
    assert_eq!(talk.act("pause"), Some(RecordAct::Pause));
    talk.news(RecordingNews::Paused);
    let desk = talk.desk();
    assert!(desk.contains("Recording paused for") && desk.contains("tape-paused"));
    assert_eq!(talk.act("resume"), Some(RecordAct::Resume));
    assert_eq!(talk.act("nonsense"), None);
}

#[test]
fn a_refusal_is_kept_before_the_lines_hear_of_it() {
    let mut talk = Talk::of(RecordingConsent::NotNeeded, false);
    talk.news(RecordingNews::Began { on_exchange: None });
    assert_eq!(talk.act("refuse"), Some(RecordAct::Refuse));
    let there = talk.centre.store.recording(talk.of).unwrap().unwrap();
    assert!(there.refusal.is_some());
    let desk = talk.desk();
    assert!(desk.contains("What was recorded is destroyed in") && desk.contains("data-until"));
    assert!(desk.contains("Undo <kbd>u</kbd>") && !desk.contains("value=\"refuse\""));
    for act in ["begin", "pause", "resume"] {
        assert_eq!(talk.act(act), None, "{act} while it is refused");
    }
    talk.is_over();
    let desk = talk.desk();
    assert!(desk.contains("Not recorded: refused") && !desk.contains("/desk/record"));
    assert_eq!(talk.act("back"), None);
    // Where nobody runs the lines it is refused all the same.
    let mut talk = Talk::of(RecordingConsent::Awaited, false);
    talk.centre.orders = None;
    let form = [("hand", talk.hand.as_str()), ("record", "refuse")];
    talk.centre.post(&talk.ada, "/desk/record", &form).is(200);
    assert!(
        talk.desk()
            .contains("Nothing is recorded. This is final in")
    );
    talk.is_over();
    let there = talk.centre.store.recording(talk.of).unwrap().unwrap();
    assert_eq!(there.consent, RecordingConsent::Refused);
}

#[test]
fn a_refusal_is_taken_back_by_one_key_and_goes_on_only_where_it_ran() {
    for (paused, then) in [(false, Some(RecordAct::Resume)), (true, None)] {
        let mut talk = Talk::of(RecordingConsent::NotNeeded, false);
        talk.news(RecordingNews::Began { on_exchange: None });
        if paused {
            talk.news(RecordingNews::Paused);
            talk.pass(3);
        }
        talk.act("refuse");
        talk.news(RecordingNews::Paused);
        talk.pass(3);
        assert_eq!(talk.act("back"), then);
        let there = talk.centre.store.recording(talk.of).unwrap().unwrap();
        assert_eq!(there.refusal, None);
        assert!(talk.desk().contains("tape-paused"));
        talk.pass(10);
        assert_eq!(talk.centre.store.destroy_refused().unwrap(), []);
    }
}

/// What cannot be written down cannot be taken back: then nothing is left at once.
#[test]
fn where_a_refusal_cannot_be_kept_the_recording_stops_all_the_same() {
    let mut talk = Talk::of(RecordingConsent::NotNeeded, false);
    talk.news(RecordingNews::Began { on_exchange: None });
    let file = talk.centre.folder.join("web.db");
    let address = format!("sqlite:{}", file.display()).parse().unwrap();
    let mut conn = store::conn::open(&address, Access::Write).unwrap();
    conn.batch(
        "CREATE TRIGGER full BEFORE UPDATE ON recording BEGIN SELECT RAISE(ABORT, 'full'); END",
    )
    .unwrap();
    let form = [("hand", talk.hand.as_str()), ("record", "refuse")];
    let answer = talk.centre.post(&talk.ada, "/desk/record", &form);
    answer.is(500);
    let order = talk.centre.orders.as_mut().unwrap().take();
    let Some(LineOrder::Record { act, .. }) = order else {
        panic!("{order:?}")
    };
    assert_eq!(act, RecordAct::Destroy);
}

#[test]
fn who_refused_once_is_asked_the_next_time_and_whoever_looks_sees_it() {
    let talk = Talk::of(RecordingConsent::Awaited, false);
    assert!(!talk.desk().contains("was refused on"));
    let earlier = RecordingOf {
        attempt: 9,
        ..talk.of
    };
    let (store, agent) = (&talk.centre.store, talk.ada.agent);
    store
        .add_recording(may_be_recorded(earlier, agent, false))
        .unwrap();
    let by = AuditActor::Agent(agent.0);
    store.refuse_recording(earlier, by).unwrap();
    talk.pass(10);
    store.destroy_refused().unwrap();
    let desk = talk.desk();
    assert!(desk.contains("Recording was refused on"));
    assert!(desk.contains("Agreed <kbd>v</kbd>"));
    let sue = talk.centre.somebody("sue", Role::Supervisor, "en");
    let place = format!("/contacts/{}/{}", talk.of.list.0, talk.of.contact.0);
    for page in [place.clone(), format!("{place}/access")] {
        let page = talk.centre.get(&sue, &page);
        page.is(200).says("Does not want to be recorded since");
    }
    talk.news(RecordingNews::Agreed);
    let page = talk.centre.get(&sue, &place);
    page.is(200).lacks("Does not want to be recorded since");
}

#[test]
fn a_supervisor_listens_to_any_stretch_and_it_is_noted_once() {
    let talk = Talk::of(RecordingConsent::Agreed, false);
    talk.kept();
    let sue = talk.centre.somebody("sue", Role::Supervisor, "en");
    talk.centre
        .get(&sue, "/recordings")
        .is(200)
        .says(&talk.place())
        .says("Listen");
    let page = talk.centre.get(&sue, &talk.place());
    page.is(200).says("agreed").says("data-player-at=\"5\"");
    page.says("nothing was recorded for 00:07").says("00:10");
    for (range, length) in [("bytes=0-9", 10), ("bytes=70000-", 30_000)] {
        assert_eq!(talk.hear(&sue, range).is(206).body.len(), length);
    }
    talk.hear(&sue, "bytes=100000-").is(416);
    assert_eq!(talk.noted("listened"), 1, "two stretches, one listening");
    let file = format!("{}/sound?download=1", talk.place());
    assert_eq!(talk.centre.get(&sue, &file).is(200).body.len(), 100_000);
    assert_eq!(talk.noted("exported"), 1);
    let contact = format!("/contacts/{}/{}", talk.of.list.0, talk.of.contact.0);
    talk.centre.get(&sue, &contact).is(200);
    let destroy = format!("{}/destroy", talk.place());
    talk.centre.post_plainly(&sue, &destroy, &[]).is(303);
    talk.hear(&sue, "bytes=0-9").is(404);
    talk.centre
        .get(&sue, &talk.place())
        .says("Destroyed by somebody");
    talk.centre.post_plainly(&sue, &destroy, &[]).is(404);
}

#[test]
fn an_agent_hears_her_own_where_she_may_and_nobody_elses() {
    for (by_agent, status) in [(false, 403), (true, 206)] {
        let talk = Talk::of(RecordingConsent::Told, by_agent);
        talk.kept();
        talk.hear(&talk.ada, "bytes=0-9").is(status);
        let eve = talk.centre.agent("eve");
        talk.hear(&eve, "bytes=0-9").is(403);
        talk.centre.get(&eve, &talk.place()).is(403);
        let own = talk.centre.get(&talk.ada, "/recordings");
        assert_eq!(own.is(200).body.contains(&talk.place()), by_agent);
        talk.centre.get(&eve, "/recordings").says("No recordings");
        let destroy = format!("{}/destroy", talk.place());
        talk.centre.post_plainly(&talk.ada, &destroy, &[]).is(403);
    }
}

#[test]
fn one_that_was_changed_is_not_played_and_said_to_be() {
    let talk = Talk::of(RecordingConsent::Agreed, false);
    talk.kept();
    let sue = talk.centre.somebody("sue", Role::Supervisor, "en");
    let file = talk
        .centre
        .folder
        .join("sounds")
        .join(format!("{}.rec", talk.of.name()));
    let mut bytes = std::fs::read(&file).unwrap();
    bytes[90_000] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let page = talk.centre.get(&sue, &talk.place());
    page.is(200).says("it was changed, or its key is missing");
    page.lacks("<audio");
    talk.hear(&sue, "bytes=80000-80009").is(500);
    assert_eq!(talk.noted("listened"), 0);
}

#[test]
fn what_is_asked_of_the_page_may_be_nonsense() {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "de");
    centre
        .get(&sue, "/recordings")
        .is(200)
        .says("Keine Aufzeichnungen");
    centre
        .get(&sue, "/recordings?from=x&behind=1-2&campaign=y")
        .is(200);
    centre.get(&sue, "/recordings/1/2/3").is(404);
    centre.get(&sue, "/recordings/1/2/x").is(400);
}

#[test]
fn who_got_a_talk_hears_its_recording_and_who_passed_it_on_does_not() {
    let mut talk = Talk::of(RecordingConsent::Told, true);
    let bea = talk.centre.agent("bea");
    let to = bea.agent;
    let (list, contact) = (talk.of.list, talk.of.contact);
    let by = Actor::Agent(talk.ada.agent);
    let pass = Entry::command(list, contact, by, Command::Pass { to });
    talk.centre.store.record(pass).unwrap();
    let ada = std::mem::replace(&mut talk.ada, bea.clone());
    talk.kept();
    talk.hear(&ada, "bytes=0-9").is(403);
    talk.centre.get(&ada, &talk.place()).is(403);
    talk.centre.get(&ada, "/recordings").says("No recordings");
    talk.hear(&bea, "bytes=0-9").is(206);
    talk.centre.get(&bea, "/recordings").says(&talk.place());
    let sue = talk.centre.somebody("sue", Role::Supervisor, "en");
    for (agent, is_hers) in [(ada.agent, false), (bea.agent, true)] {
        let path = format!("/recordings?agent={}", agent.0);
        let found = talk.centre.get(&sue, &path);
        assert_eq!(found.is(200).body.contains(&talk.place()), is_hers);
    }
}

#[test]
fn while_somebody_from_outside_is_in_the_talk_the_desk_says_why_nothing_is_recorded() {
    let outside = Whom::Outside(Number::new(493_023_125_116).unwrap());
    let talk = Talk::of(RecordingConsent::Awaited, false);
    talk.is_with(outside);
    let desk = talk.desk();
    assert!(desk.contains("Nothing is recorded while somebody from outside"));
    assert!(!desk.contains("value=\"begin\"") && desk.contains("value=\"refuse\""));
    talk.news(RecordingNews::Agreed);
    talk.news(RecordingNews::Began { on_exchange: None });
    assert!(
        talk.desk().contains("tape-on"),
        "until the exchange says so"
    );
    talk.news(RecordingNews::Paused);
    talk.pass(7);
    let desk = talk.desk();
    assert!(desk.contains("Not recording: somebody from outside is in the talk. Paused for"));
    assert!(desk.contains("tape-paused") && desk.contains("00:07"));
    assert!(!desk.contains("value=\"resume\"") && desk.contains("value=\"refuse\""));
    // A colleague may be on it.
    talk.is_with(Whom::Colleague(AgentId(99)));
    assert!(talk.desk().contains("value=\"resume\""));
}

#[test]
fn it_can_be_refused_and_taken_back_while_the_call_is_wrapped_up() {
    let mut talk = Talk::of(RecordingConsent::Told, false);
    talk.news(RecordingNews::Began { on_exchange: None });
    talk.news(RecordingNews::Ended);
    talk.centre.ends(&talk.ada, Outcome::Answered);
    let is_offered = |talk: &Talk| {
        let desk = talk.desk();
        assert!(desk.contains("Recording has ended."), "{desk}");
        assert!(desk.contains("Refused: destroy <kbd>z</kbd>"));
        assert!(!desk.contains("value=\"pause\""));
    };
    is_offered(&talk);
    assert_eq!(talk.act("refuse"), Some(RecordAct::Refuse));
    let desk = talk.desk();
    assert!(desk.contains("What was recorded is destroyed in"));
    assert!(desk.contains("Undo <kbd>u</kbd>") && !desk.contains("value=\"refuse\""));
    talk.pass(9);
    assert_eq!(talk.act("back"), None);
    is_offered(&talk);
    // Where nobody runs the lines it is refused all the same.
    talk.centre.orders = None;
    let form = [("hand", talk.hand.as_str()), ("record", "refuse")];
    let answer = talk.centre.post(&talk.ada, "/desk/record", &form);
    answer.is(200).lacks("role=\"alert\"");
    talk.is_over();
    let desk = talk.desk();
    assert!(desk.contains("Not recorded: refused") && !desk.contains("/desk/record"));
}
