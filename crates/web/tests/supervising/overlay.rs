//! What a campaign lays over the catalogue of its list, and the desk that follows it.

use crate::house::{Centre, Desk};
use store::Role;

const PAGE: &str = "/campaigns/1/links/1/codes";

/// The form as the page shows it, with some fields otherwise.
fn form(centre: &Centre, sue: &Desk, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = centre.get(sue, PAGE);
    let mut pairs: Vec<(String, String)> = page
        .body
        .split("name=\"allow-")
        .skip(1)
        .map(|part| {
            (
                format!("allow-{}", part.split('"').next().unwrap()),
                "1".to_owned(),
            )
        })
        .collect();
    for (name, value) in changes {
        pairs.retain(|(known, _)| known != name);
        if !value.is_empty() {
            pairs.push(((*name).to_owned(), (*value).to_owned()));
        }
    }
    pairs
}

fn post(centre: &Centre, sue: &Desk, pairs: &[(String, String)]) -> crate::house::Answer {
    let pairs: Vec<(&str, &str)> = pairs
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    centre.post(sue, PAGE, &pairs)
}

#[test]
fn the_desk_follows_what_is_laid_over_the_codes() {
    let centre = Centre::open(2);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    let ada = centre.agent("ada");
    centre
        .get(&sue, "/campaigns/1")
        .is(200)
        .says(PAGE)
        .says("CallPro, version 2");
    let changes = [
        ("allow-501", ""),
        ("hotkey-500", "y"),
        ("follow_up-130", "TimeAdd=30m"),
    ];
    let mut pairs = form(&centre, &sue, &changes);
    pairs.push(("do".into(), "look".into()));
    post(&centre, &sue, &pairs)
        .is(200)
        .says("<b class=\"figures\">130</b>, <b class=\"figures\">500</b>, <b class=\"figures\">501</b>")
        .says("<kbd>y</kbd> <span class=\"figures\">500</span>");
    centre
        .post(&ada, "/desk/ready", &[])
        .is(200)
        .says("value=\"501\"");
    pairs.retain(|(name, _)| name != "do");
    pairs.push(("do".into(), "save".into()));
    post(&centre, &sue, &pairs).is(303);
    let desk = centre.get(&ada, "/desk");
    desk.is(200)
        .lacks("value=\"501\"")
        .says("value=\"500\" data-code-key=\"y\"");
    // A code that is no longer allowed is refused at the door, too.
    let hand = desk.hand();
    centre.post(&ada, "/desk/dial", &[("hand", &hand)]);
    centre.ends(&ada, engine::Outcome::Busy);
    let contact = centre
        .store
        .card(engine::ListId(1), engine::ContactId(1))
        .unwrap()
        .unwrap();
    let waits = contact
        .due_at
        .unwrap()
        .duration_since(contact.last_attempt_at.unwrap());
    assert_eq!((contact.code.as_str(), waits.as_mins()), ("130", 30));
    centre
        .get(&sue, "/campaigns/1")
        .is(200)
        .says("version 2, changed: 3");
    assert!(centre.store.doctor().unwrap().differences.is_empty());
}

#[test]
fn what_does_not_fit_is_told_beside_its_code_and_nothing_is_kept() {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    let before = centre.store.list(engine::ListId(1)).unwrap().unwrap().rules;
    let changes = [
        ("hotkey-500", "n"),
        ("follow_up-120", "soon"),
        ("max_run-130", "many"),
    ];
    let mut pairs = form(&centre, &sue, &changes);
    pairs.push(("do".into(), "save".into()));
    let page = post(&centre, &sue, &pairs);
    page.is(422)
        .says("write an expression such as")
        .says("a figure from 0 to 999");
    pairs.retain(|(name, _)| !name.contains("120") && !name.contains("130"));
    post(&centre, &sue, &pairs).is(422).says("is that of `120`");
    let after = centre.store.list(engine::ListId(1)).unwrap().unwrap().rules;
    assert_eq!(before, after);
    centre.get(&sue, "/campaigns/1/links/9/codes").is(404);
}
