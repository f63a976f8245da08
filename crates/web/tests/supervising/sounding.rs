//! What the far end hears where nobody speaks to it, on the page of a campaign.

use crate::house::{Centre, Desk};
use engine::{Announcement, CallSounds, CampaignId, Sound};
use store::{AuditSearch, AuditWord, Role};

const PLACE: &str = "/campaigns/1/sounds";

fn house() -> (Centre, Desk) {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    (centre, sue)
}

fn kept(centre: &Centre) -> CallSounds {
    centre.store.campaign_sounds(CampaignId(1)).unwrap()
}

#[test]
fn a_supervisor_names_the_sounds_of_a_campaign() {
    let (centre, sue) = house();
    centre
        .get(&sue, "/campaigns/1")
        .says("What the far end hears")
        .says("on whose behalf the call was made");
    let form = [
        ("apology", " ours/sorry-de "),
        ("message", ""),
        ("menu", "ours/menu-de"),
        ("recording", ""),
    ];
    centre.post_plainly(&sue, PLACE, &form).is(303);
    let sound = |name| Sound::named(name).unwrap();
    let named = CallSounds::default()
        .with(Announcement::Apology, sound("ours/sorry-de"))
        .with(Announcement::Menu, sound("ours/menu-de"));
    assert_eq!(kept(&centre), named);
    centre
        .get(&sue, "/campaigns/1")
        .says("value=\"ours/sorry-de\"");
    let changed = AuditSearch {
        word: Some(AuditWord::Changed.word().to_owned()),
        limit: 10,
        ..AuditSearch::default()
    };
    let trail = centre.store.audit_lines(&changed).unwrap();
    let of_it = (trail[0].subject.as_str(), trail[0].id);
    assert_eq!(of_it, ("campaign", Some(1)), "{trail:?}");
    centre.post_plainly(&sue, PLACE, &[]).is(303);
    assert_eq!(kept(&centre), CallSounds::default());
    let nowhere = centre.post_plainly(&sue, "/campaigns/99/sounds", &[]);
    nowhere.is(404);
}

#[test]
fn what_is_no_name_is_said_at_its_field_and_nothing_is_kept() {
    let (centre, sue) = house();
    let form = [
        ("apology", "../secret"),
        ("message", "two words"),
        ("menu", "ours/menu"),
    ];
    let answer = centre.post_plainly(&sue, PLACE, &form);
    answer.is(422).says("value=\"../secret\"");
    answer.says("value=\"ours/menu\"");
    for field in ["apology", "message"] {
        let error = format!("id=\"sound-{field}-error\"");
        answer.says(&error);
        let field = answer.between(&format!("<input id=\"sound-{field}\""), ">");
        assert!(field.contains("aria-invalid=\"true\""), "{field}");
        assert!(field.contains("-error\""), "{field}");
    }
    answer.lacks("sound-menu-error");
    answer.says("Write a name below the folder of sounds");
    assert_eq!(kept(&centre), CallSounds::default());
}
