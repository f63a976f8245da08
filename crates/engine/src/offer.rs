//! The order in which contacts are offered to an agent.
//!
//! Pure: says in which order to look where. The store looks, one index seek at a time,
//! and takes the first contact found.

use crate::catalogue::{Band, Offering};
use crate::chance;
use crate::id::{AgentId, CampaignId, ListId};
use crate::place::Shelf;
use crate::rules::Share;
use serde::{Deserialize, Serialize};

/// A list in a campaign the agent works for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    pub id: i64,
    pub campaign: CampaignId,
    pub list: ListId,
    /// Lower goes first (CallPro: 500 unless set).
    pub campaign_priority: i64,
    pub priority: i64,
    /// Bands the list offers after callbacks, in its order.
    pub bands: Vec<Band>,
    pub shares: Vec<Share>,
    /// Only members of the link's filter are offered.
    pub filtered: bool,
    /// Offers made through this link so far.
    pub offers: u64,
    /// How its list puts contacts in order.
    pub offering: Offering,
    /// The agent only keeps the callbacks of this campaign.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub callbacks_only: bool,
}

/// One place to look: the same shelf of these links, which are equals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    pub shelf: Shelf,
    /// Indexes into the links, in the order in which ties are to be broken.
    pub links: Vec<usize>,
    /// Among all links the lowest priority wins, then the earliest; otherwise the first link
    /// that has anything.
    pub across: bool,
}

impl Link {
    /// What it offers after the callbacks: first what the client wants in an order of its own,
    /// where its list knows one.
    fn shelves(&self) -> impl Iterator<Item = Shelf> {
        let is_ordered = self.offering == Offering::CallOrder && !self.bands.is_empty();
        let ordered = is_ordered.then_some(Shelf::Ordered);
        let bands = self.bands.iter().copied().map(Shelf::Band);
        ordered.into_iter().chain(bands)
    }
}

/// Where to look, in order.
///
/// A band whose share is due comes first: a share ignores priority. Then callbacks over all
/// lists, high before low, if `callbacks_jump`; then by campaign priority and link priority
/// the remaining bands in the list's order. Equal links are tried in an order drawn for
/// this offer.
pub fn looks(links: &[Link], agent: AgentId, callbacks_jump: bool) -> Vec<Look> {
    let groups: Vec<Vec<usize>> = groups_of_equals(links)
        .iter()
        .map(|equals| shuffle(equals, links, agent))
        .collect();
    let mut looks: Vec<Look> = groups
        .iter()
        .flat_map(|drawn| shared(drawn, links))
        .collect();
    if callbacks_jump {
        let all: Vec<usize> = (0..links.len()).collect();
        looks.extend(callbacks(&all));
    }
    for drawn in groups {
        if !callbacks_jump {
            looks.extend(callbacks(&drawn));
        }
        looks.extend(remaining(&drawn, links));
    }
    looks
}

fn callbacks(links: &[usize]) -> [Look; 2] {
    [Band::CallbackHigh, Band::CallbackLow].map(|band| Look {
        shelf: Shelf::Band(band),
        links: links.to_vec(),
        across: true,
    })
}

/// The bands after the callbacks in the order of the link drawn first, each with those
/// links that offer it; then what only the others offer.
fn remaining(drawn: &[usize], links: &[Link]) -> Vec<Look> {
    let mut looks: Vec<Look> = Vec::new();
    for index in drawn {
        let works_all = |link: &&Link| !link.callbacks_only;
        let link = links.get(*index).filter(works_all);
        for shelf in link.into_iter().flat_map(Link::shelves) {
            match looks.iter_mut().find(|look| look.shelf == shelf) {
                Some(look) => look.links.push(*index),
                None => looks.push(Look {
                    shelf,
                    links: vec![*index],
                    across: false,
                }),
            }
        }
    }
    looks
}

/// Links of one campaign priority and link priority, best first.
fn groups_of_equals(links: &[Link]) -> Vec<Vec<usize>> {
    let rank = |index: &usize| {
        links
            .get(*index)
            .map(|link| (link.campaign_priority, link.priority))
    };
    let mut order: Vec<usize> = (0..links.len()).collect();
    order.sort_by_key(rank);
    order
        .chunk_by(|a, b| rank(a) == rank(b))
        .map(<[usize]>::to_vec)
        .collect()
}

/// A uniform order of equal links, drawn from the agent and the offers made so far.
fn shuffle(equals: &[usize], links: &[Link], agent: AgentId) -> Vec<usize> {
    let offers: u64 = equals
        .iter()
        .filter_map(|index| links.get(*index))
        .map(|link| link.offers)
        .sum();
    let seed = agent.0.unsigned_abs();
    let mut rest = equals.to_vec();
    let mut drawn = Vec::with_capacity(rest.len());
    while !rest.is_empty() {
        let count = offers.wrapping_mul(64).wrapping_add(rest.len() as u64);
        drawn.push(rest.remove(chance::pick(seed, count, rest.len())));
    }
    drawn
}

/// The bands whose share is behind: they go first, this once.
fn shared(drawn: &[usize], links: &[Link]) -> Vec<Look> {
    let mut looks = Vec::new();
    for index in drawn {
        let Some(link) = links.get(*index) else {
            continue;
        };
        for share in link
            .shares
            .iter()
            .filter(|share| !link.callbacks_only || share.band.is_callback())
            .filter(|share| is_due(link.offers, share.per_cent))
        {
            looks.push(Look {
                shelf: Shelf::Band(share.band),
                links: vec![*index],
                across: false,
            });
        }
    }
    looks
}

/// Spreads a percentage evenly over the offers: of 100 in a row exactly that many are due.
pub fn is_due(offers: u64, per_cent: u8) -> bool {
    let share = u64::from(per_cent.min(100));
    (offers.saturating_add(1)).saturating_mul(share) / 100 > offers.saturating_mul(share) / 100
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(id: i64, campaign_priority: i64, priority: i64) -> Link {
        Link {
            id,
            campaign: CampaignId(1),
            list: ListId(id),
            campaign_priority,
            priority,
            bands: vec![Band::NotReachedHigh, Band::System, Band::NotReachedLow],
            shares: Vec::new(),
            filtered: false,
            offers: 0,
            offering: Offering::Bands,
            callbacks_only: false,
        }
    }

    fn band(look: &Look) -> Band {
        match look.shelf {
            Shelf::Band(band) => band,
            Shelf::Ordered => panic!("no list here knows an order of its own"),
        }
    }

    #[test]
    fn what_the_client_orders_goes_before_the_rest_of_its_list() {
        let mut links = [link(1, 400, 500), link(2, 500, 500)];
        links[1].offering = Offering::CallOrder;
        let shelves: Vec<Shelf> = looks(&links, AgentId(7), true)
            .into_iter()
            .skip(2)
            .map(|look| look.shelf)
            .collect();
        assert_eq!(shelves[3], Shelf::Ordered);
        assert_eq!(shelves.len(), 7);
    }

    #[test]
    fn whoever_only_keeps_callbacks_is_offered_nothing_else_of_that_campaign() {
        let mut links = [link(1, 500, 500), link(2, 400, 500)];
        links[0].callbacks_only = true;
        links[0].shares = vec![Share {
            band: Band::System,
            per_cent: 100,
        }];
        let looks = looks(&links, AgentId(7), true);
        let of_first: Vec<Band> = looks
            .iter()
            .filter(|look| look.links.contains(&0))
            .map(band)
            .collect();
        assert_eq!(of_first, [Band::CallbackHigh, Band::CallbackLow]);
        assert_eq!(looks.len(), 5, "{looks:?}");
    }

    #[test]
    fn callbacks_come_first_over_all_lists_and_then_campaigns_in_order() {
        let links = [link(1, 500, 500), link(2, 400, 500), link(3, 400, 100)];
        let looks = looks(&links, AgentId(7), true);
        let order: Vec<(Band, Vec<usize>)> = looks
            .into_iter()
            .map(|look| (band(&look), look.links))
            .collect();
        let rest = [Band::NotReachedHigh, Band::System, Band::NotReachedLow];
        let mut expected = vec![
            (Band::CallbackHigh, vec![0, 1, 2]),
            (Band::CallbackLow, vec![0, 1, 2]),
        ];
        for index in [2, 1, 0] {
            expected.extend(rest.map(|band| (band, vec![index])));
        }
        assert_eq!(order, expected);
    }

    #[test]
    fn callbacks_stay_with_their_campaign_when_they_may_not_jump() {
        let links = [link(1, 500, 500), link(2, 400, 500)];
        let bands: Vec<(Band, Vec<usize>)> = looks(&links, AgentId(7), false)
            .into_iter()
            .map(|look| (band(&look), look.links))
            .collect();
        assert_eq!(bands[0], (Band::CallbackHigh, vec![1]));
        assert_eq!(bands[4], (Band::NotReachedLow, vec![1]));
        assert_eq!(bands[5], (Band::CallbackHigh, vec![0]));
    }

    #[test]
    fn a_band_that_a_list_does_not_offer_is_not_looked_for_there() {
        let mut links = [link(1, 500, 500), link(2, 500, 500)];
        links[0].bands = vec![Band::System];
        let mut found: Vec<(Band, Vec<usize>)> = looks(&links, AgentId(7), true)
            .into_iter()
            .skip(2)
            .map(|look| (band(&look), look.links))
            .collect();
        for (_, links) in &mut found {
            links.sort_unstable();
        }
        found.sort();
        let expected = [
            (Band::NotReachedHigh, vec![1]),
            (Band::System, vec![0, 1]),
            (Band::NotReachedLow, vec![1]),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_share_that_is_due_goes_before_everything() {
        let mut links = [link(1, 100, 500), link(2, 500, 500)];
        links[1].shares = vec![Share {
            band: Band::System,
            per_cent: 20,
        }];
        links[1].offers = 4;
        let first = &looks(&links, AgentId(7), true)[0];
        assert_eq!((band(first), &first.links), (Band::System, &vec![1]));
        links[1].offers = 5;
        assert_eq!(
            band(&looks(&links, AgentId(7), true)[0]),
            Band::CallbackHigh
        );
    }

    #[test]
    fn twenty_per_cent_of_a_thousand_offers_are_two_hundred() {
        assert_eq!((0..1_000).filter(|offers| is_due(*offers, 20)).count(), 200);
        assert_eq!(
            (17..1_017).filter(|offers| is_due(*offers, 33)).count(),
            330
        );
        assert_eq!((0..1_000).filter(|offers| is_due(*offers, 0)).count(), 0);
        assert_eq!(
            (0..1_000).filter(|offers| is_due(*offers, 100)).count(),
            1_000
        );
    }

    #[test]
    fn equal_lists_are_drawn_uniformly() {
        let mut links = [link(1, 500, 500), link(2, 500, 500), link(3, 500, 500)];
        let mut drawn = [0_u32; 3];
        for agent in 1..=10_u32 {
            for _ in 0..1_000 {
                let first = looks(&links, AgentId(i64::from(agent)), true)[2].links[0];
                drawn[first] += 1;
                links[first].offers += 1;
            }
        }
        for count in drawn {
            assert!(
                (3_166..=3_500).contains(&count),
                "{drawn:?}: not within 5 % of a third"
            );
        }
    }
}
