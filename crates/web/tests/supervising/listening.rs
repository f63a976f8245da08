//! A supervisor at an agent's talk: never in secret, on the trail, and told what the exchange says.

use crate::house::{Centre, Desk};
use engine::{Attendance, Attends, Listener, Listening, NotThere, Report, Talk, Wish};
use std::sync::Arc;
use store::{Author, LineOrder, Role, UserChange};
use web::SoftPhones;

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
    for mode in ["listens", "whispers", "joined", "", "shouts"] {
        assert_eq!(way(mode).is(303).location, place, "{mode}");
    }
    let user = user(&centre, "sue");
    let own = None;
    let wish = |mode| Wish::Listen { user, own, mode };
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
        talks.attend(attendance(user, &ada, mode, Attends::There));
        let pressed = format!("value=\"{}\" data-key=", mode.word());
        let pressed = format!("{pressed}\"{}\" aria-pressed=\"true\"", key(mode));
        centre.get(&sue, &place).says(&pressed);
    }
    talks.show(ada.agent, None);
    centre.get(&ada, "/desk").lacks("sue ");
}

fn user(centre: &Centre, login: &str) -> i64 {
    centre.store.user_by_login(login).unwrap().unwrap().id.0
}

fn key(mode: Listening) -> char {
    match mode {
        Listening::Listens => '1',
        Listening::Whispers => '2',
        Listening::Joined => '3',
    }
}

fn attendance(user: i64, whose: &Desk, mode: Listening, stage: Attends) -> Attendance {
    let (own, agent) = (None, whose.agent);
    Attendance {
        user,
        own,
        agent,
        mode,
        stage,
    }
}

#[test]
fn she_is_told_what_the_exchange_says_and_nothing_before() {
    let (centre, ada, sue, place) = talking();
    let listen = format!("{place}/listen");
    let mode = [("mode", "listens")];
    centre.post_plainly(&sue, &listen, &mode).is(303);
    centre
        .get(&sue, &place)
        .lacks("data-attends")
        .lacks("aria-pressed=\"true\"");
    let talks = centre.orders.as_ref().unwrap().talks().clone();
    let user = user(&centre, "sue");
    let now = |stage| {
        talks.attend(attendance(user, &ada, Listening::Listens, stage));
        centre.get(&sue, &place)
    };
    for stage in Attends::ALL {
        let page = now(stage);
        page.says(&format!("data-attends=\"{}\"", stage.word()));
        // What has begun can be called off.
        match stage.is_over() {
            true => page.lacks("data-key=\"0\""),
            false => page.says("data-key=\"0\""),
        };
        let is_there = stage == Attends::There;
        match is_there {
            true => page.says("aria-pressed=\"true\""),
            false => page.lacks("aria-pressed=\"true\""),
        };
    }
    now(Attends::Rings)
        .says("Your phone rings.")
        .lacks("Try again");
    now(Attends::Over(NotThere::NoAnswer))
        .says("nobody picked it up")
        .says("Try again");
    now(Attends::Over(NotThere::Left)).lacks("Try again");
    // On another agent's page it is nobody's business.
    let bea = centre.agent("bea");
    let elsewhere = format!("/floor/agents/{}", bea.agent.0);
    centre.get(&sue, &elsewhere).lacks("data-attends");
    // That the talk is over is said where nobody talks any more; then nothing can be asked for.
    centre.ends(&ada, engine::Outcome::Answered);
    now(Attends::Over(NotThere::TalkOver))
        .says("The talk is over.")
        .lacks("/listen");
}

#[test]
fn her_own_desk_says_where_she_is_and_that_her_call_goes_first() {
    let (centre, ada, ..) = talking();
    let bea = supervisor_with_a_desk(&centre);
    let talks = centre.orders.as_ref().unwrap().talks().clone();
    let user = user(&centre, "bea");
    for (stage, said) in [
        (Attends::There, "You are at ada’s talk."),
        (
            Attends::Over(NotThere::OwnCall),
            "You are not at ada’s talk: your own call goes first.",
        ),
    ] {
        talks.attend(Attendance {
            own: Some(bea.agent),
            ..attendance(user, &ada, Listening::Listens, stage)
        });
        centre.get(&bea, "/desk").says(said);
        centre.get(&ada, "/desk").lacks("ada’s talk");
    }
    talks.attend(Attendance {
        own: Some(bea.agent),
        ..attendance(user, &ada, Listening::Listens, Attends::Rings)
    });
    centre.get(&bea, "/desk").lacks("ada’s talk");
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

#[test]
fn a_phone_in_the_browser_is_on_the_page_of_an_agent() {
    let (mut centre, _, sue, place) = talking();
    let bea = supervisor_with_a_desk(&centre);
    let phone = "data-phone-state";
    let gives = |centre: &Centre, phone: &str| {
        let phone = Some(phone.parse().unwrap());
        centre.store.set_phone(bea.agent, phone).unwrap().unwrap();
    };
    gives(&centre, "2001");
    centre.get(&bea, &place).lacks(phone);
    centre.talk_by_browser(SoftPhones {
        ask: Arc::new(|_| Ok(None)),
    });
    centre.get(&bea, &place).says(phone).says("/phone.js");
    gives(&centre, "+493023125100");
    centre.get(&bea, &place).lacks(phone);
    // Whoever has no desk has no phone.
    centre.get(&sue, &place).lacks(phone);
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
