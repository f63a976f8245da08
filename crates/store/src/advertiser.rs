//! On whose behalf campaigns call. Who does not want to be called by an advertiser is not called
//! in any of its campaigns; a campaign without one stands for itself.

use crate::conn::Conn;
use crate::error::Result;
use crate::hint::Hint;
use crate::sql::{advertiser as sql, register as sql_register, suppression as sql_suppression};
use crate::store::Store;
use engine::{CampaignId, ListId};
use jiff::Timestamp;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct AdvertiserId(pub i64);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advertiser {
    pub id: AdvertiserId,
    pub name: String,
}

/// Where a suppression for the advertiser of a list holds, campaign by campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Behalf {
    Of(AdvertiserId),
    /// A campaign without an advertiser.
    Itself(CampaignId),
}

impl Store {
    /// In the order of their names.
    pub fn advertisers(&self) -> Result<Vec<Advertiser>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::ALL, &[])?;
            rows.iter()
                .map(|row| {
                    Ok(Advertiser {
                        id: AdvertiserId(row.int(0)?),
                        name: row.text(1)?.to_owned(),
                    })
                })
                .collect()
        })
    }

    /// The advertiser of this name, made if there is none.
    pub fn advertiser_named(&self, name: &str) -> Result<AdvertiserId> {
        let name = name.to_owned();
        self.write(move |conn, now| named(conn, &name, now))
    }

    /// Says on whose behalf a campaign calls; says whether that is new. What held in it goes on
    /// holding in it; what holds for the new one holds in it, too, and what was meant for an
    /// advertiser while the campaign had none holds in all of the new one's. Open contacts that
    /// are covered now are closed by the keeper; nobody dials them before.
    pub fn set_advertiser(
        &self,
        campaign: CampaignId,
        advertiser: Option<AdvertiserId>,
    ) -> Result<bool> {
        let changed = self.write(move |conn, now| {
            // A dial that is being decided rests on the campaign's advertiser as it was.
            let lock = conn.engine().lock_links();
            if !lock.is_empty() {
                conn.batch(lock)?;
            }
            set(conn, campaign, advertiser, now)
        })?;
        self.hints().tell(Hint::Campaigns);
        self.hints().tell(Hint::Suppressions);
        Ok(changed)
    }
}

fn named(conn: &mut dyn Conn, name: &str, now: Timestamp) -> Result<AdvertiserId> {
    conn.exec(&sql::ADD, &[name.into(), now.as_microsecond().into()])?;
    let rows = conn.rows(&sql::BY_NAME, &[name.into()])?;
    rows.first()
        .map_or(Ok(AdvertiserId(0)), |row| row.int(0).map(AdvertiserId))
}

fn set(
    conn: &mut dyn Conn,
    campaign: CampaignId,
    wanted: Option<AdvertiserId>,
    now: Timestamp,
) -> Result<bool> {
    let rows = conn.rows(&sql::OF_CAMPAIGN, &[campaign.0.into()])?;
    let Some(row) = rows.first() else {
        return Ok(false);
    };
    let was = row.maybe_int(0)?.map(AdvertiserId);
    if was == wanted {
        return Ok(false);
    }
    match was {
        Some(was) => conn.exec(
            &sql_suppression::KEEP_IN_CAMPAIGN,
            &[campaign.0.into(), was.0.into()],
        )?,
        None => 0,
    };
    let args = [wanted.map(|there| there.0).into(), campaign.0.into()];
    conn.exec(&sql::SET, &args)?;
    if let Some(AdvertiserId(new)) = wanted {
        if was.is_none() {
            let args = [new.into(), campaign.0.into()];
            conn.exec(&sql_suppression::WIDEN, &args)?;
        }
        close_again(conn, "advertiser", new, now)?;
        conn.exec(&sql_register::CLOSE_AGAIN, &[new.into()])?;
    }
    Ok(true)
}

/// Open contacts are looked for anew, since more of them are covered than before.
fn close_again(
    conn: &mut dyn Conn,
    extent: &'static str,
    scope: i64,
    now: Timestamp,
) -> Result<u64> {
    let at = now.as_microsecond();
    let args = [at.into(), at.into(), extent.into(), scope.into(), at.into()];
    conn.exec(&sql_suppression::CLOSE_AGAIN, &args)
}

/// On whose behalf a list is called.
pub(crate) fn of_list(conn: &mut dyn Conn, list: ListId) -> Result<Vec<Behalf>> {
    let rows = conn.rows(&sql::OF_LIST, &[list.0.into()])?;
    rows.iter()
        .map(|row| {
            let itself = CampaignId(row.int(0)?);
            Ok(match row.maybe_int(1)? {
                Some(id) => Behalf::Of(AdvertiserId(id)),
                None => Behalf::Itself(itself),
            })
        })
        .collect()
}
