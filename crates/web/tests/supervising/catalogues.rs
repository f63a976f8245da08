//! A catalogue in the browser: changed, looked at, published, and seen to act.

use crate::house::{Answer, Centre, Desk};
use engine::{ContactId, ListId, Outcome};
use store::Role;

const DRAFT: &str = "/catalogues/callpro/draft";

/// The form of a page as a browser would send it, with some fields otherwise.
fn form(page: &Answer, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let between = |text: &str, before: &str| {
        let rest = text.split(before).nth(1)?;
        Some(rest.split('"').next().unwrap_or_default().to_owned())
    };
    let mut pairs = Vec::new();
    let body = page.body.replace("&#38;", "&").replace("&#39;", "'");
    for part in body.split("<input").skip(1) {
        let part = part.split('>').next().unwrap();
        let is_tick = part.contains("type=\"checkbox\"");
        if let (Some(name), Some(value)) = (between(part, "name=\""), between(part, "value=\""))
            && (!is_tick || part.contains(" checked"))
        {
            pairs.push((name, value));
        }
    }
    for part in body.split("<select").skip(1) {
        let part = part.split("</select>").next().unwrap();
        let chosen = part
            .split("<option")
            .find(|option| option.contains(" selected"));
        if let (Some(name), Some(chosen)) = (between(part, "name=\""), chosen) {
            pairs.push((name, between(chosen, "value=\"").unwrap()));
        }
    }
    for (name, value) in changes {
        pairs.retain(|(known, _)| known != name);
        pairs.push(((*name).to_owned(), (*value).to_owned()));
    }
    pairs
}

fn post(centre: &Centre, desk: &Desk, path: &str, pairs: &[(String, String)]) -> Answer {
    let pairs: Vec<(&str, &str)> = pairs
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    centre.post(desk, path, &pairs)
}

/// The next contact rings and nobody answers; the minutes until it is due again.
fn rings(centre: &Centre, ada: &Desk, contact: i64) -> i64 {
    let hand = centre.post(ada, "/desk/offer", &[]).hand();
    centre.post(ada, "/desk/dial", &[("hand", &hand)]);
    centre.ends(ada, Outcome::NoAnswer);
    let card = centre
        .store
        .card(ListId(1), ContactId(contact))
        .unwrap()
        .unwrap();
    card.due_at
        .unwrap()
        .duration_since(card.last_attempt_at.unwrap())
        .as_mins()
}

#[test]
fn a_retry_is_changed_looked_at_published_and_acts() {
    let centre = Centre::open(3);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    let ada = centre.agent("ada");
    centre.post(&ada, "/desk/ready", &[]);
    assert_eq!(rings(&centre, &ada, 1), 180);
    centre
        .get(&sue, "/catalogues")
        .is(200)
        .says("/catalogues/callpro/draft");
    centre.post(&sue, DRAFT, &[]).is(303);
    centre
        .get(&sue, DRAFT)
        .is(200)
        .says("Nothing is wrong.")
        .says("TimeAdd=3h");
    let path = format!("{DRAFT}/code?code=120");
    let page = centre.get(&sue, &path);
    // Sent back as it is, it changes nothing.
    post(&centre, &sue, &path, &form(page.is(200), &[])).is(303);
    centre
        .get(&sue, &format!("{DRAFT}/publish"))
        .is(200)
        .says("Nothing: all of it holds already.");
    // What cannot be read is told beside its field.
    let soon = form(&page, &[("follow_up.expression", "soon")]);
    post(&centre, &sue, &path, &soon)
        .is(422)
        .says("id=\"follow_up-expression-error\"");
    let sooner = form(
        &page,
        &[("follow_up.expression", "TimeAdd=30m"), ("hotkey", "y")],
    );
    let preview = format!("{DRAFT}/buttons?code=120");
    post(&centre, &sue, &preview, &sooner)
        .is(200)
        .says("<kbd>y</kbd> <span class=\"figures\">120</span>");
    post(&centre, &sue, &path, &sooner).is(303);
    let look = centre.get(&sue, &format!("{DRAFT}/publish"));
    look.is(200)
        .says("disposition 120")
        .says("TimeAdd=30m")
        .says("1 decisions about 1 contacts: 1 would have come to something else.")
        .says("due earlier");
    let note = [("note", "no answer: after half an hour")];
    centre
        .post(&sue, &format!("{DRAFT}/publish"), &note)
        .is(303);
    // The list works on as it did until somebody moves it.
    assert_eq!(rings(&centre, &ada, 2), 180);
    centre
        .get(&sue, "/catalogues/callpro")
        .is(200)
        .says("no answer: after half an hour")
        .says("1000");
    let version = [("version", "1000")];
    centre
        .post(&sue, "/catalogues/callpro/lists/1", &version)
        .is(303);
    centre
        .get(&sue, "/campaigns/1")
        .is(200)
        .says("CallPro, version 1,000");
    assert_eq!(rings(&centre, &ada, 3), 30);
    assert!(centre.store.doctor().unwrap().differences.is_empty());
}

#[test]
fn codes_change_places_and_the_buttons_follow() {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    centre.post(&sue, DRAFT, &[]).is(303);
    let places = || {
        let page = centre.get(&sue, DRAFT);
        let buttons = page.is(200).body.split("id=\"buttons\"").nth(1).unwrap();
        (
            buttons.find(">500<").unwrap(),
            buttons.find(">501<").unwrap(),
        )
    };
    let (first, second) = places();
    assert!(first < second);
    let down = [("code", "500"), ("way", "down")];
    centre.post(&sue, &format!("{DRAFT}/order"), &down).is(303);
    let (first, second) = places();
    assert!(first > second);
    let gone = [("code", "999"), ("way", "up")];
    centre.post(&sue, &format!("{DRAFT}/order"), &gone).is(404);
    centre.post(&sue, &format!("{DRAFT}/drop"), &[]).is(303);
    centre.get(&sue, DRAFT).is(404);
}

#[test]
fn a_code_is_dragged_to_the_place_of_another() {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    centre.post(&sue, DRAFT, &[]).is(303);
    let order = format!("{DRAFT}/order");
    let to = |code: &'static str, to: &'static str| {
        centre.post(&sue, &order, &[("code", code), ("to", to)])
    };
    to("525", "500").is(303);
    let draft = centre.store.draft("callpro").unwrap().unwrap();
    let file = engine::Catalogue::parse(&draft.body).unwrap();
    let order_of = |code: &str| file.find(code).unwrap().order.unwrap();
    assert!(order_of("525") < order_of("500") && order_of("500") < order_of("501"));
    // Groups keep their codes.
    to("525", "120").is(404);
}

#[test]
fn a_code_is_added_like_another_or_empty_and_removed() {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    centre.post(&sue, DRAFT, &[]).is(303);
    let add = format!("{DRAFT}/add");
    let new = |code: &'static str, like: &'static str| {
        centre.post(&sue, &add, &[("code", code), ("like", like)])
    };
    for (code, said) in [
        ("", "A code is 1 to 40 characters"),
        ("5 02", "A code is 1 to 40 characters"),
        ("501", "That is already 501"),
    ] {
        new(code, "501").is(422).says(said);
    }
    new("502", "999").is(422).says("is not in the draft");
    new("502", "501").is(303);
    let path = format!("{DRAFT}/code?code=502");
    // It is as the other, but for what only one may have: the check says so beside the field.
    centre
        .get(&sue, &path)
        .is(200)
        .says("is already that of `501`")
        .says("Nothing would be wrong without it.");
    new("503", "").is(303);
    centre
        .get(&sue, &format!("{DRAFT}/code?code=503"))
        .is(200)
        .says("has no label in `en`")
        .says("is not a node of the meaning tree");
    let remove = |code: &str| centre.post(&sue, &format!("{DRAFT}/remove?code={code}"), &[]);
    remove("502").is(303);
    remove("502").is(404);
    remove("503").is(303);
    centre.get(&sue, DRAFT).is(200).says("Nothing is wrong.");
}

#[test]
fn before_a_code_goes_one_is_told_what_would_be_unanswered() {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    centre.post(&sue, DRAFT, &[]).is(303);
    let code = |code: &str| centre.get(&sue, &format!("{DRAFT}/code?code={code}"));
    code("220")
        .is(200)
        .says("Without it this would be wrong:")
        .says("no disposition answers `excluded_by_client`");
    // What came with the program stays; a contact stands under it, too.
    code("000")
        .is(200)
        .says("It came with the program and stays.");
    centre
        .post(&sue, &format!("{DRAFT}/remove?code=000"), &[])
        .is(409)
        .says("It came with the program and stays.");
}

#[test]
fn what_is_wrong_stands_beside_its_field_and_is_not_published() {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    centre.post(&sue, DRAFT, &[]).is(303);
    let path = format!("{DRAFT}/code?code=120");
    let page = centre.get(&sue, &path);
    let wrong = form(
        &page,
        &[("hotkey", "b"), ("meaning", "nowhere"), ("kind", "final")],
    );
    post(&centre, &sue, &path, &wrong).is(303);
    centre
        .get(&sue, &path)
        .is(200)
        .says("Wrong: `nowhere` is not a node of the meaning tree");
    // What is doubtful may be meant so: with a reason it is not said again.
    let other = format!("{DRAFT}/code?code=700");
    let page = centre.get(&sue, &other);
    let doubtful = form(&page, &[("credit.client", "0")]);
    post(&centre, &sue, &other, &doubtful).is(303);
    let page = centre.get(&sue, &other);
    page.is(200).says("Doubtful: stands under");
    let meant = form(&page, &[("accepted.column-positive", "the client counts")]);
    post(&centre, &sue, &other, &meant).is(303);
    centre.get(&sue, &other).is(200).lacks("Doubtful:");
    let publish = format!("{DRAFT}/publish");
    centre
        .get(&sue, &publish)
        .is(200)
        .says("is not a node")
        .lacks("name=\"note\"");
    centre.post(&sue, &publish, &[("note", "")]).is(422);
    assert!(centre.store.draft("callpro").unwrap().is_some());
}

#[test]
fn a_file_goes_out_and_comes_back() {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    let file = centre.get(&sue, "/catalogues/callpro/file/2");
    file.is(200).says("code = \"130\"");
    let own = file.body.replace("name = \"callpro\"", "name = \"spring\"");
    centre.post(&sue, "/catalogues", &[("text", &own)]).is(303);
    let publish = "/catalogues/spring/draft/publish";
    centre
        .get(&sue, publish)
        .is(200)
        .says("There is no earlier version");
    centre
        .post(&sue, "/catalogues", &[("text", &own)])
        .is(422)
        .says("There is a draft of that name");
    centre.post(&sue, publish, &[("note", "first")]).is(303);
    let back = centre.get(&sue, "/catalogues/spring/file/1000");
    let read = |text: &str| {
        let mut file = engine::Catalogue::parse(text).unwrap().file().clone();
        file.version = 0;
        file
    };
    assert_eq!(read(&back.is(200).body), read(&own));
    // New lists may work by it.
    centre
        .get(&sue, "/lists/new")
        .is(200)
        .says("value=\"spring@1000\"");
    let new = [
        ("name", "Spring"),
        ("country", "NL"),
        ("catalogue", "spring@1000"),
        ("purpose", "research"),
    ];
    centre.post(&sue, "/lists/new", &new).is(303);
    let list = centre.store.list_by_name("Spring").unwrap().unwrap();
    let rules = centre.store.rules(list.rules).unwrap();
    let works = rules.catalogue.file();
    assert_eq!((works.name.as_str(), works.version), ("spring", 1000));
    let broken = own.replace("kind = \"new\"", "kind = \"fresh\"");
    let page = centre.post(&sue, "/catalogues", &[("text", &broken)]);
    page.is(422)
        .says("000, kind: unknown variant")
        .says("code = &#34;130&#34;");
    for path in [
        "/catalogues/gone",
        "/catalogues/callpro/file/7",
        "/catalogues/gone/draft",
    ] {
        centre.get(&sue, path).is(404);
    }
}
