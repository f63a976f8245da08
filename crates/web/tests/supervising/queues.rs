//! Numbers that ring in: opened, changed, closed, and who waits there.

use crate::handing_in::empty;
use engine::Number;
use store::CameIn;

const FORM: [(&str, &str); 16] = [
    ("number", "+49 30 23125 900"),
    ("name", "Customers"),
    ("purpose", "service"),
    ("campaign", "1"),
    ("list", ""),
    ("zone", "Europe/Berlin"),
    ("hours", "mo-fr 09:00-17:30"),
    ("closed_on", "2026-12-25, 2026-12-26"),
    ("waiting_most", "5"),
    ("wait_seconds", "120"),
    ("owner_seconds", "20"),
    ("ask_seconds", "15"),
    ("asks_most", "4"),
    ("served_within", "20"),
    ("again_seconds", "45"),
    ("music", "default"),
];

fn with(change: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let changed = |name: &str| change.iter().any(|(other, _)| *other == name);
    let kept = FORM.into_iter().filter(|(name, _)| !changed(name));
    kept.chain(change.iter().copied()).collect()
}

#[test]
fn a_number_is_opened_changed_and_taken_away() {
    let (centre, sue) = empty();
    centre
        .store
        .add_campaign("Spring", store::CampaignState::Running)
        .unwrap();
    centre.get(&sue, "/queues").is(200).says("No number yet");
    centre
        .get(&sue, "/queues/new")
        .is(200)
        .says("Opening hours");
    assert_eq!(
        centre
            .post_plainly(&sue, "/queues", &with(&[]))
            .is(303)
            .location,
        "/queues"
    );
    centre
        .get(&sue, "/queues")
        .says("Customers")
        .says("+493023125900")
        .says("Nobody waits");
    let number = Number::new(493_023_125_900).unwrap();
    let kept = centre.store.queue(number).unwrap().unwrap();
    assert_eq!(kept.rules.closed_on.len(), 2);
    assert_eq!(kept.rules.wait_seconds, 120);
    assert_eq!(kept.sounds.callback_key, None);
    centre
        .get(&sue, "/queues/493023125900")
        .is(200)
        .says("mo-fr 09:00-17:30")
        .says("class=\"week\"");
    assert_eq!(kept.sounds.language, None);
    let spoken = with(&[("language", "nl")]);
    centre
        .post_plainly(&sue, "/queues/493023125900", &spoken)
        .is(303);
    let kept = centre.store.queue(number).unwrap().unwrap();
    assert_eq!(kept.sounds.language.as_deref(), Some("nl"));
    centre
        .post_plainly(
            &sue,
            "/queues/493023125900",
            &with(&[("language", "klingon")]),
        )
        .is(422)
        .says("None of the languages");
    let closed = with(&[("closed_for_now", "1")]);
    centre
        .post_plainly(&sue, "/queues/493023125900", &closed)
        .is(303);
    centre.get(&sue, "/queues").says("closed now");
    centre
        .post_plainly(&sue, "/queues/493023125900/remove", &[])
        .is(303);
    centre
        .post_plainly(&sue, "/queues/493023125900/remove", &[])
        .is(404);
    assert_eq!(centre.store.queues().unwrap(), []);
}

#[test]
fn before_a_number_is_taken_away_it_is_said_what_goes_and_the_trail_names_it() {
    let (centre, sue) = empty();
    let campaign = centre
        .store
        .add_campaign("Spring", store::CampaignState::Running)
        .unwrap();
    centre.post_plainly(&sue, "/queues", &with(&[])).is(303);
    let number = Number::new(493_023_125_900).unwrap();
    centre.store.set_caller_id(campaign, Some(number)).unwrap();
    let (call, _) = centre
        .store
        .call_came_in(CameIn {
            called: number,
            caller: None,
            name: None,
            exchange: None,
            line: None,
        })
        .unwrap();
    centre.store.call_waits(call.id).unwrap();
    centre
        .get(&sue, "/queues/493023125900")
        .says("href=\"/queues/493023125900/remove\"")
        .lacks("action=\"/queues/493023125900/remove\"");
    let asked = centre.get(&sue, "/queues/493023125900/remove");
    asked.is(200).says("Customers").says("+493023125900");
    asked
        .says("1 caller waits now")
        .says("1 call came in today");
    asked.says("“Spring” shows this number");
    assert!(centre.store.queue(number).unwrap().is_some());
    centre
        .post_plainly(&sue, "/queues/493023125900/remove", &[])
        .is(303);
    let search = store::AuditSearch {
        limit: 1,
        ..Default::default()
    };
    let line = centre.store.audit_lines(&search).unwrap().remove(0);
    assert_eq!(line.subject, "queue");
    assert_eq!(line.detail["number"], "493023125900");
    centre.get(&sue, "/queues/493023125900/remove").is(404);
}

#[test]
fn all_that_is_wrong_is_told_at_its_field_and_nothing_is_kept() {
    let (centre, sue) = empty();
    let wrong = with(&[
        ("number", "030 1234"),
        ("name", " "),
        ("campaign", ""),
        ("zone", "Mars"),
        ("hours", "always"),
        ("closed_on", "Christmas"),
        ("wait_seconds", "-1"),
        ("music", "../../etc"),
        ("callback_key", "x"),
    ]);
    centre
        .post_plainly(&sue, "/queues", &wrong)
        .is(422)
        .says("id=\"number-error\"")
        .says("id=\"name-error\"")
        .says("id=\"campaign-error\"")
        .says("id=\"zone-error\"")
        .says("id=\"hours-error\"")
        .says("id=\"closed_on-error\"")
        .says("id=\"wait_seconds-error\"")
        .says("id=\"music-error\"")
        .says("id=\"callback_key-error\"")
        .says("value=\"Christmas\"");
    assert_eq!(centre.store.queues().unwrap(), []);
}

#[test]
fn a_campaign_whose_number_nobody_answers_says_so_and_the_floor_shows_who_waits() {
    let (centre, sue) = empty();
    let campaign = centre
        .store
        .add_campaign("Spring", store::CampaignState::Running)
        .unwrap();
    let number = Number::new(493_023_125_900).unwrap();
    centre.store.set_caller_id(campaign, Some(number)).unwrap();
    let path = format!("/campaigns/{}", campaign.0);
    centre.get(&sue, &path).says("reaches nobody");
    let campaign = campaign.0.to_string();
    let form: Vec<(&str, &str)> = FORM
        .into_iter()
        .map(|(name, value)| match name {
            "campaign" => (name, campaign.as_str()),
            _ => (name, value),
        })
        .collect();
    centre.post_plainly(&sue, "/queues", &form).is(303);
    centre.get(&sue, &path).lacks("reaches nobody");
    let came = CameIn {
        called: number,
        caller: Number::new(493_023_125_777).ok(),
        name: Some("Jan".to_owned()),
        exchange: None,
        line: None,
    };
    let (call, _) = centre.store.call_came_in(came).unwrap();
    centre.store.call_waits(call.id).unwrap();
    centre
        .get(&sue, "/queues/now")
        .says("+493023125777")
        .says("Jan");
    centre
        .get(&sue, "/floor")
        .says("Customers")
        .says("<b>1</b> waits");
}
