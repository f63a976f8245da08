//! What only this house knows, drawn once by whoever first needs it.

use crate::error::Result;
use crate::sql::person as sql;
use crate::store::Store;

impl Store {
    /// The secret of this name, if there is one.
    pub fn known_secret(&self, name: &str) -> Result<Option<String>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::SECRET, &[name.into()])?;
            rows.first()
                .map(|row| row.text(0).map(str::to_owned))
                .transpose()
        })
    }

    /// The secret of this name; what was drawn for it where there was none. Of two that are drawn
    /// at once one is kept, and both get that.
    pub fn house_secret(&self, name: &str, drawn: &str) -> Result<String> {
        let args = [name.into(), drawn.into()];
        self.write(move |conn, _| conn.exec(&sql::KEEP_SECRET, &args).map(|_| ()))?;
        let kept = self.known_secret(name)?;
        Ok(kept.unwrap_or_default())
    }
}
