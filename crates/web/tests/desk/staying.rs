//! What must hold whatever happens: no contact twice, nothing lost, no way round the seat.

use crate::house::{Centre, answer, posting};
use engine::Report;
use std::collections::BTreeSet;
use store::Role;

#[test]
fn two_agents_who_press_at_once_never_get_the_same_contact() {
    let centre = Centre::open(40);
    let desks = [centre.agent("ada"), centre.agent("bo")];
    for desk in &desks {
        centre.post(desk, "/desk/ready", &[]);
    }
    let worked: Vec<Vec<i64>> = std::thread::scope(|scope| {
        let threads = desks.each_ref().map(|desk| {
            let (store, router, list) = (centre.store.clone(), centre.router(), centre.list);
            scope.spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_all()
                    .build()
                    .unwrap();
                let mut had = Vec::new();
                while let Some(held) = store.agent(desk.agent).unwrap().unwrap().hand {
                    let since = held.hand.as_ref().unwrap().since.as_microsecond();
                    let hand = format!("{}-{}-{since}", list.0, held.id.0);
                    had.push(held.id.0);
                    let form = [("hand", hand.as_str()), ("code", "500")];
                    let request = posting(desk, "/desk/code", &form, true);
                    runtime.block_on(answer(router.clone(), request)).is(200);
                }
                had
            })
        });
        threads.map(|thread| thread.join().unwrap()).to_vec()
    });
    let all: Vec<i64> = worked.concat();
    let each: BTreeSet<i64> = all.iter().copied().collect();
    assert_eq!((all.len(), each.len()), (40, 40));
    assert_eq!(centre.store.doctor().unwrap().differences, []);
}

#[test]
fn only_agents_have_a_desk() {
    let centre = Centre::open(1);
    let boss = centre.somebody("boss", Role::Supervisor, "en");
    centre.get(&boss, "/desk").is(403);
    centre.post(&boss, "/desk/ready", &[]).is(403);
    let mut nobody = boss.clone();
    nobody.cookie = String::new();
    assert!(
        centre
            .get(&nobody, "/desk")
            .is(303)
            .location
            .starts_with("/login")
    );
    centre
        .post(&nobody, "/desk/code", &[("code", "500")])
        .is(401);
}

#[test]
fn a_stale_form_changes_nothing_and_keeps_the_note() {
    let centre = Centre::open(2);
    let ada = centre.agent("ada");
    let old = centre.post(&ada, "/desk/ready", &[]).hand();
    let form = [("hand", old.as_str()), ("code", "500")];
    let new = centre.post(&ada, "/desk/code", &form).hand();
    assert_ne!(old, new);
    let late = [
        ("hand", old.as_str()),
        ("code", "700"),
        ("note", "wants a quote"),
    ];
    let answer = centre.post(&ada, "/desk/code", &late);
    answer
        .says("no longer have in hand")
        .says("<q>wants a quote</q>");
    assert_eq!(answer.hand(), new, "the contact in hand stays");
    answer.lacks("value=\"wants a quote\"");
}

#[test]
fn without_scripts_every_form_leads_back_to_the_desk() {
    let centre = Centre::open(2);
    let ada = centre.agent("ada");
    let back = centre.post_plainly(&ada, "/desk/ready", &[]);
    assert_eq!(back.is(303).location, "/desk");
    let page = centre.get(&ada, "/desk");
    page.says("<html").says("formaction=\"/desk/dial\"");
    let hand = page.hand();
    let form = [
        ("hand", hand.as_str()),
        ("code", "300"),
        ("note", "Jan is in at ten"),
    ];
    // What would follow is a page of its own; nothing typed is lost on the way.
    let chosen = centre.post_plainly(&ada, "/desk/choose", &form);
    chosen
        .is(200)
        .says("<html")
        .says("value=\"Jan is in at ten\"");
    let form = [("hand", hand.as_str()), ("code", "500")];
    let back = centre.post_plainly(&ada, "/desk/code", &form);
    assert_eq!(back.is(303).location, "/desk");
    assert_ne!(centre.get(&ada, "/desk").hand(), hand);
}

#[test]
fn a_desk_survives_the_end_of_the_server() {
    let mut centre = Centre::open(2);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    centre.post(&ada, "/desk/dial", &[("hand", hand.as_str())]);
    centre.line(&ada, |attempt| Report::Answered { attempt });
    centre.pass(2);
    let before = centre.get(&ada, "/desk/now");
    centre.restart();
    let after = centre.get(&ada, "/desk/now");
    assert_eq!(after.state(), "talking");
    assert_eq!(after.body, before.body);
}

#[test]
fn a_refused_code_says_why() {
    let centre = Centre::open(1);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let refused = |code: &str| {
        let form = [("hand", hand.as_str()), ("code", code)];
        centre.post(&ada, "/desk/code", &form)
    };
    refused("090").says("is set by the system");
    refused("nothing").says("This list has no code nothing");
    assert!(centre.in_hand(&ada).is_some());
}

#[test]
fn a_desk_nobody_touches_gives_back_what_it_looks_at_and_takes_no_more() {
    let mut centre = Centre::open(2);
    let ada = centre.agent("ada");
    let preview = centre.post(&ada, "/desk/ready", &[]);
    preview.says("data-passive-after=\"300\"");
    let contact = centre.in_hand(&ada).unwrap();
    let passive = centre.post(&ada, "/desk/passive", &[]);
    assert_eq!(passive.state(), "passive");
    passive.says("You have been away for a while");
    assert_eq!(centre.in_hand(&ada), None);
    let there = centre.store.contact(centre.list, contact).unwrap().unwrap();
    assert_eq!(there.state(), "new");
    let back = centre.post(&ada, "/desk/ready", &[]);
    assert_eq!(back.state(), "preview");
    // A call goes on, whoever touches what.
    let hand = back.hand();
    centre.post(&ada, "/desk/dial", &[("hand", hand.as_str())]);
    centre.orders.as_mut().unwrap().take();
    let talking = centre.post(&ada, "/desk/passive", &[]);
    assert_eq!(talking.state(), "dialling");
}
