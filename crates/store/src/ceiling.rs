//! How many answered calls found no agent: kept with each event, by campaign and quarter of an
//! hour, so that a permit reads some rows and nobody counts attempts.

use crate::conn::{Conn, Row, Value};
use crate::error::{Result, StoreError};
use crate::hint::Hint;
use crate::house;
use crate::record::Step;
use crate::sql::{campaign as sql_campaign, ceiling as sql};
use crate::store::Store;
use engine::law::{AbandonedOf, Abandonment};
use engine::{CampaignId, Event, Handling, Ledger, ListId, Outcome, Phase, Profile, Report, Rules};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

const QUARTER: i64 = 15 * 60 * 1_000_000;

/// The longest time over which any law counts, and a day.
const KEPT: SignedDuration = SignedDuration::from_hours(32 * 24);

impl Store {
    /// What a campaign asks of its calls beyond the law.
    pub fn campaign_profile(&self, campaign: CampaignId) -> Result<Profile> {
        self.read(|conn| Ok(profile(conn, campaign)?.unwrap_or_default()))
    }

    /// Holds from the next permit on.
    pub fn set_campaign_profile(&self, campaign: CampaignId, wanted: &Profile) -> Result<()> {
        let body = serde_json::to_string(wanted)
            .map_err(|error| StoreError::other("campaign.set_profile", error.to_string()))?;
        let body = match wanted.is_empty() {
            true => Value::Null,
            false => Value::Text(body),
        };
        let written = self.write(move |conn, _| {
            conn.exec(&sql::SET_PROFILE, &[body, campaign.0.into()])
                .map(|_| ())
        });
        self.telling(Hint::Campaigns, written)
    }

    /// How many answered calls found no agent, over the time and the calls a ceiling is about.
    pub fn ledger(&self, campaign: CampaignId, ceiling: &Abandonment) -> Result<Ledger> {
        let now = self.clock().now();
        self.read(|conn| ledger(conn, Some(campaign), ceiling, now))
    }

    /// How many answered calls of a campaign found no agent, and how many more may.
    pub fn room(&self, campaign: CampaignId) -> Result<Option<Room>> {
        let (rules, now) = (self.rules_cache(), self.clock().now());
        self.read(|conn| {
            let mut used = Vec::new();
            for row in conn.rows(&sql_campaign::LINKS, &[campaign.0.into()])? {
                if let Some(list) = house::list_by_id(conn, ListId(row.int(2)?))? {
                    used.push(rules.load(conn, list.rules)?);
                }
            }
            room(conn, campaign, used.iter().map(AsRef::as_ref), now)
        })
    }

    /// Forgets what no law counts any more; gives how many rows.
    pub fn forget_answered_calls(&self) -> Result<u64> {
        self.write(|conn, now| {
            let since = now.checked_sub(KEPT).unwrap_or(Timestamp::MIN);
            conn.exec(&sql::FORGET, &[quarter_of(since).into()])
        })
    }
}

/// The strictest ceiling of a campaign's lists, and what has been counted under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    pub ceiling: Abandonment,
    pub ledger: Ledger,
}

impl Room {
    /// So many more may find no agent before the next would be too many, as if none of those
    /// that are under way found one.
    pub fn left(&self) -> u32 {
        let abandoned = self.ledger.abandoned.saturating_add(self.ledger.at_risk);
        self.ceiling.left(abandoned, self.ledger.answered)
    }

    /// Somebody found no agent, and nobody more may.
    pub fn is_used_up(&self) -> bool {
        self.ledger.abandoned > 0 && self.left() == 0
    }

    pub fn answered(&self) -> u32 {
        self.ledger.abandoned.saturating_add(self.ledger.answered)
    }
}

/// None where neither law nor campaign sets a ceiling.
pub(crate) fn room<'r>(
    conn: &mut dyn Conn,
    campaign: CampaignId,
    rules: impl Iterator<Item = &'r Rules>,
    now: Timestamp,
) -> Result<Option<Room>> {
    let profile = profile(conn, campaign)?;
    let ceilings = rules.filter_map(|rules| {
        let today = rules.law.zone().local(now).date();
        let ceiling = rules.bounds(profile.as_ref()).abandonment(today);
        ceiling.map(|(ceiling, _)| ceiling)
    });
    let Some(ceiling) = ceilings.min_by_key(|ceiling| ceiling.per_mille) else {
        return Ok(None);
    };
    let ledger = ledger(conn, Some(campaign), &ceiling, now)?;
    Ok(Some(Room { ceiling, ledger }))
}

pub(crate) fn profile(conn: &mut dyn Conn, campaign: CampaignId) -> Result<Option<Profile>> {
    let rows = conn.rows(&sql::PROFILE, &[campaign.0.into()])?;
    let body = rows.first().map_or(Ok(None), |row| row.maybe_text(0))?;
    body.map(parse).transpose()
}

pub(crate) fn parse(body: &str) -> Result<Profile> {
    serde_json::from_str(body).map_err(|error| StoreError::Corrupt {
        table: "campaign".into(),
        column: "profile".into(),
        row: "…".into(),
        problem: error.to_string(),
    })
}

/// The quarter in which the time begins counts as a whole.
pub(crate) fn ledger(
    conn: &mut dyn Conn,
    campaign: Option<CampaignId>,
    ceiling: &Abandonment,
    now: Timestamp,
) -> Result<Ledger> {
    let since = now.checked_sub(ceiling.window).unwrap_or(Timestamp::MIN);
    let (since, own) = (quarter_of(since).into(), key(campaign).into());
    // Whose fate is decided between the two is counted twice rather than not at all.
    let (risk, counted) = match ceiling.of {
        AbandonedOf::Campaign => (
            conn.rows(&sql::RISK_OF_CAMPAIGN, &[Value::clone(&own)])?,
            conn.rows(&sql::OF_CAMPAIGN, &[own, since])?,
        ),
        AbandonedOf::Centre => (
            conn.rows(&sql::RISK_OF_CENTRE, &[])?,
            conn.rows(&sql::OF_CENTRE, &[since])?,
        ),
    };
    let number = |rows: &[Row], column: usize| {
        let row = rows.first().map_or(Ok(0), |row| row.int(column));
        row.map(|n| u32::try_from(n.max(0)).unwrap_or(u32::MAX))
    };
    Ok(Ledger {
        answered: number(&counted, 0)?,
        abandoned: number(&counted, 1)?,
        at_risk: number(&risk, 0)?,
    })
}

fn quarter_of(at: Timestamp) -> i64 {
    let at = at.as_microsecond();
    at.saturating_sub(at.rem_euclid(QUARTER))
}

/// No campaign is campaign 0.
fn key(campaign: Option<CampaignId>) -> i64 {
    campaign.map_or(0, |campaign| campaign.0)
}

/// What of somebody's hands the counts look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hands {
    pub phase: Phase,
    pub campaign: Option<CampaignId>,
    pub at_risk: bool,
}

impl Hands {
    pub fn of(hand: &Handling) -> Self {
        Self {
            phase: hand.phase(),
            campaign: hand.campaign,
            at_risk: hand.calls.iter().any(engine::Call::is_at_risk),
        }
    }
}

/// What these steps bring.
#[derive(Default)]
pub(crate) struct Deltas {
    counted: BTreeMap<(i64, i64), (i64, i64)>,
    risk: BTreeMap<i64, i64>,
}

pub(crate) fn deltas(steps: &[(usize, Step)]) -> Deltas {
    let mut deltas = Deltas::default();
    for (_, step) in steps {
        let before = step.before;
        let after = step.decision.next.hand.as_ref().map(Hands::of);
        let Some(hands) = before.or(after) else {
            continue;
        };
        let own = key(hands.campaign);
        let risk = |hands: Option<Hands>| i64::from(hands.is_some_and(|hands| hands.at_risk));
        deltas.risk(own, risk(after).saturating_sub(risk(before)));
        if let Some((answered, abandoned)) = heard(step, before, after) {
            let quarter = quarter_of(step.at);
            let place = deltas.counted.entry((own, quarter)).or_default();
            place.0 = place.0.saturating_add(answered);
            place.1 = place.1.saturating_add(abandoned);
        }
    }
    deltas
}

/// What one report adds to the answered and the abandoned calls. What turns out to be a machine
/// after it was taken for a person is taken back.
fn heard(step: &Step, before: Option<Hands>, after: Option<Hands>) -> Option<(i64, i64)> {
    let phase = before?.phase;
    let moved = after.is_none_or(|after| after.phase != phase);
    match (&step.entry.event, phase) {
        _ if !moved => None,
        (Event::Report(Report::Answered { .. }), Phase::Dialling) => Some((1, 0)),
        (Event::Report(Report::Ended { outcome, .. }), Phase::Dialling) => match outcome {
            Outcome::Abandoned => Some((0, 1)),
            Outcome::Answered => Some((1, 0)),
            _ => None,
        },
        (Event::Report(Report::Ended { outcome, .. }), Phase::Talking) => match outcome {
            Outcome::Abandoned => Some((-1, 1)),
            Outcome::Answered | Outcome::Interrupted => None,
            _ => Some((-1, 0)),
        },
        _ => None,
    }
}

impl Deltas {
    fn risk(&mut self, own: i64, delta: i64) {
        let place = self.risk.entry(own).or_default();
        *place = place.saturating_add(delta);
    }

    /// In the order of the keys, so that writers wait for each other, never in a circle.
    pub fn write(self, conn: &mut dyn Conn) -> Result<()> {
        let counted = self.counted.into_iter();
        let counted: Vec<Vec<Value>> = counted
            .filter(|(_, counts)| *counts != (0, 0))
            .map(|((own, quarter), (answered, abandoned))| {
                vec![
                    own.into(),
                    quarter.into(),
                    answered.into(),
                    abandoned.into(),
                ]
            })
            .collect();
        let risk = self.risk.into_iter().filter(|(_, calls)| *calls != 0);
        let risk: Vec<Vec<Value>> = risk
            .map(|(own, calls)| vec![own.into(), calls.into()])
            .collect();
        for (many, rows) in [(&sql::COUNT, &counted), (&sql::RISK, &risk)] {
            if !rows.is_empty() {
                conn.many(many, rows)?;
            }
        }
        Ok(())
    }
}
