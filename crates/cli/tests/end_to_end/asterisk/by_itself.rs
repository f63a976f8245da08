//! A campaign that dials by itself and records: the other side is told first, a pause is on nothing that is kept,
//! and a break that is asked for while it rings begins with the end of that call.

use super::centre::start;
use super::desk::Desk;
use super::filled::{self, PASSWORD};
use crate::living::Running;
use crate::support::Floor;
use engine::{Contact, ContactId, Line, ListId, Phase, Profile, Progressive, Recorded};
use std::time::{Duration, Instant};
use store::{
    Address, Clock, Durability, Recording, RecordingConsent, RecordingOf, RecordingState, Store,
};

struct House {
    store: Store,
    desk: Desk,
    _running: Running,
    _floor: Floor,
}

const FIRST: RecordingOf = RecordingOf {
    list: ListId(1),
    contact: ContactId(1),
    attempt: 1,
};

impl House {
    fn open() -> Self {
        let floor = Floor::new();
        let file = floor.path("dispo.db");
        let address: Address = format!("sqlite:{}", file.display()).parse().unwrap();
        let store = Store::open(&address, Clock::System, Durability::Full).unwrap();
        let campaign = filled::campaign(&store, "By itself", &[108, 130, 108], true);
        let profile = Profile {
            recorded: Some(Recorded::On),
            progressive: Some(Progressive {
                look_seconds: 0,
                may_skip: true,
            }),
            ..Profile::default()
        };
        store.set_campaign_profile(campaign, &profile).unwrap();
        filled::agent(&store, campaign, 1_001);
        let running = start(&floor, &format!("itself-{}", std::process::id()));
        Self {
            desk: Desk::open(&running.address, "a1001", PASSWORD),
            store,
            _running: running,
            _floor: floor,
        }
    }

    fn contact(&self, id: i64) -> Contact {
        self.store
            .contact(ListId(1), ContactId(id))
            .unwrap()
            .unwrap()
    }

    fn line(&self, id: i64) -> Option<Line> {
        let hand = self.contact(id).hand?;
        hand.calls.last().map(|call| call.line)
    }

    fn recording(&self) -> Option<Recording> {
        self.store.recording(FIRST).unwrap()
    }

    fn until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let until = Instant::now() + Duration::from_secs(20);
        while !holds(self) {
            assert!(Instant::now() < until, "it did not come to this: {what}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn is_recorded_as(&self, state: RecordingState) {
        self.until(state.word(), |house| {
            house.recording().is_some_and(|there| there.state == state)
        });
    }

    fn wants(&mut self, word: &str) {
        self.desk.looks();
        self.desk
            .presses("/desk/record", &format!("&record={word}"));
    }
}

#[test]
fn what_is_dialled_by_itself_is_recorded_by_the_law_and_stops_for_a_break() {
    let mut house = House::open();
    house.desk.presses("/desk/ready", "");
    house.is_recorded_as(RecordingState::Telling);
    house.is_recorded_as(RecordingState::Recording);
    let told = house.recording().unwrap();
    assert_eq!(told.consent, RecordingConsent::Told);
    assert!(told.began_at >= told.consent_at);
    house.wants("pause");
    house.is_recorded_as(RecordingState::Paused);
    std::thread::sleep(Duration::from_millis(1_200));
    house.wants("resume");
    house.is_recorded_as(RecordingState::Recording);
    house.desk.looks();
    house.desk.presses("/desk/hangup", "");
    house.is_recorded_as(RecordingState::Kept);
    let kept = house.recording().unwrap();
    let heard = kept.sealed.as_ref().unwrap().bytes as f64 / 16_000.0;
    let lasts = kept.lasts().unwrap().as_secs_f64();
    assert!((heard - lasts).abs() < 0.5, "{heard} s of {lasts}");
    house.desk.looks();
    house.desk.codes();
    // The next without a key.
    let rings = |house: &House| matches!(house.line(2), Some(Line::Ringing { .. }));
    house.until("the next rings", rings);
    house.desk.looks();
    house.desk.presses("/desk/break", "&kind=coffee");
    std::thread::sleep(Duration::from_millis(1_000));
    assert!(rings(&house), "it rings on");
    house.desk.looks();
    house.desk.presses("/desk/hangup", "");
    house.until("it is over", |house| {
        house.line(2).is_none_or(|line| !line.is_open())
    });
    house.desk.looks();
    house.desk.codes();
    house.desk.is_in("break");
    // Longer than between two dials.
    std::thread::sleep(Duration::from_secs(4));
    assert_eq!((house.contact(2).dials, house.contact(3).dials), (1, 0));
    assert_eq!(
        house.contact(3).hand.map(|hand| hand.phase()),
        None::<Phase>
    );
}
