//! A house of two campaigns, one of which records, with an agent for each contact, and a number that can be
//! called.

use engine::{AgentId, CampaignId, ContactKind, Number, Profile, Recorded, Settings, Zone};
use store::{
    Author, Batch, CampaignState, Mode, NewContact, NewList, NewRules, NewUser, Queue, QueueKind,
    Role, Store, USUAL_PRIORITY,
};

const CALLPRO: &str = include_str!("../../../../../catalogues/callpro.toml");
/// It rings for long enough, and whoever is recorded is told.
const LAW: &str = r#"
country = "DE"
version = "tests"
zone = "Europe/Berlin"

[[ring]]
text = "It rings at most 20 seconds"
max_seconds = 20
source = "ours"
certain = false

[[recording]]
text = "The other side is told"
owed = "notice"
source = "ours"
certain = false
"#;
/// Of everybody here. Its hash is a cheap one: logging in is not what is tried.
pub const PASSWORD: &str = "a desk to measure by";
const HASH: &str = "$argon2id$v=19$m=8,t=1,p=1$5jdTUiClyLN/X6lCfsktYQ\
                    $MskAE/VG7JsdgWVLoCEQeCwe3LVFtlTFLAmyrtCORJE";
pub const CALLED: u64 = 493_023_125_900;
const FIRST_NUMBER: u64 = 493_023_125_000;

/// A list in a campaign of its own, with contacts that behave so.
pub fn campaign(store: &Store, name: &str, behaviours: &[u64], recorded: bool) -> CampaignId {
    let rules = NewRules {
        catalogue: CALLPRO.to_owned(),
        law: Some(LAW.to_owned()),
        settings: Settings::default(),
    };
    let list = NewList {
        name: name.to_owned(),
        country: "DE".to_owned(),
        rules,
        fields: Vec::new(),
    };
    let list = store.add_list(list).unwrap();
    let campaign = store.add_campaign(name, CampaignState::Running).unwrap();
    store.add_link(campaign, list, USUAL_PRIORITY).unwrap();
    let profile = Profile {
        recorded: recorded.then_some(Recorded::On),
        ..Profile::default()
    };
    store.set_campaign_profile(campaign, &profile).unwrap();
    let import = store.begin_import(list, Mode::Append, name, name).unwrap();
    let batch = Batch {
        contacts: behaviours.iter().zip(2..).map(contact).collect(),
        lines_done: behaviours.len() as u64,
        ..Batch::default()
    };
    store.stage(&import, batch).unwrap();
    store.make_live(import.id).unwrap();
    campaign
}

fn contact((behaviour, line): (&u64, u64)) -> NewContact {
    NewContact {
        line,
        key: None,
        dedupe: None,
        zone: Zone::new("Europe/Berlin").unwrap(),
        kind: ContactKind::Company,
        arrival: None,
        consent: None,
        numbers: vec![Number::new(FIRST_NUMBER + behaviour).unwrap()],
        fields: "{}".to_owned(),
    }
}

/// Somebody who can log in, with this desk phone.
pub fn agent(store: &Store, campaign: CampaignId, phone: usize) -> AgentId {
    let login = format!("a{phone}");
    let new = NewUser {
        login: login.clone(),
        name: login,
        role: Role::Agent,
        agent: None,
        language: None,
        password_hash: Some(HASH.to_owned()),
        must_change: false,
    };
    let user = store.add_user(new, Author::nobody("tests")).unwrap();
    let agent = store.user(user.unwrap()).unwrap().unwrap().agent.unwrap();
    let phone = phone.to_string().parse().unwrap();
    store.set_phone(agent, Some(phone)).unwrap().unwrap();
    store.assign(campaign, agent).unwrap();
    agent
}

/// Callers of this campaign may wait for two minutes.
pub fn number(store: &Store, campaign: CampaignId) {
    let called = Number::new(CALLED).unwrap();
    let zone = Zone::new("Europe/Berlin").unwrap();
    let mut queue = Queue::new(called, "Callers", QueueKind::Service, zone);
    queue.campaign = Some(campaign);
    queue.list = store.lists().unwrap().last().map(|list| list.id);
    queue.rules.wait_seconds = 120;
    assert_eq!(store.set_queue(queue).unwrap(), []);
}
