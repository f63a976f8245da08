//! An advertiser's suppressions: where they hold, and what becomes of them when a campaign calls
//! on somebody else's behalf.

use crate::centre::{Centre, add_list, rules};
use crate::support::with_both;
use engine::catalogue::Extent;
use engine::{Actor, CampaignId, Code, Command, ContactId, ListId, Number, Outcome, Settings};
use jiff::SignedDuration;
use store::{
    AdvertiserId, CampaignState, Entry, NewRegister, NewRules, RegisterChange, Suppression,
};

const DIGITS: u64 = 493_023_125_001;

fn number() -> Number {
    Number::new(DIGITS).unwrap()
}

fn of(advertiser: AdvertiserId, centre: &Centre) -> Suppression {
    Suppression {
        extent: Extent::Advertiser,
        scope: advertiser.0,
        ..Suppression::everywhere(number(), "a letter", centre.clock.now())
    }
}

/// Another list in a campaign of its own, with the same agent.
fn elsewhere(centre: &Centre, name: &str) -> Centre {
    let campaign = centre
        .store
        .add_campaign(name, CampaignState::Running)
        .unwrap();
    let list = add_list(&centre.store, name, Settings::default());
    centre.store.add_link(campaign, list, 500).unwrap();
    centre.store.assign(campaign, centre.agents[0]).unwrap();
    Centre {
        list,
        campaign,
        store: centre.store.clone(),
        clock: centre.clock.clone(),
        agents: centre.agents.clone(),
    }
}

fn set(centre: &Centre, advertiser: Option<AdvertiserId>) {
    let changed = centre.store.set_advertiser(centre.campaign, advertiser);
    assert!(changed.unwrap());
}

/// What the keeper does.
fn close(centre: &Centre) -> usize {
    let begun = centre.store.closing_suppressions(100).unwrap();
    centre.store.close_covered(&begun).unwrap()
}

fn code(centre: &Centre, contact: ContactId) -> String {
    centre.contact(contact).code.to_string()
}

#[test]
fn it_holds_in_every_campaign_of_the_advertiser_and_in_no_other() {
    with_both(|database| {
        let here = Centre::open(database, 1);
        let (there, other) = (elsewhere(&here, "There"), elsewhere(&here, "Other"));
        let bakery = here.store.advertiser_named("Bakery").unwrap();
        assert_eq!(here.store.advertiser_named("Bakery").unwrap(), bakery);
        let mill = here.store.advertiser_named("Mill").unwrap();
        set(&here, Some(bakery));
        set(&there, Some(bakery));
        set(&other, Some(mill));
        let ids = [&here, &there, &other].map(|centre| centre.import(1)[0]);
        let new = of(bakery, &here);
        here.store.suppress(vec![new.clone()]).unwrap();
        for (centre, known) in [(&here, true), (&there, true), (&other, false)] {
            let among = centre.store.suppressed_among(centre.list, &[number()]);
            assert_eq!(among.unwrap().contains(&DIGITS), known);
        }
        assert_eq!(
            here.store.covered_by(&new).unwrap(),
            [(here.list, ids[0]), (there.list, ids[1])]
        );
        // Nobody has closed them yet, and nobody dials them.
        assert_eq!(here.offer(here.agents[0]), Some(ids[2]));
        other.dial(ids[2], here.agents[0]).unwrap();
        close(&here);
        assert_eq!(code(&here, ids[0]), "010");
        assert_eq!(code(&there, ids[1]), "010");
        here.is_sound();
    });
}

#[test]
fn a_campaign_given_to_another_advertiser_keeps_what_held_and_gets_what_holds() {
    with_both(|database| {
        let here = Centre::open(database, 1);
        let there = elsewhere(&here, "There");
        let bakery = here.store.advertiser_named("Bakery").unwrap();
        let mill = here.store.advertiser_named("Mill").unwrap();
        set(&here, Some(bakery));
        set(&there, Some(mill));
        let ids = [here.import(1)[0], there.import(1)[0]];
        here.store.suppress(vec![of(mill, &here)]).unwrap();
        assert_eq!(close(&here), 1, "the mill's own");
        assert_eq!(code(&there, ids[1]), "010");
        set(&here, Some(mill));
        assert!(
            !here
                .store
                .set_advertiser(here.campaign, Some(mill))
                .unwrap()
        );
        assert_eq!(close(&here), 1, "the bakery's, that is the mill's now");
        assert_eq!(code(&here, ids[0]), "010");
        // Nobody is called through a campaign because it changed hands.
        set(&here, None);
        let known = here.store.suppressions_of(number()).unwrap();
        let places: Vec<(Extent, i64)> = known.iter().map(|s| (s.extent, s.scope)).collect();
        assert_eq!(
            places,
            [
                (Extent::Advertiser, mill.0),
                (Extent::Campaign, here.campaign.0)
            ]
        );
        let among = here.store.suppressed_among(here.list, &[number()]).unwrap();
        assert!(among.contains(&DIGITS));
        here.is_sound();
    });
}

/// A catalogue whose code for a wish not to be called is about the advertiser.
fn of_advertisers(centre: &Centre) -> ListId {
    let text = include_str!("../../../../catalogues/callpro.toml");
    let everywhere = r#"suppress = { subject = "number", extent = "everywhere" }"#;
    let advertiser = r#"suppress = { subject = "number", extent = "advertiser" }"#;
    let catalogue = text.replace(everywhere, advertiser);
    let catalogue = catalogue.replacen("version = 2\n", "version = 99\n", 1);
    assert!(catalogue.contains(advertiser) && catalogue.contains("version = 99"));
    let new = NewRules {
        catalogue,
        ..rules(Settings::default())
    };
    centre.store.set_rules(centre.list, new).unwrap();
    centre.list
}

fn opts_out(centre: &Centre, contact: ContactId) {
    let ada = centre.agents[0];
    centre.call(contact, ada, Outcome::Answered);
    let code = Command::Dispose {
        code: Code::new("510"),
        callback: None,
    };
    let entry = Entry::command(centre.list, contact, Actor::Agent(ada), code);
    centre.store.record(entry).unwrap();
}

#[test]
fn a_code_suppresses_for_the_advertiser_or_for_the_campaign_that_has_none() {
    with_both(|database| {
        let here = Centre::open(database, 1);
        let there = elsewhere(&here, "There");
        of_advertisers(&here);
        let first = here.import(1)[0];
        assert_eq!(here.offer(here.agents[0]), Some(first));
        let ids = [first, there.import(1)[0]];
        opts_out(&here, ids[0]);
        let known = here.store.suppressions_of(number()).unwrap();
        let place = |s: &Suppression| (s.extent, s.scope, s.falls_back);
        let places: Vec<_> = known.iter().map(place).collect();
        let CampaignId(own) = here.campaign;
        assert_eq!(places, [(Extent::Campaign, own, true)]);
        assert!(
            there
                .store
                .suppressed_among(there.list, &[number()])
                .unwrap()
                .is_empty()
        );
        // The campaign calls for somebody after all, who has another campaign.
        let bakery = here.store.advertiser_named("Bakery").unwrap();
        set(&there, Some(bakery));
        set(&here, Some(bakery));
        assert_eq!(close(&here), 1);
        assert_eq!(code(&there, ids[1]), "010");
        here.is_sound();
    });
}

#[test]
fn with_an_advertiser_a_code_reaches_all_of_its_campaigns_at_once() {
    with_both(|database| {
        let here = Centre::open(database, 1);
        let there = elsewhere(&here, "There");
        of_advertisers(&here);
        let bakery = here.store.advertiser_named("Bakery").unwrap();
        set(&there, Some(bakery));
        set(&here, Some(bakery));
        let first = here.import(1)[0];
        assert_eq!(here.offer(here.agents[0]), Some(first));
        let ids = [first, there.import(1)[0]];
        opts_out(&here, ids[0]);
        let known = here.store.suppressions_of(number()).unwrap();
        let place = |s: &Suppression| (s.extent, s.scope, s.falls_back);
        let places: Vec<_> = known.iter().map(place).collect();
        assert_eq!(places, [(Extent::Advertiser, bakery.0, false)]);
        assert_eq!(here.offer(here.agents[0]), None);
        assert_eq!(code(&there, ids[1]), "010");
        here.is_sound();
    });
}

#[test]
fn a_register_of_an_advertiser_holds_in_its_campaigns() {
    with_both(|database| {
        let here = Centre::open(database, 1);
        let there = elsewhere(&here, "There");
        let bakery = here.store.advertiser_named("Bakery").unwrap();
        let ids = [here.import(1)[0], there.import(1)[0]];
        let new = NewRegister {
            name: "bakery".to_owned(),
            extent: Extent::Advertiser,
            scope: bakery.0,
            source: "the client".to_owned(),
            as_of: here.clock.now(),
            from_at: None,
            until_at: None,
        };
        here.store
            .import_register(&new, RegisterChange::Full, vec![number()], &mut |_| {})
            .unwrap();
        let kept = here.store.registers().unwrap();
        assert_eq!(
            (kept[0].extent, kept[0].scope),
            (Extent::Advertiser, bakery.0)
        );
        assert_eq!(here.store.close_registered(100).unwrap(), Some(0));
        set(&there, Some(bakery));
        assert_eq!(here.store.close_registered(100).unwrap(), Some(1));
        assert_eq!(code(&there, ids[1]), "010");
        assert_eq!(here.offer(here.agents[0]), Some(ids[0]));
        here.is_sound();
    });
}

#[test]
fn what_begins_later_holds_and_closes_from_then_on() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let id = centre.import(1)[0];
        let now = centre.clock.now();
        let from_at = Some(now + SignedDuration::from_hours(1));
        let new = Suppression {
            from_at,
            ..Suppression::everywhere(number(), "a letter", now)
        };
        centre.store.suppress(vec![new.clone()]).unwrap();
        assert_eq!(
            centre
                .store
                .close_covered(std::slice::from_ref(&new))
                .unwrap(),
            0
        );
        let known = |centre: &Centre| {
            let among = centre.store.suppressed_among(centre.list, &[number()]);
            among.unwrap().contains(&DIGITS)
        };
        centre.pass(59);
        assert!(!known(&centre));
        assert_eq!(close(&centre), 0);
        assert_eq!(centre.offer(centre.agents[0]), Some(id));
        centre.pass(1);
        assert!(known(&centre));
        assert!(centre.dial(id, centre.agents[0]).is_err());
        assert_eq!(
            close(&centre),
            1,
            "marked, and closed as soon as it is let go"
        );
        assert_eq!(close(&centre), 0, "once");
        // The earlier beginning stays.
        let later = Suppression {
            from_at: Some(now + SignedDuration::from_hours(9)),
            ..new
        };
        centre.store.suppress(vec![later]).unwrap();
        let kept = centre.store.suppressions_of(number()).unwrap();
        assert_eq!((kept.len(), kept[0].from_at), (1, from_at));
        assert!(known(&centre));
        centre.is_sound();
    });
}
