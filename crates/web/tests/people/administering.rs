//! What administrators do with users.

use crate::house::{Browser, House};
use store::{Author, Role, UserState};

fn house() -> (House, Browser) {
    let house = House::open();
    let (_, boss) = house.somebody("boss", Role::Administrator);
    (house, boss)
}

/// Logins in the order in which the table shows them.
fn logins(page: &str) -> Vec<&str> {
    let known = ["ada", "bo", "boss", "cem"];
    let cells = page.split("<td>").skip(1);
    let texts = cells.filter_map(|cell| cell.split("</td>").next());
    texts.filter(|text| known.contains(text)).collect()
}

#[test]
fn users_are_sorted_and_filtered_by_the_address() {
    let (house, boss) = house();
    house.add("ada", Role::Agent);
    house.add("cem", Role::Agent);
    house.add("bo", Role::Supervisor);
    let shown = |query: &str| {
        let page = house.get(&boss, &format!("/people{query}"));
        logins(&page.is(200).body).join(" ")
    };
    assert_eq!(shown(""), "ada bo boss cem");
    assert_eq!(shown("?sort=login&down=true"), "cem boss bo ada");
    assert_eq!(shown("?sort=role"), "boss bo ada cem");
    assert_eq!(shown("?role=agent"), "ada cem");
    assert_eq!(shown("?q=BO"), "bo boss");
    house.get(&boss, "/people").says("aria-sort=\"ascending\"");
    house
        .get(&boss, "/people?q=nobody")
        .says("Nobody fits")
        .says("There are 4 users without this filter.");
}

#[test]
fn a_user_with_faults_is_not_added_and_all_faults_are_told() {
    let (house, boss) = house();
    let add = |form: &str| house.post(&boss, "/people/new", form);
    add("name=&login=a/b&role=agent&language=en")
        .is(422)
        .says("Type the name.")
        .says("Use letters a to z");
    add("name=Eve&login=BOSS&role=agent&language=en")
        .is(422)
        .says("This login is taken.")
        .says("value=\"Eve\"");
    add("name=Eve&login=eve&role=king&language=en").is(400);
    assert_eq!(house.store.users().unwrap().len(), 1);
}

#[test]
fn names_are_shown_as_text() {
    let (house, boss) = house();
    let form = "name=%3Cb%3EEve%3C%2Fb%3E&login=eve&role=agent&language=en";
    house.post(&boss, "/people/new", form).is(200);
    let page = house.get(&boss, "/people");
    assert!(!page.body.contains("<b>Eve"));
}

#[test]
fn role_and_state_are_changed_and_sessions_end() {
    let (house, boss) = house();
    let (id, ada) = house.somebody("ada", Role::Agent);
    let path = format!("/people/{}", id.0);
    house
        .get(&boss, &path)
        .is(200)
        .says("logs the user out: 1 session");
    let form = "name=Ada&role=supervisor&state=active&language=nl";
    house.post(&boss, &path, form).goes_to(&path);
    house.get(&ada, "/settings").is(303);
    house
        .get(&boss, &path)
        .says("Role Agent → Supervisor, Name")
        .says("boss of the house");
    house
        .post(&boss, &path, "name=Ada&role=supervisor&state=off")
        .goes_to(&path);
    assert_eq!(house.store.user(id).unwrap().unwrap().state, UserState::Off);
    house
        .post(&boss, &path, "name=&role=agent&state=active")
        .is(422)
        .says("Type the name.");
    house.post(&boss, "/people/99", form).is(404);
    house.get(&boss, "/people/99").is(404);
    house.get(&boss, "/people/x").is(400);
}

#[test]
fn the_last_administrator_stays_one() {
    let (house, boss) = house();
    let id = house.store.user_by_login("boss").unwrap().unwrap().id.0;
    house
        .post(
            &boss,
            &format!("/people/{id}"),
            "name=Boss&role=agent&state=active",
        )
        .is(422)
        .says("Make another administrator first.");
    house.get(&boss, "/people").is(200);
}

#[test]
fn who_is_locked_out_is_unlocked() {
    let (house, boss) = house();
    let id = house.add("ada", Role::Agent);
    for _ in 0..5 {
        house
            .store
            .note_failed_login(Some(id), Author::default())
            .unwrap();
    }
    let path = format!("/people/{}", id.0);
    house.get(&boss, "/people").says("locked out");
    house.get(&boss, &path).says("until 10:15");
    house
        .post(&boss, &format!("{path}/unlock"), "")
        .goes_to(&path);
    assert_eq!(house.store.user(id).unwrap().unwrap().locked_until, None);
}

#[test]
fn a_reset_link_replaces_the_one_before() {
    let (house, boss) = house();
    let id = house.add("ada", Role::Agent);
    let link = || {
        let page = house.post(&boss, &format!("/people/{}/link", id.0), "");
        page.is(200).between("http://centre.example", "\"")
    };
    let (old, new) = (link(), link());
    house.get(&Browser::default(), &old).is(404);
    house.get(&Browser::default(), &new).is(200);
    house.post(&boss, "/people/99/link", "").is(404);
}

#[test]
fn sessions_of_a_user_are_ended_from_here() {
    let (house, boss) = house();
    let (id, ada) = house.somebody("ada", Role::Agent);
    let path = format!("/people/{}", id.0);
    house.get(&boss, &path).says("End 1 session");
    house
        .post(&boss, &format!("{path}/end-sessions"), "")
        .goes_to(&path);
    house.get(&ada, "/settings").is(303);
}

#[test]
fn the_log_is_read_page_by_page_and_by_user() {
    let (house, boss) = house();
    let id = house.add("ada", Role::Agent);
    for _ in 0..120 {
        house
            .store
            .note_failed_login(None, Author::nobody("192.0.2.9"))
            .unwrap();
    }
    let first = house.get(&boss, "/people/log");
    first.is(200).says("wrong password").says("192.0.2.9");
    let older = first.between("/people/log?user=&#38;before=", "\"");
    house
        .get(&boss, &format!("/people/log?before={older}"))
        .says("added");
    let of_ada = house.get(&boss, &format!("/people/log?user={}", id.0));
    of_ada.says("added");
    assert!(!of_ada.body.contains("wrong password"));
}

#[test]
fn the_house_has_a_name_for_its_letters() {
    let (house, boss) = house();
    house
        .get(&boss, "/people/house")
        .is(200)
        .says("Name and address");
    let form = "name=++Voorbeeld+BV%2C+Postbus+1%2C+Utrecht+";
    house.post(&boss, "/people/house", form).is(303);
    house
        .get(&boss, "/people/house")
        .says("value=\"Voorbeeld BV, Postbus 1, Utrecht\"");
    let long = "x".repeat(201);
    house
        .post(&boss, "/people/house", &format!("name={long}"))
        .is(200)
        .says("At most 200 letters");
    assert_eq!(
        house.store.house_name().unwrap(),
        "Voorbeeld BV, Postbus 1, Utrecht"
    );
    let number = engine::Number::new(493_023_125_001).unwrap();
    let language = web::language_of(number);
    let report = web::consent_report(&house.store, number, String::new(), language);
    assert_eq!(report.unwrap().from, "Voorbeeld BV, Postbus 1, Utrecht");
}

#[test]
fn an_agent_gets_a_phone_of_her_own() {
    let (house, browser) = house();
    let page = |name: &str| {
        let user = house.add(name, Role::Agent);
        format!("/people/{}", user.0)
    };
    let (ada, ben) = (page("ada"), page("ben"));
    let save = |path: &str, phone: &str| {
        let form = format!("name=Ada&role=agent&state=active&language=&phone={phone}");
        house.post(&browser, path, &form)
    };
    save(&ada, "+100%201").is(303);
    house.get(&browser, &ada).is(200).says("value=\"1001\"");
    save(&ben, "1001")
        .is(422)
        .says("another agent")
        .says("value=\"1001\"");
    save(&ben, "a%40b").is(422).says("account on the exchange");
    save(&ben, "%2B31201234567").is(303);
    save(&ada, "").is(303);
    let page = house.get(&browser, &ada);
    page.is(200).says("name=\"phone\" value=\"\"");
    let admin = house.add("cleo", Role::Administrator);
    let page = house.get(&browser, &format!("/people/{}", admin.0));
    assert!(!page.body.contains("name=\"phone\""));
}
