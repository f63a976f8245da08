//! Callbacks in the order of their time: an agent's own, and those of a list or campaign.

use crate::clock::instant;
use crate::conn::{Row, Value};
use crate::error::Result;
use crate::sql::desk as sql;
use crate::store::Store;
use engine::{AgentId, CampaignId, Code, ContactId, ListId};
use jiff::Timestamp;

/// A contact that is to be called back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Callback {
    pub list: ListId,
    pub contact: ContactId,
    pub key: Option<String>,
    /// What was agreed.
    pub due: Timestamp,
    /// When roster and law allow it; nothing if they never do.
    pub offer_at: Option<Timestamp>,
    pub code: Code,
    pub owner: Option<AgentId>,
    /// The last note on the contact.
    pub note: Option<String>,
    /// The fields as a JSON object.
    pub fields: String,
}

/// Whose callbacks are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallbacksOf {
    List(ListId),
    Campaign(CampaignId),
}

impl Store {
    /// An agent's own callbacks, earliest first; one that is in hand is not among them.
    pub fn callbacks_of(&self, agent: AgentId, limit: i64) -> Result<Vec<Callback>> {
        self.read(|conn| {
            conn.rows(&sql::OWN_CALLBACKS, &[agent.0.into(), limit.into()])?
                .iter()
                .map(callback)
                .collect()
        })
    }

    /// An agent's callbacks that are not kept since an instant, because whoever they were agreed
    /// with is not to be called any more; the latest first.
    pub fn cancelled_callbacks(
        &self,
        agent: AgentId,
        since: Timestamp,
        limit: i64,
    ) -> Result<Vec<Callback>> {
        let args = [agent.0.into(), since.as_microsecond().into(), limit.into()];
        self.read(|conn| {
            let rows = conn.rows(&sql::CANCELLED, &args)?;
            rows.iter().map(callback).collect()
        })
    }

    /// Callbacks from one instant to before another, earliest first, whoever owns them.
    pub fn callbacks(
        &self,
        of: CallbacksOf,
        from: Timestamp,
        to: Timestamp,
        limit: i64,
    ) -> Result<Vec<Callback>> {
        let (statement, id) = match of {
            CallbacksOf::List(list) => (&sql::LIST_CALLBACKS, list.0),
            CallbacksOf::Campaign(campaign) => (&sql::CAMPAIGN_CALLBACKS, campaign.0),
        };
        let args: [Value; 4] = [
            id.into(),
            from.as_microsecond().into(),
            to.as_microsecond().into(),
            limit.into(),
        ];
        self.read(|conn| conn.rows(statement, &args)?.iter().map(callback).collect())
    }
}

pub(crate) fn callback(row: &Row) -> Result<Callback> {
    Ok(Callback {
        list: ListId(row.int(0)?),
        contact: ContactId(row.int(1)?),
        key: row.maybe_text(2)?.map(str::to_owned),
        due: instant(row.int(3)?),
        offer_at: row.maybe_int(4)?.map(instant),
        code: Code::new(row.text(5)?),
        owner: row.maybe_int(6)?.map(AgentId),
        note: row.maybe_text(7)?.map(str::to_owned),
        fields: row.maybe_text(8)?.unwrap_or("{}").to_owned(),
    })
}
