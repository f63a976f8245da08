//! One's own settings.

use crate::house::{Browser, House};
use store::{Author, Role};

#[test]
fn language_and_theme_are_kept_with_the_user() {
    let house = House::open();
    let (id, ada) = house.somebody("ada", Role::Agent);
    let answer = house.post(&ada, "/settings", "language=nl&theme=dark");
    answer.goes_to("/settings");
    house
        .get(&ada, "/settings")
        .says("<html lang=\"nl\" data-theme=\"dark\">")
        .says("Instellingen");
    let user = house.store.user(id).unwrap().unwrap();
    assert_eq!(user.theme.as_deref(), Some("dark"));
    house
        .post(&ada, "/settings", "language=nl&theme=pink")
        .is(400);
}

#[test]
fn other_sessions_are_listed_and_ended() {
    let house = House::open();
    let (id, here) = house.somebody("ada", Role::Agent);
    let (there, third) = (house.browser_of(id), house.browser_of(id));
    house.get(&here, "/settings").says("Log out all 2 others");
    let session = house.store.sessions_of(id).unwrap()[1].id;
    let form = format!("session={session}");
    house
        .post(&here, "/settings/sessions", &form)
        .goes_to("/settings");
    house.get(&there, "/settings").is(303);
    house.get(&third, "/settings").is(200);
    house
        .post(&here, "/settings/sessions", "")
        .goes_to("/settings");
    house.get(&third, "/settings").is(303);
    house.get(&here, "/settings").is(200);
}

#[test]
fn nobody_ends_somebody_elses_session() {
    let house = House::open();
    let (id, ada) = house.somebody("ada", Role::Agent);
    let (_, eve) = house.somebody("eve", Role::Agent);
    let session = house.store.sessions_of(id).unwrap()[0].id;
    house.post(&eve, "/settings/sessions", &format!("session={session}"));
    house.get(&ada, "/settings").is(200);
}

#[test]
fn another_password_needs_the_present_one() {
    let house = House::open();
    let link = web::first_start(&house.store).unwrap().unwrap();
    let form = "name=Ada&login=ada&password=een+rustige+dinsdag&again=een+rustige+dinsdag";
    let ada = house.post(&Browser::default(), &link, form).browser();
    let id = house.store.user_by_login("ada").unwrap().unwrap().id;
    let other = house.browser_of(id);
    let change = |form: &str| house.post(&ada, "/settings/password", form);
    change("now=wrong&new=ada&again=adb")
        .is(422)
        .says("This is not your present password.")
        .says("use 12 characters or more")
        .says("The two are not the same");
    change("now=een+rustige+dinsdag&new=een+rustige+dinsdag&again=een+rustige+dinsdag")
        .is(422)
        .says("This is the present one.");
    change("now=een+rustige+dinsdag&new=een+drukke+woensdag&again=een+drukke+woensdag")
        .goes_to("/settings");
    house.get(&ada, "/settings").is(200);
    house.get(&other, "/settings").is(303);
    let login = |password| {
        let form = format!("login=ada&password={password}");
        house.post(&Browser::default(), "/login", &form)
    };
    login("een+rustige+dinsdag").is(422);
    login("een+drukke+woensdag").goes_to("/");
}

#[test]
fn wrong_tries_at_the_present_password_lock_out_too() {
    let house = House::open();
    let (_, ada) = house.somebody("ada", Role::Agent);
    let form = "now=wrong&new=een+drukke+woensdag&again=een+drukke+woensdag";
    for _ in 0..4 {
        house
            .post(&ada, "/settings/password", form)
            .is(422)
            .says("not your present");
    }
    house
        .post(&ada, "/settings/password", form)
        .is(422)
        .says("Try again at 10:15");
}

#[test]
fn who_must_change_the_password_gets_nowhere_else() {
    let house = House::open();
    let (id, ada) = house.somebody("ada", Role::Administrator);
    let session = house.store.sessions_of(id).unwrap()[0].id;
    house
        .store
        .set_password(
            id,
            "rubbish".to_owned(),
            true,
            Some(session),
            Author::default(),
        )
        .unwrap();
    for path in ["/", "/people", "/settings"] {
        house.get(&ada, path).goes_to("/settings/password");
    }
    house
        .post(
            &ada,
            "/people/new",
            "name=Eve&login=eve&role=agent&language=en",
        )
        .is(403);
    house
        .get(&ada, "/settings/password")
        .is(200)
        .says("Choose a password of your own");
    house.post(&ada, "/logout", "").goes_to("/login");
}
