//! Call scripts: what agents say, for a campaign or for one list in it. Versions are kept.

use crate::clock::instant;
use crate::conn::{Conn, Row};
use crate::error::Result;
use crate::hint::Hint;
use crate::sql::script as sql;
use crate::store::Store;
use engine::{CampaignId, ListId};
use jiff::Timestamp;

/// One version of a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    pub campaign: CampaignId,
    /// The campaign's own where it is nobody's in particular.
    pub list: Option<ListId>,
    pub version: i64,
    pub text: String,
    /// Who wrote it, by name.
    pub author: String,
    pub at: Timestamp,
}

/// The list of a script that belongs to the campaign itself.
const ANY_LIST: ListId = ListId(0);

impl Store {
    /// What an agent says to a contact of a list: the list's own script in this campaign, or
    /// the campaign's. An empty one is none.
    pub fn script_for(&self, campaign: CampaignId, list: ListId) -> Result<Option<Script>> {
        self.read(|conn| {
            for place in [list, ANY_LIST] {
                let found = newest(conn, campaign, place)?;
                if let Some(script) = found.filter(|script| !script.text.is_empty()) {
                    return Ok(Some(script));
                }
            }
            Ok(None)
        })
    }

    /// All versions of one script, newest first.
    pub fn scripts(&self, campaign: CampaignId, list: Option<ListId>) -> Result<Vec<Script>> {
        let place = list.unwrap_or(ANY_LIST);
        self.read(|conn| {
            let rows = conn.rows(&sql::VERSIONS, &[campaign.0.into(), place.0.into()])?;
            rows.iter().map(|row| script(row, campaign)).collect()
        })
    }

    /// Keeps a new version, unless it says what the newest says. Gives the newest version.
    pub fn set_script(
        &self,
        campaign: CampaignId,
        list: Option<ListId>,
        text: &str,
        author: &str,
    ) -> Result<i64> {
        let (text, author) = (text.to_owned(), author.to_owned());
        let place = list.unwrap_or(ANY_LIST);
        let written = self.write(move |conn, now| {
            let there = newest(conn, campaign, place)?;
            let version = there.as_ref().map_or(0, |there| there.version);
            if there.map_or(text.is_empty(), |there| there.text == text) {
                return Ok(version);
            }
            let version = version.saturating_add(1);
            let args = [
                campaign.0.into(),
                place.0.into(),
                version.into(),
                text.into(),
                author.into(),
                now.as_microsecond().into(),
            ];
            conn.exec(&sql::ADD, &args).map(|_| version)
        });
        self.telling(Hint::Campaigns, written)
    }
}

fn newest(conn: &mut dyn Conn, campaign: CampaignId, list: ListId) -> Result<Option<Script>> {
    conn.rows(&sql::NEWEST, &[campaign.0.into(), list.0.into()])?
        .first()
        .map(|row| script(row, campaign))
        .transpose()
}

fn script(row: &Row, campaign: CampaignId) -> Result<Script> {
    Ok(Script {
        campaign,
        list: Some(ListId(row.int(0)?)).filter(|list| *list != ANY_LIST),
        version: row.int(1)?,
        text: row.text(2)?.to_owned(),
        author: row.text(3)?.to_owned(),
        at: instant(row.int(4)?),
    })
}
