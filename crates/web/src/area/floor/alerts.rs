//! What should be looked at, in the visitor's words, each with the way to where it is mended.

use super::board::Seen;
use crate::routes::leads_somewhere;
use crate::seat::{Seat, Visitor};
use crate::words::Words;
use engine::{AgentId, CampaignId, ListId};
use fluent_bundle::FluentArgs;
use store::Alert;

pub struct AlertLine {
    pub text: String,
    /// Nothing where whoever looks cannot mend it.
    pub path: Option<String>,
    /// `bad` where work stands still, else `warn`.
    pub mark: &'static str,
}

pub fn lines(seen: &Seen, visitor: &Visitor) -> Vec<AlertLine> {
    let words = &visitor.words;
    let mut lines = of_exchanges(seen, visitor);
    let alerts = seen.floor.alerts();
    lines.extend(alerts.iter().map(|alert| line(seen, alert, words)));
    lines.sort_by_key(|line| line.mark);
    lines
}

/// Where all are gone it is said once; else of each.
fn of_exchanges(seen: &Seen, visitor: &Visitor) -> Vec<AlertLine> {
    let words = &visitor.words;
    let told = match seen.has_exchange {
        false => vec![words.t("alert-no-line")],
        true => {
            let gone = seen.gone.iter().map(String::as_str);
            gone.map(|place| words.with("alert-exchange-gone", [("place", place)]))
                .collect()
        }
    };
    let mends = Seat::Administrator.admits(visitor);
    let line = |text| AlertLine {
        text,
        path: mends.then(|| "/people/telephony".to_owned()),
        mark: "bad",
    };
    told.into_iter().map(line).collect()
}

fn line(seen: &Seen, alert: &Alert, words: &Words) -> AlertLine {
    let named = Named { seen, words };
    match alert {
        Alert::NoLinks { campaign } => AlertLine {
            text: named.campaign("alert-no-links", *campaign),
            path: Some(of_campaign(*campaign)),
            mark: "bad",
        },
        Alert::NoAgents { campaign } => AlertLine {
            text: named.campaign("alert-no-agents", *campaign),
            path: Some("/floor/grid".to_owned()),
            mark: "bad",
        },
        Alert::NoStock { campaign, list } => AlertLine {
            text: named.campaign("alert-no-stock", *campaign),
            path: Some(list.map_or_else(|| of_campaign(*campaign), of_list)),
            mark: "bad",
        },
        Alert::StockRunsOut { campaign, minutes } => AlertLine {
            text: named.counted("alert-stock", *minutes, &named.name_of(*campaign)),
            path: Some(of_campaign(*campaign)),
            mark: "warn",
        },
        Alert::CallbacksOverdue {
            list,
            count,
            oldest,
            ..
        } => {
            let mut parts = FluentArgs::new();
            let list_name = seen.lists.get(list).cloned().unwrap_or_default();
            parts.set("n", words.counted(*count));
            parts.set("name", list_name);
            parts.set("at", words.moment(*oldest));
            AlertLine {
                text: words.say("alert-overdue", &parts),
                path: Some(format!("/floor/held?list={}&why=overdue", list.0)),
                mark: "warn",
            }
        }
        Alert::WrapUpLong { agent, since } => AlertLine {
            text: named.agent("alert-wrap-up", *agent, *since),
            path: Some(of_agent(*agent)),
            mark: "warn",
        },
        Alert::BreakLong { agent, since, .. } => AlertLine {
            text: named.agent("alert-break", *agent, *since),
            path: Some(of_agent(*agent)),
            mark: "warn",
        },
        Alert::DeskSilent { agent, heard } => AlertLine {
            text: named.agent("alert-silent", *agent, *heard),
            path: Some(of_agent(*agent)),
            mark: "warn",
        },
    }
}

struct Named<'a> {
    seen: &'a Seen,
    words: &'a Words,
}

impl Named<'_> {
    fn name_of(&self, campaign: CampaignId) -> String {
        let campaigns = &self.seen.floor.campaigns;
        campaigns
            .iter()
            .find(|there| there.campaign.id == campaign)
            .map_or_else(String::new, |there| there.campaign.name.clone())
    }

    fn campaign(&self, key: &str, campaign: CampaignId) -> String {
        let name = self.name_of(campaign);
        self.words.with(key, [("name", name.as_str())])
    }

    fn counted(&self, key: &str, n: i64, name: &str) -> String {
        let mut parts = FluentArgs::new();
        parts.set("n", self.words.counted(n));
        parts.set("name", name.to_owned());
        self.words.say(key, &parts)
    }

    fn agent(&self, key: &str, agent: AgentId, since: jiff::Timestamp) -> String {
        let agents = &self.seen.floor.agents;
        let name = agents
            .iter()
            .find(|there| there.id == agent)
            .map_or_else(String::new, |there| there.name.clone());
        self.counted(key, self.seen.floor.minutes_since(since), &name)
    }
}

fn of_agent(agent: AgentId) -> String {
    format!("/floor/agents/{}", agent.0)
}

/// A campaign's own page; its agents and lists where there is none.
fn of_campaign(campaign: CampaignId) -> String {
    match leads_somewhere("/campaigns/{id}") {
        true => format!("/campaigns/{}", campaign.0),
        false => "/floor/grid".to_owned(),
    }
}

fn of_list(list: ListId) -> String {
    match leads_somewhere("/lists/{list}") {
        true => format!("/lists/{}", list.0),
        false => format!("/results/list?list={}", list.0),
    }
}
