//! What a campaign asks beyond the law, on its page and on the floor.

use crate::house::Centre;
use engine::{CampaignId, Machines, Often, Period, Profile, Recorded};
use store::Role;

#[test]
fn what_a_campaign_asks_is_written_checked_and_kept() {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    let place = "/campaigns/1/bounds";
    centre
        .get(&sue, place)
        .is(200)
        .says("NL: At most")
        .says("NL: The other side is told before a call is recorded")
        .says("0 of 0 answered calls found no agent in 24 h");
    let form = |changed: &[(&'static str, &'static str)]| centre.post_plainly(&sue, place, changed);
    for (field, value) in [
        ("min_gap", "0"),
        ("per_day", "none"),
        ("days", "93"),
        ("quarantine", "-1"),
        ("abandoned", "3 %"),
        ("rings_for", "4"),
        ("recordings_days", "0"),
    ] {
        form(&[(field, value)])
            .is(422)
            .says(&format!("{field}-error"));
    }
    form(&[("dials", "3")])
        .is(422)
        .says("days-error")
        .says("go together");
    let profile = || centre.store.campaign_profile(CampaignId(1)).unwrap();
    assert_eq!(profile(), Profile::default(), "nothing is half kept");

    form(&[
        ("min_gap", "90"),
        ("dials", "3"),
        ("days", "7"),
        ("abandoned", "10"),
        ("rings_for", "20"),
        ("machines", "hang_up"),
        ("recorded", "on_request"),
        ("recordings_days", "30"),
        ("own_recordings", "yes"),
    ])
    .is(303);
    let kept = Profile {
        min_gap: Some(Period::minutes(90)),
        dials_per_period: Some(Often { dials: 3, days: 7 }),
        abandoned_per_mille: Some(10),
        rings_for: Some(20),
        machines: Some(Machines::HangUp),
        recorded: Some(Recorded::OnRequest),
        recordings_days: Some(30),
        own_recordings: Some(true),
        ..Profile::default()
    };
    assert_eq!(profile(), kept);
    centre
        .get(&sue, "/campaigns/1")
        .says("Rest between two calls to one number: 90 minutes");
    centre.get(&sue, "/floor").is(200).says("of at most 1.0 %");
    form(&[]).is(303);
    assert_eq!(profile(), Profile::default());
    centre.get(&sue, "/campaigns/999/bounds").is(404);
    centre
        .post_plainly(&sue, "/campaigns/999/bounds", &[])
        .is(404);
}
