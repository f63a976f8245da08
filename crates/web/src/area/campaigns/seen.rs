//! Everything the page of a campaign shows, read from the store.

use crate::failure::Failure;
use engine::{AgentId, CallSounds, CampaignId, ListId, Profile, Rules, Zone};
use jiff::Timestamp;
use std::sync::Arc;
use store::{
    Advertiser, Campaign, CampaignFigures, Destination, LinkStock, List, ListLink, Quota, Script,
    Store, Why,
};

pub struct Seen {
    pub campaign: Campaign,
    pub advertisers: Vec<Advertiser>,
    pub links: Vec<Linked>,
    /// All agents there are, and whether they work on it.
    pub agents: Vec<(AgentId, String, bool)>,
    /// Lists that do not stand in it.
    pub others: Vec<List>,
    pub quotas: Vec<Quota>,
    pub destinations: Vec<Destination>,
    /// What it asks beyond the law.
    pub profile: Profile,
    /// What whoever it calls hears where nobody speaks.
    pub sounds: CallSounds,
    /// The campaign's own.
    pub script: Option<Script>,
    pub attempts: i64,
    /// The law's rule that wants a number shown, of any list.
    pub shown_by_law: Option<String>,
    /// Whoever calls its number back reaches nobody.
    pub is_unanswered: bool,
}

/// A list in the campaign.
pub struct Linked {
    pub link: ListLink,
    pub list: List,
    pub rules: Arc<Rules>,
    pub stock: LinkStock,
    /// Open contacts of the list whom the law gives no ground to call.
    pub without_ground: i64,
    /// What is said to its contacts.
    pub script: Option<Script>,
    /// Other running campaigns in which it stands.
    pub elsewhere: usize,
}

impl Seen {
    pub fn of(store: &Store, id: CampaignId, since: Timestamp) -> Result<Self, Failure> {
        let figures = store.campaign_figures(since)?;
        let there = figures.iter().find(|there| there.campaign.id == id);
        let there = there.ok_or(Failure::NotFound)?;
        let mut links = Vec::new();
        for link in store.campaign_links(id)? {
            links.push(linked(store, link, &figures)?);
        }
        let mine = store.campaign_agents(id)?;
        let agents = store.agents()?.into_iter();
        let lists = store.lists()?.into_iter();
        let own = store.scripts(id, None)?.into_iter().next();
        Ok(Self {
            attempts: there.attempts,
            campaign: there.campaign.clone(),
            advertisers: store.advertisers()?,
            agents: agents
                .map(|(agent, name)| (agent, name, mine.contains(&agent)))
                .collect(),
            others: lists
                .filter(|list| !links.iter().any(|linked| linked.list.id == list.id))
                .collect(),
            quotas: store.quotas(id)?,
            destinations: store.destinations(id)?,
            profile: store.campaign_profile(id)?,
            sounds: store.campaign_sounds(id)?,
            script: own.filter(|script| !script.text.is_empty()),
            shown_by_law: links
                .iter()
                .find_map(|linked| shown_by_law(&linked.rules, store.clock().now())),
            links,
            is_unanswered: store.unanswered_numbers()?.contains(&id),
        })
    }

    pub fn assigned(&self) -> usize {
        self.agents.iter().filter(|(_, _, is)| *is).count()
    }

    pub fn list_name(&self, id: ListId) -> Option<&str> {
        let mut lists = self.links.iter().map(|linked| &linked.list);
        lists
            .find(|list| list.id == id)
            .map(|list| list.name.as_str())
    }
}

/// What the law says of the number that is shown, where it demands one.
pub fn shown_by_law(rules: &Rules, now: Timestamp) -> Option<String> {
    let today = Zone::UTC.local(now).date();
    let demanded = rules.law.demands_number(today)?;
    Some(demanded.rule.text().to_owned())
}

fn linked(store: &Store, link: ListLink, figures: &[CampaignFigures]) -> Result<Linked, Failure> {
    let list = store.list(link.list)?.ok_or(Failure::NotFound)?;
    let running = |id: CampaignId| {
        figures.iter().any(|there| {
            there.campaign.id == id && there.campaign.state == store::CampaignState::Running
        })
    };
    let elsewhere = store
        .links(list.id)?
        .into_iter()
        .filter(|other| other.campaign != link.campaign && other.active && running(other.campaign));
    Ok(Linked {
        rules: store.rules(list.rules)?,
        stock: store.link_stock(&link)?,
        without_ground: store.stock_of_list(link.list)?.count(Why::NoGround),
        script: store.script_for(link.campaign, list.id)?,
        elsewhere: elsewhere.count(),
        list,
        link,
    })
}

/// One link of a campaign with its list, for the pages behind the campaign's.
pub fn one_link(store: &Store, campaign: i64, link: i64) -> Result<(Campaign, Linked), Failure> {
    let id = CampaignId(campaign);
    let there = store.campaign(id)?.ok_or(Failure::NotFound)?;
    let mut links = store.campaign_links(id)?.into_iter();
    let wanted = links.find(|known| known.id == link);
    let linked = linked(store, wanted.ok_or(Failure::NotFound)?, &[])?;
    Ok((there, linked))
}
