//! Catalogues by name and version. A version never changes.

use crate::error::Result;
use crate::sql::house as sql;
use crate::store::Store;

impl Store {
    /// The file of one version, as it was kept.
    pub fn catalogue_text(&self, name: &str, version: i64) -> Result<Option<String>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::CATALOGUE, &[name.into(), version.into()])?;
            rows.first()
                .map(|row| row.text(0).map(str::to_owned))
                .transpose()
        })
    }
}
