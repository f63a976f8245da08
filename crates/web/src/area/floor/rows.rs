//! One line of the table for each agent.

use super::asked::phase_key;
use super::board::Seen;
use crate::words::Words;
use engine::AgentPhase;
use store::FloorAgent;

pub struct Row {
    pub id: i64,
    pub name: String,
    pub phase: String,
    /// The tag's class.
    pub mark: &'static str,
    /// What begins when the contact is let go.
    pub then: Option<String>,
    /// In microseconds since 1970, for the timer.
    pub since: i64,
    pub since_text: String,
    pub is_in: bool,
    pub campaign: String,
    /// The contact in hand, and where it is.
    pub contact: Option<(String, String)>,
    pub attempts: String,
    pub live: String,
    pub positive: String,
    pub talked: String,
    pub seen: String,
}

pub fn row(seen: &Seen, agent: &FloorAgent, words: &Words) -> Row {
    let floor = &seen.floor;
    let campaigns = &floor.campaigns;
    let campaign = agent.campaign.and_then(|id| {
        let found = campaigns.iter().find(|there| there.campaign.id == id);
        found.map(|there| there.campaign.name.clone())
    });
    Row {
        id: agent.id.0,
        name: agent.name.clone(),
        phase: phase(seen, agent, words),
        mark: mark(agent.phase),
        then: then(seen, agent, words),
        since: agent.since.as_microsecond(),
        since_text: words.duration(floor.now.duration_since(agent.since).as_secs()),
        is_in: agent.is_in(),
        campaign: campaign.unwrap_or_default(),
        contact: agent.contact.map(|(list, contact)| {
            let name = seen.lists.get(&list).cloned().unwrap_or_default();
            let key = agent.key.clone();
            let key = key.unwrap_or_else(|| contact.0.to_string());
            let path = format!("/contacts/{}/{}", list.0, contact.0);
            (format!("{name} {key}"), path)
        }),
        attempts: words.number(agent.today.attempts),
        live: words.number(agent.today.live),
        positive: words.number(agent.today.positive),
        talked: words.duration(agent.talked_seconds),
        seen: agent
            .seen
            .map_or_else(|| "–".to_owned(), |seen| words.time(seen)),
    }
}

fn mark(phase: AgentPhase) -> &'static str {
    match phase {
        AgentPhase::Talking => "good",
        AgentPhase::WrapUp | AgentPhase::Break => "warn",
        _ => "",
    }
}

/// The phase, with the type of a break.
pub fn phase(seen: &Seen, agent: &FloorAgent, words: &Words) -> String {
    match &agent.detail {
        Some(kind) if kind == "logged_in" => words.t("desk-logged-in"),
        Some(kind) if kind == "passive" => words.t("desk-passive"),
        Some(kind) => break_name(seen, kind, words),
        None => words.t(phase_key(agent.phase)),
    }
}

pub fn then(seen: &Seen, agent: &FloorAgent, words: &Words) -> Option<String> {
    match (&agent.state.break_next, agent.state.out_next) {
        (Some(kind), _) => {
            let name = break_name(seen, kind, words);
            Some(words.with("desk-break-next", [("break", name.as_str())]))
        }
        (None, true) => Some(words.t("desk-out-next")),
        (None, false) => None,
    }
}

fn break_name(seen: &Seen, kind: &str, words: &Words) -> String {
    let known = seen.floor.breaks.iter().find(|known| known.code == kind);
    match known {
        Some(known) => known.label_in(words.language().word()).to_owned(),
        None => words.t("desk-break-other"),
    }
}
