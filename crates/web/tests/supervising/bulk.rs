//! Many contacts are changed at once: counted first, done in the background, logged.

use crate::house::{Answer, Centre};
use crate::worked;
use engine::{Actor, AgentId, ContactId};
use std::time::{Duration, Instant};
use store::{Bulk, BulkChange, BulkState, Matching, Role, Selection};
use web::{App, Options};

/// Waits for what is done in the background.
pub fn finished(centre: &Centre, id: i64) -> Bulk {
    let begun = Instant::now();
    loop {
        let bulk = centre.store.bulk(id).unwrap().unwrap();
        if bulk.state != BulkState::Running {
            return bulk;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "{bulk:?}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

pub fn id_in(answer: &Answer) -> i64 {
    let path = answer.is(303).location.strip_prefix("/contacts/bulk/log/");
    path.expect(&answer.location).parse().unwrap()
}

fn unassign() -> BulkChange {
    BulkChange::Assign { owner: None }
}

#[test]
fn the_form_counts_who_is_meant_before_it_asks_what_to_do() {
    let (centre, sue) = worked();
    centre
        .get(&sue, "/contacts/bulk")
        .is(200)
        .says("choose a list")
        .lacks("What is to be done");
    centre
        .get(&sue, "/contacts/bulk?list=1")
        .is(200)
        .says("5 contacts")
        .says("What is to be done");
    centre
        .get(&sue, "/contacts/bulk?list=1&state=closed&attempt_code=501")
        .is(200)
        .says("1 contact<");
    centre
        .get(
            &sue,
            "/contacts/bulk?list=1&field=name&how=begins&value=person%203",
        )
        .is(200)
        .says("1 contact<");
    centre
        .get(&sue, "/contacts?list=1&state=closed")
        .says("/contacts/bulk?list=1&#38;state=closed&#38;code=");
}

#[test]
fn what_would_come_of_it_is_shown_and_the_confirmation_does_it() {
    let (centre, sue) = worked();
    let path = "/contacts/bulk?list=1&state=closed&change=correct&to=120";
    centre
        .get(&sue, path)
        .is(200)
        .says("Last attempt corrected to 120 No answer")
        .says("due later")
        .says("/contacts/1/1");
    assert_eq!(centre.code_of(ContactId(1)), "501");
    let form = [
        ("list", "1"),
        ("state", "closed"),
        ("change", "correct"),
        ("to", "120"),
    ];
    let id = id_in(&centre.post_plainly(&sue, "/contacts/bulk", &form));
    let done = finished(&centre, id);
    assert_eq!((done.state, done.done), (BulkState::Done, 2));
    assert_eq!(centre.code_of(ContactId(1)), "120");
    centre
        .get(&sue, &format!("/contacts/bulk/log/{id}"))
        .is(200)
        .says("done");
    centre
        .get(&sue, "/contacts/bulk/log")
        .is(200)
        .says("sue")
        .says("State: Closed")
        .says("Last attempt corrected to 120");
    assert_eq!(centre.store.doctor().unwrap().differences, []);
}

#[test]
fn what_is_refused_is_counted_beforehand_and_listed_afterwards() {
    let (centre, sue) = worked();
    let bob = centre.agent("bob");
    centre.post(&bob, "/desk/ready", &[]).is(200);
    // The first two have an attempt, one is in hand, the others were never tried.
    let path = "/contacts/bulk?list=1&change=correct&to=120";
    centre
        .get(&sue, path)
        .is(200)
        .says("<b>3</b> no attempt with a code to correct")
        .says("/contacts/1/5");
    centre
        .get(&sue, "/contacts/bulk?list=1&change=set&to=500")
        .says("<b>2</b> in somebody&#39;s hands");
    let form = [("list", "1"), ("change", "correct"), ("to", "120")];
    let id = id_in(&centre.post_plainly(&sue, "/contacts/bulk", &form));
    assert_eq!(finished(&centre, id).done, 2);
    centre
        .get(&sue, &format!("/contacts/bulk/log/{id}"))
        .is(200)
        .says("no attempt with a code to correct")
        .says("/contacts/1/5");
}

#[test]
fn closed_contacts_are_reactivated_with_new_counts_and_a_moment() {
    let (centre, sue) = worked();
    let form = [
        ("list", "1"),
        ("state", "closed"),
        ("change", "set"),
        ("to", "300"),
        ("reset", "on"),
        ("due", "tomorrow 9:30"),
    ];
    let look = "/contacts/bulk?list=1&state=closed&change=set&to=300&reset=on&due=tomorrow+9:30";
    centre
        .get(&sue, look)
        .says("counters begin anew")
        .says("value=\"07/01/2026 09:30\"");
    let id = id_in(&centre.post_plainly(&sue, "/contacts/bulk", &form));
    assert_eq!(finished(&centre, id).done, 2);
    let there = centre.store.contact(centre.list, ContactId(1));
    let there = there.unwrap().unwrap();
    assert_eq!(there.counters.attempts, 0);
    let due = "2026-01-07T08:30:00Z".parse().unwrap();
    assert_eq!(there.standing.due(), Some(due));
}

#[test]
fn a_field_that_makes_no_sense_is_named_and_nothing_begins() {
    let (centre, sue) = worked();
    for (query, says) in [
        ("list=9&change=assign", "Choose the list"),
        ("list=1&from=soon", "soon is no day"),
        ("list=1&until=2026-02-30", "2026-02-30 is no day"),
        ("list=1&from=2026-01-07&until=2026-01-06", "swap them"),
        ("list=1&state=asleep", "There is no such state"),
        ("list=1&agent=ada", "There is no such agent"),
        ("list=1&value=x", "Choose the field"),
        ("list=1&change=explode", "Choose one of the changes"),
        ("list=1&change=set", "Choose the code"),
        ("list=1&change=set&to=xyz", "This list has no code xyz"),
        ("list=1&change=set&to=300&due=whenever", "whenever"),
        ("list=1&change=set&to=300&due=01/01/2020 9:00", "2020"),
        (
            "list=1&change=assign&owner=nobody",
            "There is no such agent",
        ),
        ("list=1&change=assign&owner=999", "There is no such agent"),
        ("list=1&change=roster&roster=always", "This is no roster"),
    ] {
        let form: Vec<(&str, &str)> = query
            .split('&')
            .map(|pair| pair.split_once('=').unwrap())
            .collect();
        let path = format!("/contacts/bulk?{}", query.replace(' ', "%20"));
        centre
            .get(&sue, &path)
            .is(200)
            .says("class=\"error\"")
            .says(says);
        centre
            .post_plainly(&sue, "/contacts/bulk", &form)
            .is(200)
            .says(says);
    }
    assert_eq!(centre.store.bulk_log(None, 9).unwrap(), []);
    centre.get(&sue, "/contacts/bulk/log/77").is(404);
    centre
        .post_plainly(&sue, "/contacts/bulk/log/77/stop", &[])
        .is(404);
    centre.get(&sue, "/contacts/bulk/log?before=x").is(200);
    centre
        .get(&sue, "/contacts/bulk?list=%00&to=%00%ff")
        .is(200);
}

#[test]
fn it_is_stopped_and_goes_on() {
    let centre = Centre::open(120);
    let sue = centre.somebody("sue", Role::Supervisor, "nl");
    let actor = Actor::Supervisor(AgentId(0));
    let all = Selection::Matching(Matching::default());
    let begun = centre
        .store
        .begin_bulk(centre.list, all, unassign(), actor)
        .unwrap();
    let path = format!("/contacts/bulk/log/{}", begun.id);
    centre.get(&sue, &path).is(200).says("bezig");
    centre
        .post_plainly(&sue, &format!("{path}/stop"), &[])
        .is(303);
    let there = || centre.store.bulk(begun.id).unwrap().unwrap();
    assert_eq!(there().state, BulkState::Stopped);
    centre.get(&sue, &path).says("gestopt").says("Verdergaan");
    centre
        .post_plainly(&sue, &format!("{path}/go-on"), &[])
        .is(303);
    let done = finished(&centre, begun.id);
    assert_eq!((done.state, done.done), (BulkState::Done, 120));
}

#[test]
fn a_server_that_starts_again_takes_up_what_was_under_way() {
    let centre = Centre::open(60);
    let actor = Actor::Supervisor(AgentId(0));
    let all = Selection::Matching(Matching::default());
    let begun = centre
        .store
        .begin_bulk(centre.list, all, unassign(), actor)
        .unwrap();
    let (store, waits) = (centre.store.clone(), centre.store.clone());
    let until_done = async { drop(tokio::task::spawn_blocking(move || wait(&waits)).await) };
    serve(&store, until_done);
    assert_eq!(finished(&centre, begun.id).state, BulkState::Done);
}

/// A server on a port of its own, until `end`.
fn serve(store: &store::Store, end: impl Future<Output = ()> + Send + 'static) {
    let (switchboard, _orders) = store::switchboard();
    let options = Options {
        zone: engine::Zone::new("Europe/Amsterdam").unwrap(),
        https: false,
        switchboard,
        demo: None,
        soft_phones: None,
        vault: None,
        uploads: std::env::temp_dir().join("dispo-no-uploads"),
    };
    let app = App::new(store.clone(), options);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        web::serve(listener, app, end).await.unwrap();
    });
}

fn wait(store: &store::Store) {
    let begun = Instant::now();
    while !store.running_bulks().unwrap().is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn an_agent_has_no_way_there() {
    let centre = Centre::open(1);
    let ada = centre.agent("ada");
    centre.get(&ada, "/contacts/bulk").is(403);
    centre.get(&ada, "/contacts/bulk/log").is(403);
    centre
        .post_plainly(&ada, "/contacts/bulk", &[("list", "1")])
        .is(403);
}
