//! Quotas: how many attempts of one kind a campaign, or one list in it, may reach. One that
//! is reached lets only callbacks be offered. What is counted is kept with each event, so
//! that an offer reads one row, and a correction or an undo takes back what it takes back.

use crate::clock::instant;
use crate::conn::{Conn, Row, Value};
use crate::error::{Result, StoreError};
use crate::hint::Hint;
use crate::house;
use crate::record::Step;
use crate::rules::RulesCache;
use crate::sql::quota as sql;
use crate::store::Store;
use engine::catalogue::ReportColumn;
use engine::{CampaignId, Catalogue, Code, ListId, Zone};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuotaOf {
    /// Attempts with this code.
    Code(Code),
    /// Attempts whose code stands in this column of the list report.
    Column(ReportColumn),
}

/// A quota as it is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct NewQuota {
    pub campaign: CampaignId,
    /// Only what is reached through this link counts, and only it is held.
    pub link: Option<i64>,
    pub of: QuotaOf,
    pub most: i64,
    pub per_day: bool,
    /// In it days begin and end.
    pub zone: Zone,
}

/// A quota, and how far it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Quota {
    pub id: i64,
    pub campaign: CampaignId,
    pub link: Option<i64>,
    pub list: Option<ListId>,
    pub of: QuotaOf,
    pub most: i64,
    pub per_day: bool,
    pub zone: Zone,
    /// So far; of a quota by the day: today.
    pub counted: i64,
}

impl QuotaOf {
    pub const COLUMNS: [ReportColumn; 3] = [
        ReportColumn::Positive,
        ReportColumn::NoInterest,
        ReportColumn::DropOut,
    ];

    /// `positive`, or the code itself.
    pub fn word(&self) -> &str {
        match self {
            Self::Code(code) => code.as_str(),
            Self::Column(column) => Self::column_word(*column),
        }
    }

    pub fn column(word: &str) -> Option<Self> {
        let known = Self::COLUMNS.into_iter();
        let mut known = known.filter(|column| Self::column_word(*column) == word);
        known.next().map(Self::Column)
    }

    pub fn column_word(column: ReportColumn) -> &'static str {
        match column {
            ReportColumn::Positive => "positive",
            ReportColumn::NoInterest => "no_interest",
            ReportColumn::DropOut => "drop_out",
            ReportColumn::ToCall => "to_call",
        }
    }

    fn of(subject: &str, word: &str) -> Self {
        match subject {
            "column" => Self::column(word).unwrap_or(Self::Code(Code::new(word))),
            _ => Self::Code(Code::new(word)),
        }
    }

    fn subject(&self) -> &'static str {
        match self {
            Self::Code(_) => "code",
            Self::Column(_) => "column",
        }
    }

    fn means(&self, code: &str, catalogue: &Catalogue) -> bool {
        match self {
            Self::Code(wanted) => wanted.as_str() == code,
            Self::Column(column) => catalogue
                .find(code)
                .is_some_and(|there| there.report_column == Some(*column)),
        }
    }
}

impl Quota {
    pub fn is_reached(&self) -> bool {
        self.counted >= self.most
    }

    /// Whether it holds the contacts of a list in a campaign back.
    pub fn holds(&self, campaign: CampaignId, list: ListId) -> bool {
        self.campaign == campaign && self.list.is_none_or(|own| own == list)
    }

    /// When counting begins anew.
    pub fn ends(&self, now: Timestamp) -> Option<Timestamp> {
        let today = self.zone.local(now).date();
        let tomorrow = today.tomorrow().ok()?;
        self.per_day.then(|| self.zone.start_of(tomorrow))
    }

    fn day(&self, at: Timestamp) -> String {
        match self.per_day {
            true => self.zone.local(at).date().to_string(),
            false => String::new(),
        }
    }

    fn counts(&self, attempt: &Counted<'_>, catalogue: &Catalogue) -> bool {
        attempt
            .campaign
            .is_some_and(|campaign| self.holds(campaign, attempt.list))
            && self.of.means(attempt.code, catalogue)
    }
}

/// What of an attempt a quota looks at.
struct Counted<'a> {
    list: ListId,
    campaign: Option<CampaignId>,
    code: &'a str,
    at: Timestamp,
}

impl Store {
    /// A new quota; what has been reached before counts.
    pub fn add_quota(&self, new: NewQuota) -> Result<i64> {
        let rules = self.rules_cache();
        let written = self.write(move |conn, _| add(conn, &rules, &new));
        self.telling(Hint::Campaigns, written)
    }

    pub fn remove_quota(&self, id: i64) -> Result<()> {
        let written = self.write(move |conn, _| {
            conn.batch(conn.engine().lock_links())?;
            conn.exec(&sql::CLEAR, &[id.into()])?;
            conn.exec(&sql::REMOVE, &[id.into()]).map(|_| ())
        });
        self.telling(Hint::Campaigns, written)
    }

    /// The quotas of a campaign and of its lists.
    pub fn quotas(&self, campaign: CampaignId) -> Result<Vec<Quota>> {
        let now = self.clock().now();
        self.read(|conn| {
            let mut quotas = all(conn)?;
            quotas.retain(|quota| quota.campaign == campaign);
            counted(conn, &mut quotas, now)?;
            Ok(quotas)
        })
    }
}

fn add(conn: &mut dyn Conn, rules: &RulesCache, new: &NewQuota) -> Result<i64> {
    // No event is under way that does not know of the quota yet.
    conn.batch(conn.engine().lock_links())?;
    let args = [
        new.campaign.0.into(),
        new.link.map_or(Value::Null, Value::Int),
        new.of.subject().into(),
        new.of.word().into(),
        new.most.into(),
        new.per_day.into(),
        new.zone.name().into(),
    ];
    let rows = conn.rows(&sql::ADD, &args)?;
    let id = rows.first().map_or_else(
        || Err(StoreError::other("quota.add", "gave no id")),
        |row| row.int(0),
    )?;
    let quota = all(conn)?.into_iter().find(|quota| quota.id == id);
    let mut deltas = Deltas::default();
    for row in conn.rows(&sql::OF_CAMPAIGN, &[new.campaign.0.into()])? {
        let (list, code) = (ListId(row.int(0)?), row.text(1)?);
        let Some(there) = house::list_by_id(conn, list)? else {
            continue;
        };
        let used = rules.load(conn, there.rules)?;
        let attempt = Counted {
            list,
            campaign: Some(new.campaign),
            code,
            at: instant(row.int(2)?),
        };
        deltas.add(quota.as_slice(), &attempt, &used.catalogue, 1);
    }
    deltas.write(conn)?;
    Ok(id)
}

/// All quotas there are; nothing is said of how far they are.
fn all(conn: &mut dyn Conn) -> Result<Vec<Quota>> {
    conn.rows(&sql::ALL, &[])?.iter().map(quota).collect()
}

fn quota(row: &Row) -> Result<Quota> {
    Ok(Quota {
        id: row.int(0)?,
        campaign: CampaignId(row.int(1)?),
        link: row.maybe_int(2)?,
        list: row.maybe_int(3)?.map(ListId),
        of: QuotaOf::of(row.text(4)?, row.text(5)?),
        most: row.int(6)?,
        per_day: row.int(7)? == 1,
        zone: Zone::new(row.text(8)?).unwrap_or(Zone::UTC),
        counted: 0,
    })
}

fn counted(conn: &mut dyn Conn, quotas: &mut [Quota], now: Timestamp) -> Result<()> {
    for quota in quotas {
        let args = [quota.id.into(), quota.day(now).into()];
        let rows = conn.rows(&sql::COUNTED, &args)?;
        quota.counted = rows.first().map_or(Ok(0), |row| row.int(0))?;
    }
    Ok(())
}

/// The quotas of these campaigns that are reached: one row is read of each.
pub(crate) fn reached(
    conn: &mut dyn Conn,
    campaigns: &[CampaignId],
    now: Timestamp,
) -> Result<Vec<Quota>> {
    let mut quotas = all(conn)?;
    quotas.retain(|quota| campaigns.contains(&quota.campaign));
    counted(conn, &mut quotas, now)?;
    quotas.retain(Quota::is_reached);
    Ok(quotas)
}

/// What events add to quotas, or take away from them, by quota and day.
#[derive(Default)]
pub(crate) struct Deltas(BTreeMap<(i64, String), i64>);

impl Deltas {
    fn add(&mut self, quotas: &[Quota], attempt: &Counted<'_>, catalogue: &Catalogue, n: i64) {
        for quota in quotas
            .iter()
            .filter(|quota| quota.counts(attempt, catalogue))
        {
            let place = self.0.entry((quota.id, quota.day(attempt.at))).or_default();
            *place = place.saturating_add(n);
        }
    }

    /// In the order of the keys, so that writers wait for each other, never in a circle.
    pub fn write(self, conn: &mut dyn Conn) -> Result<()> {
        let rows: Vec<Vec<Value>> = self
            .0
            .into_iter()
            .filter(|(_, counted)| *counted != 0)
            .map(|((quota, day), counted)| vec![quota.into(), day.into(), counted.into()])
            .collect();
        match rows.is_empty() {
            true => Ok(()),
            false => conn.many(&sql::COUNT, &rows).map(|_| ()),
        }
    }
}

/// What these steps will count, told before they are written: the attempts they change are
/// read as they stand.
pub(crate) fn deltas(conn: &mut dyn Conn, steps: &[(usize, Step)]) -> Result<Deltas> {
    let mut deltas = Deltas::default();
    let coding = || {
        steps
            .iter()
            .map(|(_, step)| step)
            .filter(|step| !step.decision.attempts.is_empty() || !step.decision.uncoded.is_empty())
    };
    if coding().next().is_none() {
        return Ok(deltas);
    }
    let quotas = all(conn)?;
    if quotas.is_empty() {
        return Ok(deltas);
    }
    for step in coding() {
        let catalogue = &step.used.catalogue;
        let contact = &step.decision.next;
        for before in before(conn, step)? {
            let attempt = Counted {
                list: contact.list,
                campaign: before.maybe_int(5)?.map(CampaignId),
                code: before.text(3)?,
                at: instant(before.int(4)?),
            };
            deltas.add(&quotas, &attempt, catalogue, -1);
        }
        let uncoded = &step.decision.uncoded;
        let kept = step.decision.attempts.iter();
        for attempt in kept.filter(|attempt| !uncoded.contains(&attempt.attempt)) {
            let attempt = Counted {
                list: contact.list,
                campaign: attempt.campaign,
                code: attempt.code.as_str(),
                at: attempt.coded_at,
            };
            deltas.add(&quotas, &attempt, catalogue, 1);
        }
    }
    Ok(deltas)
}

/// The attempts a step writes or takes away, as they stand before it.
fn before(conn: &mut dyn Conn, step: &Step) -> Result<Vec<Row>> {
    let contact = &step.decision.next;
    let written = step.decision.attempts.iter().map(|there| there.attempt);
    let mut numbers: Vec<u32> = written
        .chain(step.decision.uncoded.iter().copied())
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    let keys: Vec<Vec<Value>> = numbers
        .into_iter()
        .map(|attempt| vec![contact.list.0.into(), contact.id.0.into(), attempt.into()])
        .collect();
    conn.many_rows(&sql::BEFORE, &keys)
}
