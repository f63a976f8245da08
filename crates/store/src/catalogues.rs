//! Catalogues by name and version. A version never changes.

use crate::error::{Result, StoreError};
use crate::sql::house as sql;
use crate::store::Store;
use engine::{Catalogue, ListId};

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

    /// The catalogue of a list as it was published, without what is laid over it.
    pub fn bare_catalogue(&self, list: ListId) -> Result<Option<Catalogue>> {
        let Some(there) = self.list(list)? else {
            return Ok(None);
        };
        let rules = self.rules(there.rules)?;
        let file = rules.catalogue.file();
        let text = self.catalogue_text(&file.name, i64::from(file.version))?;
        let parsed = text.map(|text| Catalogue::parse(&text)).transpose();
        parsed.map_err(|problems| {
            let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
            StoreError::other("catalogue.body", told.join("; "))
        })
    }
}
