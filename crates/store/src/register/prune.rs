//! What is left of versions that hold no longer, or never did.

use super::{AT_ONCE, Found};
use crate::error::Result;
use crate::sql::register as sql;
use crate::store::Store;

impl Store {
    /// Throws away what neither holds nor is being built.
    pub(super) fn prune_register(&self, found: &Found) -> Result<()> {
        let keep = [
            found.id.into(),
            found.version.into(),
            found.building.into(),
            i64::try_from(AT_ONCE).unwrap_or(i64::MAX).into(),
        ];
        loop {
            let (id, keep) = (found.id, keep.clone());
            let stale = self.write(move |conn, _| {
                let stale = conn.rows(&sql::STALE, &keep)?;
                for row in &stale {
                    let block = [id.into(), row.int(0)?.into(), row.int(1)?.into()];
                    conn.exec(&sql::PRUNE, &block)?;
                }
                Ok(stale.len())
            })?;
            if stale == 0 {
                return Ok(());
            }
        }
    }
}
