//! The first start, and links that set a password.

use crate::house::{Browser, House};
use store::{PeopleEvent, Role};

#[test]
fn the_first_start_makes_an_administrator_once() {
    let house = House::open();
    let link = web::first_start(&house.store).unwrap().unwrap();
    let nobody = Browser::default();
    house
        .get(&nobody, &link)
        .is(200)
        .says("The first administrator")
        .says("At least 12 characters");
    let form = "name=Ada&login=Ada.L&password=een+rustige+dinsdag&again=een+rustige+dinsdag";
    let answer = house.post(&nobody, &link, form);
    answer.goes_to("/");
    let ada = answer.browser();
    house.get(&ada, "/").goes_to("/results");
    house.get(&ada, "/people").is(200).says("ada.l");
    // The link is spent, and no start makes another.
    house.get(&nobody, &link).is(410).says("used already");
    house.post(&nobody, &link, form).is(410);
    assert_eq!(web::first_start(&house.store).unwrap(), None);
    let login = house.post(
        &nobody,
        "/login",
        "login=ada.l&password=een+rustige+dinsdag",
    );
    login.goes_to("/");
}

#[test]
fn what_is_wrong_stands_beside_its_field_and_the_link_stays() {
    let house = House::open();
    let link = web::first_start(&house.store).unwrap().unwrap();
    let nobody = Browser::default();
    house
        .post(&nobody, &link, "name=&login=a+b&password=short&again=other")
        .is(422)
        .says("Type the name.")
        .says("Use letters a to z")
        .says("use 12 characters or more")
        .says("The two are not the same");
    house
        .post(
            &nobody,
            &link,
            "name=Ada&login=ada&password=passwordpassword&again=passwordpassword",
        )
        .is(422)
        .says("Too easy to guess");
    assert!(house.store.has_no_users().unwrap());
    house.get(&nobody, &link).is(200);
}

#[test]
fn a_link_of_the_first_start_ends_when_there_is_a_user_or_after_a_day() {
    let house = House::open();
    let old = web::first_start(&house.store).unwrap().unwrap();
    house.pass(24 * 60);
    house
        .get(&Browser::default(), &old)
        .is(410)
        .says("24 hours");
    let new = web::first_start(&house.store).unwrap().unwrap();
    house.add("boss", Role::Administrator);
    house
        .get(&Browser::default(), &new)
        .is(410)
        .says("an administrator already");
    house.get(&Browser::default(), "/start/guessed").is(404);
}

#[test]
fn an_invitation_is_shown_once_and_lets_its_user_in() {
    let house = House::open();
    let (_, boss) = house.somebody("boss", Role::Administrator);
    let form = "name=Bea&login=Bea&role=agent&language=de";
    let made = house.post(&boss, "/people/new", form);
    made.is(200).says("Shown only now");
    let link = made.between("http://centre.example", "\"");
    let nobody = Browser::default();
    house.get(&nobody, &link).is(200).says("value=\"bea\"");
    let answer = house.post(
        &nobody,
        &link,
        "password=een+rustige+dinsdag&again=een+rustige+dinsdag",
    );
    answer.goes_to("/");
    house.get(&answer.browser(), "/").goes_to("/desk");
    house
        .get(&answer.browser(), "/settings")
        .is(200)
        .says("lang=\"de\"");
    let log = house.store.people_log(None, None, 50).unwrap();
    let words: Vec<&str> = log.iter().map(|line| line.word.as_str()).collect();
    assert!(words.contains(&PeopleEvent::LinkUsed.word()), "{words:?}");
    assert!(log.iter().all(|line| !line.detail.contains("dinsdag")));
}
