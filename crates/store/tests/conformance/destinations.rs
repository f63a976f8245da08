//! To whom agents of a campaign may put a talk through.

use crate::centre::Centre;
use crate::support::with_both;
use engine::Number;
use store::{DestinationRefusal, MOST_DESTINATIONS, Prefix};

#[test]
fn they_are_a_campaigns_own_and_no_barred_number_is_among_them() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        let store = &centre.store;
        let campaign = store.campaigns().unwrap()[0].id;
        let other = store
            .add_campaign("Other", store::CampaignState::Paused)
            .unwrap();
        let number = |n: u64| Number::new(493_023_125_000 + n).unwrap();
        let repairs = store.add_destination(campaign, "Repairs", number(100));
        let repairs = repairs.unwrap().unwrap();
        store
            .add_destination(campaign, "Billing", number(102))
            .unwrap()
            .unwrap();
        // The same number once more is the same, under another name.
        let again = store.add_destination(campaign, "Workshop", number(100));
        assert_eq!(again.unwrap(), Ok(repairs));
        let labels = |campaign| {
            let all = store.destinations(campaign).unwrap();
            let labels = all.into_iter().map(|there| there.label);
            labels.collect::<Vec<String>>()
        };
        assert_eq!(labels(campaign), ["Billing", "Workshop"]);
        assert_eq!(labels(other), [""; 0]);
        assert!(!store.remove_destination(other, repairs).unwrap());
        assert!(store.remove_destination(campaign, repairs).unwrap());
        assert!(!store.remove_destination(campaign, repairs).unwrap());
        assert_eq!(labels(campaign), ["Billing"]);

        let barred = Prefix::parse("+49 30 23125 1").unwrap();
        store
            .lock_numbers(vec![(barred, "barred".to_owned())])
            .unwrap();
        let refused = store.add_destination(campaign, "Bar", number(103));
        assert_eq!(refused.unwrap(), Err(DestinationRefusal::Barred));
        for n in 0..MOST_DESTINATIONS as u64 {
            let number = number(200 + n);
            store
                .add_destination(other, "One of many", number)
                .unwrap()
                .unwrap();
        }
        let refused = store.add_destination(other, "One more", number(300));
        assert_eq!(refused.unwrap(), Err(DestinationRefusal::TooMany));
    });
}
