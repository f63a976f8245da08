//! To whom agents of a campaign may put a talk through, besides their colleagues: a name and a
//! number, kept by supervisors.

use crate::error::{Result, StoreError};
use crate::hint::Hint;
use crate::locked;
use crate::sql::destination as sql;
use crate::store::Store;
use engine::{CampaignId, Number};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    pub id: i64,
    pub label: String,
    pub number: Number,
}

/// Why a number cannot be put through to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DestinationRefusal {
    #[error("the telephone provider bars this number: nobody can be put through to it")]
    Barred,
    #[error("the campaign has {MOST_DESTINATIONS} destinations already: take one away first")]
    TooMany,
}

/// More than these nobody finds anything among.
pub const MOST_DESTINATIONS: usize = 50;

impl Store {
    /// By their names.
    pub fn destinations(&self, campaign: CampaignId) -> Result<Vec<Destination>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::ALL, &[campaign.0.into()])?;
            let read = |row: &crate::conn::Row| {
                let number = u64::try_from(row.int(2)?).unwrap_or_default();
                let number = Number::new(number).map_err(|problem| StoreError::Corrupt {
                    table: "destination".into(),
                    column: "number".into(),
                    row: campaign.0.to_string(),
                    problem: problem.to_string(),
                })?;
                Ok(Destination {
                    id: row.int(0)?,
                    label: row.text(1)?.to_owned(),
                    number,
                })
            };
            rows.iter().map(read).collect()
        })
    }

    /// Adds one; a number that is there already gets the new name.
    pub fn add_destination(
        &self,
        campaign: CampaignId,
        label: &str,
        number: Number,
    ) -> Result<std::result::Result<i64, DestinationRefusal>> {
        let label = label.to_owned();
        let added = self.write(move |conn, _| {
            if !locked::among(conn, &[number])?.is_empty() {
                return Ok(Err(DestinationRefusal::Barred));
            }
            if conn.rows(&sql::ALL, &[campaign.0.into()])?.len() >= MOST_DESTINATIONS {
                return Ok(Err(DestinationRefusal::TooMany));
            }
            let digits = number.digits().cast_signed();
            let args = [campaign.0.into(), label.as_str().into(), digits.into()];
            let rows = conn.rows(&sql::ADD, &args)?;
            let none = || StoreError::other("destination.add", "gave no id");
            rows.first().ok_or_else(none)?.int(0).map(Ok)
        })?;
        self.nudge(Hint::Campaigns);
        Ok(added)
    }

    /// Says whether it was there.
    pub fn remove_destination(&self, campaign: CampaignId, id: i64) -> Result<bool> {
        let args = [campaign.0.into(), id.into()];
        let was = self.write(move |conn, _| Ok(conn.exec(&sql::REMOVE, &args)? > 0))?;
        self.nudge(Hint::Campaigns);
        Ok(was)
    }
}
