//! One card for each campaign: who works there, how it goes, what there is to call.

use super::asked::{PHASES, phase_key};
use super::held::why_key;
use crate::area::campaigns::bounds::room;
use crate::words::Words;
use store::{CampaignState, Floor, FloorCampaign, FloorList};

pub struct Card {
    pub name: String,
    /// Said where it does not run.
    pub paused: bool,
    /// It dials by itself.
    pub by_itself: bool,
    pub phases: Vec<(String, String)>,
    pub assigned: String,
    pub figures: Vec<(String, String)>,
    /// How many answered calls found no agent; whether none more may.
    pub room: Option<(String, bool)>,
    pub bounds_path: String,
    pub lists: Vec<ListPart>,
}

pub struct ListPart {
    pub name: String,
    pub path: String,
    pub active: bool,
    pub now: Behind,
    pub today: String,
    pub later: String,
    /// All open contacts.
    pub open: String,
    pub held: Vec<Behind>,
    pub closed: String,
    pub closed_path: String,
    pub at_limit: Option<String>,
}

/// A number with the way to the contacts behind it.
pub struct Behind {
    pub count: String,
    pub label: String,
    pub path: String,
}

pub fn cards(floor: &Floor, words: &Words) -> Vec<Card> {
    floor
        .campaigns
        .iter()
        .map(|there| card(there, words))
        .collect()
}

fn card(there: &FloorCampaign, words: &Words) -> Card {
    let figure = |count: i64, key: &str| (words.number(count), words.t(key));
    Card {
        name: there.campaign.name.clone(),
        paused: there.campaign.state == CampaignState::Paused,
        by_itself: there.progressive.is_some(),
        phases: PHASES
            .into_iter()
            .map(|phase| {
                let count = there.phases.get(&phase).copied().unwrap_or_default();
                (words.number(count), words.t(phase_key(phase)))
            })
            .collect(),
        assigned: words.n("floor-assigned", there.assigned),
        figures: vec![
            figure(there.hour.live, "floor-live-hour"),
            figure(there.hour.positive, "floor-positive-hour"),
            figure(there.today.attempts, "floor-attempts-today"),
            figure(there.today.positive, "floor-positive-today"),
        ],
        room: there
            .room
            .map(|room| (room::told(&room, words), room.is_used_up())),
        bounds_path: format!("/campaigns/{}/bounds", there.campaign.id.0),
        lists: there.lists.iter().map(|list| part(list, words)).collect(),
    }
}

fn part(list: &FloorList, words: &Words) -> ListPart {
    let id = list.link.list.0;
    let link = match list.link.filter {
        Some(_) => format!("&link={}", list.link.id),
        None => String::new(),
    };
    let stock = &list.stock;
    let behind = |why: store::Why, count: i64| Behind {
        count: words.number(count),
        label: words.t(why_key(why)),
        path: format!("/floor/held?list={id}{link}&why={}", why.word()),
    };
    let (closed, at_limit) = (list.closed.all, list.closed.by_limit);
    ListPart {
        name: list.name.clone(),
        path: format!("/results/list?list={id}"),
        active: list.link.active,
        now: behind(store::Why::Now, stock.count(store::Why::Now)),
        today: words.number(stock.today),
        later: words.number(stock.later),
        open: words.number(stock.open()),
        held: stock
            .held()
            .into_iter()
            .map(|(why, count)| behind(why, count))
            .collect(),
        closed: words.n("floor-closed", closed),
        closed_path: format!("/contacts?list={id}&state=closed"),
        at_limit: (at_limit > 0).then(|| words.n("floor-at-limit", at_limit)),
    }
}
