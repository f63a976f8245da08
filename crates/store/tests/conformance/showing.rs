//! The number a campaign shows: where the law demands one, nobody is called without.

use crate::centre::Centre;
use crate::support::with_both;
use engine::{Because, Number};

#[test]
fn contacts_wait_until_their_campaign_has_a_number() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let (agent, campaign) = (centre.agents[0], centre.campaign);
        assert!(centre.store.set_caller_id(campaign, None).unwrap());
        let id = centre.import(1)[0];
        assert_eq!(centre.offer(agent), None);
        let explained = centre.store.explain(centre.list, id).unwrap().unwrap();
        let is_told = explained.blocked.iter().any(|block| {
            matches!(
                &block.obstacle,
                store::Obstacle::Denied(_, Because::NoCallerId { .. })
            )
        });
        assert!(is_told, "{:?}", explained.blocked);
        let number = Number::new(442_079_460_123).unwrap();
        assert!(centre.store.set_caller_id(campaign, Some(number)).unwrap());
        let there = centre.store.campaign(campaign).unwrap().unwrap();
        assert_eq!(there.caller_id, Some(number));
        // It was never put back: it is offered at once.
        assert_eq!(centre.offer(agent), Some(id));
        // What is taken away meanwhile is missed at the moment of dialling.
        centre.store.set_caller_id(campaign, None).unwrap();
        let refused = centre.dial(id, agent).unwrap_err();
        assert!(refused.to_string().contains("no_caller_id"), "{refused}");
        centre.store.set_caller_id(campaign, Some(number)).unwrap();
        let dialled = centre.dial(id, agent).unwrap();
        let (permit, _) = dialled.dial.unwrap();
        assert_eq!(permit.conduct().caller_id, Some(number));
        centre.is_sound();
    });
}

#[test]
fn what_is_played_shows_nobodys_number_and_keeps_a_real_one() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let real = Number::new(442_079_460_123).unwrap();
        let campaign = |name: &str| centre.store.new_campaign(name).unwrap().unwrap();
        let (own, none) = (campaign("Own"), campaign("None"));
        let shown = |id| centre.store.campaign(id).unwrap().unwrap().caller_id;
        assert_eq!(shown(none), None);
        centre.store.set_caller_id(own, Some(real)).unwrap();
        centre.store.show_nobodys_number().unwrap();
        assert_eq!(shown(own), Some(real));
        assert!(shown(none).is_some_and(|number| number != real));
        let nowhere = engine::CampaignId(99);
        assert!(!centre.store.set_caller_id(nowhere, None).unwrap());
    });
}
