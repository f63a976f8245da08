//! What the far end of a campaign's calls hears where nobody speaks to it.

use crate::centre::Centre;
use crate::support::with_both;
use engine::{Announcement, CallSounds, CampaignId, Sound};
use store::{CampaignState, LineOrder, switchboard};

fn sounds(name: &str) -> CallSounds {
    let sound = |part: &str| Sound::named(&format!("{name}/{part}")).unwrap();
    CallSounds::default()
        .with(Announcement::Apology, sound("sorry"))
        .with(Announcement::Menu, sound("menu"))
}

#[test]
fn they_are_a_campaigns_own_whatever_else_is_changed() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        let (store, campaign) = (&centre.store, centre.campaign);
        let other = store.add_campaign("Other", CampaignState::Paused).unwrap();
        let kept = |campaign| store.campaign_sounds(campaign).unwrap();
        assert_eq!(kept(campaign), CallSounds::default());
        store
            .set_campaign_sounds(campaign, &sounds("north"))
            .unwrap();
        store.set_campaign_sounds(other, &sounds("south")).unwrap();
        let mut wanted = store.campaign(campaign).unwrap().unwrap();
        wanted.name = "Renamed".to_owned();
        wanted.priority = 7;
        store.change_campaign(wanted).unwrap().unwrap();
        assert_eq!(kept(campaign), sounds("north"));
        assert_eq!(kept(other), sounds("south"));
        assert_eq!(store.sounds_for(Some(other)).unwrap(), sounds("south"));
        assert_eq!(store.sounds_for(None).unwrap(), CallSounds::default());
        assert_eq!(kept(CampaignId(99)), CallSounds::default());
        store
            .set_campaign_sounds(campaign, &CallSounds::default())
            .unwrap();
        assert_eq!(kept(campaign), CallSounds::default());
        assert_eq!(kept(other), sounds("south"));
    });
}

#[test]
fn a_dial_says_for_which_campaign_it_is() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(1);
        let agent = centre.agents[0];
        let contact = centre.offer(agent).unwrap();
        let mut recorded = centre.dial(contact, agent).unwrap();
        let (board, mut orders) = switchboard();
        board.carry_out(&mut recorded).unwrap();
        let Some(LineOrder::Place { campaign, .. }) = orders.take() else {
            panic!("nothing is dialled");
        };
        assert_eq!(campaign, Some(centre.campaign));
    });
}
