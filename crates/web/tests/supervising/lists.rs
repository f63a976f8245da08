//! All lists, a new one, one of them, and its contacts as a file.

use crate::handing_in::empty;
use crate::house::Centre;
use crate::worked;
use store::Role;

#[test]
fn a_list_is_made_with_a_campaign_of_its_own() {
    let (centre, sue) = empty();
    centre
        .get(&sue, "/lists")
        .is(200)
        .says("Hotleads")
        .says("CallPro");
    for (name, error) in [
        ("  ", "Type a name."),
        ("Hotleads", "There is a list of that name."),
        (&"x".repeat(81), "Too long"),
        ("a\nb", "one line of text"),
    ] {
        let form = [
            ("name", name),
            ("country", "DE"),
            ("catalogue", "stucc"),
            ("purpose", "sales"),
        ];
        let page = centre.post_plainly(&sue, "/lists/new", &form);
        page.is(422).says(error).says("value=\"DE\" selected");
    }
    for nonsense in [("country", "XX"), ("catalogue", "mine")] {
        let mut form = vec![
            ("name", "Spring"),
            ("country", "DE"),
            ("catalogue", "stucc"),
            ("purpose", "sales"),
        ];
        form.retain(|(name, _)| *name != nonsense.0);
        form.push(nonsense);
        centre.post_plainly(&sue, "/lists/new", &form).is(400);
    }
    let form = [
        ("name", "Spring"),
        ("country", "DE"),
        ("catalogue", "stucc"),
        ("purpose", "sales"),
        ("campaign", "on"),
    ];
    let made = centre.post_plainly(&sue, "/lists/new", &form);
    let list = centre.store.list_by_name("Spring").unwrap().unwrap();
    assert_eq!(made.is(303).location, format!("/lists/{}", list.id.0));
    assert_eq!(list.country, "DE");
    assert_eq!(centre.store.links(list.id).unwrap().len(), 1);
    centre
        .get(&sue, &made.location)
        .is(200)
        .says("STUCC")
        .says("Germany")
        .says("Nothing has been imported yet");
}

#[test]
fn a_list_is_made_for_a_purpose_and_all_that_is_wrong_is_told() {
    let (centre, sue) = empty();
    let named = [
        ("name", "Spring"),
        ("country", "NL"),
        ("catalogue", "callpro"),
    ];
    centre
        .post_plainly(&sue, "/lists/new", &named)
        .is(422)
        .says("Say what the list is called for.");
    let wrong = [
        ("name", " "),
        ("country", "NL"),
        ("catalogue", "callpro"),
        ("purpose", "sales"),
        ("basis", "customer"),
        ("given_on", "soon"),
    ];
    centre
        .post_plainly(&sue, "/lists/new", &wrong)
        .is(422)
        .says("Type a name.")
        .says("Write the day as year, month, day.")
        .says("Say how and where it was given")
        .says("value=\"customer\" selected");
    assert!(centre.store.list_by_name("Spring").unwrap().is_none());
}

#[test]
fn the_purpose_of_a_list_is_changed_on_its_page_and_who_has_no_ground_is_told() {
    let (centre, sue) = worked();
    let place = format!("/lists/{}", centre.list.0);
    centre.get(&sue, &place).says("Nobody has said what");
    let change = |form: &[(&str, &str)]| {
        centre
            .post_plainly(&sue, &format!("{place}/purpose"), form)
            .is(303);
    };
    change(&[("purpose", "sales")]);
    // It is done while nobody waits for it; once more does no harm.
    centre
        .store
        .settle_grounds(centre.list, engine::Actor::System)
        .unwrap();
    centre
        .get(&sue, &place)
        .says("sales")
        .says("called: the law asks for a ground")
        .says("why=no_ground");
    let behind = format!("/floor/held?list={}&why=no_ground", centre.list.0);
    centre
        .get(&sue, &behind)
        .is(200)
        .says("without a ground to call them")
        .says("Person");
    change(&[
        ("purpose", "sales"),
        ("basis", "consent"),
        ("given_on", "2999-01-01"),
        ("until", ""),
        ("source", "the form of the fair"),
    ]);
    centre
        .get(&sue, &place)
        .says("For all: consent, 01/01/2999: the form of the fair")
        .says("a day that is yet to come");
    let page = centre.get(&sue, &format!("{place}/purpose"));
    page.is(200).says("value=\"the form of the fair\"");
}

#[test]
fn lists_are_found_and_sorted_by_the_address() {
    let (centre, sue) = empty();
    for name in ["Autumn", "Zomer"] {
        let form = [
            ("name", name),
            ("country", "NL"),
            ("catalogue", "callpro"),
            ("purpose", "research"),
        ];
        centre.post_plainly(&sue, "/lists/new", &form).is(303);
    }
    let names = |path: &str| {
        let page = centre.get(&sue, path);
        page.is(200);
        let mut places: Vec<(usize, &str)> = ["Autumn", "Hotleads", "Zomer"]
            .into_iter()
            .filter_map(|name| Some((page.body.find(&format!(">{name}</a>"))?, name)))
            .collect();
        places.sort_unstable();
        places.into_iter().map(|(_, name)| name).collect::<Vec<_>>()
    };
    assert_eq!(names("/lists"), ["Autumn", "Hotleads", "Zomer"]);
    assert_eq!(names("/lists?down=true"), ["Zomer", "Hotleads", "Autumn"]);
    assert_eq!(names("/lists?q=ZOM"), ["Zomer"]);
    assert_eq!(names("/lists?sort=campaigns&down=true")[0], "Hotleads");
    assert_eq!(names("/lists?sort=nonsense&down=maybe").len(), 3);
    centre
        .get(&sue, "/lists?q=nobody")
        .is(200)
        .says("No list fits");
}

#[test]
fn the_figures_of_a_list_are_those_of_its_report() {
    let (centre, sue) = worked();
    let overview = centre.store.lists_overview().unwrap();
    let one = overview
        .iter()
        .find(|one| one.list.id == centre.list)
        .unwrap();
    assert_eq!(one.stock, centre.store.stock(centre.list).unwrap());
    assert_eq!(one.campaigns.len(), 1);
    let path = format!("/lists/{}", centre.list.0);
    centre
        .get(&sue, &path)
        .is(200)
        .says("Naam")
        .says("file of 5");
    centre.get(&sue, "/lists/999").is(404);
    centre.get(&sue, "/lists/999/imports").is(404);
    centre.get(&sue, &format!("{path}/imports/999")).is(404);
    centre.get(&sue, "/lists/none").is(400);
}

#[test]
fn the_contacts_of_a_list_are_a_file() {
    let (centre, sue) = worked();
    let path = format!("/lists/{}/export", centre.list.0);
    let csv = centre.get(&sue, &format!("{path}/csv"));
    csv.is(200).says("Person 3").says("id;key;state;code");
    assert_eq!(csv.body.lines().count(), 6);
    let lines = centre.get(&sue, &format!("{path}/jsonl"));
    assert_eq!(lines.is(200).body.lines().count(), 5);
    centre.get(&sue, &format!("{path}/xlsx")).is(200).says("PK");
    centre.get(&sue, &format!("{path}/pdf")).is(404);
    centre.get(&sue, "/lists/999/export/csv").is(404);
}

#[test]
fn an_agent_has_no_way_to_lists() {
    let centre = Centre::open(1);
    let ada = centre.agent("ada");
    for path in [
        "/lists",
        "/lists/new",
        "/lists/1",
        "/lists/import",
        "/lists/1/export/csv",
    ] {
        centre.get(&ada, path).is(403);
    }
    centre.hand_in(&ada, "a.csv", b"a;b\n1;2\n", &[]).is(403);
    assert!(centre.store.uploads().unwrap().is_empty());
    let hungarian = centre.somebody("root", Role::Administrator, "hu");
    centre.get(&hungarian, "/lists").is(200).says("Listák");
}

#[test]
fn a_list_gets_a_last_day_and_a_day_of_erasing() {
    let (centre, sue) = crate::worked();
    let days = |expires, erase| [("expires", expires), ("erase", erase)];
    let path = "/lists/1/retention";
    centre
        .post_plainly(&sue, path, &days("2100-03-31", "2100-04-30"))
        .is(303);
    centre
        .get(&sue, "/lists/1")
        .is(200)
        .says("2100-03-31")
        .says("2100-04-30");
    centre
        .post_plainly(&sue, path, &days("2100-03-31", "2100-03-31"))
        .is(400)
        .says("choose a later day");
    centre.post_plainly(&sue, path, &days("soon", "")).is(400);
    centre.post_plainly(&sue, path, &days("", "")).is(303);
    let none = centre.store.retention(centre.list).unwrap();
    assert_eq!(none, store::Retention::default());
}
