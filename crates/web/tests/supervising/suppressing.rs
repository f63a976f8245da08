//! Numbers that must not be called: looked up, added, lifted.

use crate::handing_in::empty;
use engine::Number;
use engine::catalogue::Extent;
use store::{NewRegister, RegisterChange};

const NUMBER: &str = "+493023125018";

#[test]
fn a_number_is_suppressed_looked_up_and_lifted_with_a_reason() {
    let (centre, sue) = empty();
    centre
        .get(&sue, "/suppressions")
        .is(200)
        .says("There is no register yet");
    let wrong = [
        ("number", "12"),
        ("until", "1999-01-01"),
        ("reason", "asked"),
    ];
    centre
        .post_plainly(&sue, "/suppressions", &wrong)
        .is(422)
        .says("neither a number")
        .says("no day to come")
        .says("value=\"asked\"");
    let right = [("number", "+49 30 23125018"), ("reason", "asked by letter")];
    let done = centre.post_plainly(&sue, "/suppressions", &right);
    assert_eq!(
        done.is(303).location,
        "/suppressions?number=%2B493023125018"
    );
    centre
        .get(&sue, &done.location)
        .is(200)
        .says("asked by letter")
        .says("everywhere")
        .says("for good");
    let lift = |why| {
        let form = [
            ("number", NUMBER),
            ("extent", "everywhere"),
            ("scope", "0"),
            ("why", why),
        ];
        centre.post_plainly(&sue, "/suppressions/lift", &form)
    };
    lift(" ").is(422).says("Say why it is lifted");
    lift("a slip of the pen").is(303);
    centre
        .get(&sue, &done.location)
        .is(200)
        .says("Nobody has suppressed this by itself")
        .says("a slip of the pen");
    lift("again").is(404);
    let there = Number::new(493_023_125_018).unwrap();
    assert_eq!(centre.store.suppressions_of(there).unwrap(), []);
    assert_eq!(centre.store.lifted_of(there).unwrap().len(), 1);
}

#[test]
fn registers_say_of_when_they_are_and_whether_they_hold_a_number() {
    let (centre, sue) = empty();
    let new = NewRegister {
        name: "tps".to_owned(),
        extent: Extent::Everywhere,
        scope: 0,
        source: "the office".to_owned(),
        as_of: centre.store.clock().now() - jiff::SignedDuration::from_hours(49),
        from_at: None,
        until_at: None,
    };
    let numbers = vec![Number::new(493_023_125_018).unwrap()];
    centre
        .store
        .import_register(&new, RegisterChange::Full, numbers, &mut |_| {})
        .unwrap();
    centre
        .get(&sue, "/suppressions")
        .is(200)
        .says("tps")
        .says("2 days")
        .says("the office");
    let look = |digits: &str| centre.get(&sue, &format!("/suppressions?number=%2B{digits}"));
    look("493023125018").is(200).says("is in it");
    look("493023125019").is(200).says("is not in it");
    look("12").is(200).says("neither a number");
}

#[test]
fn a_number_is_suppressed_for_an_advertiser_from_a_day_on() {
    let (centre, sue) = empty();
    let campaign = centre.store.new_campaign("Bread").unwrap().unwrap();
    let page = format!("/campaigns/{}", campaign.0);
    centre
        .get(&sue, &page)
        .is(200)
        .says("Nobody: whoever does not want to be called by an advertiser");
    let settings = |advertiser: &str| {
        let form = [
            ("name", "Bread"),
            ("priority", "500"),
            ("advertiser", advertiser),
        ];
        centre.post_plainly(&sue, &page, &form)
    };
    settings(&"x".repeat(81)).is(422).says("1 to 80 characters");
    settings(" Bakery ").is(303);
    centre
        .get(&sue, &page)
        .is(200)
        .says("value=\"Bakery\"")
        .says("in any of its campaigns");
    let bakery = centre.store.advertisers().unwrap()[0].id;
    let place = format!("advertiser-{}", bakery.0);
    let number = ("number", NUMBER);
    let wrong = [number, ("place", place.as_str()), ("from", "soon")];
    centre
        .post_plainly(&sue, "/suppressions", &wrong)
        .is(422)
        .says("This is no day.");
    let early = [number, ("from", "2099-05-02"), ("until", "2099-05-01")];
    centre
        .post_plainly(&sue, "/suppressions", &early)
        .is(422)
        .says("no day to come");
    let nowhere = [number, ("place", "advertiser-99")];
    centre.post_plainly(&sue, "/suppressions", &nowhere).is(404);
    let right = [number, ("place", place.as_str()), ("from", "2099-05-02")];
    let done = centre
        .post_plainly(&sue, "/suppressions", &right)
        .is(303)
        .location
        .clone();
    centre
        .get(&sue, &done)
        .is(200)
        .says("all campaigns of Bakery")
        .says("2099");
    settings("").is(303);
    assert_eq!(
        centre.store.campaign(campaign).unwrap().unwrap().advertiser,
        None
    );
}

#[test]
fn a_person_and_a_domain_are_suppressed_looked_up_and_lifted() {
    let (centre, sue) = empty();
    let add = |whom: &str| centre.post_plainly(&sue, "/suppressions", &[("number", whom)]);
    add("gmail.com").is(422).says("no domain of one company");
    add("ada@")
        .is(422)
        .says("neither a number, nor an e-mail address");
    let done = add("Ada@Bakery.example").is(303).location.clone();
    centre
        .get(&sue, &done)
        .is(200)
        .says("Ada@Bakery.example")
        .says("for good");
    let done = add("@bakery.example").is(303).location.clone();
    assert_eq!(done, "/suppressions?number=bakery.example");
    centre
        .get(&sue, &done)
        .is(200)
        .says("bakery.example")
        .says("for good");
    let form = [
        ("number", "ada@bakery.example"),
        ("extent", "everywhere"),
        ("scope", "0"),
        ("why", "a slip"),
    ];
    centre
        .post_plainly(&sue, "/suppressions/lift", &form)
        .is(303);
    let ada = store::Subject::person("ada@bakery.example").unwrap();
    assert_eq!(centre.store.suppressions_of(ada).unwrap(), []);
}

#[test]
fn what_the_provider_bars_is_written_down_and_taken_out() {
    let (centre, sue) = empty();
    let bar = |prefix: &'static str| centre.post(&sue, "/locked", &[("prefix", prefix)]);
    bar("0900")
        .is(422)
        .says("Write 2 to 15 digits")
        .says("value=\"0900\"");
    bar("+31 900").is(303);
    centre.get(&sue, "/locked").is(200).says("+31900");
    let free = [("prefix", "+31900")];
    centre.post(&sue, "/locked/remove", &free).is(303);
    centre.post(&sue, "/locked/remove", &free).is(404);
    centre
        .get(&sue, "/suppressions")
        .is(200)
        .says("href=\"/locked\"");
}
