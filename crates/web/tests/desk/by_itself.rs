//! A campaign that dials by itself: nobody presses a key.

use crate::house::{Centre, Desk};
use axum::body::{Body, BodyDataStream};
use axum::http::{Request, header};
use engine::{AgentId, Number, Outcome, Profile, Progressive, Report};
use jiff::SignedDuration;
use std::time::{Duration, Instant};
use store::{LineOrder, Role, Suppression};
use tokio::runtime::Runtime;
use tokio_stream::StreamExt;
use tower::ServiceExt;

/// A centre, and a browser with Ada's desk in it.
struct Open {
    centre: Centre,
    ada: Desk,
    runtime: Runtime,
    stream: Option<BodyDataStream>,
}

impl Open {
    fn with(contacts: u32, look_seconds: u32, may_skip: bool) -> Self {
        let centre = Centre::open(contacts);
        let campaign = centre.store.campaigns().unwrap()[0].id;
        let progressive = Some(Progressive {
            look_seconds,
            may_skip,
        });
        let profile = Profile {
            progressive,
            ..Profile::default()
        };
        centre
            .store
            .set_campaign_profile(campaign, &profile)
            .unwrap();
        let ada = centre.agent("ada");
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let mut open = Self {
            centre,
            ada,
            runtime,
            stream: None,
        };
        open.opens();
        open
    }

    fn opens(&mut self) {
        let request = Request::get("/live")
            .header(header::HOST, "centre.example")
            .header(header::COOKIE, self.ada.cookie.as_str())
            .body(Body::empty())
            .unwrap();
        let router = self.centre.router();
        let stream = self.runtime.block_on(async {
            let answer = router.oneshot(request).await.unwrap();
            answer.into_body().into_data_stream()
        });
        self.stream = Some(stream);
    }

    /// Lets the server work for so long, its stream being read.
    fn work(&mut self, at_most: Duration) {
        let stream = self.stream.as_mut();
        self.runtime.block_on(async {
            let reads = async {
                match stream {
                    Some(stream) => while stream.next().await.is_some() {},
                    None => std::future::pending().await,
                }
            };
            let _ = tokio::time::timeout(at_most, reads).await;
        });
    }

    /// What is dialled within some seconds of ours.
    fn dialled(&mut self) -> Option<Option<AgentId>> {
        let until = Instant::now() + Duration::from_secs(8);
        while Instant::now() < until {
            self.work(Duration::from_millis(50));
            let orders = self.centre.orders.as_mut().unwrap();
            if let Some(LineOrder::Place { agent, .. }) = orders.take() {
                return Some(agent);
            }
        }
        None
    }

    /// Nothing is dialled, though there would be time.
    #[track_caller]
    fn is_quiet(&mut self) {
        self.work(Duration::from_millis(900));
        let order = self.centre.orders.as_mut().unwrap().take();
        assert!(!matches!(order, Some(LineOrder::Place { .. })), "{order:?}");
    }

    fn pass(&self, seconds: i64) {
        let now = self.centre.clock.now() + SignedDuration::from_secs(seconds);
        self.centre.clock.advance_to(now);
    }

    fn page(&self) -> crate::house::Answer {
        self.centre.get(&self.ada, "/desk")
    }
}

#[test]
fn three_in_a_row_without_a_key_then_a_talk_then_a_break() {
    let mut open = Open::with(5, 8, true);
    let ada = open.ada.clone();
    let desk = open.centre.post(&ada, "/desk/ready", &[]);
    desk.says("is dialled in")
        .says("00:08")
        .says("/desk/release");
    open.is_quiet();
    open.pass(8);
    assert_eq!(open.dialled(), Some(Some(ada.agent)), "she is kept for it");
    for outcome in [Outcome::Busy, Outcome::NoAnswer] {
        let before = open.centre.in_hand(&ada).unwrap();
        open.page().says("dials by itself");
        open.centre.ends(&ada, outcome);
        open.pass(3);
        open.work(Duration::from_millis(1_500));
        let next = open
            .centre
            .in_hand(&ada)
            .expect("the next one, without a key");
        assert_ne!(next, before);
        open.pass(8);
        assert!(open.dialled().is_some());
    }
    let talks_to = open.centre.in_hand(&ada);
    open.centre
        .line(&ada, |attempt| Report::Answered { attempt });
    open.pass(30);
    open.is_quiet();
    open.centre.ends(&ada, Outcome::Answered);
    open.pass(20);
    open.is_quiet();
    assert_eq!(open.centre.in_hand(&ada), talks_to, "she has the word");
    let hand = open.page().hand();
    let code = [("hand", hand.as_str()), ("code", "500")];
    open.centre
        .post(&ada, "/desk/code", &code)
        .says("is dialled in");
    open.centre.post(&ada, "/desk/break", &[("kind", "lunch")]);
    open.pass(30);
    open.is_quiet();
    assert_eq!(open.centre.in_hand(&ada), None, "it went back");
    let row = open.centre.store.agent(ada.agent).unwrap().unwrap();
    assert_eq!(row.agent.presence.word(), "break");
    assert_eq!(open.centre.store.doctor().unwrap().differences, []);
}

#[test]
fn nobody_is_dialled_for_a_desk_that_is_not_open() {
    let mut open = Open::with(2, 0, true);
    open.stream = None;
    open.work(Duration::from_millis(100));
    let ada = open.ada.clone();
    open.centre.post(&ada, "/desk/ready", &[]);
    open.pass(60);
    open.is_quiet();
    assert!(open.centre.in_hand(&ada).is_some());
    open.opens();
    assert!(open.dialled().is_some(), "as soon as it is open again");
}

#[test]
fn a_key_dials_at_once_and_another_gives_back_where_that_is_allowed() {
    let mut open = Open::with(3, 60, false);
    let ada = open.ada.clone();
    let desk = open.centre.post(&ada, "/desk/ready", &[]);
    desk.lacks("/desk/release");
    let hand = desk.hand();
    let form = [("hand", hand.as_str())];
    let refused = open.centre.post(&ada, "/desk/release", &form);
    refused.says("cannot be given back");
    assert_eq!(refused.hand(), hand);
    open.centre.post(&ada, "/desk/dial", &form);
    assert!(open.dialled().is_some());
    open.is_quiet();
}

#[test]
fn what_is_taken_back_is_looked_at_anew_before_it_is_dialled() {
    let mut open = Open::with(3, 20, true);
    let ada = open.ada.clone();
    let hand = open.centre.post(&ada, "/desk/ready", &[]).hand();
    let first = open.centre.in_hand(&ada).unwrap();
    open.pass(19);
    let code = [("hand", hand.as_str()), ("code", "501")];
    open.centre.post(&ada, "/desk/code", &code);
    assert_ne!(open.centre.in_hand(&ada), Some(first));
    open.pass(8);
    let back = open.centre.post(&ada, "/desk/undo", &[]);
    back.says("is dialled in").says("00:20");
    assert_eq!(open.centre.in_hand(&ada), Some(first));
    open.pass(19);
    open.is_quiet();
    open.pass(1);
    assert!(open.dialled().is_some());
    assert_eq!(open.centre.store.doctor().unwrap().differences, []);
}

#[test]
fn a_key_that_was_meant_for_a_call_that_is_over_ends_no_other() {
    let mut centre = Centre::open(0);
    centre.import(vec![crate::house::contact(9, &[1, 2])]);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let dial = |slot| [("hand", hand.as_str()), ("slot", slot)];
    let dialling = centre.post(&ada, "/desk/dial", &dial("0"));
    dialling.says("name=\"call\" value=\"1\" data-key=\"h\"");
    centre.ends(&ada, Outcome::Busy);
    centre.post(&ada, "/desk/dial", &dial("1"));
    let hangs_up = |centre: &mut Centre, call: Option<&str>| {
        let orders = centre.orders.as_mut().unwrap();
        while orders.take().is_some() {}
        let mut form = vec![("hand", hand.as_str())];
        form.extend(call.map(|call| ("call", call)));
        let answer = centre.post(&ada, "/desk/hangup", &form);
        answer.is(200).lacks("role=\"alert\"");
        match centre.orders.as_mut().unwrap().take() {
            Some(LineOrder::HangUp { attempt, .. }) => Some(attempt),
            None => None,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(hangs_up(&mut centre, Some("1")), None);
    assert_eq!(hangs_up(&mut centre, Some("2")), Some(2));
    // A page of before goes by the handling alone.
    assert_eq!(hangs_up(&mut centre, None), Some(2));
}

#[test]
fn what_may_not_be_dialled_is_told_and_the_next_one_is_drawn() {
    let mut open = Open::with(3, 5, true);
    let ada = open.ada.clone();
    open.centre.post(&ada, "/desk/ready", &[]);
    let first = open.centre.in_hand(&ada).unwrap();
    let numbers = open
        .centre
        .store
        .numbers_of(open.centre.list, first)
        .unwrap();
    let number: Number = numbers[0];
    let now = open.centre.clock.now();
    let listed = Suppression::everywhere(number, "asked by letter", now);
    open.centre.store.suppress(vec![listed]).unwrap();
    open.pass(5);
    open.is_quiet();
    open.page().says("was not dialled");
    open.pass(10);
    open.work(Duration::from_millis(1_500));
    let next = open.centre.in_hand(&ada).unwrap();
    assert_ne!(next, first);
    open.pass(5);
    assert!(open.dialled().is_some());
    open.work(Duration::from_millis(300));
    open.page().lacks("was not dialled");
}

#[test]
fn without_an_exchange_nothing_is_dialled_and_the_desk_says_so() {
    let mut open = Open::with(2, 0, true);
    open.centre.orders.as_ref().unwrap().connect(false);
    let ada = open.ada.clone();
    open.centre.post(&ada, "/desk/ready", &[]);
    open.is_quiet();
    open.page().says("No exchange is connected");
    open.centre.orders.as_ref().unwrap().connect(true);
    open.pass(15);
    assert!(open.dialled().is_some());
    open.work(Duration::from_millis(300));
    open.page().lacks("No exchange is connected");
}

#[test]
fn a_campaign_is_told_how_it_dials() {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    let campaign = centre.store.campaigns().unwrap()[0].id;
    let path = format!("/campaigns/{}/bounds", campaign.0);
    let page = centre.get(&sue, &path);
    page.says("value=\"preview\" selected");
    let form = |look| {
        [
            ("mode", "progressive"),
            ("look_seconds", look),
            ("may_skip", "1"),
        ]
    };
    for wrong in ["61", "-1", "soon"] {
        let answer = centre.post(&sue, &path, &form(wrong));
        answer.is(422).says("whole seconds from 0 to 60");
    }
    centre.post(&sue, &path, &form("12")).is(303);
    let kept = centre.store.campaign_profile(campaign).unwrap();
    let wanted = Progressive {
        look_seconds: 12,
        may_skip: true,
    };
    assert_eq!(kept.progressive, Some(wanted));
    let one = centre.get(&sue, &format!("/campaigns/{}", campaign.0));
    one.says("Dials by itself after 12 seconds");
    centre.get(&sue, "/floor").says("dials by itself");
    centre.post(&sue, &path, &[("mode", "preview")]).is(303);
    let kept = centre.store.campaign_profile(campaign).unwrap();
    assert_eq!(kept.progressive, None);
}
