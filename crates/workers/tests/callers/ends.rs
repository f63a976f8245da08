//! Every end of a call that nobody takes: exactly one, with one disposition and its cause.

use crate::house::{House, KNOWN, STRANGER, caller};
use engine::{InboundEnd, Roster};
use jiff::SignedDuration;
use store::{CampaignState, Queue};
use telephony::SimulatedCaller;

type Set = &'static (dyn Fn(&mut Queue) + Sync);

struct End {
    name: &'static str,
    agents: usize,
    queue: Set,
    from: Option<u64>,
    patience: Option<i64>,
    presses: Option<char>,
    end: InboundEnd,
    /// Result and cause in the words of a vocabulary that keeps them apart.
    pair: (&'static str, &'static str),
}

const PLAIN: End = End {
    name: "hung up",
    agents: 0,
    queue: &|_| {},
    from: Some(KNOWN),
    patience: None,
    presses: None,
    end: InboundEnd::HungUp,
    pair: ("38", "12"),
};

fn ends() -> Vec<End> {
    vec![
        End {
            patience: Some(30),
            ..PLAIN
        },
        End {
            name: "nobody",
            end: InboundEnd::WaitedTooLong,
            pair: ("38", "19"),
            ..PLAIN
        },
        End {
            name: "silent",
            agents: 1,
            queue: &|queue| queue.rules.wait_seconds = 10,
            end: InboundEnd::AgentSilent,
            pair: ("38", "20"),
            ..PLAIN
        },
        End {
            name: "sent on",
            agents: 3,
            queue: &|queue| queue.rules.asks_most = 3,
            end: InboundEnd::SentOn,
            pair: ("38", "21"),
            ..PLAIN
        },
        End {
            name: "callback",
            presses: Some('1'),
            end: InboundEnd::CallbackAsked,
            pair: ("51", "22"),
            ..PLAIN
        },
        End {
            name: "hours",
            queue: &|queue| queue.rules.hours = Some(Roster::parse("tu 20:00-").unwrap()),
            end: InboundEnd::OutsideHours,
            pair: ("38", "15"),
            ..PLAIN
        },
        End {
            name: "holiday",
            queue: &|queue| queue.rules.closed_on = vec![jiff::civil::date(2026, 6, 2)],
            end: InboundEnd::Holiday,
            pair: ("38", "23"),
            ..PLAIN
        },
        End {
            name: "emergency",
            queue: &|queue| queue.rules.closed_for_now = true,
            end: InboundEnd::Emergency,
            pair: ("38", "24"),
            ..PLAIN
        },
        End {
            name: "stranger",
            from: Some(STRANGER),
            end: InboundEnd::NoContact,
            pair: ("38", "16"),
            ..PLAIN
        },
    ]
}

#[test]
fn every_end_comes_about_and_is_told_once() {
    for end in ends() {
        let mut house = House::open(&format!("end-{}", end.name.replace(' ', "-")), end.agents);
        house.queue(end.queue);
        house.ring_in(SimulatedCaller {
            patience: end.patience.map(SignedDuration::from_secs),
            presses: end.presses.map(|key| (SignedDuration::from_secs(5), key)),
            ..caller(end.from)
        });
        house.pass(320);
        is_told_once(&house, end.name, end.end, end.pair);
        assert_eq!(
            house.centre.lines.next_due(),
            None,
            "{}: nobody is left",
            end.name
        );
    }
}

fn is_told_once(house: &House, name: &str, end: InboundEnd, pair: (&str, &str)) {
    assert_eq!(house.store.open_inbound().unwrap(), [], "{name}");
    let all = house.store.newest_inbound(10).unwrap();
    assert_eq!(all.len(), 1, "{name}");
    assert_eq!(all[0].end, Some(end), "{name}");
    let (major, minor) = pair;
    assert_eq!(all[0].pair, Some((major.into(), minor.into())), "{name}");
    let attempts = house.store.attempts_of(house.list, house.contact).unwrap();
    let own = usize::from(all[0].contact.is_some());
    assert_eq!(attempts.len(), own, "{name}");
    if let Some(attempt) = attempts.first() {
        assert_eq!(
            attempt.pair.as_ref().unwrap().minor.as_str(),
            minor,
            "{name}"
        );
    }
    assert_eq!(house.store.doctor().unwrap().differences, [], "{name}");
}

#[test]
fn a_full_queue_takes_nobody_else() {
    let mut house = House::open("full", 0);
    house.queue(&|queue| queue.rules.waiting_most = 1);
    house.ring_in(caller(Some(KNOWN)));
    house.ring_in(caller(Some(KNOWN)));
    let newest = house.call();
    assert_eq!(newest.end, Some(InboundEnd::QueueFull));
    assert_eq!(newest.pair, Some(("38".into(), "17".into())));
    assert_eq!(house.store.open_inbound().unwrap().len(), 1);
}

#[test]
fn a_campaign_that_does_not_run_takes_no_calls() {
    let mut house = House::open("paused", 1);
    let campaigns = house.store.campaigns().unwrap();
    let paused = store::Campaign {
        state: CampaignState::Paused,
        ..campaigns[0].clone()
    };
    house.store.set_campaign(paused).unwrap();
    house.ring_in(caller(Some(KNOWN)));
    is_told_once(&house, "paused", InboundEnd::CampaignInactive, ("38", "15"));
}

#[test]
fn a_number_that_is_nobodys_is_noted_on_the_contact() {
    let mut house = House::open("nobodys", 1);
    house.ring_in(SimulatedCaller {
        called: "+493023125999".to_owned(),
        ..caller(Some(KNOWN))
    });
    is_told_once(&house, "nobody's", InboundEnd::NoCampaign, ("38", "14"));
}

#[test]
fn callers_of_a_program_that_dies_or_ends_were_lost_by_our_side() {
    let mut house = House::open("dies", 0);
    house.ring_in(caller(Some(KNOWN)));
    house.start_again();
    // What a simulated exchange carried ended with its program: the first look round says so.
    house.pass(1);
    is_told_once(&house, "dies", InboundEnd::Lost, ("38", "18"));

    let mut house = House::open("ends", 0);
    house.ring_in(caller(Some(KNOWN)));
    let store = house.store.clone();
    house.centre.lines.close(&store).unwrap();
    is_told_once(&house, "ends", InboundEnd::Lost, ("38", "18"));
}

#[test]
fn an_end_that_cannot_be_written_down_holds_up_nobody_else() {
    let mut house = House::open("ruined", 0);
    house.queue(&|queue| queue.list = Some(engine::ListId(1)));
    house.ring_in(SimulatedCaller {
        patience: Some(SignedDuration::from_secs(5)),
        ..caller(Some(KNOWN))
    });
    house.ruin();
    house.ring_in(SimulatedCaller {
        patience: Some(SignedDuration::from_secs(10)),
        ..caller(Some(STRANGER))
    });
    let failed = house.pass_whatever_fails(30);
    assert_eq!(house.call().end, Some(InboundEnd::HungUp));
    // It was told, and is not tried again every moment.
    assert!((1..10).contains(&failed), "{failed}");
    assert_eq!(house.store.open_inbound().unwrap().len(), 1);
    assert!(house.pass_whatever_fails(60) >= 1);
}

#[test]
fn what_is_called_that_is_no_number_reaches_nobody() {
    let mut house = House::open("odd", 1);
    for called in ["", "s", "<script>", "+49 30", &"9".repeat(500)] {
        house.ring_in(SimulatedCaller {
            called: called.to_owned(),
            ..caller(None)
        });
    }
    house.pass(5);
    assert_eq!(house.store.newest_inbound(10).unwrap(), []);
    assert_eq!(house.centre.lines.next_due(), None);
}
