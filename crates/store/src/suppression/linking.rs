//! A list that comes into a campaign is covered by what holds there: its open contacts are closed
//! by the keeper, and nobody dials them before.

use crate::conn::Conn;
use crate::error::Result;
use crate::sql::{register as sql_register, suppression as sql};
use engine::{CampaignId, ListId};
use jiff::Timestamp;

/// Has the contacts looked for that are covered since the list stands in the campaign.
pub(crate) fn cover_linked(
    conn: &mut dyn Conn,
    campaign: CampaignId,
    list: ListId,
    now: Timestamp,
) -> Result<()> {
    let at = now.as_microsecond();
    let args = [
        at.into(),
        at.into(),
        campaign.0.into(),
        campaign.0.into(),
        at.into(),
        list.0.into(),
        list.0.into(),
    ];
    conn.exec(&sql::CLOSE_LINKED, &args)?;
    let args = [campaign.0.into(), campaign.0.into()];
    conn.exec(&sql_register::CLOSE_LINKED, &args).map(|_| ())
}
