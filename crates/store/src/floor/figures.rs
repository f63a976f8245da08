//! How the day and the last hour went: attempts, those who were reached, those who said yes.
//!
//! Counted by the database from the index `attempt_today`, by code; what a code means is the
//! catalogue's, by the same words as in statistics.

use crate::conn::{Conn, Row};
use crate::error::Result;
use crate::sql::floor as sql;
use crate::statistics::{is_live, is_positive};
use engine::{AgentId, CampaignId, ListId, Rules};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Slices of five minutes in an hour.
pub const SLICES: usize = 12;
const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// How much was done in some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pace {
    pub attempts: i64,
    /// Attempts by which somebody was reached.
    pub live: i64,
    /// Attempts that gave the client a credit.
    pub positive: i64,
}

impl Pace {
    fn add(&mut self, other: Self) {
        self.attempts += other.attempts;
        self.live += other.live;
        self.positive += other.positive;
    }

    pub(super) fn sum(parts: &[Self]) -> Self {
        let mut sum = Self::default();
        parts.iter().for_each(|part| sum.add(*part));
        sum
    }
}

pub(super) struct Figures {
    /// Where the hour of the slices begins.
    pub from: Timestamp,
    pub today: Pace,
    pub campaigns: BTreeMap<CampaignId, Pace>,
    /// With the seconds that were talked.
    pub agents: BTreeMap<AgentId, (Pace, i64)>,
    slices: BTreeMap<Option<CampaignId>, [Pace; SLICES]>,
}

impl Figures {
    /// The slices of one campaign, or of all attempts.
    pub fn hour(&self, campaign: Option<CampaignId>) -> [Pace; SLICES] {
        let mut hour = [Pace::default(); SLICES];
        let wanted = self
            .slices
            .iter()
            .filter(|(of, _)| campaign.is_none() || **of == campaign);
        for (_, slices) in wanted {
            for (sum, slice) in hour.iter_mut().zip(slices) {
                sum.add(*slice);
            }
        }
        hour
    }
}

type RulesOf = BTreeMap<ListId, Arc<Rules>>;

pub(super) fn read(
    conn: &mut dyn Conn,
    rules: &RulesOf,
    today: Timestamp,
    now: Timestamp,
) -> Result<Figures> {
    // What is coded at this very instant has happened.
    let until = now
        .checked_add(SignedDuration::from_micros(1))
        .unwrap_or(now);
    let from = until.checked_sub(HOUR).unwrap_or(until);
    let mut figures = Figures {
        from,
        today: Pace::default(),
        campaigns: BTreeMap::new(),
        agents: BTreeMap::new(),
        slices: BTreeMap::new(),
    };
    let day = [today.as_microsecond().into(), until.as_microsecond().into()];
    for row in conn.rows(&sql::TODAY, &day)? {
        let pace = pace(&row, 3, row.int(4)?, rules)?;
        figures.today.add(pace);
        if let Some(campaign) = row.maybe_int(0)? {
            let campaign = figures.campaigns.entry(CampaignId(campaign));
            campaign.or_default().add(pace);
        }
        let agent = figures.agents.entry(AgentId(row.int(2)?)).or_default();
        agent.0.add(pace);
        agent.1 += row.int(5)?;
    }
    let begin = from.as_microsecond();
    let hour = [begin.into(), begin.into(), until.as_microsecond().into()];
    for row in conn.rows(&sql::SLICES, &hour)? {
        let pace = pace(&row, 2, row.int(4)?, rules)?;
        let of = row.maybe_int(0)?.map(CampaignId);
        let slices = figures.slices.entry(of).or_default();
        let place = usize::try_from(row.int(3)?).ok();
        if let Some(slice) = place.and_then(|place| slices.get_mut(place)) {
            slice.add(pace);
        }
    }
    Ok(figures)
}

/// So many attempts with the code in this column; the list stands in column 1.
fn pace(row: &Row, code: usize, attempts: i64, rules: &RulesOf) -> Result<Pace> {
    let rules = rules.get(&ListId(row.int(1)?));
    let code = row.text(code)?;
    let disposition = rules.and_then(|rules| rules.catalogue.find(code));
    let counted = |is: bool| if is { attempts } else { 0 };
    Ok(Pace {
        attempts,
        live: counted(disposition.is_some_and(is_live)),
        positive: counted(disposition.is_some_and(is_positive)),
    })
}
