//! Campaigns: what is set on them, what their links can offer, quotas, scripts.

use crate::centre::{Centre, add_list, contact, rules};
use crate::support::with_both;
use engine::catalogue::ReportColumn;
use engine::{Actor, CallbackChoice, Command, ContactId, Limits, Outcome, Roster, Settings, Zone};
use jiff::SignedDuration;
use store::{
    CampaignRefusal, CampaignState, Entry, NewList, NewQuota, NewRules, Obstacle, QuotaOf,
    USUAL_PRIORITY, Weighed,
};

fn amsterdam() -> Zone {
    Zone::new("Europe/Amsterdam").unwrap()
}

fn quota(centre: &Centre, of: QuotaOf, most: i64) -> NewQuota {
    NewQuota {
        campaign: centre.campaign,
        link: None,
        of,
        most,
        per_day: false,
        zone: amsterdam(),
    }
}

fn positive() -> QuotaOf {
    QuotaOf::Column(ReportColumn::Positive)
}

/// Calls the next contact and gives it a code.
fn code_next(centre: &Centre, code: &str) -> ContactId {
    let agent = centre.agents[0];
    let contact = centre.offer(agent).expect("a contact");
    centre.call(contact, agent, Outcome::Answered);
    centre.dispose(contact, agent, code, None).unwrap();
    contact
}

fn counted(centre: &Centre) -> Vec<i64> {
    let quotas = centre.store.quotas(centre.campaign).unwrap();
    quotas.iter().map(|quota| quota.counted).collect()
}

#[test]
fn a_campaign_is_set_up_from_nothing() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let store = &centre.store;
        let id = store.new_campaign("Spring").unwrap().unwrap();
        assert_eq!(
            store.new_campaign("Spring").unwrap(),
            Err(CampaignRefusal::NameTaken)
        );
        let mut campaign = store.campaign(id).unwrap().unwrap();
        assert_eq!(campaign.state, CampaignState::Paused);
        campaign.name = "Hotleads".to_owned();
        assert_eq!(
            store.change_campaign(campaign.clone()).unwrap(),
            Err(CampaignRefusal::NameTaken)
        );
        campaign.name = "Summer".to_owned();
        campaign.priority = 100;
        store.change_campaign(campaign.clone()).unwrap().unwrap();
        assert_eq!(store.campaign(id).unwrap(), Some(campaign));
        let link = store
            .link_list(id, centre.list, USUAL_PRIORITY)
            .unwrap()
            .unwrap();
        assert_eq!(
            store.link_list(id, centre.list, 1).unwrap(),
            Err(CampaignRefusal::Linked)
        );
        let links = store.campaign_links(id).unwrap();
        assert_eq!((links.len(), links[0].id), (1, link));
        store.remove_link(link).unwrap();
        assert_eq!(store.campaign_links(id).unwrap(), []);
        assert_eq!(
            store.campaign_agents(centre.campaign).unwrap(),
            centre.agents
        );
    });
}

#[test]
fn the_stock_of_a_link_is_that_of_what_its_filter_chose() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(4);
        let keep = |row: &store::ContactRow| row.id.0 % 2 == 1;
        let weighed = centre.store.weigh_filter(centre.list, keep).unwrap();
        let odd = ids.iter().filter(|id| id.0 % 2 == 1).count() as u64;
        let wanted = Weighed {
            contacts: 4,
            chosen: odd,
            now: odd,
        };
        assert_eq!(weighed, wanted);
        let link = centre.store.campaign_links(centre.campaign).unwrap()[0].clone();
        assert_eq!(centre.store.link_stock(&link).unwrap().stock.now, 4);
        let members = centre.store.filter_link(link.id, "odd", keep).unwrap();
        assert_eq!(members, odd);
        let link = centre.store.campaign_links(centre.campaign).unwrap()[0].clone();
        let stock = centre.store.link_stock(&link).unwrap();
        assert_eq!(stock.stock.now as u64, odd);
        code_next(&centre, "500");
        let figures = centre.store.campaign_figures(centre.clock.now()).unwrap();
        assert_eq!(figures[0].attempts, 1);
        assert_eq!(figures[0].stock.now as u64, odd - 1);
        assert_eq!(figures[0].stock.closed, 1);
        centre.is_sound();
    });
}

#[test]
fn a_quota_that_is_reached_offers_callbacks_only_and_frees_again() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ada = centre.agents[0];
        let ids = centre.import(6);
        let first = code_next(&centre, "700");
        // What was reached before counts.
        centre
            .store
            .add_quota(quota(&centre, positive(), 2))
            .unwrap();
        assert_eq!(counted(&centre), [1]);
        code_next(&centre, "501");
        assert_eq!(counted(&centre), [1]);
        let callback = centre.offer(ada).unwrap();
        centre.call(callback, ada, Outcome::Answered);
        let tomorrow = CallbackChoice {
            at: Some(centre.clock.now() + SignedDuration::from_hours(23)),
            ..CallbackChoice::default()
        };
        centre
            .dispose(callback, ada, "300", Some(tomorrow))
            .unwrap();
        code_next(&centre, "700");
        assert_eq!(counted(&centre), [2]);
        assert_eq!(centre.offer(ada), None, "the quota is reached");
        let held = centre.store.explain(centre.list, ids[5]).unwrap().unwrap();
        let quotas: Vec<&str> = held
            .blocked
            .iter()
            .filter(|block| matches!(block.obstacle, Obstacle::Quota(..)))
            .map(|block| block.reason.as_str())
            .collect();
        assert_eq!(quotas, ["quota of 2 positive reached in campaign Hotleads"]);
        // A correction takes it off again.
        let correct = Command::Correct {
            attempt: 1,
            code: engine::Code::new("501"),
        };
        let entry = Entry::command(centre.list, first, Actor::Supervisor(ada), correct);
        centre.store.record(entry).unwrap();
        assert_eq!(counted(&centre), [1]);
        let fifth = code_next(&centre, "700");
        assert_eq!(centre.offer(ada), None);
        // Taken back within its time, it is off again, and in hand.
        centre.command(fifth, ada, Command::Undo).unwrap();
        assert_eq!(counted(&centre), [1]);
        centre.dispose(fifth, ada, "700", None).unwrap();
        assert_eq!(counted(&centre), [2]);
        // Callbacks go on.
        centre.pass(24 * 60);
        assert_eq!(centre.offer(ada), Some(callback));
        centre.is_sound();
    });
}

#[test]
fn a_quota_by_the_day_begins_anew_and_one_of_a_link_holds_it_alone() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ada = centre.agents[0];
        centre.import(4);
        let code = QuotaOf::Code(engine::Code::new("501"));
        let daily = NewQuota {
            per_day: true,
            ..quota(&centre, code.clone(), 1)
        };
        centre.store.add_quota(daily).unwrap();
        code_next(&centre, "501");
        assert_eq!(centre.offer(ada), None);
        centre.pass(24 * 60);
        assert_eq!(counted(&centre), [0]);
        code_next(&centre, "700");
        let other = add_list(&centre.store, "Others", Settings::default());
        let link = centre
            .store
            .link_list(centre.campaign, other, 1)
            .unwrap()
            .unwrap();
        let of_other = NewQuota {
            link: Some(link),
            ..quota(&centre, positive(), 1)
        };
        let id = centre.store.add_quota(of_other).unwrap();
        assert_eq!(
            counted(&centre),
            [0, 0],
            "the other list has reached nothing"
        );
        assert!(centre.offer(ada).is_some());
        centre.store.remove_quota(id).unwrap();
        assert_eq!(counted(&centre).len(), 1);
        centre.store.remove_link(link).unwrap();
        centre.is_sound();
    });
}

#[test]
fn a_quota_goes_with_its_link() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let link = centre.store.campaign_links(centre.campaign).unwrap()[0].id;
        let own = NewQuota {
            link: Some(link),
            ..quota(&centre, positive(), 1)
        };
        centre.store.add_quota(own).unwrap();
        centre.store.remove_link(link).unwrap();
        assert!(counted(&centre).is_empty());
    });
}

#[test]
fn settings_make_new_rules_and_say_who_stands_at_the_limit() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ada = centre.agents[0];
        let ids = centre.import(2);
        let contact = centre.offer(ada).unwrap();
        centre.call(contact, ada, Outcome::Busy);
        let limits = |cold_count| Limits {
            cold_count,
            ..Limits::default()
        };
        let at = |count| {
            centre
                .store
                .count_at_limit(centre.list, &limits(count))
                .unwrap()
        };
        assert_eq!((at(2), at(1)), (0, 1));
        let before = centre.store.list(centre.list).unwrap().unwrap().rules;
        let roster = Roster::parse("we 14:00-").unwrap();
        let settings = Settings {
            limits: Some(limits(1)),
            roster: Some(roster),
            ..Settings::default()
        };
        let after = centre
            .store
            .set_settings(centre.list, settings.clone())
            .unwrap();
        assert_ne!(before, after);
        let rules = centre.store.rules(after).unwrap();
        assert_eq!(rules.settings, settings);
        assert_eq!(rules.catalogue.name(), "callpro");
        assert_eq!(centre.store.rules(before).unwrap().settings.limits, None);
        // Those that are there keep what they have; new ones get the roster.
        assert_eq!(centre.contact(ids[1]).roster, None);
        let new = centre.import_all(vec![contact_of(9)])[0];
        assert_eq!(centre.contact(new).roster, Some(roster));
        let offer_at = centre.contact(new).offer_at.unwrap().to_string();
        assert_eq!(offer_at, "2026-01-07T13:00:00Z");
        centre.is_sound();
    });
}

fn contact_of(n: u32) -> store::NewContact {
    contact(n, &[493_023_125_000 + u64::from(n)])
}

#[test]
fn scripts_have_versions_and_a_list_s_own_goes_first() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let (store, campaign, list) = (&centre.store, centre.campaign, centre.list);
        assert_eq!(store.script_for(campaign, list).unwrap(), None);
        assert_eq!(store.set_script(campaign, None, "", "Sue").unwrap(), 0);
        assert_eq!(store.set_script(campaign, None, "Hello", "Sue").unwrap(), 1);
        assert_eq!(store.set_script(campaign, None, "Hello", "Sue").unwrap(), 1);
        assert_eq!(store.set_script(campaign, None, "Hi", "Bob").unwrap(), 2);
        let said = || store.script_for(campaign, list).unwrap().unwrap();
        assert_eq!((said().text, said().author), ("Hi".into(), "Bob".into()));
        store
            .set_script(campaign, Some(list), "Dear", "Sue")
            .unwrap();
        assert_eq!((said().text, said().list), ("Dear".into(), Some(list)));
        store.set_script(campaign, Some(list), "", "Sue").unwrap();
        assert_eq!(said().text, "Hi");
        let versions: Vec<i64> = store
            .scripts(campaign, None)
            .unwrap()
            .iter()
            .map(|script| script.version)
            .collect();
        assert_eq!(versions, [2, 1]);
    });
}

#[test]
fn who_is_in_hand_when_a_campaign_is_closed_is_told() {
    with_both(|database| {
        let mut centre = Centre::open(database, 1);
        let catalogue = include_str!("../../../../catalogues/contact-expert.toml");
        centre.list = centre
            .store
            .add_list(NewList {
                name: "Sessions".to_owned(),
                country: "HU".to_owned(),
                rules: NewRules {
                    catalogue: catalogue.to_owned(),
                    ..rules(Settings::default())
                },
                fields: Vec::new(),
            })
            .unwrap();
        let (agent, store) = (centre.agents[0], &centre.store);
        store
            .add_link(centre.campaign, centre.list, USUAL_PRIORITY)
            .unwrap();
        centre.import(1);
        let contact = centre.offer(agent).expect("a contact");
        centre.call(contact, agent, Outcome::Answered);
        let closed = store::Campaign {
            state: CampaignState::Closed,
            ..store.campaign(centre.campaign).unwrap().unwrap()
        };
        store.set_campaign(closed).unwrap();
        let choice = CallbackChoice {
            at: Some(centre.clock.now() + SignedDuration::from_hours(24)),
            ..CallbackChoice::default()
        };
        centre.dispose(contact, agent, "51", Some(choice)).unwrap();
        let state = store.contact(centre.list, contact).unwrap().unwrap();
        assert_eq!(
            state.code.as_str(),
            "54",
            "no callback is kept in a closed campaign"
        );
        let attempts = store.attempts_of(centre.list, contact).unwrap();
        assert_eq!(attempts[0].code.as_str(), "51", "what was said stays said");
        assert_eq!(store.doctor().unwrap().differences, []);
    });
}
