//! Logging in and out.

use crate::house::{Answer, Browser, House, request};
use axum::body::Body;
use axum::http::{Method, header};
use store::{Author, Role, UserChange, UserState};

const PASSWORD: &str = "een+rustige+dinsdag";

/// A house with one agent who has a password.
fn with_ada(house: &House) -> store::UserId {
    let link = web::first_start(&house.store).unwrap().unwrap();
    let form = format!("name=Ada&login=ada&password={PASSWORD}&again={PASSWORD}");
    house.post(&Browser::default(), &link, &form).goes_to("/");
    house.store.user_by_login("ada").unwrap().unwrap().id
}

fn log_in(house: &House, login: &str, password: &str) -> Answer {
    let form = format!("login={login}&password={password}&next=%2Fpeople");
    house.post(&Browser::default(), "/login", &form)
}

#[test]
fn who_was_on_the_way_somewhere_goes_on_after_logging_in() {
    let house = House::open();
    with_ada(&house);
    let nobody = Browser::default();
    house
        .get(&nobody, "/people?role=agent")
        .goes_to("/login?next=/people%3Frole%3Dagent");
    house
        .get(&nobody, "/login?next=/people%3Frole%3Dagent")
        .is(200)
        .says("name=\"next\" value=\"/people?role=agent\"");
    let answer = log_in(&house, "ADA", PASSWORD);
    answer.goes_to("/people");
    house.get(&answer.browser(), "/people").is(200);
    let elsewhere = format!("login=ada&password={PASSWORD}&next=https://elsewhere.example/");
    house.post(&nobody, "/login", &elsewhere).goes_to("/");
}

#[test]
fn the_cookie_is_not_for_scripts_and_not_for_other_sites() {
    let house = House::open();
    with_ada(&house);
    let cookie = log_in(&house, "ada", PASSWORD)
        .header("set-cookie")
        .to_owned();
    for part in [
        "dispo=",
        "; Path=/",
        "; Max-Age=43200",
        "; HttpOnly",
        "; SameSite=Lax",
    ] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Secure"));
    let house = House::with(true);
    with_ada(&house);
    let cookie = log_in(&house, "ada", PASSWORD)
        .header("set-cookie")
        .to_owned();
    assert!(
        cookie.starts_with("__Host-dispo=") && cookie.ends_with("; Secure"),
        "{cookie}"
    );
}

#[test]
fn a_wrong_login_and_a_wrong_password_look_the_same() {
    let house = House::open();
    with_ada(&house);
    let (one, other) = (
        log_in(&house, "ada", "wrong+wrong+wrong"),
        log_in(&house, "eve", "wrong+wrong+wrong"),
    );
    one.is(422).says("do not belong together");
    assert_eq!(one.body.replace("ada", "eve"), other.body);
    log_in(&house, "", "x").is(422).says("Type your login.");
    log_in(&house, "ada", "")
        .is(422)
        .says("Type your password.");
    assert!(one.header("set-cookie").is_empty());
}

#[test]
fn five_wrong_passwords_lock_out_and_say_until_when() {
    let house = House::open();
    let id = with_ada(&house);
    for _ in 0..4 {
        log_in(&house, "ada", "wrong").is(422);
    }
    log_in(&house, "ada", "wrong")
        .is(429)
        .says("Try again at 10:15");
    log_in(&house, "ada", PASSWORD)
        .is(429)
        .says("Try again at 10:15");
    house.pass(15);
    log_in(&house, "ada", PASSWORD).goes_to("/people");
    assert_eq!(house.store.user(id).unwrap().unwrap().failed, 0);
}

#[test]
fn a_login_that_does_not_exist_is_locked_out_alike() {
    let house = House::open();
    with_ada(&house);
    for _ in 0..6 {
        let (ada, eve) = (
            log_in(&house, "ada", "wrong"),
            log_in(&house, "eve", "wrong"),
        );
        assert_eq!(ada.status, eve.status);
        assert_eq!(ada.body.replace("ada", "eve"), eve.body);
    }
    log_in(&house, "eve", "wrong")
        .is(429)
        .says("Try again at 10:15");
    house.pass(15);
    log_in(&house, "eve", "wrong")
        .is(429)
        .says("Try again at 10:45");
}

#[test]
fn a_locked_user_is_told_so_only_with_the_right_password() {
    let house = House::open();
    let id = with_ada(&house);
    house.add("boss", Role::Administrator);
    let locked = UserChange {
        name: "Ada".to_owned(),
        role: Role::Agent,
        language: None,
        state: UserState::Locked,
    };
    house
        .store
        .set_user(id, locked, Author::default())
        .unwrap()
        .unwrap();
    log_in(&house, "ada", PASSWORD)
        .is(422)
        .says("This login is locked");
    log_in(&house, "ada", "wrong")
        .is(422)
        .says("do not belong together");
}

#[test]
fn logging_out_ends_the_session_everywhere_it_is_used() {
    let house = House::open();
    let (_, ada) = house.somebody("ada", Role::Agent);
    house.get(&ada, "/settings").is(200);
    let answer = house.post(&ada, "/logout", "");
    answer.goes_to("/login");
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    house
        .get(&ada, "/settings")
        .goes_to("/login?next=/settings");
}

#[test]
fn the_page_speaks_the_language_that_was_chosen() {
    let house = House::open();
    let nobody = Browser::default();
    house.get(&nobody, "/login").says("lang=\"en\"");
    let asked =
        request(&nobody, Method::GET, "/login").header(header::ACCEPT_LANGUAGE, "fr, de-CH;q=0.8");
    house
        .send(asked.body(Body::empty()).unwrap())
        .says("Anmeldename");
    let chosen = house.post(&nobody, "/language", "language=hu&next=/login");
    chosen.goes_to("/login");
    let cookie = chosen
        .header("set-cookie")
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    house
        .get(&Browser { cookie }, "/login")
        .says("Felhasználónév");
    house.post(&nobody, "/language", "language=xx").is(400);
}

#[test]
fn a_supervisor_who_is_away_for_two_hours_is_logged_out() {
    let house = House::open();
    let (_, bo) = house.somebody("bo", Role::Supervisor);
    house.pass(119);
    house.get(&bo, "/settings").is(200);
    house.pass(119);
    // What a page fetches by itself is no sign of life.
    let by_itself = request(&bo, Method::GET, "/settings").header("sec-fetch-mode", "cors");
    house.send(by_itself.body(Body::empty()).unwrap()).is(200);
    house.pass(1);
    house.get(&bo, "/settings").goes_to("/login?next=/settings");
}
