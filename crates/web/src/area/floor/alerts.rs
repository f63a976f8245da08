//! What should be looked at, in the visitor's words, each with the way to where it is mended.

use super::board::Seen;
use crate::routes::leads_somewhere;
use crate::words::Words;
use engine::{AgentId, CampaignId, ListId};
use fluent_bundle::FluentArgs;
use store::Alert;

pub struct AlertLine {
    pub text: String,
    pub path: String,
    /// `bad` where work stands still, else `warn`.
    pub mark: &'static str,
}

pub fn lines(seen: &Seen, words: &Words) -> Vec<AlertLine> {
    let mut lines = Vec::new();
    if !seen.has_exchange {
        lines.push(AlertLine {
            text: words.t("alert-no-line"),
            path: "/settings".to_owned(),
            mark: "bad",
        });
    }
    let alerts = seen.floor.alerts();
    lines.extend(alerts.iter().map(|alert| line(seen, alert, words)));
    lines.sort_by_key(|line| line.mark);
    lines
}

fn line(seen: &Seen, alert: &Alert, words: &Words) -> AlertLine {
    let named = Named { seen, words };
    match alert {
        Alert::NoLinks { campaign } => AlertLine {
            text: named.campaign("alert-no-links", *campaign),
            path: of_campaign(*campaign),
            mark: "bad",
        },
        Alert::NoAgents { campaign } => AlertLine {
            text: named.campaign("alert-no-agents", *campaign),
            path: "/floor/grid".to_owned(),
            mark: "bad",
        },
        Alert::NoStock { campaign, list } => AlertLine {
            text: named.campaign("alert-no-stock", *campaign),
            path: list.map_or_else(|| of_campaign(*campaign), of_list),
            mark: "bad",
        },
        Alert::StockRunsOut { campaign, minutes } => AlertLine {
            text: named.counted("alert-stock", *minutes, &named.name_of(*campaign)),
            path: of_campaign(*campaign),
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
                path: format!("/floor/held?list={}&why=overdue", list.0),
                mark: "warn",
            }
        }
        Alert::WrapUpLong { agent, since } => AlertLine {
            text: named.agent("alert-wrap-up", *agent, *since),
            path: of_agent(*agent),
            mark: "warn",
        },
        Alert::BreakLong { agent, since, .. } => AlertLine {
            text: named.agent("alert-break", *agent, *since),
            path: of_agent(*agent),
            mark: "warn",
        },
        Alert::DeskSilent { agent, heard } => AlertLine {
            text: named.agent("alert-silent", *agent, *heard),
            path: of_agent(*agent),
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
