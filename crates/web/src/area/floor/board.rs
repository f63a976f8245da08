//! The screen as it is drawn: alerts, the last hour, campaigns, agents.

use super::alerts::{self, AlertLine};
use super::asked::{Asked, COLUMNS, PHASES, phase_key};
use super::campaigns::{self, Card};
use super::rows::{self, Row};
use super::trend::{self, Trend};
use crate::area::queues::Line as QueueLine;
use crate::seat::Visitor;
use crate::words::Words;
use engine::{AgentPhase, ListId};
use std::collections::BTreeMap;
use store::{Cell, Floor};

pub struct Board {
    pub words: Words,
    pub wide: bool,
    pub query: String,
    pub other_width: String,
    /// The centre's time, for those who look from far away.
    pub clock: String,
    pub alerts: Vec<AlertLine>,
    pub totals: Vec<(String, String)>,
    pub trend: Trend,
    /// Numbers that can be called, where there are any.
    pub calls: Vec<QueueLine>,
    pub cards: Vec<Card>,
    pub heads: Vec<Head>,
    pub rows: Vec<Row>,
    /// How many agents there are, at work or not.
    pub all: usize,
    pub campaigns: Vec<(i64, String, bool)>,
    pub phases: Vec<(&'static str, String, bool)>,
    pub sort: String,
    pub down: String,
}

/// The head of a column, by which the table can be sorted.
pub struct Head {
    pub label: String,
    pub path: String,
    pub sorted: &'static str,
    pub number: bool,
}

/// What the screen is drawn from.
pub struct Seen {
    pub floor: Floor,
    pub cells: Vec<Cell>,
    pub lists: BTreeMap<ListId, String>,
    /// Whether there is an exchange behind the switchboard.
    pub has_exchange: bool,
    /// Exchanges that cannot be reached.
    pub gone: Vec<String>,
}

pub fn board(seen: &Seen, asked: &Asked, visitor: &Visitor) -> Board {
    let (floor, words) = (&seen.floor, &visitor.words);
    let chosen = asked.choose(&floor.agents, &seen.cells);
    Board {
        wide: asked.is_wide(),
        query: asked.query(),
        other_width: asked.other_width(),
        clock: words.clock(floor.now),
        alerts: alerts::lines(seen, visitor),
        totals: totals(floor, words),
        trend: trend::trend(floor, words),
        calls: Vec::new(),
        cards: campaigns::cards(floor, words),
        heads: heads(asked, words),
        rows: chosen
            .into_iter()
            .map(|agent| rows::row(seen, agent, words))
            .collect(),
        all: floor.agents.len(),
        campaigns: floor
            .campaigns
            .iter()
            .map(|there| {
                let id = there.campaign.id.0;
                let chosen = asked.campaign.parse() == Ok(id);
                (id, there.campaign.name.clone(), chosen)
            })
            .collect(),
        phases: phases(asked, words),
        sort: asked.sort.clone(),
        down: asked.down.clone(),
        words: words.clone(),
    }
}

/// How many are doing what, and today's figures.
fn totals(floor: &Floor, words: &Words) -> Vec<(String, String)> {
    let count = |phase: AgentPhase| {
        floor
            .agents
            .iter()
            .filter(|agent| agent.phase == phase)
            .count()
    };
    let mut totals: Vec<(String, String)> = PHASES
        .into_iter()
        .map(|phase| (words.number(count(phase)), words.t(phase_key(phase))))
        .collect();
    let today = floor.today;
    totals.extend([
        (
            words.number(today.attempts),
            words.t("floor-attempts-today"),
        ),
        (words.number(today.live), words.t("floor-live-today")),
        (
            words.number(today.positive),
            words.t("floor-positive-today"),
        ),
    ]);
    totals
}

fn heads(asked: &Asked, words: &Words) -> Vec<Head> {
    COLUMNS
        .into_iter()
        .map(|(column, label)| {
            let (path, sorted) = asked.head(column);
            Head {
                label: words.t(label),
                path,
                sorted,
                number: matches!(column, "attempts" | "live" | "positive" | "talked"),
            }
        })
        .collect()
}

fn phases(asked: &Asked, words: &Words) -> Vec<(&'static str, String, bool)> {
    let each = PHASES
        .into_iter()
        .chain([AgentPhase::Out])
        .map(|phase| (phase.word(), words.t(phase_key(phase))));
    [
        ("", words.t("floor-at-work")),
        ("all", words.t("search-all")),
    ]
    .into_iter()
    .chain(each)
    .map(|(word, label)| (word, label, asked.phase == word))
    .collect()
}
