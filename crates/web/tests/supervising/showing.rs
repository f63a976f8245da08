//! The number a campaign shows to whoever is called.

use crate::house::Centre;
use store::Role;

#[test]
fn a_campaign_says_which_number_it_shows_and_that_the_law_wants_one() {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    let campaign = centre.store.new_campaign("Bread").unwrap().unwrap();
    centre
        .store
        .link_list(campaign, centre.list, 500)
        .unwrap()
        .unwrap();
    let page = format!("/campaigns/{}", campaign.0);
    let law = "This campaign has no number to show, so nobody is called.";
    centre.get(&sue, &page).is(200).says(law);
    let compliance = format!("{page}/compliance");
    centre.get(&sue, &compliance).is(200).says(law);
    let save = |number: &str| {
        let form = [
            ("name", "Bread"),
            ("priority", "500"),
            ("caller_id", number),
        ];
        centre.post_plainly(&sue, &page, &form)
    };
    for wrong in ["020 7946 0123", "+44 20", "none"] {
        save(wrong).is(422).says("no number with its country");
    }
    save(" +44 20 7946 0123 ").is(303);
    let shown = || centre.store.campaign(campaign).unwrap().unwrap().caller_id;
    assert_eq!(shown().map(|number| number.digits()), Some(442_079_460_123));
    let saved = centre.get(&sue, &page);
    saved.is(200).says("value=\"+442079460123\"");
    assert!(!saved.body.contains(law));
    assert!(!centre.get(&sue, &compliance).body.contains(law));
    // A form that does not speak of it leaves it; an empty one takes it away.
    let form = [("name", "Bread"), ("priority", "400")];
    centre.post_plainly(&sue, &page, &form).is(303);
    assert!(shown().is_some());
    save("").is(303);
    assert_eq!(shown(), None);
}
