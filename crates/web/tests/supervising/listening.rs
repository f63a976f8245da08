//! A supervisor at an agent's talk: never in secret, and on the trail.

use crate::house::{Centre, Desk};
use engine::{Listener, Listening, Report, Talk, Wish};
use store::{Author, LineOrder, Role, UserChange};

fn talking() -> (Centre, Desk, Desk, String) {
    let centre = Centre::open(1);
    let ada = centre.agent("ada");
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    centre.post(&ada, "/desk/dial", &[("hand", &hand)]);
    centre.line(&ada, |attempt| Report::Answered { attempt });
    let place = format!("/floor/agents/{}", ada.agent.0);
    (centre, ada, sue, place)
}

fn wishes(centre: &mut Centre) -> Vec<Wish> {
    let orders = centre.orders.as_mut().unwrap();
    std::iter::from_fn(|| orders.take())
        .filter_map(|order| match order {
            LineOrder::During { wish, .. } => Some(wish),
            _ => None,
        })
        .collect()
}

#[test]
fn she_listens_whispers_joins_and_leaves() {
    let (mut centre, ada, sue, place) = talking();
    centre
        .get(&sue, &place)
        .says("data-key=\"1\" aria-pressed=\"false\"");
    let listen = format!("{place}/listen");
    let way = |mode: &str| centre.post_plainly(&sue, &listen, &[("mode", mode)]);
    for (mode, did) in [
        ("listens", "listen"),
        ("whispers", "listen"),
        ("joined", "listen"),
        ("", "heard"),
        ("shouts", "heard"),
    ] {
        let location = way(mode).is(303).location.clone();
        assert!(location.ends_with(did), "{mode}: {location}");
    }
    let user = centre.store.users().unwrap();
    let user = user.iter().find(|user| user.login == "sue").unwrap().id.0;
    let wish = |mode| Wish::Listen { user, mode };
    let expected = [
        wish(Some(Listening::Listens)),
        wish(Some(Listening::Whispers)),
        wish(Some(Listening::Joined)),
        wish(None),
        wish(None),
    ];
    assert_eq!(wishes(&mut centre), expected);
    // The agent sees it for as long as it lasts.
    let talks = centre.orders.as_ref().unwrap().talks().clone();
    for (mode, said) in [
        (Listening::Listens, "sue listens"),
        (Listening::Whispers, "sue listens and speaks to you alone"),
        (Listening::Joined, "sue is in the talk"),
    ] {
        let since = centre.clock.now();
        let talk = Talk {
            listeners: vec![Listener { user, mode, since }],
            ..Talk::default()
        };
        talks.show(ada.agent, Some(talk));
        centre.get(&ada, "/desk").says(said);
        centre.get(&sue, &place).says("aria-pressed=\"true\"");
    }
    talks.show(ada.agent, None);
    centre.get(&ada, "/desk").lacks("sue ");
}

#[test]
fn nobody_else_may_and_without_a_talk_there_is_nothing_to_hear() {
    let (mut centre, ada, sue, place) = talking();
    let listen = format!("{place}/listen");
    let mode = [("mode", "listens")];
    let bea = centre.agent("bea");
    centre.post(&bea, &listen, &mode).is(403);
    centre.post(&sue, "/floor/agents/999/listen", &mode).is(404);
    let idle = format!("/floor/agents/{}/listen", bea.agent.0);
    centre
        .post(&sue, &idle, &mode)
        .is(422)
        .says("Nobody is talked to at this moment.");
    centre.orders.as_ref().unwrap().want_phones();
    centre
        .post(&sue, &listen, &mode)
        .is(422)
        .says("You have no phone to listen with");
    centre.ends(&ada, engine::Outcome::Answered);
    centre.get(&sue, &place).lacks("/listen");
    assert_eq!(wishes(&mut centre), []);
}

#[test]
fn a_talk_on_another_exchange_cannot_be_listened_to() {
    let (mut centre, ada, _, place) = talking();
    let bea = supervisor_with_a_desk(&centre);
    for (agent, phone) in [(ada.agent, "1001"), (bea.agent, "1501")] {
        let phone = Some(phone.parse().unwrap());
        centre.store.set_phone(agent, phone).unwrap().unwrap();
    }
    let orders = centre.orders.as_ref().unwrap();
    orders.want_phones();
    // The phones of one exchange begin alike; as long as nobody said so they are together.
    let listen = format!("{place}/listen");
    let mode = [("mode", "listens")];
    centre.post_plainly(&bea, &listen, &mode).is(303);
    assert_eq!(wishes(&mut centre).len(), 1);
    let orders = centre.orders.as_ref().unwrap();
    orders.tell_apart(Box::new(|one, other| one[..2] != other[..2]));
    centre
        .post(&bea, &listen, &mode)
        .is(422)
        .says("Her phone is at another exchange than yours: there you cannot listen.");
    assert_eq!(wishes(&mut centre), []);
    let moved = Some("1002".parse().unwrap());
    centre.store.set_phone(bea.agent, moved).unwrap().unwrap();
    centre.post_plainly(&bea, &listen, &mode).is(303);
    assert_eq!(wishes(&mut centre).len(), 1);
}

/// Who was an agent and looks after the floor now.
fn supervisor_with_a_desk(centre: &Centre) -> Desk {
    centre.agent("bea");
    let user = centre.store.user_by_login("bea").unwrap().unwrap();
    let change = UserChange {
        name: user.name,
        role: Role::Supervisor,
        language: user.language,
        state: user.state,
    };
    let done = centre.store.set_user(user.id, change, Author::default());
    done.unwrap().unwrap();
    centre.log_in(user.id)
}
