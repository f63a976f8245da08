//! What an agent does during a talk, as the page offers and shows it.

use crate::house::{Centre, Desk};
use engine::{Report, Talk, Wish};
use jiff::SignedDuration;
use store::{LineOrder, Role};

/// Somebody is talked to.
fn talking(centre: &Centre) -> (Desk, String) {
    talking_in(centre, "en")
}

fn talking_in(centre: &Centre, language: &str) -> (Desk, String) {
    let ada = centre.somebody("ada", Role::Agent, language);
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    centre.post(&ada, "/desk/dial", &[("hand", &hand)]);
    centre.line(&ada, |attempt| Report::Answered { attempt });
    (ada, hand)
}

/// What was asked of the talk since the last look.
fn wishes(centre: &mut Centre) -> Vec<Wish> {
    let orders = centre.orders.as_mut().unwrap();
    std::iter::from_fn(|| orders.take())
        .filter_map(|order| match order {
            LineOrder::During { wish, .. } => Some(wish),
            _ => None,
        })
        .collect()
}

fn show(centre: &Centre, desk: &Desk, talk: Talk) {
    let talks = centre.orders.as_ref().unwrap().talks();
    talks.show(desk.agent, Some(talk));
}

#[test]
fn hold_mute_and_keys_go_to_the_lines() {
    let mut centre = Centre::open(1);
    let (ada, hand) = talking(&centre);
    for (path, name, value) in [
        ("/desk/hold", "on", "yes"),
        ("/desk/hold", "on", "no"),
        ("/desk/mute", "on", "yes"),
        ("/desk/mute", "on", "no"),
        ("/desk/press", "keys", "*"),
    ] {
        centre
            .post(&ada, path, &[("hand", &hand), (name, value)])
            .is(200)
            .lacks("role=\"alert\"");
    }
    let expected = [
        Wish::Hold,
        Wish::Resume,
        Wish::Mute,
        Wish::Unmute,
        Wish::Press("*".parse().unwrap()),
    ];
    assert_eq!(wishes(&mut centre), expected);
}

#[test]
fn the_desk_shows_how_the_talk_stands() {
    let centre = Centre::open(1);
    let (ada, _) = talking(&centre);
    centre
        .get(&ada, "/desk")
        .says("Talking")
        .says("data-key=\"k\" aria-pressed=\"false\"");
    let held = Talk {
        held_since: Some(centre.clock.now()),
        pressed: "12#".to_owned(),
        ..Talk::default()
    };
    centre
        .clock
        .advance_to(centre.clock.now() + SignedDuration::from_secs(42));
    show(&centre, &ada, held.clone());
    centre
        .get(&ada, "/desk")
        .says("<span class=\"phase\">On hold</span>")
        .says(">00:42</time>")
        .says("12#")
        .says("Resume")
        .lacks("held long")
        .lacks("data-menu-key=\"*\"");
    centre.pass(1);
    centre.get(&ada, "/desk").says("held long");
    let muted = Talk {
        is_muted: true,
        ..Talk::default()
    };
    show(&centre, &ada, muted);
    centre
        .get(&ada, "/desk")
        .says("<span class=\"phase\">Muted</span>")
        .says("Unmute");
}

#[test]
fn what_is_no_key_and_where_no_talk_is_nothing_is_asked() {
    let mut centre = Centre::open(1);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let hold = [("hand", hand.as_str()), ("on", "yes")];
    centre
        .post(&ada, "/desk/hold", &hold)
        .says("Nobody is on the line now.")
        .lacks("data-key=\"k\"");
    centre.post(&ada, "/desk/dial", &[("hand", &hand)]);
    centre.line(&ada, |attempt| Report::Answered { attempt });
    for keys in ["", "A", "+49", "1;2"] {
        centre
            .post(&ada, "/desk/press", &[("hand", &hand), ("keys", keys)])
            .says("Those are no keys of a telephone");
    }
    centre
        .post(&ada, "/desk/hold", &[("hand", "1-1-1"), ("on", "yes")])
        .says("no longer have in hand");
    assert_eq!(wishes(&mut centre), []);
}

#[test]
fn it_works_without_a_script() {
    let mut centre = Centre::open(1);
    let (ada, hand) = talking_in(&centre, "de");
    let form = [("hand", hand.as_str()), ("on", "yes")];
    centre.post_plainly(&ada, "/desk/hold", &form).is(200);
    assert_eq!(wishes(&mut centre), [Wish::Hold]);
}

#[test]
fn a_colleague_or_a_number_is_asked_or_put_through_to() {
    let mut centre = Centre::open(1);
    let (ada, hand) = talking(&centre);
    centre
        .get(&ada, "/desk")
        .says("No colleague is free")
        .lacks("/desk/together");
    let bea = centre.agent("bea");
    let campaign = centre.store.campaigns().unwrap()[0].id;
    let number = engine::Number::new(493_023_125_116).unwrap();
    let added = centre.store.add_destination(campaign, "Repairs", number);
    let there = added.unwrap().unwrap();
    // She waits for a contact of which there is none: she is free.
    centre.post(&bea, "/desk/ready", &[]);
    let (colleague, outside) = (format!("a{}", bea.agent.0), format!("d{there}"));
    centre
        .get(&ada, "/desk")
        .says("bea <span class=\"quiet small\">colleague")
        .says("Repairs +493023125116")
        .says(&format!("value=\"{colleague}\" data-menu-key=\"1\""));
    for (path, to) in [("/desk/ask", &colleague), ("/desk/pass", &outside)] {
        centre
            .post(&ada, path, &[("hand", &hand), ("to", to)])
            .lacks("role=\"alert\"");
    }
    for path in ["/desk/together", "/desk/take-back", "/desk/put-through"] {
        centre.post(&ada, path, &[("hand", &hand)]);
    }
    let call = |whom, blind| Wish::Call { whom, blind };
    let expected = [
        call(engine::Whom::Colleague(bea.agent), false),
        call(engine::Whom::Outside(number), true),
        Wish::Together,
        Wish::TakeBack(None),
        Wish::PutThrough,
    ];
    assert_eq!(wishes(&mut centre), expected);
    for to in [
        "",
        "a0",
        "a999",
        "d999",
        "+493023125116",
        &format!("a{}", ada.agent.0),
    ] {
        centre
            .post(&ada, "/desk/ask", &[("hand", &hand), ("to", to)])
            .says("Nobody of that name is free any more");
    }
    assert_eq!(wishes(&mut centre), []);
}

#[test]
fn the_desk_says_who_is_where() {
    let centre = Centre::open(2);
    let (ada, _) = talking(&centre);
    let bea = centre.agent("bea");
    let whom = engine::Whom::Colleague(bea.agent);
    let other = |stage| engine::Other {
        whom,
        stage,
        blind: false,
    };
    for (stage, said) in [
        (
            engine::OtherStage::Rings,
            "Calling bea; the customer hears music",
        ),
        (engine::OtherStage::Asked, "bea is on the line"),
        (
            engine::OtherStage::Together,
            "bea is with you and the customer",
        ),
    ] {
        let talk = Talk {
            other: Some(other(stage)),
            ..Talk::default()
        };
        show(&centre, &ada, talk);
        centre.get(&ada, "/desk").says(said).says("/desk/take-back");
    }
    for why in engine::Gone::ALL {
        let talk = Talk {
            news: Some((whom, why)),
            ..Talk::default()
        };
        show(&centre, &ada, talk);
        centre.get(&ada, "/desk").says("You are with the customer.");
    }
    // Whoever is asked gets no contact meanwhile, and sees by whom.
    let asked = Talk {
        asked_by: Some(ada.agent),
        ..Talk::default()
    };
    show(&centre, &bea, asked);
    centre
        .post(&bea, "/desk/ready", &[])
        .says("ada asks you, on the phone");
    assert_eq!(centre.in_hand(&bea), None);
}

#[test]
fn who_gets_a_talk_sees_who_passed_it_on_and_codes_it() {
    let centre = Centre::open(1);
    let (ada, hand) = talking(&centre);
    let bea = centre.agent("bea");
    centre.post(&bea, "/desk/ready", &[]);
    let contact = centre.in_hand(&ada).unwrap();
    let pass = engine::Command::Pass { to: bea.agent };
    let entry = store::Entry::command(centre.list, contact, engine::Actor::Agent(ada.agent), pass);
    centre.store.record(entry).unwrap();
    // She who passed it on has it no more, whatever her page still shows.
    let late = [("hand", hand.as_str()), ("code", "501")];
    centre
        .post(&ada, "/desk/code", &late)
        .says("no longer have in hand");
    let desk = centre.post(&bea, "/desk/offer", &[]);
    assert_eq!(desk.says("passed on by ada").state(), "talking");
    centre.ends(&bea, engine::Outcome::Answered);
    let hand = centre.get(&bea, "/desk").hand();
    centre.post(&bea, "/desk/code", &[("hand", &hand), ("code", "501")]);
    let attempts = centre.store.attempts_of(centre.list, contact).unwrap();
    assert_eq!(attempts.len(), 1);
    assert_eq!(attempts[0].agent, bea.agent);
    assert_eq!(centre.store.doctor().unwrap().differences, []);
}
