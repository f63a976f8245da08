//! Numbers and names of callers are somebody else's text. Even where nothing had cleaned them before
//! they were kept, whatever shows them does so without harm.

use crate::house::{Answer, Centre, Desk};
use engine::{Number, Zone};
use store::{CameIn, Queue, QueueKind, Role};

const CALLED: u64 = 493_023_125_900;
const CALLER: u64 = 493_023_125_777;

fn number(digits: u64) -> Number {
    Number::new(digits).unwrap()
}

/// What somebody sends as a name, and what no page may contain because of it.
fn names() -> Vec<(String, &'static str)> {
    vec![
        ("<script>alert(1)</script>".to_owned(), "<script>alert"),
        ("\"><img src=x onerror=alert(1)>".to_owned(), "<img src=x"),
        ("' autofocus onfocus='alert(1)".to_owned(), "' autofocus"),
        (
            "</q></li></ul><form action=//x>".to_owned(),
            "<form action=//x",
        ),
        (
            "\"hx-get=\"//x\" hx-trigger=\"load".to_owned(),
            "hx-get=\"//x",
        ),
        ("{{ 7777*7 }} {% raw %}".to_owned(), "54439"),
        ("'; DROP TABLE contact; --".to_owned(), "<b>'; DROP"),
        (
            "=HYPERLINK(\"http://x\",\"y\")".to_owned(),
            "<a href=\"http://x",
        ),
        ("+1+cmd|' /C calc'!A0".to_owned(), "|' /C"),
        ("\u{202e}gnp.exe\u{202c}".to_owned(), "<\u{202e}"),
        ("😀👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿".to_owned(), "<😀"),
        ("x".repeat(10_240), "<x"),
        ("Anonymous".to_owned(), "<Anonymous"),
    ]
}

fn open() -> (Centre, Desk, Desk) {
    let centre = Centre::open(0);
    let anna = centre.agent("anna");
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    centre.post(&anna, "/desk/ready", &[]);
    let zone = Zone::new("Europe/Amsterdam").unwrap();
    let queue = Queue {
        campaign: Some(centre.store.campaigns().unwrap()[0].id),
        list: Some(centre.list),
        ..Queue::new(number(CALLED), "Callers", QueueKind::Service, zone)
    };
    assert_eq!(centre.store.set_queue(queue).unwrap(), []);
    (centre, anna, sue)
}

fn harmless(page: &Answer, never: &str, name: &str) {
    page.is(200);
    let shown: String = name.chars().take(40).collect();
    assert!(!page.body.contains(never), "{shown}: {never} in a page");
}

#[test]
fn a_name_that_is_meant_to_harm_harms_no_page_and_no_export() {
    let (centre, anna, sue) = open();
    for (name, never) in names() {
        let came = CameIn {
            called: number(CALLED),
            caller: Some(number(CALLER)),
            name: Some(name.clone()),
            exchange: Some(name.clone()),
            line: Some(name.clone()),
        };
        let (call, queue) = centre.store.call_came_in(came).unwrap();
        centre.store.call_waits(call.id).unwrap();
        centre.store.ask_for_call(&call, Some(anna.agent)).unwrap();
        harmless(&centre.get(&anna, "/desk/now"), never, &name);
        for page in ["/floor", "/floor/now", "/queues", "/queues/now"] {
            harmless(&centre.get(&sue, page), never, &name);
        }
        let taken = centre.store.take_call(&call, queue.as_ref(), anna.agent);
        let contact = taken.unwrap().contact;
        harmless(&centre.get(&anna, "/desk/now"), never, &name);
        let card = format!("/contacts/{}/{}", contact.list.0, contact.id.0);
        harmless(&centre.get(&sue, &card), never, &name);
        let hand = centre.get(&anna, "/desk/now").hand();
        let attempt = contact.dials;
        centre.line(&anna, |_| engine::Report::Ended {
            attempt,
            outcome: engine::Outcome::Answered,
            cause: engine::Cause::default(),
        });
        let coded = centre.post(&anna, "/desk/code", &[("hand", &hand), ("code", "501")]);
        coded.is(200);
    }
    let export = format!("/lists/{}/export/csv", centre.list.0);
    let file = centre.get(&sue, &export).is(200).body.clone();
    for (name, _) in names() {
        assert!(!file.contains(&name), "{name} in an export");
    }
    // A cell that begins like a formula is none.
    let begins = |cell: &str| cell.trim_matches('"').starts_with(['=', '@', '-']);
    assert!(!file.split([';', ',', '\n']).any(begins), "{file}");
}
